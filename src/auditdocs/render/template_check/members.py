"""A value and a name or number → what stands under it; where nothing does, the nearest that does is named."""

from jinja2 import nodes

from auditdocs.problem import Words
from auditdocs.render.template_check.values import (
    ANYTHING,
    TEXT,
    Anything,
    Exact,
    Flag,
    Known,
    Many,
    Method,
    Names,
    Number,
    Scope,
    Text,
    Thing,
    Unset,
    Value,
    either,
    fields_of,
    options_of,
)
from auditdocs.render.template_check.walk import Walk, no_field, told, written

MOST = 60  # items of a list that is written out, and choices that are followed one by one


def asked_for(walk: Walk, node: nodes.Node, of: Value, key: Value, scope: Scope) -> Value:
    """What stands under this name or number; every field must exist in all that this may be."""
    keys = options_of(key)
    if len(keys) > MOST:
        return ANYTHING
    return either(_member(walk, node, one, each, scope) for one in options_of(of) for each in keys)


def _member(walk: Walk, node: nodes.Node, of: Value, key: Value, scope: Scope) -> Value:
    if isinstance(of, Anything | Unset):
        return ANYTHING
    if not isinstance(key, Known):
        return some_member(of)
    match of:
        case Thing() if str(key.value) in fields_of(of):
            return fields_of(of)[key.value]
        case Names() if str(key.value) in of.members:
            return of.members[key.value]
        case Names(what="namespace"):
            return ANYTHING
        case Exact(items) if isinstance(key.value, int):
            return items[key.value] if -len(items) <= key.value < len(items) else _short(walk, node, key.value)
        case Many(inner) if isinstance(key.value, int):
            return inner
        case Text() | Known() if isinstance(key.value, int):
            return TEXT
        case Text() | Known(value=str()) if hasattr(str, str(key.value)):
            return Method(of, str(key.value))
        case Many() | Exact() if hasattr(tuple, str(key.value)):
            return Method(of, str(key.value))
    return _not_there(walk, node, of, key, scope)


def some_member(of: Value) -> Value:
    """What stands under a name or number that only a document will tell."""
    match of:
        case Many(inner):
            return inner
        case Exact(items):
            return either(items)
        case Text():
            return TEXT
        case _:
            return ANYTHING


def _short(walk: Walk, node: nodes.Node, index: int) -> Value:
    walk.report(node.lineno, Words(f"{written(node)}：清单没有第 {index} 项", f"{written(node)} — the list has no item {index}"))
    return ANYTHING


def _not_there(walk: Walk, node: nodes.Node, of: Value, key: Known, scope: Scope) -> Value:
    base = written(getattr(node, "node", None))
    asked = f"{base}.{key.value}" if isinstance(key.value, str) else f"{base}[{key.value}]"
    if isinstance(of, Many | Exact | Text | Known | Flag | Number):
        what = told(of)
        hint = _in_a_loop(base, of, str(key.value))
        reason = Words(f"{asked}：{base} 是{what.zh}，没有字段{hint.zh}", f"{asked} — {base} is {what.en} and has no fields{hint.en}")
    elif isinstance(of, Thing | Names):
        reason = no_field(asked, str(key.value), of, base, scope)
    else:
        return ANYTHING
    walk.report(node.lineno, reason, at=key.at)
    return ANYTHING


def _in_a_loop(base: str, of: Value, name: str) -> Words:
    row = of.inner if isinstance(of, Many) else None
    if not isinstance(row, Thing) or name not in fields_of(row):
        return Words("", "")
    told_zh = f"；请用循环逐行取值（for row in {base}，再写 row.{name}），或写 {base}[0].{name}"
    return Words(told_zh, f"; loop over it (for row in {base}, then row.{name}) or write {base}[0].{name}")
