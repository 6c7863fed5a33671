"""Tombstone 注销登记: what stays of a file that was destroyed, so that its numbers are never used again (D.7.6)."""

from collections.abc import Iterator
from typing import Annotated

from auditdocs.entry import Entry, Records, Violation
from auditdocs.field import field, many
from auditdocs.problem import Words
from auditdocs.records.base import Record
from auditdocs.records.cars.car import Car
from auditdocs.records.ids import DisposalId, RetentionClass, identifier
from auditdocs.records.keeping.archive import ARCHIVE_NUMBER
from auditdocs.records.keeping.disposal import Disposal, listed
from auditdocs.records.lacking import lacking
from auditdocs.records.words import Day, Text
from auditdocs.room import RecordType, rule

NUMBER = identifier("编号", "number", r"[A-Z]{1,4}(-[0-9]{4}-)?[0-9]{3,4}(/[A-Z][0-9]{2,3})?", "CAR-2026-0031")


class Tombstone(Record):
    """Number (its file's name), title, class and dates of what was destroyed, and by which disposal."""

    disposal: DisposalId | None = field("处置", "Disposal")
    retention_class: RetentionClass | None = field("保管类别", "Retention class")
    archive_number: Annotated[str, ARCHIVE_NUMBER] | None = field("档号", "Archive number")
    began_on: Day | None = field("起算日期", "Counted from", "审核关闭等", "the audit was closed, and the like")
    filed_on: Day | None = field("归档日期", "Filed on")
    kept_until: Day | None = field("保存至", "Kept until")
    numbers: tuple[Annotated[str, NUMBER], ...] = many(
        "一并注销的编号", "Numbers gone with it", "CAR、提交单等，不再使用", "of CARs, submissions and so on: not used again"
    )
    note: Text | None = field("说明", "Note")


def gone_with(entry: Entry[Tombstone]) -> Iterator[str]:
    """The numbers that went with a file."""
    yield from entry.record.numbers


def is_gone(records: Records, number: str) -> bool:
    """Whether a number is one of something destroyed."""
    return records.is_known("tombstone", number) or bool(records.where(Tombstone, "number", number))


@rule(
    "tombstone.incomplete",
    "003 五(四)3",
    catalogue="DSP-004",
    zh="注销登记缺少{fields}",
    en="the tombstone lacks: {fields}",
    do_zh="请填写；auditdocs new tombstone 会在删除文件之前写好",
    do_en="fill it in; `auditdocs new tombstone` writes it, before the files are removed",
)
def incomplete(entry: Entry[Tombstone], records: Records) -> Iterator[Violation]:
    missing = lacking(entry.record, "title", "disposal", "retention_class")
    if missing:
        yield entry.at(fields=tuple(missing.values()))


@rule(
    "tombstone.not-on-the-list",
    "003 五(四)3",
    catalogue="DSP-004",
    firm=True,
    zh="处置 {disposal} 的清册里没有 {number}",
    en="the disposal {disposal} does not list {number}",
    do_zh="请更正 disposal，或在清册中补上",
    do_en="correct 'disposal', or add it to that list",
)
def not_on_the_list(entry: Entry[Tombstone], records: Records) -> Iterator[Violation]:
    disposal = records.get(Disposal, entry.record.disposal) if entry.record.disposal else None
    if disposal and entry.key not in listed(disposal):
        yield entry.at("disposal", disposal=disposal.key, number=entry.key)


@rule(
    "tombstone.number-used-again",
    "003 四(二)3",
    catalogue="REF-002",
    on="car",
    firm=True,
    zh="编号 {number} 已随 {file} 注销",
    en="the number {number} went with {file}, which was destroyed",
    do_zh="编号不再使用：请改用下一个",
    do_en="a number is never used again: take the next one",
)
def number_used_again(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    for tombstone in records.where(Tombstone, "number", entry.key):
        if tombstone.key != entry.scope:
            yield entry.at(number=entry.key, file=tombstone.key)


TOMBSTONE = RecordType(
    name="tombstone",
    title=Words("注销登记", "Tombstone"),
    model=Tombstone,
    path="archive/tombstones/{filed}.yaml",
    key="{filed}",
    owner="ARC",
    retention="DSP-PERM",
    rules=(incomplete, not_on_the_list, number_used_again),
    indexes={"number": gone_with},
    starts_with=("title", "disposal", "retention_class", "archive_number", "began_on", "filed_on", "kept_until", "numbers"),
)
