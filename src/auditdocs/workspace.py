"""Where things lie: finds the workspace, reads its records and attachments."""

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISLNK, S_ISREG
from typing import Literal

from auditdocs.configuration import CONFIGURATION, read_configuration
from auditdocs.inputs import File, Settings
from auditdocs.problem import AuditdocsError

_NOT_OURS = frozenset((".gitkeep", ".gitignore", ".gitattributes", ".DS_Store", "Thumbs.db", "desktop.ini"))
_EDITORS = re.compile(r"~\$.*|.*~|\..*\.sw[a-z]|\.#.*|#.*#|\.~lock\..*")  # what Word, Vim, Emacs and LibreOffice leave while one edits
MAX_RECORD = 1_000_001  # one more than the reader takes, so that it can say so


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with `auditdocs.toml` and `records/`."""

    root: Path
    settings: Settings = field(default_factory=Settings)
    fonts: Mapping[str, str] = field(default_factory=dict)
    build: str = "build"

    @property
    def build_folder(self) -> Path:
        return self.root / self.build


SeenKind = Literal["record", "attachment", "sums"]


@dataclass(frozen=True, slots=True)
class Seen:
    """A file of the workspace that was seen and not opened."""

    name: str  # path relative to the workspace, with slashes
    path: str
    kind: SeenKind
    figures: str  # size, times and inode; empty where they say nothing of the content
    changed: int  # nanoseconds
    is_plain: bool  # a file of its own: no link, pipe or device


@dataclass(frozen=True, slots=True)
class Contents:
    """What lies under records/: record files, and attachments with their digests."""

    files: tuple[File, ...]
    attachments: Mapping[str, str]  # path -> sha256; the workspace's templates too
    sums: Mapping[str, str]  # path of a SHA256SUMS file -> its text


def find_workspace(start: Path) -> Workspace:
    """The workspace that holds this folder."""
    start = start.resolve()
    if not start.exists():
        raise AuditdocsError(f"没有文件夹 {start}；请检查 -C 后面的路径", f"there is no folder {start}; check the path behind -C")
    for folder in (start, *start.parents):
        if (folder / CONFIGURATION).is_file():
            found = read_configuration(folder / CONFIGURATION)
            return Workspace(folder, found.settings, found.fonts, found.build)
    raise AuditdocsError(
        f"这里和上级文件夹都没有 {CONFIGURATION}；`auditdocs init 文件夹` 可建立工作区",
        f"no {CONFIGURATION} here or above; `auditdocs init FOLDER` makes a workspace",
    )


def look_around(workspace: Workspace) -> Iterator[Seen]:
    """Everything under records/ and the workspace's templates, in order; nothing is opened."""
    root, top = str(workspace.root), workspace.root / "records"
    if not top.is_dir():
        raise AuditdocsError("工作区没有 records 文件夹", "the workspace has no folder named records")
    templates = workspace.root / "templates"  # a form may state which of them it was approved with
    for entry in (*_walk(str(top)), *(_walk(str(templates)) if templates.is_dir() else ())):
        name = _printable(entry.path[len(root) + 1 :].replace(os.sep, "/"))
        yield Seen(name, entry.path, _kind_of(name, entry.name), *_figures(entry))


def read_contents(workspace: Workspace) -> Contents:
    """Read everything under records/, in order."""
    seen = tuple(look_around(workspace))
    return Contents(
        tuple(read_record(one, workspace.root) for one in seen if one.kind == "record"),
        {one.name: digest_of(one) for one in seen if one.kind == "attachment"},
        {one.name: read_sums(one) for one in seen if one.kind == "sums"},
    )


def read_record(seen: Seen, root: Path) -> File:
    """The bytes of a record."""
    if not seen.is_plain and not _is_file(Path(seen.path), root):
        return File(seen.name, b"", leads_outside=True)
    try:
        with open(seen.path, "rb") as stream:
            return File(seen.name, stream.read(min(MAX_RECORD, os.fstat(stream.fileno()).st_size + 1)))
    except OSError as error:
        raise _cannot_read(seen.name, error) from error


def read_sums(seen: Seen) -> str:
    """The text of a list of digests."""
    try:
        return Path(seen.path).read_text("utf-8", errors="replace")
    except OSError as error:
        raise _cannot_read(seen.name, error) from error


def digest_of(seen: Seen) -> str:
    """The SHA-256 of an attachment; empty for a link: evidence is a file of its own."""
    path = Path(seen.path)
    if path.is_symlink() or not path.is_file():
        return ""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise _cannot_read(seen.name, error) from error


def read_attachment(workspace: Workspace, name: str) -> bytes | None:
    """The bytes of an attachment; nothing where there is none, or only a link."""
    path = workspace.root / name
    if path.is_symlink() or not path.is_file():
        return None
    try:
        return path.read_bytes()
    except OSError as error:
        raise _cannot_read(name, error) from error


def _walk(folder: str) -> Iterator["os.DirEntry[str]"]:
    """Every file below a folder, sorted, without following links to folders."""
    for entry in sorted(os.scandir(folder), key=lambda one: one.name):
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        elif entry.name not in _NOT_OURS and not _EDITORS.match(entry.name):
            yield entry


def _kind_of(name: str, file: str) -> SeenKind:
    if not name.startswith("records/"):
        return "attachment"
    if "/attachments/" not in name:
        return "record"
    return "sums" if file == "SHA256SUMS" else "attachment"


def _figures(entry: "os.DirEntry[str]") -> tuple[str, int, bool]:
    """What the file system says of a file, and when it last changed; of a link nothing that could be relied on."""
    stat = entry.stat(follow_symlinks=False)
    told = f"{stat.st_mode} {stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_ino}"
    return ("" if S_ISLNK(stat.st_mode) else told), stat.st_ctime_ns, S_ISREG(stat.st_mode)


def _printable(name: str) -> str:
    """A file's name as it may be shown: what steers a terminal is written out."""
    return name if name.isprintable() else "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in name)


def _is_file(path: Path, root: Path) -> bool:
    """Whether a file lies there, or a link to one of the workspace: no pipe, no device, no ring of links."""
    try:
        return path.resolve().is_relative_to(root.resolve()) and path.is_file()
    except (OSError, RuntimeError):
        return False


def _cannot_read(name: str, error: OSError) -> AuditdocsError:
    reason = error.strerror or str(error)
    return AuditdocsError(f"无法读取 {name}：{reason}", f"cannot read {name}: {reason}", exit=3)
