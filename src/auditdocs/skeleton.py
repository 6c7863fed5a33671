"""What `new` writes, as values: the fields an author can fill in today, each explained, with examples to uncomment.

Lines with `##` explain. Lines with one `#` are an example that is right as it stands once the `# ` is taken away.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, RootModel

from auditdocs.field import about, example_of, label, own_name, typed_name
from auditdocs.problem import Lang, Words
from auditdocs.records.base import Record
from auditdocs.room import RecordType
from auditdocs.shape import Group, Leaf, Many, Numbered, Shape, shapes
from auditdocs.word import Word

_NEEDS_QUOTES = re.compile(r"^[\s\-?:,\[\]{}#&*!|>'\"%@`]|: |:$| #|^$|^(~|null|Null|NULL)$|\s$")
_ENDS_A_WORD_IN_A_LIST = re.compile(r"[,\[\]{}]")
_CHOICES_A_LINE = 3
_TIMES = {"day": "{day}", "moment": "{day}T09:00"}
HOW_TO_USE = (
    Words("冒号后面直接填写；暂时不知道的留空", "Write behind the colons; leave empty what is not known yet"),
    Words(
        "“##”行是说明；“#”行是示例，删去行首的“# ”（VS Code：选中后按 Ctrl+/）再改成实际内容",
        "Lines with ## explain. Lines with # are examples: take away their '# ' (VS Code: select, Ctrl+/) and put in what is true",
    ),
)
Tree = Mapping[str, "Tree"]  # chosen fields, below each those of its group; empty: all


@dataclass(frozen=True, slots=True)
class Samples:
    """What stands in examples: the day, and ids that there are."""

    day: str = "2026-09-08"
    known: Mapping[str, str] | None = None  # record type → an id; None: the made-up ones
    lang: Lang = "zh"

    def of(self, model: type[BaseModel], name: str, word: Word) -> str:
        """An example of a field; empty where it would lead to nothing, or only its author can know."""
        if word.refers and self.known is not None:
            return self.known.get(word.refers, "")
        written = example_of(model, name).in_(self.lang) or _TIMES.get(word.name, "")
        return written.replace("{day}", self.day).replace("{month}", self.day[:7]) or ("" if word.free else word.example)


def skeleton(
    room: RecordType[Any],
    number: str,
    given: Mapping[str, str],
    comments: Mapping[str, str] | None = None,
    samples: Samples | None = None,
) -> str:
    """The text of a new record; `given` are values as YAML, `comments` a line more above a field."""
    lines = [f"## {room.title.zh} {room.title.en} · {number}", *(f"## {said}" for words in HOW_TO_USE for said in (words.zh, words.en))]
    lines.append(f"## 其余字段 all other fields: auditdocs explain {room.name}")
    model: type[BaseModel] = room.model
    chosen = _chosen(room, given)
    for name in sorted(shapes(model), key=lambda one: one == "approvals"):  # signed last
        if name in chosen:
            lines.append("")
            lines.extend(f"## {line}" for line in explained(model, name, chosen[name]))
            if comments and name in comments:
                lines.append(f"## {comments[name]}")
            lines.extend(_to_fill_in(model, name, given.get(name, ""), chosen[name], samples or Samples()))
    return "\n".join(lines) + "\n"


def fields_of(room: RecordType[Any]) -> tuple[str, ...]:
    """All fields a record may have; none where it is a table."""
    model: type[BaseModel] = room.model
    return () if issubclass(model, RootModel) else tuple(shapes(model))


def field_by_itself(room: RecordType[Any], name: str, lang: Lang) -> Iterator[str]:
    """One field explained in full, with its example, as it may be put into a record."""
    model: type[BaseModel] = room.model
    yield from (f"## {line}" for line in explained(model, name, {}))
    yield from tuple(_example(model, name, shapes(model)[name], {}, Samples(lang=lang))) or (f"{name}:",)


def row_by_itself(room: RecordType[Any], lang: Lang) -> Iterator[str]:
    """One row of a record that is a table."""
    model: type[BaseModel] = room.model
    row = shapes(model)["root"]
    if isinstance(row, Numbered) and isinstance(row.inner, Group):
        for name in _below(row.inner, {}):
            first, *others = explained(row.inner.model, name, {})
            yield from (f"## {name}: {first}", *(f"## {line}" for line in others))
        yield from _headed(row.key.example, _lines(row.inner, {}, Samples(lang=lang)))


def _chosen(room: RecordType[Any], given: Mapping[str, str]) -> Tree:
    """Those the room starts with, else all that are its own; and what is given."""
    own = [typed_name(name) for name in room.model.model_fields if name not in Record.model_fields]
    tree: dict[str, Any] = {}
    for path in (*(room.starts_with or own), *given):
        below = tree
        for step in path.split("."):
            below = below.setdefault(step, {})
    return tree


def _to_fill_in(model: type[BaseModel], name: str, given: str, below: Tree, samples: Samples) -> Iterator[str]:
    """A field with its value, or with an empty place, below it an example that can be uncommented."""
    shape = shapes(model)[name]
    if given:
        yield f"{name}:{given}" if given.startswith("\n") else f"{name}: {given}"
    elif isinstance(shape, Leaf):
        if not shape.word.choices and (written := samples.of(model, name, shape.word)):
            yield f"##   如 such as: {written}"
        yield f"{name}:"
    else:
        yield f"{name}:"
        yield from (f"# {line}" for line in _below_its_name(model, name, shape, below, samples))


def _below_its_name(model: type[BaseModel], name: str, shape: Shape, chosen: Tree, samples: Samples) -> Iterator[str]:
    """An example without its first line, which has the name; a list of words one a line."""
    match shape:
        case Many(Leaf(word)):
            yield from (f"  - {yaml_text(written)}" for written in _written(model, name, word, samples))
        case _:
            yield from tuple(_example(model, name, shape, chosen, samples))[1:]


def explained(model: type[BaseModel], name: str, below: Tree) -> Iterator[str]:
    """A field's labels and explanation, its choices, and so for every field below it."""
    words, more, whole = label(model, name), about(model, name), shapes(model)[name]
    yield f"{words.zh} {words.en}" + (f"：{more.zh} · {more.en}" if more.zh else "") + _how_many(whole)
    shape = _inmost(whole)
    if isinstance(shape, Leaf):
        offered = [f"{one} {said.zh} {said.en}" for one, said in shape.word.choices.items()]
        for at in range(0, len(offered), _CHOICES_A_LINE):
            yield f"  {' ' * 13 if at else '可选 choose: '}" + " · ".join(offered[at : at + _CHOICES_A_LINE])
        return
    for inner in _below(shape, below):
        first, *others = explained(shape.model, inner, below.get(inner, {}))
        yield f"  {inner}: {first}"
        yield from (f"  {line}" for line in others)


def _how_many(shape: Shape) -> str:
    """How several are written, where there may be several."""
    match shape:
        case Many(Leaf()):
            return "（可多项 several）"
        case Many():
            return "（可多项，各以“- ”开头 several, each behind '- '）"
        case Numbered(key, Group()):
            return f"（可多项，各有编号 several, each with its number: {key.example} …）"
        case _:
            return ""


def _below(group: Group, chosen: Tree) -> Iterator[str]:
    return (name for name in shapes(group.model) if not chosen or name in chosen)


def _inmost(shape: Shape) -> Leaf | Group:
    while isinstance(shape, Many | Numbered):
        shape = shape.inner
    return shape


def _example(model: type[BaseModel], name: str, shape: Shape, chosen: Tree, samples: Samples) -> Iterator[str]:
    """How a field is written, line by line; nothing where there is nothing right to say."""
    match shape:
        case Leaf(word):
            yield from (f"{name}: {yaml_text(written)}" for written in _written(model, name, word, samples))
        case Many(Leaf(word)):
            yield from (f"{name}: [{_in_list(written)}]" for written in _written(model, name, word, samples))
        case Numbered(key, Leaf(word)):
            yield from _headed(name, (f"{key.example}: {written}" for written in _written(model, name, word, samples)))
        case Many(Group() as group):
            yield from _headed(name, _dashed(_lines(group, chosen, samples)))
        case Numbered(key, Group() as group):
            yield from _headed(name, _headed(key.example, _lines(group, chosen, samples)))
        case Group():
            yield from _headed(name, _lines(shape, chosen, samples))


def _lines(group: Group, chosen: Tree, samples: Samples) -> tuple[str, ...]:
    """A group's fields; none where there is nothing right to say in one that it must have."""
    lines: list[str] = []
    for name in _below(group, chosen):
        found = tuple(_example(group.model, name, shapes(group.model)[name], chosen.get(name, {}), samples))
        if not found and group.model.model_fields[own_name(group.model, name)].is_required():
            return ()
        lines.extend(found)
    return tuple(lines)


def _written(model: type[BaseModel], name: str, word: Word, samples: Samples) -> tuple[str, ...]:
    found = samples.of(model, name, word)
    return (found,) if found else ()


def _headed(name: str, lines: Iterable[str]) -> Iterator[str]:
    """A group under its name; no name without a group."""
    for number, line in enumerate(lines):
        if number == 0:
            yield f"{name}:"
        yield f"  {line}"


def _dashed(lines: Iterable[str]) -> Iterator[str]:
    return (f"{'  ' if number else '- '}{line}" for number, line in enumerate(lines))


def yaml_text(text: str) -> str:
    """A one-line text as YAML, in quotes only where it needs them."""
    if _NEEDS_QUOTES.search(text) or "\t" in text:
        return "'" + text.replace("'", "''") + "'"
    return text


def _in_list(text: str) -> str:
    return "'" + text.replace("'", "''") + "'" if _ENDS_A_WORD_IN_A_LIST.search(text) else yaml_text(text)


def yaml_list(items: Iterable[str]) -> str:
    """Ids as a list in one line."""
    return "[" + ", ".join(items) + "]"


def next_number(form: str, taken: Iterable[str]) -> str:
    """The next free number of a form like `AUD-2026-{:03d}` over all that are taken anywhere."""
    prefix, _, rest = form.partition("{")
    digits = re.compile(re.escape(prefix) + "([0-9]+)" + re.escape(rest.partition("}")[2]))
    used = [int(found.group(1)) for name in taken if (found := digits.fullmatch(name))]
    return form.format(max(used, default=0) + 1)
