"""Extensions of a CAR's dates: whole, approved by another, with the customer where the date is the customer's (CAR-021)."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Words
from auditdocs.records.audit.audit import where_we_are_audited
from auditdocs.records.cars.car import Car
from auditdocs.records.cars.car_answers import DUE, Extension
from auditdocs.room import rule

CUSTOMERS_OWN = frozenset(("customer_response", "customer_close"))
EXTENSION_PARTS = {
    "from_": Words("原期限", "the old date"),
    "to": Words("新期限", "the new date"),
    "reason": Words("原因", "the reason"),
    "approved_by": Words("批准人", "who approved it"),
}


@rule(
    "car.extension-incomplete",
    "ISO 9001 10.2.1",
    catalogue="CAR-021",
    zh="{step}的延期缺：{missing}",
    en="the extension of '{step}' lacks: {missing}",
    do_zh="请补齐",
    do_en="complete it",
)
def extension_incomplete(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    for index, one in enumerate(entry.record.extensions):
        missing = tuple(words for name, words in EXTENSION_PARTS.items() if not getattr(one, name))
        if missing:
            yield entry.at("extensions", index, step=DUE.label(one.which), missing=missing)


@rule(
    "car.extension-not-later",
    "ISO 9001 10.2.1",
    catalogue="CAR-021",
    zh="{step}延期后的 {to} 不晚于原期限 {before}",
    en="the extension of '{step}' to {to} is not later than {before}",
    do_zh="请更正 from 或 to",
    do_en="correct 'from' or 'to'",
)
def extension_not_later(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    for index, one in enumerate(entry.record.extensions):
        if one.from_ and one.to and one.to <= one.from_:
            yield entry.at("extensions", index, "to", step=DUE.label(one.which), to=one.to, before=one.from_)


@rule(
    "car.extension-without-customer",
    "001i 6.4.3",
    catalogue="CAR-021",
    zh="{step}期限由客户指定，延期没有客户同意",
    en="the date for '{step}' is the customer's, but the customer did not agree to the extension",
    do_zh="取得客户同意后填写 customer_approved: true",
    do_en="obtain the customer's consent and write 'customer_approved: true'",
)
@where_we_are_audited
def extension_without_customer(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    for index, one in enumerate(entry.record.extensions):
        if one.which in CUSTOMERS_OWN and one.customer_approved is not True:
            yield entry.at("extensions", index, "customer_approved", step=DUE.label(one.which))


@rule(
    "car.extension-not-in-due",
    "ISO 9001 10.2.1",
    catalogue="CAR-021",
    zh="{step}已延期到 {to}，而 due 写的是 {due}",
    en="'{step}' was extended to {to}, but 'due' says {due}",
    do_zh="due 写最新的期限：{to}",
    do_en="'due' shows the newest date: {to}",
)
def extension_not_in_due(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    newest: dict[str, Extension] = {one.which: one for one in entry.record.extensions if one.to}
    for name, one in newest.items():
        due = getattr(entry.record.due, name, None)
        if due and one.to and due != one.to:
            yield entry.at("due", name, step=DUE.label(name), to=one.to, due=due)


@rule(
    "car.extension-approved-by-owner",
    "ISO 9001 10.2.1",
    catalogue="CAR-021",
    zh="{step}的延期由责任人 {person} 自己批准",
    en="the extension of '{step}' was approved by {person}, who owns the CAR",
    do_zh="请由责任人以外的人批准：部门负责人或质量部",
    do_en="have somebody else approve it: the head of the department, or quality",
)
def extension_approved_by_owner(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    for index, one in enumerate(entry.record.extensions):
        if one.approved_by and one.approved_by == entry.record.owner:
            yield entry.at("extensions", index, "approved_by", step=DUE.label(one.which), person=one.approved_by)


@rule(
    "car.extension-does-not-follow",
    "ISO 9001 10.2.1",
    catalogue="CAR-021",
    zh="{step}上次延期到 {before}，这次却从 {from_day} 起延期",
    en="'{step}' had been extended to {before}, but this extension starts from {from_day}",
    do_zh="from 写上次延期后的期限；按先后排列",
    do_en="write the date of the extension before into 'from'; list them in order",
)
def extension_does_not_follow(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    newest: dict[str, Extension] = {}
    for index, one in enumerate(entry.record.extensions):
        before = newest.get(one.which)
        if before and before.to and one.from_ and one.from_ != before.to:
            yield entry.at("extensions", index, "from", step=DUE.label(one.which), before=before.to, from_day=one.from_)
        newest[one.which] = one


EXTENSION_RULES = (
    extension_incomplete,
    extension_not_later,
    extension_without_customer,
    extension_not_in_due,
    extension_approved_by_owner,
    extension_does_not_follow,
)
