"""How a field of a record is declared: its labels and its word; and the shape of a whole model.

One shape serves all who must know what an author may type: schema errors, references, editor schemas, skeletons, tests.
"""

import functools
import types
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Generic, NamedTuple, Self, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, RootModel

from auditdocs.problem import Words
from auditdocs.source import Loc
from auditdocs.word import Word


def typed_name(name: str) -> str:
    """A field's name as people type it: Python keeps `from` and `class` for itself, so they end in `_` here."""
    return name.rstrip("_")


Computed = Mapping[str, Words]


class Model(BaseModel):
    """A group of fields, frozen; unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True, defer_build=True, alias_generator=typed_name)
    computed: ClassVar[Computed] = {}  # what people would type here although it follows from elsewhere, and from where

    def for_customer(self) -> Self | None:
        """The group as the customer it concerns may read it, beside what its fields say of themselves; None: not at all."""
        return self


def own_name(model: type[BaseModel], typed: str) -> str:
    """The name in Python of a field that people type so."""
    return typed if typed in model.model_fields else f"{typed}_"


K = TypeVar("K")
V = TypeVar("V")


class Table(RootModel[dict[K, V]], Generic[K, V]):
    """A file that is one mapping from number (code) to thing."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True, defer_build=True)

    @property
    def rows(self) -> dict[K, V]:
        return self.root


def field(
    zh: str,
    en: str,
    about_zh: str = "",
    about_en: str = "",
    *,
    required: bool = False,
    default: Any = None,
    example: str = "",
    internal: bool = False,
    personal: bool = False,
) -> Any:
    """Declare a field with its two labels, its explanation, and what somebody might write there (`zh|en`).

    What is `internal` is for the house only; `personal` is somebody's data that no reader outside it needs.
    """
    extra = _extra(zh, en, about_zh, about_en, example, internal, personal)
    return Field(title=zh, json_schema_extra=extra) if required else Field(default=default, title=zh, json_schema_extra=extra)


def _extra(
    zh: str, en: str, about_zh: str, about_en: str, example: str = "", internal: bool = False, personal: bool = False
) -> dict[str, Any]:
    extra: dict[str, Any] = {"zh": zh, "en": en, "about_zh": about_zh, "about_en": about_en, "example": example}
    return extra | {"internal": internal, "personal": personal}


def many(
    zh: str, en: str, about_zh: str = "", about_en: str = "", *, example: str = "", internal: bool = False, personal: bool = False
) -> Any:
    """Declare a list (or a mapping from numbers) that may be empty."""
    return field(zh, en, about_zh, about_en, default=(), example=example, internal=internal, personal=personal)


def numbered(zh: str, en: str, about_zh: str = "", about_en: str = "") -> Any:
    """Declare a mapping from number to thing that may be empty."""
    return Field(default_factory=dict, title=zh, json_schema_extra=_extra(zh, en, about_zh, about_en))


def label(model: type[BaseModel], name: str) -> Words:
    """The two labels of a field."""
    said = _declared(model, name)
    return Words(str(said["zh"]), str(said["en"]))


def about(model: type[BaseModel], name: str) -> Words:
    """The explanation of a field in both languages; empty where its label says it."""
    said = _declared(model, name)
    return Words(str(said["about_zh"]), str(said["about_en"]))


def example_of(model: type[BaseModel], name: str) -> Words:
    """What somebody might write in a field of their own words; `{day}` stands for today. Empty where any word of its kind does."""
    zh, _, en = str(_declared(model, name)["example"]).partition("|")
    return Words(zh, en or zh)


def is_internal(model: type[BaseModel], name: str) -> bool:
    """Whether a field is for the house only."""
    return bool(_declared(model, name).get("internal"))


def is_personal(model: type[BaseModel], name: str) -> bool:
    """Whether a field is somebody's data that no reader outside the house needs."""
    return bool(_declared(model, name).get("personal"))


def _declared(model: type[BaseModel], name: str) -> Mapping[str, Any]:
    """What `field` has noted of a field; nothing of the rows of a table."""
    said = model.model_fields[own_name(model, name)].json_schema_extra
    return said if isinstance(said, dict) else {}


def labels(model: type[BaseModel], *names: str) -> dict[str, Words]:
    """The labels of a model's fields by name, for a document that prints them."""
    return {name: label(model, name) for name in names or shapes(model)}


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
    _collect(Group(type(this.record)), this.record, (), found)
    return tuple(found)


@functools.cache
def _plan(model: type[BaseModel]) -> tuple[tuple[str, str, Shape], ...]:
    """Each field's name in Python, as typed, and its shape: asked for with every value of every record."""
    return tuple((own_name(model, name), name, shape) for name, shape in shapes(model).items())


def _collect(shape: Shape, value: Any, loc: Loc, found: list[Spot]) -> None:
    if isinstance(shape, Leaf):
        found.append(Spot(loc, value, shape.word))
    elif isinstance(shape, Group):
        if isinstance(value, RootModel):
            _collect(shapes(type(value))["root"], value.root, loc, found)
            return
        model: type[BaseModel] = type(value)
        for name, typed, inner in _plan(model):
            part = getattr(value, name)
            if isinstance(inner, Leaf) and part is not None:
                found.append(Spot((*loc, typed), part, inner.word))
            elif part is not None:
                _collect(inner, part, (*loc, typed), found)
    elif isinstance(shape, Many):
        for index, item in enumerate(value):
            _collect(shape.inner, item, (*loc, index), found)
    elif value:
        for number, item in value.items():
            found.append(Spot((*loc, number), number, shape.key, names=True))
            _collect(shape.inner, item, (*loc, number), found)


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
