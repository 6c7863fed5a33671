"""The first half of every run: read → load → check."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from auditdocs.check import Checked, check
from auditdocs.history import History, read_history
from auditdocs.load import Loaded, load
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
    is_today: bool = False  # as_of is the day of the run, not one that was asked for or a commit's


def examine(start: Path, as_of: date | None = None, today: date | None = None) -> Examined:
    """Read, load and check the workspace around a folder."""
    workspace = find_workspace(start)
    contents = read_contents(workspace)
    history = read_history(workspace.root)
    committed = None if as_of else committed_day(history, contents, workspace)
    day = as_of or committed or today or datetime.now(workspace.settings.zone).date()
    loaded = load(contents.files, ROOMS, day, workspace.settings, contents.attachments, contents.sums)
    checked = check(loaded.records, ROOMS, loaded.problems)
    return Examined(workspace, contents, history, loaded, checked, day, is_today=not (as_of or committed))


def committed_day(history: History, contents: Contents, workspace: Workspace) -> date | None:
    """The day of the commit; none where something is uncommitted or there is no Git: then it is today."""
    if history.head is None or history.uncommitted(file.path for file in contents.files):
        return None
    return history.head.committed_at.astimezone(workspace.settings.zone).date()
