"""Contact sheet, plan and meetings of an audit → who took part and what happened: sections 2 and 3 of the report, two annexes."""

from collections.abc import Iterator
from datetime import date, datetime

from auditdocs.documents.report.report_rows import AttendanceRow, MeetingRow, PersonRow, PlannedActualRow, SessionRow
from auditdocs.documents.rows import EventRow
from auditdocs.documents.rows_view import event_row
from auditdocs.documents.words import Writing, labelled, lines, period
from auditdocs.field import label
from auditdocs.problem import Words
from auditdocs.records.audit.audit import Audit, Reopening
from auditdocs.records.marks import Event
from auditdocs.records.on_site.meetings import OPENING_AGENDA, Attendees, ClosingMeeting, DailyMeeting, Meetings, Opening
from auditdocs.records.preparation.audit_plan import AGENDA_SOURCE, STAGE, AuditPlan, PlanRevision, Session
from auditdocs.records.preparation.contact_sheet import VISITOR_ROLE, ContactSheet, Visitor
from auditdocs.state import day_of

AnyMeeting = Opening | ClosingMeeting | DailyMeeting

PRESENT, ABSENT = Words("√", "√"), Words("—", "—")
CHAIR, ESCORT, GUIDE = Words("主持会议", "Chair"), Words("陪同", "Escort"), Words("引导", "Guide")
DATES = Words("审核日期", "Audit dates")
AUDITOR_ROLES = ("lead", "auditor")


def held_from(meetings: Meetings) -> date | None:
    """The first day of the audit as it was."""
    return day_of(meetings.opening.start) if meetings.opening else None


def held_to(meetings: Meetings) -> date | None:
    """The last day of the audit as it was."""
    return day_of(meetings.closing.end or meetings.closing.start) if meetings.closing else None


def audit_team(write: Writing, sheet: ContactSheet) -> Iterator[PersonRow]:
    """Who came."""
    for one in sheet.visitors:
        where = write.department_of(one.person, sheet.planned_start)
        yield PersonRow(name=one.name, title=one.title or "", organization=one.org or where, role=write.choice(VISITOR_ROLE, one.role))


def participants(write: Writing, audit: Audit, plan: AuditPlan, meetings: Meetings) -> Iterator[PersonRow]:
    """Who of ours took part, with what they were on the first day and what they did."""
    day, roles = held_from(meetings), _roles(audit, plan, meetings)
    for person, held in roles.items():
        yield PersonRow(
            name=write.person(person),
            title=write.job_title(person, day),
            organization=write.department_of(person, day),
            role=write.listed(map(write.words, held)),
        )


def _roles(audit: Audit, plan: AuditPlan, meetings: Meetings) -> dict[str, list[Words]]:
    roles: dict[str, list[Words]] = {}
    for name in ("coordinator", "management_contact"):
        if person := getattr(audit, name):
            roles.setdefault(person, []).append(label(Audit, name))
    for meeting in _meetings(meetings):
        for person in (*((meeting.chair,) if meeting.chair else ()), *_attendees(meeting).ours):
            roles.setdefault(person, []).extend([CHAIR] if person == meeting.chair else [])
    for session in plan.sessions.values():
        for words, people in ((ESCORT, session.escorts), (GUIDE, session.guides)):
            for person in people:
                roles.setdefault(person, []).append(words)
    return roles


def _meetings(meetings: Meetings) -> tuple[AnyMeeting, ...]:
    found = (meetings.opening, *meetings.daily, meetings.closing)
    return tuple(one for one in found if one)


def _attendees(meeting: AnyMeeting | None) -> Attendees:
    return (meeting and meeting.attendees) or Attendees()


def planned_actual(write: Writing, sheet: ContactSheet, plan: AuditPlan, meetings: Meetings) -> Iterator[PlannedActualRow]:
    """Dates, meetings, visitors and agenda: as planned, and as they were."""
    came = len(_attendees(meetings.opening).customer)
    auditors = sum(one.role in AUDITOR_ROLES for one in sheet.visitors)
    actual_dates = period(write, held_from(meetings), held_to(meetings))
    yield _compared(write, DATES, period(write, sheet.planned_start, sheet.planned_end), actual_dates)
    for name, meeting in (("opening", meetings.opening), ("closing", meetings.closing)):
        yield _compared(write, label(Meetings, name), _planned(write, plan, name), _span(write, meeting))
    if not any(one.person for one in sheet.visitors):  # nobody visits us where we audit
        yield _compared(write, label(ContactSheet, "visitor_count"), write.number(sheet.visitor_count), str(came or ""))
    yield _compared(write, label(ContactSheet, "auditor_count"), write.number(sheet.auditor_count), str(auditors or ""))
    source = labelled(write, plan, ("agenda_source", write.choice(AGENDA_SOURCE, plan.agenda_source)), "revision")
    for revision in plan.revisions:
        yield _compared(write, label(AuditPlan, "revisions"), source, _revision(write, revision))
    if source and not plan.revisions:
        yield _compared(write, label(AuditPlan, "sessions"), source, str(len(plan.sessions)))


def _compared(write: Writing, item: Words, planned: str, actual: str) -> PlannedActualRow:
    return PlannedActualRow(item=write.words(item), planned=planned, actual=actual)


def _planned(write: Writing, plan: AuditPlan, stage: str) -> str:
    return lines(*(_times(write, one.start, one.end) for one in plan.sessions.values() if one.stage == stage))


def _span(write: Writing, meeting: AnyMeeting | None) -> str:
    return _times(write, meeting.start, meeting.end) if meeting else ""


def _times(write: Writing, start: datetime | None, end: datetime | None) -> str:
    """From when to when; the day once where both lie on it."""
    begin, until = write.moment(start), write.moment(end)
    if start and end and begin[:10] == until[:10]:
        until = until[11:]
    return " ~ ".join(filter(None, (begin, until)))


def _revision(write: Writing, one: PlanRevision) -> str:
    during = write.words(label(PlanRevision, "during_audit")) if one.during_audit else ""
    agreed = " ".join(filter(None, (one.confirmed_with or "", write.moment(one.confirmed_at))))
    confirmed = labelled(write, one, "reason", ("confirmed_with", agreed))
    return lines(write.text(one.changed), confirmed, during)


def meeting_rows(write: Writing, meetings: Meetings) -> Iterator[MeetingRow]:
    """The opening, what was in between, the closing."""
    if meetings.opening:
        agenda = write.choices(OPENING_AGENDA, meetings.opening.agenda)
        yield _meeting(write, "opening", meetings.opening, labelled(write, meetings.opening, ("agenda", agenda)))
    for one in meetings.daily:
        yield _meeting(write, "daily", one, write.text(one.notes))
    if meetings.closing:
        names = ("findings_presented", "disputes_left", "response_deadline", "deadline_by_report", "next_steps")
        yield _meeting(write, "closing", meetings.closing, labelled(write, meetings.closing, *names))


def _meeting(write: Writing, name: str, meeting: AnyMeeting, notes: str) -> MeetingRow:
    attendees = _attendees(meeting)
    ours, theirs = len(attendees.ours), len(attendees.customer)
    heads = Words(f"我方 {ours} 人，客户方 {theirs} 人", f"{ours} of ours, {theirs} of the customer's") if meeting.attendees else None
    return MeetingRow(
        meeting=lines(write.words(label(Meetings, name)), write.text(meeting.place)),
        start=write.moment(meeting.start),
        end=write.moment(meeting.end),
        chair=write.person(meeting.chair),
        attendance=write.words(heads),
        notes=notes,
    )


def attendance(write: Writing, sheet: ContactSheet, meetings: Meetings) -> Iterator[AttendanceRow]:
    """Everybody who was at the opening, the closing or a meeting in between."""
    day, met = held_from(meetings), [_attendees(one) for one in _meetings(meetings)]
    opening, closing = _attendees(meetings.opening), _attendees(meetings.closing)
    known = {one.name: one for one in sheet.visitors}
    for name in dict.fromkeys(name for one in met for name in one.customer):
        visitor = known.get(name) or Visitor(name=name)
        was_there = (name in opening.customer, name in closing.customer)
        yield _attended(write, name, visitor.title or "", visitor.org or "", was_there)
    for person in dict.fromkeys(person for one in met for person in one.ours):
        what, where = write.job_title(person, day), write.department_of(person, day)
        yield _attended(write, write.person(person), what, where, (person in opening.ours, person in closing.ours))


def _attended(write: Writing, name: str, title: str, organization: str, was_there: tuple[bool, bool]) -> AttendanceRow:
    opening, closing = (write.words(PRESENT if one else ABSENT) for one in was_there)
    return AttendanceRow(name=name, title=title, organization=organization, opening=opening, closing=closing)


def session_rows(write: Writing, plan: AuditPlan) -> Iterator[SessionRow]:
    """The agenda with its escorts and guides."""
    for number, one in plan.sessions.items():
        yield SessionRow(
            number=number,
            time=_times(write, one.start, one.end),
            stage=write.choice(STAGE, one.stage),
            place=lines(
                write.text(one.place), write.site(one.site) if one.site else "", write.text(one.process), write.listed(one.clauses)
            ),
            auditors=write.listed(one.auditors),
            departments=write.departments(one.auditee_departments),
            escorts=write.people(one.escorts),
            guides=write.people(one.guides),
            remark=lines(labelled(write, one, "interpreter", "ppe", "remote_link"), *_escort_changes(write, one)),
        )


def _escort_changes(write: Writing, session: Session) -> Iterator[str]:
    for one in session.escort_changes:
        who = f"{write.words(ESCORT)} {write.person(one.from_)} → {write.person(one.to)}"
        told = " ".join(filter(None, (write.moment(one.notified_at), write.person(one.notified_to))))
        yield lines(who, write.text(one.reason), labelled(write, one, ("notified_at", told)))


def events(write: Writing, audit: Audit) -> Iterator[EventRow]:
    """What turned the course of the audit."""
    for one in audit.postponed:
        moved = period(write, one.new_start, one.new_end)
        turn = Event.model_construct(date=one.date, by=one.by, reason=one.reason)
        yield event_row(write, label(Audit, "postponed"), turn, reason=labelled(write, one, ("new_start", moved)))
    for name in ("cancelled", "aborted", "reopened"):
        event: Event | None = getattr(audit, name)
        approved = write.person(getattr(event, "approved_by", None))
        if event:
            by = write.told(write.words(label(Reopening, "approved_by")), approved)
            yield event_row(write, label(Audit, name), event, by)
