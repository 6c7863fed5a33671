"""A grading scheme of the records is the scheme the program scores by."""

from decimal import Decimal
from fractions import Fraction

from auditdocs.records.grading import grade_of, scheme_of, schemes
from auditdocs.scheme import VDA63, Downgrade, Limit
from tests.records.small import records_of

FILE = """
sheet:
  finding_grades:
    minor: {name: 轻微, type: nc, requires_car: true, deadline_profile: iso-minor}
  scoring:
    kind: percent
    allowed: [10, 0, 5]
    limits: [{grade: B, at_least: 60}, {grade: A, at_least: 85.5}]
    downgrades: [{cause: key_points, threshold: 0, to: B}, {cause: points, threshold: 0, to: D}]
    section_weights: {P5: 40, P6: 60}
    min_evaluated: 2/3
    key_zeroes: true
vda:
  scoring: {rules: vda63}
"""


def test_figures_become_a_scheme_with_its_best_grade_first() -> None:
    scoring = schemes(records_of({"records/org/grading.yaml": FILE}))["sheet"].scoring
    assert scoring
    found = scheme_of(scoring)
    assert found.kind == "percent"
    assert found.allowed == (Decimal(0), Decimal(5), Decimal(10))
    assert found.limits == (Limit("A", Decimal("85.5")), Limit("B", Decimal(60)))
    assert found.section_weights == (("P5", Decimal(40)), ("P6", Decimal(60)))
    assert found.min_evaluated == Fraction(2, 3)
    assert found.key_zeroes


def test_a_downgrade_to_a_grade_that_does_not_exist_is_not_reckoned_with() -> None:
    scoring = schemes(records_of({"records/org/grading.yaml": FILE}))["sheet"].scoring
    assert scoring
    assert scheme_of(scoring).downgrades == (Downgrade("key_points", Decimal(0), "B"),)


def test_the_rules_the_program_knows_are_taken_whole() -> None:
    scoring = schemes(records_of({"records/org/grading.yaml": FILE}))["vda"].scoring
    assert scoring
    assert scheme_of(scoring) is VDA63


def test_a_grade_says_what_it_asks_for() -> None:
    records = records_of({"records/org/grading.yaml": FILE})
    minor = grade_of(records, "sheet", "minor")
    assert minor
    assert (minor.type, minor.requires_car, minor.deadline_profile) == ("nc", True, "iso-minor")
    assert grade_of(records, "sheet", "major") is None
    assert grade_of(records, "nothing", "minor") is None


def test_a_workspace_without_schemes_grades_system_audits() -> None:
    major = grade_of(records_of({}), "iso_nc", "major")
    assert major
    assert major.deadline_profile == "iso-major"
