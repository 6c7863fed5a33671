"""A CAR's record → what its form and its 8D report both say of it."""

from dataclasses import fields
from typing import Any

from auditdocs.documents.cars.car_answer import CarAnswer
from auditdocs.documents.cars.car_measures_view import (
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
from auditdocs.documents.cars.car_problem_view import grade_name, nonconformities, team_rows
from auditdocs.documents.report.audit_words import audit_name, customer_of
from auditdocs.documents.report.evidence_pictures import of_evidence, of_record, once
from auditdocs.documents.rows_view import outsider, signatures
from auditdocs.documents.words import Writing, lines, period
from auditdocs.entry import Entry
from auditdocs.records.cars.car import PARTY, Car, ProblemStatement
from auditdocs.records.cars.car_answers import (
    ANSWER,
    CHECK_RESULT,
    EFFECT,
    CustomerConfirmation,
    Effectiveness,
    ImplementationCheck,
)
from auditdocs.records.cars.car_findings import type_of
from auditdocs.records.cars.car_measures import ANALYSIS_METHOD, RootCause
from auditdocs.records.on_site.evidence import Evidence
from auditdocs.records.on_site.finding import FINDING_TYPE
from auditdocs.state import standing

ROLES = ("prepared", "reviewed", "approved")


def responsible_for(write: Writing, car: Car) -> str:
    """Who answers a CAR: one of ours, somebody of the customer whom we audited."""
    return lines(write.choice(PARTY, car.responsible_party), write.person(car.owner), outsider(car.responder))


def said_of(write: Writing, entry: Entry[Car]) -> dict[str, Any]:
    """By the names of the fields that both views have."""
    answer = _answer(write, entry)
    return {one.name: getattr(answer, one.name) for one in fields(answer)}


def _answer(write: Writing, entry: Entry[Car]) -> CarAnswer:
    records, car = write.records, entry.record
    evidence = records.get(Evidence, entry.scope)
    found = standing(records, entry, "car")
    told, cause = car.problem or ProblemStatement(), car.root_cause or RootCause()
    check, effect = car.implementation_check or ImplementationCheck(), car.effectiveness or Effectiveness()
    answer = car.customer_confirmation or CustomerConfirmation()
    ended = bool(car.closed_on or car.void)
    return CarAnswer(
        answered=bool(car.corrective_actions) or ended,
        ended=ended,
        number=entry.key,
        customer_car_number=car.customer_car_no or "",
        title=write.text(car.title),
        audit=audit_name(write, entry.scope),
        customer=customer_of(write, entry.scope),
        type=write.choice(FINDING_TYPE, type_of(records, entry)),
        grade=grade_name(write, entry),
        state=write.words(found.words) if found else "",
        issued_on=write.day(car.issued_on),
        received_on=write.day(car.received_on),
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
        preventive_actions=tuple(action_rows(write, car.preventive_actions)),
        preventive_not_needed=write.text(car.preventive_not_needed),
        read_across=tuple(read_across_rows(write, car)),
        documents_updated=tuple(document_rows(write, car)),
        risk_update=write.text(car.risk_update),
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
        confirmation_by=" ".join(filter(None, (answer.by, answer.org))),
        confirmation_date=write.day(answer.date),
        confirmation_channel=answer.channel or "",
        confirmation_result=write.boxes(ANSWER, answer.result),
        confirmation_reference=lines(answer.reference or "", answer.attachment or ""),
        closed_on=write.day(car.closed_on),
        closed_by=write.person(car.closed_by),
        lessons=write.text(car.lessons),
        recognition=write.text(car.recognition),
        signatures=signatures(write, car, ROLES),
        pictures=once((*of_evidence(write, evidence, car.findings), *of_record(write, entry))),
    )
