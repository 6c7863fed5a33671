"""The demonstration's documents → for every field of a view one value that it really has."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from pathlib import Path

from auditdocs.document import DocumentKind, Request
from auditdocs.documents import ROWS
from auditdocs.entry import Records
from auditdocs.load import load
from auditdocs.records import ROOMS
from auditdocs.view_parts import Box, Markdown, Photograph, Picture
from auditdocs.workspace import find_workspace, read_contents

CHECKOUT = Path(__file__).parents[1]
DAY = date(2026, 11, 20)
LONGEST = 48  # characters of an example

Field = tuple[type, str]


def examples(kind: DocumentKind) -> dict[Field, str]:
    """What the demonstration's documents of a kind say, by the dataclass and the name of the field."""
    found: dict[Field, str] = {}
    for view in _views(kind):
        for field, said in _said(view):
            found.setdefault(field, said)
    return found


@cache
def _records() -> Records:
    workspace = find_workspace(CHECKOUT)
    contents = read_contents(workspace)
    return load(contents.files, ROOMS, DAY, workspace.settings, contents.attachments, contents.sums, rows=ROWS).records


def _views(kind: DocumentKind) -> Iterator[object]:
    for variant in ("", *kind.variants):
        request = Request(DAY, variant)
        for subject in kind.all_subjects(_records().watched(), request):
            made = kind.make(_records().watched(), subject, request)
            if made is not None:
                yield made.view


def _said(value: object) -> Iterator[tuple[Field, str]]:
    """Every field below a value that says something."""
    if isinstance(value, tuple):
        for one in value:
            yield from _said(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            inner = getattr(value, field.name)
            printed = _printed(inner)
            if printed:
                yield (type(value), field.name), _short(printed)
            yield from _said(inner)


def _printed(value: object) -> str:
    match value:
        case str():
            return value
        case Box():
            return f"{'☑' if value.ticked else '☐'} {value.words}"
        case Markdown():
            return value.text
        case Picture():
            return value.words
        case Photograph():
            return value.caption
        case tuple() if value and all(isinstance(one, Box | str) for one in value):
            return "　".join(map(_printed, value))
        case _:
            return ""


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
