"""The first half of every run: read → load → check."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from auditdocs.check import Checked, check
from auditdocs.history import History, read_history
from auditdocs.load import Loaded, load
from auditdocs.problem import Problem
from auditdocs.records import ROOMS
from auditdocs.workspace import Contents, Workspace, find_workspace, read_contents


@dataclass(frozen=True, slots=True)
class Examined:
    """A workspace that was read, loaded and judged."""

    workspace: Workspace
    contents: Contents
    history: History
    loaded: Loaded
    checked: Checked
    as_of: date

    @property
    def texts(self) -> dict[str, str]:
        """The text of each record file, for showing the line a problem stands in."""
        return {file.path: file.content.decode("utf-8", "replace").replace("\r\n", "\n") for file in self.contents.files}


def examine(start: Path, as_of: date | None = None, today: date | None = None) -> Examined:
    """Read, load and check the workspace around a folder."""
    workspace = find_workspace(start)
    contents = read_contents(workspace)
    history = read_history(workspace.root)
    day = as_of or default_day(history, contents, workspace, today)
    loaded = load(contents.files, ROOMS, day, workspace.settings, contents.attachments, contents.sums)
    return Examined(workspace, contents, history, loaded, check(loaded.records, ROOMS, loaded.problems), day)


def default_day(history: History, contents: Contents, workspace: Workspace, today: date | None) -> date:
    """Today where something is uncommitted or there is no Git, else the day of the commit."""
    if today is None:
        today = datetime.now(workspace.settings.zone).date()
    if history.head is None or history.uncommitted(file.path for file in contents.files):
        return today
    return history.head.committed_at.astimezone(workspace.settings.zone).date()


def chosen(problems: Iterable[Problem], paths: Iterable[str]) -> Iterator[Problem]:
    """The problems at or below some paths of the workspace; all where none is named."""
    wanted = tuple(paths)
    for problem in problems:
        if not wanted or any(problem.place.path == path or problem.place.path.startswith(f"{path}/") for path in wanted):
            yield problem
