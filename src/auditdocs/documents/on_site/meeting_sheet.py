"""Opening and closing meeting 首末次会议记录与签到 (FM-CA-07): two sheets, each signed by both sides at the end of its meeting."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.documents.report.report_evidence import EVIDENCE_WORDS, DisputeRow
from auditdocs.documents.rows import ATTACHMENT_WORDS, AttachmentRow
from auditdocs.field import label, labels
from auditdocs.problem import Words
from auditdocs.records.on_site.finding import Finding
from auditdocs.records.on_site.meetings import Attendees, ClosingMeeting, Meetings, Opening
from auditdocs.records.preparation.contact_sheet import ContactSheet, Visitor
from auditdocs.view_parts import Box, Signature

WORDS: Mapping[str, Words] = {
    **ATTACHMENT_WORDS,
    **labels(Opening, "start", "end", "place", "chair", "agenda"),
    **labels(ClosingMeeting, "findings_presented", "disputes_left", "response_deadline", "next_steps"),
    **labels(Finding, "type", "statement", "departments", "position", "confirmed_at_closing"),
    **labels(Attendees, "ours", "customer"),
    "organization": label(Visitor, "org"),
    "audit_title": label(Meetings, "title"),
    "customer_name": label(ContactSheet, "customer"),
    **{name: words for name, words in EVIDENCE_WORDS.items() if name.startswith("dispute")},
    "meeting": Words("会议信息", "The meeting"),
    "audit": Words("审核编号", "Audit no."),
    "audit_date": Words("审核日期", "Audit dates"),
    "sign_in": Words("签到", "Sign-in"),
    "person_title": Words("职务", "Title"),
    "department": Words("部门", "Department"),
    "findings": Words("宣布的发现项", "Findings presented"),
    "finding": Words("编号", "No."),
    "clause": Words("条款", "Clause"),
    "dispute": Words("编号", "No."),
    "outcome": Words("会议结果与后续安排", "Outcome and next steps"),
    "both_sides": Words("双方签署", "Signatures of both sides"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInRow:
    """Somebody of either side, who signs by hand."""

    number: str
    name: str
    title: str
    organization: str  # of ours the department
    signature: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentedFinding:
    """A finding as the auditors presented it, and what we said to it."""

    number: str  # and the customer's own below it
    type: str  # and grade
    clause: str
    statement: str
    departments: str
    position: str
    confirmed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFacts:
    """What both sheets say of their meeting; before it, what is planned."""

    audit: str
    title: str
    customer: str
    audit_date: str
    start: str
    end: str
    place: str
    chair: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningSheetView:
    """The opening meeting's sheet, signed before there are findings."""

    meeting: MeetingFacts
    agenda: tuple[Box, ...]
    ours: tuple[SignInRow, ...]
    visitors: tuple[SignInRow, ...]
    signatures: tuple[Signature, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingSheetView:
    """The closing meeting's sheet: what was found, on what both sides did not agree, and what follows."""

    meeting: MeetingFacts
    held: bool  # nothing will be added any more
    ours: tuple[SignInRow, ...]
    visitors: tuple[SignInRow, ...]
    findings: tuple[PresentedFinding, ...]
    disputes: tuple[DisputeRow, ...]
    findings_presented: str
    disputes_left: str
    response_deadline: str
    next_steps: str
    signatures: tuple[Signature, ...]
    attachments: tuple[AttachmentRow, ...]
