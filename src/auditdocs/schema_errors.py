"""pydantic's errors → problems in our own sentences, at the value, with "did you mean"."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from pydantic import BaseModel, RootModel, ValidationError

from auditdocs.field import label
from auditdocs.problem import Fact, Facts, Free, Place, Problem, Words
from auditdocs.schema_sentences import (
    EMPTY_ROW,
    MISSING_FIELD,
    NOT_A_GROUP,
    NOT_A_LIST,
    NOT_NUMBERED,
    TEXT_BROKEN,
)
from auditdocs.shape import Group, Leaf, Many, Numbered, Shape, shapes
from auditdocs.source import Loc, Source
from auditdocs.unknown_fields import meant_field, unknown
from auditdocs.word import Wrong
from auditdocs.yaml_sentences import NO_BLANK, TOO_MANY
from auditdocs.yaml_slips import full_width
from auditdocs.yaml_tree import MAX_PROBLEMS, Node


def empty_names(source: Source, model: type[BaseModel]) -> Iterator[Problem]:
    """Names with nothing behind them that are no fields: YAML makes them of text with a comma inside `{…}`."""
    shape = shapes(model)["root"] if issubclass(model, RootModel) else Group(model)
    yield from _limited(_empty_names(source, source.root, shape, ()), source)


def _empty_names(source: Source, node: Node, shape: Shape | None, loc: Loc) -> Iterator[Problem]:
    match node.value, shape:
        case list(), Many(inner):
            for index, child in enumerate(node.value):
                yield from _empty_names(source, child, inner, (*loc, index))
        case dict(), Numbered(_, inner):
            for name, child in node.value.items():
                if child.value is None:
                    yield Problem(source.place((*loc, name), key=True), EMPTY_ROW, {"field": name})
                yield from _empty_names(source, child, inner, (*loc, name))
        case dict(), Many():  # not a list: said by pydantic
            return
        case dict(), Leaf(word) if word.group is None:  # not one value: said by pydantic
            return
        case dict(), _:
            known = shapes(shape.model) if isinstance(shape, Group) else {}
            allowed = known if isinstance(shape, Group) else ("zh", "en")
            for name, child in node.value.items():
                if child.value is None and name not in allowed:
                    yield _empty_name(source, (*loc, name), name, shape, node.in_braces)
                yield from _empty_names(source, child, known.get(name), (*loc, name))


def _empty_name(source: Source, loc: Loc, name: str, shape: Shape | None, in_braces: bool) -> Problem:
    """An unknown name without a value: a forgotten blank or broken text inside braces, a wrong field name elsewhere."""
    place = source.place(loc, key=True)
    field, colon, _ = name.partition(":")
    if in_braces and colon and isinstance(shape, Group) and field in shapes(shape.model):
        column = place.column + len(field)
        return Problem(replace(place, column=column, end_column=column + 1), NO_BLANK)
    if in_braces or not isinstance(shape, Group):
        return Problem(place, TEXT_BROKEN, {"field": Free(name)})
    return Problem(place, *unknown(shape.model, name))


def schema_problems(source: Source, model: type[BaseModel], error: ValidationError) -> Iterator[Problem]:
    """pydantic's errors by type in our own sentences, at the value."""
    yield from _limited(_told(source, model, error), source)


def _limited(problems: Iterator[Problem], source: Source) -> Iterator[Problem]:
    """The first of too many, and that there are more."""
    last = Place(source.path)
    for problem in islice(problems, MAX_PROBLEMS):
        last = problem.place
        yield problem
    if next(problems, None):
        yield Problem(last, TOO_MANY, {"limit": MAX_PROBLEMS})


def _told(source: Source, model: type[BaseModel], error: ValidationError) -> Iterator[Problem]:
    seen: set[tuple[Place, str]] = set()
    found = error.errors(include_url=False, include_input=False)
    mistyped = set(_mistyped(model, found[: MAX_PROBLEMS * 10]))
    unnumbered = {one["loc"][:-1] for one in found if one["loc"][-1:] == ("[key]",)}
    for one in found:
        loc = tuple(step for step in one["loc"] if step != "[key]")
        if one["type"] == "missing" and loc in mistyped:  # its name was typed otherwise, and that is said
            continue
        if one["loc"][-1:] != ("[key]",) and any(loc[:end] in unnumbered for end in range(1, len(loc) + 1)):
            continue
        problem = _problem(source, model, loc, one)
        if (problem.place, problem.code) not in seen:
            seen.add((problem.place, problem.code))
            yield problem


def _mistyped(model: type[BaseModel], errors: list[Any]) -> Iterator[Loc]:
    """The fields that were meant by unknown names."""
    for one in errors:
        loc = one["loc"]
        group = _where(model, loc)[0] if one["type"] == "extra_forbidden" else None
        guess = meant_field(group, str(loc[-1])) if group else ""
        if guess:
            yield (*loc[:-1], guess)


def _problem(source: Source, model: type[BaseModel], loc: Loc, error: Any) -> Problem:
    on_key = error["type"] == "extra_forbidden" or error["loc"][-1:] == ("[key]",)
    place = source.place(loc, key=on_key)
    name = next((str(step) for step in reversed(loc) if isinstance(step, str)), "")
    if error["loc"][-1:] == ("[key]",) and (told := _without_number(source, model, loc)):
        return told
    if error["type"] == "auditdocs":
        wrong: Wrong = error["ctx"]["wrong"]
        return Problem(place, wrong.sentence, {"field": name, **wrong.facts})
    group, shape = _where(model, loc)
    match error["type"]:
        case "extra_forbidden":
            return Problem(place, *unknown(group, name, model))
        case "missing":
            above = place if source.has(loc) else source.place(loc[:-1])
            return Problem(above, MISSING_FIELD, {"field": name, "label": label(group, name)} if group else {})
        case "tuple_type" | "list_type" | "iterable_type":
            return _not_a_list(source, place, loc, {**_named(group, name), "example": _example_of(shape)})
        case _ if isinstance(shape, Numbered):
            return Problem(place, NOT_NUMBERED, {**_named(group, name), "example": f"{shape.key.example}: …"})
        case _:
            inner = _inner_fields(shape)
            return Problem(place, NOT_A_GROUP, {**_named(group, name), "fields": inner})


def _without_number(source: Source, model: type[BaseModel], loc: Loc) -> Problem | None:
    """A field of the thing itself where its number should stand: `sessions: {stage: …}`."""
    group, shape = _where(model, loc[:-1])
    if not isinstance(shape, Numbered) or str(loc[-1]) not in _inner_fields(shape):
        return None
    facts = {**_named(group, str(loc[-2]) if len(loc) > 1 else ""), "example": f"{shape.key.example}: …"}
    return Problem(source.place(loc[:-1], key=True), NOT_NUMBERED, facts)


def _not_a_list(source: Source, place: Place, loc: Loc, facts: Facts) -> Problem:
    """A list in full-width brackets is text to YAML."""
    value = source.text_at(loc)
    if value[:1] in ("【", "［"):
        return full_width(place.path, place.line - 1, place.column - 1, value[0])
    return Problem(place, NOT_A_LIST, facts)


def _named(group: type[BaseModel] | None, name: str) -> dict[str, Fact]:
    known = group is not None and name in shapes(group) and not issubclass(group, RootModel)
    return {"field": name, "label": label(group, name) if group and known else Words(name, name)}


def _inner_fields(shape: Shape | None) -> tuple[str, ...]:
    match shape:
        case Group(model):
            return tuple(shapes(model))
        case Many(inner) | Numbered(_, inner):
            return _inner_fields(inner)
        case _:
            return ()


def _example_of(shape: Shape | None) -> str:
    match shape:
        case Many(inner):
            return _example_of(inner)
        case Group(model):
            return "{" + f"{next(iter(shapes(model)))}: …" + "}"
        case Numbered():
            return "…"
        case None:
            return "…"
        case leaf:
            return leaf.word.example


def _where(model: type[BaseModel], loc: Loc) -> tuple[type[BaseModel] | None, Shape | None]:
    """The group of fields a place lies in, and the shape of the place itself."""
    group: type[BaseModel] | None = model
    shape: Shape | None = shapes(model)["root"] if issubclass(model, RootModel) else Group(model)
    for step in loc:
        match shape:
            case Group(inner):
                group = inner
                shape = shapes(inner).get(str(step))
            case Many(inner_shape) | Numbered(_, inner_shape):
                shape = inner_shape
            case _:
                return group, shape
    return group, shape
