"""Answers, checks, effectiveness, the customer's word, closing (CAR-012 to CAR-014)."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Words
from auditdocs.records.audit.audit import where_we_are_audited
from auditdocs.records.cars.car import Car
from auditdocs.records.cars.car_answers import EFFECT
from auditdocs.records.cars.car_findings import is_fast_track, is_for_customer, profile_of
from auditdocs.records.cars.car_marks import actions_of
from auditdocs.records.house.person import works_in
from auditdocs.room import rule

CONFIRMATION_PARTS = {"by": Words("确认人", "who confirmed"), "date": Words("确认日期", "the date")}
EFFECT_PARTS = {
    "criterion": Words("判定准则", "the criterion"),
    "period_start": Words("观察期开始", "the start of the period"),
    "period_end": Words("观察期结束", "its end"),
    "result": Words("结果", "the result"),
}


def may_close_before_effect(records: Records, entry: Entry[Car]) -> bool:
    """Whether its deadline profile lets it be closed before it is known to be effective."""
    profile = profile_of(records, entry)
    return profile is not None and profile.close_before_effectiveness is True


@rule(
    "car.closed-without-customer-confirmation",
    "001i 6.4.2",
    catalogue="CAR-012",
    zh="CAR 已写关闭日期 {closed_on}，但客户没有确认接受",
    en="the CAR is marked as closed on {closed_on}, but the customer has not accepted it",
    do_zh="登记 customer_confirmation；客户未确认前请删除 closed_on",
    do_en="record 'customer_confirmation'; until then delete 'closed_on'",
    at="closed",
    firm=True,
)
@where_we_are_audited
def closed_without_customer_confirmation(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    car = entry.record
    confirmation = car.customer_confirmation
    if car.closed_on and is_for_customer(car) and (confirmation is None or confirmation.result != "accepted"):
        yield entry.at("closed_on", closed_on=car.closed_on)


@rule(
    "car.confirmation-incomplete",
    "001i 6.4.2",
    catalogue="CAR-012",
    zh="客户确认缺：{missing}",
    en="the customer's confirmation lacks: {missing}",
    do_zh="写明谁、何时确认，以及依据（reference 或 attachment）",
    do_en="say who confirmed, when, and by what ('reference' or 'attachment')",
    at="closed",
    firm=True,
)
def confirmation_incomplete(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    found = entry.record.customer_confirmation
    if found is None or found.result != "accepted":
        return
    missing = [words for name, words in CONFIRMATION_PARTS.items() if not getattr(found, name)]
    if not found.reference and not found.attachment:
        missing.append(Words("依据", "a reference"))
    if missing:
        yield entry.at("customer_confirmation", missing=tuple(missing))


@rule(
    "car.closed-before-confirmation",
    "001i 6.4.2",
    catalogue="CAR-012",
    zh="关闭日期 {closed_on} 早于客户确认日期 {confirmed}",
    en="it was closed on {closed_on}, before the customer confirmed on {confirmed}",
    do_zh="客户确认后才能关闭：请更正日期",
    do_en="a CAR is closed after the customer's confirmation: correct the date",
    at="closed",
    firm=True,
)
def closed_before_confirmation(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    closed_on, found = entry.record.closed_on, entry.record.customer_confirmation
    if closed_on and found and found.date and closed_on < found.date:
        yield entry.at("closed_on", closed_on=closed_on, confirmed=found.date)


@rule(
    "car.confirmed-before-answer",
    "001i 6.4.2",
    catalogue="CAR-012",
    zh="客户确认日期 {confirmed} 早于回复的提交日期 {submitted}",
    en="the customer confirmed on {confirmed}, before the response was submitted on {submitted}",
    do_zh="请更正日期",
    do_en="correct the date",
)
def confirmed_before_answer(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    found = entry.record.customer_confirmation
    submitted = max((one.submitted_at.date() for one in entry.record.responses if one.submitted_at), default=None)
    if found and found.date and submitted and found.date < submitted:
        yield entry.at("customer_confirmation", "date", confirmed=found.date, submitted=submitted)


@rule(
    "car.plan-not-approved",
    "ISO 9001 10.2",
    catalogue="HYG-002",
    zh="措施没有获得批准",
    en="the plan was not approved",
    do_zh="在最新一轮 responses 登记 decision、decided_by 和 decided_at",
    do_en="record 'decision', 'decided_by' and 'decided_at' in the newest of 'responses'",
    at="implemented",
)
def plan_not_approved(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    responses = entry.record.responses
    if responses and not any(one.decision == "accepted" for one in responses) and not is_fast_track(records, entry):
        yield entry.at("responses", len(responses) - 1)


@rule(
    "car.verifier-missing",
    "ISO 9001 10.2.1 d",
    catalogue="CAR-013",
    zh="实施验证没有写明验证人",
    en="the check of implementation does not say who made it",
    do_zh="填写 implementation_check 的 by（质量部人员）",
    do_en="write 'by' of 'implementation_check', somebody of quality",
    at="verified",
)
def verifier_missing(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    check = entry.record.implementation_check
    if check and not check.by:
        yield entry.at_name("implementation_check")


@rule(
    "car.verifier-not-quality",
    "ISO 9001 10.2.1 d",
    catalogue="CAR-013",
    zh="验证人 {by} 在 {day} 不属于质量部",
    en="{by}, who checked the implementation, is not of quality on {day}",
    do_zh="实施验证由质量部进行：请更正 by",
    do_en="quality checks the implementation: correct 'by'",
)
def verifier_not_quality(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    check = entry.record.implementation_check
    owners = {action.owner for _, action in actions_of(entry.record)}  # who owns an action may not verify it anyway
    if check and check.by and check.date and check.by not in owners and not works_in(records, check.by, "QA", check.date):
        yield entry.at("implementation_check", "by", by=check.by, day=check.date)


@rule(
    "car.verifier-is-owner",
    "ISO 9001 10.2.1 d",
    catalogue="CAR-013",
    zh="验证人 {by} 同时是措施的责任人",
    en="{by} verifies actions that {by} owns",
    do_zh="请由没有实施措施的人验证",
    do_en="have somebody verify who did not implement them",
)
def verifier_is_owner(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    car = entry.record
    owners = {action.owner for _, action in actions_of(car)}
    for name, verified in (("implementation_check", car.implementation_check), ("effectiveness", car.effectiveness)):
        if verified and verified.by and verified.by in owners:
            yield entry.at(name, "by", by=verified.by)


@rule(
    "car.effectiveness-incomplete",
    "ISO 9001 10.2.1 d",
    catalogue="CAR-014",
    zh="有效性验证缺：{missing}",
    en="the check of effectiveness lacks: {missing}",
    do_zh="在 effectiveness 下填写",
    do_en="write it below 'effectiveness'",
    at="closed",
)
def effectiveness_incomplete(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    found = entry.record.effectiveness
    later = ("result",) if may_close_before_effect(records, entry) else ()
    missing = tuple(words for name, words in EFFECT_PARTS.items() if name not in later and not getattr(found, name, None))
    if missing and not is_fast_track(records, entry):
        yield entry.at("effectiveness", missing=missing)


@rule(
    "car.closed-although-not-effective",
    "ISO 9001 10.2.1 d",
    catalogue="CAR-014",
    zh="CAR 已关闭，但有效性验证的结果是{result}",
    en="the CAR is closed, but the result of its check of effectiveness is '{result}'",
    do_zh="有效后才能关闭：请另提一轮措施，或更正结果",
    do_en="close it once it is effective: submit another round, or correct the result",
    at="closed",
)
def closed_although_not_effective(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    found = entry.record.effectiveness
    barred = ("not_effective",) if may_close_before_effect(records, entry) else ("not_effective", "pending")
    if found and found.result and found.result in barred:
        yield entry.at("effectiveness", "result", result=EFFECT.label(found.result))


@rule(
    "car.closed-before-period-end",
    "ISO 9001 10.2.1 d",
    catalogue="CAR-014",
    zh="关闭日期 {closed_on} 早于有效性观察期的结束 {end}",
    en="it was closed on {closed_on}, before the period of the effectiveness check ends on {end}",
    do_zh="观察期结束后再关闭；日期写错时更正",
    do_en="close it after the period; correct the date if it is wrong",
)
def closed_before_period_end(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    closed_on, found = entry.record.closed_on, entry.record.effectiveness
    if closed_on and found and found.period_end and closed_on < found.period_end and not may_close_before_effect(records, entry):
        yield entry.at("closed_on", closed_on=closed_on, end=found.period_end)


@rule(
    "car.effectiveness-period-ends-before-it-begins",
    "ISO 9001 10.2.1 d",
    catalogue="CAR-014",
    zh="有效性观察期的结束 {end} 早于开始 {start}",
    en="the period of the effectiveness check ends on {end}, before it begins on {start}",
    do_zh="请更正 period_start 或 period_end",
    do_en="correct 'period_start' or 'period_end'",
)
def effectiveness_period_ends_before_it_begins(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    found = entry.record.effectiveness
    if found and found.period_start and found.period_end and found.period_end < found.period_start:
        yield entry.at("effectiveness", "period_end", end=found.period_end, start=found.period_start)


CLOSING_RULES = (
    closed_without_customer_confirmation,
    confirmation_incomplete,
    closed_before_confirmation,
    confirmed_before_answer,
    plan_not_approved,
    verifier_missing,
    verifier_not_quality,
    verifier_is_owner,
    effectiveness_incomplete,
    closed_although_not_effective,
    closed_before_period_end,
    effectiveness_period_ends_before_it_begins,
)
