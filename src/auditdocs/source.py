"""YAML bytes → plain data that knows line and column, or the problems that keep it from being read.

The tree is built from PyYAML's C *events*: exact positions, one pass, no recursion (`libraries.md`). Every scalar stays
the text its author sees; types come later (`decisions.md` 7).
"""

import hashlib
import unicodedata
from dataclasses import dataclass, field

import yaml

from auditdocs import source_text, yaml_sentences
from auditdocs.problem import Place, Problem, Sentence, Words
from auditdocs.source_text import complaint, decode, spell, syntax_problem

MAX_DEPTH = 32
MAX_BYTES = 1_000_000

Loc = tuple[str | int, ...]


class Scalar(str):
    """The text of a scalar as its author wrote it; `plain`: unquoted, `comment`: a `#` follows on its line."""

    __slots__ = ("comment", "plain")
    comment: bool
    plain: bool


@dataclass(slots=True)
class Node:
    """One value and where it stands: (line, column, end_line, end_column), from 1, the end exclusive."""

    span: tuple[int, int, int, int]
    value: "Scalar | dict[str, Node] | list[Node] | None"
    keys: dict[str, tuple[int, int, int, int]] = field(default_factory=dict)


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

    def has(self, loc: Loc) -> bool:
        """Whether something is written there."""
        node: Node | None = self.root
        for step in loc:
            node = _child(node, step) if node else None
        return node is not None

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
        return (Problem(Place(path), yaml_sentences.TOO_LARGE, {"size": len(raw), "limit": MAX_BYTES}),)
    text = decode(path, raw)
    if isinstance(text, Problem):
        return (text,)
    characters = complaint(path, text)
    if characters:
        return characters
    builder = _Builder(path, text)
    try:
        root = builder.build()
    except yaml.YAMLError as error:
        return (syntax_problem(path, text, error),)
    if builder.problems or root is None:
        return tuple(builder.problems) or (Problem(Place(path), yaml_sentences.EMPTY),)
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


class _Builder:
    """Turns events into the tree; collects what is refused (anchors, tags, duplicate keys …) and goes on."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text
        self.problems: list[Problem] = []
        self.lines = text.split("\n")

    def build(self) -> Node | None:
        root: Node | None = None
        stack: list[tuple[Node, list[tuple[str, tuple[int, int, int, int]]]]] = []
        for event in yaml.parse(self.text, Loader=yaml.CSafeLoader):
            match event:
                case yaml.AliasEvent():
                    self._refuse(yaml_sentences.ALIAS, event, name=f"*{event.anchor}")
                    return None
                case yaml.ScalarEvent():
                    root = self._place(stack, self._scalar(event), event) or root
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    self._refuse_marks(event)
                    node = Node(_span(event), {} if isinstance(event, yaml.MappingStartEvent) else [])
                    root = self._place(stack, node, event) or root
                    stack.append((node, []))
                    if len(stack) > MAX_DEPTH:
                        self._refuse(yaml_sentences.TOO_DEEP, event, limit=MAX_DEPTH)
                        return None
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    node, _ = stack.pop()
                    node.span = (*node.span[:2], *_span(event)[2:])
                case yaml.DocumentStartEvent() if root is not None:
                    self._refuse(yaml_sentences.TWO_DOCUMENTS, event)
                    return None
                case _:
                    pass
        if root is not None and not isinstance(root.value, dict) and not self.problems:
            self._not_a_mapping(root)
        return root

    def _not_a_mapping(self, root: Node) -> None:
        if root.value is None:
            self.problems.append(Problem(Place(self.path), yaml_sentences.EMPTY))
        else:
            self.problems.append(source_text.not_a_mapping(self.path, self.lines, root.span))

    def _scalar(self, event: yaml.ScalarEvent) -> Node:
        self._refuse_marks(event)
        span = _span(event)
        plain = event.style is None or event.style == ""
        if plain and event.value == "":
            return Node(span, None)
        value = Scalar(event.value)
        value.plain = plain
        value.comment = plain and self.lines[span[2] - 1][span[3] - 1 :].lstrip().startswith("#")
        self._refuse_characters(event, value, span)
        self._refuse_swallowed(span, plain)
        if plain and event.value in ("~", "null", "Null", "NULL"):
            self._refuse(yaml_sentences.NULL, event, word=event.value)
        return Node(span, value)

    def _place(self, stack: list[tuple[Node, list[tuple[str, tuple[int, int, int, int]]]]], node: Node, event: yaml.Event) -> Node | None:
        """Put a node into what is open; give it back where nothing is (it is the root)."""
        if not stack:
            return node
        parent, pending = stack[-1]
        if isinstance(parent.value, list):
            parent.value.append(node)
            if node.value is None:
                self._refuse(yaml_sentences.EMPTY_ITEM, event)
        elif isinstance(parent.value, dict):
            if pending:
                name, span = pending.pop()
                parent.value[name] = node
                parent.keys[name] = span
            else:
                self._key(parent, pending, node, event)
        return None

    def _key(self, parent: Node, pending: list[tuple[str, tuple[int, int, int, int]]], node: Node, event: yaml.Event) -> None:
        name = str(node.value) if isinstance(node.value, str) else ""
        if not isinstance(node.value, str):
            self._refuse(yaml_sentences.BAD_KEY, event)
        self._refuse_key(name, event)
        same = _canonical(name)
        assert isinstance(parent.value, dict)
        if any(_canonical(other) == same for other in parent.value):
            line = next(span[0] for other, span in parent.keys.items() if _canonical(other) == same)
            self._refuse(yaml_sentences.DUPLICATE_KEY, event, key=name, line=line)
            name = f"{name}\0{len(parent.value)}"  # keeps the first; the record is refused anyway
        pending.append((name, node.span))

    def _refuse_marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor:
            self._refuse(yaml_sentences.ANCHOR, event, name=f"&{event.anchor}")
        if event.tag:
            self._refuse(yaml_sentences.TAG, event, tag=event.tag)

    def _refuse_characters(self, event: yaml.Event, value: str, span: tuple[int, int, int, int]) -> None:
        bad = source_text.first_refused(value)
        if bad:
            sentence = yaml_sentences.TAB if bad == "\t" else yaml_sentences.CHARACTER
            self.problems.append(Problem(Place(self.path, *span), sentence, {"character": spell(bad)}))

    def _refuse_swallowed(self, span: tuple[int, int, int, int], plain: bool) -> None:
        """A list item indented too far becomes a part of the text before it, silently."""
        for number in range(span[0] + 1, span[2] + 1) if plain else ():
            line = self.lines[number - 1]
            if line.lstrip().startswith("- "):
                column = len(line) - len(line.lstrip()) + 1
                place = Place(self.path, number, column, number, column + 1)
                self.problems.append(Problem(place, yaml_sentences.SWALLOWED))

    def _refuse_key(self, name: str, event: yaml.Event) -> None:
        sign = next((sign for sign in name if sign == "：" or sign in source_text.BLANKS), "")
        if name == "<<":
            self._refuse(yaml_sentences.MERGE, event)
        elif sign == "：":
            self._refuse(yaml_sentences.FULL_WIDTH, event, name=Words("冒号", "colon"), character=sign, ascii="“:”")
        elif sign:
            self._refuse(yaml_sentences.BLANK, event, name=source_text.BLANKS[sign])

    def _refuse(self, sentence: Sentence, event: yaml.Event, **facts: str | int | Words) -> None:
        self.problems.append(Problem(Place(self.path, *_span(event)), sentence, facts))


def _canonical(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _span(event: yaml.Event) -> tuple[int, int, int, int]:
    start, end = event.start_mark, event.end_mark
    assert start is not None
    assert end is not None
    return (start.line + 1, start.column + 1, end.line + 1, end.column + 1)
