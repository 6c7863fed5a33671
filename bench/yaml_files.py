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


def dump(target: Path, content: Any) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(content, Dumper=WithoutAnchors, allow_unicode=True, sort_keys=False, width=1_000_000)
    target.write_text(text, "utf-8")
