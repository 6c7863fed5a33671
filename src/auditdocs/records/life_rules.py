"""What holds for every life: no milestone skipped, done by whom it belongs to, in time order, not in the future (HYG-002, HYG-003)."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import pairwise

from auditdocs.entry import AnyEntry, Records, Violation
from auditdocs.problem import Words
from auditdocs.records.house.person import Person, departments_on, has_role_on
from auditdocs.records.marks import actor
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.room import Life, Mark, Milestone, Rooms, rule
from auditdocs.source import Loc
from auditdocs.state import Standing, day_of, standing

Reached = tuple[Milestone, Mark]
# a company without a department of that name gives somebody its role instead
ROLE_OF = {"QA": "quality", "SAL": "sales", "GEN": "general", "ARC": "archivist", "GM": "gm"}
BEFORE_THE_VISIT = frozenset(("notified", "contacted", "accepted", "preparing"))


def _lives(entry: AnyEntry, records: Records) -> Iterator[Standing]:
    """Where the subject stands in each life that begins with this record."""
    rooms = records.rooms
    assert isinstance(rooms, Rooms)
    for life in rooms.lives.values():
        found = standing(records, entry, life.name) if life.anchor == entry.type else None
        if found:
            yield found


def _reached(found: Standing) -> tuple[Reached, ...]:
    """The milestones with a recorded mark, in order."""
    return tuple((step, mark) for step, mark in zip(found.life.milestones, found.marks, strict=True) if mark)


def _come_later(entry: AnyEntry, life: Life) -> frozenset[str]:
    """The steps that may follow the visit: nobody announces an unannounced audit (001i 6.1.2)."""
    is_unannounced = isinstance(entry.record, ContactSheet) and entry.record.audit_type == "unannounced"
    return BEFORE_THE_VISIT if is_unannounced and life.name == "audit" else frozenset()


@rule(
    "life.milestone-missing",
    "001i 6",
    catalogue="HYG-002",
    zh="已记录“{recorded}”，但之前的“{missing}”没有记录",
    en="'{recorded}' is recorded, but '{missing}' before it is not",
    do_zh="请补记：{todo}",
    do_en="record what is missing: {todo}",
)
def milestone_missing(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    for found in _lives(entry, records):
        if found.side and found.side.ends:  # what was cancelled need not have happened
            continue
        missing: list[Milestone] = []
        exempt = _come_later(entry, found.life)
        for index, (step, mark) in enumerate(zip(found.life.milestones, found.marks, strict=True)):
            if mark and missing:
                yield _at(mark, recorded=step.words, missing=tuple(one.words for one in missing), todo=tuple(one.todo for one in missing))
                missing = []
            elif mark is None and step.mark and step.needed and step.name not in exempt and index not in found.passed_by:
                missing.append(step)


@rule(
    "life.actor-without-role",
    "001i 6",
    catalogue="HYG-002",
    zh="“{step}”由 {person} 记录，此人在 {day} 不属于 {departments}",
    en="'{step}' is recorded by {person}, who did not belong to {departments} on {day}",
    do_zh="由 {departments} 的人员办理，或更正人员档案的任职",
    do_en="let somebody of {departments} do it, or correct the posts in the person's file",
)
def actor_without_role(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    for found in _lives(entry, records):
        for step, mark in _reached(found):
            number, day = actor(mark), day_of(mark.moment)
            person = records.get(Person, number) if step.actors and number else None
            if person and day and not _may(person.record, step.actors, day):
                yield _at(mark, step=step.words, person=number, day=day, departments=step.actors)


def _may(person: Person, departments: tuple[str, ...], day: date) -> bool:
    held = departments_on(person, day)
    return any(one in held or has_role_on(person, ROLE_OF.get(one, one), day) for one in departments)


@rule(
    "life.not-in-order",
    "001i 6",
    catalogue="HYG-003",
    zh="“{later}”的日期 {later_day} 早于“{earlier}”的日期 {earlier_day}",
    en="'{later}' on {later_day} lies before '{earlier}' on {earlier_day}",
    do_zh="请更正其中一个日期",
    do_en="correct one of the dates",
    firm=True,
)
def not_in_order(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    seen: set[tuple[str, Loc]] = set()
    for found in _lives(entry, records):
        turns = tuple(day for side in found.life.side_states if (mark := side.mark(entry, records)) and (day := day_of(mark.moment)))
        steps = [(step, mark) for step, mark in _reached(found) if mark.moment and step.name not in _come_later(entry, found.life)]
        past = [(step, mark) for step, mark in steps if not _is_future(mark, records)]
        for (earlier, before), (later, after) in pairwise(past):
            place = (after.entry.path, after.loc)
            if _is_before(after, before) and not _was_turned(after, before, turns) and place not in seen:
                seen.add(place)
                yield _at(after, later=later.words, later_day=_said(after), earlier=earlier.words, earlier_day=_said(before))


@rule(
    "life.in-the-future",
    "001i 6",
    catalogue="HYG-003",
    zh="“{step}”记为 {day}，晚于 {as_of}，还没有发生",
    en="'{step}' is recorded for {day}, later than {as_of}: it has not happened yet",
    do_zh="请更正日期，或到时再记录",
    do_en="correct the date, or record it when it has happened",
    firm=True,
)
def in_the_future(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    seen: set[tuple[str, Loc]] = set()
    for found in _lives(entry, records):
        side = [(one.words, mark) for one in found.life.side_states if (mark := one.mark(entry, records))]
        for words, mark in [*((step.words, mark) for step, mark in _reached(found)), *side]:
            place = (mark.entry.path, mark.loc)
            if mark.entry.path != entry.path and _has_its_own_life(mark.entry, records):
                continue  # the next revision's approval, a package's sending: said there
            if _is_future(mark, records) and place not in seen:
                seen.add(place)
                yield _at(mark, step=words, day=_said(mark), as_of=records.as_of)


def _has_its_own_life(entry: AnyEntry, records: Records) -> bool:
    return any(True for _ in _lives(entry, records))


def _at(mark: Mark, **facts: str | date | Words | tuple[str, ...] | tuple[Words, ...]) -> Violation:
    return Violation(mark.entry.path, mark.loc, facts)


def _said(mark: Mark) -> date | datetime:
    assert mark.moment is not None
    return mark.moment


def _is_future(mark: Mark, records: Records) -> bool:
    day = day_of(mark.moment)
    return day is not None and not records.has_come(day)


def _is_before(after: Mark, before: Mark) -> bool:
    """Whether one fact lies before another; a mere day is compared by the day."""
    if isinstance(after.moment, datetime) and isinstance(before.moment, datetime):
        return after.moment < before.moment
    one, other = day_of(after.moment), day_of(before.moment)
    return one is not None and other is not None and one < other


def _was_turned(after: Mark, before: Mark, turns: tuple[date, ...]) -> bool:
    """Whether the earlier step was done anew after a return or a reopening, and the later one is still the old."""
    one, other = day_of(after.moment), day_of(before.moment)
    return one is not None and other is not None and any(one <= turn <= other for turn in turns)


LIFE_RULES = (milestone_missing, actor_without_role, not_in_order, in_the_future)
