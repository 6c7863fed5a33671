"""A workspace and what was made of it → what a build would make, leave, refuse and remove, and why. Nothing is made."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from auditdocs.examine import Examined
from auditdocs.origins import sources_of
from auditdocs.plan import Plan, Planned, Refused, Sources
from auditdocs.preparation import due_of, fingerprints, ingredients_of, matching, press_for, with_standing
from auditdocs.problem import Words
from auditdocs.program import program_digest
from auditdocs.reasons import EDITED, FORCED, MISSING, UNKNOWN, changes
from auditdocs.render import Press
from auditdocs.selection import Wanted, nothing_matches, row_is_wanted
from auditdocs.settling import settle
from auditdocs.store import Made, open_memory, read_manifest


@dataclass(frozen=True, slots=True)
class Foreseen:
    """One file, as its row of the manifest would say, and why it would be made; no reason where it is up to date."""

    row: Mapping[str, Any]
    reasons: tuple[Words, ...]

    @property
    def target(self) -> str:
        return str(self.row["path"])

    @property
    def is_due(self) -> bool:
        return bool(self.reasons)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a build would do."""

    files: tuple[Foreseen, ...]
    refused: tuple[Refused, ...]
    gone: tuple[str, ...]  # files of ours that nothing asks for any more
    left_out: str = ""


def foresee(examined: Examined, wanted: Wanted) -> Outlook:
    """Look ahead at a build."""
    sources = sources_of(examined)
    settle(examined, sources)
    planned = matching(examined, wanted, sources)
    if wanted.is_all:
        planned = with_standing(examined, planned, sources)
    gone = _gone(examined, planned, wanted)
    if not (planned.files or planned.refused or gone or wanted.is_all):
        raise nothing_matches(wanted)
    files, left_out, press = press_for(examined, planned.files)
    with open_memory(examined.workspace.root, program_digest()) as memory:
        made = Made(memory, examined.workspace.build_folder)
        prints = {} if wanted.is_forced else fingerprints(files, press)
        foreseen = tuple(Foreseen(one.row, _reasons(one, prints, made, sources, press, examined)) for one in files)
    return Outlook(foreseen, planned.refused, gone, left_out)


def _reasons(one: Planned, prints: Mapping[str, str], made: Made, sources: Sources, press: Press, examined: Examined) -> tuple[Words, ...]:
    """Why a file is to be made; nothing where it stands."""
    if one.target not in prints:
        return (FORCED,)
    if made.find(one.target, prints[one.target]):
        return ()
    before = made.made_from(one.target)
    if before is None:
        return (UNKNOWN,)
    [job] = (due.job() for due in due_of(examined, [one], sources))
    is_there = (examined.workspace.build_folder / one.target).is_file()
    found = changes(before, ingredients_of(job, sources, press), sources.template_name(job.document.template, job.format))
    return found or (EDITED if is_there else MISSING,)


def _gone(examined: Examined, planned: Plan, wanted: Wanted) -> tuple[str, ...]:
    rows = read_manifest(examined.workspace.build_folder).get("artefacts", ())
    kept = {one.target for one in planned.files}
    return tuple(sorted(row["path"] for row in rows if row["path"] not in kept and row_is_wanted(row, wanted)))
