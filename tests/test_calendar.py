"""Periods and working days against the official calendar, and what must hold for all of them."""

import csv
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditdocs.calendar import (
    Deadline,
    WorkingDays,
    add_days,
    add_months,
    add_period,
    add_working_days,
    end_of,
    is_published,
    is_working_day,
    working_days_between,
)

DAY = date.fromisoformat
CHINA = timezone(timedelta(hours=8))
HOLIDAYS = Path(__file__).parent / "data" / "holidays.csv"
WALKABLE = st.dates(date(2015, 1, 1), date(2040, 12, 31))


def official_exceptions() -> dict[date, bool]:
    with HOLIDAYS.open(encoding="utf-8") as table:
        return {DAY(row["date"]): row["day"] == "work" for row in csv.DictReader(table)}


def test_every_day_of_three_years_is_what_the_official_calendar_says() -> None:
    exceptions = official_exceptions()
    days = [DAY("2024-01-01") + timedelta(i) for i in range(1096)]
    assert days[-1] == DAY("2026-12-31")
    assert len(exceptions) == 108
    assert [day for day in days if is_working_day(day) != exceptions.get(day, day.weekday() < 5)] == []


def test_no_working_days_after_a_day_is_that_day_even_where_nobody_works() -> None:
    saturday = DAY("2026-09-26")
    assert add_working_days(saturday, 0) == add_period(saturday, 0, "wd") == Deadline(saturday, provisional=False)


def test_a_year_without_official_calendar_counts_monday_to_friday_and_is_provisional() -> None:
    assert not is_published(2093)
    assert add_working_days(DAY("2093-09-30"), 1) == Deadline(DAY("2093-10-01"), provisional=True)
    assert add_working_days(DAY("2093-10-02"), 6) == Deadline(DAY("2093-10-12"), provisional=True)
    assert working_days_between(DAY("2093-09-30"), DAY("2093-10-05")) == WorkingDays(3, provisional=True)


def test_a_period_that_ends_before_the_unpublished_year_is_certain() -> None:
    assert is_published(2026)
    assert add_working_days(DAY("2026-12-24"), 4) == Deadline(DAY("2026-12-30"), provisional=False)


def test_working_days_are_not_counted_backward() -> None:
    with pytest.raises(ValueError, match="forward"):
        add_working_days(DAY("2026-03-02"), -1)
    assert working_days_between(DAY("2026-03-02"), DAY("2026-02-10")) == WorkingDays(0)


@given(WALKABLE, st.integers(0, 800))
def test_counting_is_the_inverse_of_adding(start: date, n: int) -> None:
    due = add_working_days(start, n)
    assert working_days_between(start, due.day).count == n
    assert n == 0 or is_working_day(due.day)


@given(WALKABLE, st.integers(0, 400))
def test_one_more_working_day_is_always_later(start: date, n: int) -> None:
    assert add_working_days(start, n).day < add_working_days(start, n + 1).day


@pytest.mark.parametrize(("hours", "due"), [(24, "2026-03-03"), (25, "2026-03-04"), (48, "2026-03-04"), (0, "2026-03-02")])
def test_hours_after_a_mere_date_are_whole_days_rounded_up(hours: int, due: str) -> None:
    assert add_period(DAY("2026-03-02"), hours, "h") == Deadline(DAY(due))


def test_hours_after_a_moment_are_exact() -> None:
    moment = datetime(2026, 3, 2, 15, 30, tzinfo=CHINA)
    assert add_period(moment, 8, "h").day == DAY("2026-03-02")
    assert add_period(moment, 9, "h").day == DAY("2026-03-03")
    assert add_period(moment, 24, "h").day == DAY("2026-03-03")


def test_calendar_days_run_through_weekends() -> None:
    assert add_period(DAY("2026-02-27"), 3, "cd") == Deadline(DAY("2026-03-02"))
    assert add_period(datetime(2026, 2, 27, 23, 59, tzinfo=CHINA), 3, "cd") == Deadline(DAY("2026-03-02"))


def test_years_and_months_keep_to_the_calendar() -> None:
    assert add_months(DAY("2024-02-29"), 36) == DAY("2027-02-28")
    assert add_months(DAY("2024-02-29"), 48) == DAY("2028-02-29")
    assert add_months(DAY("2026-03-15"), 36) == DAY("2029-03-15")
    assert add_months(DAY("2026-08-31"), 6) == DAY("2027-02-28")
    assert add_months(DAY("2026-12-31"), 12) == DAY("2027-12-31")


def test_an_end_of_a_period_may_be_the_end_of_its_month_or_year() -> None:
    assert end_of(DAY("2029-03-15"), "exact") == DAY("2029-03-15")
    assert end_of(DAY("2028-02-03"), "month") == DAY("2028-02-29")
    assert end_of(DAY("2029-03-15"), "year") == DAY("2029-12-31")


def test_what_lies_beyond_the_last_day_is_cut_off_there_and_quickly() -> None:
    last = date.max
    assert add_months(DAY("2026-03-15"), 12 * 10**12) == last
    assert add_days(DAY("2026-03-15"), 10**12) == last
    assert add_working_days(DAY("2026-03-15"), 10**12) == Deadline(last, provisional=True)
    assert add_period(datetime(2026, 3, 2, tzinfo=CHINA), 10**12, "h").day == last
    assert working_days_between(date.min, last).count > 2_000_000
