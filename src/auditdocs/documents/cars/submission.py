"""Submission cover 整改提交函 (FM-CA-11): goes to the customer with the package; no internal remark stands on it."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.documents.rows import ATTACHMENT_WORDS, AttachmentRow
from auditdocs.problem import Words
from auditdocs.view_parts import Box, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmittedCarRow:
    """One CAR of the package: what was found, what is done about it, how far it is."""

    number: str
    customer_number: str
    finding: str
    department: str
    measures: str
    due: str
    state: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRow:
    """What the customer says of one CAR; empty boxes to tick until the answer is recorded."""

    number: str
    result: tuple[Box, ...]
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionView:
    """The cover of one package."""

    number: str
    title: str
    kind: tuple[Box, ...]
    audit: str
    customer: str
    addressed_to: str
    customer_due: str
    sent_on: str
    sent_by: str
    channel: str
    message: str
    cars: tuple[SubmittedCarRow, ...]
    files: tuple[AttachmentRow, ...]
    results: tuple[ResultRow, ...]
    answered_on: str
    answered_by: str
    comment: str
    signatures: tuple[Signature, ...]


WORDS: Mapping[str, Words] = {
    **ATTACHMENT_WORDS,
    "submission_number": Words("提交编号", "Submission no."),
    "title": Words("标题", "Title"),
    "kind": Words("提交内容", "Content"),
    "audit": Words("审核", "Audit"),
    "customer": Words("客户", "Customer"),
    "addressed_to": Words("收件人", "Addressed to"),
    "customer_due": Words("客户要求日期", "Customer due"),
    "sent_on": Words("发出时间", "Sent on"),
    "sent_by": Words("发出人", "Sent by"),
    "channel": Words("方式", "Channel"),
    "message": Words("致客户", "Message"),
    "package": Words("提交汇总", "What is submitted"),
    "car": Words("CAR 编号", "CAR no."),
    "finding": Words("发现项", "Finding"),
    "department": Words("责任部门", "Department"),
    "measures": Words("措施摘要", "Measures"),
    "due": Words("期限", "Due"),
    "state": Words("状态", "State"),
    "evidence": Words("证据", "Evidence"),
    "files": Words("随附文件", "Files enclosed"),
    "response": Words("客户答复", "Customer's response"),
    "result": Words("结果", "Result"),
    "comment": Words("意见", "Comment"),
    "answered_on": Words("答复时间", "Answered on"),
    "answered_by": Words("答复人", "Answered by"),
}
