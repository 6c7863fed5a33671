"""A workspace that was examined → all that would be made, and the press that can make it on this machine."""

from collections.abc import Callable, Sequence
from pathlib import Path

from auditdocs.document import DocumentKind, Job, Request
from auditdocs.documents import KINDS
from auditdocs.examine import Examined
from auditdocs.fingerprint import Ingredients, ingredients
from auditdocs.origins import sources_of
from auditdocs.plan import Plan, Sources, plan
from auditdocs.problem import AuditdocsError
from auditdocs.program import program_digest
from auditdocs.render import Press
from auditdocs.render.fonts import cache_folder, find_sources, prepare
from auditdocs.render.templates import default_roots
from auditdocs.selection import Wanted, is_named, is_wanted, nothing_matches
from auditdocs.workspace import Workspace

Progress = Callable[[str, int, int, str], None]  # stage, done, of, what


def prepare_build(examined: Examined, wanted: Wanted, kinds: Sequence[DocumentKind] = tuple(KINDS.values())) -> Plan:
    """All that would be made, as a value."""
    found = matching(examined, wanted, kinds)
    if not found.jobs and not found.refused and not wanted.is_all:
        raise nothing_matches(wanted)
    return found


def matching(examined: Examined, wanted: Wanted, kinds: Sequence[DocumentKind] = tuple(KINDS.values())) -> Plan:
    """The same, where nothing may match."""
    request = Request(examined.as_of, wanted.variant)
    whole = plan(examined.loaded.records, kinds, examined.checked.problems, request, sources_of(examined))
    jobs = tuple(job for job in whole.jobs if is_wanted(job, wanted))
    refused = tuple(one for one in whole.refused if is_named(f"{one.kind} {one.subject}", (one.kind, one.subject), wanted.patterns))
    return Plan(jobs, refused)


def press_for(examined: Examined, jobs: tuple[Job, ...]) -> tuple[tuple[Job, ...], str, Press]:
    """The fonts and templates; without what PDFs need, the other formats are made all the same."""
    roots = default_roots(examined.workspace.root)
    if not any(job.format == "pdf" for job in jobs):
        return jobs, "", Press(roots)
    try:
        return jobs, "", Press(roots, prepare(_named_fonts(examined.workspace)))
    except AuditdocsError as error:
        others = tuple(job for job in jobs if job.format != "pdf")
        if not others:
            raise
        return others, f"{error.zh}\n{error.en}", Press(roots)


def ingredients_of(job: Job, sources: Sources, press: Press) -> Ingredients:
    """All that this job's bytes depend on here and now."""
    return ingredients(job, sources.template_digest(job.document.template, job.format), press, program_digest(), sources.hashes)


def beside(workspace: Workspace) -> tuple[Path, ...]:
    """What documents depend on beside the workspace: the shipped templates, and the fonts of this machine."""
    roots = tuple(Path(root) for root in default_roots(workspace.root))
    try:
        fonts = tuple(path for _, path in find_sources(_named_fonts(workspace)))
    except AuditdocsError:
        fonts = ()
    return (*roots, *fonts, cache_folder())


def _named_fonts(workspace: Workspace) -> tuple[str, ...]:
    return tuple(str((workspace.root / name).resolve()) for name in workspace.fonts.values())
