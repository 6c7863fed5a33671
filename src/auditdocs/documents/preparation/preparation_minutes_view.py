"""A preparation meeting, with checklist, plan and pre-audit of its audit → the minutes."""

from collections.abc import Iterator, Mapping
from datetime import date

from auditdocs.document import INSIDE
from auditdocs.documents.not_printed import left_to_its_keeper
from auditdocs.documents.preparation.agenda_view import session_rows
from auditdocs.documents.preparation.preparation_minutes import (
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
from auditdocs.documents.record_form import record_form
from auditdocs.documents.report.audit_words import audit_name, customer_of, dates_of
from auditdocs.documents.rows_view import attachment_rows, signatures
from auditdocs.documents.words import Writing, labelled, lines, period
from auditdocs.entry import Entry
from auditdocs.problem import Words
from auditdocs.records.on_site.checklist import Checklist, Item
from auditdocs.records.preparation.audit_plan import AuditPlan
from auditdocs.records.preparation.preaudit import METHOD, Preaudit, PreauditPlan
from auditdocs.records.preparation.prep_meeting import REQUEST_STATUS, Attendee, DocumentRequest, PrepMeeting, Task

ROLES: Mapping[str, Words] = {
    "prepared": Words("记录", "Minutes taken by"),
    "confirmed": Words("主持人确认", "Confirmed by the chair"),
    "approved": Words("批准", "Approved"),
}


def view(write: Writing, entry: Entry[PrepMeeting]) -> PreparationMinutesView:
    """The meeting, and what the audit's other records say of its preparation."""
    meeting, records = entry.record, write.records
    preaudit, checklist, plan = records.get(Preaudit, entry.key), records.get(Checklist, entry.key), records.get(AuditPlan, entry.key)
    checks = (preaudit and preaudit.record.plan) or PreauditPlan()
    day = meeting.at.date() if meeting.at else None
    return PreparationMinutesView(
        audit=audit_name(write, entry.key),
        title=write.text(meeting.title),
        customer=customer_of(write, entry.key),
        audit_date=dates_of(write, entry.key),
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


PREPARATION_MINUTES = record_form(
    PrepMeeting,
    view,
    name="preparation_minutes",
    title=TITLE,
    shows=PreparationMinutesView,
    words=WORDS,
    editions=INSIDE,
    not_printed=left_to_its_keeper("prep_meeting"),
)
