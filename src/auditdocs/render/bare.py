"""A view → what templates see of it, without its class: who prints it need not import the rooms it comes from."""

from dataclasses import fields, is_dataclass
from types import SimpleNamespace

from auditdocs import view_parts


class Bare(SimpleNamespace):
    """The fields of a view, or of a row in it, by name."""


def bare(value: object) -> object:
    """The same values; parts that presses know (boxes, pictures, sheets) stay what they are."""
    if isinstance(value, tuple):
        return tuple(map(bare, value))
    if is_dataclass(value) and type(value).__module__ != view_parts.__name__:
        return Bare(**{each.name: bare(getattr(value, each.name)) for each in fields(value)})
    return value
