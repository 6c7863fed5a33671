"""Signatures, attachments and turns of a record → the rows and lines that all forms print alike."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pydantic import BaseModel

from auditdocs.documents.rows import AttachmentRow, EventRow
from auditdocs.documents.words import Writing, lines
from auditdocs.field import label
from auditdocs.problem import Words
from auditdocs.records.base import CONFIDENTIALITY, DECISION, ORIGIN, ROLE, Approval, Outsider, Record
from auditdocs.records.ids import FILE
from auditdocs.records.marks import Event
from auditdocs.shape import walk
from auditdocs.view_parts import Signature


def signatures(
    write: Writing, record: Record, roles: Sequence[str], titles: Mapping[str, Words] | None = None, of: Words | None = None
) -> tuple[Signature, ...]:
    """Who signed in the roles of the form, a line to sign where nobody agreed, then who signed in any other role.

    `of` names the record where a form has the signatures of several.
    """
    given = sorted(record.approvals, key=lambda one: one.at)
    found: list[Signature] = []
    for role in dict.fromkeys((*roles, *(one.role for one in given))):
        words = lines(write.words(of), write.words((titles or {}).get(role) or ROLE.label(role)))
        found.extend(_lines_of(write, words, [one for one in given if one.role == role]))
    return tuple(found)


def lines_to_sign(write: Writing, *roles: str) -> tuple[Signature, ...]:
    """A line to sign for each of these roles, of what no record is signed for."""
    return tuple(Signature(write.words(ROLE.label(role))) for role in roles)


def _lines_of(write: Writing, role: str, given: Sequence[Approval]) -> Iterator[Signature]:
    """Rejections stay on the form beside the agreement that followed them."""
    for one in given:
        said = role if one.decision == "agree" else write.told(role, write.choice(DECISION, one.decision))
        yield Signature(said, _signer(write, one), lines(write.moment(one.at), write.text(one.comment)))
    if not any(one.decision == "agree" for one in given):
        yield Signature(role)


def _signer(write: Writing, approval: Approval) -> str:
    """Who gave an approval: one of ours, or somebody from another house with title and house."""
    return lines(write.person(approval.person), outsider(approval.external))


def outsider(one: Outsider | None) -> str:
    """Somebody from another house: name, title, house."""
    return " ".join(filter(None, (one.name, one.title, one.org))) if one else ""


def event_row(write: Writing, words: Words, event: Event, by: str = "", reason: str = "") -> EventRow:
    """A dated fact that turned the course; with what a kind of form adds to its `by` and `reason`."""
    return EventRow(
        date=write.day(event.date),
        event=write.words(words),
        by=lines(write.person(event.by), by),
        reason=lines(write.text(event.reason), reason),
    )


def attachment_rows(write: Writing, record: Record) -> tuple[AttachmentRow, ...]:
    """The files of a record: those it lists with their titles, then those it only names as evidence, with the place that names them."""
    named = {one.file: "" for one in record.attachments}
    rows = list(_listed_rows(write, record))
    for spot in walk(record):
        if spot.word is FILE and spot.value not in named:
            named[spot.value] = named_at(write, record, spot.loc)[1]
            rows.append((named[spot.value], spot.value, "", ""))
    return tuple(_attachment_row(number, *row) for number, row in enumerate(rows, start=1))


def named_at(write: Writing, record: Record, loc: tuple[str | int, ...]) -> tuple[object, str]:
    """The part of a record that names a file, and how a reader finds it: `纠正措施 2`."""
    part = getattr(record, str(loc[0]))
    name = write.words(label(type(record), str(loc[0])))
    if isinstance(part, tuple) and len(loc) > 1 and isinstance(loc[1], int):
        return part[loc[1]], f"{name} {loc[1] + 1}"
    return part if isinstance(part, BaseModel) else None, name


def _listed_rows(write: Writing, record: Record) -> Iterable[tuple[str, str, str, str]]:
    for one in record.attachments:
        origin, level = write.choice(ORIGIN, one.origin), write.choice(CONFIDENTIALITY, one.confidentiality)
        yield write.text(one.title), one.file, origin, level


def _attachment_row(number: int, title: str, file: str, origin: str, confidentiality: str) -> AttachmentRow:
    return AttachmentRow(number=str(number), title=title, file=file, origin=origin, confidentiality=confidentiality)
