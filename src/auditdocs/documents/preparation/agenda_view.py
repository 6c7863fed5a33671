"""An audit's plan → its agenda and escort plan; outbound audits have the same."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from auditdocs.document import EVERYWHERE
from auditdocs.documents.not_printed import left_to_its_keeper
from auditdocs.documents.preparation.agenda import TITLE, WORDS, AgendaRevisionRow, AgendaRow, AgendaView, EscortChangeRow
from auditdocs.documents.record_form import record_form
from auditdocs.documents.report.audit_words import audit_name, customer_of, dates_of
from auditdocs.documents.rows_view import attachment_rows, signatures
from auditdocs.documents.words import Writing, labelled, lines
from auditdocs.entry import Entry
from auditdocs.field import label
from auditdocs.problem import Words
from auditdocs.records.audit.audit import DIRECTION, Audit
from auditdocs.records.on_site.meetings import Meetings
from auditdocs.records.preparation.audit_plan import AGENDA_SOURCE, STAGE, AuditPlan, PlanRevision, RemoteMeans, Session
from auditdocs.records.preparation.contact_sheet import AUDIT_TYPE, MODE, VISITOR_ROLE, ContactSheet

ROLES: Mapping[str, Words] = {
    "prepared": Words("编制（质量部）", "Prepared by quality"),
    "confirmed": Words("协调人确认", "Confirmed by the coordinator"),
    "customer": Words("客户方确认", "Confirmed by the customer's side"),
}
BEFORE = Words("审核前", "Before the audit")
NEVER = datetime.max.replace(tzinfo=UTC)  # sessions that have no time yet stand last


def view(write: Writing, entry: Entry[AuditPlan]) -> AgendaView:
    """The audit, its sessions, and what changed."""
    plan, records = entry.record, write.records
    sheet, audit, meetings = records.get(ContactSheet, entry.key), records.get(Audit, entry.key), records.get(Meetings, entry.key)
    known, means = sheet.record if sheet else None, plan.remote or RemoteMeans()
    return AgendaView(
        audit=audit_name(write, entry.key),
        title=write.text(plan.title),
        direction=write.choice(DIRECTION, "outbound") if audit and audit.record.direction == "outbound" else "",
        customer=customer_of(write, entry.key),
        audit_type=write.choice(AUDIT_TYPE, known.audit_type) if known else "",
        audit_date=dates_of(write, entry.key),
        mode=write.choice(MODE, known.mode) if known else "",
        team=_team(write, known) if known else "",
        coordinator=write.person(audit.record.coordinator) if audit else "",
        agenda_source=write.choice(AGENDA_SOURCE, plan.agenda_source),
        agenda_revision=write.number(plan.revision),
        sites=write.listed(map(write.site, known.scope.sites)) if known and known.scope else "",
        platform=means.platform or "",
        recording=write.yes_no(means.recording),
        consent=write.text(means.consent),
        sessions=tuple(session_rows(write, plan)),
        revisions=tuple(_revision(write, number, one) for number, one in enumerate(plan.revisions, start=1)),
        escort_changes=tuple(_escort_changes(write, plan)),
        ended=bool(meetings and meetings.record.closing and meetings.record.closing.end),
        signatures=signatures(write, plan, tuple(ROLES), ROLES),
        attachments=attachment_rows(write, plan),
    )


def _team(write: Writing, sheet: ContactSheet) -> str:
    return write.listed(" ".join(filter(None, (one.name, write.choice(VISITOR_ROLE, one.role)))) for one in sheet.visitors)


def session_rows(write: Writing, plan: AuditPlan) -> Iterator[AgendaRow]:
    """The sessions as they follow one another, whatever their numbers."""
    for number, one in sorted(plan.sessions.items(), key=lambda item: (item[1].start or NEVER, item[0])):
        yield AgendaRow(
            session=number,
            date=write.day(one.start or one.end),
            time=_hours(write, one),
            stage=write.choice(STAGE, one.stage),
            place=_place(write, one),
            auditors=write.listed(one.auditors),
            departments=write.departments(one.auditee_departments),
            escorts=write.people(one.escorts),
            guides=write.people(one.guides),
            remark=labelled(write, one, "interpreter", "ppe", "remote_link"),
        )


def _hours(write: Writing, session: Session) -> str:
    """From when to when; the day again only where it ends on another."""
    begin, until = write.moment(session.start), write.moment(session.end)
    other_day = begin and until[:10] != begin[:10]
    return " ~ ".join(filter(None, (begin[11:], until if other_day else until[11:])))


def _place(write: Writing, session: Session) -> str:
    site = write.site(session.site) if session.site else ""
    clauses = labelled(write, session, ("clauses", write.listed(session.clauses)))
    return lines(write.text(session.place), site, write.text(session.process), clauses)


def _revision(write: Writing, number: int, one: PlanRevision) -> AgendaRevisionRow:
    return AgendaRevisionRow(
        number=str(number),
        changed=write.text(one.changed),
        reason=write.text(one.reason),
        when=write.words(label(PlanRevision, "during_audit") if one.during_audit else BEFORE),
        confirmed_with=one.confirmed_with or "",
        confirmed_at=write.moment(one.confirmed_at),
    )


def _escort_changes(write: Writing, plan: AuditPlan) -> Iterator[EscortChangeRow]:
    for number, session in plan.sessions.items():
        for one in session.escort_changes:
            yield EscortChangeRow(
                session=number,
                replaced=write.person(one.from_),
                substitute=write.person(one.to),
                reason=write.text(one.reason),
                notified_at=write.moment(one.notified_at),
                notified_to=write.person(one.notified_to),
            )


AGENDA = record_form(
    AuditPlan,
    view,
    name="agenda",
    title=TITLE,
    shows=AgendaView,
    words=WORDS,
    editions=EVERYWHERE,
    inside={"escort_changes": "escort_changes"},
    not_printed=left_to_its_keeper("audit_plan"),
)
