"""How a field of a record is declared: its labels, its explanation, an example, and for whom it is."""

from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar, Generic, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, RootModel

from auditdocs.problem import Words


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


@cache
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
    return {name: label(model, name) for name in names or map(typed_name, model.model_fields)}
