"""`check` and `build` of a workspace in which nothing has changed: told again, without reading a record."""

import json
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from auditdocs.commands.telling import Outcome, chosen, tell_build, tell_problems
from auditdocs.console import Console, Style
from auditdocs.store import MANIFEST
from auditdocs.unchanged import Asked, recall
from auditdocs.workspace import find_workspace


def check_unchanged(folder: Path, console: Console, paths: Sequence[Path], style: Style, as_of: date | None) -> int | None:
    """The exit code of `check`, or None where it has to run."""
    began = time.perf_counter()
    workspace = find_workspace(folder)
    told = recall(workspace, Asked("check", as_of))
    if told is None:
        return None
    problems = chosen(told.problems, workspace, folder, paths)
    return tell_problems(console, workspace, problems, style, told.count, time.perf_counter() - began)


def build_unchanged(folder: Path, console: Console, as_of: date | None, style: Literal["text", "json"]) -> int | None:
    """The exit code of a whole `build`, or None where it has to run."""
    began = time.perf_counter()
    workspace = find_workspace(folder)
    told = recall(workspace, Asked("build", as_of), outputs=workspace.build_folder)
    if told is None:
        return None
    if style == "json":
        console.result(json.dumps(json.loads((workspace.build_folder / MANIFEST).read_text("utf-8")), ensure_ascii=False, indent=2))
        return 1 if told.more["failed"] else 0
    refused = tuple((kind, subject) for kind, subject in told.more["refused"])
    outcome = Outcome(told.more["headline"], told.more["files"], refused=refused)
    tell_build(console, workspace, outcome, told.problems, time.perf_counter() - began)
    return 1 if told.more["failed"] else 0
