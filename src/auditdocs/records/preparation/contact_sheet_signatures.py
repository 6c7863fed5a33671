"""Who signs a contact sheet, and how soon: sales, its head, then quality (CS-005 to CS-007, AUD-001, AUD-013)."""

from collections.abc import Iterator

from auditdocs.calendar import add_working_days, working_days_between
from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Free
from auditdocs.records.audit.audit import where_we_are_audited
from auditdocs.records.base import Approval, approval
from auditdocs.records.house.organization import parameters
from auditdocs.records.house.person import Person, departments_on, is_head_on
from auditdocs.records.lacking import lacking
from auditdocs.records.marks import approval_mark
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.room import rule
from auditdocs.source import Loc

Sheet = Entry[ContactSheet]


def _signed(entry: Sheet, role: str) -> tuple[Approval, Loc] | None:
    """Who signed in a role, and where that stands."""
    signed, mark = approval(entry.record, role), approval_mark(entry, role)
    return (signed, (*mark.loc[:-1], "person")) if signed and mark else None


def _named(signed: Approval) -> str | Free:
    """Who signed, as a message names them: ours by number, others by name."""
    return signed.person or Free(signed.external.name if signed.external else "?")


@rule(
    "contact-sheet.initiator-not-sales",
    "001i 6.1.2",
    catalogue="CS-005",
    zh="发起人 {person} 在 {day} 不属于销售部",
    en="{person}, who issued the contact sheet, did not belong to sales on {day}",
    do_zh="由销售部业务人员发起（role: prepared）",
    do_en="somebody of sales issues it (role: prepared)",
    at="contacted",
)
@where_we_are_audited
def initiator_not_sales(entry: Sheet, records: Records) -> Iterator[Violation]:
    found = _signed(entry, "prepared")
    if found is None:
        return
    signed, loc = found
    person = records.get(Person, signed.person) if signed.person else None
    is_unknown = person is None and signed.external is None  # then the reference (or its lack) itself is the problem
    if not is_unknown and not (person and "SAL" in departments_on(person.record, signed.at.date())):
        yield entry.at(*loc, person=_named(signed), day=signed.at.date())


@rule(
    "contact-sheet.confirmed-by-initiator",
    "001i 6.1.2",
    catalogue="CS-006",
    zh="发起人 {person} 自己确认了联络单",
    en="{person} both issued and confirmed the contact sheet",
    do_zh="由另一人（销售部负责人）确认",
    do_en="let another person, the head of sales, confirm it",
    at="contacted",
    firm=True,
)
@where_we_are_audited
def confirmed_by_initiator(entry: Sheet, records: Records) -> Iterator[Violation]:
    issued, confirmed = _signed(entry, "prepared"), _signed(entry, "confirmed")
    if issued and confirmed and issued[0].person and issued[0].person == confirmed[0].person:
        yield entry.at(*confirmed[1], person=issued[0].person)


@rule(
    "contact-sheet.confirmed-by-other",
    "001i 6.1.2",
    catalogue="CS-006",
    zh="确认人 {person} 在 {day} 不是销售部负责人",
    en="{person}, who confirmed the contact sheet, was not the head of sales on {day}",
    do_zh="由销售部负责人确认（role: confirmed）",
    do_en="the head of sales confirms it (role: confirmed)",
    at="contacted",
    firm=True,
)
@where_we_are_audited
def confirmed_by_other(entry: Sheet, records: Records) -> Iterator[Violation]:
    issued, found = _signed(entry, "prepared"), _signed(entry, "confirmed")
    if found is None:
        return
    signed, loc = found
    person = records.get(Person, signed.person) if signed.person else None
    is_nobody = signed.person is None and signed.external is None
    is_told_elsewhere = is_nobody or (
        signed.person is not None and (person is None or (issued is not None and issued[0].person == signed.person))
    )
    if not is_told_elsewhere and not (person and is_head_on(person.record, "SAL", signed.at.date())):
        yield entry.at(*loc, person=_named(signed), day=signed.at.date())


@rule(
    "contact-sheet.issued-before-it-was-known",
    "001i 4.2.1",
    catalogue="CS-009",
    zh="{issued} 发起联络单，早于获得审核信息的 {received_at}",
    en="the contact sheet was issued at {issued}, before the audit became known at {received_at}",
    do_zh="请更正其中一个时间",
    do_en="correct one of the times",
)
def issued_before_it_was_known(entry: Sheet, records: Records) -> Iterator[Violation]:
    source, mark, issued = entry.record.info_source, approval_mark(entry, "prepared"), approval(entry.record, "prepared")
    if source and source.received_at and mark and issued and issued.at < source.received_at:
        yield entry.at(*mark.loc, issued=issued.at, received_at=source.received_at)


@rule(
    "contact-sheet.receipt-late",
    "001i 4.2.1",
    catalogue="CS-007",
    zh="质量部 {received} 才签收，距获得审核信息 {days} 个工作日，应在 {limit} 个工作日内",
    en="quality signed on {received}, {days} working days after the audit became known; {limit} are allowed",
    do_zh="以后获得信息后及时发出联络单",
    do_en="send the contact sheet sooner next time",
    severity="warning",
)
def receipt_late(entry: Sheet, records: Records) -> Iterator[Violation]:
    source, mark = entry.record.info_source, approval_mark(entry, "received")
    received = approval(entry.record, "received")
    if source is None or source.received_at is None or received is None or mark is None:
        return
    days = working_days_between(source.received_at.date(), received.at.date()).count
    limit = parameters(records).contact_sheet_receipt_wd
    if days > limit and entry.record.audit_type != "unannounced":
        yield entry.at(*mark.loc, received=received.at.date(), days=days, limit=limit)


@rule(
    "contact-sheet.unannounced-late",
    "001i 6.1.2",
    catalogue="AUD-001",
    zh="飞行审核 {start} 开始，联络单 {issued} 才发起，最迟应在 {last}",
    en="the unannounced audit began on {start}, its contact sheet was issued on {issued}; {last} was the last day",
    do_zh="核对发起时间；确实迟了就请求豁免",
    do_en="check the time of issue; if it was late indeed, ask for a waiver",
)
@where_we_are_audited
def unannounced_late(entry: Sheet, records: Records) -> Iterator[Violation]:
    start, mark, issued = entry.record.planned_start, approval_mark(entry, "prepared"), approval(entry.record, "prepared")
    if entry.record.audit_type != "unannounced" or start is None or mark is None or issued is None:
        return
    last = add_working_days(start, 1).day
    if issued.at.date() > last:
        yield entry.at(*mark.loc, start=start, issued=issued.at.date(), last=last)


@rule(
    "contact-sheet.withdrawn-without-reason",
    "001i 6",
    catalogue="AUD-013",
    zh="撤回联络单没有写 {field}（{label}）",
    en="the contact sheet was withdrawn without {field} ({label})",
    do_zh="在 withdrawn 下填写 {field}",
    do_en="fill in {field} below withdrawn",
)
def withdrawn_without_reason(entry: Sheet, records: Records) -> Iterator[Violation]:
    for name, words in lacking(entry.record.withdrawn, "by", "reason").items():
        yield entry.at_name("withdrawn", field=name, label=words)


SIGNATURE_RULES = (
    issued_before_it_was_known,
    initiator_not_sales,
    confirmed_by_initiator,
    confirmed_by_other,
    receipt_late,
    unannounced_late,
    withdrawn_without_reason,
)
