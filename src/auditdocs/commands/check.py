"""`auditdocs check`: every problem of the workspace, or of a part of it."""

import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from auditdocs.commands.schema import refresh_ids
from auditdocs.commands.telling import chosen, tell_problems
from auditdocs.console import Console, Style
from auditdocs.examine import examine
from auditdocs.unchanged import Asked, Told, look_before, remember
from auditdocs.workspace import find_workspace


def run_check(folder: Path, console: Console, paths: Sequence[Path], style: Style, as_of: date | None) -> int:
    """Print what is the matter; 1 where an error stands among it."""
    began = time.perf_counter()
    workspace = find_workspace(folder)
    before = look_before(workspace)
    examined = examine(folder, as_of)
    refresh_ids(examined)
    examined.remember(("check",))
    problems, count = examined.checked.problems, examined.loaded.count
    remember(workspace, Asked("check", as_of), before, Told(examined.as_of, examined.is_today, count, problems))
    return tell_problems(console, workspace, chosen(problems, workspace, folder, paths), style, count, time.perf_counter() - began)
