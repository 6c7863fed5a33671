"""A walk through a template: where it is, what it has found, and how a fault is told."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from jinja2 import nodes

from auditdocs.problem import Words, did_you_mean, nearest
from auditdocs.render.sandbox import Sandbox
from auditdocs.render.template_check.values import (
    Choice,
    Exact,
    Many,
    Names,
    Scope,
    Text,
    Thing,
    Value,
    fields_of,
    is_drawn,
    paths_in,
)

DEEPEST_CALL = 25  # macros in macros; a macro that calls itself ends here
_ONLY_WITHIN = Words("；循环中的名称只在该循环内有效", "; the name of a loop's row is known inside its loop only")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in a template: its file, its line, and why."""

    template: str
    line: int
    reason: Words


@dataclass(slots=True, eq=False)
class Walk:
    """The state of one walk; `parse` gives a template's tree, `run` follows statements."""

    environment: Sandbox
    parse: Callable[[str], nodes.Template]
    run: Callable[["Walk", Iterable[nodes.Node], Scope], None]
    template: str
    paragraphs: frozenset[int] | None = None  # Word: the lines whose mark stands for whole paragraphs
    faults: dict[Fault, None] = field(default_factory=dict)
    calls: list[tuple[str, int]] = field(default_factory=list)
    blocks: dict[str, list[tuple[str, nodes.Block]]] = field(default_factory=dict)
    globals: Scope = field(default_factory=dict)
    exported: dict[str, Scope] = field(default_factory=dict)  # of files that were imported

    def report(self, line: int, reason: Words, at: tuple[str, int] | None = None) -> None:
        """Note a fault where a template's author can mend it: at the call of a macro, not within."""
        inner = (self.template, line)
        template, outer = at if at and at[0] else self.calls[0] if self.calls else inner
        if self.calls and template != self.template:
            reason = Words(f"{reason.zh}（经 {inner[0]} 第 {line} 行）", f"{reason.en} (by way of {inner[0]}, line {line})")
        self.faults[Fault(template, outer, reason)] = None


def no_field(asked: str, name: str, of: Value, base: str, scope: Scope) -> Words:
    """A field that is not there, and the one most like it."""
    own = fields_of(of) if isinstance(of, Thing) else of.members if isinstance(of, Names) else {}
    guess = nearest(name, own)
    if guess:
        return _missing(asked, _nearest_leaf(f"{base}.{guess}", own[guess], name))
    elsewhere = sorted(paths_in(scope))
    same = next((path for path in elsewhere if path.rpartition(".")[2] == name), "")
    return _missing(asked, same or nearest(asked, elsewhere))


def no_name(name: str, scope: Scope) -> Words:
    """A name that nothing bears here."""
    elsewhere = sorted(paths_in(scope))
    same = next((path for path in elsewhere if path.rpartition(".")[2] == name), "")
    guess = did_you_mean(name, scope) if nearest(name, scope) else did_you_mean(same, [same]) if same else _ONLY_WITHIN
    return Words(f"{name}：这里没有这个名称{guess.zh}", f"{name} — no such name here{guess.en}")


def _nearest_leaf(path: str, found: Value, name: str) -> str:
    """A field that can be printed: of a group of fields the one whose name is most like it, else the first."""
    if not isinstance(found, Thing) or is_drawn(found):
        return path
    leaves = tuple(paths_in({path: found}))
    inner = nearest(name, (one.rpartition(".")[2] for one in leaves))
    return next(one for one in leaves if one.endswith(inner))


def _missing(asked: str, guess: str) -> Words:
    more = Words(f"；是否想写 {guess}？", f"; did you mean {guess}?") if guess else Words("", "")
    return Words(f"{asked}：没有这个字段{more.zh}", f"{asked} — no such field{more.en}")


def told(value: Value) -> Words:
    """What something is, in words of a template's author."""
    match value:
        case Text():
            return Words("文字", "text")
        case Many(inner) if is_drawn(inner):
            return Words("一组方框或图", "a list of boxes or drawings")
        case Many() | Exact():
            return Words("若干行的清单", "a list of rows")
        case Thing(shape):
            return Words(f"一组字段（{shape.__name__}）", f"a group of fields ({shape.__name__})")
        case Choice(options):
            return told(options[0])
        case _:
            return Words("不能打印的内容", "nothing that can be printed")


def written(node: nodes.Node | None) -> str:
    """An expression as its author wrote it, as far as it names something."""
    match node:
        case nodes.Name(name=name):
            return str(name)
        case nodes.Getattr(node=inner, attr=attr):
            return f"{written(inner)}.{attr}"
        case nodes.Getitem(node=inner, arg=nodes.Const(value=str() as key)):
            return f"{written(inner)}.{key}"
        case nodes.Getitem(node=inner, arg=nodes.Const(value=key)):
            return f"{written(inner)}[{key}]"
        case nodes.Getitem(node=inner):
            return f"{written(inner)}[…]"
        case nodes.Call(node=inner):
            return f"{written(inner)}(…)"
        case nodes.Filter(node=inner, name=name):
            return f"{written(inner)}|{name}"
        case nodes.Const(value=value):
            return repr(value)
        case _:
            return "…"
