"""Artefacts become the files of an output folder; of what lies there only files of our own manifest are ever removed."""

import hashlib
import json
import shutil
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from auditdocs.problem import AuditdocsError
from auditdocs.store.files import TEMPORARY, machine_refusals, write_file
from auditdocs.store.lock import hold
from auditdocs.store.manifest_file import (
    MANIFEST,
    Manifest,
    Row,
    as_lines,
    is_plain,
    paths_of,
    read_json,
    read_manifest,
    rows_of,
    subject_of,
)

INDEX = "index.html"
MEMORY = ".auditdocs"
_NOT_FOR_OUTPUT = ("records", "templates", "schemas", ".git", MEMORY)


@dataclass(frozen=True, slots=True)
class OutputFolder:
    """An output folder that is locked for this build: `begin`, then `write` each artefact, then `finish`.

    `scratch` is a private folder for temporary files, empty now and gone afterwards.
    """

    folder: Path
    scratch: Path
    _before: frozenset[str]  # the files of the last manifest
    _journal: Path
    _was_broken_off: bool  # the last build did not end: it may have left temporary files
    _begun: set[str] = field(default_factory=set)

    def begin(self, targets: Iterable[str], standing: Iterable[str] = ()) -> None:
        """Note what will be written, so that after a crash the next build knows these files as ours.

        `standing` are files of ours that stay as they are: noted where the last manifest does not know them.
        """
        self._begun.update(targets)
        unknown = frozenset(standing) - self._before
        write_file(self._journal, _written(sorted(self._begun | unknown | self._left_behind())))

    def write(self, path: str, content: bytes) -> bool:
        """Write an artefact that was begun; False if the file held these bytes already."""
        if path not in self._begun:
            raise ValueError(f"{path} was not begun")
        return write_file(self._target(path), content)

    def merged(self, manifest: Manifest, matches: Callable[[Row], bool]) -> dict[str, Any]:
        """The manifest of a build of some documents, with the rows of all others, which it did not touch."""
        previous = read_manifest(self.folder)
        made, refused = paths_of(manifest), {subject_of(row) for row in rows_of(manifest, "refused")}
        kept = [row for row in rows_of(previous, "artefacts") if not matches(row) and self._still_there(row, made)]
        names = {name for row in kept for name in (*row.get("sources", ()), row.get("template"))}
        result = dict(manifest)
        result["artefacts"] = [*rows_of(manifest, "artefacts"), *kept]
        result["refused"] = [
            *rows_of(manifest, "refused"),
            *(row for row in rows_of(previous, "refused") if not matches(row) and subject_of(row) not in refused),
        ]
        for key in ("sources", "templates"):
            before = {name: digest for name, digest in previous.get(key, {}).items() if name in names}
            result[key] = before | dict(manifest.get(key, {}))
        return result

    def finish(self, manifest: Manifest, also: Iterable[str] = ()) -> tuple[str, ...]:
        """Remove what we made and no longer belongs, then swap the manifest; the paths that were removed.

        `also` are files of ours that are no artefacts (the index).
        """
        kept = paths_of(manifest) | frozenset(also)
        ours = self._before | self._left_behind()
        removed = tuple(path for path in sorted(ours - kept) if self._remove(path, kept))
        if self._was_broken_off:
            self._sweep(ours | kept)
        write_file(self.folder / MANIFEST, as_lines(manifest))
        with machine_refusals(self._journal):
            self._journal.unlink(missing_ok=True)
        return removed

    def _target(self, path: str) -> Path:
        if not is_plain(path):
            raise ValueError(f"{path!r} is no path inside an output folder")
        target = self.folder / path
        if not self._is_inside(target):
            raise AuditdocsError(
                zh=f"{target.parent} 是指向输出文件夹之外的链接，不能写入。请删除该链接。",
                en=f"{target.parent} is a link that leads out of the output folder and is not written to; remove the link",
                exit=3,
            )
        return target

    def _is_inside(self, target: Path) -> bool:
        return target.parent.resolve().is_relative_to(self.folder.resolve())

    def _still_there(self, row: Row, made: frozenset[str]) -> bool:
        return row["path"] not in made and is_plain(row["path"]) and (self.folder / row["path"]).is_file()

    def _left_behind(self) -> frozenset[str]:
        """What a build that did not end had begun."""
        names = read_json(self._journal)
        return frozenset(name for name in names if isinstance(name, str)) if isinstance(names, list) else frozenset()

    def _remove(self, path: str, kept: frozenset[str]) -> bool:
        target = self.folder / path
        if not is_plain(path) or not self._is_inside(target) or not target.is_file():
            return False  # not there, or somebody has written in our manifest
        if _is_also(self.folder, path, kept):
            return False
        with machine_refusals(target):
            target.unlink()
            self._remove_empty(target.parent)
        return True

    def _remove_empty(self, folder: Path) -> None:
        """Remove a folder in which nothing is left, and those above it that held nothing else."""
        for each in (folder, *folder.parents):
            if each == self.folder or (each.is_dir() and any(each.iterdir())):
                break
            if each.is_dir():
                each.rmdir()

    def _sweep(self, paths: frozenset[str]) -> None:
        """Remove the temporary files of builds that were killed, and the folders they had made for them."""
        targets = [self.folder / path for path in (MANIFEST, *filter(is_plain, paths))]
        for folder in sorted({self._journal.parent, *(target.parent for target in targets if self._is_inside(target))}):
            for leftover in folder.glob(TEMPORARY):
                with machine_refusals(leftover):
                    leftover.unlink(missing_ok=True)
            if folder != self._journal.parent:
                with machine_refusals(folder):
                    self._remove_empty(folder)


@contextmanager
def open_output(folder: Path, workspace: Path) -> Iterator[OutputFolder]:
    """Lock an output folder for one build and read the manifest of the last; refuse a folder that is for something else."""
    _refuse_what_is_not_for_output(folder.resolve(), workspace.resolve())
    memory = workspace / MEMORY
    name = f"{folder.name}-{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:8]}"
    with hold(memory / f"{name}.lock", folder):
        scratch = memory / f"{name}.tmp"
        before = paths_of(read_manifest(folder))
        with machine_refusals(folder):
            folder.mkdir(parents=True, exist_ok=True)
        journal = memory / f"{name}.begun.json"
        was_broken_off = journal.exists() or scratch.exists()  # killed before its journal stood, it left only the second
        with _private_folder(scratch):
            write_file(memory / ".gitignore", b"*\n")
            yield OutputFolder(folder, scratch, before, journal, was_broken_off)


@contextmanager
def _private_folder(scratch: Path) -> Iterator[None]:
    """Empty at the start, because the last build may have been killed, and gone at the end (threats G7)."""
    with machine_refusals(scratch):
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir(mode=0o700)
    try:
        yield
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _refuse_what_is_not_for_output(folder: Path, workspace: Path) -> None:
    reserved = any(folder.is_relative_to(workspace / name) for name in _NOT_FOR_OUTPUT)
    if reserved or workspace.is_relative_to(folder):
        raise AuditdocsError(
            zh=f"{folder} 不能作为输出文件夹：它是工作区本身、其上级或存放记录与模板的位置。请另选一个文件夹，例如 build。",
            en=f"{folder} cannot be the output folder: it is the workspace, lies above it, or holds records or templates;"
            " choose another one, such as build",
            exit=2,
        )


def _written(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def _is_also(folder: Path, path: str, kept: frozenset[str]) -> bool:
    """Whether this file now bears another name of ours, on a disk that does not tell upper from lower case."""

    def folded(name: str) -> str:
        return unicodedata.normalize("NFC", name).casefold()

    others = (folder / other for other in kept if folded(other) == folded(path))
    return any(other.exists() and other.samefile(folder / path) for other in others)
