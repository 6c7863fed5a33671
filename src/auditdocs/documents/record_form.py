"""A record → its form: who is a subject, how the document about a record is named, and the kind of which each record has one."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar

from auditdocs.document import Document, DocumentKind, Edition, Format, Request, Subject, Subjects
from auditdocs.documents.words import Writing, confidentiality_of, retention_label
from auditdocs.entry import AnyEntry, Entry, Records
from auditdocs.labels import joined
from auditdocs.problem import Words
from auditdocs.records.base import Record
from auditdocs.records.languages import languages_about

R = TypeVar("R", bound=Record)
NOTHING: Mapping[str, str] = MappingProxyType({})


def known_keys(records: Records, *models: type[Record]) -> list[str]:
    """The keys of all records of some types, also of those that cannot be read: their documents are refused, not forgotten."""
    return sorted({key for model in models for key in (*records.keys(model), *(one.key for one in records.lost_in(model)))})


def each(*models: type[Record], variants: Iterable[str] = ("",)) -> Subjects:
    """Every record of some types is a subject, in every variant."""
    found = tuple(variants)

    def subjects(records: Records, request: Request) -> Iterator[Subject]:
        for key in known_keys(records, *models):
            yield from (Subject(key, variant) for variant in found)

    return subjects


def writing_about(records: Records, entry: AnyEntry) -> Writing:
    """How a document about a record writes."""
    return Writing(records, languages_about(records, entry))


def document_about(
    kind: DocumentKind, write: Writing, entry: AnyEntry, view: object, title: Words | None = None, number: str = "", folder: str = ""
) -> Document:
    """The document of a kind about a record: with its audit's others, where no folder is given, and called by its number and title."""
    told, numbered = title or kind.title, number or entry.key
    return Document(
        kind=kind.name,
        subject=entry.key,
        folder=folder or f"audits/{entry.scope}",
        name=f"{numbered} {joined(told, write.languages[:1])}",
        title=told,
        number=numbered,
        languages=write.languages,
        view=view,
        formats=kind.formats,
        template=f"{kind.name}/{kind.name}",
        words=kind.words,
        confidentiality=confidentiality_of(write.records, entry),
        retention=retention_label(write, entry),
        about=(entry.path,),
    )


def record_form(
    model: type[R],
    view: Callable[[Writing, Entry[R]], object | None],
    *,
    name: str,
    title: Words,
    shows: type,
    words: Mapping[str, Words],
    editions: tuple[Edition, ...],
    formats: tuple[Format, ...] = ("docx", "pdf"),
    folder: str = "",
    inside: Mapping[str, str] = NOTHING,
    not_printed: Mapping[str, str] = NOTHING,
) -> DocumentKind:
    """The kind of which every record of a type has one document; none where the view has nothing to say yet."""

    def make(records: Records, subject: Subject, request: Request) -> Document | None:
        entry = records.get(model, subject.key)
        if entry is None:
            return None
        write = writing_about(records, entry)
        said = view(write, entry)
        return None if said is None else document_about(kind, write, entry, said, folder=folder)

    kind = DocumentKind(
        name=name,
        title=title,
        templates={f"{name}/{name}": (shows,)},
        formats=formats,
        subjects=each(model),
        make=make,
        words=words,
        editions=editions,
        inside=inside,
        not_printed=not_printed,
    )
    return kind
