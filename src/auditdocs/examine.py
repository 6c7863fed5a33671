"""The first half of every run: read → load → check."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from auditdocs.check import Checked, check
from auditdocs.entry import RowOf
from auditdocs.filing import read_file
from auditdocs.history import History, read_history
from auditdocs.inputs import File
from auditdocs.load import Loaded, put_together
from auditdocs.partner import Partner, find_partner, judge_together
from auditdocs.recollection import Found, Recollection, keep, recollect, steps_of
from auditdocs.records import ROOMS
from auditdocs.steps import Steps
from auditdocs.survey import Row, Sight, Survey, look, no_entries, read, survey
from auditdocs.workspace import Workspace, find_workspace


@dataclass(frozen=True, slots=True)
class Examined:
    """A workspace that was read, loaded and judged."""

    workspace: Workspace
    survey: Survey
    history: History
    loaded: Loaded
    checked: Checked
    as_of: date
    steps: Steps
    known: Recollection
    is_today: bool = False  # as_of is the day of the run, not one that was asked for or a commit's

    def remember(self, done: Iterable[str], standing: Mapping[str, Any] | None = None) -> None:
        """Keep what was worked out, for the next run; the kinds that are `done` were asked for whole."""
        changes = self.history.last_changes if standing is not None else None
        keep(self.workspace, self.known, Found(self.survey, self.as_of, changes, standing), self.steps, done)


def examine(
    start: Path,
    as_of: date | None = None,
    rows: Mapping[str, RowOf] | None = None,
    is_fresh: bool = False,
) -> Examined:
    """Read, load and check the workspace around a folder; what nothing has changed for is told as before, unless all is to be fresh."""
    workspace = find_workspace(start)
    known = recollect(workspace)
    known = known.without_steps() if is_fresh else known
    sight = look(workspace, ROOMS, known.rows)
    partner = find_partner(sight)
    try:
        return _examine(sight, known, partner, as_of, rows or {})
    finally:
        partner.end()


def _examine(sight: Sight, known: Recollection, partner: Partner, as_of: date | None, rows: Mapping[str, RowOf]) -> Examined:
    workspace, entries = sight.workspace, no_entries()
    found = read(sight, [one for one in sight.due if one.name not in partner.share], entries) | partner.rows()
    found |= read(sight, [one for one in sight.due if one.name not in found], entries)  # where the partner has died
    whole = survey(sight, found, entries)
    history = read_history(workspace.root, known.last_changes)
    committed = None if as_of else committed_day(history, whole, workspace)
    day = as_of or committed or datetime.now(workspace.settings.zone).date()
    steps = steps_of(workspace, known, whole, day)
    loaded = put_together(whole.readings, whole.opened, ROOMS, day, workspace.settings, whole.attachments, whole.sums, rows, steps.recall)
    judge_together(partner, loaded.records, ROOMS, steps, whole.rows, day)
    checked = check(loaded.records, ROOMS, loaded.problems)
    return Examined(workspace, whole, history, loaded, checked, day, steps, known, is_today=not (as_of or committed))


def supposing(examined: Examined, file: File) -> Checked:
    """What would be found if a record file read so; only what asks for it is worked out anew."""
    workspace, found = examined.workspace, examined.survey
    reading, entry = read_file(file, ROOMS, workspace.settings)
    whole = Survey({**found.rows, file.path: Row("", reading)}, lambda path: entry if entry and path == file.path else found.opened(path))
    recall = steps_of(workspace, examined.known, whole, examined.as_of).recall
    loaded = put_together(
        whole.readings, whole.opened, ROOMS, examined.as_of, workspace.settings, whole.attachments, whole.sums, {}, recall
    )
    return check(loaded.records, ROOMS, loaded.problems)


def committed_day(history: History, survey: Survey, workspace: Workspace) -> date | None:
    """The day of the commit; none where something is uncommitted or there is no Git: then it is today."""
    if history.head is None or history.uncommitted(survey.files):
        return None
    return history.head.committed_at.astimezone(workspace.settings.zone).date()
