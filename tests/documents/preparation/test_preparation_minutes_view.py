"""A preparation meeting becomes the finished words of its minutes."""

from auditdocs.documents.preparation.preparation_minutes import PreparationMinutesView
from tests.documents.small import AUDIT, made, small

SHEET = "{customer: C0001, planned_start: 2026-09-08, planned_end: 2026-09-09}"


def view(meeting: str, **others: str) -> PreparationMinutesView:
    files = {f"{AUDIT}/{name}.yaml": text for name, text in {"contact_sheet": SHEET, "prep_meeting": meeting, **others}.items()}
    shown = made("preparation_minutes", "AUD-2026-001", small(files)).view
    assert isinstance(shown, PreparationMinutesView)
    return shown


def test_the_meeting_stands_at_the_head() -> None:
    shown = view("{at: 2026-08-12T13:30, place: 一号会议室, chair: P0001, preparation_due: 2026-08-31}")
    assert (shown.at, shown.place, shown.chair, shown.preparation_due) == ("2026-08-12 13:30", "一号会议室", "甲示例", "2026-08-31")
    assert (shown.customer, shown.audit_date) == ("样例客户", "2026-09-08 ~ 2026-09-09")


def test_who_came_has_room_to_sign_and_who_did_not_an_excuse() -> None:
    shown = view("{at: 2026-08-12T13:30, attendees: [{person: P0001}, {person: P0002, department: MFG, present: false, excuse: 出差}]}")
    assert [(row.name, row.department, row.present, row.excuse, row.sign) for row in shown.attendees] == [
        ("甲示例", "质量部", "是", "", ""),
        ("乙示例", "制造部", "否", "出差", "—"),
    ]
    assert shown.attendees[0].job_title == "质量工程师"


def test_questions_of_a_section_share_a_row_where_the_same_people_answer() -> None:
    shown = view(
        "preparation_due: 2026-08-31",
        checklist="""
        items:
          Q001: {section: P5, clause_refs: [P5.1], owner_department: SAL, owner: P0002}
          Q002: {section: P6, clause_refs: [P6.1], owner_department: MFG, co_departments: [QA]}
          Q003: {section: P5, clause_refs: [P5.1, P5.2], owner_department: SAL, owner: P0002}
        """,
    )
    assert [(row.section, row.clauses, row.questions, row.department, row.owner) for row in shown.allocation] == [
        ("P5", "P5.1、P5.2", "Q001、Q003", "销售部", "乙示例"),
        ("P6", "P6.1", "Q002", "制造部", ""),
    ]
    assert {row.due for row in shown.allocation} == {"2026-08-31"}
    assert shown.allocation[1].co_departments == "质量部"


def test_the_plan_of_the_pre_audit_and_the_escorts_are_their_own_records() -> None:
    shown = view(
        "place: 一号会议室",
        preaudit="plan: {method: [self], team: [P0001], start: 2026-08-17, end: 2026-09-02, scope: 全部}",
        plan="sessions: {S01: {stage: opening, start: 2026-09-08T09:00, escorts: [P0001], guides: [P0002], auditee_departments: [QA]}}",
    )
    assert (shown.method, shown.held, shown.team, shown.scope) == ("自查", "2026-08-17 ~ 2026-09-02", "甲示例", "全部")
    assert [(row.session, row.date, row.time, row.escorts, row.guides) for row in shown.sessions] == [
        ("S01", "2026-09-08", "09:00", "甲示例", "乙示例")
    ]


def test_a_document_that_does_not_apply_has_its_reason() -> None:
    request = "{document: 委外记录, department: MFG, owner: P0001, due: 2026-08-28, status: na, reason: 没有委外, evidence: [A-1]}"
    row = view(f"document_requests: [{request}]").document_requests[0]
    assert (row.document, row.department, row.owner, row.due) == ("委外记录", "制造部", "甲示例", "2026-08-28")
    assert (row.status, row.evidence) == ("不适用", "A-1\n原因：没有委外")


def test_decisions_and_tasks_are_numbered() -> None:
    shown = view("{decisions: [先自查, 再互查], tasks: [{what: 划线, owner: P0002, due: 2026-09-01, done_on: 2026-08-30, result: 已划}]}")
    assert [(row.number, row.decision) for row in shown.decisions] == [("1", "先自查"), ("2", "再互查")]
    assert [(row.number, row.what, row.owner, row.done_on, row.result) for row in shown.tasks] == [
        ("1", "划线", "乙示例", "2026-08-30", "已划")
    ]
