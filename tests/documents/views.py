"""A view → every text it holds."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal

from auditdocs.view_parts import Markdown, Photograph, Picture


def texts(view: object) -> Iterator[str]:
    """Every text of a view; of Markdown and of a picture their single words."""
    match view:
        case str():
            yield from (view,) if view else ()
        case Markdown():
            yield from re.findall(r"\w+", view.text)
        case Picture():
            yield from re.findall(r"\w+", view.words)
        case Photograph():
            yield view.caption
        case tuple():
            for one in view:
                yield from texts(one)
        case date() | Decimal():
            yield str(view)
        case bool() | int() | None:
            return
        case _:
            assert is_dataclass(view), view
            for each in fields(view):
                yield from texts(getattr(view, each.name))
