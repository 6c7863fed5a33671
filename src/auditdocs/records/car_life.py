"""The way of a CAR from its issue to the customer's confirmation, by the facts of its record."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from auditdocs.entry import Entry, Records
from auditdocs.problem import Words
from auditdocs.records.car import Car
from auditdocs.records.car_findings import is_fast_track, is_for_customer
from auditdocs.records.car_measures import CorrectiveAction
from auditdocs.records.marks import fact_mark
from auditdocs.records.submission import is_accepted, is_to_close, result_of, submissions_of
from auditdocs.room import Life, Mark, Milestone, SideState
from auditdocs.source import Loc
from auditdocs.state import day_of

CarEntry = Entry[Car]


def actions_of(car: Car) -> Iterator[tuple[Loc, CorrectiveAction]]:
    """The corrective and preventive actions, each with its place."""
    for name, actions in (("corrective_actions", car.corrective_actions), ("preventive_actions", car.preventive_actions)):
        for index, action in enumerate(actions):
            yield (name, index), action


def _issued(entry: CarEntry, records: Records) -> Mark | None:
    return fact_mark(entry, "issued_on")


def _received(entry: CarEntry, records: Records) -> Mark | None:
    return fact_mark(entry, "received_on")


def _contained(entry: CarEntry, records: Records) -> Mark | None:
    car = entry.record
    if car.containment_not_needed:
        return Mark(entry, ("containment_not_needed",))
    if any(one.done_on is None for one in car.containment):
        return None
    # what was done on the spot, before the CAR came, has contained it on the day it came
    return _not_before(_newest(entry, (("containment", index, "done_on") for index in range(len(car.containment)))), car.received_on)


def _analysed(entry: CarEntry, records: Records) -> Mark | None:
    return fact_mark(entry, "root_cause", "completed_on")


def _planned(entry: CarEntry, records: Records) -> Mark | None:
    return _newest(entry, (("responses", index, "submitted_at") for index in range(len(entry.record.responses))))


def _plan_approved(entry: CarEntry, records: Records) -> Mark | None:
    """The decision on the newest round, where it is an acceptance."""
    responses = entry.record.responses
    if not responses or responses[-1].decision != "accepted":
        return None
    loc = ("responses", len(responses) - 1, "decided_at")
    return fact_mark(entry, *loc) or Mark(entry, loc)


def _implemented(entry: CarEntry, records: Records) -> Mark | None:
    """The last action done, when none is left. A measure done before its plan was accepted counts from then."""
    car = entry.record
    accepted = _plan_approved(entry, records)
    if not accepted and not car.implementation_check:
        return None
    since = day_of(accepted.moment) if accepted else None
    if not car.corrective_actions and car.no_action_justification:
        return Mark(entry, ("no_action_justification",), since)
    actions = tuple(actions_of(car))
    if not actions or any(action.done_on is None for _, action in actions):
        return None
    return _not_before(_newest(entry, ((*loc, "done_on") for loc, _ in actions)), since)


def _verified(entry: CarEntry, records: Records) -> Mark | None:
    check = entry.record.implementation_check
    return fact_mark(entry, "implementation_check", "date") if check and check.result == "pass" else None


def _submitted(entry: CarEntry, records: Records) -> Mark | None:
    """When the newest package that asks the customer to close it was sent."""
    sent = [mark for one in submissions_of(records, entry) if is_to_close(one.record, entry.key) and (mark := fact_mark(one, SENT))]
    return max(sent, key=lambda mark: str(mark.moment), default=None)


def _closed(entry: CarEntry, records: Records) -> Mark | None:
    """The day it was closed. That the customer confirmed it is a rule that holds this mark back (CAR-012)."""
    car = entry.record
    was_reopened = car.reopened and car.closed_on and car.closed_on <= car.reopened.date
    return None if was_reopened else fact_mark(entry, "closed_on")


def _returned(entry: CarEntry, records: Records) -> Mark | None:
    """The newest answer, where it is a rejection: of the plan, of the effect, of the closing."""
    answers = sorted((*_told_to_sales(entry, records), *_answers(entry)), key=lambda one: day_of(one[0].moment) or date.min)
    return answers[-1][0] if answers and answers[-1][1] else None


def _told_to_sales(entry: CarEntry, records: Records) -> Iterator[tuple[Mark, bool]]:
    """What the customer answered to the packages the CAR was part of, and whether it was a rejection."""
    for one in submissions_of(records, entry):
        result, answer = result_of(one.record, entry.key), one.record.customer_response
        if answer and result and result.result:
            loc = ("customer_response", "results", entry.key, "result")
            yield Mark(one, loc, answer.at), not is_accepted(one.record, entry.key)


def _answers(entry: CarEntry) -> Iterator[tuple[Mark, bool]]:
    """Every answer in the order of the way, and whether it was a rejection."""
    car = entry.record
    for index, response in enumerate(car.responses):
        if response.decision:
            yield Mark(entry, ("responses", index, "decided_at"), response.decided_at), response.decision == "rejected"
    check, effect, confirmation = car.implementation_check, car.effectiveness, car.customer_confirmation
    if check and check.result:
        yield Mark(entry, ("implementation_check", "date"), check.date), check.result == "fail"
    if effect and effect.result:
        yield Mark(entry, ("effectiveness", "date"), effect.date), effect.result == "not_effective"
    if confirmation and confirmation.result:
        yield Mark(entry, ("customer_confirmation", "date"), confirmation.date), confirmation.result == "rejected"


def _void(entry: CarEntry, records: Records) -> Mark | None:
    return fact_mark(entry, "void", "date")


def _reopened(entry: CarEntry, records: Records) -> Mark | None:
    return fact_mark(entry, "reopened", "date")


def _newest(entry: CarEntry, locs: Iterable[Loc]) -> Mark | None:
    marks = [mark for loc in locs if (mark := fact_mark(entry, *loc))]
    return max(marks, key=lambda mark: day_of(mark.moment) or date.min, default=None)


def _not_before(mark: Mark | None, day: date | None) -> Mark | None:
    reached = day_of(mark.moment) if mark else None
    return Mark(mark.entry, mark.loc, day) if mark and day and reached and reached < day else mark


def _due(name: str) -> Callable[[CarEntry, Records], date | None]:
    def planned(entry: CarEntry, records: Records) -> date | None:
        found: date | None = getattr(entry.record.due, name, None)
        return found

    return planned


def _is_whole_way(entry: CarEntry, records: Records) -> bool:
    """Whether a CAR is contained, analysed and its plan approved; observations and improvements take the fast track (D.4.2)."""
    return not is_fast_track(records, entry)


def _is_submitted(entry: CarEntry, records: Records) -> bool:
    return is_for_customer(entry.record)


SENT = "sent_to_customer_at"
# What a minor improvement need not have (D.4.2, fast track) is not needed here; the rules ask it of nonconformities.
CAR_LIFE = Life(
    name="car",
    title=Words("纠正措施要求单", "Corrective action request"),
    anchor="car",
    milestones=(
        Milestone(
            "issued",
            Words("已开具", "Issued"),
            "QA",
            Words("填好不符合事实、责任人和期限，开具 CAR", "complete problem, owner and due dates, and issue the CAR"),
            _issued,
            how=Words(
                "写 issued_on 和 issued_by",
                "write issued_on and issued_by",
            ),
        ),
        Milestone(
            "received",
            Words("已接收", "Received"),
            "DEP",
            Words("责任部门接收 CAR：写明 received_on", "the department takes the CAR over: write received_on"),
            _received,
        ),
        Milestone(
            "contained",
            Words("已围堵", "Contained"),
            "DEP",
            Words("完成围堵措施并写明 done_on", "finish the containment and write its done_on"),
            _contained,
            _due("containment"),
            needed=False,
            applies=_is_whole_way,
        ),
        Milestone(
            "analysed",
            Words("原因已分析", "Cause analysed"),
            "DEP",
            Words("完成原因分析并写明 completed_on", "finish the analysis of causes and write completed_on"),
            _analysed,
            _due("root_cause"),
            needed=False,
            applies=_is_whole_way,
            how=Words(
                "写法见 auditdocs explain car.root_cause",
                "how: auditdocs explain car.root_cause",
            ),
        ),
        Milestone(
            "planned",
            Words("措施已提交", "Plan submitted"),
            "DEP",
            Words("制定措施并提交回复", "set the actions and submit the response"),
            _planned,
            _due("plan"),
            how=Words(
                "写 corrective_actions，再写 responses: [{round: 1, submitted_at: 2026-09-08T09:00, by: 人员编号}]",
                "write corrective_actions, then responses: [{round: 1, submitted_at: 2026-09-08T09:00, by: id}]",
            ),
        ),
        Milestone(
            "plan_approved",
            Words("措施已批准", "Plan approved"),
            "QA",
            Words("审核措施，登记质量部或客户的决定", "review the plan; record the decision of quality or of the customer"),
            _plan_approved,
            _due("customer_response"),
            needed=False,
            applies=_is_whole_way,
            how=Words(
                "在 responses 的最后一轮写 decision: accepted、decided_by: qa、decided_at: 2026-09-08T09:00；"
                "由客户决定的先提交：auditdocs new submission {audit}",
                "in the last round of responses write decision: accepted, decided_by: qa, decided_at: 2026-09-08T09:00; "
                "where the customer decides send it first: auditdocs new submission {audit}",
            ),
        ),
        Milestone(
            "implemented",
            Words("已实施", "Implemented"),
            "DEP",
            Words("完成全部措施，写明 done_on 和证据", "finish all actions; write done_on and the evidence"),
            _implemented,
            _due("implementation"),
        ),
        Milestone(
            "verified",
            Words("已验证", "Verified"),
            "QA",
            Words("验证实施情况", "check the implementation"),
            _verified,
            _due("verification"),
            how=Words(
                "写 implementation_check: {by: 人员编号, date: 2026-09-08, result: pass}",
                "write implementation_check: {by: id, date: 2026-09-08, result: pass}",
            ),
        ),
        Milestone(
            "submitted",
            Words("已提交客户", "Submitted to the customer"),
            "QA",
            Words(
                "验证有效后汇总关闭资料，由销售部提交客户",
                "once it proves effective gather the closing evidence; sales submits it to the customer",
            ),
            _submitted,
            needed=False,  # that the customer accepted it is a rule of its own (SUB-004)
            applies=_is_submitted,
            how=Words(
                "写 effectiveness，再运行 auditdocs new submission {audit}",
                "write effectiveness, then run `auditdocs new submission {audit}`",
            ),
        ),
        Milestone(
            "closed",
            Words("已关闭", "Closed"),
            "QA",
            Words("确认有效并取得客户确认后关闭", "close it once it is effective and the customer has confirmed"),
            _closed,
            _due("customer_close"),
            actors=("QA",),
            how=Words(
                "写 effectiveness 和 customer_confirmation，再写 closed_on 和 closed_by；写法见 auditdocs explain car.effectiveness",
                "write effectiveness and customer_confirmation, then closed_on and closed_by; how: auditdocs explain car.effectiveness",
            ),
        ),
    ),
    side_states=(
        SideState("returned", Words("已退回", "Returned"), _returned),
        SideState("void", Words("已作废", "Void"), _void, ends=True),
        SideState("reopened", Words("已重开", "Reopened"), _reopened),
    ),
)
