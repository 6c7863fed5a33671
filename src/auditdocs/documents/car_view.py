"""A CAR's record → the form's view; the measures of sections C to F are made in `car_measures_view`."""

from collections.abc import Iterator
from datetime import date

from auditdocs.document import EVERYWHERE, Document, DocumentKind, Request, Subject
from auditdocs.documents.car import WORDS, CarView
from auditdocs.documents.car_course_view import event_rows, extension_row, response_row, review_row, submission_rows
from auditdocs.documents.car_measures_view import (
    action_rows,
    cause_categories,
    containment_rows,
    correction_rows,
    document_rows,
    read_across_rows,
    root_causes,
    stock_rows,
    why_chains,
)
from auditdocs.documents.car_problem_view import grade_name, nonconformities, team_rows
from auditdocs.documents.car_rows import DueRow
from auditdocs.documents.evidence_pictures import of_evidence, of_record, once
from auditdocs.documents.not_printed import kept_back
from auditdocs.documents.rows_view import attachment_rows, signatures
from auditdocs.documents.words import Writing, audit_name, confidentiality_of, lines, period, retention_label
from auditdocs.entry import Entry, Records
from auditdocs.labels import joined
from auditdocs.problem import Words
from auditdocs.records.car import SOURCE, Car, ProblemStatement
from auditdocs.records.car_answers import (
    ANSWER,
    CHECK_RESULT,
    DUE,
    EFFECT,
    CustomerConfirmation,
    Effectiveness,
    ImplementationCheck,
)
from auditdocs.records.car_findings import type_of
from auditdocs.records.car_measures import ANALYSIS_METHOD, RootCause
from auditdocs.records.contact_sheet import ContactSheet
from auditdocs.records.evidence import Evidence
from auditdocs.records.finding import FINDING_TYPE
from auditdocs.records.languages import languages_of
from auditdocs.records.submission import submissions_of
from auditdocs.state import Standing, day_of, standing

TITLE = Words("纠正措施要求单", "Corrective Action Request")
ROLES = ("prepared", "reviewed", "approved")
REACHED = {
    "containment": "contained",
    "root_cause": "analysed",
    "plan": "planned",
    "implementation": "implemented",
    "verification": "verified",
    "customer_close": "closed",
}
NOT_PRINTED = kept_back("car")


def subjects(records: Records, request: Request) -> Iterator[Subject]:
    """Every CAR, also one that cannot be read."""
    for key in sorted({*records.keys(Car), *(one.key for one in records.lost_in(Car))}):
        yield Subject(key)


def make(records: Records, subject: Subject, request: Request) -> Document | None:
    """The form of one CAR."""
    entry = records.get(Car, subject.key)
    if entry is None:
        return None
    sheet = records.get(ContactSheet, entry.scope)
    languages = languages_of(records, entry.record, sheet.record.customer if sheet else None)
    write = Writing(records, languages)
    return Document(
        kind="car",
        subject=entry.key,
        folder=f"audits/{entry.scope}",
        name=f"{entry.key} {joined(TITLE, languages[:1])}",
        title=TITLE,
        number=entry.key,
        languages=languages,
        view=view(write, entry, sheet.record.customer if sheet else None),
        formats=("docx", "pdf"),
        template="car/car",
        words=WORDS,
        confidentiality=confidentiality_of(records, entry),
        retention=retention_label(write, entry),
        about=(entry.path,),
    )


def view(write: Writing, entry: Entry[Car], customer: str | None) -> CarView:
    """What the form says of a CAR."""
    records, car = write.records, entry.record
    found = standing(records, entry, "car")
    told, cause = car.problem or ProblemStatement(), car.root_cause or RootCause()
    check, effect = car.implementation_check or ImplementationCheck(), car.effectiveness or Effectiveness()
    answer = car.customer_confirmation or CustomerConfirmation()
    ended = bool(car.closed_on or car.void)
    return CarView(
        answered=bool(car.corrective_actions) or ended,
        ended=ended,
        number=entry.key,
        customer_car_number=car.customer_car_no or "",
        customer_form=car.customer_form or "",
        title=write.text(car.title),
        audit=audit_name(write, entry.scope),
        customer=write.customer(customer),
        source=write.boxes(SOURCE, car.source),
        type=write.choice(FINDING_TYPE, type_of(records, entry)),
        grade=grade_name(write, entry),
        state=write.words(found.words) if found else "",
        issued_by=write.person(car.issued_by),
        issued_on=write.day(car.issued_on),
        received_on=write.day(car.received_on),
        department=write.department(car.owner_department),
        owner=write.person(car.owner),
        co_departments=write.departments(car.co_departments),
        dues=tuple(_dues(write, entry, found)),
        team=tuple(team_rows(write, car)),
        nonconformities=tuple(nonconformities(write, entry)),
        statement=write.text(told.statement),
        evidence=write.texts(told.evidence),
        what=write.text(told.what),
        where=write.text(told.where),
        when=write.text(told.when),
        who=write.text(told.who),
        which=write.text(told.which),
        how=write.text(told.how),
        how_many=write.text(told.how_many),
        containment=tuple(containment_rows(write, car)),
        stock=tuple(stock_rows(write, car)),
        containment_not_needed=write.text(car.containment_not_needed),
        correction=tuple(correction_rows(write, car)),
        correction_not_needed=write.text(car.correction_not_needed),
        method=write.boxes(ANALYSIS_METHOD, cause.method),
        analysis_completed_on=write.day(cause.completed_on),
        chains=tuple(why_chains(write, cause)),
        ishikawa=tuple(cause_categories(write, cause)),
        root_causes=tuple(root_causes(write, cause)),
        corrective_actions=tuple(action_rows(write, car.corrective_actions)),
        no_action_justification=write.text(car.no_action_justification),
        preventive_actions=tuple(action_rows(write, car.preventive_actions)),
        preventive_not_needed=write.text(car.preventive_not_needed),
        read_across=tuple(read_across_rows(write, car)),
        documents_updated=tuple(document_rows(write, car)),
        risk_update=write.text(car.risk_update),
        reviews=tuple(review_row(write, one) for one in car.responses if one.decided_by != "customer"),
        implementation_result=write.choice(CHECK_RESULT, check.result),
        implementation_evidence=lines(*check.evidence),
        implementation_by=write.person(check.by),
        implementation_date=write.day(check.date),
        effectiveness_criterion=write.text(effect.criterion),
        effectiveness_method=write.text(effect.method),
        effectiveness_period=period(write, effect.period_start, effect.period_end),
        effectiveness_data=write.text(effect.data),
        effectiveness_result=write.boxes(EFFECT, effect.result),
        effectiveness_by=write.person(effect.by),
        effectiveness_date=write.day(effect.date),
        submissions=tuple(submission_rows(write, entry)),
        confirmation_by=" ".join(filter(None, (answer.by, answer.org))),
        confirmation_date=write.day(answer.date),
        confirmation_channel=answer.channel or "",
        confirmation_result=write.boxes(ANSWER, answer.result),
        confirmation_reference=lines(answer.reference or "", answer.attachment or ""),
        closed_on=write.day(car.closed_on),
        closed_by=write.person(car.closed_by),
        lessons=write.text(car.lessons),
        recognition=write.text(car.recognition),
        cost=car.cost or "",
        signatures=signatures(write, car, ROLES),
        responses=tuple(response_row(write, one) for one in car.responses),
        extensions=tuple(extension_row(write, one) for one in car.extensions),
        events=tuple(event_rows(write, car)),
        attachments=attachment_rows(write, car),
        pictures=once((*of_evidence(write, records.get(Evidence, entry.scope), car.findings), *of_record(write, entry))),
    )


def _dues(write: Writing, entry: Entry[Car], found: Standing | None) -> Iterator[DueRow]:
    """Every promised date as it was first promised, as it was moved, and when it was reached."""
    car = entry.record
    for name in DUE.choices:
        promised: date | None = getattr(car.due, name, None)
        moved = [one for one in car.extensions if one.which == name]
        first = moved[0].from_ if moved and moved[0].from_ else promised
        extended = promised if promised != first else moved[-1].to if moved else None
        yield DueRow(
            step=write.choice(DUE, name),
            due=write.day(first),
            extended_to=write.day(extended),
            reached_on=write.day(_reached(write.records, entry, found, name)),
        )


def _reached(records: Records, entry: Entry[Car], found: Standing | None, name: str) -> date | None:
    """The day a promise was kept; what was promised to the customer, when the newest plan was sent."""
    if name == "customer_response":
        plans = (one.record for one in submissions_of(records, entry) if one.record.kind == "plan")
        return max((one.sent_to_customer_at.date() for one in plans if one.sent_to_customer_at), default=None)
    mark = found.mark(REACHED[name]) if found else None
    return day_of(mark.moment) if mark else None


CAR_FORM = DocumentKind(
    name="car",
    title=TITLE,
    form="car",
    templates={"car/car": (CarView,)},
    formats=("docx", "pdf"),
    subjects=subjects,
    make=make,
    words=WORDS,
    editions=EVERYWHERE,
    inside={"risk_update": "risk_update", "reviews": "review", "lessons": "lessons", "cost": "cost"},
    not_printed=NOT_PRINTED,
)
