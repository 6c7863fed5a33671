"""Change request 更改申请单 (FM-DC-03): the applicant, who assesses and who approves sign it; document control ticks off what was done."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.documents.rows import ATTACHMENT_WORDS, EVENT_WORDS, AttachmentRow, EventRow
from auditdocs.problem import Words
from auditdocs.view_parts import Box, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRequestView:
    """What the request says."""

    number: str
    title: str
    document: str
    document_title: str
    kind: tuple[Box, ...]
    from_revision: str
    to_revision: str
    requested_on: str
    requested_by: str
    department: str
    reason: str
    change: str
    impact: str
    affected: str
    training_needed: tuple[Box, ...]
    training: str
    signatures: tuple[Signature, ...]
    done_on: str
    done_by: str
    events: tuple[EventRow, ...]
    attachments: tuple[AttachmentRow, ...]


WORDS: Mapping[str, Words] = {
    **ATTACHMENT_WORDS,
    **EVENT_WORDS,
    "request": Words("申请", "Request"),
    "request_number": Words("申请单号", "Request no."),
    "title": Words("标题", "Title"),
    "document": Words("文件编号", "Document no."),
    "document_title": Words("文件名称", "Document"),
    "kind": Words("更改类别", "Kind of change"),
    "from_revision": Words("原版本", "From revision"),
    "to_revision": Words("新版本", "To revision"),
    "requested_on": Words("申请日期", "Requested on"),
    "requested_by": Words("申请人", "Requested by"),
    "department": Words("申请部门", "Department"),
    "reason": Words("更改原因", "Reason"),
    "change": Words("更改内容", "Change"),
    "assessment": Words("影响评估", "Assessment"),
    "impact": Words("影响的部门、过程和记录", "Departments, processes and records touched"),
    "affected": Words("须一同修改的文件", "Documents to be changed with it"),
    "training_needed": Words("需要培训", "Training needed"),
    "training": Words("培训安排", "Training"),
    "completion": Words("完成", "Completion"),
    "done_on": Words("完成日期", "Done on"),
    "done_by": Words("完成人", "Done by"),
}
