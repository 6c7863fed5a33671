"""The way of a CAR from its issue to the customer's confirmation: its milestones in order, and whose turn each is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from auditdocs.entry import Records
from auditdocs.problem import Words
from auditdocs.records.audit.outbound_life import Changes
from auditdocs.records.cars.car import is_external
from auditdocs.records.cars.car_findings import is_fast_track, is_for_customer
from auditdocs.records.cars.car_marks import (
    CarEntry,
    analysed,
    closed,
    contained,
    implemented,
    issued,
    plan_anew,
    plan_approved,
    planned,
    received,
    reopened,
    returned,
    submitted,
    verified,
    void,
)
from auditdocs.room import Life, Milestone, SideState


def _due(name: str) -> Callable[[CarEntry, Records], date | None]:
    def planned(entry: CarEntry, records: Records) -> date | None:
        found: date | None = getattr(entry.record.due, name, None)
        return found

    return planned


def _plan_due(entry: CarEntry, records: Records) -> date | None:
    """When the plan is due; a plan sent back after that day is due when the customer is to have it, or at once."""
    due, rounds = entry.record.due, entry.record.responses
    rejected = rounds[-1].decided_at if rounds and rounds[-1].decision == "rejected" else None
    days = (due.plan, due.customer_response) if due else ()
    return next((day for day in days if day and not (rejected and day < rejected.date())), None)


def _is_whole_way(entry: CarEntry, records: Records) -> bool:
    """Whether a CAR is contained, analysed and its plan approved; observations and improvements take the fast track (D.4.2)."""
    return not is_fast_track(records, entry)


def _answered_by_customer(life: Life, entry: CarEntry, records: Records) -> Life:
    """Where we audit, it is the customer's turn wherever it would be our department's (records.md D.4.3)."""
    if not is_external(entry.record):
        return life
    steps = (replace(step, who="CUS", **FOR_CUSTOMER.get(step.name, {})) if step.who == "DEP" else step for step in life.milestones)
    return replace(life, milestones=tuple(steps))


def _is_submitted(entry: CarEntry, records: Records) -> bool:
    return is_for_customer(entry.record)


FOR_CUSTOMER: Changes = {
    "received": {"todo": Words("客户接收 CAR：写明 received_on", "the customer takes the CAR over: write received_on")},
}

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
            issued,
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
            received,
        ),
        Milestone(
            "contained",
            Words("已围堵", "Contained"),
            "DEP",
            Words("完成围堵措施并写明 done_on", "finish the containment and write its done_on"),
            contained,
            _due("containment"),
            needed=False,
            applies=_is_whole_way,
        ),
        Milestone(
            "analysed",
            Words("原因已分析", "Cause analysed"),
            "DEP",
            Words("完成原因分析并写明 completed_on", "finish the analysis of causes and write completed_on"),
            analysed,
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
            planned,
            _plan_due,
            how=Words(
                "写 corrective_actions，再写 responses: [{round: 1, submitted_at: 2026-09-08T09:00, by: 人员编号}]；"
                "退回的按意见改好，另写下一轮",
                "write corrective_actions, then responses: [{round: 1, submitted_at: 2026-09-08T09:00, by: id}]; "
                "after a rejection mend the plan and add the next round",
            ),
        ),
        Milestone(
            "plan_approved",
            Words("措施已批准", "Plan approved"),
            "QA",
            Words("审核措施，登记质量部或客户的决定", "review the plan; record the decision of quality or of the customer"),
            plan_approved,
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
            implemented,
            _due("implementation"),
        ),
        Milestone(
            "verified",
            Words("已验证", "Verified"),
            "QA",
            Words("验证实施情况", "check the implementation"),
            verified,
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
            submitted,
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
            closed,
            _due("customer_close"),
            actors=("QA",),
            how=Words(
                "写 effectiveness 和 customer_confirmation，再写 closed_on 和 closed_by；写法见 auditdocs explain car.effectiveness",
                "write effectiveness and customer_confirmation, then closed_on and closed_by; how: auditdocs explain car.effectiveness",
            ),
        ),
    ),
    side_states=(
        SideState("returned", Words("已退回", "Returned"), returned, back_to=plan_anew),
        SideState("void", Words("已作废", "Void"), void, ends=True),
        SideState("reopened", Words("已重开", "Reopened"), reopened),
    ),
    variant=_answered_by_customer,
)
