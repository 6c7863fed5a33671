"""`auditdocs build`: makes the documents and tells what it made."""

import json
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from auditdocs import __version__
from auditdocs.console import Console
from auditdocs.document import Format, Job
from auditdocs.examine import Examined, examine
from auditdocs.origins import uncommitted
from auditdocs.pipeline import Built, build, prepare_build
from auditdocs.problem import AuditdocsError, Problem, Words, counted, nearest
from auditdocs.selection import Wanted

SHOWN = 40  # made documents listed by name; more are counted


def run_build(
    folder: Path,
    console: Console,
    patterns: tuple[str, ...],
    only: str,
    variant: str,
    workers: int,
    as_of: date | None,
    plan_only: bool,
    style: Literal["text", "json"],
) -> int:
    """Build and report; 1 where any error stands, 3 where this machine could not make all."""
    wanted = Wanted(patterns, _formats(only), variant, workers)
    if plan_only:
        return _show_plan(examine(folder, as_of), console, wanted, style)
    began = time.perf_counter()
    with console.progress() as progress:
        built = build(folder, wanted, progress, as_of)
    if style == "json":
        console.result(json.dumps(built.manifest, ensure_ascii=False, indent=2, sort_keys=True))
    else:
        _report(console, built, time.perf_counter() - began)
    return _exit_code(built)


def _exit_code(built: Built) -> int:
    if built.left_out:
        return 3
    return 1 if any(problem.severity == "error" for problem in built.problems) or built.refused else 0


def _formats(only: str) -> tuple[Format, ...]:
    known: tuple[Format, ...] = get_args(Format)
    asked = [part.strip() for part in only.split(",") if part.strip()]
    for part in asked:
        if part not in known:
            guess = nearest(part, known)
            raise AuditdocsError(
                f"没有格式 {part}；可用：{'、'.join(known)}" + (f"；是否想写 {guess}？" if guess else ""),
                f"no format {part}; known: {', '.join(known)}" + (f"; did you mean {guess}?" if guess else ""),
            )
    return tuple(form for form in known if form in asked)


def _show_plan(examined: Examined, console: Console, wanted: Wanted, style: Literal["text", "json"]) -> int:
    planned = prepare_build(examined, wanted)
    if style == "json":
        rows = [
            {"path": job.target, "kind": job.document.kind, "subject": job.document.subject, "status": job.status} for job in planned.jobs
        ]
        console.result(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        console.table(("", ""), [(_status(job).in_(console.lang), job.target) for job in planned.jobs])
        for refused in planned.refused:
            console.result(f"{Words('不能制作', 'refused').in_(console.lang)}  {refused.kind} {refused.subject}")
        console.say(Words(f"共 {len(planned.jobs)} 个文件", counted(len(planned.jobs), "file")))
    return 1 if any(problem.severity == "error" for problem in examined.checked.problems) else 0


def _status(job: Job) -> Words:
    return {"ready": Words("完成", "made"), "draft": Words("草稿", "draft"), "working_copy": Words("副本", "copy")}[job.status]


def _report(console: Console, built: Built, seconds: float) -> None:
    """What was made, what not, and where to look."""
    examined = built.examined
    new = [artefact.job for artefact in built.artefacts if artefact.is_new]
    console.result(_headline(examined))
    console.result(_counted(len(built.artefacts), len(new)).in_(console.lang))
    rows = _rows(new, console)
    for row in rows[:SHOWN]:
        console.result(row)
    if len(rows) > SHOWN:
        console.result(Words(f"  ……另有 {len(rows) - SHOWN} 份", f"  … and {len(rows) - SHOWN} more").in_(console.lang))
    for refused in built.refused:
        console.result(f"  {Words('不能制作', 'refused').in_(console.lang)}  {refused.kind} {refused.subject}")
    for path in built.removed:
        console.result(f"  {Words('已移除', 'removed').in_(console.lang)}  {path}")
    _report_problems(console, built.problems, examined)
    if built.left_out:
        zh, _, en = built.left_out.partition("\n")
        console.say(Words(f"未做 PDF：{zh}", f"PDFs were left out: {en}"))
    folder = examined.workspace.build
    files = len(new)
    console.say(
        Words(
            f"{seconds:.1f} 秒，{files} 个文件 → {folder}/index.html",
            f"done in {seconds:.1f} s, {counted(files, 'file')} → {folder}/index.html",
        )
    )


def _report_problems(console: Console, problems: Sequence[Problem], examined: Examined) -> None:
    errors = [problem for problem in problems if problem.severity == "error"]
    console.problems(errors, "text", examined.texts)
    warnings = len(problems) - len(errors)
    if problems:
        console.say(Words(f"{len(errors)} 个错误，{warnings} 个警告", f"{counted(len(errors), 'error')}, {counted(warnings, 'warning')}"))


def _headline(examined: Examined) -> str:
    history = examined.history
    commit = f" @ {history.head.id[:7]}" if history.head else ""
    open_ = len(uncommitted(examined)) if history.head else 0
    dirty = f" (+{open_} uncommitted)" if open_ else ""
    return f"auditdocs {__version__}{commit}{dirty} · {examined.as_of}"


def _counted(files: int, new: int) -> Words:
    return Words(
        f"共 {files} 个文件：{new} 个新做，{files - new} 个没有变化",
        f"{counted(files, 'file')}: {new} made, {files - new} up to date",
    )


def _rows(jobs: Sequence[Job], console: Console) -> list[str]:
    """One line a document, its formats behind it."""
    grouped: dict[str, list[Job]] = {}
    for job in jobs:
        grouped.setdefault(job.target.rpartition(".")[0], []).append(job)
    return [
        f"  {_status(jobs[0]).in_(console.lang)}  {name}  {' '.join(job.format for job in jobs)}" for name, jobs in sorted(grouped.items())
    ]
