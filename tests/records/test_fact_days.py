"""Every day a record can hold is either one on which something happened, or lies ahead by its name."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from auditdocs.records import ROOMS
from auditdocs.records.fact_days import in_the_future, is_of_a_fact
from auditdocs.records.time_words import DAY, MOMENT
from auditdocs.shape import Group, Leaf, Many, Numbered, Shape, shapes
from tests.records.small import car_of

PLANNED_OR_PROMISED = frozenset(
    (
        *("start", "end", "planned_start", "planned_end", "new_start", "new_end", "for_date", "period_start", "period_end"),
        *("due", "names_due", "preparation_due", "next_audit_due", "customer_due", "customer_due_date", "return_due", "response_deadline"),
        *("containment", "root_cause", "plan", "customer_response", "implementation", "verification", "customer_close"),
        *("from", "to", "valid_from", "valid_to", "until", "nda_until", "override_until", "kept_until", "transition_until"),
        *("effective_on", "left_on", "withdrawn_on", "stopped_on", "review_on", "next_review", "published"),
    )
)


def days(shape: Shape, name: str = "") -> Iterator[str]:
    match shape:
        case Leaf(word):
            yield from (name,) if word in (DAY, MOMENT) else ()
        case Many(inner) | Numbered(_, inner):
            yield from days(inner, name)
        case Group(model):
            yield from days_of(model)


def days_of(model: type[BaseModel]) -> Iterator[str]:
    for name, shape in shapes(model).items():
        yield from days(shape, name)


def test_a_field_with_a_day_says_by_its_name_whether_it_happened() -> None:
    names = {name for room in ROOMS.types.values() for name in days_of(room.model)}
    assert {name for name in names if not is_of_a_fact(name)} == PLANNED_OR_PROMISED
    assert {"at", "date", "done_on", "raised_at", "closed_on"} <= names - PLANNED_OR_PROMISED


def test_what_has_not_happened_is_named_by_its_field() -> None:
    records, car = car_of("corrective_actions: [{action: 修订流程, done_on: 2026-04-20}, {action: 推广, done_on: 2093-04-20}]\n")
    [found] = in_the_future.run(car, records)
    assert found.loc == ("corrective_actions", 1, "done_on")
    assert (found.facts["field"], str(found.facts["day"])) == ("done_on", "2093-04-20")


def test_a_milestone_that_has_not_come_is_left_to_its_life() -> None:
    records, car = car_of("issued_on: 2093-03-16\ncorrection: [{action: 补签, done_on: 2093-03-17}]\n")
    told: list[Any] = [one.loc for one in in_the_future.run(car, records)]
    assert told == [("correction", 0, "done_on")]
