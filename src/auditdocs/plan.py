"""Records → all that will be made, as a value, before anything is made; no two jobs share a target."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from sys import intern
from typing import Any

from auditdocs.document import Document, DocumentKind, Edition, Format, Job, Request
from auditdocs.edition import Edited, edited, others_in_template
from auditdocs.entry import Records
from auditdocs.framing import Provenance, frame_of, printed_sources
from auditdocs.labels import MARKS, Status, joined
from auditdocs.problem import Problem, Sentence
from auditdocs.problem_data import as_data, from_data
from auditdocs.records.house.customer import Customer
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.template_names import file_of, own_name
from auditdocs.units import Unit, ask_rows, by_audit

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
class Sources:
    """What a document's digest and commit are computed from; handed in, so that planning stays pure."""

    hashes: Mapping[str, str]  # record path -> sha256
    own_templates: frozenset[str]  # files that customers have for themselves: `customers/ACME/car.docx`
    template_digest: Callable[[str, Format], str]  # template and all it includes
    template_paths: Callable[[str, Format], tuple[str, ...]]  # those of the workspace
    template_name: Callable[[str, Format], str]  # `templates/car/car.html`
    template_words: Callable[[str, Format], str]  # what one of the workspace says by itself
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
    unit: Unit
    job: Job | None = None


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
    """Make every document's view, frame and jobs; of what nothing has changed for, only what is remembered.

    Audit by audit, so that a record is opened once; registers, which list what all audits bring, at the end.
    """
    wanted = tuple(kind for kind in kinds if request.edition in kind.editions)
    draft = _Draft(records, sources, _by_path(problems))
    for audit, units in by_audit(records, [(kind, kind.subjects(records.watched(), request)) for kind in wanted], request):
        if draft.take(units):
            ask_rows(records.watched(), wanted, audit)
    for _, units in by_audit(records, [(kind, kind.later(records.watched(), request)) for kind in wanted], request):
        draft.take(units)
    return draft.whole([kind.name for kind in wanted])


@dataclass(frozen=True, slots=True)
class _Draft:
    """A plan while it grows."""

    records: Records
    sources: Sources
    by_path: Mapping[str, list[Problem]]
    files: dict[str, Planned] = field(default_factory=dict)
    at_hand: set[str] = field(default_factory=set)  # the files whose jobs are kept
    refused: list[Refused] = field(default_factory=list)

    def take(self, units: Iterable[Unit]) -> bool:
        """Plan some documents; whether one had to be worked out."""
        return any([self._take(unit) for unit in units])  # noqa: C419  (each of them)

    def _take(self, unit: Unit) -> bool:
        fresh: dict[str, Job] = {}
        step = partial(_plan_one, unit=unit, by_path=self.by_path, sources=self.sources, fresh=fresh)
        told = self.records.told("document", unit.name, step)
        if told and (told["lost"] or told["forbidden"]):
            found = tuple(problem for path in told["lost"] for problem in self.by_path.get(path, ()))
            refused = Refused(unit.kind.name, unit.subject.key, (*found, *map(from_data, told["forbidden"])), unit.request.edition)
            self.refused.append(refused)
        for row, essence in _rows(told or {"files": ()}):
            target = row["path"]
            if target in self.files:
                raise AssertionError(f"{SAME_TARGET.code}: {target} ({self.files[target].unit.name!r}, {unit.name!r})")
            if target in fresh and len(self.at_hand) < AT_HAND:
                self.at_hand.add(target)
            job = fresh[target] if target in self.at_hand else None
            self.files[target] = Planned(target, row["format"], essence, row, unit, job)
        return bool(fresh)

    def whole(self, order: list[str]) -> Plan:
        """The files by target, what is refused by kind."""
        files = tuple(self.files[target] for target in sorted(self.files))
        return Plan(files, tuple(sorted(self.refused, key=lambda one: order.index(one.kind))))


def _template_of_another(records: Records, made: Edited, job: Job, sources: Sources) -> Iterator[Problem]:
    """What keeps a customer's document back where its template names another customer."""
    name, form = job.document.template, job.format
    words = sources.template_words(name, form) if made.customer else ""
    if words:
        yield from others_in_template(records, job.document, made.customer, sources.template_name(name, form), words)


def _told(rows: list[dict[str, Any]], essences: list[str]) -> dict[str, Any]:
    """The files of a document as plain data: what is the same in all its formats is said once."""
    first, *others = rows
    common = {name: value for name, value in first.items() if all(row[name] == value for row in others)}
    own = [{name: value for name, value in row.items() if name not in common} for row in rows]
    return {"lost": [], "forbidden": [], "common": common, "files": list(map(list, zip(own, essences, strict=True)))}


def _rows(told: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """The same apart again; a word is held once, however many documents say it."""
    common = {name: _held_once(value) for name, value in told.get("common", {}).items()}
    return ((common | own, essence) for own, essence in told["files"])


def _held_once(value: Any) -> Any:
    match value:
        case str():
            return intern(value)
        case list():
            return [_held_once(each) for each in value]
        case _:
            return value


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
    unfit = [one for job in fresh.values() for one in _template_of_another(records, made, job, sources)]
    if unfit:
        fresh.clear()
        return {"lost": [], "forbidden": list(map(as_data, unfit)), "files": []}
    return _told([sources.row(job) for job in fresh.values()], [sources.essence(job) for job in fresh.values()])


def _jobs(
    records: Records,
    kind: DocumentKind,
    document: Document,
    request: Request,
    by_path: Mapping[str, list[Problem]],
    sources: Sources,
    own: str,
) -> Iterable[Job]:
    frame = frame_of(records, kind, document, request)
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
            sources=printed_sources(document, origin, digest),
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
