"""`auditdocs build`: makes the documents and tells what it made."""

import json
import time
from collections import deque
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from auditdocs import __version__
from auditdocs.children import Process
from auditdocs.commands.plan import show_plan, status_words
from auditdocs.commands.telling import Outcome, tell_build
from auditdocs.console import Console
from auditdocs.document import Artefact, Edition, Format
from auditdocs.documents import ROWS
from auditdocs.examine import Examined, examine
from auditdocs.origins import uncommitted
from auditdocs.pipeline import Built, build
from auditdocs.preparation import beside
from auditdocs.problem import AuditdocsError, Words, did_you_mean
from auditdocs.selection import Wanted
from auditdocs.unchanged import Asked, Before, Told, look_before, remember
from auditdocs.workspace import find_workspace


def wanted_by(patterns: tuple[str, ...], only: str, variant: str, edition: Edition, workers: int, is_forced: bool) -> Wanted:
    """What the options of a command line ask for."""
    return Wanted(patterns, _formats(only), variant, edition, workers, is_forced)


def run_build(
    folder: Path,
    console: Console,
    wanted: Wanted,
    as_of: date | None,
    plan_only: bool,
    style: Literal["text", "json"],
    reserve: deque[Process],
) -> int:
    """Build and report; 1 where any error stands, 3 where this machine could not make all."""
    if plan_only:
        return show_plan(examine(folder, as_of, rows=ROWS), console, wanted, style)
    began = time.perf_counter()
    workspace = find_workspace(folder)
    before = look_before(workspace, beside(workspace))
    with console.progress() as progress:
        built = build(folder, wanted, progress, as_of, reserve)
    outcome = _outcome(built)
    if wanted.is_all and not built.left_out:
        _remember(built, outcome, Asked("build", as_of), before)
    if style == "json":
        console.result(json.dumps(built.manifest, ensure_ascii=False, indent=2, sort_keys=True))
    else:
        tell_build(console, workspace, outcome, built.problems, time.perf_counter() - began)
    return _exit_code(built)


def _remember(built: Built, outcome: Outcome, asked: Asked, before: Before) -> None:
    """Keep what was found, so that nothing need be read where nothing changes."""
    more = {"headline": outcome.headline, "files": outcome.files, "refused": outcome.refused, "failed": _exit_code(built) != 0}
    examined = built.examined
    told = Told(examined.as_of, examined.is_today, examined.loaded.count, built.problems, more)
    remember(examined.workspace, asked, before, told, outputs=examined.workspace.build_folder)


def _exit_code(built: Built) -> int:
    if built.left_out:
        return 3
    return 1 if any(problem.severity == "error" for problem in built.problems) or built.refused else 0


def _formats(only: str) -> tuple[Format, ...]:
    known: tuple[Format, ...] = get_args(Format)
    asked = [part.strip() for part in only.split(",") if part.strip()]
    for part in asked:
        if part not in known:
            meant = did_you_mean(part, known)
            raise AuditdocsError(
                f"没有格式 {part}；可用：{'、'.join(known)}{meant.zh}",
                f"no format {part}; known: {', '.join(known)}{meant.en}",
            )
    return tuple(form for form in known if form in asked)


def _headline(examined: Examined) -> str:
    history = examined.history
    commit = f" @ {history.head.id[:7]}" if history.head else ""
    open_ = len(uncommitted(examined)) if history.head else 0
    dirty = f" (+{open_} 未提交 uncommitted)" if open_ else ""
    return f"auditdocs {__version__}{commit}{dirty} · {examined.as_of}"


def _outcome(built: Built) -> Outcome:
    return Outcome(
        _headline(built.examined),
        built.files,
        _rows(built.made),
        len(built.made),
        tuple(sorted({(one.kind, one.subject) for one in built.refused})),
        built.removed,
        built.left_out,
    )


def _rows(made: Sequence[Artefact]) -> tuple[tuple[Words, str], ...]:
    """One line a document, its formats behind it."""
    grouped: dict[str, list[Artefact]] = {}
    for one in made:
        grouped.setdefault(one.target.rpartition(".")[0], []).append(one)
    return tuple(
        (status_words(group[0].status), f"{name}  {' '.join(one.format for one in group)}") for name, group in sorted(grouped.items())
    )
