"""One more item in a list of a record: however the list is written, nothing else changes."""

import pytest

from auditdocs.front_matter import read_front_matter
from auditdocs.insertion import insert_item
from auditdocs.source import Source, parse

NEW = "{role: approved, at: 2026-02-03T09:00}"


def added(text: str, path: str = "sample.yaml") -> str:
    content = text.encode()
    source = read_front_matter(path, content) if path.endswith(".md") else parse(path, content)
    assert isinstance(source, Source)
    return insert_item(content, source, "approvals", NEW).decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "approvals:\n  - {role: prepared}  # by mail\n# the rest\nnote: x\n",
            f"approvals:\n  - {{role: prepared}}  # by mail\n  - {NEW}\n# the rest\nnote: x\n",
        ),
        ("approvals:\n- role: prepared\n  by: P0001\nnote: x\n", f"approvals:\n- role: prepared\n  by: P0001\n- {NEW}\nnote: x\n"),
        (
            "approvals:\n  - role: prepared\n    external: {name: 甲,\n      org: 乙}\nnote: x\n",
            f"approvals:\n  - role: prepared\n    external: {{name: 甲,\n      org: 乙}}\n  - {NEW}\nnote: x\n",
        ),
        ("approvals: [{role: prepared}]\n", f"approvals: [{{role: prepared}}, {NEW}]\n"),
        ("approvals: [{role: prepared},\n  {role: reviewed}]\n", f"approvals: [{{role: prepared}},\n  {{role: reviewed}}, {NEW}]\n"),
        ("approvals:\n#   - role: prepared\nnote: x\n", f"approvals:\n  - {NEW}\n#   - role: prepared\nnote: x\n"),
        ("approvals: []\nnote: x\n", f"approvals:\n  - {NEW}\nnote: x\n"),
        ("note: x\n\n", f"note: x\napprovals:\n  - {NEW}\n"),
        ("note: x", f"note: x\napprovals:\n  - {NEW}\n"),
        ("note: x\r\n", f"note: x\r\napprovals:\r\n  - {NEW}\r\n"),
        ("\ufeffapprovals:\n  - {role: prepared}\n", f"\ufeffapprovals:\n  - {{role: prepared}}\n  - {NEW}\n"),
    ],
    ids=[
        "lines",
        "at the margin",
        "over lines",
        "brackets",
        "brackets over lines",
        "empty",
        "no items",
        "no list",
        "no end",
        "CRLF",
        "BOM",
    ],
)
def test_the_item_stands_last_and_all_else_as_it_was(before: str, after: str) -> None:
    assert added(before) == after


def test_in_a_document_it_stands_with_the_facts() -> None:
    assert added("---\ntitle: 制度\n---\n\n# 1\n\n---\n", "A-0.md") == f"---\ntitle: 制度\napprovals:\n  - {NEW}\n---\n\n# 1\n\n---\n"
    listed = "---\napprovals:\n  - {role: prepared}\ntitle: 制度\n---\n"
    assert added(listed, "A-0.md") == f"---\napprovals:\n  - {{role: prepared}}\n  - {NEW}\ntitle: 制度\n---\n"
