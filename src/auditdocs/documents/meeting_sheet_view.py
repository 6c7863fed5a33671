"""The meetings of an audit → the sheet of its opening and the sheet of its closing, each with its sign-in."""

from collections.abc import Iterator, Mapping

from auditdocs.document import EVERYWHERE, Document, DocumentKind, Request, Signature, Subject
from auditdocs.documents.meeting_findings_view import disputes_at, presented
from auditdocs.documents.meeting_sheet import WORDS, ClosingSheetView, MeetingFacts, OpeningSheetView
from auditdocs.documents.meeting_sign_in_view import our_rows, visitor_rows
from auditdocs.documents.rows_view import attachment_rows, signatures
from auditdocs.documents.words import Writing, audit_name, confidentiality_of, lines, period, retention_label
from auditdocs.entry import Entry, Records
from auditdocs.field import label
from auditdocs.labels import joined
from auditdocs.problem import Words
from auditdocs.records.audit import Audit
from auditdocs.records.audit_life import planned_end, planned_start
from auditdocs.records.audit_plan import AuditPlan, Session
from auditdocs.records.contact_sheet import ContactSheet
from auditdocs.records.languages import languages_of
from auditdocs.records.meetings import OPENING_AGENDA, ClosingMeeting, Meetings, Opening

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


def subjects(records: Records, request: Request) -> Iterator[Subject]:
    """Both sheets of every audit whose meetings are recorded, also where they cannot be read."""
    for key in sorted({*records.keys(Meetings), *(one.key for one in records.lost_in(Meetings))}):
        yield from (Subject(key, name) for name in TITLES)


def make(records: Records, subject: Subject, request: Request) -> Document | None:
    """One sheet of one audit; none of a closing that an aborted audit never had."""
    met = records.get(Meetings, subject.key)
    if met is None or (subject.variant == "closing" and met.record.closing is None and _is_over(records, subject.key)):
        return None
    sheet = records.get(ContactSheet, subject.key)
    languages = languages_of(records, met.record, sheet.record.customer if sheet else None)
    write, title = Writing(records, languages), TITLES[subject.variant]
    return Document(
        kind="meeting_sheet",
        subject=met.key,
        folder=f"audits/{met.key}",
        name=f"{met.key} {joined(title, languages[:1])}",
        title=title,
        number=met.key,
        languages=languages,
        view=opening_view(write, met, sheet) if subject.variant == "opening" else closing_view(write, met, sheet),
        formats=("docx", "pdf"),
        template=f"meeting_sheet/{subject.variant}",
        words=WORDS,
        confidentiality=confidentiality_of(records, met),
        retention=retention_label(write, met),
        about=(met.path,),
    )


def _is_over(records: Records, audit_id: str) -> bool:
    audit = records.get(Audit, audit_id)
    return audit is not None and bool(audit.record.cancelled or audit.record.aborted)


def opening_view(write: Writing, met: Met, sheet: Entry[ContactSheet] | None) -> OpeningSheetView:
    """The opening; its lines to sign stay empty, for who signed the record signed both meetings."""
    opening = met.record.opening or Opening()
    return OpeningSheetView(
        meeting=_facts(write, met, sheet, "opening", opening),
        agenda=write.boxes(OPENING_AGENDA, *opening.agenda),
        ours=tuple(our_rows(write, met.key, opening)),
        visitors=tuple(visitor_rows(write, sheet.record if sheet else None, opening)),
        signatures=tuple(Signature(write.words(words)) for words in ROLES.values()),
    )


def closing_view(write: Writing, met: Met, sheet: Entry[ContactSheet] | None) -> ClosingSheetView:
    """The closing, with the record's signatures and files."""
    closing = met.record.closing or ClosingMeeting()
    return ClosingSheetView(
        meeting=_facts(write, met, sheet, "closing", closing),
        held=closing.end is not None,
        ours=tuple(our_rows(write, met.key, closing)),
        visitors=tuple(visitor_rows(write, sheet.record if sheet else None, closing)),
        findings=tuple(presented(write, met.key, closing.end)),
        disputes=tuple(disputes_at(write, met.key, closing.end)),
        findings_presented=write.yes_no(closing.findings_presented),
        disputes_left=write.text(closing.disputes_left),
        response_deadline=_deadline(write, closing),
        next_steps=write.text(closing.next_steps),
        signatures=signatures(write, met.record, tuple(ROLES), ROLES),
        attachments=attachment_rows(write, met.record),
    )


def _facts(write: Writing, met: Met, sheet: Entry[ContactSheet] | None, stage: str, meeting: Opening | ClosingMeeting) -> MeetingFacts:
    """As recorded; before that the time and the place of the plan."""
    planned = _planned(write.records, met.key, stage)
    return MeetingFacts(
        audit=audit_name(write, met.key),
        title=write.text(met.record.title),
        customer=write.customer(sheet.record.customer) if sheet else "",
        audit_date=period(write, planned_start(sheet, write.records), planned_end(sheet, write.records)) if sheet else "",
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
    form="meeting_sheet",
    templates={"meeting_sheet/opening": (OpeningSheetView,), "meeting_sheet/closing": (ClosingSheetView,)},
    formats=("docx", "pdf"),
    subjects=subjects,
    make=make,
    words=WORDS,
    editions=EVERYWHERE,
)
