"""Preparation meeting minutes 审核准备会议纪要 (FM-CA-02): who was there, who answers for which questions, what is to be done."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.documents.rows import ATTACHMENT_WORDS, AttachmentRow
from auditdocs.field import label, labels
from auditdocs.problem import Words
from auditdocs.records.on_site.checklist import Item
from auditdocs.records.preparation.audit_plan import Session
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.records.preparation.preaudit import PreauditPlan
from auditdocs.records.preparation.prep_meeting import Attendee, DocumentRequest, PrepMeeting, Task
from auditdocs.view_parts import Signature

TITLE = Words("审核准备会议纪要", "Preparation Meeting Minutes")
WORDS: Mapping[str, Words] = {
    **ATTACHMENT_WORDS,
    **labels(PrepMeeting, "title", "at", "place", "chair", "attendees", "preparation_due", "document_requests", "decisions", "tasks"),
    **labels(Attendee, "present", "excuse"),
    **labels(Item, "section", "clause_refs", "owner_department", "owner", "co_departments"),
    **labels(PreauditPlan, "method", "team", "scope"),
    **labels(Session, "stage", "auditee_departments", "escorts", "guides"),
    **labels(DocumentRequest, "document", "due", "status"),
    **labels(Task, "done_on", "result"),
    **labels(ContactSheet, "customer"),
    "what": label(Task, "what"),
    "meeting": Words("会议信息", "The meeting"),
    "audit": Words("审核编号", "Audit no."),
    "audit_date": Words("审核日期", "Audit dates"),
    "department": Words("部门", "Department"),
    "job_title": Words("职务", "Title"),
    "allocation": Words("审核内容分配", "Who answers for what"),
    "questions": Words("检查项", "Questions"),
    "preaudit": Words("内部预审方案", "Plan of the pre-audit"),
    "held": Words("预审时间", "Held"),
    "request_evidence": Words("资料编号与说明", "Number, remarks"),
    "sessions": Words("陪同安排", "Escorts"),
    "session": Words("场次", "Session"),
    "time": Words("时间", "Time"),
    "decision": Words("决议内容", "Decision"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendeeRow:
    """One who was asked to come; who came signs."""

    number: str
    name: str
    department: str
    job_title: str
    present: str
    excuse: str
    sign: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocationRow:
    """Questions of one section that the same people answer for."""

    section: str
    clauses: str
    questions: str
    department: str
    owner: str
    co_departments: str
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRow:
    """A document to have ready."""

    number: str
    document: str
    department: str
    owner: str
    due: str
    status: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EscortRow:
    """Who goes along in one session."""

    session: str
    date: str
    time: str
    stage: str
    departments: str
    escorts: str
    guides: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """What was decided."""

    number: str
    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """What is to be done, and how it went."""

    number: str
    what: str
    department: str
    owner: str
    due: str
    done_on: str
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparationMinutesView:
    """What the minutes say."""

    audit: str
    title: str
    customer: str
    audit_date: str
    at: str
    place: str
    chair: str
    preparation_due: str
    attendees: tuple[AttendeeRow, ...]
    allocation: tuple[AllocationRow, ...]
    method: str
    held: str
    team: str
    scope: str
    document_requests: tuple[RequestRow, ...]
    sessions: tuple[EscortRow, ...]
    decisions: tuple[DecisionRow, ...]
    tasks: tuple[TaskRow, ...]
    signatures: tuple[Signature, ...]
    attachments: tuple[AttachmentRow, ...]
