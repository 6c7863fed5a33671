"""A programme and the audits there are → the year as values: each planned audit with what became of it, the rest, what falls due."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from auditdocs.documents.report.audit_facts import REVIEW_DUE, AuditFacts, all_audits
from auditdocs.documents.row_names import row_key
from auditdocs.entry import Records
from auditdocs.labels import Languages
from auditdocs.records.house.customer import Customer
from auditdocs.records.house.programme import PlannedAudit, Programme, Progress, last_day, month_of

Standing = Literal["planned", "held", "cancelled"]
CALLED_OFF = ("cancelled", "aborted")


@dataclass(frozen=True, slots=True)
class YearAudit:
    """One audit of the year: planned, there, or both."""

    number: str  # in the programme; empty for one that nobody planned
    planned: PlannedAudit | None
    progress: Progress
    facts: AuditFacts | None
    month: str  # in which it stands now

    @property
    def standing(self) -> Standing:
        """Whether it is still to come, was held, or was called off."""
        if self.facts and self.facts.state in CALLED_OFF:
            return "held" if self.facts.held_from else "cancelled"
        if self.facts and self.facts.held_from:
            return "held"
        return "cancelled" if self.progress.cancelled else "planned"

    @property
    def days(self) -> tuple[date, date] | None:
        """Its days; without any the month it is planned for; none where nothing is said yet."""
        if self.facts and self.facts.start:
            first, last = date.fromisoformat(self.facts.start), date.fromisoformat(self.facts.end)
            return first, max(first, last)
        if not self.month:
            return None
        last = last_day(self.month)
        return last.replace(day=1), last


@dataclass(frozen=True, slots=True)
class Due:
    """Something that falls due in the year."""

    day: str
    customer: str
    customer_name: str
    audit: str  # the one that asks for it; empty for the review of a qualification
    planned: YearAudit | None


@dataclass(frozen=True, slots=True)
class Year:
    """The programme beside what there is."""

    planned: tuple[YearAudit, ...]
    unplanned: tuple[YearAudit, ...]
    due: tuple[Due, ...]

    @property
    def audits(self) -> tuple[YearAudit, ...]:
        return (*self.planned, *self.unplanned)


def year_of(records: Records, year: str, programme: Programme, languages: Languages) -> Year:
    """All that is known of a year."""
    audits = {one.audit: one for one in all_audits(records, languages)}
    planned = tuple(_planned(programme, audits))
    linked = {one.facts.audit for one in planned if one.facts}
    others = sorted(
        (one for one in audits.values() if one.year == year and one.audit not in linked), key=lambda one: (one.start, one.audit)
    )
    unplanned = tuple(YearAudit("", None, Progress(), one, one.start[:7]) for one in others)
    return Year(planned, unplanned, tuple(sorted(_due(records, year, audits, (*planned, *unplanned), languages), key=lambda one: one.day)))


def _planned(programme: Programme, audits: Mapping[str, AuditFacts]) -> Iterator[YearAudit]:
    for number, one in programme.audits.items():
        progress = programme.progress.get(number) or Progress()
        yield YearAudit(number, one, progress, audits.get(progress.audit or ""), month_of(programme, number))


def _due(records: Records, year: str, audits: Mapping[str, AuditFacts], known: Sequence[YearAudit], languages: Languages) -> Iterator[Due]:
    for one in audits.values():
        if one.next_due[:4] == year:
            yield Due(one.next_due, one.customer, one.customer_name, one.audit, _answer(one, known))
    for key in records.keys(Customer):
        name, day = records.row(REVIEW_DUE, row_key(key, languages))
        if day[:4] == year:
            yield Due(day, key, name, "", None)


def _answer(asking: AuditFacts, known: Sequence[YearAudit]) -> YearAudit | None:
    """The first audit of the same customer after the one that asks for it that was not called off."""
    later = (
        one
        for one in known
        if (one.planned.customer if one.planned else one.facts.customer if one.facts else "") == asking.customer
        and (one.facts is None or one.facts.audit != asking.audit)
        and one.standing != "cancelled"
        and (one.facts.start if one.facts else one.month) >= asking.start[:7]
    )
    return min(later, key=lambda one: one.month, default=None)
