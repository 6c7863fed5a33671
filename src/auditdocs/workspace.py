"""Where things lie: finds the workspace, reads its configuration, records and attachments."""

import hashlib
import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta, timezone
from pathlib import Path
from stat import S_ISLNK, S_ISREG
from typing import Any, Literal

from auditdocs.inputs import File, Settings
from auditdocs.labels import Languages
from auditdocs.problem import AuditdocsError, Words, did_you_mean

CONFIGURATION = "auditdocs.toml"
FORMAT = 1
KEYS = ("format", "languages", "timezone", "fonts", "build", "requires")
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
            return _read_configuration(folder)
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
            return File(seen.name, stream.read(MAX_RECORD))
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


def _read_configuration(root: Path) -> Workspace:
    path = root / CONFIGURATION
    try:
        table = tomllib.loads(path.read_text("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise AuditdocsError(f"{CONFIGURATION} 写法有误：{error}", f"{CONFIGURATION} cannot be read: {error}") from error
    for key in table:
        if key not in KEYS:
            meant = did_you_mean(key, KEYS, Words("；可用：" + "、".join(KEYS), "; known: " + ", ".join(KEYS)))
            raise AuditdocsError(
                f"{CONFIGURATION} 有未知的键 {key}{meant.zh}",
                f"{CONFIGURATION} has an unknown key {key}{meant.en}",
            )
    _check_format(table.get("format", FORMAT))
    _check_version(table.get("requires", ""))
    settings = Settings(_languages(table.get("languages", ["zh"])), _zone(table.get("timezone", "+08:00")))
    return Workspace(root, settings, _fonts(table.get("fonts", {})), _build(table.get("build", "build")))


def _check_format(found: object) -> None:
    if isinstance(found, int) and found > FORMAT:
        raise AuditdocsError(
            f"记录格式 {found} 比本程序（格式 {FORMAT}）新；请更新 auditdocs",
            f"the records' format {found} is newer than this program knows ({FORMAT}); update auditdocs",
        )
    if found != FORMAT:
        raise AuditdocsError(f"{CONFIGURATION}：format 应为 {FORMAT}", f"{CONFIGURATION}: format must be {FORMAT}")


def _check_version(wanted: object) -> None:
    """`requires = ">=0.1"`: the program's versions that may build this workspace."""
    from auditdocs import __version__

    if not isinstance(wanted, str):
        raise AuditdocsError(f'{CONFIGURATION}：requires 写成 ">=0.1"', f'{CONFIGURATION}: requires is written ">=0.1"')
    own = _numbers(__version__)
    for part in filter(None, (one.strip() for one in wanted.split(","))):
        sign = part.rstrip("0123456789.")
        limit = _numbers(part[len(sign) :])
        fits = {">=": own >= limit, "<": own < limit, "==": own == limit, "<=": own <= limit, ">": own > limit}
        if sign.strip() not in fits:
            raise AuditdocsError(f"{CONFIGURATION}：看不懂 requires = {wanted}", f"{CONFIGURATION}: cannot read requires = {wanted}")
        if not fits[sign.strip()]:
            raise AuditdocsError(
                f"此工作区要求 auditdocs {wanted}，本机是 {__version__}", f"this workspace wants auditdocs {wanted}; this is {__version__}"
            )


def _numbers(version: str) -> tuple[int, ...]:
    found = [int(part) for part in version.split(".") if part.isdigit()]
    return tuple((*found, 0, 0, 0)[:3])


def _languages(found: object) -> Languages:
    if found == ["zh"]:
        return ("zh",)
    if found == ["en"]:
        return ("en",)
    if found == ["zh", "en"]:
        return ("zh", "en")
    if found == ["en", "zh"]:
        return ("en", "zh")
    raise AuditdocsError(
        f'{CONFIGURATION}：languages 写成 ["zh"]、["en"] 或 ["zh", "en"]',
        f'{CONFIGURATION}: languages is ["zh"], ["en"] or ["zh", "en"]',
    )


def _zone(found: object) -> timezone:
    match = re.fullmatch(r"([+-])(0[0-9]|1[0-4]):([0-5][0-9])", found) if isinstance(found, str) else None
    if not match:
        raise AuditdocsError(f'{CONFIGURATION}：timezone 写成 "+08:00"', f'{CONFIGURATION}: timezone is written "+08:00"')
    delta = timedelta(hours=int(match[2]), minutes=int(match[3]))
    return timezone(-delta if match[1] == "-" else delta)


def _fonts(found: object) -> Mapping[str, str]:
    if isinstance(found, dict) and set(found) <= {"regular", "bold"} and all(isinstance(one, str) for one in found.values()):
        return found
    raise AuditdocsError(
        f"{CONFIGURATION}：fonts 写成 {{regular = 字体文件, bold = 字体文件}}",
        f"{CONFIGURATION}: fonts is written {{regular = FILE, bold = FILE}}",
    )


def _build(found: Any) -> str:
    """The folder for what is made: inside the workspace, never the workspace itself."""
    parts = Path(found).parts if isinstance(found, str) else ()
    if not parts or Path(found).is_absolute() or ".." in parts or parts[0] in ("records", "templates", "schemas", ".git", "."):
        raise AuditdocsError(
            f"{CONFIGURATION}：build 应是工作区内的文件夹名", f"{CONFIGURATION}: build names a folder inside the workspace"
        )
    return str(found)
