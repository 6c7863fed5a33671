"""A workspace in which nothing has changed → what the last run found, from the figures of its files alone.

Nothing here imports a room, a renderer or pydantic: that is what makes it quick.
"""

import json
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from auditdocs.configuration import CONFIGURATION
from auditdocs.problem import Problem
from auditdocs.problem_data import as_data, from_data
from auditdocs.program import program_digest
from auditdocs.store import open_memory
from auditdocs.store.stats import Look, look
from auditdocs.workspace import Workspace

SPACE = "told"


@dataclass(frozen=True, slots=True)
class Asked:
    """A command with the options that its result depends on."""

    command: str
    as_of: date | None = None

    @property
    def name(self) -> str:
        return json.dumps([self.command, str(self.as_of)])


@dataclass(frozen=True, slots=True)
class Told:
    """What a run found."""

    as_of: date
    is_today: bool  # as_of was the day of the run, not a commit's
    count: int
    problems: tuple[Problem, ...]
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Before:
    """How the inputs looked before a run, and when."""

    look: Look
    at: int
    places: tuple[str, ...]


def look_before(workspace: Workspace, more: Iterable[Path] = ()) -> Before:
    """Look at all inputs; to be done before they are read."""
    places = tuple(str(place) for place in (*_inputs(workspace.root), *more))
    return Before(look(map(Path, places)), time.time_ns(), places)


def remember(workspace: Workspace, asked: Asked, before: Before, told: Told, outputs: Path | None = None) -> None:
    """Keep what a run found, unless an input was so fresh that a change could hide behind equal figures."""
    if not before.look.is_settled(before.at):
        return
    value = {
        "places": before.places,
        "inputs": before.look.digest,
        "outputs": _settled(outputs) if outputs else "",
        "as_of": told.as_of.isoformat(),
        "is_today": told.is_today,
        "count": told.count,
        "problems": [as_data(problem) for problem in told.problems],
        "more": dict(told.more),
    }
    with open_memory(workspace.root, program_digest()) as memory:
        memory.put(SPACE, {asked.name: value})


def recall(workspace: Workspace, asked: Asked, outputs: Path | None = None) -> Told | None:
    """What the last such run found, where nothing it depended on has changed since."""
    with open_memory(workspace.root, program_digest()) as memory:
        value = memory.get(SPACE, asked.name)
    if value is None or not _still_holds(workspace, value):
        return None
    if outputs and look([outputs]).digest != value["outputs"]:
        return None
    problems = tuple(from_data(one) for one in value["problems"])
    return Told(date.fromisoformat(value["as_of"]), value["is_today"], value["count"], problems, value["more"])


def forget_outdated(workspace: Workspace) -> int:
    """Forget runs whose inputs have changed since, or that another version of the program made; how many."""
    with open_memory(workspace.root, program_digest()) as memory:
        known = memory.all(SPACE)
        lost = [name for name in memory.names(SPACE) if name not in known or not _still_holds(workspace, known[name])]
        memory.put(SPACE, {}, forget=lost)
    return len(lost)


def _still_holds(workspace: Workspace, value: Mapping[str, Any]) -> bool:
    if not _is_still_today(workspace, value):
        return False
    inputs: str = value["inputs"]
    return look(map(Path, value["places"])).digest == inputs


def _is_still_today(workspace: Workspace, value: Mapping[str, Any]) -> bool:
    return not value["is_today"] or value["as_of"] == datetime.now(workspace.settings.zone).date().isoformat()


def _settled(outputs: Path) -> str:
    """The digest of what was written, once the clock of the file system has moved on."""
    found = look([outputs])
    while not found.is_settled(time.time_ns()):
        time.sleep(0.01)
        found = look([outputs])
    return found.digest


def _inputs(root: Path) -> Iterator[Path]:
    yield root / CONFIGURATION
    yield root / "records"
    yield root / "templates"
    yield root / ".gitignore"
    yield root / ".gitattributes"
    for folder in (root.resolve(), *root.resolve().parents):
        found = folder / ".git"
        if found.exists():
            yield from _git(found)
            return
        yield found


def _git(found: Path) -> Iterator[Path]:
    """The files of a repository that say which commit is checked out and what is in the index."""
    yield from (found / name for name in ("HEAD", "index", "packed-refs", "shallow", "refs/heads", "info/exclude"))
    if found.is_file():  # a work tree beside its repository
        yield found
        own = Path(found.read_text("utf-8").removeprefix("gitdir:").strip())
        common = own / (own / "commondir").read_text("utf-8").strip() if (own / "commondir").is_file() else own
        yield from (own / name for name in ("HEAD", "index"))
        yield from (common / name for name in ("packed-refs", "shallow", "refs/heads", "info/exclude"))
