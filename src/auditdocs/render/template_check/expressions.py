"""An expression of a template and the scope it stands in → the value it stands for; what is wrong with it is noted."""

from jinja2 import nodes

from auditdocs.problem import Words, did_you_mean
from auditdocs.render.template_check.calls import called
from auditdocs.render.template_check.filtering import filtered
from auditdocs.render.template_check.members import MOST, asked_for, some_member
from auditdocs.render.template_check.values import (
    ANYTHING,
    FLAG,
    NUMBER,
    TEXT,
    UNSET,
    Anything,
    Choice,
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
    options_of,
    truth_of,
)
from auditdocs.render.template_check.walk import Walk, no_name, told, written


def valued(walk: Walk, node: nodes.Node, scope: Scope) -> Value:
    """What an expression stands for."""
    match node:
        case nodes.Const(value=value):
            return Known(value, (walk.template, node.lineno))
        case nodes.TemplateData(data=data):
            return Known(str(data))
        case nodes.Name(name=name):
            return _named(walk, node, name, scope)
        case nodes.Getattr(node=inner, attr=attr):
            return asked_for(walk, node, valued(walk, inner, scope), Known(attr), scope)
        case nodes.Getitem(node=inner, arg=arg):
            return asked_for(walk, node, valued(walk, inner, scope), valued(walk, arg, scope), scope)
        case nodes.List(items=items) | nodes.Tuple(items=items):
            return Exact(tuple(valued(walk, one, scope) for one in items))
        case nodes.CondExpr():
            return _either_way(walk, node, scope)
        case nodes.Filter():
            return _through_filter(walk, node, scope)
        case nodes.Test():
            return _tested(walk, node, scope)
        case nodes.Call():
            return _of_call(walk, node, scope)
        case _:
            return _of_operator(walk, node, scope)


def _of_operator(walk: Walk, node: nodes.Node, scope: Scope) -> Value:
    match node:
        case nodes.And(left=left, right=right) | nodes.Or(left=left, right=right):
            return _decided(walk, node, valued(walk, left, scope), right, scope)
        case nodes.Not(node=inner):
            truth = truth_of(valued(walk, inner, scope))
            return FLAG if truth is None else Known(not truth)
        case nodes.Concat(nodes=parts):
            return _joined(walk, node, [valued(walk, one, scope) for one in parts], parts)
        case nodes.Compare(expr=expr, ops=ops):
            return _compared(valued(walk, expr, scope), [(one.op, valued(walk, one.expr, scope)) for one in ops])
        case nodes.Add(left=left, right=right):
            return _added(valued(walk, left, scope), valued(walk, right, scope))
        case nodes.BinExpr(left=left, right=right):
            valued(walk, left, scope), valued(walk, right, scope)
            return NUMBER
        case nodes.UnaryExpr(node=inner):
            found = valued(walk, inner, scope)
            return _negative(found) if isinstance(node, nodes.Neg) else NUMBER
        case _:
            for child in node.iter_child_nodes():
                valued(walk, child, scope)
            return ANYTHING


def _negative(value: Value) -> Value:
    return Known(-value.value) if isinstance(value, Known) and isinstance(value.value, int | float) else NUMBER


def _named(walk: Walk, node: nodes.Name, name: str, scope: Scope) -> Value:
    found = scope.get(name, walk.globals.get(name, UNSET))
    if isinstance(found, Unset):
        walk.report(node.lineno, no_name(name, scope))
        return ANYTHING
    return found


def _either_way(walk: Walk, node: nodes.CondExpr, scope: Scope) -> Value:
    truth = truth_of(valued(walk, node.test, scope))
    if truth is not None:
        chosen = node.expr1 if truth else node.expr2
        return valued(walk, chosen, scope) if chosen else Known("")
    return either((valued(walk, node.expr1, scope), valued(walk, node.expr2, scope) if node.expr2 else Known("")))


def _decided(walk: Walk, node: nodes.BinExpr, left: Value, right: nodes.Node, scope: Scope) -> Value:
    truth, ends = truth_of(left), isinstance(node, nodes.Or)
    if truth is ends:
        return left
    other = valued(walk, right, scope)
    return other if truth is not None else either((left, other))


def _joined(walk: Walk, node: nodes.Node, values: list[Value], parts: list[nodes.Expr]) -> Value:
    for value, part in zip(values, parts, strict=True):
        for one in options_of(value):
            if isinstance(one, Thing | Many | Exact | Flag | Method | Names):
                what, name = told(one), written(part)
                walk.report(node.lineno, Words(f"{name} 是{what.zh}，不能用 ~ 连接", f"{name} is {what.en} and cannot be joined with ~"))
    if all(isinstance(one, Known) for one in values):
        return Known("".join(str(one.value) for one in values if isinstance(one, Known)))
    return TEXT


def _compared(left: Value, others: list[tuple[str, Value]]) -> Value:
    if len(others) != 1 or not isinstance(left, Known) or not isinstance(others[0][1], Known):
        return FLAG
    op, right = others[0][0], others[0][1].value
    try:
        outcomes = {"eq": left.value == right, "ne": left.value != right}
        if op in ("gt", "lt", "gteq", "lteq"):
            outcomes = {"gt": left.value > right, "lt": left.value < right, "gteq": left.value >= right, "lteq": left.value <= right}
        if op in ("in", "notin"):
            outcomes = {"in": left.value in right, "notin": left.value not in right}
    except TypeError:
        return FLAG
    return Known(outcomes[op])


def _added(left: Value, right: Value) -> Value:
    lefts, rights = options_of(left), options_of(right)
    if len(lefts) * len(rights) > MOST:
        return ANYTHING
    return either(_sum(one, other) for one in lefts for other in rights)


def _sum(left: Value, right: Value) -> Value:
    match left, right:
        case Exact(first), Exact(second):
            return Exact((*first, *second))
        case Known(value=str() as first), Known(value=str() as second):
            return Known(first + second)
        case ((Text() | Known(value=str())), (Text() | Known(value=str()))):
            return TEXT
        case ((Many() | Exact()), (Many() | Exact())):
            return Many(either((some_member(left), some_member(right))))
        case _:
            return NUMBER if isinstance(left, Number | Known) and isinstance(right, Number | Known) else ANYTHING


def _through_filter(walk: Walk, node: nodes.Filter, scope: Scope) -> Value:
    if node.node is None:
        return TEXT
    value = _perhaps(walk, node.node, scope) if node.name in ("default", "d") else valued(walk, node.node, scope)
    arguments = [valued(walk, one, scope) for one in node.args]
    named = {str(one.key): valued(walk, one.value, scope) for one in node.kwargs}
    if node.name in ("default", "d"):
        return arguments[0] if arguments and isinstance(value, Unset) else either((value, *(arguments or [Known("")])))
    lookup = (lambda of, key: asked_for(walk, node, of, key, scope)) if named or arguments else None
    return filtered(walk, node, value, arguments, named, lookup)


def _perhaps(walk: Walk, node: nodes.Node, scope: Scope) -> Value:
    """A value that may be missing without a fault: only a name of the template's own, never a field of a view."""
    if isinstance(node, nodes.Name):
        return scope.get(node.name, walk.globals.get(node.name, UNSET))
    return valued(walk, node, scope)


def _tested(walk: Walk, node: nodes.Test, scope: Scope) -> Value:
    if node.name not in walk.environment.tests:
        guess = did_you_mean(node.name, walk.environment.tests)
        walk.report(node.lineno, Words(f"没有检验“is {node.name}”{guess.zh}", f"there is no test “is {node.name}”{guess.en}"))
        return FLAG
    for one in node.args:
        valued(walk, one, scope)
    if node.name not in ("defined", "undefined"):
        valued(walk, node.node, scope)
        return FLAG
    found = _perhaps(walk, node.node, scope)
    if isinstance(found, Choice | Anything):
        return FLAG
    return Known(isinstance(found, Unset) is (node.name == "undefined"))


def _of_call(walk: Walk, node: nodes.Call, scope: Scope) -> Value:
    target = valued(walk, node.node, scope)
    arguments = [valued(walk, one, scope) for one in node.args]
    named = {one.key: valued(walk, one.value, scope) for one in node.kwargs}
    is_open = node.dyn_args is not None or node.dyn_kwargs is not None
    return either(called(walk, node, one, arguments, named, is_open, valued) for one in options_of(target))
