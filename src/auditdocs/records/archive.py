"""Archive 归档: where an audit's file lies, under which number, and what belongs to it (001i 6.5; DA/T 22-2015)."""

from collections.abc import Iterator
from typing import Annotated

from auditdocs.entry import Entry, Records, Violation
from auditdocs.field import Model, field, label, many
from auditdocs.problem import Words
from auditdocs.records.audit_folder import FOLDER_RULES
from auditdocs.records.base import Record
from auditdocs.records.ids import Digest, PersonId, identifier
from auditdocs.records.organization import organization
from auditdocs.records.words import Day, Line, Text, Whole, choice
from auditdocs.room import RecordType, rule

ARCHIVE_NUMBER = identifier(
    "档号",
    "archive number",
    r"[A-Z0-9]{1,8}-[A-Z]{2,4}·[0-9]{4}-(Y|D[0-9]{1,2})-[A-Z]{2,4}-[0-9]{4}",
    "Q001-KS·2026-D3-QA-0014",
)
FORM = choice(electronic=("电子", "Electronic"), paper=("纸质", "Paper"))


class ArchiveItem(Model):
    """A record, a document or a sheet of paper in the file."""

    record: Line | None = field("记录", "Record", "记录文件的路径", "path of the record")
    document: Line | None = field("文件", "Document", "成文文件的路径", "path of the document")
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


@rule(
    "archive.incomplete",
    "001i 6.5.1",
    catalogue="RET-002",
    at="archived",
    zh="归档登记缺少{fields}",
    en="the archive entry lacks: {fields}",
    do_zh="请填写",
    do_en="fill it in",
)
def incomplete(entry: Entry[Archive], records: Records) -> Iterator[Violation]:
    names = ("archive_number", "filed_by", "location", "medium")
    missing = tuple(label(Archive, name) for name in names if getattr(entry.record, name) is None)
    if missing:
        yield entry.at(fields=missing)


@rule(
    "archive.number-taken",
    "DA/T 22-2015",
    catalogue="REF-002",
    firm=True,
    zh="档号 {number} 已用于 {other}",
    en="the archive number {number} is used by {other}",
    do_zh="请改用下一个件号",
    do_en="take the next number",
)
def number_taken(entry: Entry[Archive], records: Records) -> Iterator[Violation]:
    number = entry.record.archive_number
    for other in records.where(Archive, "archive_number", number) if number else ():
        if other.key < entry.key:
            yield entry.at("archive_number", number=number or "", other=other.key)


@rule(
    "archive.wrong-fonds",
    "DA/T 22-2015",
    catalogue="RET-002",
    severity="warning",
    zh="档号的全宗号是 {found}，本公司是 {fonds}",
    en="the archive number begins with fonds {found}; ours is {fonds}",
    do_zh="请更正档号，或 organization.yaml 的 fonds_code",
    do_en="correct the number, or 'fonds_code' in organization.yaml",
)
def wrong_fonds(entry: Entry[Archive], records: Records) -> Iterator[Violation]:
    ours = organization(records)
    number = entry.record.archive_number
    if number and ours and ours.fonds_code and number.split("-")[0] != ours.fonds_code:
        yield entry.at("archive_number", found=number.split("-")[0], fonds=ours.fonds_code)


def archive_numbers(entry: Entry[Archive]) -> Iterator[str]:
    if entry.record.archive_number:
        yield entry.record.archive_number


ARCHIVE = RecordType(
    name="archive",
    title=Words("归档登记", "Archive entry"),
    model=Archive,
    path="audits/{year}/{audit}/archive.yaml",
    key="{audit}",
    scope="{audit}",
    owner="ARC",
    retention="CA-3Y",
    lives=("audit",),
    rules=(*FOLDER_RULES, incomplete, number_taken, wrong_fonds),
    indexes={"archive_number": archive_numbers},
    starts_with=(
        "archive_number",
        "filed_on",
        "filed_by",
        "location",
        "medium",
        "items.title",
        "items.form",
        "items.pages",
        "items.copies",
        "items.location",
    ),
)
