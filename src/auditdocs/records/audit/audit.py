"""Audit: what quality decides about one audit when it takes it over (001i 4.1)."""

import functools
from collections.abc import Callable, Iterator
from datetime import date
from typing import Annotated, Any

from auditdocs.entry import AnyEntry, Records, Violation
from auditdocs.field import Model, field, many
from auditdocs.records.base import Record
from auditdocs.records.ids import PersonId, SchemeId
from auditdocs.records.marks import Event
from auditdocs.records.words import Day, Line, Text, choice

DIRECTION = choice(inbound=("客户审核我司", "Customer audits us"), outbound=("我司稽核客户", "We audit a customer"))


class Objective(Model):
    """What the audit shall show, and how that is measured (000 1.2)."""

    text: Text = field("目标", "Objective", required=True, example="取得 B 级以上结果|A result of B or better")
    measure: Text | None = field("衡量方法", "Measure", example="符合率|Degree of fulfilment")
    target: Text | None = field("目标值", "Target", example="不低于 90%|90% or more")
    result: Text | None = field("结果", "Result")


class Postponement(Model):
    """New dates, who moved them and why."""

    date: Day = field("日期", "Date", "何时决定", "the day it was decided", required=True)
    by: PersonId | None = field("经办人", "By")
    reason: Text | None = field("原因", "Reason")
    new_start: Day | None = field("新的开始日期", "New start")
    new_end: Day | None = field("新的结束日期", "New end")


class Reopening(Event):
    """Quality takes a closed audit up again, with the management's consent (D.4.1)."""

    approved_by: PersonId | None = field("批准人", "Approved by", "管理层", "of the management")


class Closing(Model):
    """Quality closes the audit."""

    date: Day = field("日期", "Date", required=True)
    by: PersonId | None = field("关闭人", "By")


class Audit(Record):
    """Quality's own decisions; dates, results and states stand in the other records of the folder."""

    coordinator: PersonId | None = field("协调人", "Coordinator")
    management_contact: PersonId | None = field("管理层联系人", "Management contact")
    label: Line | None = field(
        "简称", "Label", "便于称呼，不作编号", "a name for people, not a number", example="2026 年度过程审核|Process audit 2026"
    )
    direction: Annotated[str, DIRECTION] = field(
        "方向", "Direction", "留空为客户审核我司", "empty: the customer audits us", default="inbound"
    )
    grading_scheme: SchemeId | None = field("分级方案", "Grading scheme")
    objectives: tuple[Objective, ...] = many("审核目标", "Objectives", internal=True)
    postponed: tuple[Postponement, ...] = many("延期", "Postponed")
    cancelled: Event | None = field("取消", "Cancelled")
    aborted: Event | None = field("中止", "Aborted")
    reopened: Reopening | None = field("重开", "Reopened")
    closed: Closing | None = field("关闭", "Closed")
    lessons_learned: tuple[Text, ...] = many(
        "经验教训",
        "Lessons learned",
        example="首件确认的权限要随岗位移交|The right to release first pieces moves with the post",
        internal=True,
    )
    next_audit_due: Day | None = field("下次审核期限", "Next audit due")
    management_review_period: Line | None = field(
        "管理评审期间", "Management review period", example="2026 下半年|Second half of 2026", internal=True
    )


def closed_on(audit: Audit) -> date | None:
    """The day an audit was closed; none where it was reopened since."""
    closed = audit.closed.date if audit.closed else None
    return None if closed and audit.reopened and closed <= audit.reopened.date else closed


def is_inbound(records: Records, audit: str) -> bool:
    """Whether the customer audits us (D.4.3: some clauses of 001i bind such audits only)."""
    entry = records.get(Audit, audit)
    return entry is None or entry.record.direction == "inbound"


Check = Callable[[Any, Records], Iterator[Violation]]


def where_we_are_audited(check: Check) -> Check:
    """A check whose clause binds only where a customer audits us (D.4.3)."""
    return _only(check, inbound=True)


def where_we_audit(check: Check) -> Check:
    """A check of the audits in which we are the auditors."""
    return _only(check, inbound=False)


def _only(check: Check, *, inbound: bool) -> Check:
    @functools.wraps(check)
    def only(entry: AnyEntry, records: Records) -> Iterator[Violation]:
        if is_inbound(records, entry.scope) is inbound:
            yield from check(entry, records)

    return only
