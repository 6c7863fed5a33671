"""A package becomes a cover for the customer, with nothing on it that stays in the house."""

from auditdocs.documents.cars.submission import SubmissionView
from tests.documents.small import AUDIT, made, small

OTHERS = "audits/2026/AUD-2026-002"

CAR = """
    findings: [F01]
    customer_car_no: X-7
    owner_department: MFG
    owner: P0001
    issued_on: 2026-09-10
    remarks_internal: 别告诉客户
    problem: {statement: 首件记录缺签字}
    due: {containment: 2026-09-11, implementation: 2026-10-20}
    containment: [{action: 全检, done_on: 2026-09-11}]
    root_cause: {statement: {occurrence: 无人接替}}
    corrective_actions: [{action: 系统不放行, done_on: 2026-10-09, evidence: [CAR-2026-0001/a.png]}, {action: 修订流程}]
    """


def view(submission: str) -> SubmissionView:
    files = {
        f"{AUDIT}/contact_sheet.yaml": "customer: C0001",
        f"{AUDIT}/findings.yaml": "items: {F01: {type: nc, grade: minor, statement: a}}",
        f"{AUDIT}/cars/CAR-2026-0001.yaml": CAR,
        f"{AUDIT}/submissions/SUB-2026-001.yaml": submission,
    }
    shown = made("submission", "SUB-2026-001", small(files)).view
    assert isinstance(shown, SubmissionView)
    return shown


def test_a_plan_tells_causes_and_actions_with_the_day_of_those_that_are_done() -> None:
    (row,) = view("{kind: plan, cars: [CAR-2026-0001]}").cars
    assert (row.number, row.customer_number, row.finding, row.department) == ("CAR-2026-0001", "X-7", "首件记录缺签字", "制造部")
    assert row.measures == "发生：无人接替\n· 系统不放行 (2026-10-09)\n· 修订流程"
    assert (row.due, row.evidence) == ("2026-10-20", "CAR-2026-0001/a.png")


def test_a_containment_tells_what_was_done_at_once() -> None:
    (row,) = view("{kind: containment, cars: [CAR-2026-0001]}").cars
    assert (row.measures, row.due, row.evidence) == ("· 全检 (2026-09-11)", "2026-09-11", "")


def test_a_car_of_another_audit_is_numbered_and_not_told() -> None:
    files = {
        f"{AUDIT}/submissions/SUB-2026-001.yaml": "{kind: plan, cars: [CAR-2026-0009]}",
        f"{OTHERS}/contact_sheet.yaml": "customer: C0002",
        f"{OTHERS}/cars/CAR-2026-0009.yaml": CAR,
    }
    shown = made("submission", "SUB-2026-001", small({f"{AUDIT}/contact_sheet.yaml": "customer: C0001", **files})).view
    assert isinstance(shown, SubmissionView)
    assert shown.cars == ()
    assert [row.number for row in shown.results] == ["CAR-2026-0009"]
    assert "首件记录缺签字" not in repr(shown)


def test_internal_remarks_do_not_leave_the_house() -> None:
    assert "别告诉客户" not in repr(view("{kind: plan, cars: [CAR-2026-0001], remarks_internal: 别告诉客户}"))


def test_the_customer_ticks_a_box_for_each_car_until_the_answer_is_recorded() -> None:
    (open_row,) = view("{kind: plan, cars: [CAR-2026-0001]}").results
    assert [(box.words, box.ticked) for box in open_row.result] == [("接受", False), ("退回", False)]
    (row,) = view(
        "{kind: plan, cars: [CAR-2026-0001], customer_response:"
        " {at: 2026-09-25T10:00, results: {CAR-2026-0001: {result: accepted, closes: true, comment: 好}}}}"
    ).results
    assert [box.words for box in row.result if box.ticked] == ["接受"]
    assert row.comment == "据此关闭\n好"
