"""`auditdocs approve`: what is signed is bound; what would not be right is not written."""

import io
import re
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from auditdocs.commands.approve import Signing, run_approve
from auditdocs.console import Console
from auditdocs.examine import examine
from auditdocs.problem import AuditdocsError

BASE = Path(__file__).parent / "cases/bases/complete"
NOW = datetime(2026, 11, 20, 9, 30)  # noqa: DTZ001  (as it is written: in the workspace's zone)
SHEET = "records/audits/2026/AUD-2026-001/contact_sheet.yaml"
REQUEST = "records/change_requests/DCR-2026-002.yaml"
TEXT = """# 请求
document: XY-QP-CA-01
from_revision: A/1
to_revision: A/2
requested_on: 2026-10-12
requested_by: P0005
reason: 会签期限偏长
change: 6.2 改为三个工作日   # 与质量部商定
impact: 质量部
training_needed: false
approvals:
  - {role: prepared, person: P0005, at: 2026-10-12T09:00}
  - {role: reviewed, person: P0004, at: 2026-10-13T09:00}   # 电话确认
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A good workspace with a request that waits for its approval."""
    shutil.copytree(BASE, tmp_path / "own")
    (tmp_path / "own" / REQUEST).write_text(TEXT.replace("   # 与质量部商定", ""), "utf-8")
    return tmp_path / "own"


def sign(folder: Path, record: str = "DCR-2026-002", role: str = "approved", by: str = "P0001", sure: bool = True) -> tuple[int, str]:
    out, err = io.StringIO(), io.StringIO()
    code = run_approve(folder, Console("en", out, err, show_values=True), Signing(record, role, by, is_sure=sure), NOW)
    return code, out.getvalue() + err.getvalue()


def text(folder: Path) -> str:
    return (folder / REQUEST).read_text("utf-8")


def problems(folder: Path) -> list[str]:
    return [one.code for one in examine(folder, NOW.date()).checked.problems]


def test_one_line_is_added_with_who_when_and_what(folder: Path) -> None:
    before = text(folder)
    code, said = sign(folder)
    assert code == 0
    added = text(folder).removeprefix(before)
    assert text(folder).startswith(before)
    assert added.startswith("  - {role: approved, person: P0001, at: 2026-11-20T09:30, content_sha256: ")
    assert added.strip() in said
    assert problems(folder) == []


def test_a_later_change_voids_it(folder: Path) -> None:
    sign(folder)
    (folder / REQUEST).write_text(text(folder).replace("三个工作日", "五个工作日"), "utf-8")
    assert problems(folder) == ["approval.content-changed"]


def test_a_contact_sheet_that_was_changed_after_it_was_signed_tells_of_it_in_its_revisions(folder: Path) -> None:
    sheet, otherwise = folder / SHEET, "0" * 64
    changed = sheet.read_text("utf-8").replace("at: 2026-02-04T10:30}", f"at: 2026-02-04T10:30, content_sha256: {otherwise}}}")
    sheet.write_text(changed, "utf-8")
    (void,) = (one for one in examine(folder, NOW.date()).checked.problems if one.code == "approval.content-changed")
    assert "below 'revisions' add - {date: " in void.message("en")
    [row] = re.findall(r"- (\{date: .*\})", void.message("en"))
    told = row.replace("2026-09-08", "2026-02-05").replace("PERSON", "P0004").replace("…", "审核准则")
    sheet.write_text(f"{changed}revisions:\n  - {told}\n", "utf-8")
    assert "approval.content-changed" not in problems(folder)
    sheet.write_text(f"{changed}revisions:\n  - {told}\n".replace("visitor_count: 3", "visitor_count: 4"), "utf-8")
    assert "approval.content-changed" in problems(folder)


def test_signed_again_it_holds(folder: Path) -> None:
    sign(folder)
    (folder / REQUEST).write_text(text(folder).replace("三个工作日", "五个工作日"), "utf-8")
    assert sign(folder)[0] == 0
    assert problems(folder) == []


def test_signatures_that_are_void_are_given_again_one_after_the_other(folder: Path) -> None:
    void = ", content_sha256: " + "0" * 64
    (folder / REQUEST).write_text(re.sub(r"(at: 2026-10-1[23]T09:00)", rf"\1{void}", text(folder)), "utf-8")
    assert problems(folder) == ["approval.content-changed"] * 2
    for day, role, by in ((12, "prepared", "P0005"), (13, "reviewed", "P0004")):
        told = Console("en", io.StringIO(), io.StringIO())
        at = datetime(2026, 10, day, 10, 0)  # noqa: DTZ001
        assert run_approve(folder, told, Signing("DCR-2026-002", role, by, is_sure=True, at=at), NOW) == 0
    assert problems(folder) == []


def test_nothing_is_written_unless_somebody_says_yes(folder: Path) -> None:
    code, said = sign(folder, sure=False)
    assert (code, text(folder)) == (0, TEXT.replace("   # 与质量部商定", ""))
    assert "+  - {role: approved, person: P0001" in said


@pytest.mark.parametrize(
    ("record", "role", "by", "said"),
    [
        ("DCR-2026-002", "approved", "P0005", "P0005 signed as 'prepared' and cannot sign as 'approved': these take three persons"),
        ("DCR-2026-002", "received", "P0001", "a change request is not signed as received; choose one of: prepared, reviewed, approved"),
        ("DCR-2026-002", "approved", "P0099", "there is no person P0099; did you mean P0009?"),
        ("DCR-2026-002", "approved", "Zheng Sample", "there is no person Zheng Sample; write P0001"),
        ("DCR-2026-003", "approved", "P0001", "there is no record DCR-2026-003; did you mean DCR-2026-002?"),
        ("AUD-2026-002", "received", "P0005", "AUD-2026-002 is several records; name the file: "),
        ("records/org/forms.yaml", "approved", "P0001", "records/org/forms.yaml is no record that people sign"),
    ],
    ids=["twice", "role", "person", "name", "record", "several", "table"],
)
def test_what_cannot_be_signed_is_said(folder: Path, record: str, role: str, by: str, said: str) -> None:
    with pytest.raises(AuditdocsError) as refused:
        sign(folder, record, role, by)
    assert said in refused.value.en
    assert refused.value.zh != refused.value.en


def test_what_is_signed_already_is_not_signed_again(folder: Path) -> None:
    sign(folder)
    with pytest.raises(AuditdocsError, match=r"was signed by P0001 on 2026-11-20 09:30 \(approved\), and nothing was changed since"):
        sign(folder, by="P0004")


def test_a_record_that_would_be_wrong_is_not_signed(folder: Path) -> None:
    (folder / REQUEST).write_text(text(folder).replace("impact: 质量部\n", ""), "utf-8")
    before = text(folder)
    code, said = sign(folder)
    assert (code, text(folder)) == (1, before)
    assert "the change request lacks: Impact" in said
    assert "not signed: correct this first" in said


def test_what_would_be_wrong_is_shown_as_it_would_be_written(folder: Path) -> None:
    code, said = sign(folder, SHEET, "received", "P0003")
    assert code == 1
    assert "who did not belong to QA" in said
    assert "{role: received, person: P0003, at: 2026-11-20T09:30" in said


def test_a_document_is_found_by_its_number_and_signed_by_whom_it_names(folder: Path) -> None:
    code, said = sign(folder, "XY-QP-CA-01", "approved", "P0008")
    assert code == 1
    assert "amendments of this document are approved by: General manager; P0008 did not have that role" in said
    revision = folder / "records/policies/XY-QP-CA-01/A-1.md"
    revision.write_text(revision.read_text("utf-8").replace("effective_on: 2026-04-01", "effective_on: 2026-12-01"), "utf-8")
    assert sign(folder, "XY-QP-CA-01", "approved", "P0001")[0] == 0


def test_a_file_can_be_named_from_the_workspace(folder: Path) -> None:
    assert sign(folder, REQUEST)[0] == 0
