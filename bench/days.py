"""Days on which something happens: working days of the calendar."""

from datetime import date, timedelta

from auditdocs.calendar import is_working_day


def working_day(day: date) -> date:
    """This day, or the next on which people work."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def after(day: date, days: int) -> date:
    """The working day so many days later."""
    return working_day(day + timedelta(days=days))
