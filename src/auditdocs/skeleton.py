"""What `new` writes, as values: a record with the lines an author can fill in today, each explained in a comment."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from auditdocs.field import Group, Leaf, Many, Numbered, Shape, about, label, shapes
from auditdocs.records.base import Record
from auditdocs.room import RecordType

INDENT = "  "
_NEEDS_QUOTES = re.compile(r"^[\s\-?:,\[\]{}#&*!|>'\"%@`]|: |:$| #|^$|^(~|null|Null|NULL)$|\s$")


def skeleton(room: RecordType[Any], number: str, given: Mapping[str, str], comments: Mapping[str, str] | None = None) -> str:
    """The text of a new record; `given` are values as YAML, `comments` a line more above a field."""
    lines = [
        f"# {room.title.zh} {room.title.en} · {number}",
        "# 以 # 开头的行是说明，填好后可删除。Lines with # explain; delete them when done.",
        "",
    ]
    model: type[BaseModel] = room.model
    for name in _fields(room, given):
        lines.extend(_explained(model, name, shapes(model)[name]))
        if comments and name in comments:
            lines.append(f"# {comments[name]}")
        value = given.get(name, "")
        lines.append(f"{name}:{value}" if value.startswith("\n") else f"{name}: {value}".rstrip())
    return "\n".join(lines) + "\n"


def _fields(room: RecordType[Any], given: Mapping[str, str]) -> tuple[str, ...]:
    """Those the room starts with, else all that are its own; and what is given."""
    own = [name for name in room.model.model_fields if name not in Record.model_fields]
    wanted = [*(room.starts_with or own), *given]
    return tuple(name for name in room.model.model_fields if name in wanted)


def _explained(model: type[BaseModel], name: str, shape: Shape) -> list[str]:
    words, more = label(model, name), about(model, name)
    lines = [f"# {words.zh} {words.en}"]
    if more.zh:
        lines[0] += f"：{more.zh} · {more.en}"
    if isinstance(shape, Leaf) and shape.word.choices:
        offered = " · ".join(f"{one} {said.zh}" for one, said in shape.word.choices.items())
        lines.append(f"#   可选 choose: {offered}")
    elif isinstance(shape, Leaf) and not shape.word.free:
        lines.append(f"#   示例 example: {shape.word.example}")
    elif not isinstance(shape, Leaf):
        lines.extend(f"#   {line}" for line in ("示例 example:", *example(shape, 1)))
    return lines


def example(shape: Shape, depth: int = 0) -> list[str]:
    """How a value of this shape is written, line by line."""
    match shape:
        case Leaf(word):
            return [_value(word.example)]
        case Many(Leaf(word)):
            return [f"[{_value(word.example)}]"]
        case Many(inner):
            return [f"- {_flow(inner)}"]
        case Numbered(key, inner):
            return [f"{key.example}: {_flow(inner)}"]
        case Group():
            return [_flow(shape)]


def _flow(shape: Shape) -> str:
    """A group on one line: its first fields only, so that the line can be read."""
    match shape:
        case Leaf(word):
            return _value(word.example)
        case Many(inner):
            return f"[{_flow(inner)}]"
        case Numbered(key, inner):
            return "{" + f"{key.example}: {_flow(inner)}" + "}"
        case Group(model):
            parts = [f"{name}: {_short(inner)}" for name, inner in list(shapes(model).items())[:8]]
            return "{" + ", ".join(parts) + "}"


def _short(shape: Shape) -> str:
    return _value(shape.word.example) if isinstance(shape, Leaf) else "[…]" if isinstance(shape, Many) else "{…}"


def _value(text: str) -> str:
    return yaml_text(text)


def yaml_text(text: str) -> str:
    """A one-line text as YAML, in quotes only where it needs them."""
    if _NEEDS_QUOTES.search(text) or "\t" in text:
        return "'" + text.replace("'", "''") + "'"
    return text


def yaml_list(items: Iterable[str]) -> str:
    """Ids as a list in one line."""
    return "[" + ", ".join(items) + "]"


def next_number(form: str, taken: Iterable[str]) -> str:
    """The next free number of a form like `AUD-2026-{:03d}` over all that are taken anywhere."""
    prefix, _, rest = form.partition("{")
    digits = re.compile(re.escape(prefix) + "([0-9]+)" + re.escape(rest.partition("}")[2]))
    used = [int(found.group(1)) for name in taken if (found := digits.fullmatch(name))]
    return form.format(max(used, default=0) + 1)
