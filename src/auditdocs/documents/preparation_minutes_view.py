"""A preparation meeting, with checklist, plan and pre-audit of its audit → the minutes."""

from collections.abc import Iterator, Mapping
from datetime import date

from auditdocs.document import INSIDE, Document, DocumentKind, Request, Subject
from auditdocs.documents.agenda_view import session_rows
from auditdocs.documents.not_printed import kept_back
from auditdocs.documents.preparation_minutes import (
    TITLE,
    WORDS,
    AllocationRow,
    AttendeeRow,
    DecisionRow,
    EscortRow,
    PreparationMinutesView,
    RequestRow,
    TaskRow,
)
from auditdocs.documents.rows_view import attachment_rows, signatures
from auditdocs.documents.words import Writing, audit_name, confidentiality_of, labelled, lines, period, retention_label
from auditdocs.entry import Entry, Records
from auditdocs.labels import joined
from auditdocs.problem import Words
from auditdocs.records.audit_life import planned_end, planned_start
from auditdocs.records.audit_plan import AuditPlan
from auditdocs.records.checklist import Checklist, Item
from auditdocs.records.contact_sheet import ContactSheet
from auditdocs.records.languages import languages_of
from auditdocs.records.preaudit import METHOD, Preaudit, PreauditPlan
from auditdocs.records.prep_meeting import REQUEST_STATUS, Attendee, DocumentRequest, PrepMeeting, Task

ROLES: Mapping[str, Words] = {
    "prepared": Words("记录", "Minutes taken by"),
    "confirmed": Words("主持人确认", "Confirmed by the chair"),
    "approved": Words("批准", "Approved"),
}


def subjects(records: Records, request: Request) -> Iterator[Subject]:
    """Every preparation meeting, also one that cannot be read."""
    for key in sorted({*records.keys(PrepMeeting), *(one.key for one in records.lost_in(PrepMeeting))}):
        yield Subject(key)


def make(records: Records, subject: Subject, request: Request) -> Document | None:
    """The minutes of one meeting."""
    entry, sheet = records.get(PrepMeeting, subject.key), records.get(ContactSheet, subject.key)
    if entry is None:
        return None
    languages = languages_of(records, entry.record, sheet.record.customer if sheet else None)
    write = Writing(records, languages)
    return Document(
        kind="preparation_minutes",
        subject=entry.key,
        folder=f"audits/{entry.key}",
        name=f"{entry.key} {joined(TITLE, languages[:1])}",
        title=TITLE,
        number=entry.key,
        languages=languages,
        view=view(write, entry, sheet),
        formats=("docx", "pdf"),
        template="preparation_minutes/preparation_minutes",
        words=WORDS,
        confidentiality=confidentiality_of(records, entry),
        retention=retention_label(write, entry),
        about=(entry.path,),
    )


def view(write: Writing, entry: Entry[PrepMeeting], sheet: Entry[ContactSheet] | None) -> PreparationMinutesView:
    """The meeting, and what the audit's other records say of its preparation."""
    meeting, records = entry.record, write.records
    preaudit, checklist, plan = records.get(Preaudit, entry.key), records.get(Checklist, entry.key), records.get(AuditPlan, entry.key)
    checks = (preaudit and preaudit.record.plan) or PreauditPlan()
    day = meeting.at.date() if meeting.at else None
    return PreparationMinutesView(
        audit=audit_name(write, entry.key),
        title=write.text(meeting.title),
        customer=write.customer(sheet.record.customer) if sheet else "",
        audit_date=period(write, planned_start(sheet, records), planned_end(sheet, records)) if sheet else "",
        at=write.moment(meeting.at),
        place=write.text(meeting.place),
        chair=write.person(meeting.chair),
        preparation_due=write.day(meeting.preparation_due),
        attendees=tuple(_attendee(write, number, one, day) for number, one in enumerate(meeting.attendees, start=1)),
        allocation=tuple(_allocation(write, checklist.record, meeting.preparation_due)) if checklist else (),
        method=write.choices(METHOD, checks.method),
        held=period(write, checks.start, checks.end),
        team=write.people(checks.team),
        scope=write.text(checks.scope),
        document_requests=tuple(_request(write, number, one) for number, one in enumerate(meeting.document_requests, start=1)),
        sessions=tuple(_escorts(write, plan.record)) if plan else (),
        decisions=tuple(DecisionRow(number=str(number), decision=write.text(one)) for number, one in enumerate(meeting.decisions, start=1)),
        tasks=tuple(_task(write, number, one) for number, one in enumerate(meeting.tasks, start=1)),
        signatures=signatures(write, meeting, tuple(ROLES), ROLES),
        attachments=attachment_rows(write, meeting),
    )


def _attendee(write: Writing, number: int, one: Attendee, day: date | None) -> AttendeeRow:
    return AttendeeRow(
        number=str(number),
        name=write.person(one.person),
        department=write.department(one.department) or write.department_of(one.person, day),
        job_title=write.job_title(one.person, day),
        present=write.yes_no(one.present),
        excuse=write.text(one.excuse),
        sign="" if one.present else "—",
    )


def _allocation(write: Writing, checklist: Checklist, due: date | None) -> Iterator[AllocationRow]:
    """A row for all questions of a section that the same people answer for."""
    groups: dict[tuple[object, ...], dict[str, Item]] = {}
    for number, item in checklist.items.items():
        groups.setdefault((item.section, item.owner_department, item.owner, item.co_departments), {})[number] = item
    for items in groups.values():
        first = next(iter(items.values()))
        yield AllocationRow(
            section=first.section or "",
            clauses=write.listed(clause for one in items.values() for clause in one.clause_refs),
            questions=write.listed(items),
            department=write.department(first.owner_department),
            owner=write.person(first.owner),
            co_departments=write.departments(first.co_departments),
            due=write.day(due),
        )


def _request(write: Writing, number: int, one: DocumentRequest) -> RequestRow:
    return RequestRow(
        number=str(number),
        document=write.text(one.document),
        department=write.department(one.department),
        owner=write.person(one.owner),
        due=write.day(one.due),
        status=write.choice(REQUEST_STATUS, one.status),
        evidence=lines(write.texts(one.evidence), labelled(write, one, "reason")),
    )


def _escorts(write: Writing, plan: AuditPlan) -> Iterator[EscortRow]:
    for row in session_rows(write, plan):
        yield EscortRow(
            session=row.session,
            date=row.date,
            time=row.time,
            stage=row.stage,
            departments=row.departments,
            escorts=row.escorts,
            guides=row.guides,
        )


def _task(write: Writing, number: int, one: Task) -> TaskRow:
    return TaskRow(
        number=str(number),
        what=write.text(one.what),
        department=write.department(one.department),
        owner=write.person(one.owner),
        due=write.day(one.due),
        done_on=write.day(one.done_on),
        result=write.text(one.result),
    )


PREPARATION_MINUTES = DocumentKind(
    name="preparation_minutes",
    title=TITLE,
    form="preparation_minutes",
    templates={"preparation_minutes/preparation_minutes": (PreparationMinutesView,)},
    formats=("docx", "pdf"),
    subjects=subjects,
    make=make,
    words=WORDS,
    editions=INSIDE,
    not_printed={**kept_back("prep_meeting"), "prep_meeting.owner_department": "谁保管这份记录 says who keeps the record"},
)
