"""CARs and responses of an audit → the rectification plan with its states, and how far each department is: section 9."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from auditdocs.documents.outbound import answering
from auditdocs.documents.report.report_rows import PlanRow, RollUpRow
from auditdocs.documents.words import Writing, lines
from auditdocs.entry import Entry
from auditdocs.field import label
from auditdocs.problem import Words
from auditdocs.records.audit.audit import is_inbound
from auditdocs.records.cars.car import PARTY, Car
from auditdocs.records.cars.car_findings import cars_of
from auditdocs.records.cars.car_measures import Containment, Correction, CorrectiveAction, ReadAcross
from auditdocs.records.on_site.finding import Finding, FindingResponse
from auditdocs.state import standing

ACTIONS = ("containment", "correction", "corrective_actions", "preventive_actions", "read_across")
DONE, OPEN = Words("已完成", "Done"), Words("未完成", "Open")
NOT_ANSWERED = Words("待答复", "To be answered")

AnyAction = Containment | Correction | CorrectiveAction | ReadAcross | FindingResponse


@dataclass(frozen=True, slots=True)
class Line:
    """One action with the department that answers for it; without an action nothing is planned yet."""

    department: str
    car: str
    row: PlanRow
    is_action: bool
    is_done: bool


def plan_lines(write: Writing, audit_id: str, cars: tuple[Entry[Car], ...], findings: Mapping[str, Finding]) -> tuple[Line, ...]:
    """Every action of the CARs, then of the findings that are answered without one."""
    return (*(line for car in cars for line in _of_car(write, car)), *_of_responses(write, audit_id, findings))


def _of_car(write: Writing, car: Entry[Car]) -> Iterator[Line]:
    record, found = car.record, standing(write.records, car, "car")
    state = write.words(found.words) if found else ""
    actions = [(name, one) for name in ACTIONS for one in getattr(record, name) if one.action]
    answered_by = answering(write, record)
    for name, one in actions:
        yield _line(write, answered_by, car.key, record.findings, f"{write.words(label(Car, name))}: {write.text(one.action)}", one, state)
    if not actions:
        yield _line(write, answered_by, car.key, record.findings, write.text(record.no_action_justification), None, state)


def _of_responses(write: Writing, audit_id: str, findings: Mapping[str, Finding]) -> Iterator[Line]:
    for number, one in findings.items():
        if one.type == "good_practice" or cars_of(write.records, audit_id, number):
            continue
        response = one.response
        state = NOT_ANSWERED if response is None else DONE if response.done_on else OPEN
        theirs = "" if is_inbound(write.records, audit_id) else write.choice(PARTY, "external")
        answered_by = write.department(next(iter(one.departments), "")) or theirs
        yield _line(write, answered_by, "", (number,), write.text(response.action if response else None), response, write.words(state))


def _line(write: Writing, answered_by: str, car: str, findings: tuple[str, ...], action: str, one: AnyAction | None, state: str) -> Line:
    row = PlanRow(
        car=lines(car, write.listed(findings)),
        department=answered_by,
        action=action,
        owner=write.person(one.owner if one else None),
        due=write.day(one.due if one else None),
        done_on=write.day(one.done_on if one else None),
        state=state,
    )
    return Line(answered_by, car, row, is_action=one is not None, is_done=one is not None and one.done_on is not None)


def roll_up(write: Writing, planned: tuple[Line, ...]) -> Iterator[RollUpRow]:
    """How many CARs and actions each department has, and how many are done."""
    for department in dict.fromkeys(line.department for line in planned):
        own = [line for line in planned if line.department == department]
        actions, done = sum(line.is_action for line in own), sum(line.is_done for line in own)
        yield RollUpRow(
            department=department,
            cars=str(len({line.car for line in own if line.car})),
            actions=str(actions),
            done=str(done),
            open=str(actions - done),
        )
