"""`auditdocs check`: every problem of the workspace, or of a part of it."""

import time
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from auditdocs.commands.schema import refresh_ids
from auditdocs.console import Console, Style
from auditdocs.examine import Examined, chosen, examine
from auditdocs.problem import AuditdocsError, Problem, Words, counted


def run_check(folder: Path, console: Console, paths: Sequence[Path], style: Style, as_of: date | None) -> int:
    """Print what is the matter; 1 where an error stands among it."""
    began = time.perf_counter()
    examined = examine(folder, as_of)
    refresh_ids(examined)
    shown = list(chosen(examined.checked.problems, _inside(examined, folder, paths)))
    console.problems(shown, style, examined.texts)
    if style in ("text", "concise"):
        console.say(summary(examined.loaded.count, time.perf_counter() - began, shown))
    return 1 if any(problem.severity == "error" for problem in shown) else 0


def summary(files: int, seconds: float, problems: Sequence[Problem]) -> Words:
    """One line that counts, and says where to read more."""
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    more = f"auditdocs explain {problems[0].code}" if problems else ""
    return Words(
        f"检查 {files} 个文件，{seconds:.1f} 秒：{errors} 个错误，{warnings} 个警告。" + (f"说明：{more}" if more else ""),
        f"checked {counted(files, 'file')} in {seconds:.1f} s: {counted(errors, 'error')}, {counted(warnings, 'warning')}."
        + (f" More: {more}" if more else ""),
    )


def _inside(examined: Examined, folder: Path, paths: Iterable[Path]) -> tuple[str, ...]:
    """Paths as the workspace names them; they may be given from where one stands or from the workspace's root."""
    root = examined.workspace.root.resolve()
    found: list[str] = []
    for path in paths:
        places = (Path.cwd() / path, folder / path, root / path)
        place = next((one.resolve() for one in places if one.exists() and one.resolve().is_relative_to(root)), None)
        if place is None:
            raise AuditdocsError(f"工作区里没有 {path}", f"there is no {path} in the workspace")
        name = place.relative_to(root).as_posix()
        found.append("" if name == "." else name)
    return () if "" in found else tuple(found)
