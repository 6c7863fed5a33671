"""Periods and Chinese working days: a start and a length become a day (and whether that day is certain)."""

import calendar as month_lengths
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from itertools import islice
from typing import Literal, assert_never

import chinese_calendar

Unit = Literal["h", "cd", "wd"]
Anchor = Literal["exact", "month", "year"]

_LAST_DAY = date.max  # what would lie beyond it is cut off there: no later day can be written


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day something is due; provisional (暂定) while the official calendar of a year in between is not published."""

    day: date
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """A number of working days; provisional as a `Deadline` is."""

    count: int
    provisional: bool = False


@cache
def is_published(year: int) -> bool:
    """Whether the State Council's holiday calendar of this year is known to the program."""
    try:
        chinese_calendar.is_workday(date(year, 1, 1))
    except NotImplementedError:
        return False
    return True


@cache  # the calendar looks through all its years for each day
def is_working_day(day: date) -> bool:
    """A working day by the official calendar, make-up Saturdays included; Monday to Friday where none is published."""
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return day.weekday() < 5


def add_working_days(start: date, n: int) -> Deadline:
    """The n-th working day after the start; the start itself is not counted (民法典 Art. 201)."""
    if n < 0:
        raise ValueError(f"working days are counted forward, not {n}")
    day, left, provisional = start, n, False
    for year in _years_from(start):
        if left == 0:
            break
        published = is_published(year)
        day, left = _walk(day, left, year) if published else _step_over_weekends(day, left, date(year, 12, 31))
        provisional = provisional or not published
    return Deadline(day, provisional)


def working_days_between(start: date, end: date) -> WorkingDays:
    """How many working days lie after the start up to and including the end; 0 where the end is not later."""
    count, provisional, after = 0, False, start
    for year in _years_from(start):
        if after >= end:
            break
        last = min(end, date(year, 12, 31))
        published = is_published(year)
        count += sum(map(is_working_day, _days(after, last))) if published else _weekdays(after, last)
        provisional = provisional or (not published and last > after)
        after = last
    return WorkingDays(count, provisional)


def add_period(start: date | datetime, n: int, unit: Unit) -> Deadline:
    """The day a period of hours, calendar days or working days ends; hours after a mere date are rounded up to days."""
    day = start.date() if isinstance(start, datetime) else start
    match unit:
        case "h" if isinstance(start, datetime):
            return Deadline(_hours_later(start, n))
        case "h":
            return Deadline(add_days(day, -(-n // 24)))
        case "cd":
            return Deadline(add_days(day, n))
        case "wd":
            return add_working_days(day, n)
        case _:
            assert_never(unit)


def add_days(day: date, days: int) -> date:
    """The day so many calendar days later."""
    return day + timedelta(days) if days <= (_LAST_DAY - day).days else _LAST_DAY


def add_months(day: date, months: int) -> date:
    """The same day so many months later; the month's last day where it has no such day (31 Aug + 6 → 28 Feb, D.7.2)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > _LAST_DAY.year:
        return _LAST_DAY
    return date(year, month + 1, min(day.day, month_lengths.monthrange(year, month + 1)[1]))


def end_of(day: date, anchor: Anchor) -> date:
    """The day itself, or the last day of its month or year."""
    match anchor:
        case "exact":
            return day
        case "month":
            return day.replace(day=month_lengths.monthrange(day.year, day.month)[1])
        case "year":
            return date(day.year, 12, 31)
        case _:
            assert_never(anchor)


def _years_from(day: date) -> range:
    return range(day.year, _LAST_DAY.year + 1)


def _days(after: date, last: date) -> Iterator[date]:
    return (after + timedelta(i) for i in range(1, (last - after).days + 1))


def _walk(day: date, left: int, year: int) -> tuple[date, int]:
    """Count day by day to the end of the year; the day reached and what is left to count."""
    last = date(year, 12, 31)
    for candidate in _days(day, last):
        left -= is_working_day(candidate)
        if left == 0:
            return candidate, 0
    return last, left


def _step_over_weekends(day: date, left: int, last: date) -> tuple[date, int]:
    available = _weekdays(day, last)
    if available < left:
        return last, left - available
    weeks, days = divmod(left - 1, 5)  # one is kept back so that the period cannot end on a weekend
    rest = (one for one in _days(day + timedelta(weeks * 7), last) if one.weekday() < 5)
    return next(islice(rest, days, None)), 0


def _weekdays(after: date, last: date) -> int:
    """Mondays to Fridays after one day up to and including another."""
    weeks, rest = divmod(max((last - after).days, 0), 7)
    return weeks * 5 + sum((after.weekday() + i) % 7 < 5 for i in range(1, rest + 1))


def _hours_later(start: datetime, hours: int) -> date:
    try:
        return (start + timedelta(hours=hours)).date()
    except OverflowError:
        return _LAST_DAY
