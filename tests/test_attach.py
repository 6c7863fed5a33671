"""`attach`, `file` and `renumber` as they are typed: what they propose, write, leave as it was and refuse."""

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from auditdocs.commands.attach import run_attach
from auditdocs.commands.file import Filed, run_file
from auditdocs.commands.renumber import run_renumber
from auditdocs.console import Console
from auditdocs.problem import AuditdocsError
from auditdocs.records.keeping.archive import ARCHIVE_NUMBER

CARS = "records/audits/2026/AUD-2026-003/cars"
BESIDE = "records/audits/2026/AUD-2026-003/attachments"
OWN = "owner_department: MFG\n# whose answer comes first\nfindings: [F01]\n"


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "weld 1.jpg"
    Image.new("RGB", (60, 40), (90, 90, 90)).save(path)
    return path


def console() -> Console:
    return Console("en", io.StringIO(), io.StringIO(), answers=io.StringIO())


def said(told: Console) -> str:
    assert isinstance(told.out, io.StringIO)
    assert isinstance(told.err, io.StringIO)
    return told.out.getvalue() + told.err.getvalue()


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".auditdocs" not in path.parts
    }


def test_a_document_names_its_attachment_with_its_facts(workspace: Path, photo: Path) -> None:
    revision = workspace / "records/policies/XY-QP-CA-01/A-1.md"
    before = revision.read_bytes().replace(b"\n", b"\r\n")
    revision.write_bytes(before)
    assert run_attach(workspace, console(), photo, "records/policies/XY-QP-CA-01/A-1.md", "", True) == 0
    added = b"attachments:\r\n  - {file: weld 1.jpg}\r\n"
    assert revision.read_bytes().replace(added, b"") == before
    assert revision.read_bytes().index(added) < before.index(b"---\r\n", 4) + 1


def test_attached_evidence_is_copied_listed_and_named(workspace: Path, photo: Path) -> None:
    before = (workspace / CARS / "CAR-2026-0002.yaml").read_text("utf-8")
    assert run_attach(workspace, console(), photo, "CAR-2026-0002", "", True) == 0
    assert (workspace / BESIDE / "CAR-2026-0002/weld 1.jpg").is_file()
    assert "  CAR-2026-0002/weld 1.jpg\n" in (workspace / BESIDE / "SHA256SUMS").read_text("utf-8")
    after = (workspace / CARS / "CAR-2026-0002.yaml").read_text("utf-8")
    assert after == before + "attachments:\n  - {file: CAR-2026-0002/weld 1.jpg}\n"


def test_the_same_evidence_again_changes_nothing(workspace: Path, photo: Path) -> None:
    run_attach(workspace, console(), photo, "CAR-2026-0002", "", True)
    once = everything(workspace)
    told = console()
    run_attach(workspace, told, photo, "CAR-2026-0002", "", True)
    assert everything(workspace) == once
    assert "nothing to change" in said(told)


def test_without_an_answer_nothing_is_written(workspace: Path, photo: Path) -> None:
    before, told = everything(workspace), console()
    run_attach(workspace, told, photo, "CAR-2026-0002", "", False)
    assert everything(workspace) == before
    assert "+  - {file: CAR-2026-0002/weld 1.jpg}" in said(told)


def test_other_evidence_of_the_same_name_does_not_take_its_place(workspace: Path, photo: Path) -> None:
    run_attach(workspace, console(), photo, "CAR-2026-0002", "", True)
    Image.new("RGB", (60, 40), (10, 200, 90)).save(photo)
    with pytest.raises(AuditdocsError, match="--name"):
        run_attach(workspace, console(), photo, "CAR-2026-0002", "", True)
    assert run_attach(workspace, console(), photo, "CAR-2026-0002", "CAR-2026-0002/weld 2.jpg", True) == 0


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("tool.exe", b"MZ", "program or macros"),
        ("list.xlsm", b"PK", "program or macros"),
        ("drawing.svg", b"<svg/>", "JPEG or PNG"),
        ("photo.png", b"\xff\xd8\xff", "is no .png"),
        ("report.pdf", b"<html>", "is no .pdf"),
        ("empty.txt", b"", "0 bytes"),
    ],
)
def test_what_is_no_evidence_is_refused(workspace: Path, tmp_path: Path, name: str, content: bytes, why: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(AuditdocsError, match=why):
        run_attach(workspace, console(), tmp_path / name, "CAR-2026-0002", "", True)


def test_a_record_that_is_not_there_is_named_with_what_was_meant(workspace: Path, photo: Path) -> None:
    with pytest.raises(AuditdocsError, match="did you mean CAR-2026-0002"):
        run_attach(workspace, console(), photo, "CAR-2026-002", "", True)


def test_a_record_that_cannot_be_read_is_not_called_missing(workspace: Path, photo: Path) -> None:
    (workspace / CARS / "CAR-2026-0002.yaml").write_text("findings: F01\n", "utf-8")
    with pytest.raises(AuditdocsError, match=r"CAR-2026-0002\.yaml cannot be read: auditdocs check"):
        run_attach(workspace, console(), photo, "CAR-2026-0002", "", True)


def test_pictures_are_looked_at_where_no_library_lets_cut_off_ones_pass() -> None:
    program = "import sys, auditdocs.commands.attach; sys.exit('weasyprint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_filed_audit_lists_its_records_and_evidence_with_digests(workspace: Path) -> None:
    filed = Filed("Q001-KS·2026-D3-QA-0002", "P0009", "A: 2", "电子")
    assert run_file(workspace, console(), "AUD-2026-004", filed, True) == 0
    text = (workspace / "records/audits/2026/AUD-2026-004/archive.yaml").read_text("utf-8")
    assert "location: 'A: 2'\n" in text
    assert "  - {record: contact_sheet.yaml, sha256: " in text
    assert "  - {document: conclusion/minutes.txt, sha256: " in text


def test_filing_again_keeps_what_people_wrote(workspace: Path) -> None:
    path = workspace / "records/audits/2026/AUD-2026-001/archive.yaml"
    path.write_text(path.read_text("utf-8").replace("  - {document_kind", "  # signed by both\n  - {document_kind"), "utf-8")
    run_file(workspace, console(), "AUD-2026-001", Filed(), True)
    assert "  # signed by both\n  - {document_kind: record_sheet, title: 客户审核记录单（纸质原件）" in path.read_text("utf-8")
    once = everything(workspace)
    run_file(workspace, console(), "AUD-2026-001", Filed(), True)
    assert everything(workspace) == once


def test_a_file_keeps_its_ends_of_lines(workspace: Path) -> None:
    path = workspace / "records/audits/2026/AUD-2026-004/archive.yaml"
    filed = Filed("Q001-KS·2026-D3-QA-0002", "P0009", "A: 2", "电子")
    run_file(workspace, console(), "AUD-2026-004", filed, True)
    written = path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(written)
    told = console()
    assert run_file(workspace, told, "AUD-2026-004", filed, True) == 0
    assert "there is nothing to change" in said(told)
    assert path.read_bytes() == written


def test_an_open_audit_is_not_filed(workspace: Path) -> None:
    with pytest.raises(AuditdocsError, match="not closed"):
        run_file(workspace, console(), "AUD-2026-003", Filed("Q001-KS·2026-D3-QA-0002", "P0009", "A", "B"), True)


def test_an_audit_with_errors_is_not_filed(workspace: Path) -> None:
    folder = workspace / "records/audits/2026/AUD-2026-004"
    report = folder / "audit_report.yaml"
    report.rename(folder.parent / "audit_report.yaml")
    told = console()
    assert run_file(workspace, told, "AUD-2026-004", Filed("Q001-KS·2026-D3-QA-0002", "P0009", "A", "B"), True) == 1
    assert "there is no report on the audit" in said(told)
    assert not (folder / "archive.yaml").exists()


def test_an_audit_is_filed_by_the_archive(workspace: Path) -> None:
    told = console()
    assert run_file(workspace, told, "AUD-2026-004", Filed("Q001-KS·2026-D3-QA-0002", "P0003", "A", "B"), True) == 1
    assert "is recorded by P0003, who did not belong to ARC" in said(told)
    with pytest.raises(AuditdocsError, match="there is no person Shen Sample; write P0003"):
        run_file(workspace, console(), "AUD-2026-004", Filed("Q001-KS·2026-D3-QA-0002", "Shen Sample", "A", "B"), True)


def test_where_no_number_can_be_offered_the_form_of_one_is(workspace: Path) -> None:
    ours = workspace / "records/org/organization.yaml"
    ours.write_text(re.sub(r"(?m)^fonds_code:.*\n", "", ours.read_text("utf-8")), "utf-8")
    with pytest.raises(AuditdocsError, match=f"--number {ARCHIVE_NUMBER.example}; with fonds_code in records/org/organization.yaml"):
        run_file(workspace, console(), "AUD-2026-004", Filed(), True)


def test_what_nobody_can_be_asked_has_to_be_said(workspace: Path) -> None:
    with pytest.raises(AuditdocsError, match="--number Q001-KS·2026-D3-QA-0002"):
        run_file(workspace, console(), "AUD-2026-004", Filed(), True)


def test_of_two_with_one_number_the_one_in_the_house_gets_the_next(workspace: Path) -> None:
    path = workspace / "records/audits/2026/AUD-2026-001/cars/CAR-2026-0002.yaml"
    path.write_text(OWN, "utf-8")
    assert run_renumber(workspace, console(), "CAR-2026-0002", True) == 0
    assert not path.exists()
    assert path.with_name("CAR-2026-0004.yaml").read_text("utf-8") == OWN
    assert (workspace / CARS / "CAR-2026-0002.yaml").is_file()


def test_references_go_along_and_texts_are_named(workspace: Path) -> None:
    folder = workspace / "records/audits/2026/AUD-2026-002"
    (folder / "cars").mkdir()
    (folder / "cars/CAR-2026-0009.yaml").write_text(OWN, "utf-8")
    log = workspace / "records/org/waivers.yaml"
    before = log.read_text("utf-8")
    log.write_text("waivers:\n  - {rule: car.overdue, record: CAR-2026-0009, reason: as CAR-2026-0009 says}  # agreed\n", "utf-8")
    told = console()
    run_renumber(workspace, told, "CAR-2026-0009", True)
    assert (
        log.read_text("utf-8")
        == "waivers:\n  - {rule: car.overdue, record: CAR-2026-0010, reason: as CAR-2026-0009 says}  # agreed\n"
        != before
    )
    assert "named in a text" in said(told)


def test_a_record_keeps_its_ends_of_lines_under_its_new_number(workspace: Path) -> None:
    written = OWN.replace("\n", "\r\n").encode()
    (workspace / CARS / "CAR-2026-0001.yaml").write_bytes(written)
    assert run_renumber(workspace, console(), f"{CARS}/CAR-2026-0001.yaml", True) == 0
    assert [path for path in (workspace / CARS).iterdir() if path.read_bytes() == written] == [workspace / CARS / "CAR-2026-0004.yaml"]


def test_what_the_customer_knows_keeps_its_number(workspace: Path) -> None:
    with pytest.raises(AuditdocsError, match="the customer has"):
        run_renumber(workspace, console(), "CAR-2026-0001", True)


def test_an_audit_keeps_its_number(workspace: Path) -> None:
    with pytest.raises(AuditdocsError, match="no AUD-2026-001 to renumber"):
        run_renumber(workspace, console(), "AUD-2026-001", True)
