"""The score of an audit follows from its checklist and the scheme quality chose."""

from decimal import Decimal

from auditdocs.records.audit.audit_score import score_of
from auditdocs.scoring import Score
from tests.records.small import FOLDER, SHEET, records_of

AUDIT = f"{FOLDER}/audit.yaml"
GRADING = "records/org/grading.yaml"


def score(scheme: str, items: str) -> Score | None:
    files = {
        **SHEET,
        AUDIT: "grading_scheme: own\n",
        GRADING: f"own:\n  finding_grades: {{}}\n{scheme}",
        f"{FOLDER}/checklist.yaml": f"items:\n{items}",
    }
    return score_of(records_of(files), "AUD-2026-001")


def test_points_per_step_are_averaged_and_a_key_question_pulls_the_grade_down() -> None:
    found = score(
        "  scoring: {rules: vda63}\n",
        """  Q001: {element: P5, key: true, audit: {result: minor, points: 4}}
  Q002: {element: P5, audit: {result: conform, points: 10}}
  Q003: {element: P5, audit: {result: conform, points: 10}}
  Q004: {element: P6, audit: {per_step: [{step: 注塑, points: 10}, {step: 装配, points: 8}]}}
  Q005: {element: P7, audit: {result: conform, points: 10}}
  Q006: {element: P7, audit: {result: not_applicable, reason: 无}}
""",
    )
    assert found
    assert (found.overall.percent, found.grade_by_percent, found.grade) == (Decimal("86.00"), "B", "B")
    assert found.overall.questions == 5
    assert [(share.name, share.percent) for share in found.elements] == [
        ("P5", Decimal("80.00")),
        ("P6", Decimal("90.00")),
        ("P7", Decimal("100.00")),
    ]


def test_where_only_yes_and_no_are_known_the_result_is_the_answer() -> None:
    found = score(
        "  scoring: {kind: yesno, allowed: [0, 1], limits: [{grade: 合格, at_least: 75}, {grade: 不合格, at_least: 0}]}\n",
        """  Q001: {section: 卫生, audit: {result: conform}}
  Q002: {section: 卫生, audit: {result: conform}}
  Q003: {section: 卫生, audit: {result: minor}}
  Q004: {section: 卫生, audit: {result: conform}}
  Q005: {section: 卫生, audit: {result: not_evaluated, reason: 停产}}
""",
    )
    assert found
    assert (found.overall.percent, found.grade, found.overall.evaluated) == (Decimal("75.00"), "合格", 4)


def test_a_scheme_that_grades_findings_only_gives_no_score() -> None:
    assert score("", "  Q001: {audit: {result: conform}}\n") is None


def test_an_audit_without_a_checklist_has_no_score() -> None:
    assert score_of(records_of(SHEET), "AUD-2026-001") is None
