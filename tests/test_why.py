"""What a build would make again, and which input changed: in words, for each file."""

import json
import shutil
from pathlib import Path

import pytest

from tests.typed import CAR, DAY, FORM, Typed, change, lay_in_car_form

REPOSITORY = Path(__file__).resolve().parents[1]
CURRENT = ["  up to date: from 19 records and templates/car/car.docx"]


@pytest.fixture
def workspace(workspace: Path) -> Path:
    """The good workspace with a template of its own."""
    lay_in_car_form(workspace)
    return workspace


def reasons(typed: Typed, target: str = FORM, *options: str, lang: str = "en") -> list[str]:
    """What `why` says of one file."""
    code, out, _ = typed("why", target, *(options or DAY), lang=lang)
    assert code == 0
    head, *found = out.splitlines()
    assert head == FORM
    return found


def test_what_was_just_made_is_up_to_date(built: Path, typed: Typed) -> None:
    assert reasons(typed) == CURRENT
    assert reasons(typed, f"build/{FORM}") == CURRENT
    assert reasons(typed, lang="zh") == ["  没有变化：来自 19 个记录、templates/car/car.docx"]


def test_what_was_never_made_is_told_as_that(workspace: Path, typed: Typed) -> None:
    assert reasons(typed) == ["  to make  nothing is noted of how it was made: never made here, or .auditdocs was deleted"]


def test_a_changed_record_is_named(built: Path, workspace: Path, typed: Typed) -> None:
    change(workspace / CAR, "issued_by: P0005", "issued_by: P0009")
    assert reasons(typed) == [f"  to make  the record changed: {CAR}", "  to make  a record that is read now: records/people/P0009.yaml"]
    assert reasons(typed, lang="zh")[0] == f"  将重做  记录已改：{CAR}"


def test_a_changed_template_is_named(built: Path, workspace: Path, typed: Typed) -> None:
    shutil.copy(REPOSITORY / "templates" / "policy" / "policy.docx", workspace / "templates" / "car" / "car.docx")
    assert reasons(typed) == ["  to make  the template changed: templates/car/car.docx, or one that it includes"]


def test_another_program_is_named(built: Path, typed: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("preparation", "due"):
        monkeypatch.setattr(f"auditdocs.{module}.program_digest", lambda: "another")
    assert reasons(typed) == ["  to make  the program or a library it rests on is another one"]


def test_another_language_is_named(built: Path, workspace: Path, typed: Typed) -> None:
    settings = workspace / "auditdocs.toml"
    settings.write_text('format = 1\nlanguages = ["zh", "en"]\n', "utf-8")
    code, out, _ = typed("why", "CAR-2026-0001", *DAY)
    assert code == 0
    assert "languages: was zh, is zh en" in out


def test_a_file_that_was_removed_or_edited_is_told_apart_from_changed_records(built: Path, typed: Typed) -> None:
    (built / FORM).write_bytes(b"scribbled")
    assert reasons(typed) == ["  to make  the file was changed after it was made"]
    (built / FORM).unlink()
    assert reasons(typed) == ["  to make  the file is no longer there"]


def test_a_record_changed_and_changed_back_is_up_to_date(built: Path, workspace: Path, typed: Typed) -> None:
    change(workspace / CAR, "issued_by: P0005", "issued_by: P0009")
    change(workspace / CAR, "issued_by: P0009", "issued_by: P0005")
    assert reasons(typed) == CURRENT


def test_a_document_whose_record_is_gone_will_leave(built: Path, workspace: Path, typed: Typed) -> None:
    (workspace / CAR).unlink()
    code, out, _ = typed("why", FORM, *DAY)
    assert (code, out.splitlines()) == (0, [FORM, "  will be removed: no record asks for it any more"])
    assert f"to remove  {FORM}" in typed("build", "car", "--only", "docx", "--plan", *DAY)[1].splitlines()


def test_a_document_that_cannot_be_made_says_where(built: Path, workspace: Path, typed: Typed) -> None:
    (workspace / CAR).write_text("findings: [\n", "utf-8")
    assert f"refused  {CAR}:" in typed("why", "CAR-2026-0001", *DAY)[1]


def test_a_target_that_nothing_has_is_wrong_usage(built: Path, typed: Typed) -> None:
    code, _, said = typed("why", "CAR-2026-9999", *DAY)
    assert code == 2
    assert "nothing matches CAR-2026-9999" in said


def test_the_plan_says_of_each_file_whether_it_would_be_made(built: Path, workspace: Path, typed: Typed) -> None:
    change(workspace / CAR, "issued_by: P0005", "issued_by: P0009")
    before = {path: path.stat().st_mtime_ns for path in built.rglob("*")}
    _, out, said = typed("build", "car", "--only", "docx", "--plan", *DAY)
    assert [line.split("  ")[0] for line in out.splitlines() if line] == ["to make", "up to date", "up to date"]
    assert "3 files: 1 to make, 2 up to date" in said
    _, out, _ = typed("build", "car", "--only", "docx", "--plan", "--format", "json", *DAY)
    assert {row["path"]: row["reasons"][0]["en"] for row in json.loads(out) if row["due"]} == {FORM: f"the record changed: {CAR}"}
    assert {path: path.stat().st_mtime_ns for path in built.rglob("*")} == before


def test_what_is_planned_is_what_is_made(built: Path, workspace: Path, typed: Typed) -> None:
    """R9: the plan and the build never disagree."""
    change(workspace / "records/people/P0005.yaml", "name:", "# a remark\nname:")
    _, planned, _ = typed("build", "car", "--only", "docx", "--plan", *DAY)
    due = [line.rpartition("  ")[2] for line in planned.splitlines() if line.startswith("to make")]
    _, out, _ = typed("build", "car", "--only", "docx", *DAY)
    assert f"{len(due)} made" in out
    assert due
    assert all(target.removesuffix(".docx") in out for target in due)


def test_a_forced_build_makes_everything_and_changes_nothing(built: Path, typed: Typed) -> None:
    before = {path: path.read_bytes() for path in built.rglob("*") if path.is_file()}
    assert "3 files: 0 made, 3 up to date" in typed("build", "car", "--only", "docx", *DAY)[1]
    assert "3 files: 3 to make, 0 up to date" in typed("build", "car", "--only", "docx", "--force", "--plan", *DAY)[2]
    assert "3 files: 3 made, 0 up to date" in typed("build", "car", "--only", "docx", "--force", *DAY)[1]
    assert {path: path.read_bytes() for path in built.rglob("*") if path.is_file()} == before
