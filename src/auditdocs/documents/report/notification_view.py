"""Notification, conclusion, findings and CARs of an audit → the notification of its result."""

from collections.abc import Iterator
from datetime import date

from auditdocs.document import INSIDE, Document, DocumentKind, Request, Subject
from auditdocs.documents.not_printed import kept_back
from auditdocs.documents.record_form import document_about, each, writing_about
from auditdocs.documents.report.audit_words import audit_name
from auditdocs.documents.report.notification import WORDS, DepartmentRow, NotificationView, NotifiedFinding
from auditdocs.documents.report.report_course_view import held_from, held_to
from auditdocs.documents.report.report_findings_view import count_rows, grade_words
from auditdocs.documents.rows_view import attachment_rows, signatures
from auditdocs.documents.words import Writing, lines, period
from auditdocs.entry import Entry, Records
from auditdocs.problem import Words
from auditdocs.records.audit.conclusion import CONCLUSION_SOURCE, CUSTOMER_DECISION, Conclusion
from auditdocs.records.audit.notification import Notification
from auditdocs.records.cars.car import Car
from auditdocs.records.on_site.confirmed_findings import confirmed
from auditdocs.records.on_site.finding import FINDING_TYPE, Finding, FindingResponse, Findings
from auditdocs.records.on_site.meetings import Meetings
from auditdocs.records.preparation.contact_sheet import ContactSheet

TITLE = Words("审核结果通报", "Notification of the Audit Result")
ROLES = ("prepared", "reviewed", "approved")
RESPONSE, TO_COME = Words("填写答复", "Response"), Words("待开 CAR", "CAR to be issued")
_LEFT_OUT = {
    "owner_department": "谁保管这份记录 says who keeps the record, not what it says",
    "languages": "通报的语言随联络单 the notification is in the contact sheet's languages",
}
NOT_PRINTED = {**kept_back("notification"), **{f"notification.{name}": reason for name, reason in _LEFT_OUT.items()}}
Told = Entry[Notification]


def make(records: Records, subject: Subject, request: Request) -> Document | None:
    """The notification of one audit."""
    told, sheet = records.get(Notification, subject.key), records.get(ContactSheet, subject.key)
    if told is None or sheet is None:
        return None
    write = writing_about(records, sheet)
    return document_about(NOTIFICATION_FORM, write, told, view(write, told, sheet.record))


def view(write: Writing, told: Told, sheet: ContactSheet) -> NotificationView:
    """What the notification says."""
    records, key, record = write.records, told.key, told.record
    conclusion, met = records.get(Conclusion, key), records.get(Meetings, key)
    ended = conclusion.record if conclusion else Conclusion()
    held = met.record if met else Meetings()
    found = records.get(Findings, key)
    findings = dict(confirmed(found, records)) if found else {}
    cars = [car for car in records.all(Car, key) if not record.car_list or car.key in record.car_list]
    return NotificationView(
        audit=audit_name(write, key),
        title=write.text(record.title),
        customer=write.customer(sheet.customer),
        dates=period(write, held_from(held), held_to(held)),
        notified_at=write.moment(record.at),
        notified_by=write.person(record.by),
        source=write.choice(CONCLUSION_SOURCE, ended.source),
        decision=write.choice(CUSTOMER_DECISION, ended.decision),
        score=" ".join(filter(None, (write.number(ended.score), ended.grade or ""))),
        counts=write.listed(_count(row.type, row.grade, row.count) for row in count_rows(write, key, findings)),
        response_due=write.day(ended.customer_due_date),
        response_format=write.text(ended.response_format),
        cars=write.listed(record.car_list or (car.key for car in cars)),
        summary=write.text(record.summary),
        findings=tuple(_finding(write, key, number, one, cars) for number, one in findings.items() if one.type != "good_practice"),
        departments=tuple(_departments(write, record, findings, cars)),
        signatures=signatures(write, record, ROLES),
        attachments=attachment_rows(write, record),
    )


def _count(kind: str, grade: str, count: str) -> str:
    return f"{kind} {count}" if kind == grade else f"{kind} · {grade} {count}"


def _finding(write: Writing, audit_id: str, number: str, one: Finding, cars: list[Entry[Car]]) -> NotifiedFinding:
    response, own = one.response or FindingResponse(), _answering(number, cars)
    kind, grade = write.choice(FINDING_TYPE, one.type), grade_words(write, audit_id, one.grade)
    return NotifiedFinding(
        number=number,
        type=lines(kind, grade if grade != kind else ""),
        clause=write.clause(one.criterion.criterion, one.criterion.clause) if one.criterion else "",
        statement=write.text(one.statement),
        departments=write.departments(one.departments),
        answer=lines(*(car.key for car in own)) or write.words(TO_COME if one.type == "nc" else RESPONSE),
        owner=write.listed(write.person(car.record.owner) for car in own) if own else write.person(response.owner),
        due=lines(*dict.fromkeys(write.day(_first_due(car)) for car in own)) if own else write.day(response.due),
    )


def _answering(number: str, cars: list[Entry[Car]]) -> list[Entry[Car]]:
    return [car for car in cars if number in {one.rpartition("/")[2] for one in car.record.findings}]


def _first_due(car: Entry[Car]) -> date | None:
    """The day the department's plan is due: the customer's date is for sales to keep."""
    due = car.record.due
    return (due.plan or due.customer_response) if due else None


def _departments(write: Writing, told: Notification, findings: dict[str, Finding], cars: list[Entry[Car]]) -> Iterator[DepartmentRow]:
    for code in told.recipients:
        own = [number for number, one in findings.items() if code in one.departments and one.type != "good_practice"]
        issued = [car for car in cars if code in (car.record.owner_department, *car.record.co_departments)]
        responses = (findings[number].response for number in own if not _answering(number, issued))
        days = [*map(_first_due, issued), *(one.due for one in responses if one)]
        yield DepartmentRow(
            department=write.department(code),
            findings=write.listed(own) or "—",
            cars=write.listed(car.key for car in issued) or "—",
            due=write.day(min(filter(None, days), default=None)) or "—",
            signature="",
            date="",
        )


NOTIFICATION_FORM = DocumentKind(
    name="notification",
    title=TITLE,
    templates={"notification/notification": (NotificationView,)},
    formats=("docx", "pdf"),
    subjects=each(Notification),
    make=make,
    words=WORDS,
    editions=INSIDE,
    not_printed=NOT_PRINTED,
)
