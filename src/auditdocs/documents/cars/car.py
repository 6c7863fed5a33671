"""Corrective action request 纠正措施要求单 (FM-CA-09): read by the responsible department, quality and the customer."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.documents.cars.car_answer import ANSWER_WORDS, CarAnswer
from auditdocs.documents.cars.car_rows import DueRow, ExtensionRow, ResponseRow, ReviewRow, SubmissionRow
from auditdocs.documents.rows import ATTACHMENT_WORDS, EVENT_WORDS, AttachmentRow, EventRow
from auditdocs.problem import Words
from auditdocs.view_parts import Box


@dataclass(frozen=True, slots=True, kw_only=True)
class CarView(CarAnswer):
    """The form's fields from A to L."""

    customer_form: str
    source: tuple[Box, ...]
    issued_by: str
    owner: str
    dues: tuple[DueRow, ...]
    # G
    reviews: tuple[ReviewRow, ...]
    # J
    submissions: tuple[SubmissionRow, ...]
    # K
    cost: str
    # L
    responses: tuple[ResponseRow, ...]
    extensions: tuple[ExtensionRow, ...]
    events: tuple[EventRow, ...]
    attachments: tuple[AttachmentRow, ...]


WORDS: Mapping[str, Words] = {
    **ATTACHMENT_WORDS,
    **EVENT_WORDS,
    **ANSWER_WORDS,
    "basic": Words("基本信息", "Basic information"),
    "customer_form": Words("客户表式", "Customer form"),
    "source": Words("来源", "Source"),
    "issued_by": Words("开具人", "Issued by"),
    "dues": Words("期限", "Due dates"),
    "step": Words("步骤", "Step"),
    "extended_to": Words("延期至", "Extended to"),
    "reached_on": Words("完成日期", "Reached on"),
    "containment_and_correction": Words("围堵与纠正", "Containment and correction"),
    "root_cause": Words("原因分析", "Root cause analysis"),
    "corrective_actions": Words("纠正措施", "Corrective actions"),
    "prevention": Words("预防措施与横向展开", "Prevention and read-across"),
    "review": Words("质量部审核意见", "Review by quality"),
    "decision": Words("结论", "Decision"),
    "decided_by": Words("审核人", "Decided by"),
    "decided_on": Words("审核日期", "Decided on"),
    "comment": Words("意见", "Comment"),
    "submission": Words("提交与客户确认", "Submission and customer confirmation"),
    "submissions": Words("提交记录", "Submissions"),
    "submission_number": Words("提交编号", "Submission no."),
    "submission_kind": Words("内容", "Content"),
    "customer_due": Words("客户期限", "Customer due"),
    "sent_on": Words("发出日期", "Sent on"),
    "sent_by": Words("发出人", "Sent by"),
    "response": Words("客户回复", "Customer's response"),
    "cost": Words("质量损失", "Cost of poor quality"),
    "history": Words("轮次与延期履历", "Rounds and extensions"),
    "responses": Words("回复轮次", "Rounds of response"),
    "submitted_by": Words("提交人", "Submitted by"),
    "sent_file": Words("发出文件", "File sent"),
    "sent_cause": Words("原因（原文）", "Cause, as sent"),
    "sent_actions": Words("措施（原文）", "Actions, as sent"),
    "extensions": Words("延期", "Extensions"),
    "from_date": Words("原期限", "From"),
    "to_date": Words("新期限", "To"),
    "reason": Words("原因", "Reason"),
    "approved_by": Words("批准人", "Approved by"),
    "customer_approved": Words("客户同意", "Customer agreed"),
}
