"""Words that stand in for a fact are found in both languages, and left alone where the fact is there (B.10)."""

import pytest

from auditdocs.records.cars.car_words_rules import attachment_not_there, done_without_date, reason_says_nothing
from tests.records.small import car_of


@pytest.mark.parametrize(
    ("action", "found"),
    [
        ("{action: 巡检表已完成修订}", True),
        ("{action: 已整改}", True),
        ("{action: The form has been implemented}", True),
        ("{action: Completed}", True),
        ("{action: 巡检表已完成修订, done_on: 2026-04-20}", False),
        ("{action: 未完成的批次全检}", False),
        ("{action: Sort incomplete lots}", False),
    ],
)
def test_done_needs_a_day(action: str, found: bool) -> None:
    records, car = car_of(f"corrective_actions: [{action}]\n")
    assert bool(list(done_without_date.run(car, records))) is found


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("corrective_actions: [{action: 详见附件}]", True),
        ("problem: {evidence: [见附图]}", True),
        ("responses: [{round: 1, cause: See attachment}]", True),
        ("responses: [{round: 1, cause: See the attached file, sent: CAR-2026-0001/answer.pdf}]", False),
        ("corrective_actions: [{action: 详见附件, evidence: [CAR-2026-0001/form.pdf]}]", False),
        ("attachments: [{file: CAR-2026-0001/form.pdf}]\nproblem: {what: 见附件}", False),
        ("responses: [{round: 1, cause: 见原因分析}]", False),
    ],
)
def test_an_attachment_that_is_spoken_of_is_named(told: str, found: bool) -> None:
    records, car = car_of(f"{told}\n")
    assert bool(list(attachment_not_there.run(car, records))) is found


@pytest.mark.parametrize(
    ("reason", "found"), [("N/A", True), ("无", True), ("不适用", True), ("none", True), ("只涉及记录，没有产品", False)]
)
def test_a_reason_says_why(reason: str, found: bool) -> None:
    records, car = car_of(f"containment_not_needed: {reason}\nread_across: [{{process: 装配, applies: false, reason: {reason}}}]\n")
    assert len(list(reason_says_nothing.run(car, records))) == (2 if found else 0)
