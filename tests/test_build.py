"""The whole run: records in, documents and a manifest out."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from docx import Document

from auditdocs.document import Format
from auditdocs.pipeline import Built, build
from auditdocs.problem import AuditdocsError
from auditdocs.selection import Wanted

BASE = Path(__file__).parent / "cases" / "bases" / "complete"
DAY = date(2026, 11, 20)
WORD: tuple[Format, ...] = ("docx",)
GIT = ("git", "-c", "user.name=Sample", "-c", "user.email=sample@example.org", "-c", "commit.gpgsign=false")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """The good workspace of the cases, committed."""
    root = tmp_path / "工作区"
    shutil.copytree(BASE, root)
    subprocess.run([*GIT, "init", "-q"], cwd=root, check=True)
    commit(root, "2026-06-01T09:00:00+08:00")
    return root


def commit(root: Path, when: str) -> str:
    clock = {**os.environ, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    subprocess.run([*GIT, "add", "-A"], cwd=root, check=True)
    subprocess.run([*GIT, "commit", "-q", "-m", "records"], cwd=root, check=True, env=clock)
    done = subprocess.run([*GIT, "rev-parse", "HEAD"], cwd=root, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def make(root: Path, *patterns: str, formats: tuple[Format, ...] = WORD, variant: str = "") -> Built:
    return build(root, Wanted(patterns, formats, variant), lambda *_: None, DAY)


def change(root: Path, path: str, right: str, wrong: str, times: int = 1) -> None:
    file = root / "records" / path
    text = file.read_text("utf-8")
    assert text.count(right) == times
    file.write_text(text.replace(right, wrong), "utf-8")


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def words(path: Path) -> str:
    document = Document(str(path))
    cells = [
        cell.text
        for section in document.sections
        for part in (section.header, section.footer)
        for table in part.tables
        for row in table.rows
        for cell in row.cells
    ]
    lines = [line.text for section in document.sections for part in (section.header, section.footer) for line in part.paragraphs]
    return "\n".join([*cells, *lines])


def car_form(root: Path) -> Path:
    return next((root / "build" / "audits" / "AUD-2026-001").glob("CAR-2026-0001*.docx"))


def row(built: Built, subject: str) -> dict[str, Any]:
    rows: Any = built.manifest["artefacts"]
    return next(one for one in rows if one["subject"] == subject and one["format"] == "docx" and one["kind"] == "car")


def test_a_build_makes_what_its_manifest_says(workspace: Path) -> None:
    built = make(workspace)
    told = json.loads((workspace / "build" / "manifest.json").read_text("utf-8"))
    assert built.made
    assert not built.refused
    there = digests(workspace / "build")
    assert {one["path"]: one["sha256"] for one in told["artefacts"]} == {
        path: digest for path, digest in there.items() if path not in ("index.html", "manifest.json")
    }
    assert told["as_of"] == "2026-11-20"
    assert str(workspace) not in (workspace / "build" / "manifest.json").read_text("utf-8")


def test_the_index_leads_to_every_document(workspace: Path) -> None:
    built = make(workspace)
    page = (workspace / "build" / "index.html").read_text("utf-8")
    assert built.made
    assert [artefact.target for artefact in built.made if quote(artefact.target) not in page] == []


def test_a_form_prints_the_commit_of_its_own_sources(workspace: Path) -> None:
    first = row(make(workspace), "CAR-2026-0001")["commit"]
    assert first[:10] in words(car_form(workspace))
    before = car_form(workspace).read_bytes()
    change(workspace, "people/P0010.yaml", "Lü Sample", "Lu Sample")  # nobody in this CAR
    second = commit(workspace, "2026-07-01T09:00:00+08:00")
    again = row(make(workspace), "CAR-2026-0001")["commit"]
    assert again == first != second
    assert car_form(workspace).read_bytes() == before


def test_an_uncommitted_source_makes_a_working_copy(workspace: Path) -> None:
    change(workspace, "audits/2026/AUD-2026-001/cars/CAR-2026-0001.yaml", "issued_by: P0005", "issued_by: P0004")
    made = row(make(workspace), "CAR-2026-0001")
    assert (made["status"], made["commit"]) == ("working_copy", None)
    assert "工作副本" in words(car_form(workspace))


def test_without_git_a_form_says_so(workspace: Path) -> None:
    shutil.rmtree(workspace / ".git")
    assert row(make(workspace), "CAR-2026-0001")["commit"] is None
    assert "无版本" in words(car_form(workspace))


def test_a_shallow_clone_never_prints_a_wrong_commit(workspace: Path, tmp_path: Path) -> None:
    change(workspace, "people/P0010.yaml", "Lü Sample", "Lu Sample")
    commit(workspace, "2026-07-01T09:00:00+08:00")
    clone = tmp_path / "clone"
    subprocess.run([*GIT, "clone", "-q", "--depth", "1", workspace.as_uri(), str(clone)], check=True)
    built = make(clone)
    assert row(built, "CAR-2026-0001")["commit"] is None
    assert [one.code for one in built.problems if one.code.startswith("history.")] == ["history.shallow"]
    assert "历史不全" in words(car_form(clone))


def test_a_record_that_breaks_a_rule_makes_a_draft(workspace: Path) -> None:
    change(workspace, "audits/2026/AUD-2026-001/cars/CAR-2026-0001.yaml", "issued_by: P0005", "issued_by: P0003")
    commit(workspace, "2026-07-01T09:00:00+08:00")
    built = make(workspace)
    assert row(built, "CAR-2026-0001")["status"] == "draft"
    assert any(problem.severity == "error" for problem in built.problems)
    assert "草稿" in words(car_form(workspace))


def test_what_needs_an_unreadable_record_leaves_and_nothing_else_does(workspace: Path) -> None:
    make(workspace)
    before = digests(workspace / "build")
    change(workspace, "audits/2026/AUD-2026-001/cars/CAR-2026-0001.yaml", "issued_by: P0005", "issued_by: [P0005")
    built = make(workspace)
    after = digests(workspace / "build")
    refused = {(one.kind, one.subject) for one in built.refused}
    of_its_audit = {(kind, "AUD-2026-001") for kind in ("audit_report", "notification", "record_sheet", "retention_index")}
    assert refused == {("car", "CAR-2026-0001"), ("submission", "SUB-2026-001"), ("submission", "SUB-2026-002"), *of_its_audit}
    gone = {path for path in before if path not in after}
    left = (
        "CAR-2026-0001",
        "SUB-2026-00",
        *(f"AUD-2026-001 {title}" for title in ("审核报告", "审核结果通报", "客户审核记录单", "归档目录与存档期限索引")),
    )
    assert [path for path in gone if not any(name in path for name in left)] == []
    assert gone
    told = json.loads((workspace / "build" / "manifest.json").read_text("utf-8"))
    assert {one["problems"][0]["code"] for one in told["refused"]} == {"yaml.bracket"}
    assert "yaml.bracket" in (workspace / "build" / "index.html").read_text("utf-8")


def test_a_pattern_touches_what_it_matches_and_nothing_else(workspace: Path) -> None:
    make(workspace)
    before = digests(workspace / "build")
    change(workspace, "audits/2026/AUD-2026-001/contact_sheet.yaml", "2020 年起采购", "2021 年起采购")
    make(workspace, "CAR-2026-0001")
    after = digests(workspace / "build")
    changed = {path for path in before if before[path] != after.get(path)}
    assert changed <= {"manifest.json", "index.html", car_form(workspace).relative_to(workspace / "build").as_posix()}
    assert set(before) == set(after)


def test_a_pattern_that_matches_nothing_is_wrong_usage(workspace: Path) -> None:
    with pytest.raises(AuditdocsError) as raised:
        make(workspace, "AUD-2099-001")
    assert raised.value.exit == 2


def test_a_deleted_record_takes_its_documents_along(workspace: Path) -> None:
    make(workspace)
    other = workspace / "build" / "note.txt"
    other.write_text("mine", "utf-8")
    (workspace / "records/audits/2026/AUD-2026-003/cars/CAR-2026-0003.yaml").unlink()
    built = make(workspace)
    assert any("CAR-2026-0003" in path for path in built.removed)
    assert other.read_text("utf-8") == "mine"


@pytest.mark.pdf
def test_two_builds_give_the_same_bytes_wherever_and_whenever(workspace: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere" / "deeper"
    shutil.copytree(workspace, elsewhere)
    command = [sys.executable, "-m", "auditdocs", "build", "AUD-2026-001", "checklists", "--as-of", "2026-11-20"]
    for root, extra in (
        (workspace, {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"}),
        (elsewhere, {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1"}),
    ):
        done = subprocess.run(command, cwd=root, env={**os.environ, **extra}, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    first, second = digests(workspace / "build"), digests(elsewhere / "build")
    assert any(path.endswith(".pdf") for path in first)
    assert first == second


def test_asking_for_a_variant_leaves_the_other_documents(workspace: Path) -> None:
    make(workspace)
    before = set(digests(workspace / "build"))
    built = make(workspace, "AUD-2026-001", variant="on_site")
    after = set(digests(workspace / "build"))
    assert {one.variant for one in built.made} == {"on_site"}
    assert built.removed == ()
    assert before < after


def written_at(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_ctime_ns for path in folder.rglob("*") if path.is_file()}


def test_a_build_of_what_is_made_already_writes_nothing(workspace: Path) -> None:
    first = make(workspace)
    before = written_at(workspace / "build")
    second = make(workspace)
    assert [one.target for one in second.made] == []
    assert written_at(workspace / "build") == before
    assert second.manifest == first.manifest


def test_one_changed_record_makes_its_own_documents_again(workspace: Path) -> None:
    make(workspace)
    change(workspace, "audits/2026/AUD-2026-001/cars/CAR-2026-0001.yaml", "EX-SCAR-101", "EX-SCAR-102", times=2)
    again = {one.kind for one in make(workspace).made}
    assert (
        again
        == {"car", "submission", "car_register", "record_sheet", "audit_report", "notification", "retention_index", "management_review"}
        & again
    )
    assert {"car", "submission", "audit_report"} <= again


def test_a_file_somebody_has_changed_is_made_again(workspace: Path) -> None:
    make(workspace)
    form = car_form(workspace)
    right = form.read_bytes()
    form.write_bytes(b"scribbled")
    assert [one.target.rpartition("/")[2] for one in make(workspace).made] == [form.name]
    assert form.read_bytes() == right


def test_without_its_memory_a_build_gives_the_same(workspace: Path) -> None:
    make(workspace)
    before = digests(workspace / "build")
    shutil.rmtree(workspace / ".auditdocs")
    shutil.rmtree(workspace / "build")
    make(workspace)
    assert digests(workspace / "build") == before
