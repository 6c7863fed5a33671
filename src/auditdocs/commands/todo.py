"""`auditdocs todo` and `auditdocs status`: what comes next, whose turn it is, and where everything stands."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from auditdocs.check import Todo
from auditdocs.commands.signer import no_such_person
from auditdocs.console import Console
from auditdocs.entry import AnyEntry, Records
from auditdocs.examine import Examined, examine
from auditdocs.labels import WHO
from auditdocs.problem import Fact, Place, Words, counted
from auditdocs.records.cars.car import Car
from auditdocs.records.house.customer import Customer
from auditdocs.records.house.person import Person, departments_on
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.state import standing
from auditdocs.workspace import find_workspace

ONE_BY_ONE = 3  # to-dos of one rule in one file; more are one line

AUDIT_HEADS = (
    Words("审核", "Audit"),
    Words("客户", "Customer"),
    Words("计划日期", "Planned"),
    Words("状态", "State"),
    Words("CAR", "CARs"),
)
CAR_HEADS = (Words("CAR", "CAR"), Words("部门", "Department"), Words("状态", "State"), Words("逾期", "Overdue"))


def run_todo(folder: Path, console: Console, mine: str, days: int | None, as_of: date | None) -> int:
    """List what comes next, the nearest day first."""
    examined = examine_today(folder, as_of)
    if mine:
        _demand_person(examined.loaded.records, mine)
    todos = [todo for todo in examined.checked.todos if _is_wanted(todo, examined, mine, days)]
    for group in _grouped(sorted(todos, key=lambda one: (one.due or date.max, one.subject, one.place))):
        console.result(_line(group, examined, console))
    console.say(Words(f"待办 {len(todos)} 项（{examined.as_of}）", f"{counted(len(todos), 'thing')} to do ({examined.as_of})"))
    if todos:
        console.say(
            Words(
                "字段的写法：auditdocs explain contact_sheet.visitors", "how a field is written: auditdocs explain contact_sheet.visitors"
            )
        )
    _say_what_is_not_seen(examined, console)
    return 0


def examine_today(folder: Path, as_of: date | None) -> Examined:
    """`todo` and `status` always speak of today."""
    return examine(folder, as_of or datetime.now(find_workspace(folder).settings.zone).date())


def _demand_person(records: Records, person: str) -> None:
    if person not in records.keys(Person):
        raise no_such_person(records, person)


def _is_wanted(todo: Todo, examined: Examined, mine: str, days: int | None) -> bool:
    if mine and not _is_turn_of(todo, examined, mine):
        return False
    return days is None or (todo.due is not None and todo.due - examined.as_of <= timedelta(days=days))


def _is_turn_of(todo: Todo, examined: Examined, person: str) -> bool:
    if todo.people:
        return person in todo.people
    entry = examined.loaded.records.get(Person, person)
    return entry is not None and todo.who in departments_on(entry.record, examined.as_of)


def _grouped(todos: Iterable[Todo]) -> Iterator[tuple[Todo, ...]]:
    """To-dos of one rule in one file are one line where there are more than a few."""
    groups: dict[tuple[object, ...], list[Todo]] = {}
    for todo in todos:
        code = todo.problem.code if todo.problem else todo.words
        groups.setdefault((todo.place.path, todo.subject, code, todo.due, todo.who, todo.people), []).append(todo)
    for group in groups.values():
        merged = _merged(group)
        if len(merged) > ONE_BY_ONE:
            yield merged
        else:
            yield from ((todo,) for todo in merged)


def _merged(group: list[Todo]) -> tuple[Todo, ...]:
    """What one rule says several times of one place, said once: `the contact sheet lacks mode, scope`."""
    by_place: dict[Place, list[Todo]] = {}
    for todo in group:
        by_place.setdefault(todo.place, []).append(todo)
    return tuple(_of_one_place(todos) for todos in by_place.values())


def _of_one_place(todos: list[Todo]) -> Todo:
    problems = [todo.problem for todo in todos if todo.problem]
    if len(problems) < 2:
        return todos[0]
    facts: dict[str, Fact] = {}
    for name in problems[0].facts:
        values = tuple(dict.fromkeys(problem.facts[name] for problem in problems))
        facts[name] = values if len(values) > 1 else values[0]
    return replace(todos[0], problem=replace(problems[0], facts=facts))


def _places(group: tuple[Todo, ...], console: Console) -> str:
    """Where the to-dos of a group stand: the first lines, and how many there are."""
    lines = [str(todo.place.line) for todo in group[:ONE_BY_ONE]]
    if len(group) == 1:
        return f"({group[0].place.path}:{lines[0]})"
    more = Words(f"共 {len(group)} 处，行 {'、'.join(lines)}…", f"{len(group)} places, lines {', '.join(lines)}, …")
    return f"({group[0].place.path}: {more.in_(console.lang)})"


def _line(group: tuple[Todo, ...], examined: Examined, console: Console) -> str:
    todo = group[0]
    due = todo.due.isoformat() if todo.due else " " * 10
    who = WHO[todo.who].in_(console.lang) if todo.who in WHO else todo.who
    people = " ".join(_name(examined.loaded.records, one, console) for one in todo.people)
    return f"{due}  {todo.subject}  {who}{' ' + people if people else ''}  {_said(todo, console)}  {_places(group, console)}"


def _said(todo: Todo, console: Console) -> str:
    """What is to be done, and what to type for it."""
    if todo.problem:
        return todo.problem.message(console.lang, show_values=True)
    parts = [words.in_(console.lang) for words in (todo.words, todo.how) if words]
    return Words("：", ": ").in_(console.lang).join(parts)


def _name(records: Records, person: str, console: Console) -> str:
    entry = records.get(Person, person)
    return entry.record.name.in_((console.lang,)) if entry else person


def run_status(folder: Path, console: Console, as_of: date | None) -> int:
    """Audits and CARs by state, with what is overdue."""
    examined = examine_today(folder, as_of)
    records = examined.loaded.records
    lang = console.lang
    for heads, rows in ((AUDIT_HEADS, _audit_rows(records, console)), (CAR_HEADS, _car_rows(examined, console))):
        if listed := tuple(rows):
            console.table([head.in_(lang) for head in heads], listed)
            console.result()
    _say_what_is_not_seen(examined, console)
    return 0


def _say_what_is_not_seen(examined: Examined, console: Console) -> None:
    """Records that cannot be read; and where there is no audit yet, how one begins."""
    lost = {problem.place.path for problem in examined.loaded.problems}
    if lost:
        console.say(
            Words(f"另有 {len(lost)} 个文件无法读取：auditdocs check", f"{counted(len(lost), 'file')} cannot be read: auditdocs check")
        )
    if not examined.loaded.records.keys(ContactSheet) and not lost:
        begin = 'auditdocs new customer --name "…"', "auditdocs new audit --customer C0001"
        console.say(Words(f"还没有审核：{'；'.join(begin)}", f"there is no audit yet: {', then '.join(begin)}"))


def _audit_rows(records: Records, console: Console) -> Iterator[tuple[str, ...]]:
    for sheet in records.all(ContactSheet):
        where = standing(records, sheet, "audit")
        customer = records.get(Customer, sheet.record.customer)
        name = customer.record.name.in_((console.lang,)) if customer else sheet.record.customer
        planned = sheet.record.planned_start.isoformat() if sheet.record.planned_start else "—"
        state = where.words.in_(console.lang) if where else "—"
        yield sheet.key, name, planned, state, str(len(records.keys(Car, sheet.key)))


def _car_rows(examined: Examined, console: Console) -> Iterator[tuple[str, ...]]:
    records = examined.loaded.records
    for car in records.all(Car):
        where = standing(records, car, "car")
        state = where.words.in_(console.lang) if where else "—"
        yield car.key, car.record.owner_department or "", state, _overdue(examined, car, console)


def _overdue(examined: Examined, car: AnyEntry, console: Console) -> str:
    said = [one.what(console.lang, True) for one in examined.checked.problems if one.code == "car.overdue" and one.place.path == car.path]
    return "; ".join(said)
