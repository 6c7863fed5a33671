"""Personal data in records: none that is not needed, none without consent, none longer than needed (PII-001 to PII-004; B.7)."""

import re
from collections.abc import Iterator
from datetime import date

from auditdocs.calendar import add_months
from auditdocs.entry import AnyEntry, Entry, Records, Violation
from auditdocs.field import label
from auditdocs.problem import Free, Words
from auditdocs.records.house.customer import Customer
from auditdocs.records.house.retention_schedule import codes_for, schedule
from auditdocs.records.keeping.retention_of import ended_on
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.records.words import all_said
from auditdocs.room import rule
from auditdocs.shape import walk

_LONG_NUMBER = re.compile(r"(?<![0-9A-Za-z.])(?:[0-9][ -]?){10,18}[0-9Xx](?![0-9A-Za-z])")
_DIGITS = re.compile(r"[0-9][0-9 -]{9,}[0-9Xx]")  # what every long number has, quickly looked for
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_IDENTITY = re.compile(r"[1-8][0-9]{5}(?P<day>(?:19|20)[0-9]{6})[0-9]{3}[0-9X]")
_CARD = re.compile(r"[3-6][0-9]{15,18}")
_IDENTITY_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643-1999
VISITOR_MONTHS = 6  # where the schedule does not say otherwise


def kind_of_number(text: str) -> Words | None:
    """What a long number is, where it is one that belongs to a person: identity card, bank card, mobile phone."""
    bare = re.sub(r"[ -]", "", text).upper()
    if _IDENTITY.fullmatch(bare) and _is_identity(bare):
        return Words("身份证号", "an identity card number")
    if _CARD.fullmatch(bare) and _passes_luhn(bare):
        return Words("银行卡号", "a bank card number")
    if _MOBILE.fullmatch(bare):
        return Words("手机号", "a mobile phone number")
    return None


def _is_identity(bare: str) -> bool:
    total = sum(int(digit) * weight for digit, weight in zip(bare, _IDENTITY_WEIGHTS, strict=False))
    day = bare[6:14]
    try:
        date(int(day[:4]), int(day[4:6]), int(day[6:]))
    except ValueError:
        return False
    return bare[-1] == "10X98765432"[total % 11]


def _passes_luhn(bare: str) -> bool:
    doubled = [int(digit) * (2 if index % 2 else 1) for index, digit in enumerate(reversed(bare))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


@rule(
    "text.personal-number",
    "PIPL 6",
    catalogue="PII-001",
    firm=True,
    zh="文字里有{kind}",
    en="the text holds {kind}",
    do_zh="请删除：记录进入 Git 后历史中仍可查到；审核不需要这类信息",
    do_en="delete it: once committed it stays in Git's history, and no audit needs it",
)
def personal_number(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    if not entry.source.may_say(_DIGITS):  # nearly always: no need to look at each field
        return
    for spot in walk(entry.record):
        for found in _LONG_NUMBER.finditer(all_said(spot.value)) if spot.word.free else ():
            kind = kind_of_number(found.group())
            if kind:
                yield entry.at_words(found.group(), *spot.loc, kind=kind)


@rule(
    "customer.contact-without-consent",
    "003 二(三)2",
    catalogue="PII-002",
    on="customer",
    zh="联系人 {name} 没有记录已告知同意，却有：{fields}",
    en="no consent of {name} is recorded, but there is: {fields}",
    do_zh="告知用途并取得同意后写 consent: true，否则删除",
    do_en="say what they are for and write consent: true when it is given, or delete them",
)
def contact_without_consent(entry: Entry[Customer], records: Records) -> Iterator[Violation]:
    for index, contact in enumerate(entry.record.contacts):
        given = tuple(label(type(contact), name) for name in ("email", "phone") if getattr(contact, name))
        if given and not contact.consent:
            yield entry.at("contacts", index, name=Free(contact.name), fields=given)


@rule(
    "contact-sheet.visitor-data-kept",
    "PIPL 19",
    catalogue="PII-003",
    on="contact_sheet",
    severity="warning",
    zh="审核已于 {ended} 结束，来访人员的这些信息不再需要：{fields}",
    en="the audit ended on {ended}; of the visitors these are not needed any more: {fields}",
    do_zh="请删除这些字段（姓名和职务保留）；已归档的随后运行 auditdocs file {audit}",
    do_en="delete these fields (names and titles stay); where it is filed, run `auditdocs file {audit}` afterwards",
)
def visitor_data_kept(entry: Entry[ContactSheet], records: Records) -> Iterator[Violation]:
    needs, asked, ended = entry.record.logistics_needs, entry.record.special_requests, ended_on(records, entry.key)
    groups = ((needs, ("pickup", "lodging")), (asked, ("diet",)))
    kept = tuple(label(type(group), name) for group, names in groups for name in names if group and getattr(group, name))
    if kept and ended and records.has_passed(add_months(ended, _visitor_months(records))):
        yield entry.at("logistics_needs" if needs else "special_requests", ended=ended, fields=kept, audit=entry.key)


def _visitor_months(records: Records) -> int:
    """How long personal data of visitors stays, by the schedule's class of contact sheets."""
    rows = schedule(records)
    for code in codes_for(rows, "contact_sheet", "CA-3Y"):
        period = rows[code].personal_data_period
        months = period.all_months() if period else None
        if months:
            return months
    return VISITOR_MONTHS


@rule(
    "contact-sheet.cross-border",
    "PIPL 38",
    catalogue="PII-004",
    on="contact_sheet",
    at="in_progress",
    severity="warning",
    zh="客户 {customer} 在境外，交给它的文件有员工姓名，没有记录可以出境的依据",
    en="the customer {customer} is abroad; what it is given names employees, and no ground for that is recorded",
    do_zh="核实依据后在客户档案写 cross_border_ok: true",
    do_en="make sure of the ground, then write cross_border_ok: true in the customer's file",
)
def cross_border(entry: Entry[ContactSheet], records: Records) -> Iterator[Violation]:
    customer = records.get(Customer, entry.record.customer)
    if customer and customer.record.foreign_registration and not customer.record.cross_border_ok:
        yield entry.at("customer", customer=customer.key)


EVERYWHERE = (personal_number,)
