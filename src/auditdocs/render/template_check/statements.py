"""Statements of a template, followed in both branches of every condition and once through every loop."""

from collections.abc import Iterable

from jinja2 import nodes

from auditdocs.problem import Words
from auditdocs.render.template_check.expressions import valued
from auditdocs.render.template_check.members import MOST
from auditdocs.render.template_check.values import (
    ANYTHING,
    FLAG,
    NUMBER,
    TEXT,
    UNSET,
    Anything,
    Blocks,
    Exact,
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
    either,
    is_drawn,
    options_of,
    truth_of,
)
from auditdocs.render.template_check.walk import Walk, told, written
from auditdocs.view_parts import Box, Markdown

_LOOP = ("index", "index0", "revindex", "revindex0", "length", "depth", "depth0")


def run(walk: Walk, body: Iterable[nodes.Node], scope: Scope) -> None:
    """Follow statements in order; what they set stays in the scope."""
    for node in body:
        follow(walk, node, scope)


def follow(walk: Walk, node: nodes.Node, scope: Scope) -> None:
    """Follow one statement."""
    match node:
        case nodes.Output(nodes=parts):
            for part in parts:
                if not isinstance(part, nodes.TemplateData):
                    _demand_printable(walk, part, valued(walk, part, scope))
        case nodes.If():
            _branch(walk, node, scope)
        case nodes.For():
            _loop(walk, node, scope)
        case nodes.Assign(target=target, node=value):
            _assign(walk, target, valued(walk, value, scope), scope)
        case nodes.AssignBlock(target=target, body=body):
            run(walk, body, dict(scope))
            _assign(walk, target, TEXT, scope)
        case nodes.Macro(name=name):
            scope[name] = Macro(node, scope, walk.template)
        case nodes.Block(name=name):
            _block(walk, node, name, scope)
        case _:
            _other(walk, node, scope)


def _other(walk: Walk, node: nodes.Node, scope: Scope) -> None:
    match node:
        case nodes.Import(template=nodes.Const(value=name), target=target):
            scope[target] = Names(exported(walk, name), "file")
        case nodes.FromImport(template=nodes.Const(value=name), names=names):
            _take(walk, node, names, exported(walk, name), scope)
        case nodes.Include(template=nodes.Const(value=name)):
            _elsewhere(walk, name, dict(scope))
        case nodes.With(targets=targets, values=values, body=body):
            inner = dict(scope)
            for each, given in zip(targets, values, strict=True):
                _assign(walk, each, valued(walk, given, scope), inner)
            run(walk, body, inner)
        case nodes.CallBlock(call=call, body=body):
            valued(walk, call, scope)
            run(walk, body, {**scope, **{one.name: ANYTHING for one in node.args}})
        case nodes.FilterBlock(body=body) | nodes.Scope(body=body) | nodes.ScopedEvalContextModifier(body=body):
            run(walk, body, dict(scope))
        case nodes.ExprStmt(node=inner):
            valued(walk, inner, scope)


def _take(walk: Walk, node: nodes.Node, names: list[str | tuple[str, str]], exports: Scope, scope: Scope) -> None:
    for each in names:
        name, as_name = each if isinstance(each, tuple) else (each, each)
        if name not in exports:
            walk.report(node.lineno, Words(f"所导入的文件没有 {name}", f"the imported file has no {name}"))
        scope[as_name] = exports.get(name, ANYTHING)


def exported(walk: Walk, name: str) -> Scope:
    """The macros of a file, which sees nothing of who imports it; read once."""
    if name not in walk.exported:
        walk.exported[name] = {}
        _elsewhere(walk, name, walk.exported[name])
    return walk.exported[name]


def _elsewhere(walk: Walk, name: str, scope: Scope) -> None:
    before, walk.template = walk.template, name
    run(walk, walk.parse(name).body, scope)
    walk.template = before


def _branch(walk: Walk, node: nodes.If, scope: Scope) -> None:
    """Each branch on its own; afterwards a name is what either branch made of it."""
    truth = truth_of(valued(walk, node.test, scope))
    ways: list[tuple[nodes.Node | None, list[nodes.Node]]] = [(node.test, node.body)] if truth is not False else []
    if truth is not True:
        ways += [*((one.test, one.body) for one in node.elif_), (None, node.else_)]
    after = []
    for test, body in ways:
        inner = dict(scope)
        if test is not None and test is not node.test:
            valued(walk, test, inner)
        run(walk, body, inner)
        after.append(inner)
    for name in {name for inner in after for name in inner}:
        scope[name] = after[0][name] if len(after) == 1 else _met([inner.get(name, UNSET) for inner in after])


def _met(values: list[Value]) -> Value:
    first = values[0]
    return first if all(one is first for one in values) else either(values)


def _loop(walk: Walk, node: nodes.For, scope: Scope) -> None:
    over = valued(walk, node.iter, scope)
    for one in options_of(over):
        for item in _items(walk, node, one):
            inner: Scope = {**scope, "loop": _loop_names()}
            _assign(walk, node.target, item, inner)
            if node.test is not None:
                valued(walk, node.test, inner)
            run(walk, node.body, inner)
    run(walk, node.else_, dict(scope))


def _items(walk: Walk, node: nodes.For, over: Value) -> tuple[Value, ...]:
    match over:
        case Exact(items):
            return items if len(items) <= MOST else (either(items),)
        case Many(inner):
            return (inner,)
        case Text() | Number() | Flag() | Thing() | Known():
            what, name = told(over), written(node.iter)
            walk.report(node.iter.lineno, Words(f"{name} 是{what.zh}，不是清单，不能循环", f"{name} is {what.en}, not a list to loop over"))
    return (ANYTHING,)


def _loop_names() -> Names:
    names: Scope = {**dict.fromkeys(_LOOP, NUMBER), "first": FLAG, "last": FLAG, "cycle": Function("cycle")}
    return Names({**names, "previtem": ANYTHING, "nextitem": ANYTHING, "changed": Function("changed")}, "loop")


def _assign(walk: Walk, target: nodes.Node, value: Value, scope: Scope) -> None:
    match target:
        case nodes.Name(name=name):
            scope[name] = value
        case nodes.NSRef(name=name, attr=attr):
            space = scope.get(name)
            if isinstance(space, Names):
                space.members[attr] = either((space.members.get(attr, value), value))
        case nodes.Tuple(items=items) | nodes.List(items=items):
            for one, part in zip(items, _parts(walk, target, value, len(items)), strict=True):
                _assign(walk, one, part, scope)


def _parts(walk: Walk, target: nodes.Node, value: Value, count: int) -> tuple[Value, ...]:
    match value:
        case Exact(items) if len(items) == count:
            return items
        case Many(inner):
            return (inner,) * count
        case Exact() | Text() | Thing():
            reason = Words(f"不能拆成 {count} 个名称", f"this cannot be taken apart into {count} names")
            walk.report(target.lineno, reason)
    return (ANYTHING,) * count


def _block(walk: Walk, node: nodes.Block, name: str, scope: Scope) -> None:
    """The block as the template that extends this one has it."""
    before = walk.template
    chain = walk.blocks.get(name) or [(before, node)]
    for number, (template, block) in enumerate(chain):
        walk.template = template
        run(walk, block.body, {**scope, "super": Function("super")})
        if not any(one.name == "super" for one in block.find_all(nodes.Name)) or number:
            break
    walk.template = before


def _demand_printable(walk: Walk, node: nodes.Node, value: Value) -> None:
    for one in options_of(value):
        reason = _unprintable(walk, node, one)
        if reason:
            name = written(node)
            walk.report(node.lineno, Words(f"{name}：{reason.zh}", f"{name} — {reason.en}"))


def _unprintable(walk: Walk, node: nodes.Node, value: Value) -> Words | None:
    """Why a press would refuse this value at this place."""
    is_paragraph = walk.paragraphs is not None and node.lineno in walk.paragraphs
    is_set = isinstance(value, Blocks) or (isinstance(value, Thing) and value.shape is Markdown)
    if isinstance(value, Anything):
        return None
    if walk.paragraphs is not None and is_set and not is_paragraph:
        return Words("Markdown 须单独占一段，写作 {{p …}}", "Markdown stands alone in its paragraph, as {{p …}}")
    if is_paragraph and not is_set:
        return Words("{{p …}} 只用于 Markdown，文字会丢失；请写 {{ … }}", "{{p …}} is for Markdown only and loses text; write {{ … }}")
    if isinstance(value, Flag) or (isinstance(value, Known) and (value.value is None or isinstance(value.value, bool))):
        return Words("只说明是或否，不能打印；请用 {% if … %}", "says yes or no and cannot be printed; use {% if … %}")
    is_boxes = isinstance(value, Many) and isinstance(value.inner, Thing) and value.inner.shape is Box
    is_boxes = is_boxes or (isinstance(value, Exact) and all(isinstance(one, Thing) and one.shape is Box for one in value.items))
    if is_drawn(value) or is_boxes or not isinstance(value, Thing | Many | Exact | Method | Names | Macro | Function):
        return None
    what = told(value)
    if isinstance(value, Many | Exact):
        return Words(f"是{what.zh}，不能直接打印；请用循环逐行打印", f"is {what.en} and cannot be printed; loop over it")
    return Words(f"是{what.zh}，不能直接打印", f"is {what.en} and cannot be printed")
