"""Waivers 豁免: where a rule is not followed, with reason, approval and an end, so that nothing is waived silently."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.field import Model, field, many
from auditdocs.problem import Words
from auditdocs.records.base import Record
from auditdocs.records.ids import PersonId
from auditdocs.records.lacking import lacking
from auditdocs.records.words import Day, Line, Text
from auditdocs.room import RecordType, rule


class Waiver(Model):
    """One rule that does not count for one record."""

    rule: Line = field(
        "规则", "Rule", "如 car.due-before-issue", "like car.due-before-issue", required=True, example="car.due-before-issue"
    )
    record: Line = field(
        "记录", "Record", "编号、文件路径或审核编号", "its number, its path, or the audit's number", required=True, example="CAR-2026-0031"
    )
    reason: Text | None = field("理由", "Reason", example="期限由客户书面指定|The customer set the date in writing")
    approved_by: PersonId | None = field("批准人", "Approved by")
    until: Day | None = field("有效至", "Until", "最后一天", "the last day")


class Waivers(Record):
    """All waivers."""

    waivers: tuple[Waiver, ...] = many("豁免", "Waivers")


@rule(
    "waiver.unfounded",
    "ISO 9001 7.5.3",
    catalogue="D.6",
    zh="豁免缺少{field}",
    en="this waiver lacks: {field}",
    do_zh="请写明理由、批准人和有效期",
    do_en="say why, who approved it and until when",
)
def unfounded(entry: Entry[Waivers], records: Records) -> Iterator[Violation]:
    for index, waiver in enumerate(entry.record.waivers):
        missing = lacking(waiver, "reason", "approved_by", "until")
        if missing:
            yield entry.at("waivers", index, field=tuple(missing.values()))


WAIVERS = RecordType(
    name="waivers",
    title=Words("豁免", "Waivers"),
    model=Waivers,
    path="org/waivers.yaml",
    key="waivers",
    retention="POL-PERM",
    rules=(unfounded,),
)
