"""YAML bytes → plain data that knows line and column, or the problems that keep it from being read.

Every scalar stays the text its author sees; types come later.
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property, partial

from auditdocs.problem import Place, Problem
from auditdocs.source_text import complaint, decode
from auditdocs.text_sentences import TOO_LARGE
from auditdocs.yaml_data import read_data
from auditdocs.yaml_tree import Node, Scalar, build_tree

MAX_BYTES = 1_000_000

Loc = tuple[str | int, ...]


@dataclass(frozen=True)
class Source:
    """Parsed text that knows its lines, not yet believed."""

    path: str
    text: str
    sha256: str
    data: object  # plain dicts, lists and Scalars; what was left empty is not there
    tree: Callable[[], Node]
    has_empty: bool = True  # whether a name may have been left empty

    @cached_property
    def root(self) -> Node:
        """The tree that knows where everything stands; built when somebody asks for a place, which for most records nobody does."""
        return self.tree()

    def may_say(self, signs: re.Pattern[str]) -> bool:
        """Whether these signs, which stand on one line, may be in one of its values: a glance at the whole text tells of nearly all."""
        return "\\" in self.text or signs.search(self.text) is not None  # behind a backslash a sign may be written as another

    @property
    def is_composed(self) -> bool:
        """Whether no value has decomposed characters: parts of a text that has none have none."""
        return "\\" not in self.text and unicodedata.is_normalized("NFC", self.text)

    def without_data(self) -> "Source":
        """The same once a record was made of its data."""
        return replace(self, data=None)

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
    sha256 = hashlib.sha256(raw).hexdigest()
    quick = read_data(text)
    if quick:
        return Source(path, text, sha256, quick.root, partial(_tree, path, text), not quick.is_complete)
    root = build_tree(path, text)
    return Source(path, text, sha256, plain_data(root), lambda: root) if isinstance(root, Node) else root


def _tree(path: str, text: str) -> Node:
    root = build_tree(path, text)
    assert isinstance(root, Node), path
    return root


def plain_data(node: Node) -> object:
    """The data of a tree."""
    match node.value:
        case dict():
            return {name: plain_data(child) for name, child in node.value.items() if child.value is not None}
        case list():
            return [plain_data(child) for child in node.value]
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
