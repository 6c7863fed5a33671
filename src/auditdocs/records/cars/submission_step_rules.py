"""The steps of a package: in order, in time, by whom they belong to, to the end (SUB-001 to SUB-003)."""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from auditdocs.entry import Records, Violation
from auditdocs.field import label
from auditdocs.problem import Words
from auditdocs.records.audit.audit import Audit, closed_on
from auditdocs.records.cars.submission import Submission, SubmissionEntry
from auditdocs.records.house.person import works_in
from auditdocs.records.marks import value_at
from auditdocs.room import rule
from auditdocs.source import Loc

STEPS: tuple[tuple[Loc, Words], ...] = (
    (("aggregated_at",), label(Submission, "aggregated_at")),
    (("handed_to_sales_at",), label(Submission, "handed_to_sales_at")),
    (("sent_to_customer_at",), label(Submission, "sent_to_customer_at")),
    (("customer_response", "at"), label(Submission, "customer_response")),
    (("relayed_to_quality_at",), label(Submission, "relayed_to_quality_at")),
)
# who does a step, when, and of which department (001i 6.4.3)
ACTORS = (
    ("aggregated_by", "aggregated_at", "QA"),
    ("handed_to_sales_to", "handed_to_sales_at", "SAL"),
    ("sent_to_customer_by", "sent_to_customer_at", "SAL"),
    ("relayed_to_quality_by", "relayed_to_quality_at", "SAL"),
)


@rule(
    "submission.steps-out-of-order",
    "001i 6.4.3",
    catalogue="SUB-001",
    zh="“{later}”{after} 早于“{earlier}”{before}",
    en="'{later}', {after}, lies before '{earlier}', {before}",
    do_zh="顺序是：质量部汇总、交销售部、发客户、客户答复、转达质量部；请更正时间",
    do_en="the order is: quality gathers, hands over, sales sends, the customer answers, quality is told; correct the time",
)
def steps_out_of_order(entry: SubmissionEntry, records: Records) -> Iterator[Violation]:
    taken = [(loc, words, at) for loc, words in STEPS if isinstance(at := value_at(entry, loc), datetime)]
    for (_, earlier, before), (loc, later, after) in pairwise(taken):
        if after < before:
            yield entry.at(*loc, later=later, after=after, earlier=earlier, before=before)


@rule(
    "submission.late",
    "001i 6.4.3",
    catalogue="SUB-002",
    zh="{sent} 才发给客户，晚于客户要求的 {due}",
    en="it was sent on {sent}, later than the customer's {due}",
    do_zh="按迟交统计；日期写错时更正",
    do_en="it counts as late; correct the date if it is wrong",
    severity="warning",
)
def late(entry: SubmissionEntry, records: Records) -> Iterator[Violation]:
    sent, due = entry.record.sent_to_customer_at, entry.record.customer_due
    if sent and due and sent.date() > due:
        yield entry.at("sent_to_customer_at", sent=sent.date(), due=due)


@rule(
    "submission.overdue",
    "001i 6.4.3",
    catalogue="SUB-002",
    zh="客户要求的日期 {due} 已过，还没有发给客户",
    en="the customer's date {due} has passed, and nothing was sent",
    do_zh="尽快发出；客户同意延后的，写新的 customer_due",
    do_en="send it; where the customer agreed to a later date write it in 'customer_due'",
    severity="warning",
)
def overdue(entry: SubmissionEntry, records: Records) -> Iterator[Violation]:
    due = entry.record.customer_due
    if due and not entry.record.sent_to_customer_at and records.has_passed(due):
        yield entry.at("customer_due", due=due)


@rule(
    "submission.step-by-another-department",
    "001i 6.4.3",
    catalogue="SUB-003",
    zh="“{step}”{person} 在 {day} 不属于 {department}",
    en="'{step}', {person}, does not belong to {department} on {day}",
    do_zh="汇总由质量部，接收、发出、转达由销售部：请更正人员",
    do_en="quality gathers; sales takes over, sends and relays: correct the person",
)
def step_by_another_department(entry: SubmissionEntry, records: Records) -> Iterator[Violation]:
    for name, when, department in ACTORS:
        number, at = getattr(entry.record, name), getattr(entry.record, when)
        if number and at and not works_in(records, number, department, at.date()):
            yield entry.at(name, step=label(Submission, name), person=number, day=at.date(), department=department)


@rule(
    "submission.step-without-person",
    "001i 6.4.3",
    catalogue="SUB-003",
    zh="“{step}”没有写明是谁（{field}）",
    en="'{step}' does not say who it was ({field})",
    do_zh="填写 {field}",
    do_en="fill in {field}",
)
def step_without_person(entry: SubmissionEntry, records: Records) -> Iterator[Violation]:
    for name, when, _ in ACTORS:
        if getattr(entry.record, when) and not getattr(entry.record, name):
            yield entry.at(when, step=label(Submission, when), field=name)


@rule(
    "submission.not-finished",
    "001i 6.4.3",
    catalogue="AUD-010",
    zh="审核已关闭，而这次提交还缺：{missing}",
    en="the audit is closed, but this package still lacks: {missing}",
    do_zh="补记，或删除没有发出的提交",
    do_en="record it, or delete a package that was never sent",
)
def not_finished(entry: SubmissionEntry, records: Records) -> Iterator[Violation]:
    """Before the audit is closed, each step to come is a to-do of its own."""
    audit = records.get(Audit, entry.scope)
    if audit is None or closed_on(audit.record) is None:
        return
    wanted = STEPS[2:3] if entry.record.kind == "containment" else STEPS[2:]
    missing = tuple(words for loc, words in wanted if value_at(entry, loc) is None)
    if missing:
        yield entry.at(missing=missing)


STEP_RULES = (steps_out_of_order, late, overdue, step_by_another_department, step_without_person, not_finished)
