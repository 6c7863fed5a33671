"""Appraisal of what is due for disposal 到期鉴定审批表 (FM-RC-02): what was judged, what was found, who approved."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.documents.rows import ATTACHMENT_WORDS, EVENT_WORDS, AttachmentRow, EventRow
from auditdocs.problem import Words
from auditdocs.view_parts import Box, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class AppraisalRow:
    """A file that is to be judged: until when it was to be kept, and what stands against its destruction."""

    number: str
    archive_number: str
    title: str
    retention_class: str
    keep_until: str
    destroy_not_before: str
    barred: str  # holds, open CARs
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppraisalView:
    """The form of the appraisal."""

    title: str
    state: str
    items: tuple[AppraisalRow, ...]
    appraised_on: str
    appraisers: str
    decision: tuple[Box, ...]
    opinion: str
    extended_until: str
    events: tuple[EventRow, ...]
    attachments: tuple[AttachmentRow, ...]
    signatures: tuple[Signature, ...]


WORDS: Mapping[str, Words] = {
    **ATTACHMENT_WORDS,
    **EVENT_WORDS,
    "basics": Words("基本信息", "Basics"),
    "batch_title": Words("题名", "Title"),
    "state": Words("状态", "State"),
    "items": Words("待鉴定档案", "Files to be judged"),
    "archive_number": Words("档号 / 编号", "Archive no. / number"),
    "record_title": Words("题名", "Title"),
    "retention_class": Words("保管类别", "Class"),
    "keep_until": Words("保存至", "Keep until"),
    "destroy_not_before": Words("可处置日", "Disposal from"),
    "barred": Words("冻结 / 未关闭", "Holds / open"),
    "reason": Words("销毁原因", "Reason"),
    "appraisal": Words("鉴定", "Appraisal"),
    "appraised_on": Words("鉴定日期", "Appraised on"),
    "appraisers": Words("鉴定人", "Appraisers"),
    "decision": Words("结论", "Conclusion"),
    "opinion": Words("鉴定意见", "Opinion"),
    "extended_until": Words("延长至", "Kept until"),
}
