"""Days that were worked out by hand, from the terms of the schedule and the official calendar: every one of D.7.7, in one table."""

from collections.abc import Callable
from datetime import date

import pytest

from auditdocs.calendar import Anchor, Deadline, add_period
from auditdocs.retention import Period, Retention, RetentionClass, Trigger, disposal_after_holds, retain

DAY = date.fromisoformat
THREE_YEARS, ONE_YEAR, SIX_MONTHS = Period(years=3), Period(years=1), Period(months=6)


def kept_until(event: str, period: Period, anchor: Anchor = "exact") -> date | None:
    """The last day on which a record is kept."""
    return _kept(event, period, anchor).keep_until


def may_go_on(event: str, period: Period, *releases: str) -> date | None:
    """The first day on which it may be destroyed, after the holds that were released on these days."""
    return disposal_after_holds(_kept(event, period, "exact"), map(DAY, releases))


def due(start: str, working_days: int) -> date:
    """The day on which a term of working days ends; the calendar of its year is published."""
    found = add_period(DAY(start), working_days, "wd")
    assert found == Deadline(found.day, provisional=False)
    return found.day


def _kept(event: str, period: Period, anchor: Anchor) -> Retention:
    return retain([(RetentionClass("X", period, end_of=anchor), Trigger("event", DAY(event)))])


@pytest.mark.parametrize(
    ("reckon", "given", "day"),
    [
        (kept_until, ("2026-03-15", THREE_YEARS), "2029-03-15"),
        (may_go_on, ("2026-03-15", THREE_YEARS), "2029-03-16"),
        (kept_until, ("2024-02-29", THREE_YEARS), "2027-02-28"),
        (kept_until, ("2026-03-15", THREE_YEARS, "year"), "2029-12-31"),
        (kept_until, ("2026-08-31", SIX_MONTHS), "2027-02-28"),
        (kept_until, ("2026-06-30", ONE_YEAR, "year"), "2027-12-31"),  # a product's life and one calendar year
        (may_go_on, ("2026-03-15", THREE_YEARS, "2030-05-01"), "2030-05-02"),
        (due, ("2026-09-24", 5), "2026-10-09"),
        (due, ("2026-09-28", 10), "2026-10-16"),  # the Saturday of 10-10 is worked
        (due, ("2026-02-10", 10), "2026-03-02"),  # so are those of 02-14 and 02-28
        (due, ("2026-04-29", 3), "2026-05-07"),
        (due, ("2025-12-30", 5), "2026-01-07"),  # and the Sunday of 01-04
        (due, ("2026-06-18", 2), "2026-06-23"),
        (due, ("2026-09-30", 1), "2026-10-08"),
    ],
    ids=lambda one: one.__name__ if callable(one) else one if isinstance(one, str) else None,
)
def test_a_day_is_reckoned_as_by_hand(reckon: Callable[..., date | None], given: tuple[object, ...], day: str) -> None:
    assert reckon(*given) == DAY(day)
