"""Result notification 审核结果通报 (FM-CA-13): every department reads how the audit ended and what it has to do by when."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.documents.rows import ATTACHMENT_WORDS, AttachmentRow
from auditdocs.problem import Words
from auditdocs.view_parts import Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifiedFinding:
    """One finding for the departments that answer it."""

    number: str
    type: str  # and grade
    clause: str
    statement: str
    departments: str
    answer: str  # CAR, or a response of its own
    owner: str
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartmentRow:
    """A department that was told: what it has to answer, and by when first; who took note signs by hand."""

    department: str
    findings: str
    cars: str
    due: str
    signature: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotificationView:
    """The notification from the result to who was told."""

    audit: str
    title: str
    customer: str
    dates: str
    notified_at: str
    notified_by: str
    source: str
    decision: str
    score: str
    counts: str
    response_due: str
    response_format: str
    cars: str
    summary: str
    findings: tuple[NotifiedFinding, ...]
    departments: tuple[DepartmentRow, ...]
    signatures: tuple[Signature, ...]
    attachments: tuple[AttachmentRow, ...]


WORDS: Mapping[str, Words] = {
    **ATTACHMENT_WORDS,
    "audit": Words("审核编号", "Audit no."),
    "audit_title": Words("标题", "Title"),
    "customer": Words("客户", "Customer"),
    "dates": Words("审核日期", "Audit dates"),
    "notified_at": Words("通报时间", "Notified at"),
    "notified_by": Words("通报人", "Notified by"),
    "result": Words("审核结果", "Result"),
    "source": Words("结论来源", "Source"),
    "decision": Words("决定", "Decision"),
    "score": Words("得分与等级（客户给出）", "Score and grade, as the customer states"),
    "counts": Words("发现项统计", "Findings"),
    "response_due": Words("回复客户期限", "Response to the customer due"),
    "response_format": Words("回复格式", "Response format"),
    "summary": Words("摘要", "Summary"),
    "findings": Words("各部门发现项与要求", "Findings and what is asked of the departments"),
    "finding": Words("编号", "No."),
    "type": Words("类别/等级", "Type and grade"),
    "clause": Words("条款", "Clause"),
    "statement": Words("描述", "Statement"),
    "departments": Words("责任部门", "Departments"),
    "answer": Words("整改方式", "To be answered by"),
    "owner": Words("责任人", "Owner"),
    "due": Words("期限", "Due"),
    "told": Words("通报部门与签收", "Departments told, and their receipt"),
    "department": Words("部门", "Department"),
    "finding_numbers": Words("发现项号", "Findings"),
    "cars": Words("CAR 清单", "CARs"),
    "first_due": Words("最早期限", "First due"),
    "receipt": Words("签收", "Received by"),
}
