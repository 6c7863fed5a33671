"""Agenda and escort plan 审核日程与陪同安排 (FM-CA-04): who audits what, when and where, who escorts and who guides."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.documents.rows import ATTACHMENT_WORDS, AttachmentRow
from auditdocs.field import label, labels
from auditdocs.problem import Words
from auditdocs.records.audit.audit import Audit
from auditdocs.records.preparation.audit_plan import AuditPlan, EscortChange, PlanRevision, RemoteMeans, Session
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.view_parts import Signature

TITLE = Words("审核日程与陪同安排", "Agenda and Escort Plan")
WORDS: Mapping[str, Words] = {
    **ATTACHMENT_WORDS,
    **labels(AuditPlan, "title", "agenda_source"),
    "agenda_revision": label(AuditPlan, "revision"),
    **labels(Audit, "direction", "coordinator"),
    **labels(ContactSheet, "customer", "audit_type", "mode"),
    **labels(RemoteMeans, "platform", "recording", "consent"),
    **labels(Session, "stage", "auditors", "auditee_departments", "escorts", "guides"),
    **labels(PlanRevision, "changed", "reason", "confirmed_with", "confirmed_at"),
    **labels(EscortChange, "from_", "to", "notified_at", "notified_to"),
    "audit_information": Words("审核信息", "The audit"),
    "audit": Words("审核编号", "Audit no."),
    "audit_date": Words("审核日期", "Audit dates"),
    "sites": Words("受审场所", "Sites"),
    "team": Words("审核组", "Audit team"),
    "sessions": Words("日程与陪同", "Agenda and escorts"),
    "session": Words("场次", "Session"),
    "time": Words("时间", "Time"),
    "place": Words("场所与过程", "Place and process"),
    "revisions": Words("变更记录与确认", "Changes and their confirmation"),
    "when": Words("变更时段", "Made"),
    "escort_changes": Words("陪同变更记录", "Changes of escort"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRow:
    """One session."""

    session: str
    date: str
    time: str
    stage: str
    place: str
    auditors: str
    departments: str
    escorts: str
    guides: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRevisionRow:
    """A change of the agenda, and who of the auditors agreed."""

    number: str
    changed: str
    reason: str
    when: str
    confirmed_with: str
    confirmed_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EscortChangeRow:
    """An escort who could not come, and who came instead."""

    session: str
    replaced: str
    substitute: str
    reason: str
    notified_at: str
    notified_to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaView:
    """What the agenda says."""

    audit: str
    title: str
    direction: str
    customer: str
    audit_type: str
    audit_date: str
    mode: str
    team: str
    coordinator: str
    agenda_source: str
    agenda_revision: str
    sites: str
    platform: str
    recording: str
    consent: str
    sessions: tuple[AgendaRow, ...]
    revisions: tuple[AgendaRevisionRow, ...]
    escort_changes: tuple[EscortChangeRow, ...]
    ended: bool  # nothing will change any more
    signatures: tuple[Signature, ...]
    attachments: tuple[AttachmentRow, ...]
