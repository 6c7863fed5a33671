"""`auditdocs attach`: evidence is copied beside its record, its digest is written down, and the record names it."""

import hashlib
import re
import zipfile
from io import BytesIO
from pathlib import Path

from auditdocs.commands.added_item import with_item
from auditdocs.commands.proposal import Change, carry_out
from auditdocs.console import Console
from auditdocs.entry import AnyEntry
from auditdocs.examine import Examined, examine
from auditdocs.picture_file import cleaned
from auditdocs.problem import AuditdocsError, Words, did_you_mean
from auditdocs.records import ROOMS
from auditdocs.records.attachments import DANGEROUS, attached, folder_of
from auditdocs.records.ids import FILE
from auditdocs.sha256sums import NAME, with_digests
from auditdocs.yaml_edit import quoted

LARGEST = 50_000_000  # bytes: Git keeps every version for ever
PICTURES = (".jpg", ".jpeg", ".png")
_NOT_PRINTED = (".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".heif", ".svg")  # none that we can check, or a document can show
_BEGINS = {
    ".jpg": b"\xff\xd8", ".jpeg": b"\xff\xd8", ".png": b"\x89PNG", ".pdf": b"%PDF-",
    ".docx": b"PK", ".xlsx": b"PK", ".pptx": b"PK", ".zip": b"PK",
}  # fmt: skip


def run_attach(folder: Path, console: Console, file: Path, record: str, name: str, is_agreed: bool) -> int:
    """Propose the copy, the digest and the record's new line, and write what was agreed to."""
    examined = examine(folder)
    entry = named_record(examined, record)
    content, target = _evidence(file), _target(entry, name or file.name)
    changes = _changes(examined, entry, file, target, content)
    if carry_out(examined.workspace.root, console, changes, is_agreed):
        console.result(folder_of(entry) + target)
        if len(content) != file.stat().st_size:
            said = "图片中的位置、时间等信息已去除", "where and when the picture was taken was taken out of the copy"
            console.say(Words(*said))
    return 0


def named_record(examined: Examined, record: str) -> AnyEntry:
    """The record somebody means by its number or its path."""
    records = examined.loaded.records
    path = record.removeprefix("./")
    anchors = ("contact_sheet", "customer", "person", *ROOMS.types)
    found = records.at_path(path) or next((one for name in anchors if (one := records.get_of(name, record))), None)
    if found:
        return found
    numbers = [key for name in ("contact_sheet", "car", "customer") for key in records.keys_of(name)]
    meant = did_you_mean(record, numbers)
    raise AuditdocsError(
        f"没有可读的记录 {record}{meant.zh}；请写编号（CAR-2026-0031）或记录文件的路径",
        f"there is no readable record {record}{meant.en}; write its number (CAR-2026-0031) or the path of its file",
    )


def _evidence(file: Path) -> bytes:
    """The bytes to keep: no program, no macro, what its name says; a picture whole and without its metadata."""
    if not file.is_file():
        raise AuditdocsError(f"没有文件 {file}", f"there is no file {file}")
    ending, size = file.suffix.lower(), file.stat().st_size
    if not 0 < size <= LARGEST:
        raise _refusal(file, f"大小为 {size:,} 字节，应在 1 到 {LARGEST:,} 之间", f"it has {size:,} bytes; 1 to {LARGEST:,} are taken")
    if DANGEROUS.search(file.name):
        raise _refusal(
            file, "可能带有程序或宏，请另存为 PDF、图片或不带宏的文件", "it may carry a program or macros; save it as a PDF or a picture"
        )
    if ending in _NOT_PRINTED:
        raise _refusal(file, "请把图片另存为 JPEG 或 PNG", "save the picture as JPEG or PNG")
    content = file.read_bytes()
    if not content.startswith(_BEGINS.get(ending, b"")):
        raise _refusal(file, f"内容不是 {ending} 文件", f"what it holds is no {ending} file")
    if ending in (".docx", ".xlsx", ".pptx") and _has_macros(content):
        raise _refusal(file, "文件中有宏，请另存为不带宏的文件", "there are macros in it; save it without")
    return cleaned(content, file.name) if ending in PICTURES else content


def _has_macros(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            return any("vbaproject" in name.lower() or "/activex/" in name.lower() for name in package.namelist())
    except zipfile.BadZipFile:
        return False


def _refusal(file: Path, zh: str, en: str) -> AuditdocsError:
    return AuditdocsError(f"{file.name}：{zh}", f"{file.name}: {en}", exit=1)


def _target(entry: AnyEntry, name: str) -> str:
    """Where the file goes below attachments/: a record of its own number has a folder of its own."""
    safe = re.sub(r"\s+", " ", name.strip().strip("/"))
    is_numbered = entry.key != entry.scope and entry.scope != "" and "/" not in entry.key
    target = safe if "/" in safe or not is_numbered else f"{entry.key}/{safe}"
    if not FILE.fits(target):
        raise AuditdocsError(
            f"{name} 不能用作附件的文件名；请用 --name 指定", f"{name} cannot be the name of an attachment; give another with --name"
        )
    return target


def _changes(examined: Examined, entry: AnyEntry, file: Path, target: str, content: bytes) -> tuple[Change, ...]:
    root, folder = examined.workspace.root, folder_of(entry)
    before, sums = _bytes(root / folder / target), _bytes(root / folder / NAME)
    is_itself = (root / folder / target).resolve() == file.resolve()  # put there by hand
    if before is not None and before != content and not is_itself:
        raise AuditdocsError(
            f"{folder}{target} 已存在，内容不同；新证据用新文件名：--name",
            f"{folder}{target} is there already and differs; new evidence has a new name: --name",
            exit=1,
        )
    digests = with_digests((sums or b"").decode(), {target: hashlib.sha256(content).hexdigest()})
    copied = Change(folder + target, before, content)
    listed = Change(folder + NAME, sums, digests.encode())
    named = any(spot.value == target for spot in attached(entry, examined.loaded.records))
    return (copied, listed) if named else (copied, listed, with_item(examined, entry, "attachments", f"{{file: {quoted(target)}}}"))


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
