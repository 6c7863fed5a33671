"""A CAR's record → its 8D report, where its `customer_form` asks for one, or else its audit's conclusion does."""

import re
from collections.abc import Iterator

from auditdocs.document import EVERYWHERE, Document, DocumentKind, Request, Subject
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
from auditdocs.documents.eight_d import WORDS, EightDView
from auditdocs.documents.rows_view import signatures
from auditdocs.documents.words import Writing, audit_name, confidentiality_of, lines, period, retention_label
from auditdocs.entry import Entry, Records
from auditdocs.labels import joined
from auditdocs.problem import Words
from auditdocs.records.car import Car, Dues, ProblemStatement
from auditdocs.records.car_answers import (
    ANSWER,
    CHECK_RESULT,
    DECIDER,
    EFFECT,
    CustomerConfirmation,
    Effectiveness,
    ImplementationCheck,
)
from auditdocs.records.car_findings import is_for_customer, type_of
from auditdocs.records.car_measures import ANALYSIS_METHOD, RootCause
from auditdocs.records.conclusion import Conclusion
from auditdocs.records.contact_sheet import ContactSheet
from auditdocs.records.finding import FINDING_TYPE
from auditdocs.records.languages import languages_of
from auditdocs.state import standing

TITLE = Words("8D 报告", "8D Report")
ROLES = ("prepared", "reviewed", "approved")
# 8D, 8-D, G8D, "8D/5Why", "eight disciplines"; not the 8D in a number such as 18D or 8D04
_EIGHT_D = re.compile(r"(?<![0-9a-z])g?8\s*[-‐–]?\s*d(isciplines?)?(?![0-9a-z])|eight disciplines", re.IGNORECASE)


def subjects(records: Records, request: Request) -> Iterator[Subject]:
    """Every CAR that can be read: whether its customer asks for an 8D report is read when it is made."""
    for key in sorted(records.keys(Car)):
        yield Subject(key)


def make(records: Records, subject: Subject, request: Request) -> Document | None:
    """The report of one CAR; none where nobody asks for it."""
    entry = records.get(Car, subject.key)
    if entry is None or not is_asked_for(records, entry):
        return None
    sheet = records.get(ContactSheet, entry.scope)
    customer = sheet.record.customer if sheet else None
    languages = languages_of(records, entry.record, customer)
    write = Writing(records, languages)
    return Document(
        kind="eight_d",
        subject=entry.key,
        folder=f"audits/{entry.scope}",
        name=f"{entry.key} {joined(TITLE, languages[:1])}",
        title=TITLE,
        number=entry.key,
        languages=languages,
        view=view(write, entry, customer),
        formats=("docx", "pdf"),
        template="eight_d/eight_d",
        words=WORDS,
        confidentiality=confidentiality_of(records, entry),
        retention=retention_label(write, entry),
        about=(entry.path,),
    )


def is_asked_for(records: Records, entry: Entry[Car]) -> bool:
    """Whether this CAR is answered by an 8D report: its own form says so, else the customer's conclusion."""
    car = entry.record
    if car.customer_form:
        return bool(_EIGHT_D.search(car.customer_form))
    if not is_for_customer(car):
        return False
    conclusion = records.get(Conclusion, entry.scope)
    asked = conclusion.record.response_format if conclusion else None
    return asked is not None and any(_EIGHT_D.search(words) for words in (asked.plain, asked.zh, asked.en) if words)


def view(write: Writing, entry: Entry[Car], customer: str | None) -> EightDView:
    """What the report says, from D0 to D8."""
    records, car = write.records, entry.record
    found, due = standing(records, entry, "car"), car.due or Dues()
    told, cause = car.problem or ProblemStatement(), car.root_cause or RootCause()
    check, effect = car.implementation_check or ImplementationCheck(), car.effectiveness or Effectiveness()
    answer = car.customer_confirmation or CustomerConfirmation()
    newest = car.responses[-1] if car.responses else None
    accepted = newest if newest and newest.decision == "accepted" else None
    ended = bool(car.closed_on or car.void)
    return EightDView(
        answered=bool(car.corrective_actions) or ended,
        ended=ended,
        number=entry.key,
        customer_car_number=car.customer_car_no or "",
        title=write.text(car.title),
        audit=audit_name(write, entry.scope),
        customer=write.customer(customer),
        type=write.choice(FINDING_TYPE, type_of(records, entry)),
        grade=grade_name(write, entry),
        issued_on=write.day(car.issued_on),
        received_on=write.day(car.received_on),
        customer_due=write.day(due.customer_response),
        customer_close=write.day(due.customer_close),
        round=f"R{newest.round}" if newest else "",
        submitted_on=write.moment(newest.submitted_at) if newest else "",
        state=write.words(found.words) if found else "",
        leader=write.person(car.owner),
        department=write.department(car.owner_department),
        co_departments=write.departments(car.co_departments),
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
        effectiveness_criterion=write.text(effect.criterion),
        effectiveness_method=write.text(effect.method),
        accepted_by=write.choice(DECIDER, accepted.decided_by) if accepted else "",
        accepted_on=write.moment(accepted.decided_at) if accepted else "",
        implementation_result=write.choice(CHECK_RESULT, check.result),
        implementation_evidence=lines(*check.evidence),
        implementation_by=write.person(check.by),
        implementation_date=write.day(check.date),
        effectiveness_period=period(write, effect.period_start, effect.period_end),
        effectiveness_data=write.text(effect.data),
        effectiveness_result=write.boxes(EFFECT, effect.result),
        effectiveness_by=write.person(effect.by),
        effectiveness_date=write.day(effect.date),
        preventive_actions=tuple(action_rows(write, car.preventive_actions)),
        preventive_not_needed=write.text(car.preventive_not_needed),
        read_across=tuple(read_across_rows(write, car)),
        documents_updated=tuple(document_rows(write, car)),
        risk_update=write.text(car.risk_update),
        lessons=write.text(car.lessons),
        recognition=write.text(car.recognition),
        confirmation_by=" ".join(filter(None, (answer.by, answer.org))),
        confirmation_date=write.day(answer.date),
        confirmation_channel=answer.channel or "",
        confirmation_result=write.boxes(ANSWER, answer.result),
        confirmation_reference=lines(answer.reference or "", answer.attachment or ""),
        closed_on=write.day(car.closed_on),
        closed_by=write.person(car.closed_by),
        signatures=signatures(write, car, ROLES),
    )


EIGHT_D_REPORT = DocumentKind(
    name="eight_d",
    title=TITLE,
    form="eight_d",
    templates={"eight_d/eight_d": (EightDView,)},
    formats=("docx", "pdf"),
    subjects=subjects,
    make=make,
    words=WORDS,
    editions=EVERYWHERE,
    inside={"risk_update": "risk_update", "lessons": "lessons"},
)
