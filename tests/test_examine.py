"""What would be found if a file read otherwise is what a clean run would find, whether anything is remembered or not."""

import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from auditdocs import check as stage
from auditdocs.entry import Records
from auditdocs.examine import Examined, examine, supposing
from auditdocs.inputs import File
from auditdocs.room import Rooms
from auditdocs.shelf import Filed

BASE = Path(__file__).parent / "cases/bases/complete"
DAY = date(2026, 11, 20)
CAR = "records/audits/2026/AUD-2026-003/cars/CAR-2026-0002.yaml"
PERSON = "records/people/P0005.yaml"


def remembering(folder: Path) -> Examined:
    """The workspace as a second run sees it."""
    examine(folder, DAY).remember(("check",))
    return examine(folder, DAY)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (CAR, "owner_department: ", "owner_department: XX  # "),
        (CAR, "\n", "\nno_such_field: 1\n"),
        (PERSON, "name:", "left_on: 2020-01-01\nname:"),
    ],
    ids=["a rule", "a record that cannot be read", "what others rest on"],
)
def test_what_would_be_found_is_what_a_clean_run_finds(tmp_path: Path, path: str, old: str, new: str) -> None:
    folder = Path(shutil.copytree(BASE, tmp_path / "own"))
    content = (folder / path).read_text("utf-8").replace(old, new, 1).encode()
    supposed = [supposing(examined, File(path, content)) for examined in (examine(folder, DAY), remembering(folder))]
    assert supposed[0] != remembering(folder).checked
    (folder / path).write_bytes(content)
    found = examine(folder, DAY, is_fresh=True).checked
    assert supposed == [found, found]


def test_only_what_asks_for_the_file_is_worked_out_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path(shutil.copytree(BASE, tmp_path / "own"))
    examined, judged = remembering(folder), list[str]()
    judge = stage.judge

    def noted(records: Records, rooms: Rooms, unit: str, members: Iterable[Filed]) -> list[Any] | None:
        judged.append(unit)
        return judge(records, rooms, unit, members)

    monkeypatch.setattr(stage, "judge", noted)
    supposing(examined, File(CAR, (folder / CAR).read_bytes() + b"# read again\n"))
    assert "AUD-2026-003" in judged
    assert len(judged) < len(examined.survey.rows) / 3
