"""A run in a workspace where nothing has changed tells what the last one found; any change is noticed."""

import json
import os
import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from auditdocs.cli import run
from auditdocs.store.stats import TOO_FRESH

BASE = Path(__file__).parent / "cases" / "bases" / "complete"
CAR = "records/audits/2026/AUD-2026-001/cars/CAR-2026-0001.yaml"
DAY = ("--as-of", "2026-11-20")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    root = tmp_path / "workspace"
    shutil.copytree(BASE, root)
    return root


def settle(root: Path) -> None:
    """Wait until the clock of the file system has left every file's last change behind."""
    newest = max(path.lstat().st_ctime_ns for path in root.rglob("*"))
    while time.time_ns() - newest <= TOO_FRESH:
        pass


def checked(root: Path, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, list[dict[str, object]]]:
    code = run(["-C", str(root), "check", "--format", "json", *DAY, *options])
    return code, json.loads(capsys.readouterr().out)


def fresh(root: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[dict[str, object]]]:
    """What a run without any memory says."""
    shutil.rmtree(root / ".auditdocs", ignore_errors=True)
    return checked(root, capsys)


class ReadAgain(BaseException):
    """What must not happen."""


def refuse(*_: object) -> None:
    raise ReadAgain


def forbid_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auditdocs.commands.check.examine", refuse)


def test_the_second_check_reads_no_record_and_says_the_same(
    workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (workspace / CAR).write_text((workspace / CAR).read_text("utf-8").replace("issued_by: P0005", "issued_by: P0003"), "utf-8")
    settle(workspace)
    first = checked(workspace, capsys)
    assert first[0] == 1
    forbid_reading(monkeypatch)
    assert checked(workspace, capsys) == first
    assert checked(workspace, capsys, "records/people") == (0, [])


def test_another_day_is_another_question(workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    settle(workspace)
    checked(workspace, capsys)
    forbid_reading(monkeypatch)
    with pytest.raises(ReadAgain):
        run(["-C", str(workspace), "check", "--as-of", "2026-11-21"])


def same_size_edit_with_time_restored(root: Path) -> None:
    file = root / CAR
    stat = file.stat()
    file.write_text(file.read_text("utf-8").replace("issued_by: P0005", "issued_by: P0003"), "utf-8")
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))


EDITS: tuple[Callable[[Path], object], ...] = (
    same_size_edit_with_time_restored,
    lambda root: (root / CAR).unlink(),
    lambda root: (root / "records/people/P0099.yaml").write_text("name: 新示例\n", "utf-8"),
    lambda root: (root / "records/people/P0010.yaml").rename(root / "records/people/P0011.yaml"),
    lambda root: (root / "records/people/P10.yaml").write_text("name: 新示例\n", "utf-8"),
    lambda root: (root / "records/audits/2026/AUD-2026-001/attachments/conclusion/report.txt").write_text("other", "utf-8"),
    lambda root: (root / "auditdocs.toml").write_text('format = 1\nlanguages = ["en"]\n', "utf-8"),
)


@pytest.mark.parametrize("edit", EDITS)
def test_every_change_is_noticed(workspace: Path, capsys: pytest.CaptureFixture[str], edit: Callable[[Path], object]) -> None:
    settle(workspace)
    checked(workspace, capsys)
    edit(workspace)
    found = checked(workspace, capsys)
    assert found == fresh(workspace, capsys)


def test_any_sequence_of_edits_says_what_a_fresh_run_says(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(20260908)
    files = sorted((workspace / "records").rglob("*.yaml"))
    kept = {file: file.read_bytes() for file in files}
    for _ in range(12):
        file = chance.choice(files)
        match chance.randrange(3):
            case 0 if file.is_file():
                lines = file.read_bytes().split(b"\n")
                del lines[chance.randrange(len(lines))]
                file.write_bytes(b"\n".join(lines))
            case 1 if file.is_file():
                file.unlink()
            case _:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(kept[file])
        settle(workspace)
        found = [checked(workspace, capsys), checked(workspace, capsys)]
        memory = shutil.copytree(workspace / ".auditdocs", workspace.parent / "memory", dirs_exist_ok=True)
        assert found == [fresh(workspace, capsys)] * 2
        shutil.rmtree(workspace / ".auditdocs")
        shutil.copytree(memory, workspace / ".auditdocs")


@pytest.mark.pdf
def test_the_second_build_reads_no_record(workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    settle(workspace)
    assert run(["-C", str(workspace), "build", *DAY]) == 0
    capsys.readouterr()

    monkeypatch.setattr("auditdocs.commands.build.build", refuse)
    assert run(["-C", str(workspace), "--lang", "en", "build", *DAY]) == 0
    assert ": 0 made, " in capsys.readouterr().out
    (workspace / "build" / "index.html").unlink()
    with pytest.raises(ReadAgain):
        run(["-C", str(workspace), "build", *DAY])
