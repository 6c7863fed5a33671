"""Records as values → files as people write them, and the sums of what is attached to them."""

import hashlib
from pathlib import Path
from typing import Any

import yaml


class WithoutAnchors(yaml.CSafeDumper):
    """Writes every value out: records know no anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def write(folder: Path, files: dict[str, Any]) -> None:
    sums: dict[str, str] = {}
    for name, content in files.items():
        target = folder / name
        if isinstance(content, str):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(content, "utf-8")
            sums[name.removeprefix("attachments/")] = hashlib.sha256(content.encode()).hexdigest()
        else:
            dump(target, content)
    listed = "".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items()))
    (folder / "attachments" / "SHA256SUMS").write_text(listed, "utf-8")
    if "archive.yaml" in files:
        dump(folder / "archive.yaml", {**files["archive.yaml"], "items": _filed(folder, files)})


def _filed(folder: Path, files: dict[str, Any]) -> list[dict[str, Any]]:
    """What the archive lists: every other record with its digest, every attachment, and the record sheet on paper."""
    named = sorted(name for name in files if name != "archive.yaml" and not name.startswith("attachments/"))
    records = [{"record": name, "sha256": hashlib.sha256((folder / name).read_bytes()).hexdigest()} for name in named]
    return [*records, {"document_kind": "record_sheet", "form": "paper", "title": "客户审核记录单", "pages": 1}]


def dump(target: Path, content: Any) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(content, Dumper=WithoutAnchors, allow_unicode=True, sort_keys=False, width=1_000_000)
    target.write_text(text, "utf-8")
