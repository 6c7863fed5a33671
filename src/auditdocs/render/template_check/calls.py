"""A call in a template (a macro, a method, one of jinja's functions) → what comes back; its arguments are followed into the macro."""

from collections.abc import Callable

from jinja2 import nodes

from auditdocs.problem import Words, did_you_mean
from auditdocs.render.template_check.values import (
    ANYTHING,
    NUMBER,
    TEXT,
    UNSET,
    Anything,
    Flag,
    Function,
    Known,
    Macro,
    Many,
    Method,
    Names,
    Number,
    Scope,
    Text,
    Thing,
    Value,
)
from auditdocs.render.template_check.walk import DEEPEST_CALL, Walk, told, written

Valued = Callable[[Walk, nodes.Node, Scope], Value]
_LISTS = ("split", "rsplit", "splitlines", "partition", "rpartition")
_NUMBERS = ("count", "index", "find", "rfind")


def called(
    walk: Walk, node: nodes.Call, target: Value, arguments: list[Value], named: dict[str, Value], is_open: bool, valued: Valued
) -> Value:
    """What this call gives."""
    match target:
        case Macro():
            return _of_macro(walk, node, target, arguments, named, is_open, valued)
        case Method():
            return _of_method(target)
        case Function(name="namespace"):
            return Names(dict(named), "namespace")
        case Function(name="range"):
            return Many(NUMBER)
        case Function(name="super" | "caller"):
            return TEXT
        case Anything() | Function():
            return ANYTHING
        case Text() | Number() | Flag() | Thing() | Many() | Known():
            what, name = told(target), written(node.node)
            walk.report(node.lineno, Words(f"{name} 是{what.zh}，不能调用", f"{name} is {what.en} and cannot be called"))
    return ANYTHING


def _of_method(target: Method) -> Value:
    if target.name in _LISTS:
        return Many(TEXT)
    if target.name in _NUMBERS:
        return NUMBER
    return TEXT if isinstance(target.of, Text | Known) else ANYTHING


def _of_macro(
    walk: Walk, node: nodes.Call, macro: Macro, arguments: list[Value], named: dict[str, Value], is_open: bool, valued: Valued
) -> Value:
    if len(walk.calls) >= DEEPEST_CALL:
        return TEXT
    scope = _bound(walk, node, macro, arguments, named, is_open)
    before = walk.template
    walk.calls.append((walk.template, node.lineno))
    walk.template = macro.template
    for parameter, default in zip(reversed(macro.node.args), reversed(macro.node.defaults), strict=False):
        if scope[parameter.name] == UNSET:
            scope[parameter.name] = valued(walk, default, scope)
    walk.run(walk, macro.node.body, scope)
    walk.template = before
    walk.calls.pop()
    return TEXT


def _bound(walk: Walk, node: nodes.Call, macro: Macro, arguments: list[Value], named: dict[str, Value], is_open: bool) -> Scope:
    """The macro's own scope: what it was written among, and its arguments by name."""
    parameters = [one.name for one in macro.node.args]
    takes_more = any(one.name in ("varargs", "kwargs", "caller") for one in macro.node.find_all(nodes.Name))
    if len(arguments) > len(parameters) and not takes_more:
        most = len(parameters)
        reason = Words(f"{macro.node.name} 最多接受 {most} 个参数", f"{macro.node.name} takes no more than {most} arguments")
        walk.report(node.lineno, reason)
    for name in named:
        if name not in parameters and not takes_more:
            guess = did_you_mean(name, parameters)
            reason = Words(f"{macro.node.name} 没有参数 {name}{guess.zh}", f"{macro.node.name} has no argument {name}{guess.en}")
            walk.report(node.lineno, reason)
    given = {**dict(zip(parameters, arguments, strict=False)), **named}
    missing = ANYTHING if is_open else UNSET
    more: Scope = {"varargs": Many(ANYTHING), "kwargs": ANYTHING, "caller": Function("caller")} if takes_more else {}
    return {**macro.scope, **more, **{name: given.get(name, missing) for name in parameters}}
