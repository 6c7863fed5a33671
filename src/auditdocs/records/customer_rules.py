"""What holds of a customer's profile (003 四, 001f 第九条)."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Words
from auditdocs.records.customer import Customer
from auditdocs.records.organization import uscc_hint
from auditdocs.room import RecordType, rule
from auditdocs.uscc import is_uscc


@rule(
    "customer.uscc",
    "001f 第九条; GB 32100-2015",
    catalogue="CUS-003",
    zh="统一社会信用代码 {uscc} 不正确",
    en="the unified social credit code {uscc} is not valid",
    do_zh="{hint}；境外客户写 foreign_registration",
    do_en="{hint}; a foreign customer has 'foreign_registration' instead",
)
def uscc(entry: Entry[Customer], records: Records) -> Iterator[Violation]:
    code = entry.record.uscc
    if code and not is_uscc(code):
        yield entry.at("uscc", uscc=code, hint=uscc_hint(code))


@rule(
    "customer.code-taken",
    "003 四(二)3",
    catalogue="CUS-001",
    zh="客户代码 {code} 已用于 {other}",
    en="the customer code {code} is used by {other}",
    do_zh="请换一个代码",
    do_en="choose another code",
)
def code_taken(entry: Entry[Customer], records: Records) -> Iterator[Violation]:
    for other in _same(records, "code", entry.record.code):
        if other.key < entry.key:
            yield entry.at("code", code=entry.record.code or "", other=other.key)


@rule(
    "customer.file-number-taken",
    "003 四(二)3",
    catalogue="CUS-001",
    zh="档案编号 {number} 已用于 {other}",
    en="the file number {number} is used by {other}",
    do_zh="请改用下一个序号",
    do_en="take the next number",
)
def file_number_taken(entry: Entry[Customer], records: Records) -> Iterator[Violation]:
    for other in _same(records, "file_no", entry.record.file_no):
        if other.key < entry.key:
            yield entry.at("file_no", number=entry.record.file_no or "", other=other.key)


@rule(
    "customer.file-number-month",
    "003 四(二)3",
    catalogue="CUS-001",
    zh="档案编号中的年月是 {month}，而建档日期是 {entered_on}",
    en="the file number says {month}, but the file was opened on {entered_on}",
    do_zh="编号按建档当时的年月，请更正其中一个",
    do_en="the number bears year and month of that day; correct one of them",
)
def file_number_month(entry: Entry[Customer], records: Records) -> Iterator[Violation]:
    number, established = entry.record.file_no, entry.record.established
    if number and established and established.entered_on:
        month = number.split("-")[2]
        if month != f"{established.entered_on:%Y%m}":
            yield entry.at("file_no", month=month, entered_on=established.entered_on)


@rule(
    "customer.checked-by-the-same-person",
    "003 四(二)2",
    catalogue="CUS-011",
    firm=True,
    zh="录入人和校对人是同一人 {person}",
    en="{person} both entered and checked the file",
    do_zh="请由另一人校对",
    do_en="let somebody else check it",
)
def checked_by_the_same_person(entry: Entry[Customer], records: Records) -> Iterator[Violation]:
    established = entry.record.established
    if established and established.checked_by and established.checked_by == established.entered_by:
        yield entry.at("established", "checked_by", person=established.checked_by)


def _same(records: Records, name: str, value: str | None) -> tuple[Entry[Customer], ...]:
    """The customers with this code or file number."""
    if value is None:
        return ()
    return records.where(Customer, name, value, of=lambda one: filter(None, (getattr(one.record, name),)))


CUSTOMER = RecordType(
    name="customer",
    title=Words("客户", "Customer"),
    model=Customer,
    path="customers/{customer}/profile.yaml",
    key="{customer}",
    owner="SAL",
    confidentiality="confidential",
    retention="CF-LIFE+3",
    rules=(uscc, code_taken, file_number_taken, file_number_month, checked_by_the_same_person),
)
