"""What of a CAR goes to the customer before it goes on: the plan, then the evidence to close it (SUB-004, SUB-005)."""

from collections.abc import Iterator
from datetime import datetime

from auditdocs.entry import Entry, Records, Violation
from auditdocs.records.cars.car import Car
from auditdocs.records.cars.car_findings import is_for_customer
from auditdocs.records.cars.submission import is_accepted, is_to_close, submissions_of
from auditdocs.room import rule


@rule(
    "car.not-submitted",
    "001i 6.4.3",
    catalogue="SUB-004",
    zh="没有一次提交让客户接受关闭",
    en="no package with its closing evidence was accepted by the customer",
    do_zh="运行 auditdocs new submission {audit}，kind: final，登记客户的结果；凭计划关闭的写 closes: true",
    do_en="run `auditdocs new submission {audit}`, kind: final; record the result ('closes: true' where the plan was enough)",
    at="closed",
)
def not_submitted(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    if not is_for_customer(entry.record) or entry.record.void:
        return
    closing = [one.record for one in submissions_of(records, entry) if is_to_close(one.record, entry.key)]
    if not any(is_accepted(one, entry.key) for one in closing):
        yield entry.at("closed_on", audit=entry.scope)


@rule(
    "car.plan-not-submitted",
    "001i 6.4.3",
    catalogue="SUB-005",
    zh="措施计划没有提交客户",
    en="the plan of measures was not sent to the customer",
    do_zh="运行 auditdocs new submission {audit}，kind: plan，由销售部发出",
    do_en="run `auditdocs new submission {audit}`, kind: plan; sales sends it",
    at="implemented",
    who="QA",
)
def plan_not_submitted(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    is_asked_for = entry.record.due is not None and entry.record.due.customer_response is not None
    if not is_asked_for or not is_for_customer(entry.record):
        return
    plans = (one.record for one in submissions_of(records, entry) if one.record.kind == "plan")
    if not any(one.sent_to_customer_at for one in plans):
        yield entry.at("due", "customer_response", audit=entry.scope)


@rule(
    "car.confirmed-before-sent",
    "001i 6.4.2",
    catalogue="CAR-012",
    zh="客户确认日期 {confirmed} 早于关闭资料的发出日期 {sent}",
    en="the customer confirmed on {confirmed}, before the closing evidence was sent on {sent}",
    do_zh="请更正日期",
    do_en="correct the date",
    firm=True,
)
def confirmed_before_sent(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    found, sent = entry.record.customer_confirmation, first_sent(records, entry)
    answered = (one.submitted_at.date() for one in entry.record.responses if one.submitted_at)
    if found and found.date and sent and max(answered, default=found.date) <= found.date < sent.date():
        yield entry.at("customer_confirmation", "date", confirmed=found.date, sent=sent.date())


def first_sent(records: Records, car: Entry[Car]) -> datetime | None:
    """When the customer was first asked to close a CAR."""
    closing = (one.record for one in submissions_of(records, car) if is_to_close(one.record, car.key))
    return min((one.sent_to_customer_at for one in closing if one.sent_to_customer_at), default=None)


SUBMISSION_RULES = (not_submitted, plan_not_submitted, confirmed_before_sent)
