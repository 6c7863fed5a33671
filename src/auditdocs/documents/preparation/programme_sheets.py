"""The year as values → a workbook: its audits with real dates to filter, and what falls due."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from auditdocs.documents.preparation.programme import WORDS
from auditdocs.documents.preparation.programme_rows import due_rows, planned_rows, unplanned_rows
from auditdocs.documents.preparation.programme_year import Year
from auditdocs.documents.words import Writing
from auditdocs.field import label
from auditdocs.problem import Words
from auditdocs.records.audit.audit import DIRECTION
from auditdocs.records.house.programme import PlannedAudit, Progress
from auditdocs.view_parts import Sheet

START, END, COURSE = Words("开始", "Start"), Words("结束", "End"), Words("变动", "Changes")
AUDIT_COLUMNS: tuple[tuple[Words, int], ...] = (
    *(
        (WORDS["planned_number"], 7),
        (WORDS["month"], 10),
        (WORDS["customer"], 30),
        (label(PlannedAudit, "direction"), 16),
        (WORDS["type"], 18),
    ),
    *((label(PlannedAudit, "audit_purpose"), 18), (label(PlannedAudit, "criteria"), 34), (label(PlannedAudit, "sites"), 14)),
    *((WORDS["priority"], 10), (WORDS["reason"], 40), (WORDS["audit_responsible"], 12), (label(Progress, "audit"), 15)),
    *((START, 12), (END, 12), (WORDS["audit_state"], 16), (COURSE, 36)),
)
DUE_COLUMNS: tuple[tuple[Words, int], ...] = (
    *((WORDS["due_on"], 12), (WORDS["customer"], 34), (WORDS["what"], 26), (WORDS["source"], 16), (WORDS["planned_as"], 26)),
)


def sheets(write: Writing, key: str, year: Year, heading: tuple[str, ...]) -> tuple[Sheet, ...]:
    """One sheet of audits, one of what falls due."""
    named = (
        (WORDS["planned_audits"], AUDIT_COLUMNS, tuple(_audit_rows(write, year))),
        (WORDS["due"], DUE_COLUMNS, tuple(_due_rows(write, year))),
    )
    return tuple(
        Sheet(f"{key} {title.in_(write.languages[0])}", heading, tuple((write.words(words), width) for words, width in columns), rows)
        for title, columns, rows in named
    )


def _audit_rows(write: Writing, year: Year) -> Iterator[tuple[Any, ...]]:
    for row, one in zip(planned_rows(write, year), year.planned, strict=True):
        dates = (one.facts.start, one.facts.end) if one.facts else ("", "")
        yield (
            *(row.number, row.month, row.customer, row.direction, row.type, row.purpose, row.criteria, row.sites),
            *(row.priority, row.reason, row.responsible, row.audit, *map(_day, dates), row.state, row.course),
        )
    for other, one in zip(unplanned_rows(year), year.unplanned, strict=True):
        facts = one.facts
        assert facts
        yield (
            *("", facts.start[:7], other.customer, write.choice(DIRECTION, facts.direction), other.type, "", other.criteria, facts.sites),
            *("", "", facts.coordinator, other.audit, _day(facts.start), _day(facts.end), other.state, write.words(WORDS["unplanned"])),
        )


def _due_rows(write: Writing, year: Year) -> Iterator[tuple[Any, ...]]:
    return ((_day(row.due), row.customer, row.what, row.source, row.planned) for row in due_rows(write, year))


def _day(day: str) -> date | None:
    return date.fromisoformat(day) if day else None
