"""A day on which something happened has come: what a record says of the past cannot lie ahead (HYG-003, CAR-017, PRP-006)."""

from collections.abc import Iterator
from datetime import date

from auditdocs.entry import AnyEntry, Records, Violation
from auditdocs.field import label
from auditdocs.problem import Words
from auditdocs.room import Rooms, rule
from auditdocs.shape import Spot, block_at, walk
from auditdocs.source import Loc
from auditdocs.state import day_of, standing

# Told before they come: when a revision takes effect, somebody leaves, a standard is withdrawn, a hold is looked at again.
_AHEAD = frozenset(("effective_on", "left_on", "withdrawn_on", "stopped_on", "review_on"))


def is_of_a_fact(name: str) -> bool:
    """Whether a field of this name says when something happened, by the way such fields are named."""
    return name not in _AHEAD and (name in ("at", "date") or name.endswith(("_at", "_on")))


@rule(
    "fact.in-the-future",
    "001i 6",
    catalogue="HYG-003",
    zh="“{label}”（{field}）记为 {day}，晚于 {as_of}，还没有发生",
    en="'{label}' ({field}) is recorded for {day}, later than {as_of}: it has not happened yet",
    do_zh="请更正日期，或到时再记录",
    do_en="correct the date, or record it when it has happened",
    firm=True,
)
def in_the_future(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    """One question for a whole record: has its newest fact come? Of a milestone the life itself says it."""
    facts = [(day, spot) for spot in walk(entry.record) if (day := _day_of_fact(spot))]
    newest = max((day for day, _ in facts), default=None)
    if newest is None or records.has_come(newest):
        return
    marked = frozenset(_marks(entry, records))
    for day, spot in facts:
        if spot.loc not in marked and not records.has_come(day):
            name = str(spot.loc[-1])
            words = _label(entry, spot.loc, name)
            yield entry.at(*spot.loc, label=words, field=name, day=spot.value, as_of=records.as_of)


def _day_of_fact(spot: Spot) -> date | None:
    is_day = isinstance(spot.value, date) and is_of_a_fact(str(spot.loc[-1]))
    return day_of(spot.value) if is_day else None


def _label(entry: AnyEntry, loc: Loc, name: str) -> Words:
    return label(type(block_at(entry.record, loc)), name)


def _marks(entry: AnyEntry, records: Records) -> Iterator[Loc]:
    """The places of this record that mark a milestone or a turn of a life."""
    rooms = records.rooms
    assert isinstance(rooms, Rooms)
    for name in rooms.types[entry.type].lives:
        found = standing(records, entry, name)
        if found is None:
            continue
        anchor = entry if found.life.anchor == entry.type else records.get_of(found.life.anchor, entry.scope)
        turns = (side.mark(anchor, records) for side in found.life.side_states) if anchor else ()
        yield from (mark.loc for mark in (*found.marks, *turns) if mark and mark.entry.path == entry.path)


FACT_RULES = (in_the_future,)
