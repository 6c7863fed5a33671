"""An audit, a customer → what registers over a year keep of them: plain data, days as written, words in a document's languages."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from auditdocs.calendar import add_months
from auditdocs.documents.row_names import key_of, row_key
from auditdocs.entry import Records
from auditdocs.labels import Languages
from auditdocs.records.audit.audit import Audit
from auditdocs.records.audit.audit_life import planned_end, planned_start
from auditdocs.records.house.customer import Customer
from auditdocs.records.on_site.meetings import Meetings
from auditdocs.records.preparation.contact_sheet import AUDIT_TYPE, ContactSheet
from auditdocs.state import standing

AUDIT_FACTS, REVIEW_DUE = "facts-of-audit", "review-of-customer"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFacts:
    """One audit, as a year's registers list it."""

    audit: str
    customer: str
    customer_name: str
    direction: str
    type: str
    criteria: str
    sites: str
    label: str
    coordinator: str
    planned_start: str
    planned_end: str
    is_confirmed: bool  # the customer confirmed the dates
    held_from: str
    held_to: str
    state: str
    state_words: str
    next_due: str

    @property
    def start(self) -> str:
        """The day it began, else is to begin."""
        return self.held_from or self.planned_start

    @property
    def end(self) -> str:
        """The day it ended, else is to end."""
        return self.held_to or (self.held_from if self.held_from > self.planned_end else self.planned_end) or self.start

    @property
    def year(self) -> str:
        """The year it belongs to: that of its first day, else of its number."""
        return self.start[:4] or self.audit[4:8]

    @property
    def dates(self) -> str:
        """From day to day."""
        return self.start if self.start == self.end else f"{self.start} ~ {self.end}"


def all_audits(records: Records, languages: Languages) -> Iterator[AuditFacts]:
    """Every audit that can be read."""
    for key in records.keys(ContactSheet):
        told = records.row(AUDIT_FACTS, row_key(key, languages))
        if told:
            yield AuditFacts(**told)


def facts_of_audit(records: Records, row: str) -> dict[str, Any] | None:
    """What is kept of one audit."""
    key, write = key_of(row, records)
    sheet = records.get(ContactSheet, key)
    if sheet is None:
        return None
    asked, audit, meetings = sheet.record, records.get(Audit, key), records.get(Meetings, key)
    found = standing(records, sheet, "audit")
    opening, closing = (meetings.record.opening, meetings.record.closing) if meetings else (None, None)
    confirmed = asked.dates_confirmed
    facts = AuditFacts(
        audit=key,
        customer=asked.customer,
        customer_name=write.customer(asked.customer),
        direction=audit.record.direction if audit else "inbound",
        type=write.choice(AUDIT_TYPE, asked.audit_type),
        criteria=write.listed(write.criterion(one) for one in asked.criteria),
        sites=write.listed(write.site(one) for one in asked.scope.sites) if asked.scope else "",
        label=(audit.record.label if audit else "") or "",
        coordinator=write.person(audit.record.coordinator if audit else None),
        planned_start=write.day(planned_start(sheet, records)),
        planned_end=write.day(planned_end(sheet, records)),
        is_confirmed=bool(confirmed and confirmed.at),
        held_from=write.day(opening.start) if opening else "",
        held_to=write.day(closing.end) if closing else "",
        state=found.state if found else "",
        state_words=write.words(found.words) if found else "",
        next_due=write.day(audit.record.next_audit_due if audit else None),
    )
    return asdict(facts)


def review_of_customer(records: Records, row: str) -> list[str]:
    """A customer's name, and the day its qualification is due for review."""
    key, write = key_of(row, records)
    customer = records.get(Customer, key)
    if customer is None or customer.record.status in ("stopped", "prospect"):
        return ["", ""]
    return [write.name(customer.record.name), write.day(_review_due(customer.record))]


def _review_due(customer: Customer) -> date | None:
    last, months = customer.last_review_on, customer.review_cycle_months
    return add_months(last, months) if last and months else None
