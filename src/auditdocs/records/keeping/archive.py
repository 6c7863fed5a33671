"""Archive 归档: where an audit's file lies, under which number, and what belongs to it (001i 6.5; DA/T 22-2015)."""

from collections.abc import Iterator
from typing import Annotated

from auditdocs.entry import Entry
from auditdocs.field import Model, field, many
from auditdocs.records.base import Record
from auditdocs.records.house.forms import KIND
from auditdocs.records.ids import Digest, FilePath, PersonId, identifier
from auditdocs.records.words import Day, Line, Text, Whole, choice

ARCHIVE_NUMBER = identifier(
    "档号",
    "archive number",
    r"[A-Z0-9]{1,8}-[A-Z]{2,4}·[0-9]{4}-(Y|D[0-9]{1,2})-[A-Z]{2,4}-[0-9]{4}",
    "Q001-KS·2026-D3-QA-0014",
)
FORM = choice(electronic=("电子", "Electronic"), paper=("纸质", "Paper"))


class ArchiveItem(Model):
    """A record, a document or a sheet of paper in the file."""

    record: Line | None = field("记录", "Record", "审核文件夹中的路径", "its path in the audit's folder", example="cars/CAR-2026-0031.yaml")
    document: FilePath | None = field("文件", "Document", "attachments/ 下的路径", "its path below attachments/")
    document_kind: Annotated[str, KIND] | None = field("文件种类", "Kind of document", example="record_sheet")
    title: Text | None = field("题名", "Title", example="首末次会议签到表（纸质原件）|Attendance lists, paper originals")
    form: Annotated[str, FORM] = field("形式", "Form", default="electronic", example="paper")
    pages: Whole | None = field("页数", "Pages")
    copies: Whole | None = field("份数", "Copies")
    sha256: Digest | None = field("摘要", "Digest")
    location: Line | None = field("存放位置", "Location", example="A 柜 3 层|Cabinet A, shelf 3")


class Archive(Record):
    """The audit's file as the archive took it over; what is in it is written by `auditdocs file`, paper by hand."""

    archive_number: Annotated[str, ARCHIVE_NUMBER] | None = field("档号", "Archive number")
    filed_on: Day | None = field("归档日期", "Filed on")
    filed_by: PersonId | None = field("归档人", "Filed by")
    location: Line | None = field("存放位置", "Location", example="档案室 A 柜 3 层|Archive, cabinet A, shelf 3")
    medium: Line | None = field("载体", "Medium", example="电子与纸质|Electronic and paper")
    items: tuple[ArchiveItem, ...] = many("卷内目录", "Items")


def archive_numbers(entry: Entry[Archive]) -> Iterator[str]:
    """The number of a file, for the index that finds it given twice."""
    if entry.record.archive_number:
        yield entry.record.archive_number
