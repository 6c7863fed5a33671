"""Who comes: the numbers and the names of a contact sheet agree (CS-001, CS-003, CS-004)."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Free
from auditdocs.records.audit.audit import where_we_are_audited
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.room import rule

Sheet = Entry[ContactSheet]


def auditors_of(sheet: ContactSheet) -> tuple[str, ...]:
    """The names of those who audit."""
    return tuple(one.name for one in sheet.visitors if one.role in ("lead", "auditor"))


def is_fully_named(sheet: ContactSheet) -> bool:
    """Whether every visitor announced stands in the list."""
    return bool(sheet.visitors) and sheet.visitor_count == len(sheet.visitors)


@rule(
    "contact-sheet.visitors-missing",
    "001i 6.1.2",
    catalogue="CS-003",
    zh="没有列出来访人员",
    en="the visitors are not listed",
    do_zh="在 visitors 下写姓名和职务；名单未定写 names_pending: true 和 names_due",
    do_en="list name and title of each below visitors; where the names are not known yet write names_pending: true and names_due",
    at="contacted",
)
@where_we_are_audited
def visitors_missing(entry: Sheet, records: Records) -> Iterator[Violation]:
    if entry.record.visitor_count and not entry.record.visitors and not entry.record.names_pending:
        yield entry.at("visitors")


@rule(
    "contact-sheet.visitor-without-title",
    "001i 6.1.2",
    catalogue="CS-001",
    zh="来访人员 {name} 没有职务",
    en="the visitor {name} has no title",
    do_zh="请填写 title",
    do_en="fill in 'title'",
    at="contacted",
)
@where_we_are_audited
def visitor_without_title(entry: Sheet, records: Records) -> Iterator[Violation]:
    for index, visitor in enumerate(entry.record.visitors):
        if not visitor.title:
            yield entry.at("visitors", index, "title", name=Free(visitor.name))


@rule(
    "contact-sheet.visitor-count",
    "001i 6.1.2",
    catalogue="CS-003",
    zh="来访人数写 {count}，列出的来访人员有 {listed} 名",
    en="the number of visitors is {count}, but {listed} are listed",
    do_zh="更正 visitor_count 或补全 visitors；名单未定写 names_pending: true 和 names_due",
    do_en="correct visitor_count or complete visitors; where names are missing write names_pending: true and names_due",
)
@where_we_are_audited
def visitor_count(entry: Sheet, records: Records) -> Iterator[Violation]:
    count, listed = entry.record.visitor_count, len(entry.record.visitors)
    too_few = listed < (count or 0) and not entry.record.names_pending
    if count is not None and listed and (listed > count or too_few):
        yield entry.at("visitor_count", count=count, listed=listed)


@rule(
    "contact-sheet.names-due-missing",
    "001i 6.1.2",
    catalogue="CS-003",
    zh="名单待定，但没有写客户何时给出名单",
    en="the names are pending, but it is not said when the customer will give them",
    do_zh="写 names_due: 审核开始前的日期",
    do_en="write names_due: a day before the audit begins",
    at="contacted",
)
@where_we_are_audited
def names_due_missing(entry: Sheet, records: Records) -> Iterator[Violation]:
    if entry.record.names_pending and entry.record.names_due is None:
        yield entry.at("names_pending")


@rule(
    "contact-sheet.names-due-too-late",
    "001i 6.1.2",
    catalogue="CS-003",
    zh="名单期限 {due} 不早于审核开始 {start}",
    en="the names are due on {due}, not before the audit begins on {start}",
    do_zh="请约定审核开始前的日期",
    do_en="agree on a day before the audit begins",
)
@where_we_are_audited
def names_due_too_late(entry: Sheet, records: Records) -> Iterator[Violation]:
    due, start = entry.record.names_due, entry.record.planned_start
    if entry.record.names_pending and due and start and due >= start:
        yield entry.at("names_due", due=due, start=start)


@rule(
    "contact-sheet.more-auditors-than-visitors",
    "001i 6.1.1",
    catalogue="CS-004",
    zh="审核员 {auditors} 名，多于来访人数 {visitors}",
    en="there are {auditors} auditors, more than the {visitors} visitors",
    do_zh="请更正 auditor_count 或 visitor_count",
    do_en="correct auditor_count or visitor_count",
)
def more_auditors_than_visitors(entry: Sheet, records: Records) -> Iterator[Violation]:
    auditors, visitors = entry.record.auditor_count, entry.record.visitor_count
    if auditors is not None and visitors is not None and auditors > visitors:
        yield entry.at("auditor_count", auditors=auditors, visitors=visitors)


@rule(
    "contact-sheet.auditor-count",
    "001i 6.1.1",
    catalogue="CS-004",
    zh="审核员人数写 {count}，来访人员中组长和审核员有 {listed} 名",
    en="the number of auditors is {count}, but {listed} visitors are lead auditors or auditors",
    do_zh="更正 auditor_count 或各人的 role（lead、auditor）",
    do_en="correct auditor_count or the visitors' role (lead, auditor)",
)
def auditor_count(entry: Sheet, records: Records) -> Iterator[Violation]:
    sheet, listed = entry.record, len(auditors_of(entry.record))
    is_possible = sheet.auditor_count is not None and sheet.auditor_count <= len(sheet.visitors)
    if is_fully_named(sheet) and is_possible and sheet.auditor_count != listed:
        yield entry.at("auditor_count", count=sheet.auditor_count or 0, listed=listed)


@rule(
    "contact-sheet.lead-auditor",
    "001i 6.1.1",
    catalogue="CS-004",
    zh="来访人员中有 {count} 名审核组长，应有 1 名",
    en="{count} visitors are lead auditors; there is exactly one",
    do_zh="一人写 role: lead，其余审核员写 role: auditor",
    do_en="write role: lead for one, and role: auditor for the other auditors",
    at="contacted",
)
def lead_auditor(entry: Sheet, records: Records) -> Iterator[Violation]:
    sheet = entry.record
    leads = [index for index, one in enumerate(sheet.visitors) if one.role == "lead"]
    if is_fully_named(sheet) and sheet.auditor_count == len(auditors_of(sheet)) != 0 and len(leads) != 1:
        loc = ("visitors", leads[1], "role") if leads else ("visitors",)
        yield entry.at(*loc, count=len(leads))


VISITOR_RULES = (
    visitors_missing,
    visitor_without_title,
    visitor_count,
    names_due_missing,
    names_due_too_late,
    more_auditors_than_visitors,
    auditor_count,
    lead_auditor,
)
