"""What earlier runs found in a workspace and worked out of it, and how it is kept: all that belongs together at once."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from auditdocs.history import Commit, LastChanges
from auditdocs.program import program_digest
from auditdocs.steps import KINDS, Steps
from auditdocs.store import Batch, Kept, as_text, open_memory
from auditdocs.survey import Rows, Survey, as_rows, changed_days, changed_reads, rows_data
from auditdocs.workspace import Workspace

SPACE, FILES, HISTORY, STANDING = "survey", "files", "history", "standing"


@dataclass(frozen=True, slots=True)
class Recollection:
    """What is known of a workspace before it is looked at."""

    rows: Rows
    as_of: date | None  # none: what was worked out is unknown too
    pending: Mapping[str, Iterable[int]]
    last_changes: LastChanges | None
    standing: Mapping[str, Any] | None  # what documents rested on beside records, at the last build
    stamp: bytes

    def without_steps(self) -> "Recollection":
        """The same, as if nothing had been worked out."""
        return replace(self, rows={}, as_of=None, standing=None)


@dataclass(frozen=True, slots=True)
class Found:
    """What a run found, to be kept."""

    survey: Survey
    as_of: date
    last_changes: LastChanges | None = None
    standing: Mapping[str, Any] | None = None


def recollect(workspace: Workspace) -> Recollection:
    """What the last run kept; nothing where it is damaged, or where the program or an option is another."""
    with open_memory(workspace.root, program_digest()) as memory:
        kept = memory.sealed(_options(workspace))
        files, history, standing = (kept.get(SPACE, name) for name in (FILES, HISTORY, STANDING))
        stamp = kept.stamp(SPACE, FILES)
    changes = _last_changes(history) if history else None
    if files is None:
        return Recollection({}, None, {}, changes, None, stamp)
    return Recollection(as_rows(files["rows"]), date.fromisoformat(files["as_of"]), files["pending"], changes, standing, stamp)


def steps_of(workspace: Workspace, known: Recollection, survey: Survey, as_of: date) -> Steps:
    """What was worked out before, as far as it still holds."""
    if known.as_of is None:
        return Steps(lambda kind: {}, {})
    steps = Steps(lambda kind: _kept(workspace, known, kind), known.pending)
    changed = [*changed_days(known.as_of, as_of)]
    if survey.rows != known.rows:
        changed.extend(changed_reads(known.rows, survey.rows))
    for kind in KINDS:
        steps.changed(kind, changed)
    return steps


def keep(workspace: Workspace, known: Recollection, found: Found, steps: Steps, done: Iterable[str]) -> None:
    """Keep what was found and worked out; of the kinds that are `done` nothing is left to work out."""
    settled = frozenset(done)
    files = {"as_of": found.as_of.isoformat(), "pending": steps.pending(settled), "rows": rows_data(found.survey.rows)}
    values = {FILES: Kept(as_text(files))}
    if found.last_changes and found.last_changes != known.last_changes:
        values[HISTORY] = Kept(as_text(_as_data(found.last_changes)))
    if found.standing is not None:
        values[STANDING] = Kept(as_text(found.standing))
    worked_out = steps.batches(settled)
    if known.as_of is None:  # what is remembered may be of any age
        worked_out = (replace(one, is_whole=True) for one in worked_out)
    with open_memory(workspace.root, program_digest()) as memory:
        sealed = memory.sealed(_options(workspace))
        sealed.write([Batch(SPACE, values), *worked_out], where=(SPACE, FILES, known.stamp))


def forget_unbelieved(workspace: Workspace) -> int:
    """Forget what another version of the program or other options left behind; how many entries went."""
    lost = 0
    with open_memory(workspace.root, program_digest()) as memory:
        sealed = memory.sealed(_options(workspace))
        for space in (SPACE, *KINDS):
            names = sealed.names(space)
            unbelieved = set(names) - sealed.kept(space).keys()
            sealed.put(space, {}, forget=unbelieved)
            lost += len(unbelieved)
    return lost


def _kept(workspace: Workspace, known: Recollection, kind: str) -> dict[str, Kept]:
    with open_memory(workspace.root, program_digest()) as memory:
        sealed = memory.sealed(_options(workspace))
        kept = sealed.kept(kind)
        return kept if sealed.stamp(SPACE, FILES) == known.stamp else {}  # another run has been here meanwhile


def _options(workspace: Workspace) -> str:
    return json.dumps([workspace.settings.languages, str(workspace.settings.zone), workspace.build])


def _as_data(changes: LastChanges) -> dict[str, Any]:
    commits = sorted(set(changes.commits.values()))
    numbers = {commit: number for number, commit in enumerate(commits)}
    return {
        "head": changes.head,
        "commits": [[commit.id, commit.committed_at.isoformat()] for commit in commits],
        "paths": {path: numbers[commit] for path, commit in changes.commits.items()},
    }


def _last_changes(data: dict[str, Any]) -> LastChanges:
    commits = [Commit(datetime.fromisoformat(moment), commit_id) for commit_id, moment in data["commits"]]
    return LastChanges(data["head"], {path: commits[number] for path, number in data["paths"].items()})
