"""The record sheet stays on one page and says what it leaves out."""

from pathlib import Path

import pytest

from auditdocs.document import Document, Frame, Job
from auditdocs.documents.report.record_sheet import RecordSheetView
from auditdocs.documents.report.record_sheet_view import cut
from auditdocs.labels import Languages
from auditdocs.render import Press, render
from auditdocs.render.fonts import prepare
from tests.documents.demonstration import ROOTS
from tests.documents.small import AUDIT, made, small
from tests.render.pdf_reader import page_count

LONG = "很长的名称 a very long name " * 20
FOLDER = {
    "customers/C0001/profile.yaml": f"name: {{zh: {LONG}, en: {LONG}}}",
    "org/departments.yaml": f"QA: {{name: {{zh: {LONG}, en: {LONG}}}}}\nMFG: {{name: 制造部}}\nSAL: {{name: 销售部}}\n",
    f"{AUDIT}/contact_sheet.yaml": f"""
        customer: C0001
        audit_type: system
        info_source: {{received_at: 2026-08-03T09:20, received_by: P0001}}
        planned_start: 2026-09-08
        planned_end: 2026-09-09
        visitors: [{{name: {LONG}, role: lead}}, {{name: {LONG}, role: auditor}}]
        approvals:
          - {{role: confirmed, person: P0001, at: 2026-08-06T09:00}}
          - {{role: received, person: P0001, at: 2026-08-06T10:30}}
        """,
    f"{AUDIT}/audit.yaml": f"{{label: {LONG}, grading_scheme: iso_nc, coordinator: P0001, closed: {{date: 2026-11-19, by: P0001}}}}",
    f"{AUDIT}/conclusion.yaml": f"{{received_at: 2026-09-09T16:40, received_by: P0001, grade: {LONG}, decision: conditional, score: 91.60}}",
    f"{AUDIT}/findings.yaml": "items: {F01: {type: nc, grade: minor, statement: a}, F02: {type: observation, statement: b}}",
}


def folder(cars: int, submissions: int) -> dict[str, str]:
    numbered = {
        f"{AUDIT}/cars/CAR-2026-{n:04}.yaml": "{findings: [F01], owner_department: QA, issued_on: 2026-09-10, due: {implementation: 2026-10-20}}"
        for n in range(1, cars + 1)
    }
    sent = {
        f"{AUDIT}/submissions/SUB-2026-{n:03}.yaml": (
            "{kind: plan, cars: [CAR-2026-0001], sent_to_customer_at: 2026-09-24T16:40, customer_response:"
            " {at: 2026-09-25T10:00, results: {CAR-2026-0001: {result: accepted}}}}"
        )
        for n in range(1, submissions + 1)
    }
    return {**FOLDER, **numbered, **sent}


def sheet(cars: int, submissions: int, languages: Languages = ("zh",)) -> Document:
    return made("record_sheet", "AUD-2026-001", small(folder(cars, submissions), languages))


def view(document: Document) -> RecordSheetView:
    assert isinstance(document.view, RecordSheetView)
    return document.view


@pytest.mark.pdf
@pytest.mark.parametrize("languages", [("zh",), ("en",), ("zh", "en")])
def test_it_is_one_page_however_long_the_names_and_many_the_cars(languages: Languages, tmp_path: Path) -> None:
    document = sheet(40, 12, languages)
    frame = Frame(
        company=LONG[:60], title="客户审核记录单 Customer Audit Record Sheet", number="AUD-2026-001", retention="CA-3Y 3 年", mark="草稿"
    )
    content = render(Job(document, "pdf", "sheet.pdf", frame, "draft"), Press(ROOTS, prepare()))
    assert isinstance(content, bytes)
    assert page_count(content, tmp_path) == 1


def test_what_finds_no_room_is_counted() -> None:
    shown = view(sheet(40, 12))
    assert [row.number for row in shown.cars] == [f"CAR-2026-{n:04}" for n in range(1, 7)]
    assert shown.more_cars == "+ 34 张 CAR 未列出，见 CAR 跟踪表"
    assert [row.number for row in shown.submissions] == [f"SUB-2026-{n:03}" for n in range(10, 13)]
    assert shown.more_submissions == "+ 9 次较早的提交未列出，见 CAR 跟踪表"


def test_nothing_is_said_to_be_more_where_all_finds_room() -> None:
    shown = view(sheet(6, 3))
    assert (len(shown.cars), shown.more_cars) == (6, "")
    assert (len(shown.submissions), shown.more_submissions) == (3, "")


def test_the_course_has_each_step_with_its_day_its_person_and_its_record() -> None:
    shown = view(sheet(0, 0))
    nodes = {row.node: (row.date, row.by, row.record) for row in shown.nodes}
    assert nodes["质量部已签收"] == ("2026-08-06", "甲示例", "客户审核联络单")
    assert nodes["已关闭"] == ("2026-11-19", "甲示例", "审核")
    assert nodes["已归档"] == ("", "", "")


def test_findings_are_counted_by_grade_and_the_rest_by_type() -> None:
    counts = {row.grade: row.count for row in view(sheet(0, 0)).counts}
    assert counts["一般不符合"] == "1"
    assert counts["合计"] == "2"


def test_a_long_text_is_cut_to_its_line() -> None:
    assert cut("短 text", 20) == "短 text"
    assert cut("一二三四五六", 8) == "一二三…"
    assert cut("abc\ndef", 20) == "abc def"
