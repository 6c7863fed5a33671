"""A record's text and a small change → the text with that change and no other; every comment and line stays as it was.

The text is changed where the parser says a value stands. What comes out is read again and compared before anybody may write it.
"""

import copy
from collections.abc import Iterable, Mapping
from typing import Any

from auditdocs.problem import AuditdocsError
from auditdocs.source import Loc, Source, parse
from auditdocs.yaml_tree import Node


def with_values(source: Source, changed: Mapping[Loc, str]) -> str:
    """The text with other scalars at some places; each stays in its quotes."""
    lines = source.text.split("\n")
    for loc in sorted(changed, key=source.place, reverse=True):
        place, old = source.place(loc), source.text_at(loc)
        line = lines[place.line - 1]
        written = line[place.column - 1 : place.end_column - 1]
        if place.end_line != place.line or old not in written:
            raise _by_hand(source.path)
        lines[place.line - 1] = line[: place.column - 1] + written.replace(old, changed[loc], 1) + line[place.end_column - 1 :]
    expected = _plain(source)
    for loc, value in changed.items():
        _put(expected, loc, value)
    return _compared(source.path, "\n".join(lines), expected)


def with_block(source: Source, name: str, lines: Iterable[str], expected: object) -> str:
    """The text with a field of the record written anew, as these lines below its name; at the end where it was not there."""
    old = source.text.rstrip("\n").split("\n")
    first, last = block_of(source, name)
    block = [f"{name}:", *lines]
    text = [*old[:first], *block, *old[last:]] if last else [*old, *block]
    data = _plain(source)
    data[name] = expected
    return _compared(source.path, "\n".join(text) + "\n", data)


def with_field(source: Source, name: str, value: str) -> str:
    """The text with a field of the record as one value: changed, filled in, or written at the end."""
    if source.text_at((name,)):
        return with_values(source, {(name,): value}) if source.text_at((name,)) != value else source.text
    lines, node = source.text.rstrip("\n").split("\n"), _child(source, name)
    if node is None:
        lines.append(f"{name}: {quoted(value)}")
    else:
        number = source.place((name,), key=True).line - 1
        lines[number] = f"{name}: {quoted(value)}"
    data = _plain(source)
    data[name] = value
    return _compared(source.path, "\n".join(lines) + "\n", data)


def block_of(source: Source, name: str) -> tuple[int, int]:
    """The lines of a field of the record, counted from 0, the end exclusive; (0, 0) where it is not there."""
    assert isinstance(source.root.value, dict)
    starts = sorted(span[0] - 1 for span in source.root.keys.values())
    own = source.root.keys.get(name)
    if own is None:
        return 0, 0
    first = own[0] - 1
    last = next((start for start in starts if start > first), len(source.text.rstrip("\n").split("\n")))
    lines = source.text.split("\n")
    while last > first + 1 and (not lines[last - 1].strip() or lines[last - 1].startswith("#")):
        last -= 1  # a comment above the next field belongs to that
    return first, last


def quoted(value: str) -> str:
    """A value as it is written in a record: in quotes only where YAML needs them."""
    plain = parse("", f"{{a: {value}}}\n".encode())
    is_same = isinstance(plain, Source) and plain.data == {"a": value} and ": " not in value and " #" not in value
    return value if is_same else "'" + value.replace("'", "''") + "'"


def _compared(path: str, text: str, expected: object) -> str:
    """The text, where reading it gives exactly what was meant."""
    found = parse(path, text.encode())
    if not isinstance(found, Source) or found.data != expected:
        raise _by_hand(path)
    return text


def _by_hand(path: str) -> AuditdocsError:
    return AuditdocsError(
        f"{path} 的写法无法安全地自动修改，未改动；请手工修改",
        f"{path} is written in a way that cannot be changed safely by a program; nothing was changed: change it by hand",
        exit=1,
    )


def _plain(source: Source) -> dict[str, Any]:
    data = copy.deepcopy(source.data)
    assert isinstance(data, dict)
    return data


def _child(source: Source, name: str) -> Node | None:
    assert isinstance(source.root.value, dict)
    return source.root.value.get(name)


def _put(data: Any, loc: Loc, value: str) -> None:
    for step in loc[:-1]:
        data = data[step]
    data[loc[-1]] = value
