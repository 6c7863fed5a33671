"""Runs the rules over the whole set: problems, what comes next (to-dos), and what was waived."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from auditdocs.cause import Told, causes
from auditdocs.entry import AnyEntry, Records, Violation
from auditdocs.problem import Place, Problem, Words, by_place
from auditdocs.problem_data import as_data, from_data
from auditdocs.records.house.organization import is_near
from auditdocs.records.references import with_known_id
from auditdocs.room import Life, Rooms, Rule
from auditdocs.shelf import Filed
from auditdocs.state import Standing, bearing, planned_day, standing
from auditdocs.waiving import waived


@dataclass(frozen=True, slots=True)
class Todo:
    """What comes next for one subject, and whose turn it is."""

    subject: str
    who: str  # department role: SAL QA DEP GEN MGT ARC CUS
    place: Place
    problem: Problem | None = None  # a rule's sentence …
    words: Words | None = None  # … or the next milestone's,
    how: Words | None = None  # with what to type for it
    due: date | None = None
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """All problems in order, and all that is to do."""

    problems: tuple[Problem, ...]
    todos: tuple[Todo, ...]


def check(records: Records, rooms: Rooms, read_problems: Iterable[Problem] = ()) -> Checked:
    """Judge every record by every rule that sees it."""
    told = [Told(with_known_id(problem, records)) for problem in read_problems]
    todos: list[Todo] = []
    for unit, members in units(records).items():
        found = records.told("check", unit, partial(judge, rooms=rooms, unit=unit, members=members))
        if found is not None:
            told.extend(_told(one) for one in found[0])
            todos.extend(_todo_of(one) for one in found[1])
    kept = waived(causes(told), records, rooms)
    return Checked(tuple(sorted(set_of(kept), key=by_place)), tuple(sorted(todos, key=_by_subject)))


def units(records: Records) -> dict[str, tuple[Filed, ...]]:
    """What is judged together, because its records ask for each other: an audit, a document; else each record alone."""
    found: dict[str, list[Filed]] = {}
    for one in records.filed():
        found.setdefault(one.scope or one.path, []).append(one)
    return {unit: tuple(members) for unit, members in found.items()}


def judge(records: Records, rooms: Rooms, unit: str, members: Iterable[Filed]) -> list[Any] | None:
    """All that is the matter in a unit and all that is to do there, as plain data; nothing where there is neither."""
    records.note([("unit", unit)])
    told: list[Told] = []
    todos: list[Todo] = []
    for entry in filter(None, (records.get_of(one.type, one.key) for one in members)):
        for rule in rooms.rules[entry.type]:
            if not any(True for _ in rule.run(entry, records)):
                continue  # nearly always
            watched = records.watched()
            violations = _violations(rule, entry, watched)
            records.note(watched.reads)  # above it was broken off at the first
            for violation in violations:
                said = Told(_problem(rule, entry, violation, records), frozenset(watched.sources()), rule.casts_doubt)
                _sort_in(rule, entry, said, records, rooms, told, todos)
        todos.extend(_next_steps(entry, records, rooms))
    return [[_told_data(one) for one in told], [_todo_data(one) for one in todos]] if told or todos else None


def _told_data(told: Told) -> list[Any]:
    return [as_data(told.problem), sorted(told.read), told.casts_doubt]


def _told(data: list[Any]) -> Told:
    problem, read, casts_doubt = data
    return Told(from_data(problem), frozenset(read), casts_doubt)


def _todo_data(todo: Todo) -> list[Any]:
    place = [todo.place.path, todo.place.line, todo.place.column, todo.place.end_line, todo.place.end_column]
    said = [as_data(todo.problem) if todo.problem else None, *([one.zh, one.en] if one else None for one in (todo.words, todo.how))]
    return [todo.subject, todo.who, place, *said, todo.due.isoformat() if todo.due else None, todo.people]


def _todo_of(data: list[Any]) -> Todo:
    subject, who, place, problem, words, how, due, people = data
    return Todo(
        subject,
        who,
        Place(*place),
        from_data(problem) if problem else None,
        Words(*words) if words else None,
        Words(*how) if how else None,
        date.fromisoformat(due) if due else None,
        tuple(people),
    )


def set_of(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once: one cause is one problem."""
    seen: dict[tuple[Place, str, str], Problem] = {}
    for problem in problems:
        seen.setdefault((problem.place, problem.code, problem.message("en", show_values=True)), problem)
    return list(seen.values())


def _violations(rule: Rule, entry: AnyEntry, watched: Records) -> tuple[Violation, ...]:
    """What a rule finds; nothing where it looked at something that cannot be read."""
    found = tuple(rule.run(entry, watched))
    return () if found and watched.lost() else found


def _sort_in(rule: Rule, entry: AnyEntry, said: Told, records: Records, rooms: Rooms, told: list[Told], todos: list[Todo]) -> None:
    problem = said.problem
    if rule.todo_only:
        todos.append(_todo(problem, rule, entry, records, None))
        return
    if not rule.at:
        told.append(said)
        return
    life = rooms.life_of(entry.type, rule.at)
    assert life is not None, f"{rule.code}: no life of {entry.type} has the milestone {rule.at}"
    where = standing(records, entry, life.name)
    if where is None:
        return
    planned = planned_day(records, entry, life, rule.at)
    is_soon = planned is not None and is_near(planned, records)
    match bearing(where, rule.at, is_soon, rule.firm):
        case "problem":
            told.append(said)
        case "todo":
            todos.append(_todo(problem, rule, entry, records, planned))


def _problem(rule: Rule, entry: AnyEntry, violation: Violation, records: Records) -> Problem:
    if violation.path == entry.path:
        place = entry.place(violation)
    else:
        other = records.at_path(violation.path)
        place = other.place(violation) if other else Place(violation.path)
    return Problem(place, rule.sentence, violation.facts, rule.severity)


def _todo(problem: Problem, rule: Rule, entry: AnyEntry, records: Records, due: date | None) -> Todo:
    rooms = records.rooms
    assert isinstance(rooms, Rooms)
    subject = entry.key if any(life.anchor == entry.type for life in rooms.lives.values()) else entry.scope or entry.key
    who = _turn(rule, entry, records, rooms)
    return Todo(subject, who, problem.place, problem=problem, due=due, people=_people(who, entry, records) or _owner(who, problem))


def _turn(rule: Rule, entry: AnyEntry, records: Records, rooms: Rooms) -> str:
    """Whose turn it is: who has to reach the rule's milestone, or the next one; else who keeps the record."""
    if rule.who:
        return rule.who
    life = rooms.life_of(entry.type, rule.at) if rule.at else None
    lived = standing(records, entry, life.name) if life else None
    if lived:
        return lived.life.milestones[lived.life.index(rule.at)].who
    own = next((rooms.lives[name] for name in rooms.types[entry.type].lives), None)
    where = standing(records, entry, own.name) if own else None
    return where.next.who if where and where.next else rooms.types[entry.type].owner


def _people(who: str, entry: AnyEntry, records: Records) -> tuple[str, ...]:
    """Whose turn it is by name: the department's is the record's owner's, quality's the audit's coordinator's."""
    if who == "DEP":
        named = getattr(entry.record, "owner", None)
    else:
        audit = records.get_of("audit", entry.scope) if who == "QA" and entry.scope else None
        named = audit.record.coordinator if audit else None
    return (named,) if named else ()


def _owner(who: str, problem: Problem) -> tuple[str, ...]:
    """The owner that a problem names, where a department's turn has no other: of a response among the findings of an audit."""
    owner = problem.facts.get("owner") if who == "DEP" else None
    return (owner,) if isinstance(owner, str) else ()


def _next_steps(entry: AnyEntry, records: Records, rooms: Rooms) -> Iterator[Todo]:
    """The next milestone of each life that begins with this record."""
    for life in rooms.lives.values():
        where = standing(records, entry, life.name) if life.anchor == entry.type else None
        if where and (todo := _next_step(records, entry, life, where)):
            yield todo


def _next_step(records: Records, anchor: AnyEntry, life: Life, where: Standing) -> Todo | None:
    step = where.next
    if step is None or step.mark is None or not step.todo.zh:
        return None
    due = step.planned(anchor, records) if step.planned else None
    audit = anchor.scope or anchor.key
    told = (step.how.zh, step.how.en) if step.how else ()
    how = Words(*(said.replace("{audit}", audit).replace("{file}", anchor.path) for said in told)) if told else None
    return Todo(anchor.key, step.who, Place(anchor.path), None, step.todo, how, due, _people(step.who, anchor, records))


def _by_subject(todo: Todo) -> tuple[str, Place, str]:
    return (todo.subject, todo.place, todo.problem.code if todo.problem else "")
