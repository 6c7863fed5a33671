"""What a record says without its signatures → one digest, whatever the order, the quotes and the comments of its file."""

import hashlib
import json
import unicodedata
from collections.abc import Collection

from auditdocs.yaml_tree import Node

SIGNATURES = "approvals"


def content_digest(root: Node, left_out: Collection[str] = ()) -> str:
    """The SHA-256 of parsed data: NFC, keys sorted; without its approvals and what else goes on after them."""
    data = _canonical(root)
    bound = {name: value for name, value in data.items() if name != SIGNATURES and name not in left_out} if isinstance(data, dict) else data
    told = json.dumps(bound, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()


def _canonical(node: Node) -> object:
    match node.value:
        case dict():
            return {_composed(name): _canonical(child) for name, child in node.value.items() if child.value is not None}
        case list():
            return [_canonical(child) for child in node.value]
        case _:
            return _composed(node.value or "")


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", str(text))
