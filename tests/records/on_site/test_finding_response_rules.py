"""A response without a CAR is asked for in time, as a CAR's steps are (001i 6.3.4)."""

from datetime import date

import pytest

from auditdocs.check import check
from auditdocs.entry import Entry, Records
from auditdocs.records import ROOMS
from auditdocs.records.on_site.finding import Findings
from auditdocs.records.on_site.finding_response_rules import answer_due_soon, answer_overdue, answer_stops_at_human_error
from tests.records.small import FOLDER, SHEET, records_of

FOUND = "  F01:\n    type: observation\n    statement: 旧版图纸三天后才收回\n    response: {RESPONSE}\n"


def findings_of(response: str, as_of: date, more: dict[str, str] | None = None) -> tuple[Entry[Findings], Records]:
    files = {**SHEET, f"{FOLDER}/findings.yaml": "items:\n" + FOUND.replace("RESPONSE", response), **(more or {})}
    records = records_of(files, as_of)
    entry = records.get(Findings, "AUD-2026-001")
    assert entry
    return entry, records


@pytest.mark.parametrize(
    ("day", "soon", "late"),
    [("2026-04-15", False, False), ("2026-04-16", True, False), ("2026-04-30", True, False), ("2026-05-01", False, True)],
)
def test_what_is_due_is_a_to_do_and_then_overdue(day: str, soon: bool, late: bool) -> None:
    found, records = findings_of("due: 2026-04-30", date.fromisoformat(day))
    assert bool(list(answer_due_soon.run(found, records))) is soon
    assert bool(list(answer_overdue.run(found, records))) is late


def test_nothing_is_asked_once_it_is_done_or_the_audit_is_over() -> None:
    later = date(2026, 6, 1)
    assert not list(answer_overdue.run(*findings_of("due: 2026-04-30, done_on: 2026-04-29", later)))
    closed = {f"{FOLDER}/audit.yaml": "grading_scheme: iso_nc\nclosed: {date: 2026-05-20}\n"}
    assert not list(answer_overdue.run(*findings_of("due: 2026-04-30", later, closed)))


@pytest.mark.parametrize(
    ("cause", "found"),
    [("员工疏忽", True), ("human error", True), ("收回旧版没有规定时限", False), ("疏忽：收回的流程没有要求核对", False)],
)
def test_a_cause_that_stops_at_a_person_is_told(cause: str, found: bool) -> None:
    assert bool(list(answer_stops_at_human_error.run(*findings_of(f"cause: '{cause}'", date(2026, 6, 1))))) is found


def test_what_is_due_soon_is_the_turn_of_its_owner() -> None:
    _, records = findings_of("owner: P0008, due: 2026-04-30", date(2026, 4, 20))
    (todo,) = (one for one in check(records, ROOMS).todos if one.problem and one.problem.code == "finding.answer-due-soon")
    assert (todo.who, todo.people) == ("DEP", ("P0008",))
    assert todo.problem
    assert todo.problem.message("en") == "the response of P0008 to F01 is due on 2026-04-30"
