"""A workspace and what was made of it → what a build would make, leave, refuse and remove, and why. Nothing is made."""

from dataclasses import dataclass

from auditdocs.document import Job
from auditdocs.examine import Examined
from auditdocs.origins import sources_of
from auditdocs.plan import Plan, Refused, Sources
from auditdocs.preparation import ingredients_of, matching, press_for
from auditdocs.problem import Words
from auditdocs.program import program_digest
from auditdocs.reasons import EDITED, FORCED, MISSING, UNKNOWN, changes
from auditdocs.render import Press
from auditdocs.selection import Wanted, nothing_matches, row_is_wanted
from auditdocs.store import Made, open_memory, read_manifest


@dataclass(frozen=True, slots=True)
class Foreseen:
    """One file, and why it would be made; no reason where it is up to date."""

    job: Job
    reasons: tuple[Words, ...]
    template: str

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
    planned, sources = matching(examined, wanted), sources_of(examined)
    gone = _gone(examined, planned, wanted)
    if not (planned.jobs or planned.refused or gone or wanted.is_all):
        raise nothing_matches(wanted)
    jobs, left_out, press = press_for(examined, planned.jobs)
    with open_memory(examined.workspace.root, program_digest()) as memory:
        made = Made(memory, examined.workspace.build_folder)
        files = tuple(_foreseen(job, made, sources, press, examined, wanted) for job in jobs)
    return Outlook(files, planned.refused, gone, left_out)


def _foreseen(job: Job, made: Made, sources: Sources, press: Press, examined: Examined, wanted: Wanted) -> Foreseen:
    template = sources.template_name(job.document.template, job.format)
    parts = ingredients_of(job, sources, press)
    if wanted.is_forced:
        return Foreseen(job, (FORCED,), template)
    if made.find(job.target, parts.fingerprint):
        return Foreseen(job, (), template)
    before = made.made_from(job.target)
    if before is None:
        return Foreseen(job, (UNKNOWN,), template)
    is_there = (examined.workspace.build_folder / job.target).is_file()
    return Foreseen(job, changes(before, parts, template) or (EDITED if is_there else MISSING,), template)


def _gone(examined: Examined, planned: Plan, wanted: Wanted) -> tuple[str, ...]:
    rows = read_manifest(examined.workspace.build_folder).get("artefacts", ())
    kept = {job.target for job in planned.jobs}
    return tuple(sorted(row["path"] for row in rows if row["path"] not in kept and row_is_wanted(row, wanted)))
