"""Data read quickly is the data of the tree, and what the tree refuses is never read quickly."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditdocs.source import plain_data
from auditdocs.source_text import complaint
from auditdocs.yaml_data import read_data
from auditdocs.yaml_tree import Node, Scalar, build_tree

RECORDS = Path(__file__).parent.parent / "records"
PIECES = (
    "a", "b", "名", "a-1", "1.2", "<<", "null", "~", "'a'", '"a"', '"\\x07"', '"a\n  b"', "- ", "  ", "\n", "\n  ", "\n    ", ": ", ":",
    "：", ", ", "[", "]", "{", "}", "&x ", "*x", "!t ", "#", " # c", "|\n   x", ">\n   x\n", "?", "? ", "---\n", "...\n", "%YAML 1.1\n", "\u00a0",
)  # fmt: skip


def spelled(data: Any) -> Iterator[tuple[Any, ...]]:
    """Every value with all that is known of it."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield ("name", name)
            yield from spelled(value)
    elif isinstance(data, list):
        yield ("list", len(data))
        for value in data:
            yield from spelled(value)
    else:
        assert isinstance(data, Scalar)
        yield (str(data), data.plain, data.comment)


def compare(text: str) -> None:
    quick = read_data(text)
    if quick is None:
        return
    root = build_tree("record.yaml", text)
    assert isinstance(root, Node)
    assert list(spelled(quick.root)) == list(spelled(plain_data(root)))
    assert quick.is_complete == (not has_empty(root))


def has_empty(node: Node) -> bool:
    inner = node.value.values() if isinstance(node.value, dict) else node.value if isinstance(node.value, list) else ()
    return any(one.value is None or has_empty(one) for one in inner)


@pytest.mark.parametrize("path", sorted(RECORDS.rglob("*.yaml")), ids=lambda path: str(path.relative_to(RECORDS)))
def test_a_record_is_read_the_same_by_both(path: Path) -> None:
    compare(path.read_text("utf-8"))


def test_nearly_every_record_is_read_quickly() -> None:
    texts = [path.read_text("utf-8") for path in RECORDS.rglob("*.yaml")]
    assert sum(read_data(text) is not None for text in texts) > 0.9 * len(texts) > 0


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_text_is_read_the_same_by_both(text: str) -> None:
    if not complaint("record.yaml", text):
        compare(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "text",
        "- a",
        "a: 1\na: 2",
        "a: null",
        "~: a",
        "a: &x 1",
        "a: !!str 1",
        "a: [x, ]\nb: [ , y]",
        "a: x\n - y",
        'a: "\\x07"',
        "a: 1\n---\nb: 2",
        "%TAG ! tag:x,2000:\n---\na: 1",
        "{a: 1}: b",
        "a\u00a0: 1",
        "a： 1\nb: 2",
        "a: " + "[" * 33 + "x" + "]" * 33,
        "a: [",
    ],
)
def test_what_is_unusual_is_left_to_the_tree(text: str) -> None:
    assert read_data(text) is None
