"""Checklist 检查表 (`checklist.yaml`): the customer's questions, who prepares them, and what the auditor decided."""

from typing import Annotated

from auditdocs.field import Model, field, many, numbered
from auditdocs.records.base import Record
from auditdocs.records.ids import BankId, Clause, DepartmentCode, FindingId, PersonId, SessionId, identifier
from auditdocs.records.words import Amount, Line, Text, YesNo, choice

RESULT = choice(
    conform=("符合", "Conform"),
    minor=("一般不符合", "Minor nonconformity"),
    major=("严重不符合", "Major nonconformity"),
    critical=("致命不符合", "Critical nonconformity"),
    observation=("观察项", "Observation"),
    improvement=("改进项", "Opportunity for improvement"),
    not_applicable=("不适用", "Not applicable"),
    not_evaluated=("未评价", "Not evaluated"),
)
PREPARATION = choice(not_started=("未开始", "Not started"), in_progress=("准备中", "In progress"), ready=("已就绪", "Ready"))
NONCONFORMING = frozenset({"minor", "major", "critical"})
UNANSWERED = frozenset({"not_applicable", "not_evaluated"})
ITEM_NUMBER = identifier("检查项编号", "checklist item number", r"Q[0-9]{3}", "Q001")

ItemNumber = Annotated[str, ITEM_NUMBER]


class Preparation(Model):
    """What the responsible department has ready before the audit (001i 4.3.3)."""

    answer: Text | None = field(
        "准备情况", "Answer", example="两家新供方均先评审后列入名录|Both new suppliers were assessed before they were listed"
    )
    evidence: tuple[Text, ...] = many("证据", "Evidence", example="合格供方名录 2026-07|List of approved suppliers 2026-07")
    status: Annotated[str, PREPARATION] | None = field("准备状态", "Status")
    self_score: Amount | None = field("自评分", "Self-score")
    gap: Text | None = field("差距", "Gap")


class StepPoints(Model):
    """The points of a question in one process step; without points it was not evaluated there."""

    step: Line = field("工序", "Step", required=True)
    points: Amount | None = field("得分", "Points")


class ItemResult(Model):
    """What the auditor decided on site."""

    session: SessionId | None = field("场次", "Session")
    result: Annotated[str, RESULT] | None = field("结果", "Result")
    points: Amount | None = field("得分", "Points")
    per_step: tuple[StepPoints, ...] = many("各工序得分", "Points per step")
    reason: Text | None = field("原因", "Reason", "不适用或未评价时填写", "where not applicable or not evaluated")
    auditor_note: Text | None = field("现场记录", "Notes on site")
    findings: tuple[FindingId, ...] = many("发现项", "Findings")


class Item(Model):
    """One question of the checklist."""

    customer_ref: Line | None = field("客户编号", "Customer no.", example="P5.1")
    section: Line | None = field("章节", "Section", example="P5")
    text: Text | None = field(
        "检查内容",
        "Question",
        example="新供方是否按规定的条件批准后才供货？|Do suppliers deliver only after approval by the set conditions?",
    )
    clause_refs: tuple[Clause, ...] = many("条款", "Clauses")
    key: YesNo | None = field("关键项", "Key question", "带 ★ 的问题", "a question with a star")
    element: Line | None = field("要素", "Element", "评分时汇总到的要素", "the element it counts for")
    subelement: Line | None = field("子要素", "Sub-element")
    max_points: Amount | None = field("满分", "Possible points", "与评分体系不同时填写", "where not the scheme's own")
    guidance: Text | None = field("指引", "Guidance", internal=True)
    owner_department: DepartmentCode | None = field("责任部门", "Responsible department")
    owner: PersonId | None = field("责任人", "Owner")
    co_departments: tuple[DepartmentCode, ...] = many("配合部门", "Supporting departments")
    prep: Preparation | None = field("准备", "Preparation", internal=True)
    audit: ItemResult | None = field("现场", "On site")
    changed_by: PersonId | None = field("修改人", "Changed by", internal=True)


class Checklist(Record):
    """The checklist of an audit."""

    template: BankId | None = field("题库", "Question bank")
    source: Text | None = field(
        "来源",
        "Source",
        "客户的检查表及版本",
        "the customer's checklist and its version",
        example="客户检查表 2026 版|Customer's checklist, 2026",
    )
    items: dict[ItemNumber, Item] = numbered("检查项", "Questions")
