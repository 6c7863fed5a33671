"""The year as values → a calendar to take over: audits on their days, planned months as long as no day is set, what falls due."""

from collections.abc import Iterator
from datetime import date
from typing import Literal
from uuid import NAMESPACE_URL, uuid5

from auditdocs.documents.preparation.programme_rows import REVIEW, state
from auditdocs.documents.preparation.programme_year import Year, YearAudit
from auditdocs.documents.words import Writing, lines
from auditdocs.field import label
from auditdocs.problem import Words
from auditdocs.records.audit.audit import Audit
from auditdocs.records.house.organization import organization
from auditdocs.records.house.programme import PlannedAudit
from auditdocs.records.preparation.contact_sheet import AUDIT_TYPE
from auditdocs.view_parts import Calendar, CalendarEvent

AUDIT, DUE = Words("客户审核", "Customer audit"), Words("到期", "Due")
MONTH_ONLY = Words("日期未定，只定了月份", "no day is set yet, only the month")


def calendar_of(write: Writing, key: str, title: str, year: Year) -> Calendar:
    """All events of the year."""
    return Calendar(f"{title} {key}", (*_audits(write, key, year), *_due(write, year)))


def _audits(write: Writing, key: str, year: Year) -> Iterator[CalendarEvent]:
    for one in year.audits:
        if one.days is None:
            continue
        first, last = one.days
        yield CalendarEvent(
            uid=_uid(write, f"{key}/{one.number}" if one.number else f"audit/{one.facts.audit if one.facts else ''}"),
            start=first,
            end=last,
            summary=_summary(write, one),
            description=_description(write, one),
            location=one.facts.sites if one.facts else write.listed(map(write.site, one.planned.sites)) if one.planned else "",
            category=write.words(AUDIT),
            status=_status(one),
            is_busy=one.standing != "cancelled" and one.facts is not None,
        )


def _summary(write: Writing, one: YearAudit) -> str:
    """Who comes for what."""
    if one.facts:
        return " ".join(filter(None, (one.facts.customer_name, one.facts.type, one.facts.audit)))
    planned = one.planned
    return " ".join((write.customer(planned.customer), write.choice(AUDIT_TYPE, planned.audit_type), one.number)) if planned else ""


def _description(write: Writing, one: YearAudit) -> str:
    planned, facts = one.planned, one.facts
    criteria = facts.criteria if facts else write.listed(map(write.criterion, planned.criteria)) if planned else ""
    reason = write.told(write.words(label(PlannedAudit, "reason")), write.text(planned.reason)) if planned else ""
    return lines(state(write, one), criteria, reason, "" if facts and facts.start else write.words(MONTH_ONLY))


def _status(one: YearAudit) -> Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]:
    """A date holds once the customer confirmed it."""
    if one.standing == "cancelled":
        return "CANCELLED"
    return "CONFIRMED" if one.facts and (one.facts.held_from or one.facts.is_confirmed) else "TENTATIVE"


def _due(write: Writing, year: Year) -> Iterator[CalendarEvent]:
    for one in year.due:
        what, day = write.words(label(Audit, "next_audit_due") if one.audit else REVIEW), date.fromisoformat(one.day)
        yield CalendarEvent(
            uid=_uid(write, f"due/{one.audit or one.customer}"),
            start=day,
            end=day,
            summary=f"{what} {one.customer_name} {one.audit}".rstrip(),
            category=write.words(DUE),
            is_busy=False,
        )


def _uid(write: Writing, name: str) -> str:
    """The same for the same thing of the same company, whatever is changed of it (RFC 7986 5.3)."""
    ours = organization(write.records)
    company = (ours.uscc or str(ours.name)) if ours else ""
    return str(uuid5(NAMESPACE_URL, f"auditdocs:{company}:{name}"))
