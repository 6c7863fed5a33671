"""Commands as they are typed in a copy of the good workspace: what the tests of `verify`, `why` and `cache` share."""

import shutil
from collections.abc import Callable
from pathlib import Path

BASE = Path(__file__).parent / "cases" / "bases" / "complete"
CAR = "records/audits/2026/AUD-2026-001/cars/CAR-2026-0001.yaml"
FORM = "audits/AUD-2026-001/CAR-2026-0001 纠正措施要求单.docx"
DAY = ("--as-of", "2026-11-20")

Typed = Callable[..., tuple[int, str, str]]


def lay_in_car_form(workspace: Path) -> Path:
    """The CAR form that came with the program, as one of the workspace's own."""
    own = workspace / "templates" / "car" / "car.docx"
    own.parent.mkdir(parents=True)
    shutil.copy(BASE.parents[3] / "templates" / "car" / "car.docx", own)
    return own


def change(file: Path, right: str, wrong: str) -> None:
    """One place of a file says something else."""
    text = file.read_text("utf-8")
    assert text.count(right) == 1
    file.write_text(text.replace(right, wrong), "utf-8")
