"""Who is told of an overdue promise: the longer it is overdue, the higher (practice B-32)."""

from datetime import date

import pytest

from auditdocs.records.cars.escalation import escalate, rung_after
from auditdocs.records.house.organization import Parameters
from tests.records.small import car_of

OPEN = "issued_on: 2026-03-16\nreceived_on: 2026-03-16\ndue: {containment: 2026-03-18, plan: 2026-03-31}\n"


@pytest.mark.parametrize(
    ("days", "told"),
    [(None, None), (0, None), (1, "department"), (6, "department"), (7, "quality"), (13, "quality"), (14, "gm"), (400, "gm")],
)
def test_the_ladder_has_three_rungs(days: int | None, told: str | None) -> None:
    assert rung_after(Parameters(), days) == told


def test_a_house_sets_its_own_days() -> None:
    patient = Parameters.model_validate({"escalate_department_cd": "5", "escalate_quality_cd": "30", "escalate_gm_cd": "60"})
    assert [rung_after(patient, days) for days in (4, 5, 30, 60)] == [None, "department", "quality", "gm"]


@pytest.mark.parametrize(
    ("day", "department"),
    [("2026-03-18", ""), ("2026-03-19", "MFG"), ("2026-03-25", "QA"), ("2026-04-01", "GM")],
)
def test_quality_is_asked_to_tell_whom_it_concerns(day: str, department: str) -> None:
    records, car = car_of(OPEN, as_of=date.fromisoformat(day))
    assert [one.facts["department"] for one in escalate.run(car, records)] == [department] * bool(department)
