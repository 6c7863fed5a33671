"""An output folder and its manifest → which files are whole, missing or changed, and which are not ours. Nothing is written."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from auditdocs.problem import AuditdocsError
from auditdocs.store.manifest_file import MANIFEST, Manifest, is_plain, is_sound, read_json
from auditdocs.store.output import INDEX


@dataclass(frozen=True, slots=True)
class Integrity:
    """What stands in an output folder, judged by its manifest."""

    manifest: Manifest
    digest: str  # of the manifest itself: to be noted elsewhere by those who must rule out that it was changed too
    whole: tuple[str, ...]
    missing: tuple[str, ...]
    changed: tuple[str, ...]
    foreign: tuple[str, ...]  # not ours: only mentioned

    @property
    def is_whole(self) -> bool:
        return not (self.missing or self.changed)


def examine_output(folder: Path) -> Integrity:
    """Hold every file of an output folder against its manifest."""
    manifest, digest = _manifest(folder)
    recorded = _recorded(manifest)
    found = {path: _state(folder / path, sha256) for path, sha256 in sorted(recorded.items())}
    whole, missing, changed = (tuple(path for path, state in found.items() if state == each) for each in ("whole", "missing", "changed"))
    ours = {*recorded, MANIFEST, INDEX}
    return Integrity(manifest, digest, whole, missing, changed, tuple(path for path in _files(folder) if path not in ours))


def _manifest(folder: Path) -> tuple[Manifest, str]:
    file = folder / MANIFEST
    if not file.is_file():
        raise AuditdocsError(
            f"{folder} 里没有 {MANIFEST}；请先运行 `auditdocs build`，或写明输出文件夹",
            f"there is no {MANIFEST} in {folder}; run `auditdocs build` first, or name the output folder",
        )
    found = read_json(file)
    if not isinstance(found, dict) or not is_sound(found) or not all(_is_row(row) for row in found.get("artefacts", [])):
        raise AuditdocsError(
            f"{file} 已损坏，无法核对；请用 `auditdocs build --force` 重新制作",
            f"{file} is damaged, so nothing can be held against it; make everything again with `auditdocs build --force`",
            exit=4,
        )
    return found, _digest(file)


def _is_row(row: Manifest) -> bool:
    return is_plain(row["path"]) and isinstance(row.get("sha256"), str)


def _recorded(manifest: Manifest) -> dict[str, str]:
    rows = {row["path"]: row["sha256"] for row in manifest.get("artefacts", ())}
    return rows | ({INDEX: manifest["index"]} if "index" in manifest else {})


def _state(file: Path, sha256: str) -> str:
    if file.is_symlink():
        return "changed"  # what was made is a file, not a link to one
    if not file.is_file():
        return "missing"
    return "whole" if _digest(file) == sha256 else "changed"


def _digest(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        reason = error.strerror or str(error)
        raise AuditdocsError(f"无法读取 {file}：{reason}", f"cannot read {file}: {reason}", exit=3) from error


def _files(folder: Path) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders.sort()
        yield from ((Path(place) / name).relative_to(folder).as_posix() for name in sorted(names))
