"""A record → what of it a customer may read, as the fields say of themselves: internal and personal ones are left empty."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel, RootModel

from auditdocs.field import Model, is_internal, is_personal, own_name
from auditdocs.shape import Group, Leaf, Many, Numbered, Shape, shapes
from auditdocs.word import Word

Allowed = Callable[[Word, Any], bool]  # a reference → whether the reader may know of what it leads to
GONE = object()


class _Plan(NamedTuple):
    """One field: whether the customer may not read it, whether its group is nothing without it, and what stands there if empty."""

    shape: Shape
    is_kept_back: bool
    is_required: bool
    empty: Any


def as_shown(record: BaseModel, allowed: Allowed) -> Any:
    """The record without what the customer may not read; None where nothing is left of it."""
    found = _shown(Group(type(record)), record, allowed)
    return None if found is GONE else found


def _shown(shape: Shape, value: Any, allowed: Allowed) -> Any:
    match shape:
        case Leaf(word):
            return value if not word.refers or allowed(word, value) else GONE
        case Many(inner):
            return tuple(one for one in (_shown(inner, each, allowed) for each in value) if one is not GONE)
        case Numbered(key, inner):
            return dict(_shown_items(key, inner, value, allowed))
        case Group():
            return _shown_root(value, allowed) if isinstance(value, RootModel) else _shown_group(value, allowed)


def _shown_items(key: Word, inner: Shape, value: Mapping[Any, Any], allowed: Allowed) -> list[tuple[Any, Any]]:
    items = ((number, _shown(inner, each, allowed)) for number, each in value.items() if not key.refers or allowed(key, number))
    return [(number, each) for number, each in items if each is not GONE]


def _shown_root(value: RootModel[Any], allowed: Allowed) -> Any:
    return value.model_copy(update={"root": _shown(shapes(type(value))["root"], value.root, allowed)})


def _shown_group(group: Any, allowed: Allowed) -> Any:
    """A group with only what may be read; gone where a field is that it is nothing without."""
    value = group.for_customer() if isinstance(group, Model) else group
    if value is None:
        return GONE
    changes: dict[str, Any] = {}
    model: type[BaseModel] = type(value)
    for name, plan in _plans(model).items():
        before = getattr(value, name)
        after = before if before is None else GONE if plan.is_kept_back else _shown(plan.shape, before, allowed)
        if after is GONE and plan.is_required:
            return GONE
        if after is not before:
            changes[name] = plan.empty if after is GONE else after
    return value.model_copy(update=changes) if changes else value


@cache
def _plans(model: type[BaseModel]) -> dict[str, _Plan]:
    return {own_name(model, typed): _plan(model, typed, shape) for typed, shape in shapes(model).items()}


def _plan(model: type[BaseModel], typed: str, shape: Shape) -> _Plan:
    info = model.model_fields[own_name(model, typed)]
    empty = None if info.is_required() else info.get_default(call_default_factory=True)
    return _Plan(shape, is_internal(model, typed) or is_personal(model, typed), info.is_required(), empty)
