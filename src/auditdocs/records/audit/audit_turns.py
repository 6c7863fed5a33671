"""Where an audit leaves its way: put off, cancelled, broken off, reopened (AUD-013); each only while it can happen."""

from collections.abc import Iterator
from datetime import date

from auditdocs.entry import Entry, Records, Violation
from auditdocs.field import label
from auditdocs.records.audit.audit import Audit, Closing
from auditdocs.records.day_pairs import reversed_pairs
from auditdocs.records.house.person import Person, is_management_on
from auditdocs.records.marks import Event
from auditdocs.records.on_site.meetings import Meetings
from auditdocs.room import rule

AuditEntry = Entry[Audit]


@rule(
    "audit.turned-without-reason",
    "records.md D.4",
    catalogue="AUD-013",
    zh="“{turn}”没有写 {field}（{label}）",
    en="'{turn}' lacks {field} ({label})",
    do_zh="请填写 {field}",
    do_en="fill in {field}",
)
def turned_without_reason(entry: AuditEntry, records: Records) -> Iterator[Violation]:
    audit = entry.record
    turns = [
        *((("postponed", index), one, ("by", "reason")) for index, one in enumerate(audit.postponed)),
        *(((name,), getattr(audit, name), ("by", "reason")) for name in ("cancelled", "aborted", "reopened")),
        (("closed",), audit.closed, ("by",)),
    ]
    for loc, turn, names in turns:
        missing = next((name for name in names if turn and not getattr(turn, name)), None)
        if missing:
            said = label(Closing if loc == ("closed",) else Event, missing)
            yield entry.at(*loc, turn=label(Audit, str(loc[0])), field=missing, label=said)


@rule(
    "audit.postponed-to-the-past",
    "records.md D.4",
    catalogue="AUD-013",
    zh="{decided} 决定延期，新的开始日期 {new_start} 却更早",
    en="the postponement was decided on {decided}, but the new start {new_start} lies before that",
    do_zh="请更正 date 或 new_start",
    do_en="correct 'date' or new_start",
)
def postponed_to_the_past(entry: AuditEntry, records: Records) -> Iterator[Violation]:
    for index, one in enumerate(entry.record.postponed):
        if one.new_start and one.new_start < one.date:
            yield entry.at("postponed", index, "new_start", decided=one.date, new_start=one.new_start)


@rule(
    "audit.postponed-ends-before-it-starts",
    "records.md D.4",
    catalogue="AUD-013",
    zh="延期后的结束 {new_end} 早于开始 {new_start}",
    en="the new end {new_end} lies before the new start {new_start}",
    do_zh="请更正 new_start 或 new_end",
    do_en="correct new_start or new_end",
)
def postponed_ends_before_it_starts(entry: AuditEntry, records: Records) -> Iterator[Violation]:
    for index, new_start, new_end in reversed_pairs((one.new_start, one.new_end) for one in entry.record.postponed):
        yield entry.at("postponed", index, "new_end", new_start=new_start, new_end=new_end)


@rule(
    "audit.cancelled-although-held",
    "records.md D.4.1",
    catalogue="AUD-013",
    zh="记录了“{turn}”，但首次会议已在 {opening} 召开",
    en="'{turn}' is recorded, but the opening meeting was held on {opening}",
    do_zh="中途停止写 aborted；没有停止就删除这一项",
    do_en="for an audit that was broken off write 'aborted'; delete this where it went on",
)
def cancelled_although_held(entry: AuditEntry, records: Records) -> Iterator[Violation]:
    opening = _opening(entry, records)
    if opening and entry.record.cancelled:
        yield entry.at_name("cancelled", turn=label(Audit, "cancelled"), opening=opening)
    for index, one in enumerate(entry.record.postponed):
        if opening and one.date > opening:
            yield entry.at("postponed", index, "date", turn=label(Audit, "postponed"), opening=opening)


@rule(
    "audit.aborted-before-it-began",
    "records.md D.4.1",
    catalogue="AUD-013",
    zh="{aborted} 记录了中止，但那时首次会议还没有召开",
    en="the audit was broken off on {aborted}, but no opening meeting had been held by then",
    do_zh="没有开始的审核写 cancelled；开始了就先登记首次会议",
    do_en="for an audit that did not begin write 'cancelled'; where it began record the opening meeting",
)
def aborted_before_it_began(entry: AuditEntry, records: Records) -> Iterator[Violation]:
    aborted, opening = entry.record.aborted, _opening(entry, records)
    if aborted and (opening is None or opening > aborted.date):
        yield entry.at("aborted", "date", aborted=aborted.date)


@rule(
    "audit.reopened-although-open",
    "records.md D.4.1",
    catalogue="AUD-013",
    zh="{reopened} 记录了重开，但这次审核从未关闭",
    en="the audit was reopened on {reopened}, but it had never been closed",
    do_zh="请补记 closed，或删除 reopened",
    do_en="record 'closed', or delete 'reopened'",
)
def reopened_although_open(entry: AuditEntry, records: Records) -> Iterator[Violation]:
    reopened = entry.record.reopened
    if reopened and entry.record.closed is None:
        yield entry.at("reopened", "date", reopened=reopened.date)


@rule(
    "audit.reopened-without-the-management",
    "records.md D.4.1",
    catalogue="AUD-013",
    zh="重开没有管理层批准",
    en="the reopening was not approved by the management",
    do_zh="在 reopened 下写 approved_by（角色为分管领导或总经理的人员）",
    do_en="write 'approved_by' below 'reopened', somebody with the role manager or gm",
)
def reopened_without_the_management(entry: AuditEntry, records: Records) -> Iterator[Violation]:
    reopened = entry.record.reopened
    approver = records.get(Person, reopened.approved_by) if reopened and reopened.approved_by else None
    is_known = reopened is not None and (approver is not None or reopened.approved_by is None)
    if reopened and is_known and not (approver and is_management_on(approver.record, reopened.date)):
        yield entry.at("reopened", "approved_by")


def _opening(entry: AuditEntry, records: Records) -> date | None:
    meetings = records.get(Meetings, entry.key)
    start = meetings.record.opening.start if meetings and meetings.record.opening else None
    return start.date() if start else None


TURN_RULES = (
    turned_without_reason,
    postponed_to_the_past,
    postponed_ends_before_it_starts,
    cancelled_although_held,
    aborted_before_it_began,
    reopened_although_open,
    reopened_without_the_management,
)
