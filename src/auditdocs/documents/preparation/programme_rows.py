"""The year as values → rows of the programme: finished words."""

from collections.abc import Iterator, Sequence
from typing import Any

from auditdocs.documents.preparation.programme import DueRow, MonthsRow, PlannedRow, UnplannedRow
from auditdocs.documents.preparation.programme_year import Due, Year, YearAudit
from auditdocs.documents.words import Writing, lines
from auditdocs.field import label
from auditdocs.labels import FRAME
from auditdocs.problem import Words
from auditdocs.records.audit.audit import DIRECTION, Audit
from auditdocs.records.house.programme import PRIORITY, Move, Progress
from auditdocs.records.marks import Event
from auditdocs.records.preparation.contact_sheet import AUDIT_PURPOSE, AUDIT_TYPE

SIGNS = {"planned": "○", "held": "●", "cancelled": "×"}
MOVED, UNPLANNED = "△", "☆"
MONTHS = tuple(f"{number:02d}" for number in range(1, 13))
STATES = {"planned": Words("已计划", "Planned"), "cancelled": Words("已取消", "Cancelled")}
REVIEW = Words("客户资质复审", "Review of the customer's qualification")
PLANNED, HELD = Words("计划", "Planned"), Words("已进行", "Held")


def planned_rows(write: Writing, year: Year) -> Iterator[PlannedRow]:
    """Every planned audit."""
    for one in year.planned:
        asked, facts = one.planned, one.facts
        if asked is None:
            continue
        yield PlannedRow(
            number=one.number,
            month=asked.month,
            customer=write.customer(asked.customer),
            direction=write.choice(DIRECTION, asked.direction),
            type=write.choice(AUDIT_TYPE, asked.audit_type),
            purpose=write.choices(AUDIT_PURPOSE, asked.audit_purpose),
            criteria=write.listed(write.criterion(name) for name in asked.criteria),
            sites=write.listed(write.site(code) for code in asked.sites),
            priority=write.choice(PRIORITY, asked.priority),
            reason=write.text(asked.reason),
            responsible=write.person(asked.responsible),
            audit=facts.audit if facts else one.progress.audit or "",
            dates=facts.dates if facts else "",
            state=state(write, one),
            course=lines(*_course(write, one.progress)),
        )


def state(write: Writing, one: YearAudit) -> str:
    """Where an audit stands: by its own life once it has one."""
    if one.facts:
        return one.facts.state_words
    return write.words(STATES["cancelled" if one.progress.cancelled else "planned"])


def _course(write: Writing, progress: Progress) -> Iterator[str]:
    """What turned the plan: when, by whom, why."""
    for move in progress.moved:
        moved = f"{write.words(label(Progress, 'moved'))} → {move.month}"
        yield from (_turn(write, moved, move), write.text(move.reason))
    if progress.cancelled:
        yield from (_turn(write, write.words(label(Progress, "cancelled")), progress.cancelled), write.text(progress.cancelled.reason))


def _turn(write: Writing, words: str, turn: Event | Move) -> str:
    return " ".join(filter(None, (words, write.day(turn.date), write.person(turn.by))))


def unplanned_rows(year: Year) -> Iterator[UnplannedRow]:
    """The audits nobody planned."""
    for facts in (one.facts for one in year.unplanned):
        if facts:
            yield UnplannedRow(
                audit=facts.audit,
                customer=facts.customer_name,
                type=facts.type,
                criteria=facts.criteria,
                dates=facts.dates,
                state=facts.state_words,
            )


def due_rows(write: Writing, year: Year) -> Iterator[DueRow]:
    """What falls due, and whether it is planned."""
    for one in year.due:
        yield DueRow(
            due=one.day,
            customer=one.customer_name,
            what=write.words(label(Audit, "next_audit_due") if one.audit else REVIEW),
            source=one.audit or one.customer,
            planned=_answer(write, one),
        )


def _answer(write: Writing, due: Due) -> str:
    if due.planned is None:
        return write.words(FRAME["nothing_to_come"])
    found = due.planned.facts
    return " ".join(filter(None, (due.planned.number, found.audit if found else "", found.start if found else due.planned.month)))


def month_rows(write: Writing, key: str, year: Year) -> Iterator[MonthsRow]:
    """A row a customer, a column a month."""
    for customer in sorted({_customer(one) for one in year.audits}):
        theirs = tuple(one for one in year.audits if _customer(one) == customer)
        yield _months(write.customer(customer), {month: lines(*(_signs(one, f"{key}-{month}") for one in theirs)) for month in MONTHS})


def total_rows(write: Writing, key: str, year: Year) -> Iterator[MonthsRow]:
    """How many were planned in each month, and how many held."""
    first = [one.planned.month for one in year.planned if one.planned]
    held = [one.facts.start[:7] for one in year.audits if one.facts and one.standing == "held"]
    yield _months(write.words(PLANNED), _counted(key, first))
    yield _months(write.words(HELD), _counted(key, held))


def _customer(one: YearAudit) -> str:
    return one.planned.customer if one.planned else one.facts.customer if one.facts else ""


def _signs(one: YearAudit, month: str) -> str:
    """The signs of an audit in a month: where it stands now, and where it was moved away from."""
    now = one.facts.start[:7] if one.facts and one.facts.start else one.month
    name = one.number or (one.facts.audit[-3:] if one.facts else "")
    sign = SIGNS[one.standing] if one.number or one.standing != "planned" else SIGNS["planned"]
    here = f"{UNPLANNED if not one.number else ''}{sign} {name}" if now == month else ""
    left = {one.planned.month, *(move.month for move in one.progress.moved)} - {now} if one.planned else set()
    return lines(here, f"{MOVED} {name}" if month in left else "")


def _counted(key: str, months: Sequence[str]) -> dict[str, str]:
    return {month: str(months.count(f"{key}-{month}") or "") for month in MONTHS}


def _months(customer: str, cells: dict[str, str]) -> MonthsRow:
    told: dict[str, Any] = {f"m{month}": cell for month, cell in cells.items()}
    return MonthsRow(customer=customer, **told)
