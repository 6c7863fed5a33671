"""An overdue promise climbs: the head of the department, the head of quality, the general manager (practice B-32)."""

from collections.abc import Iterator
from datetime import timedelta

from auditdocs.entry import Entry, Records, Violation
from auditdocs.records.cars.car import Car
from auditdocs.records.cars.car_answers import DUE
from auditdocs.records.cars.car_due_rules import open_dues
from auditdocs.records.house.organization import Parameters, parameters
from auditdocs.records.words import choice
from auditdocs.room import rule

RUNG = choice(
    department=("部门负责人", "Head of the department"),
    quality=("质量部负责人", "Head of quality"),
    gm=("总经理", "General manager"),
)


def rungs(set_by: Parameters) -> tuple[tuple[str, int], ...]:
    """The ladder from below: whom to tell, and after how many days overdue."""
    days = (set_by.escalate_department_cd, set_by.escalate_quality_cd, set_by.escalate_gm_cd)
    return tuple(zip(RUNG.choices, days, strict=True))


def rung_after(set_by: Parameters, days: int | None) -> str | None:
    """Whom so many days overdue are told to; nobody while it is too early."""
    reached = [name for name, least in rungs(set_by) if days and days >= least]
    return reached[-1] if reached else None


@rule(
    "car.escalate",
    "ISO 9001 5.3",
    catalogue="CAR-018",
    zh="{step}期限 {due} 已过、仍未完成：报{whom}（{department}）",
    en="'{step}' was due on {due} and is not done: tell the {whom} ({department})",
    todo_only=True,
    who="QA",
)
def escalate(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    passed = [(due, name) for name, due in open_dues(entry, records) if records.has_passed(due)]
    if not passed:
        return
    due, name = min(passed)
    reached = [rung for rung, days in rungs(parameters(records)) if records.has_come(due + timedelta(days=days))]
    if reached:
        department = {"department": entry.record.owner_department, "quality": "QA", "gm": "GM"}[reached[-1]]
        yield entry.at("due", name, step=DUE.label(name), due=due, whom=RUNG.label(reached[-1]), department=department)


ESCALATION_RULES = (escalate,)
