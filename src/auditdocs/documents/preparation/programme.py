"""Annual programme and calendar 年度客户审核方案与日历 (FM-CA-14): management approves it, quality holds the year against it."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.documents.rows import ATTACHMENT_WORDS, AttachmentRow
from auditdocs.problem import Words
from auditdocs.view_parts import Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthsRow:
    """The audits of one customer by month; or how many there are in each."""

    customer: str
    m01: str
    m02: str
    m03: str
    m04: str
    m05: str
    m06: str
    m07: str
    m08: str
    m09: str
    m10: str
    m11: str
    m12: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRow:
    """One planned audit and what became of it."""

    number: str
    month: str
    customer: str
    direction: str
    type: str
    purpose: str
    criteria: str
    sites: str
    priority: str
    reason: str
    responsible: str
    audit: str
    dates: str
    state: str
    course: str  # moved, cancelled: when, by whom, why


@dataclass(frozen=True, slots=True, kw_only=True)
class UnplannedRow:
    """An audit that is not in the programme."""

    audit: str
    customer: str
    type: str
    criteria: str
    dates: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """What falls due in the year: the next audit, the review of a customer's qualification."""

    due: str
    customer: str
    what: str
    source: str
    planned: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeView:
    """The year: what it is for, what it needs, its audits."""

    year: str
    title: str
    state: str
    responsible: str
    scope: str
    objectives: str
    basis: str
    methods: str
    tools: str
    people: str
    budget: str
    material: str
    planned_count: str
    held_count: str
    cancelled_count: str
    open_count: str
    unplanned_count: str
    months: tuple[MonthsRow, ...]
    totals: tuple[MonthsRow, ...]
    planned: tuple[PlannedRow, ...]
    unplanned: tuple[UnplannedRow, ...]
    due: tuple[DueRow, ...]
    evaluated_on: str
    evaluated_by: str
    summary: str
    lessons: str
    improvements: str
    attachments: tuple[AttachmentRow, ...]
    signatures: tuple[Signature, ...]


WORDS: Mapping[str, Words] = {
    **ATTACHMENT_WORDS,
    "year": Words("年度", "Year"),
    "title": Words("标题", "Title"),
    "state": Words("方案状态", "State of the programme"),
    "responsible": Words("方案负责人", "Programme manager"),
    "scope": Words("范围", "Scope"),
    "purpose_and_resources": Words("目标与资源", "Objectives and resources"),
    "objectives": Words("目标", "Objectives"),
    "basis": Words("风险与机会", "Risks and opportunities"),
    "methods": Words("方法", "Methods"),
    "tools": Words("工具", "Tools"),
    "people": Words("人力", "People"),
    "budget": Words("财力", "Budget"),
    "material": Words("物力", "Material"),
    "planned_and_done": Words("计划与完成", "Planned and done"),
    "planned_count": Words("计划", "Planned"),
    "held_count": Words("已进行", "Held"),
    "cancelled_count": Words("已取消", "Cancelled"),
    "open_count": Words("尚未进行", "Still to come"),
    "unplanned_count": Words("计划外", "Not planned"),
    "calendar": Words("年历", "Calendar"),
    "legend": Words(
        "○ 计划　● 已进行　△ 由此月改出　× 取消　☆ 计划外", "○ planned　● held　△ moved away　× cancelled　☆ not in the programme"
    ),
    "customer": Words("客户", "Customer"),
    "planned_audits": Words("计划的审核", "Planned audits"),
    "planned_number": Words("序号", "No."),
    "month": Words("月份", "Month"),
    "audit_type": Words("类型和目的", "Type and purpose"),
    "criteria": Words("准则和场所", "Criteria and sites"),
    "priority": Words("优先级", "Priority"),
    "reason": Words("依据", "Reason"),
    "audit_responsible": Words("负责人", "Responsible"),
    "audit": Words("审核和日期", "Audit and dates"),
    "audit_state": Words("状态", "State"),
    "unplanned": Words("计划外的审核", "Audits not in the programme"),
    "audit_number": Words("审核编号", "Audit no."),
    "dates": Words("日期", "Dates"),
    "type": Words("审核类型", "Audit type"),
    "criterion": Words("准则", "Criteria"),
    "due": Words("到期复审", "Due again"),
    "due_on": Words("期限", "Due"),
    "what": Words("事项", "What"),
    "source": Words("来源", "From"),
    "planned_as": Words("计划", "Planned as"),
    "evaluation": Words("年度评价", "Evaluation of the year"),
    "evaluated_on": Words("评价日期", "Evaluated on"),
    "evaluated_by": Words("评价人", "Evaluated by"),
    "summary": Words("总结", "Summary"),
    "lessons": Words("经验教训", "Lessons learned"),
    "improvements": Words("改进建议", "Suggestions"),
}
