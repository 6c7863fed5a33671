"""Who may not answer to himself, and what a profile asks besides dates: approval by the customer, effect after closing."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.records.cars.car import Car, day_of_issue
from auditdocs.records.cars.car_answers import DUE
from auditdocs.records.cars.car_closing_rules import may_close_before_effect
from auditdocs.records.cars.car_findings import is_for_customer, profile_of
from auditdocs.records.cars.car_marks import actions_of
from auditdocs.records.control.policy import Policy
from auditdocs.records.house.person import works_in
from auditdocs.room import rule

TAKES_TIME = ("root_cause", "plan", "implementation", "verification")  # containment may be due at once


@rule(
    "car.reviewer-is-author",
    "ISO 9001 10.2.1",
    catalogue="CAR-013",
    zh="第 {round} 轮由 {reviewer} 提交，又由本人审核",
    en="{reviewer} submitted round {round} and reviewed it too",
    do_zh="请由没有提交这一轮的人审核",
    do_en="have somebody review it who did not submit it",
)
def reviewer_is_author(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    for index, one in enumerate(entry.record.responses):
        if one.reviewer and one.reviewer == one.by:
            yield entry.at("responses", index, "reviewer", round=one.round, reviewer=one.reviewer)


@rule(
    "car.closed-by-owner",
    "ISO 9001 10.2.1",
    catalogue="CAR-013",
    zh="关闭人 {closed_by} 就是责任人",
    en="{closed_by}, who closed it, is its owner",
    do_zh="请由质量部的另一个人关闭",
    do_en="have somebody else of quality close it",
)
def closed_by_owner(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    car = entry.record
    if not car.closed_by or car.closed_by != car.owner or not car.closed_on:
        return
    if works_in(records, car.closed_by, "QA", car.closed_on):  # that somebody else closed it than quality is said already
        yield entry.at("closed_by", closed_by=car.closed_by)


@rule(
    "car.due-on-day-of-issue",
    "001i 6.4.1",
    catalogue="CAR-001",
    zh="{step}期限 {due} 就是开具日期，没有留出时间",
    en="the date for '{step}', {due}, is the day of issue: it leaves no time",
    do_zh="按期限方案填写",
    do_en="set it by the deadline profile",
    severity="warning",
)
def due_on_day_of_issue(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    issued_on = day_of_issue(entry.record)
    for name in TAKES_TIME:
        due = getattr(entry.record.due, name, None)
        if due and due == issued_on:
            yield entry.at("due", name, step=DUE.label(name), due=due)


@rule(
    "car.action-due-on-day-of-issue",
    "001i 6.4.1",
    catalogue="CAR-001",
    zh="措施的期限 {due} 就是 CAR 的开具日期",
    en="the action is due on {due}, the day the CAR was issued",
    do_zh="写实际能完成的期限；当场做完的写在 correction 或 containment",
    do_en="write a day on which it can be done; what was done on the spot belongs to 'correction' or 'containment'",
    severity="warning",
)
def action_due_on_day_of_issue(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    issued_on = day_of_issue(entry.record)
    for loc, action in actions_of(entry.record):
        if action.due and action.due == issued_on:
            yield entry.at(*loc, "due", due=action.due)


@rule(
    "car.plan-not-approved-by-customer",
    "001i 6.4.3",
    catalogue="SUB-005",
    zh="这个客户的措施计划须由客户批准，第 {round} 轮却由质量部接受",
    en="this customer approves the plan itself, but round {round} was accepted by quality",
    do_zh="提交客户后，把客户的决定写入 decision，decided_by: customer",
    do_en="send it to the customer and record its decision, with 'decided_by: customer'",
    at="implemented",
    who="QA",
)
def plan_not_approved_by_customer(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    profile, responses = profile_of(records, entry), entry.record.responses
    if not responses or not profile or not profile.customer_approves_plan or not is_for_customer(entry.record):
        return
    if responses[-1].decision == "accepted" and responses[-1].decided_by != "customer":
        yield entry.at("responses", len(responses) - 1, "decision", round=responses[-1].round)


@rule(
    "car.effectiveness-to-follow",
    "ISO 9001 10.2.1 d",
    catalogue="CAR-014",
    zh="CAR 先行关闭，有效性观察期已在 {end} 结束，还没有结果：填写 effectiveness 的 result、by、date",
    en="it was closed early; its period of observation ended on {end} without a result: write 'result', 'by' and 'date' of 'effectiveness'",
    todo_only=True,
    who="QA",
)
def effectiveness_to_follow(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    car = entry.record
    found = car.effectiveness
    if not car.closed_on or car.void or not found or not found.period_end or found.result in ("effective", "not_effective"):
        return
    if may_close_before_effect(records, entry) and records.has_passed(found.period_end):
        yield entry.at("effectiveness", "result", end=found.period_end)


@rule(
    "car.effectiveness-judged-early",
    "ISO 9001 10.2.1 d",
    catalogue="CAR-014",
    zh="{day} 就判定有效，观察期到 {end} 才结束",
    en="it was judged effective on {day}, before the period of observation ended on {end}",
    do_zh="观察期结束后再判定；提前结束观察的，更正 period_end",
    do_en="judge it after the period; where it was cut short, correct 'period_end'",
)
def effectiveness_judged_early(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    found, closed_on = entry.record.effectiveness, entry.record.closed_on
    if not found or found.result != "effective" or not found.date or not found.period_end:
        return
    is_closed_early = closed_on is not None and closed_on < found.period_end  # then that is said
    if found.date < found.period_end and not is_closed_early:
        yield entry.at("effectiveness", "date", day=found.date, end=found.period_end)


@rule(
    "car.document-revision-unknown",
    "IATF 16949 10.2.3 f",
    catalogue="CAR-016",
    zh="没有受控文件 {number} 的版本 {revision}",
    en="there is no revision {revision} of the controlled document {number}",
    do_zh="先登记新版本，或更正 to_rev",
    do_en="record the new revision first, or correct 'to_rev'",
    at="closed",
    severity="warning",
)
def document_revision_unknown(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    for index, one in enumerate(entry.record.documents_updated):
        known = {key.rpartition("/")[2] for key in records.keys(Policy, one.id)} if one.id else set()
        if known and one.to_rev and one.to_rev.replace("/", "-") not in known:  # documents kept elsewhere are not known here
            yield entry.at("documents_updated", index, "to_rev", number=one.id or "", revision=one.to_rev)


SEPARATION_RULES = (
    reviewer_is_author,
    closed_by_owner,
    due_on_day_of_issue,
    action_due_on_day_of_issue,
    plan_not_approved_by_customer,
    effectiveness_to_follow,
    effectiveness_judged_early,
    document_revision_unknown,
)
