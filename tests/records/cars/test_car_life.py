"""Where a CAR stands follows from what is recorded in it."""

from datetime import date

import pytest

from auditdocs.check import check
from auditdocs.records import ROOMS
from auditdocs.state import Standing, standing
from tests.records.small import car_of

ISSUED = "source: onsite_conclusion\nissued_on: 2026-03-16\nreceived_on: 2026-03-17\n"
CONTAINED = "containment:\n  - {action: 全检, done_on: 2026-03-18}\n"
ANALYSED = "root_cause: {completed_on: 2026-03-26}\n"
PLANNED = "responses:\n  - {round: 1, submitted_at: 2026-03-30T16:00}\n"
APPROVED = "responses:\n  - {round: 1, submitted_at: 2026-03-30T16:00, decision: accepted, decided_at: 2026-04-02T10:00}\n"
REJECTED = "responses:\n  - {round: 1, submitted_at: 2026-03-30T16:00, decision: rejected, decided_at: 2026-04-02T10:00}\n"
DONE = "corrective_actions:\n  - {action: 修订流程, done_on: 2026-04-20}\npreventive_actions:\n  - {action: 推广, done_on: 2026-04-28}\n"
VERIFIED = "implementation_check: {by: P0005, date: 2026-04-30, result: pass}\n"
CONFIRMED = "customer_confirmation: {by: 孙工, date: 2026-05-18, result: accepted, reference: 邮件}\n"
CLOSED = "closed_on: 2026-05-18\n"
WAY = (ISSUED, CONTAINED, ANALYSED, APPROVED, DONE, VERIFIED)


def stand(*parts: str) -> Standing:
    records, car = car_of("".join(parts))
    found = standing(records, car, "car")
    assert found
    return found


@pytest.mark.parametrize(
    ("parts", "state"),
    [
        (("owner: P0007\n",), "draft"),
        ((ISSUED,), "received"),
        ((ISSUED, CONTAINED), "contained"),
        ((ISSUED, "containment_not_needed: 只涉及记录\n"), "contained"),
        ((ISSUED, CONTAINED, ANALYSED), "analysed"),
        ((ISSUED, CONTAINED, ANALYSED, PLANNED), "planned"),
        ((ISSUED, CONTAINED, ANALYSED, APPROVED), "plan_approved"),
        ((ISSUED, CONTAINED, ANALYSED, APPROVED, DONE), "implemented"),
        (WAY, "verified"),
        ((*WAY, CONFIRMED, CLOSED), "closed"),
    ],
)
def test_a_car_goes_its_way_step_by_step(parts: tuple[str, ...], state: str) -> None:
    assert stand(*parts).state == state


def test_a_car_is_not_contained_while_one_containment_is_open() -> None:
    assert stand(ISSUED, "containment:\n  - {action: 全检, done_on: 2026-03-18}\n  - {action: 追溯}\n").state == "received"


def test_what_was_contained_on_the_spot_counts_from_the_day_the_car_came() -> None:
    mark = stand(ISSUED, "containment:\n  - {action: 全检, done_on: 2026-03-11}\n").mark("contained")
    assert mark
    assert mark.moment == date(2026, 3, 17)


def test_measures_done_before_their_plan_was_accepted_count_from_then() -> None:
    early = "corrective_actions:\n  - {action: 修订流程, done_on: 2026-03-20}\n"
    mark = stand(ISSUED, CONTAINED, ANALYSED, APPROVED, early).mark("implemented")
    assert mark
    assert mark.moment == date(2026, 4, 2)


def test_measures_done_before_anybody_answered_do_not_make_it_implemented() -> None:
    assert stand(ISSUED, CONTAINED, ANALYSED, PLANNED, DONE).state == "planned"


def test_a_car_is_not_closed_without_the_customer_whatever_anyone_writes() -> None:
    assert stand(*WAY, CLOSED).state == "verified"
    assert stand(*WAY, CLOSED, CONFIRMED.replace("accepted", "rejected")).state != "closed"


def test_an_internal_car_is_closed_by_quality_alone() -> None:
    internal = "".join(WAY).replace("onsite_conclusion", "internal")
    assert stand(internal, CLOSED).state == "closed"


def test_a_rejected_plan_is_returned_until_the_next_round() -> None:
    assert stand(ISSUED, CONTAINED, ANALYSED, REJECTED).state == "returned"
    second = REJECTED + "  - {round: 2, submitted_at: 2026-04-08T09:00}\n"
    assert stand(ISSUED, CONTAINED, ANALYSED, second).state == "planned"


def test_a_rejected_plan_is_the_departments_turn_until_the_next_round() -> None:
    again = stand(ISSUED, CONTAINED, ANALYSED, REJECTED).next
    assert again
    assert (again.name, again.who) == ("planned", "DEP")
    decided = stand(ISSUED, CONTAINED, ANALYSED, REJECTED + "  - {round: 2, submitted_at: 2026-04-08T09:00}\n").next
    assert decided
    assert decided.name == "plan_approved"


def test_what_fails_its_check_does_not_go_back_to_its_plan() -> None:
    failed = stand(ISSUED, CONTAINED, ANALYSED, APPROVED, DONE, "implementation_check: {date: 2026-04-30, result: fail}\n")
    assert failed.state == "returned"
    assert failed.next
    assert failed.next.name == "verified"


def test_what_has_no_effect_is_returned() -> None:
    assert stand(*WAY, "effectiveness: {result: not_effective, date: 2026-05-20}\n").state == "returned"


def test_a_void_car_asks_for_nothing() -> None:
    found = stand(ISSUED, "void: {date: 2026-03-20, by: P0005, reason: 重复}\n")
    assert (found.state, found.next) == ("void", None)


def test_a_reopened_car_is_no_longer_closed_until_it_is_closed_again() -> None:
    reopened = "reopened: {date: 2026-06-30, by: P0005, reason: 再次发生}\n"
    assert stand(*WAY, CONFIRMED, CLOSED, reopened).state == "reopened"
    assert stand(*WAY, CONFIRMED, "closed_on: 2026-08-03\n", reopened).state == "closed"


def test_what_is_due_soon_is_a_to_do_beside_the_next_step() -> None:
    due = "due: {plan: 2026-04-07, customer_response: 2026-04-08, implementation: 2026-05-15}\n"
    records, _ = car_of(ISSUED + CONTAINED + ANALYSED + due, as_of=date(2026, 4, 1))
    todos = [one for one in check(records, ROOMS).todos if one.problem and one.problem.code == "car.due-soon"]
    assert [one.problem.message("zh") for one in todos if one.problem] == ["回复客户期限 2026-04-08 临近"]


@pytest.mark.parametrize(
    ("dues", "day"),
    [
        ("{plan: 2026-04-10}", date(2026, 4, 10)),
        ("{plan: 2026-03-31, customer_response: 2026-04-20}", date(2026, 4, 20)),
        ("{plan: 2026-03-31}", None),
    ],
)
def test_the_next_round_is_due_on_a_day_after_the_rejection(dues: str, day: date | None) -> None:
    records, car = car_of("".join((ISSUED, CONTAINED, ANALYSED, REJECTED, f"due: {dues}\n")))
    found = standing(records, car, "car")
    assert found
    assert found.next
    assert found.next.planned
    assert (found.next.name, found.next.planned(car, records)) == ("planned", day)
