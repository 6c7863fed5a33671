"""pydantic's errors → problems in our own sentences, at the value, with "did you mean"."""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any

from pydantic import BaseModel, RootModel, ValidationError

from auditdocs.field import Group, Leaf, Many, Model, Numbered, Shape, Wrong, label, shapes
from auditdocs.problem import Fact, Facts, Free, Place, Problem, Sentence, Words, nearest
from auditdocs.schema_sentences import (
    COMPUTED_FIELD,
    EMPTY_ROW,
    MISSING_FIELD,
    NOT_A_GROUP,
    NOT_A_LIST,
    NOT_NUMBERED,
    RESERVED_KEY,
    TEXT_BROKEN,
    UNKNOWN_FIELD,
)
from auditdocs.source import Loc, Source
from auditdocs.yaml_sentences import NO_BLANK, TOO_MANY
from auditdocs.yaml_slips import full_width
from auditdocs.yaml_tree import MAX_PROBLEMS, Node

COMPUTED: Mapping[str, Words] = {
    "id": Words("编号来自文件名", "the number comes from the file's name"),
    "kind": Words("类型来自文件路径", "the kind comes from the path"),
    "schema": Words("类型来自文件路径", "the kind comes from the path"),
    "audit": Words("所属审核来自文件夹", "the audit comes from the folder"),
    "status": Words("状态由记录的事实推出", "the state follows from the recorded facts"),
    "state": Words("状态由记录的事实推出", "the state follows from the recorded facts"),
    "history": Words("履历来自 Git", "the history comes from Git"),
    "revision": Words("版本来自文件名", "the revision comes from the file's name"),
    "obsolete_on": Words("由下一版的批准或 withdrawn 推出", "it follows from the next revision, or from 'withdrawn'"),
    "created_on": Words("创建日期来自 Git", "the date of creation comes from Git"),
    "created_by": Words("创建人来自 Git", "the creator comes from Git"),
    "car_ids": Words("由各 CAR 的 findings 推出", "it follows from the findings of the CARs"),
    "counts": Words("由发现项数出", "it is counted from the findings"),
    "grade": Words("由程序推出", "it is computed"),
}
_BOOLEAN_KEYS = frozenset(("no", "on", "off", "yes", "y", "n", "true", "false"))


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
    return Problem(place, *_unknown(shape.model, name))


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
        guess = _guess(group, str(loc[-1])) if group else ""
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
            return Problem(place, *_unknown(group, name))
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


def _unknown(group: type[BaseModel] | None, name: str) -> tuple[Sentence, Facts]:
    advice = _advice(group, name)
    if name.lower() in _BOOLEAN_KEYS:
        return RESERVED_KEY, {"field": name, "guess": advice}
    reason = COMPUTED.get(name) or (group.computed.get(name) if group and issubclass(group, Model) else None)
    if reason:
        return COMPUTED_FIELD, {"field": name, "reason": reason}
    return UNKNOWN_FIELD, {"field": Free(name) if len(name) > 40 else f"“{name}”", "guess": advice}


def _advice(group: type[BaseModel] | None, name: str) -> Words:
    """The field that was meant, where the name belongs, or what is known here."""
    if group is None:
        return Words("请删除", "delete it")
    guess, inside = _guess(group, name), _belongs_in(group, name)
    if guess and not inside:
        words = label(group, guess)
        zh = f"是否想写 {guess}（{words.zh}）？" if name.isascii() else f"字段名用英文：{guess}（{words.zh}）"
        return Words(zh, f"did you mean {guess} ({words.en})?")
    if inside:
        places = " 或 ".join(inside), " or ".join(inside)
        return Words(f"它属于 {places[0]}：请缩进写在它下面", f"it belongs to {places[1]}: indent it there")
    fields = tuple(shapes(group))
    return Words("这里可用的字段：" + "、".join(fields), "fields known here: " + ", ".join(fields))


def _belongs_in(group: type[BaseModel], name: str) -> tuple[str, ...]:
    """The fields below which this name would be right: `S06` below sessions, `received_at` below info_source."""
    found = tuple(field for field, shape in shapes(group).items() if _takes(shape, name))
    return found if len(found) < 3 else ()


def _takes(shape: Shape, name: str) -> bool:
    match shape:
        case Group(model):
            return name in shapes(model)
        case Numbered(key, _):
            return key.fits(name)
        case _:
            return False


@functools.cache
def _guess(group: type[BaseModel], name: str) -> str:
    """The field meant: by its name, or by its Chinese or English label."""
    known = {word: field for field in shapes(group) for word in (field, label(group, field).zh, label(group, field).en.lower())}
    if name in known:
        return known[name]
    inside = [field for word, field in known.items() if len(name) > 1 and (name in word or word in name)]
    found = nearest(name[:80].lower(), known)
    return known[found] if found else (inside[0] if inside else "")
