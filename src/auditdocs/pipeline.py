"""The whole run on one screen: read → load → check → plan → render → write."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from auditdocs.document import Artefact, DocumentKind, Job, Refusal, Request
from auditdocs.documents import KINDS
from auditdocs.documents.index import index_page
from auditdocs.examine import Examined, examine
from auditdocs.fingerprint import fingerprint
from auditdocs.manifest import manifest
from auditdocs.origins import origin_of, sources_of
from auditdocs.plan import Plan, Refused, Sources, plan
from auditdocs.problem import AuditdocsError, Problem
from auditdocs.program import program_digest
from auditdocs.refusals import all_problems, refused_render
from auditdocs.render import Press
from auditdocs.render.fonts import cache_folder, find_sources, prepare
from auditdocs.render.templates import default_roots
from auditdocs.selection import Wanted, is_named, is_wanted, nothing_matches, row_is_wanted
from auditdocs.store import Made, open_memory, open_output
from auditdocs.workers import render_all
from auditdocs.workspace import Workspace

INDEX = "index.html"
Progress = Callable[[str, int, int, str], None]  # stage, done, of, what


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made, left out and removed."""

    examined: Examined
    plan: Plan
    artefacts: tuple[Artefact, ...]
    refused: tuple[Refused, ...]
    removed: tuple[str, ...]
    problems: tuple[Problem, ...]
    manifest: Mapping[str, object]
    left_out: str = ""  # why PDFs were left out, where this machine cannot make them


def prepare_build(examined: Examined, wanted: Wanted, kinds: Sequence[DocumentKind] = tuple(KINDS.values())) -> Plan:
    """All that would be made, as a value."""
    request = Request(examined.as_of, wanted.variant)
    whole = plan(examined.loaded.records, kinds, examined.checked.problems, request, sources_of(examined))
    jobs = tuple(job for job in whole.jobs if is_wanted(job, wanted))
    refused = tuple(one for one in whole.refused if is_named(f"{one.kind} {one.subject}", (one.kind, one.subject), wanted.patterns))
    if not jobs and not refused and not wanted.is_all:
        raise nothing_matches(wanted)
    return Plan(jobs, refused)


def build(start: Path, wanted: Wanted, progress: Progress, as_of: date | None = None) -> Built:
    """Make the documents of the workspace around a folder."""
    examined = examine(start, as_of)
    progress("check", examined.loaded.count, examined.loaded.count, "")
    planned, sources = prepare_build(examined, wanted), sources_of(examined)
    jobs, left_out, press = _press(examined, planned.jobs)
    root = examined.workspace.root
    with open_output(examined.workspace.build_folder, root) as output, open_memory(root, program_digest()) as memory:
        made = Made(memory, examined.workspace.build_folder)
        prints = {job.target: _fingerprint(job, sources, press) for job in jobs}
        known = {job.target: made.find(job.target, prints[job.target]) for job in jobs}
        artefacts = [Artefact(job, sha256, is_new=False) for job in jobs if (sha256 := known[job.target])]
        due = [job for job in jobs if not known[job.target]]
        refused = list(planned.refused)
        output.begin([*(job.target for job in jobs), INDEX])
        for done, (job, result) in enumerate(render_all(due, press, wanted.workers, temporary=output.scratch), start=1):
            if isinstance(result, Refusal):
                refused.append(refused_render(job, result, examined))
            else:
                output.write(job.target, result)
                artefacts.append(Artefact(job, made.note(job.target, prints[job.target], result)))
            progress("render", done, len(due), job.target)
        artefacts.sort(key=lambda one: one.job.target)
        whole = manifest(origin_of(examined, artefacts), artefacts, refused, press, sources)
        if not wanted.is_all or left_out:
            whole = output.merged(whole, lambda row: row_is_wanted(row, wanted) and not (left_out and row.get("format") == "pdf"))
        problems = all_problems(examined, refused)
        titles = {kind.name: kind.title for kind in KINDS.values()}
        output.write(INDEX, index_page(whole, problems, examined.loaded.records, press.template_roots, titles))
        removed = output.finish(whole, also=(INDEX,))
        made.keep(gone=removed)
    return Built(examined, planned, tuple(artefacts), tuple(refused), removed, problems, whole, left_out)


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


def _fingerprint(job: Job, sources: Sources, press: Press) -> str:
    return fingerprint(job, sources.template_digest(job.document.template, job.format), press, program_digest())


def _press(examined: Examined, jobs: tuple[Job, ...]) -> tuple[tuple[Job, ...], str, Press]:
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
