"""Who escorts and guides is there, bound to secrecy and trained, as far as the house keeps records of it (PLN-008, TRN-001)."""

import pytest

from auditdocs.records.preparation.audit_plan import AuditPlan
from auditdocs.records.preparation.audit_plan_fitness import escort_away, escort_not_trained, escort_without_agreement
from auditdocs.room import Rule
from tests.records.small import FOLDER, SHEET, records_of

SESSION = "{stage: process, start: 2026-03-10T09:40, end: 2026-03-10T12:00, escorts: [P0005]}"
PLAN = f"sessions:\n  S01: {SESSION}\n  S02: {SESSION}\n"


def found(rule: Rule, person: str, parameters: str = "todo_days: 14") -> int:
    files = {
        **SHEET,
        f"{FOLDER}/plan.yaml": PLAN,
        "records/people/P0005.yaml": f"name: 杨示例\n{person}\n",
        "records/org/parameters.yaml": f"{parameters}\n",
    }
    records = records_of(files)
    plan = records.get(AuditPlan, "AUD-2026-001")
    assert plan
    return len(list(rule.run(plan, records)))


@pytest.mark.parametrize(
    ("absent", "sessions"),
    [("from: 2026-03-09, to: 2026-03-10", 2), ("from: 2026-03-10, to: 2026-03-12", 2), ("from: 2026-03-11, to: 2026-03-12", 0)],
)
def test_somebody_away_is_told_in_every_session_of_that_day(absent: str, sessions: int) -> None:
    assert found(escort_away, f"absences: [{{{absent}}}]") == sessions


@pytest.mark.parametrize(
    ("person", "asked", "told"),
    [
        ("", "audit_nda: false", 0),
        ("", "audit_nda: true", 1),
        ("nda_ref: NDA-1", "audit_nda: true", 0),
        ("nda_ref: NDA-1\nnda_until: 2026-03-10", "audit_nda: true", 0),
        ("nda_ref: NDA-1\nnda_until: 2026-03-09", "audit_nda: false", 1),
    ],
)
def test_an_agreement_is_asked_for_where_the_house_wants_one_or_where_one_has_run_out(person: str, asked: str, told: int) -> None:
    assert found(escort_without_agreement, person, asked) == told


@pytest.mark.parametrize(
    ("training", "asked", "told"),
    [
        ("", "audit_training: false", 0),
        ("", "audit_training: true", 1),
        ("{topic: safety, date: 2026-01-15}", "audit_training: true", 1),
        ("{topic: customer_audit, date: 2026-01-15}", "audit_training: true", 0),
        ("{topic: customer_audit, date: 2026-03-11}", "audit_training: false", 0),
        ("{topic: customer_audit, date: 2026-03-11}", "audit_training: true", 1),
        ("{topic: customer_audit, date: 2025-01-15, valid_to: 2026-03-09}", "audit_training: false", 1),
    ],
)
def test_training_is_asked_for_where_the_house_wants_it_or_where_it_has_run_out(training: str, asked: str, told: int) -> None:
    assert found(escort_not_trained, f"training: [{training}]" if training else "", asked) == told
