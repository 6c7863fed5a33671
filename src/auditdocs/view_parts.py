"""What a view may hold beside words and rows: drawings, photographs, Markdown, sheets, a calendar, boxes, signatures."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Picture:
    """An SVG drawing of our own (a chart): placed inline, never from a record."""

    svg: str
    words: str  # what it shows, for readers that cannot see it


@dataclass(frozen=True, slots=True)
class Photograph:
    """A PNG or JPEG beside a record: the digest stands for its content, which a press is handed with the job."""

    path: str  # in the workspace
    sha256: str  # empty where no such file is there
    caption: str


@dataclass(frozen=True, slots=True)
class Inset:
    """A drawing of our own at the end of a chapter of Markdown; where nothing can be drawn its table (Markdown) says the same."""

    picture: Picture
    table: str
    after: str = ""  # the heading of the chapter; without one it stands at the end of the text


@dataclass(frozen=True, slots=True)
class Markdown:
    """Text of a policy or narrative field that is Markdown by declaration."""

    text: str
    inset: Inset | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook: titles, and rows of text, dates, numbers."""

    name: str
    heading: tuple[str, ...]  # lines above the table: company, title, form number, as_of
    columns: tuple[tuple[str, int], ...]  # title and width in characters
    rows: tuple[tuple[Any, ...], ...]  # str, int, Decimal, date or None


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """Whole days in a calendar: what, when, and whether that is settled."""

    uid: str  # the same in every edition, so that a calendar that has it already changes it
    start: date
    end: date  # the last day
    summary: str
    description: str = ""
    location: str = ""
    category: str = ""
    status: Literal["CONFIRMED", "TENTATIVE", "CANCELLED"] = "CONFIRMED"
    is_busy: bool = True


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar to take over into the one people keep."""

    name: str
    events: tuple[CalendarEvent, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A box to tick and its words."""

    ticked: bool
    words: str


@dataclass(frozen=True, slots=True)
class Signature:
    """One line of a signature block; name and date are empty where people sign by hand."""

    role: str
    name: str = ""
    date: str = ""


def photographs(value: object) -> Iterator[Photograph]:
    """Every photograph in a view."""
    if isinstance(value, Photograph):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from photographs(one)
    elif is_dataclass(value) and not isinstance(value, Sheet):  # a workbook shows none, and may have a million cells
        for each in fields(value):
            yield from photographs(getattr(value, each.name))
