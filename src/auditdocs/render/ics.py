"""A job whose view is a calendar → iCalendar (RFC 5545): whole days, lines folded at 75 octets, equal events give equal bytes."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from auditdocs.document import Job
from auditdocs.render.characters import demand_printable
from auditdocs.render.press import Press
from auditdocs.view_parts import Calendar, CalendarEvent

LONGEST = 75  # octets of a line, its end not counted (3.1)
_ESCAPED = re.compile(r"[\\;,]")  # in a TEXT; a line break becomes \n (3.3.11)
_CLASS = {"public": "PUBLIC", "internal": "PRIVATE"}  # 3.8.1.3; what is stricter is CONFIDENTIAL


def render_ics(job: Job, press: Press) -> bytes:
    """The job as a calendar file."""
    calendar = job.document.view
    if not isinstance(calendar, Calendar):
        raise TypeError(f"the view of {job.target} is not a calendar")
    access = _CLASS.get(job.document.confidentiality, "CONFIDENTIAL")
    return "".join(folded(line) for line in _calendar(calendar, date.fromisoformat(job.frame.as_of), access)).encode()


def folded(line: str) -> str:
    """A line with its end; a longer one goes on behind a blank in the next, never within a character."""
    pieces, piece, octets = [], "", 0
    for sign in line:
        size = len(sign.encode())
        if octets + size > LONGEST:
            pieces.append(piece)
            piece, octets = "", 1  # the blank counts
        piece, octets = piece + sign, octets + size
    return "\r\n ".join((*pieces, piece)) + "\r\n"


def escaped(text: str) -> str:
    """A text as a TEXT value."""
    return _ESCAPED.sub(r"\\\g<0>", demand_printable(text)).replace("\n", "\\n")


def _calendar(calendar: Calendar, stamped: date, access: str) -> Iterator[str]:
    """Its lines; NAME is RFC 7986's, X-WR-CALNAME what calendars knew before."""
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//auditdocs//auditdocs//EN", "CALSCALE:GREGORIAN")
    yield from (f"{name}:{escaped(calendar.name)}" for name in ("NAME", "X-WR-CALNAME"))
    for event in calendar.events:
        yield from _event(event, stamped, access)
    yield "END:VCALENDAR"


def _event(event: CalendarEvent, stamped: date, access: str) -> Iterator[str]:
    """One event; its last day is not its end, which is the day after (3.6.1)."""
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    yield f"DTSTAMP:{_day(stamped)}T000000Z"  # no clock is read: the day the plan is told of
    yield f"DTSTART;VALUE=DATE:{_day(event.start)}"
    yield f"DTEND;VALUE=DATE:{_day(event.end + timedelta(days=1))}"
    told = {"SUMMARY": event.summary, "DESCRIPTION": event.description, "LOCATION": event.location, "CATEGORIES": event.category}
    yield from (f"{name}:{escaped(text)}" for name, text in told.items() if text)
    yield from (f"STATUS:{event.status}", f"TRANSP:{'OPAQUE' if event.is_busy else 'TRANSPARENT'}", f"CLASS:{access}", "END:VEVENT")


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")
