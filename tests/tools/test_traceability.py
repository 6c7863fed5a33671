"""Every requirement of the core is told, and all that is said to meet it exists."""

import pytest

from tools import pointers
from tools.traceability import CORE, SYSTEMS, load

TOLD = load()
WRONG = (
    ("record", "contact_shet"),
    ("field", "contact_sheet"),
    ("field", "contact_sheet.visitors.nane"),
    ("field", "contact_sheet.visitor_count.more"),
    ("field", "retention_schedule.perod"),
    ("rule", "car.never-written"),
    ("milestone", "audit.issued"),
    ("document", "cars"),
    ("number", "car_register.never"),
    ("number", "contact_sheet.overdue"),
    ("command", "burn"),
    ("clause", "XY-QP-CA-01 6.9"),
    ("clause", "XY-QP-CA-99 1"),
    ("retention", "CA-30Y"),
    ("page", "docs/never.md"),
)


def test_every_requirement_of_the_core_is_told_in_order() -> None:
    assert tuple(TOLD.requirements) == CORE


def test_every_source_system_is_told_in_order() -> None:
    assert tuple(TOLD.systems) == SYSTEMS


@pytest.mark.parametrize("number", [*TOLD.requirements, *TOLD.systems])
def test_a_requirement_is_met_by_something_or_open(number: str) -> None:
    row = {**TOLD.requirements, **TOLD.systems}[number]
    assert row.by or row.open


@pytest.mark.parametrize("number", TOLD.requirements)
def test_a_requirement_names_its_clause(number: str) -> None:
    assert TOLD.requirements[number].clause.startswith("001i ")


@pytest.mark.parametrize("pointer", sorted(set(TOLD.pointers())), ids=" ".join)
def test_what_is_said_to_meet_a_requirement_exists(pointer: tuple[str, str, str]) -> None:
    _, kind, name = pointer
    pointers.KINDS[kind].words(name)


@pytest.mark.parametrize(("kind", "name"), WRONG)
def test_a_name_that_nothing_has_is_found(kind: str, name: str) -> None:
    with pytest.raises(pointers.Dangling):
        pointers.KINDS[kind].words(name)


def test_each_kind_of_pointer_is_tried_with_a_wrong_name() -> None:
    assert {kind for kind, _ in WRONG} == set(pointers.KINDS)


def test_the_numbers_of_lists_and_tables_are_passed_by() -> None:
    field = pointers.KINDS["field"]
    assert field.words("contact_sheet.visitors.name") == "姓名 Name"
    assert field.words("retention_schedule.period.years") == "年 Years"
    assert field.words("audit_plan.sessions.escorts").startswith("陪同")
