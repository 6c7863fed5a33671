"""Who answers a CAR: a department of ours, or the customer whom we audited (records.md D.4.3)."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Words
from auditdocs.records.audit.audit import is_inbound
from auditdocs.records.cars.car import Car, is_external
from auditdocs.room import rule

RESPONDER = Words("{name: 张示例, org: 示例公司}", "{name: A. Sample, org: Sample Ltd.}")


@rule(
    "car.external-where-we-are-audited",
    "records.md D.4.3",
    catalogue="CAR-002",
    zh="责任方写的是客户，但这是客户审核我司",
    en="the customer is said to be responsible, but here the customer audits us",
    do_zh="由我司整改的删除 responsible_party；我司稽核客户的，在 audit.yaml 写 direction: outbound",
    do_en="delete 'responsible_party'; where we audit the customer write direction: outbound in audit.yaml",
)
def external_where_we_are_audited(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    if is_external(entry.record) and is_inbound(records, entry.scope):
        yield entry.at("responsible_party")


@rule(
    "car.responder-missing",
    "records.md D.4.3",
    catalogue="CAR-002",
    zh="责任方是客户，没有写客户的责任人",
    en="the customer is responsible, but nobody there is named",
    do_zh="写 responder: {example}",
    do_en="write responder: {example}",
    at="issued",
)
def responder_missing(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    if is_external(entry.record) and entry.record.responder is None:
        yield entry.at("responsible_party", example=RESPONDER)


@rule(
    "car.responder-although-ours",
    "records.md D.4.3",
    catalogue="CAR-002",
    zh="写了客户责任人，责任方却不是客户",
    en="an owner at the customer's is named, but the customer is not responsible",
    do_zh="由客户整改的写 responsible_party: external；否则删除 responder",
    do_en="write responsible_party: external where the customer answers it; else delete 'responder'",
)
def responder_although_ours(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    if entry.record.responder and not is_external(entry.record):
        yield entry.at_name("responder")


PARTY_RULES = (external_where_we_are_audited, responder_missing, responder_although_ours)
