"""Planned audits beside those there are: each is one audit of that customer, none is forgotten, none is counted twice."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.records.audit.audit import Audit
from auditdocs.records.audit.audit_life import planned_start
from auditdocs.records.house.programme import Programme, Progress, last_day, month_of
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.room import rule
from auditdocs.state import standing

Year = Entry[Programme]
NOT_HELD = ("cancelled", "aborted")


def audits_linked(entry: Year) -> Iterator[str]:
    """The audits that came of a programme: its index."""
    return (one.audit for one in entry.record.progress.values() if one.audit)


@rule(
    "programme.audit-twice",
    "ISO 19011 5.5.2",
    catalogue="PRG-006",
    zh="{audit} 已是 {other} 的审核",
    en="{audit} came of {other} already",
    do_zh="一次审核只对应一行，请更正",
    do_en="an audit belongs to one line of one programme: correct it",
)
def audit_twice(entry: Year, records: Records) -> Iterator[Violation]:
    seen: dict[str, str] = {}
    for number, one in entry.record.progress.items():
        if one.audit is None:
            continue
        earlier = (other.key for other in records.where(Programme, "audit", one.audit) if other.key < entry.key)
        other = seen.get(one.audit) or next(earlier, "")
        if other:
            yield entry.at("progress", number, "audit", audit=one.audit, other=other)
        seen.setdefault(one.audit, number)


@rule(
    "programme.other-customer",
    "ISO 19011 5.5.2",
    catalogue="PRG-006",
    zh="{number} 计划的客户是 {customer}，{audit} 是 {other} 的审核",
    en="{number} is planned for {customer}; {audit} is an audit of {other}",
    do_zh="请更正审核编号或客户",
    do_en="correct the audit's number or the customer",
)
def other_customer(entry: Year, records: Records) -> Iterator[Violation]:
    for number, one in entry.record.progress.items():
        planned = entry.record.audits.get(number)
        sheet = records.get(ContactSheet, one.audit) if one.audit else None
        if planned and sheet and sheet.record.customer != planned.customer:
            facts = {"customer": planned.customer, "other": sheet.record.customer}
            yield entry.at("progress", number, "audit", number=number, audit=sheet.key, **facts)


@rule(
    "programme.cancelled-and-held",
    "ISO 19011 5.6",
    catalogue="PRG-007",
    zh="{number} 写着取消，而 {audit} 没有取消",
    en="{number} is cancelled here, but {audit} is not",
    do_zh="在审核的 audit.yaml 写 cancelled，或删除这里的 cancelled",
    do_en="write 'cancelled' in the audit's audit.yaml, or delete it here",
)
def cancelled_and_held(entry: Year, records: Records) -> Iterator[Violation]:
    for number, one in entry.record.progress.items():
        sheet = records.get(ContactSheet, one.audit) if one.audit and one.cancelled else None
        found = standing(records, sheet, "audit") if sheet else None
        if sheet and found and found.state not in NOT_HELD:
            yield entry.at_name("progress", number, "cancelled", number=number, audit=sheet.key)


@rule(
    "programme.month-passed",
    "ISO 19011 5.6",
    catalogue="PRG-008",
    severity="warning",
    zh="{number}（{customer}）计划在 {month}，已过，没有对应的审核",
    en="{number} ({customer}) was planned for {month}, which is over, and no audit came of it",
    do_zh="在 progress 写 audit、moved 或 cancelled",
    do_en="write 'audit', 'moved' or 'cancelled' below progress",
)
def month_passed(entry: Year, records: Records) -> Iterator[Violation]:
    for number in open_numbers(entry.record):
        month = month_of(entry.record, number)
        if records.has_passed(last_day(month)):
            yield entry.at_name("audits", number, number=number, customer=entry.record.audits[number].customer, month=month)


@rule(
    "programme.audit-not-linked",
    "ISO 19011 5.6",
    catalogue="PRG-008",
    severity="warning",
    zh="{audit} 在 {month} 审核 {customer}，{number} 也是；两者没有对应起来",
    en="{audit} is an audit of {customer} in {month}, and so is {number}; the two are not brought together",
    do_zh="是同一次就在 progress 的 {number} 下写 audit: {audit}",
    do_en="if they are one, write 'audit: {audit}' below {number} in progress",
)
def audit_not_linked(entry: Year, records: Records) -> Iterator[Violation]:
    for number in open_numbers(entry.record):
        month, customer = month_of(entry.record, number), entry.record.audits[number].customer
        for sheet in records.where(ContactSheet, "customer and year", f"{customer} {month[:4]}"):
            start = planned_start(sheet, records)
            if start and f"{start:%Y-%m}" == month and not records.where(Programme, "audit", sheet.key):
                yield entry.at_name("audits", number, number=number, audit=sheet.key, customer=customer, month=month)


@rule(
    "programme.reaudit-not-planned",
    "000 2.1",
    catalogue="PRG-009",
    severity="warning",
    zh="{audit} 要求 {due} 前再次审核（{customer}），方案到那时没有它的审核",
    en="{audit} asks for the next audit ({customer}) by {due}; the programme has none until then",
    do_zh="补一行，或更正 audit.yaml 的 next_audit_due",
    do_en="add a line, or correct 'next_audit_due' in audit.yaml",
)
def reaudit_not_planned(entry: Year, records: Records) -> Iterator[Violation]:
    for audit in records.where(Audit, "due in", entry.key):
        sheet, due = records.get(ContactSheet, audit.key), audit.record.next_audit_due
        held = planned_start(sheet, records) if sheet else None
        months = (f"{held:%Y-%m}" if held else "", f"{due:%Y-%m}" if due else "")
        if sheet and due and not _is_planned(entry.record, sheet, *months):
            yield entry.at("audits", audit=audit.key, customer=sheet.record.customer, due=due)


def open_numbers(programme: Programme) -> Iterator[str]:
    """The planned audits that are neither cancelled nor have an audit yet."""
    for number in programme.audits:
        found = programme.progress.get(number)
        if found is None or not (found.audit or found.cancelled):
            yield number


def _is_planned(programme: Programme, sheet: Entry[ContactSheet], after: str, until: str) -> bool:
    """Whether another audit of an audit's customer stands in the programme between two months."""
    for number, one in programme.audits.items():
        found = programme.progress.get(number) or Progress()
        is_another = one.customer == sheet.record.customer and found.audit != sheet.key
        is_on = found.cancelled is None or found.audit is not None
        if is_another and is_on and after <= month_of(programme, number) <= until:
            return True
    return False


AUDIT_RULES = (audit_twice, other_customer, cancelled_and_held, month_passed, audit_not_linked, reaudit_not_planned)
