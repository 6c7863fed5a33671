"""Rows of a list as values → the list on paper, and the same as a workbook with real dates."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from auditdocs.document import Document, Request, Sheet, Signature, Subject
from auditdocs.documents.words import Writing, lines
from auditdocs.entry import Records
from auditdocs.labels import FRAME, joined
from auditdocs.problem import Words
from auditdocs.records.base import ROLE
from auditdocs.records.forms import form_of
from auditdocs.records.organization import organization

LIST, WORKBOOK = "list", "workbook"
ENTRIES = Words("条数", "Entries")
Cells = Mapping[str, str | date | None]


@dataclass(frozen=True, slots=True)
class ControlList:
    """One of the lists: its kind, its row, and the label and width of each column of its workbook."""

    kind: str
    title: Words
    row: type[Any]
    view: type[Any]
    words: Mapping[str, Words]
    columns: Mapping[str, tuple[str, int]]  # field of the row → label, width in characters

    def document(self, records: Records, subject: Subject, request: Request, rows: Iterable[Cells], lost: int) -> Document:
        """The list in one of its two forms."""
        write, found = Writing(records, records.settings.languages), tuple(rows)
        scope = lines(f"{write.words(ENTRIES)}: {len(found)}", f"{write.words(FRAME['not_listed'])}: {lost}")
        is_workbook = subject.key == WORKBOOK
        return Document(
            kind=self.kind,
            subject=subject.key,
            folder="registers",
            name=joined(self.title, write.languages[:1]),
            title=self.title,
            number=write.words(self.title),
            languages=write.languages,
            view=self._sheet(write, found, scope, request) if is_workbook else self._view(write, found, scope),
            formats=("xlsx",) if is_workbook else ("pdf",),
            template="" if is_workbook else f"{self.kind}/{self.kind}",
            words=self.words,
            dated=True,
            scope=scope,
        )

    def _view(self, write: Writing, rows: Sequence[Cells], scope: str) -> object:
        signed = tuple(Signature(write.words(ROLE.label(role))) for role in ("prepared", "reviewed"))
        told = (self.row(**{name: _told(write, value) for name, value in row.items()}) for row in rows)
        return self.view(scope=scope, rows=tuple(told), signatures=signed)

    def _sheet(self, write: Writing, rows: Sequence[Cells], scope: str, request: Request) -> Sheet:
        form, ours = form_of(write.records, self.kind), organization(write.records)
        heading = (
            " ".join(filter(None, (write.name(ours.name) if ours else "", write.words(self.title)))),
            f"{write.words(FRAME['form_number'])} {form.number} {form.revision}　{write.words(FRAME['as_of'])} {request.as_of.isoformat()}",
            scope.replace("\n", "　"),
        )
        columns = tuple((write.words(self.words[label]), width) for label, width in self.columns.values())
        return Sheet(self.title.in_(write.languages[0]), heading, columns, tuple(tuple(row[name] for name in self.columns) for row in rows))


def both(records: Records, request: Request) -> Iterator[Subject]:
    """On paper, and as a workbook."""
    yield Subject(LIST)
    yield Subject(WORKBOOK)


def _told(write: Writing, value: str | date | None) -> str:
    return write.day(value) if isinstance(value, date) else value or ""
