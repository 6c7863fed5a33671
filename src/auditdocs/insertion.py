"""The text of a record and one more item of one of its lists → the text with that item; every other byte stays as it was."""

import re

from auditdocs.source import Source
from auditdocs.source_text import decode, encoded_as
from auditdocs.yaml_tree import Node

_DASH = re.compile(r"^( *)- ")
_FENCE = re.compile(r"^---[ ]*$")


def insert_item(content: bytes, source: Source, name: str, item: str) -> bytes:
    """Add an item, written as YAML on one line, at the end of a list of the record; the list may not be there yet."""
    text = decode(source.path, content)
    assert isinstance(text, str)
    lines, root = text.split("\n"), source.root
    node = root.value.get(name) if isinstance(root.value, dict) else None
    if node is None:
        _append(lines, f"{name}:", f"  - {item}")
    elif isinstance(node.value, list) and node.value:
        _behind(lines, node.value[-1], item)
    else:
        _below(lines, root.keys[name][0], name, item)
    return encoded_as(content, "\n".join(lines))


def _append(lines: list[str], *added: str) -> None:
    """At the end of the YAML: of the file, or before the second line of `---`."""
    fences = [at for at, line in enumerate(lines) if _FENCE.match(line)]
    if fences[:1] == [0] and len(fences) > 1:
        lines[fences[1] : fences[1]] = added
        return
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    lines[end:] = [*added, ""]


def _behind(lines: list[str], last: Node, item: str) -> None:
    """Behind the last item of a list: on a line of its own, or within the brackets."""
    line, column = last.span[0] - 1, last.span[1] - 1
    dash = _DASH.match(lines[line])
    if dash and not lines[line][len(dash.group(0)) : column].strip():
        lines.insert(_end(last), f"{dash.group(1)}- {item}")
        return
    end, behind = last.span[2] - 1, last.span[3] - 1
    lines[end] = f"{lines[end][:behind]}, {item}{lines[end][behind:]}"


def _end(node: Node) -> int:
    """The last line of a value."""
    match node.value:
        case dict() if node.value and not node.in_braces:
            return max(*map(_end, node.value.values()), *(span[2] for span in node.keys.values()))
        case list() if node.value:
            return max(_end(child) for child in node.value)
        case _:
            return node.span[2]


def _below(lines: list[str], line: int, name: str, item: str) -> None:
    """Below a name that has nothing yet."""
    head = lines[line - 1]
    lines[line - 1] = head.replace("[]", "").rstrip() if head.strip().startswith(f"{name}:") else head
    lines.insert(line, f"  - {item}")
