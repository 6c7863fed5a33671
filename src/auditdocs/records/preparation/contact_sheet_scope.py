"""Who may audit us and what is audited: customer, audit body, scope and criteria of a contact sheet (AUD-004, AUD-008)."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.records.house.criterion import Criterion, is_withdrawn_on
from auditdocs.records.house.customer import CUSTOMER_STATUS, RELATIONSHIP, Customer
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.room import rule
from auditdocs.state import standing

Sheet = Entry[ContactSheet]
BODY = "certification_body_for_customer"


def _has_reached(entry: Sheet, records: Records, milestone: str) -> bool:
    found = standing(records, entry, "audit")
    return found is not None and found.has_reached(milestone)


@rule(
    "contact-sheet.customer-not-direct",
    "001i 2",
    catalogue="AUD-004",
    zh="客户 {customer} 的交易关系是“{relationship}”，本制度只适用于有直接交易往来的客户",
    en="the customer {customer} is '{relationship}'; audits by customers in direct business with us are meant here",
    do_zh="核对客户编号，或更正客户档案的 relationship",
    do_en="check the customer's id, or correct 'relationship' in the customer's file",
)
def customer_not_direct(entry: Sheet, records: Records) -> Iterator[Violation]:
    customer = records.get(Customer, entry.record.customer)
    relationship = customer.record.relationship if customer else None
    # business that ended later says nothing about an audit that had begun
    judged_until = "in_progress" if relationship == "former" else "closed"
    if relationship and relationship != "direct" and not _has_reached(entry, records, judged_until):
        yield entry.at("customer", customer=entry.record.customer, relationship=RELATIONSHIP.label(relationship))


@rule(
    "contact-sheet.customer-not-active",
    "001i 2",
    catalogue="AUD-004",
    zh="客户 {customer} 的状态是“{status}”",
    en="the customer {customer} is '{status}'",
    do_zh="核对客户编号，或更正客户档案的 status",
    do_en="check the customer's id, or correct 'status' in the customer's file",
)
def customer_not_active(entry: Sheet, records: Records) -> Iterator[Violation]:
    customer = records.get(Customer, entry.record.customer)
    status = customer.record.status if customer else None
    if status and status != "active" and not _has_reached(entry, records, "in_progress"):
        yield entry.at("customer", customer=entry.record.customer, status=CUSTOMER_STATUS.label(status))


@rule(
    "contact-sheet.party-without-client",
    "001i 2",
    catalogue="AUD-004",
    zh="认证机构审核没有写受谁委托",
    en="it is not said who commissioned the certification body",
    do_zh="写 commissioned_by: {customer}",
    do_en="write commissioned_by: {customer}",
    at="contacted",
)
def party_without_client(entry: Sheet, records: Records) -> Iterator[Violation]:
    party = entry.record.auditing_party
    if party and party.type == BODY and party.commissioned_by is None:
        yield entry.at("auditing_party", "commissioned_by", customer=entry.record.customer)


@rule(
    "contact-sheet.party-of-other-customer",
    "001i 2",
    catalogue="AUD-004",
    zh="委托方 {client} 不是本次审核的客户 {customer}",
    en="the audit was commissioned by {client}, but the customer of this audit is {customer}",
    do_zh="请更正 commissioned_by 或 customer",
    do_en="correct commissioned_by or customer",
)
def party_of_other_customer(entry: Sheet, records: Records) -> Iterator[Violation]:
    client = entry.record.auditing_party.commissioned_by if entry.record.auditing_party else None
    if client and client != entry.record.customer:
        yield entry.at("auditing_party", "commissioned_by", client=client, customer=entry.record.customer)


@rule(
    "contact-sheet.party-without-name",
    "001i 2",
    catalogue="AUD-004",
    zh="没有写审核机构的名称",
    en="the audit body is not named",
    do_zh="在 auditing_party 下填写 name",
    do_en="fill in 'name' below auditing_party",
    at="contacted",
)
def party_without_name(entry: Sheet, records: Records) -> Iterator[Violation]:
    party = entry.record.auditing_party
    if party and party.type in (BODY, "other") and not party.name:
        yield entry.at("auditing_party", "name")


@rule(
    "contact-sheet.scope-empty",
    "ISO 19011 5.5.2",
    catalogue="AUD-008",
    zh="审核范围没有写场所、产品或过程",
    en="the scope names no site, product or process",
    do_zh="在 scope 下填写 sites、products 或 processes",
    do_en="fill in sites, products or processes below scope",
    at="preparing",
)
def scope_empty(entry: Sheet, records: Records) -> Iterator[Violation]:
    scope = entry.record.scope
    if scope and not (scope.sites or scope.products or scope.processes):
        yield entry.at("scope")


@rule(
    "contact-sheet.no-criterion",
    "ISO 19011 5.5.2",
    catalogue="AUD-008",
    zh="没有写审核准则",
    en="no audit criterion is named",
    do_zh="写 criteria: [ISO9001-2015]，名称即 records/criteria 下的文件名",
    do_en="write criteria: [ISO9001-2015], by the names of the files in records/criteria",
    at="preparing",
)
def no_criterion(entry: Sheet, records: Records) -> Iterator[Violation]:
    if not entry.record.criteria:
        yield entry.at("criteria")


@rule(
    "contact-sheet.criterion-without-edition",
    "ISO 19011 5.5.2",
    catalogue="AUD-008",
    zh="审核准则 {criterion} 没有写明版本，而审核已引用它",
    en="the edition of the criterion {criterion} is not recorded, and audits refer to it",
    do_zh="请填写 edition",
    do_en="fill in 'edition'",
    at="preparing",
)
def criterion_without_edition(entry: Sheet, records: Records) -> Iterator[Violation]:
    """Told in the criterion's own file, once for all audits."""
    for name in entry.record.criteria:
        criterion = records.get(Criterion, name)
        if criterion and not criterion.record.edition:
            yield criterion.at("edition", criterion=name)


@rule(
    "contact-sheet.criterion-withdrawn",
    "ISO 19011 5.5.2",
    catalogue="AUD-008",
    zh="审核准则 {criterion} 在 {day} 已废止，过渡期已过",
    en="the criterion {criterion} is withdrawn and its transition is over on {day}",
    do_zh="同客户确认按哪个版本审核",
    do_en="ask the customer which edition is meant",
    severity="warning",
)
def criterion_withdrawn(entry: Sheet, records: Records) -> Iterator[Violation]:
    day = entry.record.planned_start
    for index, name in enumerate(entry.record.criteria):
        criterion = records.get(Criterion, name)
        if criterion and day and is_withdrawn_on(criterion.record, day):
            yield entry.at("criteria", index, criterion=name, day=day)


@rule(
    "contact-sheet.previous-audit-not-earlier",
    "ISO 19011 6.2.2",
    catalogue="CS-009",
    zh="上次审核 {previous} 不早于本次审核",
    en="the previous audit {previous} is not earlier than this one",
    do_zh="请更正 previous_audit",
    do_en="correct previous_audit",
)
def previous_audit_not_earlier(entry: Sheet, records: Records) -> Iterator[Violation]:
    previous = records.get(ContactSheet, entry.record.previous_audit) if entry.record.previous_audit else None
    then, now = previous.record.planned_start if previous else None, entry.record.planned_start
    if previous and (previous.key == entry.key or (then and now and then > now)):
        yield entry.at("previous_audit", previous=previous.key)


SCOPE_RULES = (
    previous_audit_not_earlier,
    customer_not_direct,
    customer_not_active,
    party_without_client,
    party_of_other_customer,
    party_without_name,
    scope_empty,
    no_criterion,
    criterion_without_edition,
    criterion_withdrawn,
)
