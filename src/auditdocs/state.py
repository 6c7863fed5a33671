"""Milestones and facts → where something stands, what comes next, and what a missing thing means today."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from auditdocs.entry import AnyEntry, Records
from auditdocs.problem import Words
from auditdocs.room import Life, Mark, Milestone, Rooms, SideState

Bearing = Literal["problem", "todo", "silent"]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one subject stands in its life."""

    life: Life
    marks: tuple[Mark | None, ...]  # parallel to the life's milestones
    reached: int  # index of the last milestone reached, -1 for none
    side: SideState | None = None
    held: frozenset[int] = frozenset()  # the marks that a ‡ rule keeps from counting
    passed_by: frozenset[int] = frozenset()  # the milestones that are no step for this subject
    anew: str = ""  # the milestone that a side state sends it back to

    @property
    def state(self) -> str:
        """The name of the state: a side state's, the last milestone's, or draft."""
        if self.side:
            return self.side.name
        return self.life.milestones[self.reached].name if self.reached >= 0 else "draft"

    @property
    def words(self) -> Words:
        if self.side:
            return self.side.words
        return self.life.milestones[self.reached].words if self.reached >= 0 else self.life.draft

    @property
    def next(self) -> Milestone | None:
        """The milestone whose turn it is; none where nothing comes after."""
        if self.side and self.side.ends:
            return None
        if self.anew:
            return self.life.milestones[self.life.index(self.anew)]
        later = range(self.reached + 1, len(self.life.milestones))
        return next((self.life.milestones[index] for index in later if index not in self.passed_by), None)

    def step_from(self, milestone: str) -> str:
        """This milestone, or the first after it, where it is no step for this subject."""
        later = range(self.life.index(milestone), len(self.life.milestones))
        return next((self.life.milestones[index].name for index in later if index not in self.passed_by), milestone)

    def has_reached(self, milestone: str) -> bool:
        return self.reached >= self.life.index(milestone) >= 0

    def is_due(self, milestone: str, with_held: bool = False) -> bool:
        """Whether a mark that counts stands at or after this milestone (for a gate: after it)."""
        first = self.life.index(milestone)
        return any(mark and (with_held or index not in self.held) for index, mark in enumerate(self.marks) if index >= first)

    def mark(self, milestone: str) -> Mark | None:
        return self.marks[self.life.index(milestone)]


def standing(records: Records, entry: AnyEntry, life: str) -> Standing | None:
    """Where the subject a record belongs to stands; None where its life has not begun."""
    rooms = records.rooms
    assert isinstance(rooms, Rooms)
    anchor = _anchor(records, entry, rooms.lives[life])
    if anchor is None:
        return None
    return records.derive(f"standing {life}", lambda watched, one: _standing(watched, one, rooms, rooms.lives[life]), anchor)


def bearing(found: Standing, milestone: str, is_planned_soon: bool, firm: bool = False) -> Bearing:
    """What a violation `@ milestone` means now; a ‡ rule sees the marks it holds back itself."""
    if found.is_due(milestone, with_held=firm):
        return "problem"
    upcoming = found.next
    if upcoming is None:
        return "silent"
    if upcoming.name == found.step_from(milestone):
        return "todo"
    ahead = found.life.index(milestone) > found.reached
    return "todo" if ahead and is_planned_soon else "silent"


def planned_day(records: Records, entry: AnyEntry, life: Life, milestone: str) -> date | None:
    """When a milestone is planned, where the records say so."""
    step = life.milestones[life.index(milestone)]
    anchor = _anchor(records, entry, life)
    return step.planned(anchor, records) if step.planned and anchor else None


def day_of(moment: date | datetime | None) -> date | None:
    """The day of a fact."""
    return moment.date() if isinstance(moment, datetime) else moment


def _anchor(records: Records, entry: AnyEntry, life: Life) -> AnyEntry | None:
    if entry.type == life.anchor:
        return entry
    return records.get_of(life.anchor, entry.scope)


def _standing(records: Records, anchor: AnyEntry, rooms: Rooms, declared: Life) -> Standing:
    life = declared.of(anchor, records)
    marks = tuple(step.mark(anchor, records) if step.mark else None for step in life.milestones)
    reached = -1
    held = frozenset(
        index for index, step in enumerate(life.milestones) if marks[index] and _is_held_back(records, anchor, rooms, life, step.name)
    )
    for index, step in enumerate(life.milestones):
        if step.mark is None:
            if any(marks[index + 1 :]) or (reached == index - 1 and not _is_missing(records, anchor, rooms, life, step.name)):
                reached = index
        elif marks[index] and index not in held:
            reached = index
    side = _side_state(records, anchor, life, marks)
    passed_by = frozenset(index for index, step in enumerate(life.milestones) if step.applies and not step.applies(anchor, records))
    anew = side.back_to(anchor, records) if side and side.back_to else ""
    return Standing(life, marks, reached, side, held, passed_by, anew)


def _is_missing(records: Records, anchor: AnyEntry, rooms: Rooms, life: Life, gate: str) -> bool:
    """Whether a gate lacks something it requires."""
    return _breaks(records, anchor, rooms, life, gate, firm_only=False)


def _is_held_back(records: Records, anchor: AnyEntry, rooms: Rooms, life: Life, milestone: str) -> bool:
    """Whether a ‡ rule keeps a marked milestone from counting."""
    return _breaks(records, anchor, rooms, life, milestone, firm_only=True)


def _breaks(records: Records, anchor: AnyEntry, rooms: Rooms, life: Life, milestone: str, firm_only: bool) -> bool:
    for name, rules in rooms.holding.get((life.name, milestone), {}).items():
        wanted = [rule for rule in rules if rule.firm or not firm_only]
        if wanted and any(True for entry in _members(records, anchor, name, life) for rule in wanted for _ in rule.run(entry, records)):
            return True
    return False


def _members(records: Records, anchor: AnyEntry, name: str, life: Life) -> Iterator[AnyEntry]:
    """The records of a type that share this life: the anchor itself, or what lies in its folder."""
    if name == life.anchor:
        yield anchor
        return
    for key in records.keys_of(name, anchor.key):
        entry = records.get_of(name, key)
        if entry:
            yield entry


def _side_state(records: Records, anchor: AnyEntry, life: Life, marks: tuple[Mark | None, ...]) -> SideState | None:
    """The newest side state that no later mark has ended."""
    found = [(side, mark) for side in life.side_states if (mark := side.mark(anchor, records))]
    if not found:
        return None
    side, mark = max(found, key=lambda pair: day_of(pair[1].moment) or date.min)
    since = day_of(mark.moment)
    later = (day_of(one.moment) for one in marks if one)
    if since and not side.ends and any(day and day > since for day in later):
        return None
    return side
