"""A record and the schedule → until when it is kept; and what a record may not say about its own retention (D.7)."""

from collections.abc import Iterator
from datetime import date

from auditdocs.entry import AnyEntry, Records, Violation
from auditdocs.records.audit import Audit
from auditdocs.records.base import Record
from auditdocs.records.base import Retention as OwnRetention
from auditdocs.records.customer import Customer
from auditdocs.records.person import Person
from auditdocs.records.policy import OBSOLETE, Policy, mark_of
from auditdocs.records.retention_schedule import ScheduleRow, codes_for, reckoned, schedule
from auditdocs.retention import Retention, Trigger, retain
from auditdocs.room import Rooms, rule


def own_retention(entry: AnyEntry) -> OwnRetention | None:
    """What a record says about its own retention."""
    return entry.record.retention if isinstance(entry.record, Record) else None


def classes_of(entry: AnyEntry, records: Records) -> dict[str, ScheduleRow]:
    """The classes that hold for a record: its kind's, and one it names itself."""
    rows, own = schedule(records), own_retention(entry)
    named = (own.class_,) if own and own.class_ else ()
    return {code: rows[code] for code in (*_codes_of_kind(entry, records), *named) if code in rows}


def retention_of(entry: AnyEntry, records: Records) -> Retention | None:
    """Until when a record is kept and who asks for it; None where the schedule has no class for it (RET-001)."""
    classes, own = classes_of(entry, records), own_retention(entry)
    if not classes:
        return None
    claims = [(reckoned(code, row), trigger_of(row.trigger or "", entry, records)) for code, row in classes.items()]
    return retain(claims, own.override_until if own else None)


def trigger_of(name: str, entry: AnyEntry, records: Records) -> Trigger:
    """The fact a period counts from, for a record; without a day where it has not happened."""
    return Trigger(name, _trigger_day(name, entry, records))


def _trigger_day(name: str, entry: AnyEntry, records: Records) -> date | None:
    match name:
        case "audit.closed":
            return _audit_end(records, entry.scope)
        case "customer.stopped_on":
            customer = records.get(Customer, entry.scope or entry.key)
            return customer.record.stopped_on if customer else None
        case "person.left_on":
            person = records.get(Person, entry.scope or entry.key)
            return person.record.left_on if person else None
        case "policy.superseded":
            policy = records.get(Policy, entry.key.removesuffix(".en"))
            mark = mark_of(records, policy) if policy else None
            return mark.day if mark and mark.words is OBSOLETE else None
        case _:
            return None  # an event nobody records yet: the period has not begun


def _audit_end(records: Records, audit: str) -> date | None:
    """The day the audit was closed for good, or called off; reopened, it is not closed (D.7.2)."""
    entry = records.get(Audit, audit) if audit else None
    if entry is None:
        return None
    closed, reopened = entry.record.closed, entry.record.reopened
    if closed and not (reopened and reopened.date > closed.date):
        return closed.date
    ended = None if closed else entry.record.cancelled or entry.record.aborted
    return ended.date if ended else None


def _codes_of_kind(entry: AnyEntry, records: Records) -> tuple[str, ...]:
    rooms = records.rooms
    default = rooms.types[entry.type].retention if isinstance(rooms, Rooms) else ""
    return codes_for(schedule(records), entry.type, default)


@rule(
    "retention.class-too-short",
    "001i 6.5.2",
    catalogue="RET-003",
    firm=True,
    zh="保管类别 {own} 短于此类记录的 {kind}",
    en="the retention class {own} is shorter than {kind}, which holds for such records",
    do_zh="删除 class，或选更长的类别",
    do_en="delete 'class', or choose a longer one",
)
def class_too_short(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    own, rows = own_retention(entry), schedule(records)
    row = rows.get(own.class_) if own and own.class_ else None
    if own is None or row is None:
        return
    for code in _codes_of_kind(entry, records):
        is_shorter = row.trigger == rows[code].trigger and _length(row) < _length(rows[code])
        if is_shorter:
            yield entry.at("retention", "class", own=own.class_ or "", kind=code)
            return


def _length(row: ScheduleRow) -> float:
    months = row.period.all_months()
    return float("inf") if months is None else months


@rule(
    "retention.shortened",
    "001i 6.5.2",
    catalogue="RET-004",
    firm=True,
    zh="保存至 {until} 早于应保存的期限（{code}）",
    en="'override_until' {until} is earlier than the retention that holds ({code})",
    do_zh="只能延长，不能缩短；请删除 override_until 或写更晚的日期",
    do_en="it may only be longer: delete 'override_until', or write a later day",
)
def shortened(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    own = own_retention(entry)
    found = retention_of(entry, records) if own and own.override_until else None
    if own and own.override_until and found and (found.permanent or found.override_too_short):
        yield entry.at("retention", "override_until", until=own.override_until, code=tuple(classes_of(entry, records)))


@rule(
    "retention.no-reason",
    "001i 6.5.2",
    catalogue="RET-004",
    zh="改动了保管期限，没有写原因",
    en="the retention is set otherwise, and no reason is given",
    do_zh="请填写 retention 的 reason",
    do_en="fill in 'reason' of 'retention'",
)
def no_reason(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    own = own_retention(entry)
    if own and (own.override_until or own.class_) and own.reason is None:
        yield entry.at("retention")


RETENTION_RULES = (class_too_short, shortened, no_reason)
