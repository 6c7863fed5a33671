"""Nothing is destroyed before its day or under a hold, and all of it is listed (DSP-001, DSP-003, HLD-001; 003 五(四))."""

from collections.abc import Iterator
from datetime import date

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Words
from auditdocs.records.keeping.disposal import Disposal, DisposalItem, listed
from auditdocs.records.keeping.disposal_day import DisposalDay, disposal_day
from auditdocs.records.keeping.disposal_git_rules import GIT_RULES
from auditdocs.records.keeping.disposal_people_rules import PEOPLE_RULES
from auditdocs.records.keeping.hold import holds_on
from auditdocs.records.keeping.tombstone import Tombstone
from auditdocs.records.lacking import lacking
from auditdocs.records.life_rules import LIFE_RULES
from auditdocs.room import RecordType, rule

DisposalEntry = Entry[Disposal]


def _days(entry: DisposalEntry, records: Records) -> Iterator[tuple[int, str, DisposalDay]]:
    """The files on the list that still lie in the workspace, each with its day."""
    for index, item in enumerate(entry.record.items):
        found = disposal_day(records, item.record) if item.record else None
        if item.record and found:
            yield index, item.record, found


@rule(
    "disposal.not-due",
    "003 五(四)",
    catalogue="DSP-001",
    firm=True,
    zh="{record} 不能处置：{why}",
    en="{record} cannot be disposed of: {why}",
    do_zh="请从清册中删除",
    do_en="take it off the list",
)
def not_due(entry: DisposalEntry, records: Records) -> Iterator[Violation]:
    for index, record, day in _days(entry, records):
        why = _why_never(day)
        if why:
            yield entry.at("items", index, "record", record=record, why=why)


def _why_never(day: DisposalDay) -> Words | None:
    if day.kept.retention.permanent:
        return Words("永久保存", "it is kept for ever")
    if day.kept.retention.keep_until is None:
        return Words("保存期限还没有起算（审核未关闭等）", "its period has not begun (the audit is not closed, or the like)")
    if day.open_cars:
        return Words(f"CAR 未关闭：{'、'.join(day.open_cars)}", f"CARs are open: {', '.join(day.open_cars)}")
    return None


@rule(
    "disposal.too-early",
    "003 五(四)",
    catalogue="DSP-001",
    firm=True,
    zh="{record} 于 {executed} 销毁，最早应为 {first}",
    en="{record} was destroyed on {executed}; the first day allowed is {first}",
    do_zh="期满之前不得销毁；已销毁的须报告并说明",
    do_en="nothing goes before its day; what is gone already must be reported and explained",
)
def too_early(entry: DisposalEntry, records: Records) -> Iterator[Violation]:
    executed = entry.record.executed_on
    for index, item in enumerate(entry.record.items):
        first = _first_day(records, item)
        if executed and first and executed < first:
            yield entry.at("items", index, record=item.record or "", executed=executed, first=first)


def _first_day(records: Records, item: DisposalItem) -> date | None:
    """By the schedule while the file is there, by its tombstone afterwards."""
    found = disposal_day(records, item.record) if item.record else None
    if found:
        return found.kept.retention.destroy_not_before
    tombstone = records.get(Tombstone, item.record) if item.record else None
    until = tombstone.record.kept_until if tombstone else None
    return date.fromordinal(until.toordinal() + 1) if until else None


@rule(
    "disposal.on-hold",
    "B-68",
    catalogue="HLD-001",
    firm=True,
    zh="{record} 被 {hold} 冻结，不得销毁",
    en="{record} is under the hold {hold} and must not be destroyed",
    do_zh="请从清册中删除；冻结解除后的次日起才可处置",
    do_en="take it off the list; it may go from the day after the hold is released",
)
def on_hold(entry: DisposalEntry, records: Records) -> Iterator[Violation]:
    executed = entry.record.executed_on
    for index, item in enumerate(entry.record.items):
        for hold in holds_on(records, item.record) if item.record else ():
            placed, released = hold.record.placed_on, hold.record.released
            is_later = executed is not None and placed is not None and placed > executed
            is_over = released is not None and (executed is None or released.date < executed)
            if not (is_later or is_over):
                yield entry.at("items", index, "record", record=item.record or "", hold=hold.key)


@rule(
    "disposal.nothing-listed",
    "003 五(四)3",
    catalogue="DSP-003",
    firm=True,
    at="proposed",
    zh="清册里没有任何一项",
    en="the list has no item",
    do_zh="在 items 下逐项列出",
    do_en="list them below 'items'",
)
def nothing_listed(entry: DisposalEntry, records: Records) -> Iterator[Violation]:
    if not entry.record.items:
        yield entry.at("items")


@rule(
    "disposal.item-incomplete",
    "003 五(四)3",
    catalogue="DSP-003",
    firm=True,
    at="executed",
    zh="清册第 {number} 项缺少{fields}",
    en="item {number} of the list lacks: {fields}",
    do_zh="每一项都要写题名、数量和销毁原因",
    do_en="each item has a title, a quantity and a reason",
)
def item_incomplete(entry: DisposalEntry, records: Records) -> Iterator[Violation]:
    for index, item in enumerate(entry.record.items):
        missing = lacking(item, "title", "quantity", "reason")
        if missing:
            yield entry.at("items", index, number=index + 1, fields=tuple(missing.values()))


DISPOSAL_RULES = (
    *LIFE_RULES,
    not_due,
    too_early,
    on_hold,
    nothing_listed,
    item_incomplete,
    *PEOPLE_RULES,
    *GIT_RULES,
)
DISPOSAL = RecordType(
    name="disposal",
    title=Words("到期处置", "Disposal"),
    model=Disposal,
    path="archive/disposal/{disposal}.yaml",
    key="{disposal}",
    owner="ARC",
    retention="DSP-PERM",
    lives=("disposal",),
    goes_on=(
        *("appraisal", "method", "place", "executed_on", "executed_by", "witnesses", "git"),
        *("certificate_no", "certified_on", "refused", "extended"),
    ),
    rules=DISPOSAL_RULES,
    indexes={"record": listed},
    starts_with=(
        "items.record",
        "items.archive_number",
        "items.title",
        "items.quantity",
        "items.pages",
        "items.reason",
        "appraisal.date",
        "appraisal.by",
        "appraisal.opinion",
        "approvals.role",
        "approvals.person",
        "approvals.at",
    ),
)
