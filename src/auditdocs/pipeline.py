"""The whole run on one screen: read → load → check → plan → render → write."""

import fnmatch
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from auditdocs.document import Artefact, DocumentKind, Format, Job, Refusal, Request
from auditdocs.documents import KINDS
from auditdocs.documents.index import index_page
from auditdocs.entry import Records
from auditdocs.examine import Examined, examine
from auditdocs.history import History
from auditdocs.manifest import Origin, manifest
from auditdocs.plan import Plan, Provenance, Refused, Sources, plan
from auditdocs.problem import AuditdocsError, Fact, Place, Problem, by_place
from auditdocs.render import Press
from auditdocs.render.fonts import prepare
from auditdocs.render.press import RefusedError
from auditdocs.render.templates import default_roots, digest, family, find, read
from auditdocs.store import open_output
from auditdocs.workers import render_all

INDEX = "index.html"
Progress = Callable[[str, int, int, str], None]  # stage, done, of, what


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a build was asked to make."""

    patterns: tuple[str, ...] = ()
    formats: tuple[Format, ...] = ()
    variant: str = ""
    workers: int = 1

    @property
    def is_all(self) -> bool:
        return not (self.patterns or self.formats or self.variant)


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
    whole = plan(examined.loaded.records, kinds, examined.checked.problems, request, _sources(examined))
    jobs = tuple(job for job in whole.jobs if _is_wanted(job, wanted))
    refused = tuple(one for one in whole.refused if _is_named(f"{one.kind} {one.subject}", (one.kind, one.subject), wanted.patterns))
    if not jobs and not refused and not wanted.is_all:
        raise _nothing_matches(wanted)
    return Plan(jobs, refused)


def build(start: Path, wanted: Wanted, progress: Progress, as_of: date | None = None) -> Built:
    """Make the documents of the workspace around a folder."""
    examined = examine(start, as_of)
    progress("check", examined.loaded.count, examined.loaded.count, "")
    planned, sources = prepare_build(examined, wanted), _sources(examined)
    jobs, left_out, press = _press(examined, planned.jobs)
    with open_output(examined.workspace.build_folder, examined.workspace.root) as output:
        artefacts: list[Artefact] = []
        refused = list(planned.refused)
        output.begin([*(job.target for job in jobs), INDEX])
        for job, result in render_all(jobs, press, wanted.workers, temporary=output.scratch):
            if isinstance(result, Refusal):
                refused.append(_refused(job, result, examined))
            else:
                artefacts.append(Artefact(job, result))
                output.write(job.target, result)
            progress("render", len(artefacts) + len(refused) - len(planned.refused), len(jobs), job.target)
        made = tuple(sorted(artefacts, key=lambda one: one.job.target))
        whole = manifest(_origin(examined, made), made, refused, press, sources)
        if not wanted.is_all or left_out:
            whole = output.merged(whole, lambda row: _row_is_wanted(row, wanted) and not (left_out and row.get("format") == "pdf"))
        problems = _all_problems(examined, refused)
        titles = {kind.name: kind.title for kind in KINDS.values()}
        output.write(INDEX, index_page(whole, problems, examined.loaded.records, press.template_roots, titles))
        removed = output.finish(whole, also=(INDEX,))
    return Built(examined, planned, made, tuple(refused), removed, problems, whole, left_out)


def _press(examined: Examined, jobs: tuple[Job, ...]) -> tuple[tuple[Job, ...], str, Press]:
    """The fonts and templates; without what PDFs need, the other formats are made all the same."""
    roots = default_roots(examined.workspace.root)
    if not any(job.format == "pdf" for job in jobs):
        return jobs, "", Press(roots)
    try:
        named = tuple(str((examined.workspace.root / name).resolve()) for name in examined.workspace.fonts.values())
        return jobs, "", Press(roots, prepare(named))
    except AuditdocsError as error:
        others = tuple(job for job in jobs if job.format != "pdf")
        if not others:
            raise
        return others, f"{error.zh}\n{error.en}", Press(roots)


def _sources(examined: Examined) -> Sources:
    roots = default_roots(examined.workspace.root)
    top = examined.workspace.root.resolve()

    def files(template: str, form: Format) -> tuple[str, ...]:
        name = template_file(template, form)
        if not name:
            return ()
        found = (find(roots, each) for each in _family(roots, name))
        return tuple(path.relative_to(top).as_posix() for path in found if path and path.is_relative_to(top))

    def told(template: str, form: Format) -> str:
        name = template_file(template, form)
        return _digest(roots, name) if name else ""

    def provenance(paths: Iterable[str]) -> Provenance:
        return _provenance(examined.history, tuple(paths))

    def named(template: str, form: Format) -> str:
        name = template_file(template, form)
        return f"templates/{name}" if name else ""

    return Sources(examined.loaded.hashes, told, files, named, provenance)


def _origin(examined: Examined, artefacts: Iterable[Artefact]) -> Origin:
    """What a build was made from, for its manifest."""
    history, roots = examined.history, default_roots(examined.workspace.root)
    names = {template_file(one.job.document.template, one.job.format) for one in artefacts} - {""}
    used = sorted({each for name in names for each in _family(roots, name)})
    templates = {f"templates/{name}": hashlib.sha256(read(roots, name)).hexdigest() for name in used}
    dirty = history.kind == "none" or bool(history.dirty_paths)
    return Origin(history.head.id if history.head else None, dirty, examined.as_of, templates)


def template_file(template: str, form: Format) -> str:
    """The template a document in a format is made from; a workbook has none."""
    endings: Mapping[Format, str] = {"docx": ".docx", "pdf": ".html"}
    return template + endings[form] if form in endings else ""


def _family(roots: tuple[str, ...], name: str) -> tuple[str, ...]:
    try:
        return family(roots, name)
    except RefusedError:
        return (name,)  # the press will say what is wrong with it


def _digest(roots: tuple[str, ...], name: str) -> str:
    try:
        return digest(roots, name)
    except RefusedError:
        return ""


def _provenance(history: History, paths: tuple[str, ...]) -> Provenance:
    if history.kind == "none":
        return Provenance("none", is_dirty=True)
    if history.uncommitted(paths):
        return Provenance(history.kind, is_dirty=True)
    commit = history.changed_by(paths)
    if commit is None:
        return Provenance(history.kind)
    return Provenance(history.kind, commit.id, commit.committed_at)


def _refused(job: Job, refusal: Refusal, examined: Examined) -> Refused:
    """A render that failed becomes a problem of the record whose words it failed on."""
    place, field = _field_with(job, refusal.needle, examined.loaded.records)
    said = refusal.sentence
    sentence = replace(
        said,
        zh=f"不能制作 {{document}}：{said.zh}" + ("（字段 {field}）" if field else ""),
        en=f"{{document}} cannot be made: {said.en}" + (" (field {field})" if field else ""),
    )
    facts = {**refusal.facts, "document": job.target, "field": field}
    return Refused(job.document.kind, job.document.subject, (Problem(place, sentence, facts),))


def _field_with(job: Job, needle: str, records: Records) -> tuple[Place, str]:
    """The place and name of the field that holds these words; the record itself where no field does."""
    for path in (*job.document.about, *job.sources) if needle else ():
        entry = records.at_path(path)
        loc = entry.source.find(needle) if entry else None
        if entry and loc is not None:
            return entry.source.place(loc), ".".join(map(str, loc))
    return Place(job.document.about[0] if job.document.about else job.target), ""


def _all_problems(examined: Examined, refused: Iterable[Refused]) -> tuple[Problem, ...]:
    """What checking found and what making found; one cause that stops several documents is one problem."""
    known = {(problem.place, problem.code) for problem in examined.checked.problems}
    late: dict[tuple[Place, str], Problem] = {}
    for problem in (problem for one in refused for problem in one.problems):
        key = (problem.place, problem.code)
        if key in late:
            documents = (*_documents(late[key]), *_documents(problem))
            late[key] = replace(problem, facts={**problem.facts, "document": tuple(dict.fromkeys(documents))})
        elif key not in known:
            late[key] = problem
    return tuple(sorted([*examined.checked.problems, *late.values()], key=by_place))


def _documents(problem: Problem) -> tuple[Fact, ...]:
    named = problem.facts["document"]
    return named if isinstance(named, tuple) else (named,)


def _is_wanted(job: Job, wanted: Wanted) -> bool:
    document = job.document
    fits_format = not wanted.formats or job.format in wanted.formats
    fits_variant = not wanted.variant or document.variant == wanted.variant
    return fits_format and fits_variant and _is_named(job.target, (document.kind, document.subject), wanted.patterns)


def _row_is_wanted(row: Mapping[str, object], wanted: Wanted) -> bool:
    target, names = str(row.get("path", "")), (str(row.get("kind")), str(row.get("subject")))
    fits_format = not wanted.formats or row.get("format") in (*wanted.formats, None)
    fits_variant = not wanted.variant or row.get("variant", "" if target else wanted.variant) == wanted.variant
    return fits_format and fits_variant and _is_named(target, names, wanted.patterns)


def _is_named(target: str, names: tuple[str, ...], patterns: tuple[str, ...]) -> bool:
    """Whether one of the patterns means this document: its kind, its subject, its audit, or a part of its path."""
    if not patterns:
        return True
    parts = (*names, *target.split("/"), target)
    return any(fnmatch.fnmatchcase(part, pattern) for pattern in patterns for part in parts)


def _nothing_matches(wanted: Wanted) -> AuditdocsError:
    asked = " ".join([*wanted.patterns, *wanted.formats, *([wanted.variant] if wanted.variant else [])])
    return AuditdocsError(
        f"没有文件符合 {asked}；可写编号（AUD-2026-014）、种类（car）或带 * 的写法；`auditdocs build --plan` 列出全部",
        f"nothing matches {asked}; name a number (AUD-2026-014), a kind (car) or a pattern with *; `auditdocs build --plan` lists all",
    )
