"""What a record may not say about its own retention (D.7)."""

from collections.abc import Iterator

from auditdocs.entry import AnyEntry, Records, Violation
from auditdocs.records.house.retention_schedule import ScheduleRow, schedule
from auditdocs.records.keeping.retention_of import codes_of_kind, kept, own_retention
from auditdocs.room import rule


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
    for code in codes_of_kind(records, entry):
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
    found = kept(records, (entry,)) if own and own.override_until else None
    if own and own.override_until and found and (found.retention.permanent or found.retention.override_too_short):
        yield entry.at("retention", "override_until", until=own.override_until, code=found.codes)


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
