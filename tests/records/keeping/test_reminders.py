"""What the archivist is reminded of before its day and after: holds to look at again, and files to be brought back."""

from datetime import date

import pytest

from auditdocs.check import Todo, check
from auditdocs.records import ROOMS
from tests.records.small import records_of

HOLD = "{placed_by: P0001, placed_on: 2026-01-10, review_on: 2026-06-30, reason: litigation, scope: {records: [C0001]}"
LENT = "entries:\n  - {at: 2026-06-01T09:00, kind: lent, person: P0001, records: [C0001], purpose: 续签, return_due: 2026-06-30"


def reminders(files: dict[str, str], day: date) -> list[tuple[str, str]]:
    """To-dos that a problem tells: whose they are, and where."""
    told: tuple[Todo, ...] = check(records_of(files, day), ROOMS).todos
    return [(one.who, one.problem.code) for one in told if one.problem and not one.problem.code.startswith("reference.")]


@pytest.mark.parametrize(
    ("hold", "day", "is_told"),
    [
        (HOLD + "}", date(2026, 6, 15), False),
        (HOLD + "}", date(2026, 6, 16), True),
        (HOLD + "}", date(2026, 8, 1), True),
        (HOLD + ", reviews: [{date: 2026-06-30, by: P0001}]}", date(2026, 8, 1), False),
        (HOLD + ", reviews: [{date: 2026-06-30, by: P0001}]}", date(2027, 6, 20), True),
        (HOLD + ", released: {date: 2026-07-01, by: P0001, reason: 结案}}", date(2026, 8, 1), False),
    ],
)
def test_a_hold_is_looked_at_again_on_the_day_agreed_or_after_a_year(hold: str, day: date, is_told: bool) -> None:
    expected = [("ARC", "hold.to-be-reviewed")] if is_told else []
    assert reminders({"records/archive/holds/HLD-2026-001.yaml": hold}, day) == expected


@pytest.mark.parametrize(
    ("log", "day", "is_told"),
    [
        (LENT + "}", date(2026, 6, 15), False),
        (LENT + "}", date(2026, 6, 16), True),
        (LENT + "}", date(2026, 8, 1), True),
        (LENT + ", returned_at: 2026-06-20T09:00}", date(2026, 8, 1), False),
    ],
)
def test_what_was_lent_is_asked_for_until_it_is_back(log: str, day: date, is_told: bool) -> None:
    expected = [("ARC", "access.to-be-returned")] if is_told else []
    assert reminders({"records/archive/access_log/2026.yaml": log}, day) == expected
