"""Checklist 检查表 (FM-CA-03): blank and preparation for the departments, on-site for escorts, result for quality."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.documents.rows import ATTACHMENT_WORDS, AttachmentRow, ScoreRow
from auditdocs.problem import Words
from auditdocs.view_parts import Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedItem:
    """What each variant says of a question."""

    number: str
    customer_number: str
    key: str  # ★ or empty
    clause: str
    text: str
    responsible: str  # department, owner, supporting departments: a line each


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankItem(AskedItem):
    """A question to be answered by hand."""

    guidance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparationItem(AskedItem):
    """A question with what its department prepared."""

    status: str
    answer: str
    evidence: str
    self_score: str
    gap: str
    changed_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OnSiteItem(AskedItem):
    """A question with its prepared answer, and room for what the auditor says."""

    answer: str
    evidence: str
    session: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultItem(AskedItem):
    """A question with what the auditor decided."""

    session: str
    result: str
    points: str
    points_per_step: str
    reason: str  # of "not applicable" and "not evaluated"
    note: str
    findings: str


ChecklistItem = BlankItem | PreparationItem | OnSiteItem | ResultItem
ITEM_OF: Mapping[str, type] = {"blank": BlankItem, "preparation": PreparationItem, "on_site": OnSiteItem, "result": ResultItem}


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section's questions; the subtotal is empty where nothing is scored."""

    number: str
    title: str
    items: tuple[ChecklistItem, ...]
    subtotal: str  # 45 / 50
    percent: str  # 90.00 %


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendRow:
    """One sign or result word and what it means."""

    sign: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistView:
    """The form's head, sections, scores, legend; a variant's items are all of one type."""

    audit: str
    title: str
    customer: str
    audit_type: str
    audit_date: str
    site: str
    auditors: str
    criteria: str
    edition: str
    source: str
    scoring_rule: str
    sections: tuple[Section, ...]
    scores: tuple[ScoreRow, ...]
    total: str
    total_percent: str
    grade: str
    downgrade_reasons: tuple[str, ...]
    legend: tuple[LegendRow, ...]
    signatures: tuple[Signature, ...]
    attachments: tuple[AttachmentRow, ...]


WORDS: Mapping[str, Words] = {
    **ATTACHMENT_WORDS,
    "head": Words("审核信息", "Audit"),
    "audit": Words("审核编号", "Audit no."),
    "title": Words("标题", "Title"),
    "customer": Words("客户", "Customer"),
    "audit_type": Words("审核类型", "Audit type"),
    "audit_date": Words("审核日期", "Audit dates"),
    "site": Words("场所", "Site"),
    "auditors": Words("审核员", "Auditors"),
    "criteria": Words("审核准则", "Criteria"),
    "edition": Words("版本", "Edition"),
    "source": Words("检查表来源", "Source of the checklist"),
    "scoring_rule": Words("评分规则", "Scoring rule"),
    "questions": Words("检查内容", "Questions"),
    "item_number": Words("编号", "No."),
    "customer_number": Words("客户编号", "Customer no."),
    "key": Words("★", "★"),
    "clause": Words("条款", "Clause"),
    "text": Words("检查内容", "Question"),
    "responsible": Words("责任部门/人", "Responsible"),
    "result": Words("结果", "Result"),
    "points": Words("得分", "Points"),
    "result_and_points": Words("结果/得分", "Result/points"),
    "note": Words("现场记录", "Notes on site"),
    "finding": Words("发现项号", "Finding"),
    "session": Words("场次", "Session"),
    "preparation": Words("准备情况", "Preparation"),
    "preparation_evidence": Words("准备情况/证据", "Preparation/evidence"),
    "status": Words("准备状态", "Status"),
    "evidence": Words("证据", "Evidence"),
    "self_score": Words("自评分", "Self-score"),
    "gap": Words("差距", "Gap"),
    "changed_by": Words("修改人", "Changed by"),
    "subtotal": Words("小计", "Subtotal"),
    "scores": Words("评分汇总", "Scores"),
    "element": Words("要素", "Element"),
    "evaluated": Words("已评/全部", "Evaluated/all"),
    "possible": Words("满分", "Possible"),
    "percent": Words("得分率", "Score"),
    "degree": Words("符合程度", "Degree of fulfilment"),
    "grade": Words("等级", "Grade"),
    "downgrade_reasons": Words("降级理由", "Reasons for downgrading"),
    "legend": Words("图例", "Legend"),
    "sign": Words("符号", "Sign"),
    "meaning": Words("含义", "Meaning"),
}
