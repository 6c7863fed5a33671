"""A model → the shape of what an author may type; and a record → every value in it, with its place and its word.

One shape serves all who must know it: schema errors, references, editor schemas, skeletons, tests.
"""

import functools
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, RootModel

from auditdocs.field import own_name, typed_name
from auditdocs.source import Loc
from auditdocs.word import Word


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value."""

    word: Word


@dataclass(frozen=True, slots=True)
class Many:
    """A list."""

    inner: "Shape"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A mapping from number to thing."""

    key: Word
    inner: "Shape"


@dataclass(frozen=True, slots=True)
class Group:
    """A group of fields."""

    model: type[BaseModel]


Shape = Leaf | Many | Numbered | Group


@functools.cache
def shapes(model: type[BaseModel]) -> Mapping[str, Shape]:
    """The shape of each field of a model."""
    return {typed_name(name): _shape(info.annotation, tuple(info.metadata)) for name, info in model.model_fields.items()}


class Spot(NamedTuple):  # a record has hundreds, and a tuple is made in half the time of a dataclass
    """One value in a record: where it is, what it is, and the word that read it."""

    loc: Loc
    value: Any
    word: Word
    names: bool = False  # the number of a thing in its mapping: it makes the thing, it does not refer to it


def walk(record: BaseModel) -> tuple[Spot, ...]:
    """Every value an author typed in a record, keys of mappings too."""
    return _walked(_This(record))


def block_at(record: BaseModel, loc: Loc) -> BaseModel:
    """The innermost group of fields that a place lies in."""
    block: BaseModel = record
    found: Any = record
    for step in loc[:-1]:
        found = _below(found, step)
        block = found if isinstance(found, BaseModel) else block
    return block


def _below(found: Any, step: str | int) -> Any:
    if isinstance(found, RootModel):
        return found.root[step]
    return getattr(found, own_name(type(found), str(step))) if isinstance(found, BaseModel) else found[step]


class _This:
    """A record as itself: one that says the same is another."""

    def __init__(self, record: BaseModel) -> None:
        self.record = record

    def __hash__(self) -> int:
        return id(self.record)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _This) and self.record is other.record


@functools.lru_cache(maxsize=32)  # one rule after the other looks at the records of an audit
def _walked(this: _This) -> tuple[Spot, ...]:
    found: list[Spot] = []
    _collect_group(this.record, (), found)
    return tuple(found)


Collect = Callable[[Any, Loc, list[Spot]], None]


@functools.cache
def _plan(model: type[BaseModel]) -> tuple[tuple[str, str, Word | None, Collect], ...]:
    """Each field's name in Python, as typed, its word where it is one value, and how its values are collected: worked out once."""
    return tuple(
        (own_name(model, name), name, shape.word if isinstance(shape, Leaf) else None, _collector(shape))
        for name, shape in shapes(model).items()
    )


def _collect_group(group: BaseModel, loc: Loc, found: list[Spot]) -> None:
    if isinstance(group, RootModel):
        _collector(shapes(type(group))["root"])(group.root, loc, found)
        return
    values = group.__dict__
    for name, typed, word, collect in _plan(type(group)):
        value = values[name]
        if value is None:
            continue
        if word is not None:
            found.append(Spot((*loc, typed), value, word))
        else:
            collect(value, (*loc, typed), found)


def _collector(shape: Shape) -> Collect:
    """How the values of a shape are collected."""
    match shape:
        case Leaf(word):
            return lambda value, loc, found: found.append(Spot(loc, value, word))
        case Group():
            return _collect_group
        case Many(inner):
            return functools.partial(_collect_list, _collector(inner))
        case Numbered(key, inner):
            return functools.partial(_collect_mapping, key, _collector(inner))


def _collect_list(inner: Collect, values: Sequence[Any], loc: Loc, found: list[Spot]) -> None:
    for index, value in enumerate(values):
        inner(value, (*loc, index), found)


def _collect_mapping(key: Word, inner: Collect, values: Mapping[str, Any], loc: Loc, found: list[Spot]) -> None:
    for number, value in (values or {}).items():
        found.append(Spot((*loc, number), number, key, names=True))
        inner(value, (*loc, number), found)


def groups(record: BaseModel) -> Iterator[BaseModel]:
    """The record and every group of fields in it."""
    yield record
    values = record.__dict__
    for name in _holders(type(record)):
        value = values[name]
        for each in value if isinstance(value, tuple) else value.values() if isinstance(value, dict) else (value,):
            if isinstance(each, BaseModel):
                yield from groups(each)


@functools.cache
def _holders(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model that hold groups, by their names in Python."""
    return tuple(own_name(model, name) for name, shape in shapes(model).items() if isinstance(_innermost(shape), Group))


def _innermost(shape: Shape) -> Shape:
    return _innermost(shape.inner) if isinstance(shape, Many | Numbered) else shape


def _shape(annotation: Any, metadata: tuple[Any, ...] = ()) -> Shape:
    word = next((mark for mark in metadata if isinstance(mark, Word)), None)
    if word:
        return Leaf(word)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(arguments[0], tuple(arguments[1:]))
    if origin in (Union, types.UnionType):
        return _shape(next(part for part in arguments if part is not type(None)))
    if origin is tuple:
        return Many(_shape(arguments[0]))
    if origin is dict:
        key = _shape(arguments[0])
        assert isinstance(key, Leaf)
        return Numbered(key.word, _shape(arguments[1]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Group(annotation)
    raise TypeError(f"no shape for {annotation!r}")
