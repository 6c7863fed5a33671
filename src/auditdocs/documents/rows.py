"""Rows that several forms print alike: an attachment, a dated event, a share of a score."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.problem import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentRow:
    """One line of the list of attachments."""

    number: str
    title: str
    file: str
    origin: str
    confidentiality: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """A dated fact that turned the course: returned, postponed, cancelled, void, reopened."""

    date: str
    event: str
    by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """The score of one element, sub-element or process step."""

    element: str
    evaluated: str  # 12 / 14 questions
    points: str
    possible: str
    percent: str
    bar: str  # ten squares: ■■■■■■■■■□


ATTACHMENT_WORDS: Mapping[str, Words] = {
    "attachment_title": Words("题名", "Title"),
    "attachment_file": Words("文件", "File"),
    "attachment_origin": Words("来源方", "Origin"),
    "attachment_class": Words("密级", "Class"),
}

EVENT_WORDS: Mapping[str, Words] = {
    "events": Words("退回、作废与重开", "Returns, voids and reopenings"),
    "event": Words("事项", "Event"),
    "event_by": Words("经办人", "By"),
    "event_reason": Words("原因", "Reason"),
}
