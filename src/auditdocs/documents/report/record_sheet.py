"""Customer audit record sheet 客户审核记录单 (FM-CA-08): the whole course of an audit on exactly one page."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.problem import Words
from auditdocs.view_parts import Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeRow:
    """One step of the audit: when it was reached, by whom, by which record."""

    node: str
    date: str
    by: str
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    """How many findings have a grade (or a type that has none)."""

    grade: str
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetCarRow:
    """One CAR in a line."""

    number: str
    department: str
    due: str
    state: str
    closed_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSubmissionRow:
    """One package for the customer in a line."""

    number: str
    kind: str
    sent_on: str
    answered_on: str
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSheetView:
    """The sheet; what does not fit is counted, never left out in silence."""

    audit: str
    customer: str
    audit_type: str
    dates: str
    auditors: str
    coordinator: str
    state: str
    nodes: tuple[NodeRow, ...]
    counts: tuple[CountRow, ...]
    score: str
    grade: str
    decision: str
    our_score: str
    cars: tuple[SheetCarRow, ...]
    more_cars: str
    submissions: tuple[SheetSubmissionRow, ...]
    more_submissions: str
    archive_number: str
    retention: str
    keep_until: str
    signatures: tuple[Signature, ...]


WORDS: Mapping[str, Words] = {
    "audit": Words("审核", "Audit"),
    "customer": Words("客户", "Customer"),
    "audit_type": Words("审核类型", "Audit type"),
    "dates": Words("审核日期", "Audit dates"),
    "auditors": Words("审核员", "Auditors"),
    "coordinator": Words("协调人", "Coordinator"),
    "state": Words("状态", "State"),
    "course": Words("流程节点", "Course"),
    "node": Words("节点", "Step"),
    "by": Words("责任人", "By"),
    "record": Words("记录", "Record"),
    "findings": Words("发现项统计", "Findings"),
    "conclusion": Words("客户结论", "Customer's conclusion"),
    "score": Words("得分", "Score"),
    "grade": Words("等级", "Grade"),
    "decision": Words("结论", "Decision"),
    "our_score": Words("我司复算", "Our score"),
    "cars": Words("CAR 清单", "CARs"),
    "car": Words("CAR 编号", "CAR no."),
    "department": Words("责任部门", "Department"),
    "due": Words("期限", "Due"),
    "closed_on": Words("关闭日期", "Closed on"),
    "submissions": Words("提交与客户确认", "Submissions and answers"),
    "submission": Words("提交编号", "Submission no."),
    "kind": Words("内容", "Content"),
    "sent_on": Words("发出日期", "Sent on"),
    "answered_on": Words("答复日期", "Answered on"),
    "result": Words("结果", "Result"),
    "archive": Words("归档", "Archive"),
    "archive_number": Words("档号", "Archive no."),
    "keep_until": Words("保存至", "Keep until"),
}
