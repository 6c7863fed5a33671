"""Disposal 到期处置: what is destroyed, who judged it, who approved and witnessed it, and what Git still keeps (003 五(四), D.7.6)."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from auditdocs.entry import Entry, Records
from auditdocs.field import Model, field, many
from auditdocs.records.base import Record
from auditdocs.records.ids import FiledNumber, FilePath, PersonId
from auditdocs.records.keeping.archive import ARCHIVE_NUMBER, FORM
from auditdocs.records.marks import Event
from auditdocs.records.words import Day, Line, Text, Whole, choice

METHOD = choice(
    shred=("粉碎", "Shredding"),
    incinerate=("焚毁", "Incineration"),
    secure_delete=("安全删除", "Secure deletion"),
    crypto_shred=("销毁密钥", "Destruction of the key"),
)
OPINION = choice(
    destroy=("销毁", "Destroy"),
    extend=("延长保管", "Keep longer"),
    transfer=("移交", "Transfer"),
    permanent=("永久保存", "Keep for ever"),
)
# the words are printed on the certificate: only the last two are a destruction of what lay in Git
GIT_SCOPE = choice(
    working_tree=("工作区清理，历史仍在", "Removed from the working tree; the history still has it"),
    history_rewritten=("历史已改写", "History rewritten"),
    key_destroyed=("密钥已销毁", "Key destroyed"),
)
GONE_FOR_GOOD = ("history_rewritten", "key_destroyed")


class DisposalItem(Model):
    """One thing on the list: a file with its number, or paper without a record."""

    record: FiledNumber | None = field("记录", "Record", "审核、客户、人员的编号", "number of an audit, a customer or a person")
    archive_number: Annotated[str, ARCHIVE_NUMBER] | None = field("档号", "Archive number")
    title: Text | None = field("题名", "Title", example="示例客户 2026 年度过程审核|Process audit 2026 of Sample Customer")
    form: Annotated[str, FORM] | None = field("形式", "Form", example="paper")
    quantity: Whole | None = field("数量（件）", "Quantity (pieces)", example="14")
    copies: Whole | None = field("份数", "Copies", example="1")
    pages: Whole | None = field("页数", "Pages", example="36")
    reason: Text | None = field("销毁原因", "Reason", example="保管期满，无继续保存价值|The period is over and nobody needs it")


class Appraisal(Model):
    """Two or more people judged whether the things are still worth keeping."""

    date: Day | None = field("鉴定日期", "Date")
    by: tuple[PersonId, ...] = many("鉴定人", "Appraised by", "至少两人", "two or more")
    decision: Annotated[str, OPINION] = field("鉴定结论", "Conclusion", default="destroy")
    opinion: Text | None = field(
        "鉴定意见", "Opinion", example="已过诉讼时效，客户无保留要求|Claims are barred by time; the customer asks for nothing"
    )


class GitHandling(Model):
    """What was done with the history of the repository; a removed file is still in it (D.7.6)."""

    scope: Annotated[str, GIT_SCOPE] | None = field("Git 处理范围", "Handling of Git")
    done_on: Day | None = field("完成日期", "Done on")
    by: PersonId | None = field("执行人", "By")
    evidence: FilePath | None = field(
        "证明", "Evidence", "所有克隆和远程都已处理的记录", "what shows that every clone and remote was dealt with"
    )


class Extension(Model):
    """The things stay for longer."""

    date: Day = field("日期", "Date", required=True)
    by: PersonId | None = field("经办人", "By")
    until: Day | None = field("延长至", "Until")
    reason: Text | None = field("原因", "Reason")


class Disposal(Record):
    """From the proposal to the certificate; proposed and approved are approvals (`prepared`, `approved`)."""

    items: tuple[DisposalItem, ...] = many("清册", "Items")
    appraisal: Appraisal | None = field("鉴定", "Appraisal")
    method: Annotated[str, METHOD] | None = field("销毁方式", "Method")
    place: Line | None = field("地点", "Place", example="档案室|Archive")
    executed_on: Day | None = field("销毁日期", "Executed on")
    executed_by: PersonId | None = field("执行人", "Executed by")
    witnesses: tuple[PersonId, ...] = many("监销人", "Witnesses", "至少两人，不含批准人", "two or more, not who approved")
    git: GitHandling | None = field("Git 历史", "History in Git")
    certificate_no: Line | None = field("销毁证明编号", "Certificate number", example="XHZM-2026-01")
    certified_on: Day | None = field("证明日期", "Certified on")
    refused: Event | None = field("不予销毁", "Refused")
    extended: Extension | None = field("延长保管", "Extended")


def listed(entry: Entry[Disposal]) -> Iterator[str]:
    """The records a disposal lists."""
    yield from (item.record for item in entry.record.items if item.record)


def executed(records: Records, number: str) -> Entry[Disposal] | None:
    """The disposal by which a record was destroyed."""
    return next((one for one in records.where(Disposal, "record", number) if one.record.executed_on), None)


def executed_on(records: Records, number: str) -> date | None:
    """The day a record was destroyed."""
    found = executed(records, number)
    return found.record.executed_on if found else None
