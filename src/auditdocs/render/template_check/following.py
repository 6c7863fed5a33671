"""A template's tree and the types of what it is handed → everything it asks for that is not there."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from jinja2 import nodes

from auditdocs.problem import Words, did_you_mean
from auditdocs.render.sandbox import Sandbox
from auditdocs.render.template_check.statements import run
from auditdocs.render.template_check.values import ANYTHING, Function, Macro, Scope
from auditdocs.render.template_check.walk import Fault, Walk

GLOBALS: Scope = {"range": Function("range"), "namespace": Function("namespace"), "self": ANYTHING}
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
Parse = Callable[[str], nodes.Template]


def faults_along(
    environment: Sandbox, parse: Parse, name: str, scope: Scope, paragraphs: frozenset[int] | None = None
) -> tuple[Fault, ...]:
    """All that is wrong on every way through a template, in the order of its lines."""
    walk = Walk(environment, parse, run, name, paragraphs, globals=GLOBALS)
    lineage = tuple(_lineage(parse, name))
    for template, tree in lineage:
        for block in _blocks(tree):
            walk.blocks.setdefault(block.name, []).append((template, block))
    for template, tree in lineage[:-1]:
        walk.template = template
        _demand_known_blocks(walk, tree, [one for _, each in lineage if each is not tree for one in _blocks(each)])
        run(walk, _before_its_parent(walk, tree), scope)
    walk.template, tree = lineage[-1]
    run(walk, tree.body, scope)
    _follow_unused_macros(walk, lineage[0], scope)
    return tuple(sorted(walk.faults, key=lambda one: (one.template != name, one.template, one.line)))


def _lineage(parse: Parse, name: str) -> Iterator[tuple[str, nodes.Template]]:
    """A template, the one it extends, and so on."""
    met: set[str] = set()
    while name not in met:
        met.add(name)
        tree = parse(name)
        yield name, tree
        parent = _parent(tree)
        if not isinstance(parent, nodes.Const):
            return
        name = str(parent.value)


@lru_cache(maxsize=256)  # of a page that others extend it is asked for each of them
def _blocks(tree: nodes.Template) -> tuple[nodes.Block, ...]:
    return tuple(tree.find_all(nodes.Block))


@lru_cache(maxsize=256)
def _parent(tree: nodes.Template) -> nodes.Expr | None:
    return next((one.template for one in tree.find_all(nodes.Extends)), None)


def _demand_known_blocks(walk: Walk, tree: nodes.Template, others: list[nodes.Block]) -> None:
    known = [one.name for one in others]
    for block in _blocks(tree):
        if block.name not in known:
            guess = did_you_mean(block.name, known)
            zh = f"所扩展的模板没有块 {block.name}，其内容不会印出{guess.zh}"
            walk.report(block.lineno, Words(zh, f"the template it extends has no block {block.name}, which is not printed{guess.en}"))


def _before_its_parent(walk: Walk, tree: nodes.Template) -> Iterator[nodes.Node]:
    """What a template that extends another does itself; what it would print outside its blocks is lost."""
    for node in tree.body:
        if isinstance(node, nodes.Output):
            _demand_nothing(walk, node)
        elif not isinstance(node, nodes.Block | nodes.Extends):
            yield node


def _demand_nothing(walk: Walk, node: nodes.Output) -> None:
    for part in node.nodes:
        if not isinstance(part, nodes.TemplateData) or _COMMENT.sub("", part.data).strip():
            reason = Words("在所有块之外，不会印出", "this stands outside every block and is not printed")
            walk.report(part.lineno, reason)


def _follow_unused_macros(walk: Walk, first: tuple[str, nodes.Template], scope: Scope) -> None:
    """A macro that nobody calls may be called tomorrow: what it asks for by itself must be there too."""
    called = {str(one.node.name) for one in first[1].find_all(nodes.Call) if isinstance(one.node, nodes.Name)}
    walk.template = first[0]
    for macro in first[1].find_all(nodes.Macro):
        if macro.name not in called:
            found = scope.get(macro.name)
            inner = found.scope if isinstance(found, Macro) else scope
            run(walk, macro.body, {**inner, **{one.name: ANYTHING for one in macro.args}})
