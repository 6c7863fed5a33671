"""What holds of a customer's profile (003 四, 001f 第九条)."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Words
from auditdocs.records.day_pairs import reversed_pairs
from auditdocs.records.house.customer import TIER, Customer
from auditdocs.records.house.organization import uscc_hint
from auditdocs.records.privacy_rules import contact_without_consent
from auditdocs.room import RecordType, rule
from auditdocs.uscc import is_uscc

TIER_OF = {"A": "core", "B": "important", "C": "general"}
CYCLES = {"core": (6, 36), "important": (12, 36), "general": (12, 24)}  # months (001h 3.4)


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
    is_taken = any(other.key < entry.key for other in _same(records, "file_no", number))  # then it is not its own anyway
    if number and established and established.entered_on and not is_taken:
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


@rule(
    "customer.checked-before-entered",
    "003 四(二)2",
    catalogue="CUS-011",
    zh="校对日期 {checked_on} 早于录入日期 {entered_on}",
    en="the file was checked on {checked_on}, before it was entered on {entered_on}",
    do_zh="请更正其中一个日期",
    do_en="correct one of the dates",
)
def checked_before_entered(entry: Entry[Customer], records: Records) -> Iterator[Violation]:
    file = entry.record.established
    if file and file.checked_on and file.entered_on and file.checked_on < file.entered_on:
        yield entry.at("established", "checked_on", checked_on=file.checked_on, entered_on=file.entered_on)


@rule(
    "customer.certificate-ends-before-it-begins",
    "001h 3.2",
    catalogue="CUS-005",
    zh="证照的有效期至 {valid_to} 早于生效日期 {valid_from}",
    en="the certificate is valid until {valid_to}, which lies before {valid_from}, from which it is valid",
    do_zh="请更正 valid_from 或 valid_to",
    do_en="correct 'valid_from' or 'valid_to'",
)
def certificate_ends_before_it_begins(entry: Entry[Customer], records: Records) -> Iterator[Violation]:
    for index, valid_from, valid_to in reversed_pairs((one.valid_from, one.valid_to) for one in entry.record.certificates):
        yield entry.at("certificates", index, "valid_to", valid_to=valid_to, valid_from=valid_from)


@rule(
    "customer.class-and-tier",
    "001f 第七条",
    catalogue="CUS-002",
    severity="warning",
    zh="等级 {abc_class} 通常对应{expected}，这里的层级是{tier}",
    en="class {abc_class} usually goes with '{expected}', but the tier is '{tier}'",
    do_zh="请更正 abc_class 或 tier；确实如此就在 reason 写明",
    do_en="correct 'abc_class' or 'tier', or say why in 'reason'",
)
def class_and_tier(entry: Entry[Customer], records: Records) -> Iterator[Violation]:
    one = entry.record
    if one.abc_class and one.tier and not one.reason and TIER_OF[one.abc_class] != one.tier:
        yield entry.at("tier", abc_class=one.abc_class, expected=TIER.label(TIER_OF[one.abc_class]), tier=TIER.label(one.tier))


@rule(
    "customer.review-cycle",
    "001h 3.4",
    catalogue="CUS-006",
    zh="{tier}的复审周期应在 {least} 到 {most} 个月之间，这里是 {months}",
    en="the review cycle of this tier ('{tier}') is {least} to {most} months; here stands {months}",
    do_zh="请更正 review_cycle_months 或 tier",
    do_en="correct 'review_cycle_months' or 'tier'",
)
def review_cycle(entry: Entry[Customer], records: Records) -> Iterator[Violation]:
    tier, months = entry.record.tier, entry.record.review_cycle_months
    least, most = CYCLES.get(tier or "", (0, 0))
    if tier and months is not None and not least <= months <= most:
        yield entry.at("review_cycle_months", tier=TIER.label(tier), least=least, most=most, months=months)


def _same(records: Records, name: str, value: str | None) -> tuple[Entry[Customer], ...]:
    """The customers with this code or file number."""
    if value is None:
        return ()
    return records.where(Customer, name, value)


CUSTOMER = RecordType(
    name="customer",
    title=Words("客户", "Customer"),
    model=Customer,
    path="customers/{customer}/profile.yaml",
    key="{customer}",
    owner="SAL",
    confidentiality="confidential",
    retention="CF-LIFE+3",
    rules=(
        uscc,
        code_taken,
        file_number_taken,
        file_number_month,
        checked_by_the_same_person,
        checked_before_entered,
        certificate_ends_before_it_begins,
        class_and_tier,
        review_cycle,
        contact_without_consent,
    ),
    indexes={"code": lambda one: filter(None, (one.record.code,)), "file_no": lambda one: filter(None, (one.record.file_no,))},
    starts_with=(
        "code",
        "name",
        "address",
        "industry",
        "relationship",
        "contact_person_ours",
        "contacts.name",
        "contacts.title",
        "contacts.language",
        "established.entered_by",
        "established.entered_on",
        "status",
    ),
    shown_to_customers=True,
)
