"""A CAR has the type and grade of its findings; a finding knows its CARs."""

import pytest

from auditdocs.records.cars.car import Car
from auditdocs.records.cars.car_findings import cars_of, departments_with_car, grade_of, is_fast_track, profile_of, type_of
from auditdocs.records.on_site.finding import finding_at
from auditdocs.state import standing
from tests.records.small import FOLDER, SHEET, car_of, records_of

MINOR = "  F01: {type: nc, grade: minor, statement: 缺签字}\n"
MAJOR = "  F02: {type: nc, grade: major, statement: 未校准}\n"
OBSERVATION = "  F03: {type: observation, grade: observation, statement: 标识不清}\n"


def test_the_gravest_finding_gives_a_car_its_type_and_grade() -> None:
    records, car = car_of("findings: [F03, F01, F02]\n", MINOR + MAJOR + OBSERVATION)
    assert (type_of(records, car), grade_of(records, car)) == ("nc", "major")


def test_the_grade_leads_to_the_deadline_profile() -> None:
    records, car = car_of("findings: [F02]\n", MAJOR)
    profile = profile_of(records, car)
    assert profile
    assert profile.items.root_cause
    assert profile.items.root_cause.n == 7  # iso-major of B-27


OWN = """
short: {customer: C0001, grades: [major], items: {root_cause: {n: 3, unit: wd}}}
usual: {customer: C0001, items: {root_cause: {n: 5, unit: wd}}}
other: {customer: C0002, items: {root_cause: {n: 1, unit: wd}}}
"""


@pytest.mark.parametrize(("finding", "days"), [(MAJOR, 3), (MINOR, 5)])
def test_a_customers_own_profile_goes_before_its_grades_and_one_for_the_grade_before_both(finding: str, days: int) -> None:
    files = {**SHEET, "records/org/deadlines.yaml": OWN, f"{FOLDER}/findings.yaml": f"items:\n{finding}"}
    car = f"owner_department: MFG\nfindings: [{finding.strip()[:3]}]\n"
    records = records_of({**files, f"{FOLDER}/cars/CAR-2026-0001.yaml": car})
    entry = records.get(Car, "CAR-2026-0001")
    assert entry
    profile = profile_of(records, entry)
    assert profile
    assert profile.items.root_cause
    assert profile.items.root_cause.n == days


def test_a_car_without_finding_has_neither_type_nor_grade() -> None:
    records, car = car_of("source: complaint\n")
    assert (type_of(records, car), grade_of(records, car), profile_of(records, car)) == (None, None, None)


@pytest.mark.parametrize(("finding", "fast"), [(OBSERVATION, True), (MINOR, False)])
def test_only_what_is_no_nonconformity_takes_the_fast_track(finding: str, fast: bool) -> None:
    records, car = car_of(f"findings: [{finding.strip()[:3]}]\n", finding)
    assert is_fast_track(records, car) is fast


def test_the_fast_track_needs_no_containment_and_no_analysis() -> None:
    text = """findings: [F03]
source: internal
issued_on: 2026-03-16
received_on: 2026-03-16
responses: [{round: 1, submitted_at: 2026-03-20T10:00, decision: accepted, decided_at: 2026-03-23T10:00}]
corrective_actions: [{action: 加贴标识, done_on: 2026-03-27}]
implementation_check: {by: P0005, date: 2026-03-30, result: pass}
closed_on: 2026-04-01
"""
    records, car = car_of(text, OBSERVATION)
    found = standing(records, car, "car")
    assert found
    assert found.state == "closed"


def test_a_finding_is_answered_by_the_cars_of_its_own_audit_that_are_not_void() -> None:
    cars = {
        f"{FOLDER}/cars/CAR-2026-0001.yaml": "owner_department: MFG\nfindings: [F01]\nco_departments: [ENG]\n",
        f"{FOLDER}/cars/CAR-2026-0002.yaml": "owner_department: QA\nfindings: [F01]\nvoid: {date: 2026-03-20}\n",
        f"{FOLDER}/cars/CAR-2026-0003.yaml": "owner_department: SAL\nfindings: [AUD-2026-009/F01]\n",
        f"{FOLDER}/cars/CAR-2026-0004.yaml": "owner_department: GEN\nfindings: [AUD-2026-001/F01]\n",
    }
    records = records_of({**SHEET, **cars})
    assert [car.key for car in cars_of(records, "AUD-2026-001", "F01")] == ["CAR-2026-0001", "CAR-2026-0004"]
    assert departments_with_car(records, "AUD-2026-001", "F01") == {"MFG", "ENG", "GEN"}


def test_a_reference_with_an_audit_leads_to_that_audit() -> None:
    other = "records/audits/2025/AUD-2025-009/findings.yaml"
    records = records_of({**SHEET, f"{FOLDER}/findings.yaml": f"items:\n{MINOR}", other: "items:\n  F01: {type: nc, statement: 旧的}\n"})
    here, there = finding_at(records, "AUD-2026-001", "F01"), finding_at(records, "AUD-2026-001", "AUD-2025-009/F01")
    assert here
    assert there
    assert (str(here.statement), str(there.statement)) == ("缺签字", "旧的")
