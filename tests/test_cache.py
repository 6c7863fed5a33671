"""What is remembered can be looked at, and what nobody needs is cleared out; nothing that is made depends on it."""

import os
import shutil
import time
from pathlib import Path

import pytest

from auditdocs.program import program_digest
from auditdocs.render.font_cache import DAY_SECONDS, held, outdated
from auditdocs.render.fonts import CUT
from auditdocs.store import open_memory
from tests.typed import CAR, DAY, FORM, Typed, lay_in_car_form


@pytest.fixture
def workspace(workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The good workspace, and a user who has made nothing yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return workspace


def names(root: Path, space: str) -> tuple[str, ...]:
    with open_memory(root, program_digest()) as memory:
        return memory.names(space)


def test_info_counts_what_is_remembered(workspace: Path, typed: Typed) -> None:
    lay_in_car_form(workspace)  # only what did not come with the program is checked
    typed("build", "car", "--only", "docx", *DAY)
    code, out, said = typed("cache", "info")
    assert code == 0
    told = {line.split("  ")[0]: line.split()[-3] for line in out.splitlines()[1:]}
    assert {told.pop("files that were made"), told.pop("what they were made from")} == {"3"}
    assert told.pop("cut fonts") == "0"
    kept = {
        "files and history",
        "what was checked",
        "rows of registers",
        "what documents say",
        "parts of the index page",
        "templates that were checked",
    }
    assert set(told) == kept
    assert "memory.sqlite (" in said
    assert typed("cache", "info", lang="zh")[1].splitlines()[1].startswith("检查结果  ")


def test_pruning_keeps_what_targets_use(workspace: Path, typed: Typed) -> None:
    typed("build", "car", "--only", "docx", *DAY)
    code, _, said = typed("cache", "prune")
    assert code == 0
    assert "removed 0 remembered facts and 0 font files" in said
    assert "3 files: 0 made, 3 up to date" in typed("build", "car", "--only", "docx", *DAY)[1]


def test_pruning_forgets_what_no_target_uses(workspace: Path, typed: Typed) -> None:
    typed("build", "car", "--only", "docx", *DAY)
    shutil.rmtree(workspace / "build")
    before = (workspace / ".auditdocs" / "memory.sqlite").stat().st_size
    assert "removed 6 remembered facts" in typed("cache", "prune")[2]
    assert (names(workspace, "made"), names(workspace, "made-from")) == ((), ())
    assert (workspace / ".auditdocs" / "memory.sqlite").stat().st_size < before
    assert "3 files: 3 made" in typed("build", "car", "--only", "docx", *DAY)[1]


def test_pruning_forgets_what_another_program_remembered(workspace: Path, typed: Typed) -> None:
    typed("build", "CAR-2026-0001", "--only", "docx", *DAY)
    with open_memory(workspace, "another") as memory:
        memory.put("made", {FORM: {"from": "x", "sha256": "y", "stat": None}})
    typed("cache", "prune")
    assert names(workspace, "made") == ()


def test_pruning_forgets_runs_that_cannot_come_again(workspace: Path, typed: Typed) -> None:
    newest = max(path.lstat().st_ctime_ns for path in workspace.rglob("*"))
    while time.time_ns() - newest <= 100_000_000:  # figures this fresh are not remembered at all
        pass
    typed("check", *DAY)
    assert len(names(workspace, "told")) == 1
    typed("cache", "prune")
    assert len(names(workspace, "told")) == 1
    (workspace / CAR).write_text((workspace / CAR).read_text("utf-8") + "# later\n", "utf-8")
    typed("cache", "prune")
    assert names(workspace, "told") == ()


def test_only_fonts_that_this_version_does_not_read_are_removed(workspace: Path, typed: Typed, tmp_path: Path) -> None:
    cache = tmp_path / "cache" / "auditdocs"
    current, old = cache / "fonts" / f"0011223344556677-{CUT}", cache / "fonts" / "0011223344556677-0"
    for folder in (current, old):
        folder.mkdir(parents=True)
        (folder / "cut.otf").write_bytes(b"x" * 1000)
    for name, folder in (("fonts-new.conf", current), ("fonts-old.conf", old)):
        (cache / name).write_text(f"<fontconfig><dir>{folder}</dir></fontconfig>", "utf-8")
    fresh, left = current / ".draft-fresh", current / ".draft-left"
    for draft in (fresh, left):
        draft.write_bytes(b"x")
    os.utime(left, (time.time() - 2 * DAY_SECONDS,) * 2)
    assert outdated(cache) == tuple(sorted((old / "cut.otf", left, cache / "fonts-old.conf")))
    assert "0 remembered facts and 3 font files" in typed("cache", "prune")[2]
    assert {path.name for path in cache.rglob("*") if path.is_file()} == {"cut.otf", ".draft-fresh", "fonts-new.conf"}
    assert not old.exists()
    assert held(cache)[0] == 1
