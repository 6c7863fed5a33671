"""A record → until when it is kept: its classes in the schedule, the facts they count from, and a later day of its own (D.7)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from auditdocs.entry import AnyEntry, Records
from auditdocs.field import label
from auditdocs.problem import Words
from auditdocs.records.audit.audit import Audit
from auditdocs.records.base import Record
from auditdocs.records.base import Retention as OwnRetention
from auditdocs.records.control.policy import OBSOLETE, Policy, mark_of
from auditdocs.records.house.customer import Customer
from auditdocs.records.house.person import Person
from auditdocs.records.house.retention_schedule import codes_for, reckoned, schedule
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.retention import Retention, RetentionClass, Trigger, retain
from auditdocs.room import Rooms

Claimed = tuple[RetentionClass, Trigger]


@dataclass(frozen=True, slots=True)
class Kept:
    """What the schedule says of a record, or of all records of a file."""

    codes: tuple[str, ...]
    retention: Retention


def kept(records: Records, entries: Iterable[AnyEntry]) -> Kept | None:
    """Until when these records are kept together: the longest wins; None where the schedule has no class for any."""
    found = tuple(entries)
    claimed = dict.fromkeys(one for entry in found for one in _claimed(records, entry))
    if not claimed:
        return None
    codes = tuple(dict.fromkeys(retention_class.code for retention_class, _ in claimed))
    return Kept(codes, retain(claimed, max(_overrides(found), default=None)))


def own_retention(entry: AnyEntry) -> OwnRetention | None:
    """What a record says about its own retention."""
    return entry.record.retention if isinstance(entry.record, Record) else None


def codes_of_kind(records: Records, entry: AnyEntry) -> tuple[str, ...]:
    """The classes of the schedule for records of this type."""
    assert isinstance(records.rooms, Rooms)
    return codes_for(schedule(records), entry.type, records.rooms.types[entry.type].retention)


def _overrides(entries: Iterable[AnyEntry]) -> Iterator[date]:
    for entry in entries:
        own = own_retention(entry)
        if own and own.override_until:
            yield own.override_until


def _claimed(records: Records, entry: AnyEntry) -> Iterator[Claimed]:
    """The classes of a record's type, and on top of them one it names itself, each with the fact it counts from."""
    rows, own = schedule(records), own_retention(entry)
    named = (own.class_,) if own and own.class_ in rows else ()
    for code in dict.fromkeys((*codes_of_kind(records, entry), *named)):
        event = rows[code].trigger or ""
        yield reckoned(code, rows[code]), Trigger(event, trigger_day(records, entry, event))


def trigger_day(records: Records, entry: AnyEntry, event: str) -> date | None:
    """The day a recorded fact happened from which a period counts; empty while it has not."""
    match event:
        case "audit.closed":
            return ended_on(records, entry.scope)
        case "customer.stopped_on":
            customer = records.get(Customer, entry.key)
            return customer.record.stopped_on if customer else None
        case "person.left_on":
            person = records.get(Person, entry.key)
            return person.record.left_on if person else None
        case "policy.superseded":
            return _superseded_on(records, entry)
        case "log.year_ended":
            return date(int(entry.key), 12, 31)
        case _:
            return None  # of a thing no record tells of yet


def ended_on(records: Records, audit_id: str) -> date | None:
    """The day an audit was closed, cancelled or broken off; none while it is open, or open again (D.7.2)."""
    ended = ending(records, audit_id)
    return ended[0] if ended else None


def ending(records: Records, audit_id: str) -> tuple[date, Words] | None:
    """When an audit ended, and how."""
    audit, sheet = records.get(Audit, audit_id), records.get(ContactSheet, audit_id)
    facts = [(label(ContactSheet, "withdrawn"), sheet.record.withdrawn)] if sheet else []
    named = ("closed", "cancelled", "aborted") if audit else ()
    facts += [(label(Audit, name), getattr(audit.record, name)) for name in named if audit]
    ended = max(((fact.date, words) for words, fact in facts if fact), key=lambda one: one[0], default=None)
    reopened = audit.record.reopened if audit else None
    return None if ended and reopened and reopened.date >= ended[0] else ended


def _superseded_on(records: Records, entry: AnyEntry) -> date | None:
    """The day a revision became obsolete; the English text goes with its revision."""
    revision = records.get(Policy, entry.key.removesuffix(".en")) if entry.type.startswith("policy") else None
    mark = mark_of(records, revision) if revision else None
    return mark.day if mark and mark.words == OBSOLETE else None
