"""What is controlled, what is obsolete and what others issue are lists; copies and change requests are forms."""

from datetime import date

from auditdocs.document import Document
from auditdocs.documents.control.change_request import ChangeRequestView
from auditdocs.documents.control.controlled_documents import ControlledDocumentsView
from auditdocs.documents.control.distribution_list import DistributionView
from auditdocs.documents.control.external_documents import ExternalDocumentsView
from auditdocs.documents.control.obsolete_documents import ObsoleteDocumentsView
from auditdocs.view_parts import Sheet
from tests.documents.demonstration import job


def document(kind: str, subject: str = "list") -> Document:
    return job(kind, subject, "xlsx" if subject == "workbook" else "pdf").document


def test_the_master_list_has_the_revision_in_force_and_every_form() -> None:
    view = document("controlled_documents").view
    assert isinstance(view, ControlledDocumentsView)
    policies = [row for row in view.rows if row.number == "XY-QP-CA-01"]
    assert [(row.revision, row.status, row.effective_on, row.copies) for row in policies] == [("A/2", "受控", "2026-10-12", "3")]
    assert ("XY-FM-CA-09", "A/2", "四级 表单") in [(row.number, row.revision, row.level) for row in view.rows]


def test_the_obsolete_list_says_since_when_why_and_what_came_back() -> None:
    view = document("obsolete_documents").view
    assert isinstance(view, ObsoleteDocumentsView)
    told = [(row.number, row.revision, row.obsolete_on, row.reason, row.copies, row.returned) for row in view.rows]
    assert told == [
        ("XY-QP-CA-01", "A/0", "2026-04-01", "由新版代替 A/1", "3", "1"),
        ("XY-QP-CA-01", "A/1", "2026-10-12", "由新版代替 A/2", "3", "1"),
    ]


def test_external_documents_say_when_to_look_again_unless_they_ended() -> None:
    view = document("external_documents").view
    assert isinstance(view, ExternalDocumentsView)
    told = {row.number: (row.status, row.check_again, row.ended) for row in view.rows}
    assert told["EXT-001"] == ("现行有效", "2027-03-02", "")
    assert told["EXT-003"] == ("已被代替", "", "VDA 6.3 (2023)\n2023-06-12")


def test_a_workbook_has_the_rows_of_the_page_with_real_dates() -> None:
    sheet = document("obsolete_documents", "workbook").view
    assert isinstance(sheet, Sheet)
    assert [(row[0], row[2], row[4]) for row in sheet.rows] == [
        ("XY-QP-CA-01", "A/0", date(2026, 4, 1)),
        ("XY-QP-CA-01", "A/1", date(2026, 10, 12)),
    ]
    assert {len(row) for row in sheet.rows} == {len(sheet.columns)}


def test_each_copy_has_its_line_and_room_to_sign() -> None:
    view = document("distribution_list", "XY-QP-CA-01/A-0").view
    assert isinstance(view, DistributionView)
    assert (view.status, view.obsolete_on) == ("作废", "2026-04-01")
    told = [(row.copy_number, row.department, row.form, row.issued_on, row.returned_on, row.received_by) for row in view.copies]
    assert told[2] == ("03", "制造部", "纸质", "2025-02-25", "2026-04-01", "")


def test_a_request_says_who_asked_who_agreed_and_why_it_was_rejected() -> None:
    view = document("change_request", "DCR-2025-001").view
    assert isinstance(view, ChangeRequestView)
    assert view.document_title == "纠正措施要求单"
    assert [one.words for one in view.kind if one.ticked] == ["修订"]
    assert [(row.date, row.event) for row in view.events] == [("2025-10-27", "不予更改")]
    assert [one.name for one in view.signatures][1:] == ["", ""]
