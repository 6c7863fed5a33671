"""Where we audit a customer the same records are kept, without what only binds the one who is audited (records.md D.4.3)."""

from dataclasses import replace

import pytest

from auditdocs.records import ROOMS
from tests.test_cases import ALL, Case, problems_of, told

# CS, PLN, CON, CAR: clauses 6.1.2, 6.2.1 (escorts), 6.3.3, 6.4.2 and 6.4.3 of 001i speak of a customer who audits us
INBOUND = frozenset(("CS-001", "CS-003", "CS-005", "CS-006", "PLN-003", "PLN-007", "CON-004", "CAR-012"))
BOTH = frozenset(("FND-001", "FND-003", "FND-010", "MTG-002", "AUD-011", "CHK-004", "CAR-013", "CS-004", "PLN-001"))
NUMBERS = {rule.code: rule.catalogue for rule in ROOMS.every_rule()}
AUDITS = "records/audits/2026/"
# a confirmation that was written down must still make sense
STILL_ASKED = frozenset(
    ("car.confirmation-incomplete", "car.closed-before-confirmation", "car.confirmed-before-answer", "car.confirmed-before-sent")
)


def outbound(case: Case) -> list[str]:
    """What is said of a case where its audit is one of ours."""
    audit = f"{AUDITS}{case.expect.split('/')[3]}/audit.yaml"
    turned = {"file": audit, "find": "coordinator: P0005\n", "put": "coordinator: P0005\ndirection: outbound\n"}
    return [one.rpartition(" ")[2] for one in told(problems_of(replace(case, both=(*case.both, turned)), wrong=True))]


def cases_of(numbers: frozenset[str]) -> tuple[Case, ...]:
    found = (case for case in ALL if NUMBERS.get(case.code) in numbers and case.expect.startswith(AUDITS))
    return tuple(case for case in found if case.code not in STILL_ASKED)


@pytest.mark.parametrize("case", cases_of(INBOUND), ids=lambda case: case.name)
def test_what_binds_only_who_is_audited_is_not_asked_of_our_own_audit(case: Case) -> None:
    assert case.code not in outbound(case)


@pytest.mark.parametrize("case", cases_of(BOTH), ids=lambda case: case.name)
def test_all_else_is_asked_of_both(case: Case) -> None:
    assert case.code in outbound(case)
