"""Type hints of a view → values that stand for what a template will be handed, before there is a document."""

import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import lru_cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from auditdocs.view_parts import Box, Markdown, Photograph, Picture

DEEPEST = 4  # fields of fields that a guess looks into


@dataclass(frozen=True, slots=True)
class Anything:
    """Nobody knows what; all may be asked of it."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words that are known only when a document is made."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number."""


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no: decides, but is never printed."""


@dataclass(frozen=True, slots=True)
class Unset:
    """A name that has no value on this way through the template."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """Paragraphs of Word, which stand alone: `{{p policy.body|contents }}`."""


@dataclass(frozen=True, slots=True)
class Known:
    """A constant of the template itself: the name of a column, a width, a number."""

    value: Any
    at: tuple[str, int] = field(default=("", 0), compare=False)  # template and line where it is written


@dataclass(frozen=True, slots=True)
class Thing:
    """A dataclass of a view; `settled` says which of several types its rows are on this template."""

    shape: type
    settled: tuple[type, ...] = ()


@dataclass(frozen=True, slots=True)
class Many:
    """So many of a kind as the records have."""

    inner: "Value"


@dataclass(frozen=True, slots=True)
class Exact:
    """A list that the template writes out."""

    items: tuple["Value", ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several, as a condition will decide."""

    options: tuple["Value", ...]


@dataclass(frozen=True, slots=True)
class Method:
    """What may be called on text or a list: `words.split`."""

    of: "Value"
    name: str


@dataclass(slots=True, eq=False)
class Names:
    """Things by name: the labels, what a file exports, a namespace that a loop writes to."""

    members: dict[str, "Value"]
    what: str  # labels, file, loop, namespace


@dataclass(frozen=True, slots=True, eq=False)
class Macro:
    """A macro, the scope it was written in, and the template it stands in."""

    node: Any
    scope: "Scope"
    template: str


@dataclass(frozen=True, slots=True)
class Function:
    """One of jinja's own: range, namespace, super, caller."""

    name: str


Value = Anything | Text | Number | Flag | Unset | Blocks | Known | Thing | Many | Exact | Choice | Method | Names | Macro | Function
Scope = dict[str, Value]
ANYTHING, TEXT, NUMBER, FLAG, UNSET, BLOCKS = Anything(), Text(), Number(), Flag(), Unset(), Blocks()


def value_of(hint: Any, settled: tuple[type, ...] = ()) -> Value:
    """What a field of this type will hold."""
    if get_origin(hint) in (Union, types.UnionType):
        options = [one for one in get_args(hint) if one is not types.NoneType]
        chosen = [one for one in options if one in settled] or options
        return either(value_of(one, settled) for one in chosen)
    if get_origin(hint) in (tuple, list):
        return _several(get_args(hint), settled)
    if hint is str:
        return TEXT
    if hint is bool:
        return FLAG
    if hint in (int, float):
        return NUMBER
    return Thing(hint, settled) if isinstance(hint, type) and is_dataclass(hint) else ANYTHING


def _several(inner: tuple[Any, ...], settled: tuple[type, ...]) -> Value:
    if len(inner) == 2 and inner[1] is Ellipsis:
        return Many(value_of(inner[0], settled))
    return Exact(tuple(value_of(one, settled) for one in inner)) if inner else Many(ANYTHING)


def either(options: Iterable[Value]) -> Value:
    """One of these, each named once."""
    flat = [one for option in options for one in (option.options if isinstance(option, Choice) else (option,))]
    found: list[Value] = []
    for one in flat:
        if one not in found:
            found.append(one)
    if not found or ANYTHING in found:
        return ANYTHING
    return found[0] if len(found) == 1 else Choice(tuple(found))


def options_of(value: Value) -> tuple[Value, ...]:
    """All that this may turn out to be."""
    return value.options if isinstance(value, Choice) else (value,)


def truth_of(value: Value) -> bool | None:
    """Whether a condition holds, where the template alone decides it."""
    match value:
        case Known():
            return bool(value.value)
        case Exact():
            return bool(value.items)
        case Unset():
            return False
        case _:
            return None


@lru_cache(maxsize=1024)
def fields_of(thing: Thing) -> Mapping[str, Value]:
    """The fields of a dataclass, each as what it holds."""
    hints = get_type_hints(thing.shape)
    return {one.name: value_of(hints[one.name], thing.settled) for one in fields(thing.shape)}


def is_drawn(value: Value) -> bool:
    """Whether the presses print it although it is no text."""
    return isinstance(value, Thing) and value.shape in (Box, Photograph, Picture, Markdown)


def paths_in(scope: Mapping[str, Value]) -> Iterator[str]:
    """All that can be printed here, as a template writes it: `car.number`, `row.due`."""
    for name, value in scope.items():
        yield from _paths(name, value, DEEPEST)


def _paths(path: str, value: Value, deep: int) -> Iterator[str]:
    if isinstance(value, Thing) and not is_drawn(value) and deep:
        for name, inner in fields_of(value).items():
            yield from _paths(f"{path}.{name}", inner, deep - 1)
    elif isinstance(value, Names) and value.what == "labels":
        yield from (f"{path}.{name}" for name in value.members)
    elif not isinstance(value, Macro | Function | Names):
        yield path
