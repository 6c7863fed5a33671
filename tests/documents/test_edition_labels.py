"""A field that a customer's edition does not have takes its label along: no heading, no cell, no column is left for it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache

import pytest
from pydantic import BaseModel

from auditdocs.document import Document, DocumentKind, Edition, Format, Frame, Job, Request
from auditdocs.documents import KINDS
from auditdocs.entry import Records
from auditdocs.inputs import File
from auditdocs.labels import FRAME
from auditdocs.plan import plan
from auditdocs.problem import Words
from auditdocs.records import ROOMS
from auditdocs.render import Press, html
from auditdocs.render.archive import unpack
from auditdocs.render.docx import render_docx
from auditdocs.render.wordml import W, parsed
from auditdocs.room import RecordType
from auditdocs.view_parts import Box
from tests.documents.demonstration import DAY, ROOTS, no_sources, records
from tests.documents.probes import probe, spots, written
from tests.documents.test_customer_edition import FOR_CUSTOMERS, loaded, ours
from tests.render.word_reader import text_of

every_kind = pytest.mark.parametrize("kind", FOR_CUSTOMERS, ids=lambda kind: kind.name)
KNOWN = {"person": "P0001", "customer": "C0001", "contact_sheet": "AUD-2026-001", "finding": "F01", "dispute": "D01", "session": "S01"}
KNOWN |= {"car": "CAR-2026-0001", "item": "Q001", "department": "QA"}
OURS: Mapping[str, object] = {
    "records/people/P0001.yaml": {"name": "Q. Sample", "posts": [{"department": "QA", "title": "Manager", "from": "2020-01-01"}]},
    "records/org/departments.yaml": {"QA": {"name": "Quality"}},
}
OTHERWISE: tuple[dict[str, str], ...] = (
    {},
    {"car.customer_form": "8D"},
    {"car.customer_form": "8D", "car.responses.decided_by": "customer"},
)
SHADED = ("F2F2F2", "E4E9EF")  # labels, heads


def documents(found: Records, edition: Edition, kind: DocumentKind) -> list[Document]:
    """Each document of a kind once, whatever its formats."""
    hashes = {entry.path: "" for entry in found.everything()}
    made = plan(found, (kind,), (), Request(DAY, edition=edition), no_sources(hashes)).jobs
    return list({job.document.name: job.document for job in made}.values())


def said(value: object, at: str = "") -> Iterator[str]:
    """The fields of a view that say something; `visitors.remark`."""
    if isinstance(value, tuple):
        for one in value:
            yield from said(one, at)
    elif isinstance(value, Box):
        yield from (at,) if value.ticked else ()
    elif is_dataclass(value):
        for each in fields(value):
            yield from said(getattr(value, each.name), f"{at}.{each.name}".lstrip("."))
    elif value:
        yield at


def probed(room: RecordType[BaseModel], change: dict[str, str]) -> Records:
    """A record with a word in every field, among others; what it refers to is there."""
    known = {spot.path: KNOWN[spot.word.refers] for spot in spots(room) if spot.word.refers in KNOWN}
    file = probe(room, {**ours(room), **known, **change})[0]
    return loaded(file, *(File(path, written(path, told).encode()) for path, told in OURS.items() if path != file.path))


@cache
def never_said(kind: str) -> tuple[str, ...]:
    """The fields of a kind's views that the house reads and no customer ever."""
    found: dict[Edition, set[str]] = {"internal": set(), "customer": set()}
    for room in ROOMS.types.values():
        for change in OTHERWISE:
            there = probed(room, change)
            for edition, paths in found.items():
                paths.update(path for document in documents(there, edition, KINDS[kind]) for path in said(document.view))
    assert found["customer"]
    return tuple(sorted(found["internal"] - found["customer"]))


@every_kind
def test_what_no_customer_ever_reads_of_a_view_is_declared_with_its_label(kind: DocumentKind) -> None:
    told = {path for path in never_said(kind.name) if any(path == one or path.startswith(f"{one}.") for one in kind.inside)}
    assert told == {*never_said(kind.name)}
    assert [one for one in kind.inside if not any(path == one or path.startswith(f"{one}.") for path in told)] == []
    assert [label for label in kind.inside.values() if label and label not in {**FRAME, **kind.words}] == []


def as_html(document: Document) -> str:
    return html.page(printed(document, "pdf"), Press(ROOTS), inline=False)


def printed(document: Document, form: Format) -> Job:
    """The document without its photographs: labels are looked at."""
    return Job(without_pictures(document), form, f"sample.{form}", Frame("company", "title", document.number), "ready")


def without_pictures(document: Document) -> Document:
    view = document.view
    assert is_dataclass(view)
    assert not isinstance(view, type)
    return replace(document, view=replace(view, pictures=()) if hasattr(view, "pictures") else view)


def bare_labels_in_html(document: Document) -> int:
    """Heads, cells and headings that say nothing, or a number only."""
    text = as_html(document)
    return len(re.findall(r'<th[^>]*>\s*</th>|<div class="label">\s*</div>|<h[23][^>]*>\s*[A-Z0-9]{0,2}\s*</h[23]>', text))


def body_of_word(document: Document) -> bytes:
    return unpack(render_docx(printed(document, "docx"), Press(ROOTS)), "x")["word/document.xml"]


def bare_labels_in_word(document: Document) -> int:
    part = body_of_word(document)
    cells = [cell for cell in parsed(part).iter(f"{W}tc") if any(one.get(f"{W}fill") in SHADED for one in cell.iter(f"{W}shd"))]
    headings = [
        one for one in parsed(part).iter(f"{W}p") for style in one.iter(f"{W}pStyle") if str(style.get(f"{W}val")).startswith("Heading")
    ]
    texts = ["".join(str(piece) for piece in one.itertext()).strip() for one in (*cells, *headings)]
    return sum(not text or re.fullmatch(r"[A-Z]|[0-9]{1,2}", text) is not None for text in texts)


@every_kind
@pytest.mark.parametrize("found", [records, loaded], ids=["demonstration", "hardly anything recorded"])
def test_no_label_is_left_bare(kind: DocumentKind, found: object) -> None:
    assert callable(found)
    inside = {one.name: one for one in documents(found(), "internal", kind)}
    for document in documents(found(), "customer", kind):
        assert bare_labels_in_html(document) <= bare_labels_in_html(inside[document.name])
        assert bare_labels_in_word(document) <= bare_labels_in_word(inside[document.name])


@every_kind
def test_the_label_that_goes_is_the_one_the_house_reads(kind: DocumentKind) -> None:
    labels = {label for label in kind.inside.values() if label}
    canaries = {label: Words(f"canary-{label}-label", f"canary-{label}-label") for label in labels}
    made = [document for room in ROOMS.types.values() for document in documents(probed(room, OTHERWISE[1]), "internal", kind)]
    marked = [replace(document, words={**document.words, **canaries}) for document in made]
    in_html = "".join(map(as_html, marked))
    in_word = "".join(text_of(body_of_word(one)) for one in marked)
    assert [label for label in labels if f"canary-{label}-label" not in in_html] == []
    assert [label for label in labels if f"canary-{label}-label" not in in_word] == []
