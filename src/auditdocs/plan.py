"""Records → all that will be made, as a value, before anything is made; no two jobs share a target."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from sys import intern
from typing import Any

from auditdocs.document import Document, DocumentKind, Edition, Format, Frame, Job, Request, Subject
from auditdocs.edition import EDITIONS, edited
from auditdocs.entry import Records
from auditdocs.labels import CONFIDENTIALITY, FRAME, MARKS, NO_HISTORY, UNVERSIONED, WORKING_COPY, Languages, Status, joined
from auditdocs.problem import Problem, Sentence, Words
from auditdocs.problem_data import as_data, from_data
from auditdocs.records.contact_sheet import ContactSheet
from auditdocs.records.customer import Customer
from auditdocs.records.forms import form_of
from auditdocs.records.organization import Organization
from auditdocs.template_names import file_of, own_name

SAME_TARGET = Sentence(
    "document.same-target",
    "两份文件会写到同一个位置：{target}",
    "two documents would be written to one place: {target}",
    "请改其中一份记录的编号或名称",
    "change the number or name of one of the records",
)
SENTENCES = (SAME_TARGET,)
AT_HAND = 500  # jobs that are kept from planning to making; what comes after is worked out again when its turn comes


@dataclass(frozen=True, slots=True)
class Provenance:
    """Which commit some sources rest on: what `history` knows, as a value."""

    kind: str  # repository, none, shallow
    commit: str = ""
    committed_at: datetime | None = None
    is_dirty: bool = False


@dataclass(frozen=True, slots=True)
class Sources:
    """What a document's digest and commit are computed from; handed in, so that planning stays pure."""

    hashes: Mapping[str, str]  # record path -> sha256
    own_templates: frozenset[str]  # files that customers have for themselves: `customers/ACME/car.docx`
    template_digest: Callable[[str, Format], str]  # template and all it includes
    template_paths: Callable[[str, Format], tuple[str, ...]]  # those of the workspace
    template_name: Callable[[str, Format], str]  # `templates/car/car.html`
    provenance: Callable[[Iterable[str]], Provenance]
    essence: Callable[[Job], str]  # a digest of all that the bytes depend on but the fonts
    row: Callable[[Job], dict[str, Any]]  # what the manifest says of a job, but the digest of its bytes


@dataclass(frozen=True, slots=True)
class Refused:
    """A document that cannot be made, with the problems that stand in its way."""

    kind: str
    subject: str
    problems: tuple[Problem, ...]
    edition: Edition = "internal"


@dataclass(frozen=True, slots=True)
class Planned:
    """A file that will stand in the output folder. Its job is worked out only for who has to make it."""

    target: str
    format: Format
    essence: str
    row: Mapping[str, Any]
    unit: "Unit"
    job: Job | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """What is planned together: one subject of one kind, as it was asked for."""

    kind: DocumentKind
    subject: Subject
    request: Request

    @property
    def name(self) -> str:
        return "\0".join((self.kind.name, self.subject.key, self.subject.variant, self.request.variant, self.request.edition))


@dataclass(frozen=True, slots=True)
class Plan:
    """All files in order of their targets, and what cannot be made."""

    files: tuple[Planned, ...]
    refused: tuple[Refused, ...] = ()

    @property
    def jobs(self) -> tuple[Job, ...]:
        """The jobs of a small plan that nothing was remembered for."""
        return tuple(one.job for one in self.files if one.job)


def plan(records: Records, kinds: Iterable[DocumentKind], problems: Iterable[Problem], request: Request, sources: Sources) -> Plan:
    """Make every document's view, frame and jobs; of what nothing has changed for, only what is remembered."""
    by_path = _by_path(problems)
    files: dict[str, Planned] = {}
    refused: list[Refused] = []
    for kind in (one for one in kinds if request.edition in one.editions):
        for subject in kind.subjects(records.watched(), request):
            unit, fresh = Unit(kind, subject, request), dict[str, Job]()
            told = records.told("document", unit.name, partial(_plan_one, unit=unit, by_path=by_path, sources=sources, fresh=fresh))
            if told is None:
                continue
            if told["lost"] or told["forbidden"]:
                found = tuple(problem for path in told["lost"] for problem in by_path.get(path, ()))
                refused.append(Refused(kind.name, subject.key, (*found, *map(from_data, told["forbidden"])), request.edition))
            for target, form, essence, row in told["files"]:
                if target in files:
                    raise AssertionError(f"{SAME_TARGET.code}: {target} ({files[target].unit.name!r}, {unit.name!r})")
                files[target] = Planned(
                    target, form, essence, _with_shared_paths(row), unit, fresh.get(target) if len(files) < AT_HAND else None
                )
    return Plan(tuple(files[target] for target in sorted(files)), tuple(refused))


def _with_shared_paths(row: dict[str, Any]) -> dict[str, Any]:
    """The row with each path held once, however many documents rest on it."""
    return row | {"sources": [intern(path) for path in row["sources"]]} if "sources" in row else row


def job_of(planned: Planned, records: Records, problems: Iterable[Problem], sources: Sources) -> Job:
    """The job of a file, worked out where nobody needed it before."""
    if planned.job:
        return planned.job
    fresh: dict[str, Job] = {}
    _plan_one(records.watched(), planned.unit, _by_path(problems), sources, fresh)
    return fresh[planned.target]


def _by_path(problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    by_path: dict[str, list[Problem]] = {}
    for problem in problems:
        by_path.setdefault(problem.place.path, []).append(problem)
    return by_path


def _plan_one(
    records: Records, unit: Unit, by_path: Mapping[str, list[Problem]], sources: Sources, fresh: dict[str, Job]
) -> dict[str, Any] | None:
    """The files of one document as plain data, its jobs aside; nothing where there is nothing to say yet."""
    kind, made = unit.kind, edited(records, unit.kind, unit.subject, unit.request)
    document, lost = made.document, records.lost() if made.document is None or not made.document.scope else ()
    if lost or made.problems:
        return {"lost": [one.path for one in lost], "forbidden": list(map(as_data, made.problems)), "files": []}
    if document is None:
        return None
    watched = records.watched()  # whose template it is decides what is remembered, but is no source that the document prints
    own = own_name(_customer_code(watched, document), document.template)
    fresh.update((job.target, job) for job in _jobs(made.records, kind, document, unit.request, by_path, sources, own))
    records.note(watched.reads)
    records.note([("as_of",)] if kind.dated else ())
    records.note(("errors", path) for path in document.about)
    records.note(("template", each, form) for form in document.formats for each in (document.template, own) if each)
    return {
        "lost": [],
        "forbidden": [],
        "files": [[job.target, job.format, sources.essence(job), sources.row(job)] for job in fresh.values()],
    }


def _jobs(
    records: Records,
    kind: DocumentKind,
    document: Document,
    request: Request,
    by_path: Mapping[str, list[Problem]],
    sources: Sources,
    own: str,
) -> Iterable[Job]:
    frame = _frame(records, kind, document, request)
    paths = records.sources()
    has_errors = any(problem.severity == "error" for path in document.about for problem in by_path.get(path, ()))
    for form in document.formats:
        name = own if file_of(own, form) in sources.own_templates else document.template
        digest = _digest([(path, sources.hashes[path]) for path in paths], sources.template_digest(name, form), document)
        listed = records.listed() if document.scope else ()
        origin = sources.provenance([*paths, *listed, *sources.template_paths(name, form)])
        status: Status = "draft" if has_errors else "working_copy" if origin.is_dirty else "ready"
        mark = document.mark if document.mark and not has_errors else MARKS[status]
        printed = replace(
            frame,
            mark=joined(mark, document.languages),
            sources=_printed_sources(document, origin, digest),
        )
        commit = "" if document.scope or origin.is_dirty else origin.commit
        yield Job(
            replace(document, template=name), form, f"{document.folder}/{document.name}.{form}", printed, status, commit, digest, paths
        )


def _customer_code(records: Records, document: Document) -> str:
    """The code of the customer whose audit a document is about: it may have templates of its own."""
    about = records.at_path(document.about[0]) if document.about else None
    sheet = records.get(ContactSheet, about.scope or about.key) if about else None
    customer = records.get(Customer, sheet.record.customer) if sheet and sheet.record.customer else None
    return (customer and customer.record.code) or ""


def _frame(records: Records, kind: DocumentKind, document: Document, request: Request) -> Frame:
    organization = records.get(Organization, "organization")
    company = organization.record.name.in_(document.languages) if organization and organization.record.name else ""
    form = form_of(records, kind.name)
    languages = document.languages
    return Frame(
        company=company.replace("\n", " "),
        title=joined(document.title, languages),
        number=document.number,
        form_number=f"{form.number} {form.revision}" if document.revision else form.number,
        revision=document.revision or form.revision,
        confidentiality=_printed_class(document),
        retention=document.retention,
        as_of=request.as_of.isoformat() if document.dated else "",
        note=joined(FRAME["uncontrolled"], languages) if document.scope or document.mark else "",
        subject=document.name,
    )


def _printed_class(document: Document) -> str:
    """How confidential a document is, and for whom, where that is not the house."""
    said = joined(CONFIDENTIALITY[document.confidentiality], document.languages)
    return said if document.edition == "internal" else f"{said} · {joined(EDITIONS[document.edition], document.languages)}"


def _digest(paths: Iterable[tuple[str, str]], template: str, document: Document) -> str:
    """Over the sources and the template; of a register: over what its rows say."""
    told = hashlib.sha256()
    if document.scope:
        told.update(repr(document.view).encode())
    else:
        for path, digest in paths:
            told.update(f"{path}\0{digest}\n".encode())
    told.update(template.encode())
    return told.hexdigest()


def _printed_sources(document: Document, origin: Provenance, digest: str) -> str:
    """Commit and digest as a form prints them; never a wrong commit."""
    languages: Languages = document.languages
    said = f"{joined(FRAME['digest'], languages)} {digest[:12]}"
    if document.scope:
        return said
    return f"{_printed_commit(origin, languages)} · {said}"


def _printed_commit(origin: Provenance, languages: Languages) -> str:
    if origin.kind == "none":
        return joined(UNVERSIONED, languages)
    if origin.is_dirty:
        return joined(WORKING_COPY, languages)
    if origin.kind == "shallow" or not origin.commit:
        return joined(NO_HISTORY, languages)
    return f"{joined(Words('提交', 'Commit'), languages)} {origin.commit[:10]}"
