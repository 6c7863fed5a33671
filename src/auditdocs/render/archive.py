"""Zip packages (docx, xlsx) → parts by name, and back, so that equal parts give equal bytes."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

from auditdocs.problem import Sentence, Words
from auditdocs.render.press import refuse

LARGEST = 100_000_000  # bytes of all parts together
MOST_PARTS = 2_000
HIGHEST_RATIO = 200
SMALL = 100_000  # a part below this may be packed as tightly as it likes
_FIRST = "[Content_Types].xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)

BAD_PACKAGE = Sentence(
    "document.bad-package",
    zh="{template} 不是可以信任的 Office 文件：{reason}",
    en="{template} is not an Office file that can be trusted: {reason}",
    do_zh="请用 Word 重新另存该模板",
    do_en="save the template anew with Word",
)
SENTENCES = (BAD_PACKAGE,)


def unpack(content: bytes, name: str) -> dict[str, bytes]:
    """Every part by its name; refuses bombs and two parts of one name before anything is unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            members = [member for member in package.infolist() if not member.is_dir()]
            reason = _reason(members)
            if reason:
                raise refuse(BAD_PACKAGE, {"template": name, "reason": reason})
            return {member.filename: package.read(member) for member in members}
    except (zipfile.BadZipFile, NotImplementedError, EOFError, RuntimeError) as fault:
        reason = Words("压缩包已损坏或已加密", "the package is damaged or encrypted")
        raise refuse(BAD_PACKAGE, {"template": name, "reason": reason}) from fault


def pack(parts: Mapping[str, bytes]) -> bytes:
    """The parts in one order, with one date, so that nothing but their content decides the bytes."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for name in sorted(parts, key=lambda name: (name != _FIRST, name)):
            member = zipfile.ZipInfo(name, _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            member.external_attr = 0
            package.writestr(member, parts[name])
    return content.getvalue()


def _reason(members: list[zipfile.ZipInfo]) -> Words | None:
    names = [member.filename.casefold() for member in members]
    if len(names) != len(set(names)):
        return Words("两个部件同名", "two parts have one name")
    if len(members) > MOST_PARTS:
        return Words(f"部件超过 {MOST_PARTS} 个", f"more than {MOST_PARTS} parts")
    if sum(member.file_size for member in members) > LARGEST:
        return Words("展开后过大", "too large when unpacked")
    if any(_too_tight(member) for member in members):
        return Words("压缩率异常", "packed too tightly to be a document")
    return None


def _too_tight(member: zipfile.ZipInfo) -> bool:
    return member.file_size > SMALL and member.file_size > HIGHEST_RATIO * max(member.compress_size, 1)
