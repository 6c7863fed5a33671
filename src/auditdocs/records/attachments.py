"""Attachments 附件: the evidence beside the records is there, unchanged, harmless, and belongs to a record."""

import re
from collections.abc import Iterator

from auditdocs.entry import AnyEntry, Records, Violation
from auditdocs.problem import Words, nearest
from auditdocs.room import Rooms, rule
from auditdocs.shape import Spot, walk

DANGEROUS = re.compile(
    r"\.(docm|dotm|xlsm|xltm|xlsb|xlam|pptm|potm|ppsm|exe|com|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|msi|scr|pif|lnk|jar|sh|reg|dll)$", re.I
)


def folder_of(entry: AnyEntry) -> str:
    """The folder with the attachments of a record: of its audit, customer or document, else beside the record."""
    before, found, _ = entry.path.partition(f"/{entry.scope}/") if entry.scope else ("", "", "")
    home = f"{before}/{entry.scope}" if found else entry.path.rpartition("/")[0]
    return f"{home}/attachments/"


def attached(entry: AnyEntry, records: Records) -> tuple[Spot, ...]:
    """The attachments a record names, each at the first place: one cause is one problem."""
    return records.derive("attachments", _attached, entry)


def _attached(records: Records, entry: AnyEntry) -> tuple[Spot, ...]:
    first: dict[str, Spot] = {}
    for spot in walk(entry.record):
        if spot.word.refers == "attachment":
            first.setdefault(spot.value, spot)
    return tuple(first.values())


@rule(
    "attachment.not-found",
    "ISO 9001 7.5.3",
    catalogue="REF-004",
    zh="附件 {file} 不在 {folder}",
    en="the attachment {file} is not in {folder}",
    do_zh="{hint}",
    do_en="{hint}",
)
def not_found(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    folder = folder_of(entry)
    for spot in attached(entry, records):
        if not records.has_file(folder + spot.value):
            there = tuple(path.removeprefix(folder) for path in records.files_under(folder))
            yield entry.at(*spot.loc, file=spot.value, folder=folder, hint=_hint(spot.value, there))


def _hint(file: str, there: tuple[str, ...]) -> Words:
    guess = _meant(file, there)
    if guess:
        return Words(f"是否想写 {guess}？", f"did you mean {guess}?")
    return Words("请把文件放进去，或更正路径", "put the file there, or correct the path")


def _meant(file: str, there: tuple[str, ...]) -> str:
    """The file that was meant: of the same name in another folder, or of a name much like it."""
    same_name = [path for path in there if path.rpartition("/")[2].casefold() == file.rpartition("/")[2].casefold()]
    return same_name[0] if len(same_name) == 1 else nearest(file, there)


@rule(
    "attachment.changed",
    "ISO 9001 7.5.3",
    catalogue="REF-004",
    zh="附件 {file} 与登记的摘要不同：内容改过",
    en="the attachment {file} differs from its recorded digest: it was changed",
    do_zh="请从 Git 取回原件；新证据另存为新文件，不覆盖旧文件",
    do_en="restore the original from Git; new evidence is a new file beside the old one",
)
def changed(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    for spot in attached(entry, records):
        path = folder_of(entry) + spot.value
        found, recorded = records.digest_of_file(path), records.recorded_digest(path)
        if found and recorded and found != recorded:
            yield entry.at(*spot.loc, file=spot.value)


@rule(
    "attachment.not-recorded",
    "ISO 9001 7.5.3",
    catalogue="REF-004",
    severity="warning",
    zh="附件 {file} 在 SHA256SUMS 中没有摘要，以后被改动不会发现",
    en="SHA256SUMS has no digest of the attachment {file}, so a later change would not be noticed",
    do_zh="auditdocs attach {folder}{file} {record} --name {file}",
    do_en="auditdocs attach {folder}{file} {record} --name {file}",
)
def not_recorded(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    for spot in attached(entry, records):
        folder = folder_of(entry)
        path = folder + spot.value
        if records.digest_of_file(path) and records.recorded_digest(path) is None and not DANGEROUS.search(spot.value):
            yield entry.at(*spot.loc, file=spot.value, folder=folder, record=entry.path)


@rule(
    "attachment.link",
    "ISO 9001 7.5.3",
    catalogue="REF-004",
    zh="附件 {file} 是一个链接，不是文件",
    en="the attachment {file} is a link, not a file",
    do_zh="请放入文件本身",
    do_en="put the file itself there",
)
def link(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    for spot in attached(entry, records):
        if records.digest_of_file(folder_of(entry) + spot.value) == "":
            yield entry.at(*spot.loc, file=spot.value)


@rule(
    "attachment.executable",
    "ISO 9001 7.5.3",
    catalogue="REF-004",
    zh="附件 {file} 可能带有程序或宏",
    en="the attachment {file} may carry a program or macros",
    do_zh="请另存为 PDF、图片或不带宏的文件",
    do_en="save it as a PDF, a picture or a file without macros",
)
def executable(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    for spot in attached(entry, records):
        if DANGEROUS.search(spot.value):
            yield entry.at(*spot.loc, file=spot.value)


@rule(
    "attachment.not-referenced",
    "002 FAQ 清扫",
    catalogue="REF-005",
    severity="warning",
    zh="没有记录提到附件 {file}",
    en="no record names the attachment {file}",
    do_zh="在相应记录的 attachments 或 evidence 中写上它，或删除文件",
    do_en="name it in 'attachments' or 'evidence' of its record, or delete the file",
)
def not_referenced(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    folder = folder_of(entry)
    if not _speaks_for(entry, folder, records):
        return
    there = tuple(path.removeprefix(folder) for path in records.files_under(folder))
    named = {spot.value for one in _beside(entry, records) for spot in attached(one, records)}
    if named.difference(there):  # one of these files is probably meant: said where the name stands
        return
    for file in there:
        if file not in named:
            yield Violation(folder + file, (), {"file": file})


@rule(
    "attachment.gone",
    "ISO 9001 7.5.3",
    catalogue="REF-004",
    zh="SHA256SUMS 登记的附件 {file} 已不存在",
    en="the attachment {file}, recorded in SHA256SUMS, is gone",
    do_zh="请从 Git 取回；确不再需要就删除 SHA256SUMS 中的这一行",
    do_en="restore it from Git; if it is not needed any more, delete its line in SHA256SUMS",
)
def gone(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    folder = folder_of(entry)
    if not _speaks_for(entry, folder, records):
        return
    named = {folder + spot.value for one in _beside(entry, records) for spot in attached(one, records)}
    for path in records.sums_under(folder):
        if not records.has_file(path) and path not in named:  # what is named is missed there
            yield Violation(f"{folder}SHA256SUMS", (), {"file": path.removeprefix(folder)})


def _speaks_for(entry: AnyEntry, folder: str, records: Records) -> bool:
    """Whether this is the first of the records that share a folder: it speaks for all, so that each file is named once."""
    if not records.files_under(folder) and not records.sums_under(folder):
        return False
    return next(_beside(entry, records)).path == entry.path


def _beside(entry: AnyEntry, records: Records) -> Iterator[AnyEntry]:
    """The records that share a folder of attachments: those of the same audit or document, else the record alone."""
    rooms = records.rooms
    if not entry.scope or not isinstance(rooms, Rooms):
        yield entry
        return
    for room in rooms.types.values():
        for key in records.keys_of(room.name, entry.scope) if room.scope else ():
            found = records.get_of(room.name, key)
            if found:
                yield found


ATTACHMENT_RULES = (not_found, changed, not_recorded, link, executable, not_referenced, gone)
