"""A package's record and its CARs → the cover that goes to the customer."""

from collections.abc import Iterator
from dataclasses import replace

from auditdocs.document import EVERYWHERE, Document, DocumentKind, Request, Subject
from auditdocs.documents.cars.submission import WORDS, ResultRow, SubmissionView, SubmittedCarRow
from auditdocs.documents.not_printed import left_to_its_keeper
from auditdocs.documents.record_form import document_about, each, writing_about
from auditdocs.documents.report.audit_words import audit_name, customer_of
from auditdocs.documents.rows_view import attachment_rows, signatures
from auditdocs.documents.words import Writing, lines
from auditdocs.entry import Entry, Records
from auditdocs.field import label
from auditdocs.problem import Words
from auditdocs.records.cars.car import Car
from auditdocs.records.cars.car_analysis_rules import causes_of
from auditdocs.records.cars.car_answers import ANSWER
from auditdocs.records.cars.car_findings import own_findings_of_car
from auditdocs.records.cars.car_measures import CAUSE_TYPE, Containment, Correction, CorrectiveAction
from auditdocs.records.cars.submission import SUBMISSION_KIND, CarResult, Submission, result_of
from auditdocs.records.preparation.contact_sheet import CHANNEL
from auditdocs.state import standing

TITLE = Words("整改提交函", "Submission of Corrective Actions")
ROLES = ("prepared", "approved", "customer")
DUE_OF_KIND = {"containment": "containment", "plan": "implementation", "evidence": "implementation", "final": "customer_close"}


def make(records: Records, subject: Subject, request: Request) -> Document | None:
    """The cover of one package."""
    entry = records.get(Submission, subject.key)
    if entry is None:
        return None
    write = writing_about(records, entry)
    cars = tuple(car for number in entry.record.cars if (car := records.get(Car, number)) and car.scope == entry.scope)
    document = document_about(SUBMISSION_COVER, write, entry, _view(write, entry, cars))
    return replace(document, about=(entry.path, *(car.path for car in cars)))


def _view(write: Writing, entry: Entry[Submission], cars: tuple[Entry[Car], ...]) -> SubmissionView:
    one, answer = entry.record, entry.record.customer_response
    return SubmissionView(
        number=entry.key,
        title=write.text(one.title),
        kind=write.boxes(SUBMISSION_KIND, one.kind),
        audit=audit_name(write, entry.scope),
        customer=customer_of(write, entry.scope),
        addressed_to=one.addressed_to or "",
        customer_due=write.day(one.customer_due),
        sent_on=write.moment(one.sent_to_customer_at),
        sent_by=write.person(one.sent_to_customer_by),
        channel=write.choice(CHANNEL, one.channel),
        message=write.text(one.message),
        cars=tuple(_car_row(write, one, car) for car in cars),
        files=attachment_rows(write, one),
        results=tuple(_result_row(write, one, number) for number in one.cars),
        answered_on=write.moment(answer.at if answer else None),
        answered_by=(answer and answer.by) or "",
        comment=write.text(answer.comment if answer else None),
        signatures=signatures(write, one, ROLES),
    )


def _car_row(write: Writing, one: Submission, entry: Entry[Car]) -> SubmittedCarRow:
    car, found = entry.record, standing(write.records, entry, "car")
    statement = car.problem.statement if car.problem else None
    findings = own_findings_of_car(write.records, entry).values()
    return SubmittedCarRow(
        number=entry.key,
        customer_number=car.customer_car_no or "",
        finding=write.text(statement) or write.texts(finding.statement for finding in findings),
        department=write.department(car.owner_department),
        measures=lines(*_measures(write, one, car)),
        due=write.day(getattr(car.due, DUE_OF_KIND.get(one.kind or "", ""), None)),
        state=write.words(found.words if found else None),
        evidence=lines(*_evidence(one, car)),
    )


def _measures(write: Writing, package: Submission, car: Car) -> Iterator[str]:
    """What was done at once in the first package, causes and actions in the others."""
    if package.kind == "containment":
        yield from (_dated(write, one) for one in car.containment)
        yield from (_dated(write, one) for one in car.correction)
        return
    yield from (write.told(write.choice(CAUSE_TYPE, kind), write.text(cause)) for _, kind, cause in causes_of(car))
    yield from (_dated(write, one) for one in (*car.corrective_actions, *car.preventive_actions))


def _dated(write: Writing, measure: Containment | Correction | CorrectiveAction) -> str:
    """A measure, and the day it was done."""
    done = f" ({write.day(measure.done_on)})" if measure.done_on else ""
    return f"· {write.text(measure.action)}{done}"


def _evidence(package: Submission, car: Car) -> Iterator[str]:
    """The files that prove the measures told of here."""
    measures = car.correction if package.kind == "containment" else (*car.corrective_actions, *car.preventive_actions)
    yield from dict.fromkeys(file for measure in measures for file in measure.evidence)


def _result_row(write: Writing, one: Submission, number: str) -> ResultRow:
    told = result_of(one, number)
    closes = write.words(label(CarResult, "closes")) if told and told.closes else ""
    return ResultRow(
        number=number,
        result=write.boxes(ANSWER, told.result if told else None),
        comment=lines(closes, write.text(told.comment if told else None)),
    )


SUBMISSION_COVER = DocumentKind(
    name="submission",
    title=TITLE,
    templates={"submission/submission": (SubmissionView,)},
    formats=("docx", "pdf"),
    subjects=each(Submission),
    make=make,
    words=WORDS,
    editions=EVERYWHERE,
    not_printed=left_to_its_keeper("submission"),
)
