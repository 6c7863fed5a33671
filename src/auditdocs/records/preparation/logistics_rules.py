"""What must be arranged before the visitors come, and what a gift must keep to (LOG-001)."""

from collections.abc import Iterator
from datetime import timedelta

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Words
from auditdocs.records.audit.audit import is_inbound
from auditdocs.records.audit.audit_departments import expects_visitors, is_announced
from auditdocs.records.audit.audit_folder import FOLDER_RULES
from auditdocs.records.audit.audit_life import are_dates_sound, planned_end, planned_start
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.records.preparation.logistics import LOGISTICS_KIND, Logistics
from auditdocs.room import RecordType, rule

LogisticsEntry = Entry[Logistics]
ALWAYS = (("pickup",), ("lodging",), ("meeting_room",), ("welcome_board",), ("fruit", "tea"))  # one of each (001i 4.3.1)
NEEDS = ("pickup", "lodging", "meals")
TRAVEL = timedelta(days=1)  # visitors come the evening before and leave the morning after


def _is_due(records: Records, audit: str) -> bool:
    """Whether a reception is prepared: of visitors who come to us, and whom we expect."""
    return is_inbound(records, audit) and expects_visitors(records, audit) and is_announced(records, audit)


@rule(
    "logistics.missing",
    "001i 4.3.1",
    catalogue="LOG-001",
    zh="还没有接待安排 logistics.yaml",
    en="there is no reception (logistics.yaml)",
    do_zh="综合部运行 auditdocs new logistics {audit}，写接送、住宿、会议室、欢迎牌、水果茶水",
    do_en="general affairs runs `auditdocs new logistics {audit}`: pick-up, lodging, meeting room, welcome board, fruit and tea",
    at="ready",
    who="GEN",
    on="contact_sheet",
)
def missing(entry: Entry[ContactSheet], records: Records) -> Iterator[Violation]:
    if _is_due(records, entry.key) and records.is_absent(Logistics, entry.key):
        yield entry.at("planned_start", audit=entry.key)


@rule(
    "logistics.item-missing",
    "001i 4.3.1",
    catalogue="LOG-001",
    zh="接待安排没有：{items}",
    en="the reception says nothing of: {items}",
    do_zh="在 items 下补上；不需要的写 - {kind: {example}, status: not_needed}",
    do_en="add it below 'items'; what is not needed as - {kind: {example}, status: not_needed}",
    at="ready",
    who="GEN",
)
def item_missing(entry: LogisticsEntry, records: Records) -> Iterator[Violation]:
    there = {item.kind for item in entry.record.items}
    lacking = [names for names in ALWAYS if not there.intersection(names)]
    if lacking and _is_due(records, entry.key):
        yield entry.at("items", items=tuple(LOGISTICS_KIND.label(names[0]) for names in lacking), example=lacking[0][0])


@rule(
    "logistics.item-open",
    "001i 4.3.1",
    catalogue="LOG-001",
    zh="接待项目“{item}”还没有安排",
    en="of the reception this is still open: {item}",
    do_zh="安排后写 status: arranged；不需要的写 status: not_needed",
    do_en="write status: arranged once it is, or status: not_needed",
    at="ready",
    who="GEN",
)
def item_open(entry: LogisticsEntry, records: Records) -> Iterator[Violation]:
    for index, item in enumerate(entry.record.items):
        if item.status == "open":
            yield entry.at("items", index, item=LOGISTICS_KIND.label(item.kind))


@rule(
    "logistics.item-without-owner",
    "001i 4.3.1",
    catalogue="LOG-001",
    zh="接待项目“{item}”没有责任人",
    en="nobody is named for this item of the reception: {item}",
    do_zh="写人员编号，如 owner: P0701",
    do_en="write the id of a person, like owner: P0701",
    at="ready",
    who="GEN",
)
def item_without_owner(entry: LogisticsEntry, records: Records) -> Iterator[Violation]:
    for index, item in enumerate(entry.record.items):
        if item.owner is None and item.status in ("arranged", "done"):
            yield entry.at("items", index, item=LOGISTICS_KIND.label(item.kind))


@rule(
    "logistics.need-refused",
    "001i 4.3.1",
    catalogue="LOG-001",
    zh="联络单上客户需要“{item}”，接待安排却写不需要",
    en="the contact sheet asks for this, but the reception calls it not needed: {item}",
    do_zh="作出安排，或在联络单更正 logistics_needs",
    do_en="arrange it, or correct 'logistics_needs' of the contact sheet",
    severity="warning",
)
def need_refused(entry: LogisticsEntry, records: Records) -> Iterator[Violation]:
    sheet = records.get(ContactSheet, entry.key)
    needs = sheet.record.logistics_needs if sheet else None
    arranged = {item.kind for item in entry.record.items if item.status != "not_needed"}
    for index, item in enumerate(entry.record.items):
        if item.status == "not_needed" and item.kind in NEEDS and item.kind not in arranged and needs and getattr(needs, item.kind):
            yield entry.at("items", index, "status", item=LOGISTICS_KIND.label(item.kind))


@rule(
    "logistics.date-outside-audit",
    "001i 4.3.1",
    catalogue="LOG-001",
    zh="接待项目“{item}”的日期 {day} 与审核日期 {first} 至 {last} 不符",
    en="the day {day} of this item of the reception is away from the audit, {first} to {last}: {item}",
    do_zh="请更正 for_date；审核延期后接待也要改期",
    do_en="correct 'for_date'; where the audit was postponed, the reception moves too",
    severity="warning",
)
def date_outside_audit(entry: LogisticsEntry, records: Records) -> Iterator[Violation]:
    sheet = records.get(ContactSheet, entry.key)
    first, last = (planned_start(sheet, records), planned_end(sheet, records)) if sheet else (None, None)
    if sheet is None or first is None or last is None or not are_dates_sound(sheet, records):
        return
    for index, item in enumerate(entry.record.items):
        if item.for_date and not first - TRAVEL <= item.for_date <= last + TRAVEL:
            facts = {"day": item.for_date, "first": first, "last": last}
            yield entry.at("items", index, "for_date", item=LOGISTICS_KIND.label(item.kind), **facts)


@rule(
    "logistics.gift-without-limit",
    "ISO 37001 8.7",
    catalogue="LOG-001",
    zh="安排了礼品，但没有写限额",
    en="a gift is arranged, but no limit is recorded",
    do_zh="按公司反商业贿赂规定写每人限额和依据 limit；不送礼品的写 status: not_needed",
    do_en="write its 'limit' for each person and where it is set (the anti-bribery rules), or status: not_needed",
    severity="warning",
)
def gift_without_limit(entry: LogisticsEntry, records: Records) -> Iterator[Violation]:
    for index, item in enumerate(entry.record.items):
        if item.kind == "gift_policy" and item.status in ("arranged", "done") and not item.limit:
            yield entry.at("items", index)


LOGISTICS = RecordType(
    name="logistics",
    title=Words("接待安排", "Reception"),
    model=Logistics,
    path="audits/{year}/{audit}/logistics.yaml",
    key="{audit}",
    scope="{audit}",
    owner="GEN",
    confidentiality="internal",
    retention="CA-3Y",
    lives=("audit",),
    rules=(
        *FOLDER_RULES,
        missing,
        item_missing,
        item_open,
        item_without_owner,
        need_refused,
        date_outside_audit,
        gift_without_limit,
    ),
    starts_with=("contact", "welcome_text", "items.kind", "items.detail", "items.for_date", "items.owner", "items.status"),
)
