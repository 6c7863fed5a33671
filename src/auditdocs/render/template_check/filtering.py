"""A filter and the value it is given → the value that comes out; unknown filters and wrong values are noted."""

from collections.abc import Callable

from jinja2 import nodes

from auditdocs.problem import Words, did_you_mean
from auditdocs.render.filters import css_length
from auditdocs.render.markdown import Heading
from auditdocs.render.press import RefusedError
from auditdocs.render.template_check.values import (
    ANYTHING,
    BLOCKS,
    FLAG,
    NUMBER,
    TEXT,
    Exact,
    Known,
    Many,
    Method,
    Names,
    Thing,
    Value,
    either,
    options_of,
    value_of,
)
from auditdocs.render.template_check.walk import Walk, told, written
from auditdocs.view_parts import Markdown

Lookup = Callable[[Value, Value], Value] | None
_TEXT = frozenset(
    (
        "upper",
        "lower",
        "title",
        "capitalize",
        "trim",
        "replace",
        "indent",
        "wordwrap",
        "truncate",
        "escape",
        "e",
        "forceescape",
        "string",
        "stacked",
        "in_two",
        "css_length",
        "link",
    )
)
_NUMBER = frozenset(("length", "count", "int", "float", "round", "abs", "sum", "wordcount"))
_SAME = frozenset(("list", "with_title", "sort", "reverse", "unique", "select", "reject", "selectattr", "rejectattr"))
_ALL = frozenset(("list", "with_title"))  # what is left out depends on the edition
_ONE = frozenset(("first", "last", "min", "max"))
_BY_NAME = frozenset(("selectattr", "rejectattr", "groupby"))  # the first argument names a field
_OF_MARKDOWN = frozenset(("headings", "contents"))


def filtered(walk: Walk, node: nodes.Filter, value: Value, arguments: list[Value], named: dict[str, Value], lookup: Lookup) -> Value:
    """What a filter makes of a value."""
    if node.name not in walk.environment.filters:
        guess = did_you_mean(node.name, walk.environment.filters)
        walk.report(node.lineno, Words(f"没有过滤器 {node.name}{guess.zh}", f"there is no filter {node.name}{guess.en}"))
        return ANYTHING
    asked = _field_of_rows(node, arguments, named)
    inner = lookup(_row(value), asked) if lookup and asked else ANYTHING
    _demand(walk, node, value)
    if node.name == "map":
        return Many(inner if asked else TEXT)
    return either(_outcome(node.name, one) for one in options_of(value))


def _outcome(name: str, value: Value) -> Value:
    if name in _TEXT:
        return TEXT
    if name in _NUMBER:
        return Known(len(value.items)) if name in ("length", "count") and isinstance(value, Exact) else NUMBER
    if name in _SAME:
        return value if isinstance(value, Exact) and name in _ALL else Many(_row(value))
    if name in _ONE:
        return _row(value)
    if name in ("batch", "slice"):
        return Many(Many(_row(value)))
    if name == "in_rows":
        return _in_rows(value)
    outcomes: dict[str, Value] = {"join": TEXT, "is_long": FLAG, "headings": Many(value_of(Heading)), "contents": BLOCKS}
    return outcomes.get(name, ANYTHING)


def _in_rows(fields: Value) -> Value:
    """Label, value and span of every pair; which stand side by side does not matter here."""
    if not isinstance(fields, Exact):
        return Many(Many(ANYTHING))
    pairs = (one.items for one in fields.items if isinstance(one, Exact) and len(one.items) > 1)
    return Exact(tuple(Exact((Exact((pair[0], pair[1], NUMBER)),)) for pair in pairs))


def _field_of_rows(node: nodes.Filter, arguments: list[Value], named: dict[str, Value]) -> Value | None:
    if "attribute" in named:
        return named["attribute"]
    return arguments[0] if node.name in _BY_NAME and arguments else None


def _row(value: Value) -> Value:
    match value:
        case Many(inner):
            return inner
        case Exact(items):
            return either(items) if items else ANYTHING
        case _:
            return ANYTHING


def _demand(walk: Walk, node: nodes.Filter, value: Value) -> None:
    """Text filters need text, Markdown filters Markdown, and a width must be one."""
    for one in options_of(value):
        is_markdown = isinstance(one, Thing) and one.shape is Markdown
        is_rows = isinstance(one, Thing | Many | Exact | Method | Names)
        if (node.name in _TEXT and is_rows) or (node.name in _OF_MARKDOWN and not is_markdown and one != ANYTHING):
            what, name = told(one), written(node.node)
            walk.report(node.lineno, Words(f"{name} 是{what.zh}，不能用 |{node.name}", f"{name} is {what.en}: |{node.name} cannot be used"))
        if node.name == "css_length" and isinstance(one, Known) and not _is_length(one.value):
            reason = Words(f"“{one.value}”不是宽度（应为 18mm、30% 等）", f"“{one.value}” is no width (18mm, 30%)")
            walk.report(node.lineno, reason, at=one.at)


def _is_length(value: object) -> bool:
    try:
        return bool(css_length(value))
    except RefusedError:
        return False
