"""A group of fields and the names of some → those that say nothing, with their labels: what every rule about completeness tells."""

from pydantic import BaseModel

from auditdocs.field import label
from auditdocs.problem import Words

NOTHING: tuple[object, ...] = (None, "", ())


def lacking(group: BaseModel | None, *names: str) -> dict[str, Words]:
    """The fields that are empty, by name; of a group that is not there none is."""
    if group is None:
        return {}
    return {name: label(type(group), name) for name in names if getattr(group, name) in NOTHING}


def first_lacking(group: BaseModel | None, *names: str) -> dict[str, Words]:
    """The first of them only: where one is named, its author sees the others."""
    return dict(tuple(lacking(group, *names).items())[:1])
