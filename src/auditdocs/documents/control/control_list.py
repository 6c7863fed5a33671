"""Rows of a list as values → the kind that prints it on paper, and the same as a workbook with real dates."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel

from auditdocs.document import INSIDE, Document, DocumentKind, Request, Subject
from auditdocs.documents.register import as_workbook, covered, heading, our_writing, register
from auditdocs.documents.rows_view import lines_to_sign
from auditdocs.documents.words import Writing
from auditdocs.entry import Records
from auditdocs.problem import Words
from auditdocs.view_parts import Sheet

LIST, WORKBOOK = "list", "workbook"
ENTRIES = Words("条数", "Entries")
Cells = Mapping[str, str | date | None]
Columns = Mapping[str, tuple[str, int]]  # field of the row → label, width in characters


def control_list(
    rows: Callable[[Writing], Iterable[Cells]],
    models: tuple[type[BaseModel], ...],
    *,
    name: str,
    title: Words,
    row: type[Any],
    shows: type[Any],
    words: Mapping[str, Words],
    columns: Columns,
) -> DocumentKind:
    """The kind of one of the lists, all of them for the house only; `models` are the records it lists."""

    def make(records: Records, subject: Subject, request: Request) -> Document:
        write = our_writing(records)
        found = tuple(rows(write))
        scope = covered(write, f"{write.words(ENTRIES)}: {len(found)}", *models)
        if subject.key == WORKBOOK:
            sheet = _sheet(write, found, columns, kind, heading(write, kind, scope, request.as_of))
            return as_workbook(register(kind, write, subject.key, sheet, scope, write.words(title)))
        signed = lines_to_sign(write, "prepared", "reviewed")
        view = shows(scope=scope, rows=tuple(row(**_told(write, cells)) for cells in found), signatures=signed)
        return register(kind, write, subject.key, view, scope, write.words(title))

    kind = DocumentKind(
        name=name,
        title=title,
        templates={f"{name}/{name}": (shows,)},
        formats=("pdf", "xlsx"),
        subjects=_both,
        make=make,
        words=words,
        editions=INSIDE,
        dated=True,
    )
    return kind


def _both(records: Records, request: Request) -> Iterator[Subject]:
    """On paper, and as a workbook."""
    yield Subject(LIST)
    yield Subject(WORKBOOK)


def _sheet(write: Writing, rows: Iterable[Cells], columns: Columns, kind: DocumentKind, above: tuple[str, ...]) -> Sheet:
    titles = tuple((write.words(kind.words[label]), width) for label, width in columns.values())
    return Sheet(kind.title.in_(write.languages[0]), above, titles, tuple(tuple(row[name] for name in columns) for row in rows))


def _told(write: Writing, cells: Cells) -> dict[str, str]:
    """The cells as they are printed."""
    return {name: write.day(value) if isinstance(value, date) else value or "" for name, value in cells.items()}
