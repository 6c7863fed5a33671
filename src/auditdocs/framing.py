"""A document and what it rests on → the frame that stands on every page, in finished words."""

from dataclasses import dataclass
from datetime import datetime

from auditdocs.document import Document, DocumentKind, Frame, Request
from auditdocs.edition import EDITIONS
from auditdocs.entry import Records
from auditdocs.labels import CONFIDENTIALITY, FRAME, NO_HISTORY, UNVERSIONED, WORKING_COPY, Languages, joined
from auditdocs.problem import Words
from auditdocs.records.house.forms import form_of
from auditdocs.records.house.organization import Organization


@dataclass(frozen=True, slots=True)
class Provenance:
    """Which commit some sources rest on: what `history` knows, as a value."""

    kind: str  # repository, none, shallow
    commit: str = ""
    committed_at: datetime | None = None
    is_dirty: bool = False


def frame_of(records: Records, kind: DocumentKind, document: Document, request: Request) -> Frame:
    """The frame of a document's pages, in its languages."""
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


def printed_sources(document: Document, origin: Provenance, digest: str) -> str:
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
