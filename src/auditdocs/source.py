"""YAML bytes → plain data that knows line and column, or the problems that keep it from being read.

Every scalar stays the text its author sees; types come later.
"""

import hashlib
from dataclasses import dataclass

from auditdocs.problem import Place, Problem
from auditdocs.source_text import complaint, decode
from auditdocs.yaml_sentences import TOO_LARGE
from auditdocs.yaml_tree import Node, Scalar, build_tree

MAX_BYTES = 1_000_000

Loc = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Parsed text that knows its lines, not yet believed."""

    path: str
    text: str
    sha256: str
    root: Node

    @property
    def data(self) -> object:
        """Plain dicts, lists and Scalars; what was left empty is not there."""
        return _plain(self.root)

    def place(self, loc: Loc, key: bool = False) -> Place:
        """Where a value (or its key) stands; of the nearest thing above it that stands, where it does not."""
        node, span = self.root, self.root.span
        for step in loc:
            inner = _child(node, step)
            if inner is None:
                break
            named = node.keys.get(str(step))
            span = named if named and (key or inner.value is None) else inner.span
            if isinstance(inner.value, dict | list) and named and not key:
                span = named
            node = inner
        return Place(self.path, *span)

    def place_of(self, words: str, within: Place) -> Place:
        """Where some words of a text stand; the text itself where they are written otherwise (as escapes, over two lines)."""
        for number, line in enumerate(self.text.split("\n")[within.line - 1 : within.end_line], start=within.line):
            column = line.find(words, within.column - 1 if number == within.line else 0) + 1
            if column:
                return Place(self.path, number, column, number, column + len(words))
        return within

    def has(self, loc: Loc) -> bool:
        """Whether something is written there."""
        node: Node | None = self.root
        for step in loc:
            node = _child(node, step) if node else None
        return node is not None

    def text_at(self, loc: Loc) -> str:
        """The text that is written there; empty where none is."""
        node: Node | None = self.root
        for step in loc:
            node = _child(node, step) if node else None
        return str(node.value) if node and isinstance(node.value, Scalar) else ""

    def find(self, needle: str) -> Loc | None:
        """The first value that contains this text."""
        for loc, text in scalars(self.root):
            if needle in text:
                return loc
        return None


def scalars(root: Node) -> "list[tuple[Loc, Scalar]]":
    """Every scalar of a tree with its place in it, in the order written."""
    found: list[tuple[Loc, Scalar]] = []
    stack: list[tuple[Loc, Node]] = [((), root)]
    while stack:
        loc, node = stack.pop()
        if isinstance(node.value, dict):
            stack.extend(((*loc, name), child) for name, child in reversed(node.value.items()))
        elif isinstance(node.value, list):
            stack.extend(((*loc, index), child) for index, child in reversed(list(enumerate(node.value))))
        elif node.value is not None:
            found.append((loc, node.value))
    return found


def parse(path: str, raw: bytes, first_line: int = 1) -> Source | tuple[Problem, ...]:
    """Read one record; `first_line` shifts places where the YAML is a part of a larger file (front matter)."""
    if len(raw) > MAX_BYTES:
        return (Problem(Place(path), TOO_LARGE, {"size": len(raw), "limit": MAX_BYTES}),)
    text = decode(path, raw)
    if isinstance(text, Problem):
        return (text,)
    characters = complaint(path, text)
    if characters:
        return characters
    root = build_tree(path, text)
    if not isinstance(root, Node):
        return root
    return Source(path, text, hashlib.sha256(raw).hexdigest(), root)


def _plain(node: Node) -> object:
    match node.value:
        case dict():
            return {name: _plain(child) for name, child in node.value.items() if child.value is not None}
        case list():
            return [_plain(child) for child in node.value]
        case _:
            return node.value


def _child(node: Node, step: str | int) -> Node | None:
    match node.value:
        case dict():
            return node.value.get(str(step))
        case list() if isinstance(step, int) and step < len(node.value):
            return node.value[step]
        case _:
            return None
