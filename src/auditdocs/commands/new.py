"""`auditdocs new`: the next number, a record with explained fields, and what must be filled in."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from auditdocs.commands.new_archive import new_access_log, new_disposal, new_hold, new_tombstone
from auditdocs.commands.new_controlled import new_change_request, new_policy, new_template
from auditdocs.commands.new_file import Asked, NewFile
from auditdocs.commands.new_records import Maker, keyed, new_audit, new_car, new_checklist, new_customer, new_person, new_programme, part
from auditdocs.commands.new_submission import new_submission
from auditdocs.commands.telling import texts_of
from auditdocs.console import Console
from auditdocs.examine import Examined, examine
from auditdocs.problem import AuditdocsError, Problem, Words, did_you_mean
from auditdocs.records import ROOMS
from auditdocs.store import write_file

OF_AN_AUDIT = "audits/{year}/{audit}/"
PARTS: Mapping[str, Maker] = {
    Path(room.path).stem: part(room.name) for room in ROOMS.types.values() if Path(room.path).parent == Path(OF_AN_AUDIT)
}
KINDS: Mapping[str, Maker] = {
    "customer": new_customer,
    "person": new_person,
    **{name: maker for name, maker in PARTS.items() if name != "contact_sheet"},
    "audit": new_audit,
    "checklist": new_checklist,
    "car": new_car,
    "submission": new_submission,
    "criterion": keyed("criterion", "criterion", "CSR-ACME-3.1"),
    "question_bank": keyed("question_bank", "checklist", "CL-ACME-2026"),
    "programme": new_programme,
    "policy": new_policy,
    "change_request": new_change_request,
    "hold": new_hold,
    "disposal": new_disposal,
    "tombstone": new_tombstone,
    "access_log": new_access_log,
    "template": new_template,
}
SHOWN = 3  # of problems of one code
ALSO_CALLED = {"audit_plan": "plan", "contact_sheet": "audit"}


def run_new(folder: Path, console: Console, kind: str, asked: Asked, as_of: date | None) -> int:
    """Write what was asked for, and say what must be filled in."""
    examined = examine(folder, as_of)
    files = _maker(ALSO_CALLED.get(kind, kind))(examined, asked)
    for made in files:
        if (examined.workspace.root / made.path).exists():
            raise AuditdocsError(f"{made.path} 已存在，未改动", f"{made.path} is there already and was not touched")
    for made in files:
        write_file(examined.workspace.root / made.path, made.content)
        console.result(made.path)
    _say_what_is_missing(examine(folder, as_of), console, files)
    return 0


def _maker(kind: str) -> Maker:
    if kind in KINDS:
        return KINDS[kind]
    meant = did_you_mean(kind, KINDS)
    raise AuditdocsError(
        f"不能新建 {kind}；可用：{'、'.join(KINDS)}{meant.zh}",
        f"cannot make a new {kind}; known: {', '.join(KINDS)}{meant.en}",
    )


def _say_what_is_missing(examined: Examined, console: Console, files: tuple[NewFile, ...]) -> None:
    """What stands between the new record and its next step."""
    written = {made.path for made in files}
    missing = [todo.problem for todo in examined.checked.todos if todo.problem and todo.place.path in written]
    for group in _by_code(missing):
        for one in group[:SHOWN]:
            console.result(f"  {one.place.line}: {one.message(console.lang, show_values=True)}")
        if len(group) > SHOWN:
            console.result("  " + Words(f"…共 {len(group)} 处", f"… {len(group)} places in all").in_(console.lang))
    wrong = _by_code(problem for problem in examined.checked.problems if problem.place.path in written)
    shown = [one for group in wrong for one in group[:SHOWN]]
    console.problems(shown, "text", texts_of(console, examined.workspace, shown))
    if any(path.startswith("records/") for path in written):
        console.say(
            Words(
                "打开文件填写，然后 auditdocs check；auditdocs todo 列出下一步",
                "fill in the file, then auditdocs check; auditdocs todo lists what comes next",
            )
        )
    else:
        console.say(Words("修改后运行 auditdocs doctor 和 auditdocs build", "change them, then auditdocs doctor and auditdocs build"))


def _by_code(problems: Iterable[Problem]) -> tuple[list[Problem], ...]:
    """A new checklist of fifty questions would tell fifty times what it lacks."""
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.code, []).append(problem)
    return tuple(found.values())
