"""Text → a tree of plain data that knows line and column, built from PyYAML's C *events*: one pass, no recursion."""

import unicodedata
from dataclasses import dataclass, field

import yaml

from auditdocs import source_text, text_sentences, yaml_sentences, yaml_slips
from auditdocs.problem import Place, Problem, Sentence, Words

MAX_DEPTH = 32
MAX_PROBLEMS = 100  # of one file: who is told more corrects none

Span = tuple[int, int, int, int]  # line, column, end line, end column, from 1, the end exclusive
NULLS = ("~", "null", "Null", "NULL")
_REUSED = (yaml_sentences.ANCHOR, yaml_sentences.ALIAS, yaml_sentences.MERGE)


class Scalar(str):
    """The text of a scalar as its author wrote it; `plain`: unquoted, `comment`: a `#` follows on its line."""

    plain = True
    comment = False


@dataclass(slots=True)
class Node:
    """One value and where it stands."""

    span: Span
    value: "Scalar | dict[str, Node] | list[Node] | None"
    keys: dict[str, Span] = field(default_factory=dict)
    in_braces: bool = False  # a mapping written `{…}`


def build_tree(path: str, text: str) -> Node | tuple[Problem, ...]:
    """The tree of a text, or all that is refused in it."""
    builder = _Builder(path, text)
    try:
        root = builder.build()
    except yaml.YAMLError as error:
        before = (one for one in builder.problems if one.sentence is not yaml_sentences.SWALLOWED)  # that follows from the error
        return (*before, yaml_slips.syntax_problem(path, text, error))
    if builder.problems or root is None:
        return tuple(builder.problems) or (Problem(Place(path), yaml_sentences.EMPTY),)
    return root


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read: the name that waits for its value, and the names seen so far with their lines."""

    node: Node
    name: tuple[str, Span] | None = None
    seen: dict[str, int] = field(default_factory=dict)


class _Builder:
    """Turns events into the tree; collects what is refused (anchors, tags, duplicate keys …) and goes on."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text
        self.problems: list[Problem] = []
        self.lines = text.split("\n")
        self.open: list[_Open] = []
        self.root: Node | None = None

    def build(self) -> Node | None:
        """The root; None where it is not worth going on."""
        for event in yaml.parse(self.text, Loader=yaml.CSafeLoader):
            if not self._take(event):
                return None
            if len(self.problems) >= MAX_PROBLEMS:
                self._refuse(yaml_sentences.TOO_MANY, event, limit=MAX_PROBLEMS)
                return None
        if self.root is not None and not isinstance(self.root.value, dict) and not self.problems:
            self._not_a_mapping(self.root)
        return self.root

    def _take(self, event: yaml.Event) -> bool:
        """One event; False where nothing that follows makes sense."""
        match event:
            case yaml.ScalarEvent():
                self._place(self._scalar(event), event)
            case yaml.AliasEvent():
                self._refuse_reuse(yaml_sentences.ALIAS, event, name=f"*{event.anchor}")
                return False
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                return self._begin(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                node = self.open.pop().node
                node.span = (*node.span[:2], *_span(event)[2:])
            case yaml.DocumentStartEvent() if self.root is not None:
                self._refuse(yaml_sentences.TWO_DOCUMENTS, event)
                return False
            case yaml.DocumentStartEvent() if event.tags:
                self._refuse(yaml_sentences.DIRECTIVE, event)
            case _:
                pass
        return True

    def _begin(self, event: yaml.CollectionStartEvent) -> bool:
        self._refuse_marks(event)
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        node = Node(_span(event), {} if is_mapping else [], in_braces=is_mapping and bool(event.flow_style))
        self._place(node, event)
        self.open.append(_Open(node))
        if len(self.open) > MAX_DEPTH:
            self._refuse(yaml_sentences.TOO_DEEP, event, limit=MAX_DEPTH)
        return len(self.open) <= MAX_DEPTH

    def _not_a_mapping(self, root: Node) -> None:
        if root.value is None:
            self.problems.append(Problem(Place(self.path), yaml_sentences.EMPTY))
        else:
            self.problems.append(yaml_slips.not_a_mapping(self.path, self.lines, root.span))

    def _scalar(self, event: yaml.ScalarEvent) -> Node:
        self._refuse_marks(event)
        span = _span(event)
        plain = event.style is None or event.style == ""
        if plain and event.value == "":
            return Node(span, None)
        value = Scalar(event.value)
        value.plain = plain
        value.comment = plain and self.lines[span[2] - 1][span[3] - 1 :].lstrip().startswith("#")
        if event.style == '"':
            self._refuse_characters(value, span)
        elif plain and span[0] < span[2]:
            self._refuse_swallowed(span)
        if plain and event.value in NULLS:
            self._refuse(yaml_sentences.NULL, event, word=event.value)
        return Node(span, value)

    def _place(self, node: Node, event: yaml.Event) -> None:
        """Put a node into what is open; where nothing is, it is the root."""
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if isinstance(parent.node.value, list):
            parent.node.value.append(node)
            if node.value is None:
                self._refuse(yaml_sentences.EMPTY_ITEM, event)
        elif parent.name is None:
            parent.name = (self._name(parent, node, event), node.span)
        elif isinstance(parent.node.value, dict):
            name, span = parent.name
            parent.node.value[name], parent.node.keys[name], parent.name = node, span, None

    def _name(self, parent: _Open, node: Node, event: yaml.Event) -> str:
        """The name of a field, as it is kept."""
        name = str(node.value) if isinstance(node.value, str) else ""
        self._refuse_name(name, node, event)
        same = name if name.isascii() else unicodedata.normalize("NFC", name)
        if same in parent.seen and name:
            self._refuse(yaml_sentences.DUPLICATE_KEY, event, key=name, line=parent.seen[same])
            return f"{name}\0{len(parent.seen)}"  # keeps the first; the record is refused anyway
        parent.seen.setdefault(same, node.span[0])
        return name

    def _refuse_name(self, name: str, node: Node, event: yaml.Event) -> None:
        if name.isidentifier():
            return  # nearly all are
        at = next((at for at, sign in enumerate(name) if sign == "：" or sign in source_text.BLANKS), -1)
        line, column = node.span[0], node.span[1] + at + (not getattr(node.value, "plain", True))
        if not name.strip() or "\n" in name:
            self._refuse(yaml_sentences.BAD_KEY, event)
        elif name == "<<":
            self._refuse_reuse(yaml_sentences.MERGE, event)
        elif at >= 0 and name[at] == "：":
            self.problems.append(yaml_slips.full_width(self.path, line - 1, column - 1, "："))
        elif at >= 0:
            place = Place(self.path, line, column, line, column + 1)
            self.problems.append(Problem(place, yaml_sentences.BLANK, {"name": source_text.BLANKS[name[at]]}))

    def _refuse_marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor:
            self._refuse_reuse(yaml_sentences.ANCHOR, event, name=f"&{event.anchor}")
        if event.tag:
            self._refuse(yaml_sentences.TAG, event, tag=event.tag.replace("tag:yaml.org,2002:", "!!"))

    def _refuse_reuse(self, sentence: Sentence, event: yaml.Event, **facts: str) -> None:
        """An anchor, its aliases and the merge key are one thing: the first speaks for all."""
        if not any(one.sentence in _REUSED for one in self.problems):
            self._refuse(sentence, event, **facts)

    def _refuse_characters(self, value: Scalar, span: Span) -> None:
        """Characters written as escapes; those that stand in the text itself were refused before."""
        bad = source_text.first_refused(value)
        if bad:
            sentence = text_sentences.TAB if bad == "\t" else yaml_sentences.ESCAPED
            self.problems.append(Problem(Place(self.path, *span), sentence, {"character": source_text.spell(bad)}))

    def _refuse_swallowed(self, span: Span) -> None:
        """A list item indented too far becomes a part of the text before it, silently."""
        for number in range(span[0] + 1, span[2] + 1):
            line = self.lines[number - 1]
            if line.lstrip().startswith("- "):
                column = len(line) - len(line.lstrip()) + 1
                place = Place(self.path, number, column, number, column + 1)
                self.problems.append(Problem(place, yaml_sentences.SWALLOWED))

    def _refuse(self, sentence: Sentence, event: yaml.Event, **facts: str | int | Words) -> None:
        self.problems.append(Problem(Place(self.path, *_span(event)), sentence, facts))


def _span(event: yaml.Event) -> Span:
    start, end = event.start_mark, event.end_mark
    assert start is not None
    assert end is not None
    return (start.line + 1, start.column + 1, end.line + 1, end.column + 1)
