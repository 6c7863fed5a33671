"""Who was at a meeting, or who is expected there → the rows in which they sign."""

from collections.abc import Iterable, Iterator

from auditdocs.documents.on_site.meeting_sheet import SignInRow
from auditdocs.documents.words import Writing
from auditdocs.records.audit.audit import Audit, is_inbound
from auditdocs.records.on_site.meetings import Attendees, ClosingMeeting, Opening
from auditdocs.records.preparation.audit_plan import AuditPlan
from auditdocs.records.preparation.contact_sheet import ContactSheet, Visitor

MORE = 3  # who was not expected signs below; where nobody is expected yet the form has empty lines of its own
Meeting = Opening | ClosingMeeting


def our_rows(write: Writing, audit_id: str, meeting: Meeting) -> Iterator[SignInRow]:
    """Who of ours was there; before that who has a part in the audit, and lines for others."""
    there = (meeting.attendees or Attendees()).ours
    people = there or tuple(_expected(write, audit_id, meeting))
    rows = ((write.person(one), write.job_title(one, meeting.start), write.department_of(one, meeting.start)) for one in people)
    return _numbered(rows, 0 if there or not people else MORE)


def visitor_rows(write: Writing, audit_id: str, meeting: Meeting) -> Iterator[SignInRow]:
    """Who of the customer's side was there; before that who is announced, and lines for others."""
    there, sheet = (meeting.attendees or Attendees()).customer, write.records.get(ContactSheet, audit_id)
    is_expected = sheet is not None and is_inbound(write.records, audit_id)  # where we audit, those announced are ours
    announced = {one.name: one for one in sheet.record.visitors if one.role != "driver"} if sheet and is_expected else {}
    people = tuple(announced.get(name) or Visitor(name=name) for name in there) or tuple(announced.values())
    return _numbered(((one.name, one.title or "", one.org or "") for one in people), 0 if there or not people else MORE)


def _expected(write: Writing, audit_id: str, meeting: Meeting) -> Iterator[str]:
    """The chair, who coordinates, all who escort or guide, and our own auditors, each once."""
    audit, plan = write.records.get(Audit, audit_id), write.records.get(AuditPlan, audit_id)
    sessions = plan.record.sessions.values() if plan else ()
    named = [meeting.chair, *((audit.record.coordinator, audit.record.management_contact) if audit else ())]
    guiding = [person for one in sessions for person in (*one.escorts, *one.guides)]
    sheet = write.records.get(ContactSheet, audit_id)
    auditing = [one.person for one in sheet.record.visitors] if sheet else []
    yield from dict.fromkeys(person for person in (*named, *auditing, *guiding) if person)


def _numbered(people: Iterable[tuple[str, str, str]], more: int) -> Iterator[SignInRow]:
    rows = (*people, *((("", "", ""),) * more))
    for number, (name, title, organization) in enumerate(rows, start=1):
        yield SignInRow(number=str(number), name=name, title=title, organization=organization, signature="")
