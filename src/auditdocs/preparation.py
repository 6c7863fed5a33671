"""A workspace that was examined → all that would be made, and the press that can make it on this machine."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from auditdocs.ahead import named_fonts
from auditdocs.children import Process, begin
from auditdocs.document import DocumentKind, Due, Edition, Job, Request
from auditdocs.documents import KINDS
from auditdocs.enclosures import with_enclosures
from auditdocs.examine import Examined
from auditdocs.fingerprint import Ingredients, fingerprint, fonts_of, ingredients
from auditdocs.plan import Plan, Planned, Sources, job_of, plan
from auditdocs.problem import AuditdocsError
from auditdocs.program import program_digest
from auditdocs.render import Press
from auditdocs.render.fonts import find_sources, prepare
from auditdocs.render.templates import default_roots
from auditdocs.selection import Wanted, is_named, is_wanted, nothing_matches
from auditdocs.store import rows_of_editions
from auditdocs.workspace import Workspace

STANDING: tuple[Edition, ...] = ("customer", "archive")
Progress = Callable[[str, int, int, str], None]  # stage, done, of, what


def prepare_build(examined: Examined, wanted: Wanted, sources: Sources, kinds: Sequence[DocumentKind] = tuple(KINDS.values())) -> Plan:
    """All that would be made, as a value."""
    found = matching(examined, wanted, sources, kinds)
    if not found.files and not found.refused and not wanted.is_all:
        raise nothing_matches(wanted)
    return found


def matching(examined: Examined, wanted: Wanted, sources: Sources, kinds: Sequence[DocumentKind] = tuple(KINDS.values())) -> Plan:
    """The same, where nothing may match."""
    request = Request(examined.as_of, wanted.variant, wanted.edition)
    whole = plan(examined.loaded.records, kinds, examined.checked.problems, request, sources)
    files = tuple(one for one in whole.files if is_wanted(one.row, wanted))
    refused = tuple(one for one in whole.refused if is_named(f"{one.kind} {one.subject}", (one.kind, one.subject), wanted.patterns))
    return Plan(files, refused)


def with_standing(examined: Examined, planned: Plan, sources: Sources) -> Plan:
    """The plan of a whole build, and what stands of other editions: it is kept current, or it would be taken for the truth."""
    rows = rows_of_editions(examined.workspace.build_folder)
    names = {(str(row.get("kind")), str(row.get("subject")), str(row["edition"])) for row in rows}
    wanted = [matching(examined, Wanted(edition=edition), sources) for edition in STANDING if any(edition == name[2] for name in names)]
    files = [one for plan in wanted for one in plan.files if _name(one.row) in names]
    refused = [one for plan in wanted for one in plan.refused if (one.kind, one.subject, one.edition) in names]
    return Plan((*planned.files, *files), (*planned.refused, *refused))


def _name(row: Mapping[str, Any]) -> tuple[str, str, str]:
    return str(row["kind"]), str(row["subject"]), str(row["edition"])


def due_of(examined: Examined, files: Iterable[Planned], sources: Sources) -> Iterator[Due]:
    """What is to be made of these files."""
    return (_due(examined, one, sources) for one in files)


def _due(examined: Examined, planned: Planned, sources: Sources) -> Due:
    kind, template = str(planned.row["kind"]), str(planned.row["template"] or "").removeprefix("templates/")
    return Due(planned.target, planned.format, partial(_job, examined, planned, sources), kind, template)


def _job(examined: Examined, planned: Planned, sources: Sources) -> Job:
    job = job_of(planned, examined.loaded.records, examined.checked.problems, sources)
    return with_enclosures(job, examined.workspace.root, sources.hashes)


def press_for(examined: Examined, files: tuple[Planned, ...]) -> tuple[tuple[Planned, ...], str, Press]:
    """The fonts and templates; without what PDFs need, the other formats are made all the same."""
    roots = default_roots(examined.workspace.root)
    if not any(one.format == "pdf" for one in files):
        return files, "", Press(roots)
    try:
        return files, "", Press(roots, prepare(named_fonts(examined.workspace)))
    except AuditdocsError as error:
        others = tuple(one for one in files if one.format != "pdf")
        if not others:
            raise
        return others, f"{error.zh}\n{error.en}", Press(roots)


def second_ahead(reserve: deque[Process], files: Iterable[Planned], press: Press, workers: int) -> None:
    """A second child beside the first, where several pages had to be planned anew: it imports while what stands is looked at."""
    pages = [one for one in files if one.job and one.format == "pdf"]
    if len(reserve) == 1 and workers > 1 and len(pages) > 1:
        reserve.append(begin(press))


def ingredients_of(job: Job, sources: Sources, press: Press) -> Ingredients:
    """All that this job's bytes depend on here and now."""
    template = sources.template_digest(job.document.template, job.format)
    return ingredients(job, template, fonts_of(press, job.format), program_digest(), sources.hashes)


def fingerprints(files: Iterable[Planned], press: Press) -> dict[str, str]:
    """Of each file, by its target, one digest of all that its bytes depend on."""
    several = tuple(files)
    faces = {form: fonts_of(press, form) for form in {one.format for one in several}}
    return {one.target: fingerprint(one.essence, faces[one.format]) for one in several}


def beside(workspace: Workspace) -> tuple[Path, ...]:
    """What documents depend on beside the workspace: the shipped templates, and the fonts of this machine.

    Not the faces cut from them: what was cut follows from these files, and where it lies others' builds cut theirs.
    """
    roots = tuple(Path(root) for root in default_roots(workspace.root))
    try:
        fonts = tuple(path for _, path in find_sources(named_fonts(workspace)))
    except AuditdocsError:
        fonts = ()
    return (*roots, *fonts)
