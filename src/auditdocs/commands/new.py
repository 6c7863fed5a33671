"""`auditdocs new`: the next number, a record with explained fields, and what must be filled in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from auditdocs.calendar import Deadline
from auditdocs.console import Console
from auditdocs.documents import KINDS
from auditdocs.examine import Examined, examine
from auditdocs.history import names_on_all_branches
from auditdocs.problem import AuditdocsError, Words, nearest
from auditdocs.records import ROOMS
from auditdocs.records.audit import Audit
from auditdocs.records.car import Dues
from auditdocs.records.conclusion import Conclusion
from auditdocs.records.contact_sheet import ContactSheet
from auditdocs.records.customer import Customer
from auditdocs.records.deadlines import dues, profiles
from auditdocs.records.finding import findings_of
from auditdocs.records.grading import grade_of
from auditdocs.records.policy import Policy
from auditdocs.render.templates import default_roots, find
from auditdocs.skeleton import next_number, skeleton, yaml_list, yaml_text
from auditdocs.store import write_file

PARTS = ("audit_plan", "checklist", "meetings", "findings", "conclusion", "archive")  # of an audit's folder


@dataclass(frozen=True, slots=True)
class New:
    """A file to write: its path in the workspace and its text."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Asked:
    """What was said on the command line."""

    subject: str = ""
    customer: str = ""
    name: str = ""
    finding: str = ""
    year: int = 0


def run_new(folder: Path, console: Console, kind: str, asked: Asked, as_of: date | None) -> int:
    """Write what was asked for, and say what must be filled in."""
    examined = examine(folder, as_of)
    for made in _made(examined, kind, asked):
        target = examined.workspace.root / made.path
        if target.exists():
            raise AuditdocsError(f"{made.path} 已存在，未改动", f"{made.path} is there already and was not touched")
        write_file(target, made.content)
        console.result(made.path)
        _say_what_is_missing(examine(folder, as_of), console, made.path)
    return 0


def _made(examined: Examined, kind: str, asked: Asked) -> tuple[New, ...]:
    makers: dict[str, Callable[[Examined, Asked], tuple[New, ...]]] = {
        "audit": _new_audit,
        "car": _new_car,
        "customer": _new_customer,
        "person": _new_person,
        "policy": _new_policy,
        "template": _new_template,
    } | {part: _part(part) for part in PARTS}
    if kind not in makers:
        guess = nearest(kind, makers)
        raise AuditdocsError(
            f"不能新建 {kind}；可用：{'、'.join(makers)}" + (f"；是否想写 {guess}？" if guess else ""),
            f"cannot make a new {kind}; known: {', '.join(makers)}" + (f"; did you mean {guess}?" if guess else ""),
        )
    return makers[kind](examined, asked)


def _say_what_is_missing(examined: Examined, console: Console, path: str) -> None:
    """What stands between the new record and its next step."""
    todos = [todo for todo in examined.checked.todos if todo.place.path == path and todo.problem]
    for todo in todos:
        if todo.problem:
            console.result(f"  {todo.place.line}: {todo.problem.message(console.lang, show_values=True)}")
    problems = [problem for problem in examined.checked.problems if problem.place.path == path]
    console.problems(problems, "text", examined.texts)


def _taken(examined: Examined, type_name: str) -> set[str]:
    """Numbers in use here and on every branch Git knows."""
    here = set(examined.loaded.records.keys_of(type_name))
    for path in names_on_all_branches(examined.workspace.root, "records"):
        here.update(Path(path).with_suffix("").parts)
    for file in examined.contents.files:
        here.update(Path(file.path).with_suffix("").parts)
    return here


def _file(type_name: str, number: str, given: Mapping[str, str], comments: Mapping[str, str] | None = None, **pieces: str) -> New:
    room: Any = ROOMS.types[type_name]
    return New("records/" + room.file_of(**pieces), skeleton(room, number, given, comments).encode())


def _known(examined: Examined, model: Any, key: str, what: Words, flag: str) -> Any:
    """The record a flag names, or a clear word about it."""
    records = examined.loaded.records
    if not key:
        raise AuditdocsError(f"请写明{what.zh}：{flag}", f"name the {what.en}: {flag}")
    entry = records.get(model, key)
    if entry is None:
        guess = nearest(key, records.keys(model))
        raise AuditdocsError(
            f"没有{what.zh} {key}" + (f"；是否想写 {guess}？" if guess else ""),
            f"there is no {what.en} {key}" + (f"; did you mean {guess}?" if guess else ""),
        )
    return entry


def _new_audit(examined: Examined, asked: Asked) -> tuple[New, ...]:
    _known(examined, Customer, asked.customer, Words("客户", "customer"), "--customer C0001")
    year = asked.year or examined.as_of.year
    number = next_number(f"AUD-{year}-{{:03d}}", _taken(examined, "contact_sheet"))
    return (_file("contact_sheet", number, {"customer": asked.customer}, year=str(year), audit=number),)


def _part(part: str) -> Callable[[Examined, Asked], tuple[New, ...]]:
    def make(examined: Examined, asked: Asked) -> tuple[New, ...]:
        audit = _known(examined, ContactSheet, asked.subject, Words("审核", "audit"), f"new {part} AUD-2026-001").key
        return (_file(part, audit, {}, year=audit[4:8], audit=audit),)

    return make


def _new_car(examined: Examined, asked: Asked) -> tuple[New, ...]:
    """A CAR for one finding: department, dates and statement are taken over, the dates with how they came about."""
    audit = _known(examined, ContactSheet, asked.subject, Words("审核", "audit"), "new car AUD-2026-001 --finding F01").key
    number = next_number(f"CAR-{examined.as_of.year}-{{:04d}}", _taken(examined, "car"))
    findings = findings_of(examined.loaded.records, audit)
    if asked.finding not in findings:
        raise AuditdocsError(
            f"{audit} 没有发现项 {asked.finding or '（未写明）'}；已有：{'、'.join(findings)}；用 --finding F01 指明",
            f"{audit} has no finding {asked.finding or '(none named)'}; known: {', '.join(findings)}; name one with --finding F01",
        )
    finding = findings[asked.finding]
    given = {"findings": yaml_list([asked.finding]), "issued_on": examined.as_of.isoformat(), "source": "onsite_conclusion"}
    given["owner_department"] = finding.departments[0] if finding.departments else ""
    given["problem"] = f"\n  statement: {yaml_text(' '.join(str(finding.statement).split()))}"
    given["due"], said = _promised(examined, audit, finding.grade or "")
    return (_file("car", number, given, {"due": said}, year=audit[4:8], audit=audit, car=number),)


def _promised(examined: Examined, audit: str, grade: str) -> tuple[str, str]:
    """The dates by the profile of the finding's grade, and how they were computed."""
    records = examined.loaded.records
    decided = records.get(Audit, audit)
    scheme = decided.record.grading_scheme if decided and decided.record.grading_scheme else ""
    row = grade_of(records, scheme, grade)
    profile = profiles(records).get(row.deadline_profile or "") if row else None
    if profile is None:
        return "", "期限方案未定：请逐项填写 no deadline profile: fill in the dates"
    found = dues(profile, {"issued": examined.as_of})
    conclusion = records.get(Conclusion, audit)
    if conclusion and conclusion.record.customer_due_date:
        found["customer_response"] = Deadline(conclusion.record.customer_due_date, False)
    lines = [f"  {name}: {found[name].day.isoformat()}" for name in Dues.model_fields if name in found]
    how = f"按期限方案 {row.deadline_profile if row else ''} 自开具日 {examined.as_of} 计算 computed from the profile and the day of issue"
    provisional = any(one.provisional for one in found.values())
    return "\n" + "\n".join(lines), how + ("；日历未公布，暂定 provisional" if provisional else "")


def _new_customer(examined: Examined, asked: Asked) -> tuple[New, ...]:
    number = next_number("C{:04d}", _taken(examined, "customer"))
    return (_file("customer", number, {"name": yaml_text(asked.name or _demand_name("客户", "customer"))}, customer=number),)


def _new_person(examined: Examined, asked: Asked) -> tuple[New, ...]:
    number = next_number("P{:04d}", _taken(examined, "person"))
    return (_file("person", number, {"name": yaml_text(asked.name or _demand_name("人员", "person"))}, person=number),)


def _demand_name(zh: str, en: str) -> str:
    raise AuditdocsError(f"请写明{zh}名称：--name 名称", f"name the {en}: --name NAME")


def _new_policy(examined: Examined, asked: Asked) -> tuple[New, ...]:
    """The next revision of a policy from the newest, without its signatures; or the first of a new one."""
    records = examined.loaded.records
    if not asked.subject:
        raise AuditdocsError("请写明文件编号：new policy XY-QP-CA-02", "name the document: new policy XY-QP-CA-02")
    if not ROOMS.types["policy"].match(f"policies/{asked.subject}/A-0.md"):
        raise AuditdocsError(
            f"{asked.subject} 不是文件编号，写法如 XY-QP-CA-02", f"{asked.subject} is no document number; it looks like XY-QP-CA-02"
        )
    known = sorted(key.partition("/")[2] for key in records.keys(Policy, asked.subject))
    if not known:
        name = asked.name or _demand_name("制度", "policy")
        return (New(f"records/policies/{asked.subject}/A-0.md", _policy(name)),)
    newest = records.get(Policy, f"{asked.subject}/{known[-1]}")
    revision = _next_revision(known[-1])
    body = str(newest.record.body or "") if newest else ""
    title = str(newest.record.title) if newest else asked.subject
    return (New(f"records/policies/{asked.subject}/{revision}.md", _policy(title, body)),)


def _policy(title: str, body: str = "") -> bytes:
    chapters = ("目的", "适用范围", "定义", "职责", "流程图", "工作程序", "相关文件", "记录", "附则")
    text = body or "\n\n".join(f"## {number} {chapter}\n\n无" for number, chapter in enumerate(chapters, start=1))
    head = [
        "---",
        "# 标题 Title",
        f"title: {yaml_text(title)}",
        "# 修订原因 Reason of this revision",
        "reason:",
        "# 生效日 Effective on（批准之后 after approval）",
        "effective_on:",
        "# 征求意见 Consultation: - {date: 2026-09-08, department: QA, person: P0102, comment: 意见, disposition: 采纳}",
        "consultation:",
        "# 签署 Approvals: - {role: prepared, person: P0102, at: 2026-09-08T09:00}",
        "approvals:",
        "---",
    ]
    return ("\n".join(head) + f"\n\n{text}\n").encode()


def _next_revision(revision: str) -> str:
    """A-0 → A-1 … A-9 → B-0."""
    letter, digit = revision[0], int(revision[2])
    return f"{letter}-{digit + 1}" if digit < 9 else f"{chr(ord(letter) + 1)}-0"


def _new_template(examined: Examined, asked: Asked) -> tuple[New, ...]:
    """The shipped templates of a kind, copied into the workspace, where they then win."""
    if asked.subject not in KINDS:
        guess = nearest(asked.subject, KINDS)
        raise AuditdocsError(
            f"没有文件种类 {asked.subject}；可用：{'、'.join(KINDS)}" + (f"；是否想写 {guess}？" if guess else ""),
            f"no document kind {asked.subject}; known: {', '.join(KINDS)}" + (f"; did you mean {guess}?" if guess else ""),
        )
    roots = default_roots(examined.workspace.root)
    names = [f"{template}.{ending}" for template in KINDS[asked.subject].templates for ending in ("docx", "html")]
    found = ((name, find(roots, name)) for name in names)
    return tuple(New(f"templates/{name}", path.read_bytes()) for name, path in found if path)
