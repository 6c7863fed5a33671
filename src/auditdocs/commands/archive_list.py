"""The folder of an audit and what was built for it → the rows of its archive list, with pages and digests as they are now."""

import hashlib
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from auditdocs.examine import Examined
from auditdocs.records.attachments import folder_of
from auditdocs.records.audit.audit_file import records_of_audit
from auditdocs.records.keeping.archive_rules import path_in_folder
from auditdocs.sha256sums import NAME
from auditdocs.store import read_manifest

FILED = "filed"  # where the documents taken over lie, below attachments/
NOT_FILED = ("retention_index", "archive_check")  # they speak of the archive itself
_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Taken:
    """A document taken over from the build: where it goes, its bytes, and what it is."""

    path: str
    kind: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Built:
    """What a build has for an audit: what can be filed, and what cannot yet."""

    ready: tuple[Taken, ...]
    unready: tuple[str, ...]  # drafts and working copies


def built_for(examined: Examined, audit: str) -> Built:
    """The documents of an audit in the output folder that are as their manifest says."""
    folder = examined.workspace.build_folder
    rows = [row for row in (read_manifest(folder) or {}).get("artefacts", ()) if _is_of(row, audit)]
    ready: list[Taken] = []
    unready: list[str] = []
    for row in rows:
        file = folder / row["path"]
        content = file.read_bytes() if file.is_file() else b""
        if row["status"] == "ready" and hashlib.sha256(content).hexdigest() == row["sha256"]:
            ready.append(Taken(f"{FILED}/{file.name}", row["kind"], content))
        else:
            unready.append(row["path"])
    return Built(tuple(ready), tuple(unready))


def _is_of(row: Mapping[str, Any], audit: str) -> bool:
    return row["format"] == "pdf" and row["kind"] not in NOT_FILED and str(row["path"]).startswith(f"audits/{audit}/")


def record_rows(examined: Examined, archive_path: str, audit: str) -> Iterator[dict[str, str]]:
    """Each record of the folder with its digest."""
    beside = examined.loaded.records.get_of("contact_sheet", audit)
    assert beside
    for entry in sorted(records_of_audit(examined.loaded.records, audit), key=lambda one: one.path):
        if entry.path != archive_path:
            yield {"record": path_in_folder(beside, entry.path), "sha256": entry.source.sha256}


def document_rows(examined: Examined, audit: str, taken: tuple[Taken, ...]) -> Iterator[dict[str, str]]:
    """Each attachment, and each document taken over, with its pages and digest."""
    beside = examined.loaded.records.get_of("contact_sheet", audit)
    assert beside
    folder, root = folder_of(beside), examined.workspace.root
    there = {path.removeprefix(folder) for path in examined.survey.attachments if path.startswith(folder)}
    new = {one.path: one for one in taken}
    for name in sorted(there | set(new)):
        if name == NAME:
            continue
        content = new[name].content if name in new else (root / folder / name).read_bytes()
        row = {"document": name}
        if name in new:
            row["document_kind"] = new[name].kind
        if name.lower().endswith(".pdf") and (pages := pages_of(content)):
            row["pages"] = str(pages)
        yield row | {"sha256": hashlib.sha256(content).hexdigest()}


def pages_of(content: bytes) -> int:
    """How many pages a PDF has; 0 where that cannot be seen."""
    found = len(_PAGE.findall(content))
    return found or sum(len(_PAGE.findall(_inflated(one))) for one in _STREAM.findall(content))


def _inflated(stream: bytes) -> bytes:
    """What a compressed stream holds; nothing where it is none."""
    try:
        return zlib.decompressobj().decompress(stream, 20_000_000)
    except zlib.error:
        return b""


def is_there(root: Path, path: str) -> bytes | None:
    """A file's bytes, where there is one."""
    return (root / path).read_bytes() if (root / path).is_file() else None
