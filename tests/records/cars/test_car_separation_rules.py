"""Closing before the effect is known, where the profile allows it; and whose to-do it is."""

from datetime import date

import pytest

from auditdocs.check import check
from auditdocs.records import ROOMS
from auditdocs.records.cars.car import Car
from auditdocs.records.cars.car_closing_rules import closed_although_not_effective, closed_before_period_end, effectiveness_incomplete
from auditdocs.records.cars.car_separation_rules import effectiveness_to_follow
from tests.records.small import FOLDER, SHEET, records_of

CAR = f"{FOLDER}/cars/CAR-2026-0001.yaml"
CLOSED = """owner_department: MFG
findings: [F01]
issued_on: 2026-03-16
effectiveness: {criterion: 20 班次, period_start: 2026-05-01, period_end: 2026-06-30%s}
closed_on: 2026-05-18
"""
FINDING = {f"{FOLDER}/findings.yaml": "items:\n  F01: {type: nc, grade: minor, statement: 缺签字}\n"}


def said(option: str, result: str, today: date = date(2026, 7, 1)) -> list[str]:
    profile = f"own: {{customer: C0001, items: {{}}{option}}}\n"
    records = records_of({**SHEET, **FINDING, "records/org/deadlines.yaml": profile, CAR: CLOSED % result}, today)
    (entry,) = records.all(Car)
    rules = (closed_before_period_end, closed_although_not_effective, effectiveness_incomplete, effectiveness_to_follow)
    return [rule.code for rule in rules if list(rule.run(entry, records))]


EARLY = ", close_before_effectiveness: true"


def test_a_car_is_closed_after_its_effect_is_known() -> None:
    assert said("", ", result: pending") == ["car.closed-before-period-end", "car.closed-although-not-effective"]
    assert said("", "") == ["car.closed-before-period-end", "car.effectiveness-incomplete"]


@pytest.mark.parametrize("result", ["", ", result: pending"])
def test_where_the_profile_allows_it_the_result_follows_as_a_to_do_once_the_period_has_passed(result: str) -> None:
    assert said(EARLY, result, date(2026, 6, 30)) == []
    assert said(EARLY, result) == ["car.effectiveness-to-follow"]


def test_what_proved_not_effective_stays_wrong() -> None:
    assert said(EARLY, ", result: not_effective") == ["car.closed-although-not-effective"]


def test_quality_sends_the_plan_not_the_department_whose_turn_it_is() -> None:
    text = """owner_department: MFG
source: onsite_conclusion
findings: [F01]
issued_on: 2026-03-16
received_on: 2026-03-17
due: {customer_response: 2026-04-03, implementation: 2026-04-20}
containment_not_needed: 只涉及记录
root_cause: {completed_on: 2026-03-26}
responses: [{round: 1, submitted_at: 2026-03-30T16:00, decision: accepted, decided_at: 2026-04-02T10:00}]
"""
    records = records_of({**SHEET, **FINDING, CAR: text}, date(2026, 4, 15))
    turns = {todo.who for todo in check(records, ROOMS).todos if todo.problem and todo.problem.code == "car.plan-not-submitted"}
    assert turns == {"QA"}
