"""What lists many records → a dated document that says what it covers, on paper or as a workbook with a heading."""

from dataclasses import replace
from datetime import date

from pydantic import BaseModel

from auditdocs.document import Document, DocumentKind
from auditdocs.documents.words import Writing, lines
from auditdocs.entry import Records
from auditdocs.labels import FRAME, joined
from auditdocs.records.house.forms import form_of
from auditdocs.records.house.organization import organization


def our_writing(records: Records) -> Writing:
    """How what is about no single record writes: in the workspace's languages."""
    return Writing(records, records.settings.languages)


def covered(write: Writing, counts: str, *models: type[BaseModel]) -> str:
    """What a register covers, and how many records of these types could not be read."""
    lost = sum(len(write.records.lost_in(model)) for model in models)
    return lines(counts, f"{write.words(FRAME['not_listed'])}: {lost}")


def register(kind: DocumentKind, write: Writing, subject: str, view: object, scope: str, number: str, name: str = "") -> Document:
    """The register of a kind on paper; `name` tells one cut of it from the others."""
    return Document(
        kind=kind.name,
        subject=subject,
        folder="registers",
        name=" ".join(filter(None, (joined(kind.title, write.languages[:1]), name))),
        title=kind.title,
        number=number,
        languages=write.languages,
        view=view,
        formats=("pdf",),
        template=f"{kind.name}/{kind.name}",
        words=kind.words,
        dated=True,
        scope=scope,
    )


def as_workbook(document: Document) -> Document:
    """The same as a workbook, which needs no template."""
    return replace(document, formats=("xlsx",), template="")


def heading(write: Writing, kind: DocumentKind, scope: str = "", as_of: date | None = None, said: str = "") -> tuple[str, ...]:
    """What stands above the table of a sheet: whose it is, what (or what else is `said`), the form and the day, what it covers."""
    form, ours = form_of(write.records, kind.name), organization(write.records)
    day = f"{write.words(FRAME['as_of'])} {as_of.isoformat()}" if as_of else ""
    above = (
        " ".join(filter(None, (write.name(ours.name) if ours else "", said or write.words(kind.title)))),
        "　".join(filter(None, (f"{write.words(FRAME['form_number'])} {form.number} {form.revision}", day))),
        scope.replace("\n", "　"),
    )
    return tuple(filter(None, above))
