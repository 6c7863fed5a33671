"""The meetings of an audit → the sheet of its opening and the sheet of its closing, each with its sign-in."""

from collections.abc import Mapping
from dataclasses import replace

from auditdocs.document import EVERYWHERE, Document, DocumentKind, Request, Subject
from auditdocs.documents.on_site.meeting_findings_view import disputes_at, presented
from auditdocs.documents.on_site.meeting_sheet import WORDS, ClosingSheetView, MeetingFacts, OpeningSheetView
from auditdocs.documents.on_site.meeting_sign_in_view import our_rows, visitor_rows
from auditdocs.documents.record_form import document_about, each, writing_about
from auditdocs.documents.report.audit_words import audit_name, customer_of, dates_of
from auditdocs.documents.rows_view import attachment_rows, signatures
from auditdocs.documents.words import Writing, lines
from auditdocs.entry import Entry, Records
from auditdocs.field import label
from auditdocs.problem import Words
from auditdocs.records.audit.audit import Audit
from auditdocs.records.on_site.meetings import OPENING_AGENDA, ClosingMeeting, Meetings, Opening
from auditdocs.records.preparation.audit_plan import AuditPlan, Session
from auditdocs.view_parts import Signature

TITLE = Words("首末次会议记录与签到", "Opening and Closing Meetings")
TITLES: Mapping[str, Words] = {
    "opening": Words("首次会议记录与签到", "Record of the Opening Meeting"),
    "closing": Words("末次会议记录与签到", "Record of the Closing Meeting"),
}
ROLES: Mapping[str, Words] = {
    "prepared": Words("记录人", "Minutes taken by"),
    "confirmed": Words("我方代表", "For our side"),
    "customer": Words("客户方代表", "For the customer's side"),
}
Met = Entry[Meetings]


def make(records: Records, subject: Subject, request: Request) -> Document | None:
    """One sheet of one audit; none of a closing that an aborted audit never had."""
    met, stage = records.get(Meetings, subject.key), subject.variant
    if met is None or (stage == "closing" and met.record.closing is None and _is_over(records, subject.key)):
        return None
    write = writing_about(records, met)
    shown = opening_view(write, met) if stage == "opening" else closing_view(write, met)
    return replace(document_about(MEETING_SHEET, write, met, shown, TITLES[stage]), template=f"meeting_sheet/{stage}")


def _is_over(records: Records, audit_id: str) -> bool:
    audit = records.get(Audit, audit_id)
    return audit is not None and bool(audit.record.cancelled or audit.record.aborted)


def opening_view(write: Writing, met: Met) -> OpeningSheetView:
    """The opening; its lines to sign stay empty, for who signed the record signed both meetings."""
    opening = met.record.opening or Opening()
    return OpeningSheetView(
        meeting=_facts(write, met, "opening", opening),
        agenda=write.boxes(OPENING_AGENDA, *opening.agenda),
        ours=tuple(our_rows(write, met.key, opening)),
        visitors=tuple(visitor_rows(write, met.key, opening)),
        signatures=tuple(Signature(write.words(words)) for words in ROLES.values()),
    )


def closing_view(write: Writing, met: Met) -> ClosingSheetView:
    """The closing, with the record's signatures and files."""
    closing = met.record.closing or ClosingMeeting()
    return ClosingSheetView(
        meeting=_facts(write, met, "closing", closing),
        held=closing.end is not None,
        ours=tuple(our_rows(write, met.key, closing)),
        visitors=tuple(visitor_rows(write, met.key, closing)),
        findings=tuple(presented(write, met.key, closing.end)),
        disputes=tuple(disputes_at(write, met.key, closing.end)),
        findings_presented=write.yes_no(closing.findings_presented),
        disputes_left=write.text(closing.disputes_left),
        response_deadline=_deadline(write, closing),
        next_steps=write.text(closing.next_steps),
        signatures=signatures(write, met.record, tuple(ROLES), ROLES),
        attachments=attachment_rows(write, met.record),
    )


def _facts(write: Writing, met: Met, stage: str, meeting: Opening | ClosingMeeting) -> MeetingFacts:
    """As recorded; before that the time and the place of the plan."""
    planned = _planned(write.records, met.key, stage)
    return MeetingFacts(
        audit=audit_name(write, met.key),
        title=write.text(met.record.title),
        customer=customer_of(write, met.key),
        audit_date=dates_of(write, met.key),
        start=write.moment(meeting.start or planned.start),
        end=write.moment(meeting.end),
        place=write.text(meeting.place or planned.place),
        chair=write.person(meeting.chair),
    )


def _planned(records: Records, audit_id: str, stage: str) -> Session:
    plan = records.get(AuditPlan, audit_id)
    sessions = plan.record.sessions.values() if plan else ()
    return next((one for one in sessions if one.stage == stage), Session())


def _deadline(write: Writing, closing: ClosingMeeting) -> str:
    by_report = write.words(label(ClosingMeeting, "deadline_by_report")) if closing.deadline_by_report else ""
    return lines(write.day(closing.response_deadline), by_report)


MEETING_SHEET = DocumentKind(
    name="meeting_sheet",
    title=TITLE,
    templates={"meeting_sheet/opening": (OpeningSheetView,), "meeting_sheet/closing": (ClosingSheetView,)},
    formats=("docx", "pdf"),
    subjects=each(Meetings, variants=TITLES),
    make=make,
    words=WORDS,
    editions=EVERYWHERE,
)
