"""External documents 外来文件: laws, standards and customers' documents that we work by, and whether they still hold (ISO 9001 7.5.3.2)."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from auditdocs.calendar import add_months
from auditdocs.entry import Entry, Records, Violation
from auditdocs.field import Model, Table, field, many
from auditdocs.problem import Free, Words
from auditdocs.records.house.organization import parameters
from auditdocs.records.ids import CriterionId, CustomerId, DepartmentCode, identifier
from auditdocs.records.words import Day, Line, Text, choice
from auditdocs.room import RecordType, rule

EXTERNAL = identifier("外来文件序号", "number of an external document", r"EXT-[0-9]{3,4}", "EXT-001")
EXTERNAL_KIND = choice(
    law=("法律法规", "Law or regulation"),
    standard=("标准", "Standard"),
    customer=("客户文件", "Customer's document"),
    other=("其他", "Other"),
)
STATUS = choice(in_force=("现行有效", "In force"), replaced=("已被代替", "Replaced"), withdrawn=("已废止", "Withdrawn"))


class ExternalDocument(Model):
    """One document that others issue and change."""

    title: Text = field("名称", "Title", required=True, example="质量管理体系 要求|Quality management systems: requirements")
    kind: Annotated[str, EXTERNAL_KIND] | None = field("类别", "Kind")
    number: Line | None = field("文件编号", "Document no.", "发布者的编号", "its issuer's number")
    edition: Line | None = field("版本", "Edition")
    publisher: Line | None = field("发布单位", "Issued by")
    customer: CustomerId | None = field("客户", "Customer", "客户文件填写", "of a customer's document")
    criterion: CriterionId | None = field("审核准则", "Criterion", "登记为准则时", "where it is recorded as one")
    received_on: Day | None = field("收到日期", "Received on")
    received_from: Line | None = field("来源", "Received from")
    owner_department: DepartmentCode | None = field("归口部门", "Owner department")
    departments: tuple[DepartmentCode, ...] = many("使用部门", "Used by")
    location: Line | None = field("存放位置", "Location")
    status: Annotated[str, STATUS] = field("效力", "Status", default="in_force")
    checked_on: Day | None = field("核对日期", "Checked on", "最近一次核对是否有效", "when somebody last looked whether it holds")
    replaced_by: Line | None = field("代替文件", "Replaced by")
    withdrawn_on: Day | None = field("失效日期", "Withdrawn on")


class ExternalDocuments(Table[Annotated[str, EXTERNAL], ExternalDocument]):
    """The register of external documents by number."""


def due_again(one: ExternalDocument, months: int) -> date | None:
    """The day until which somebody should look again whether it holds."""
    seen = max((day for day in (one.checked_on, one.received_on) if day), default=None)
    return add_months(seen, months) if seen and one.status == "in_force" else None


@rule(
    "external-document.check-overdue",
    "ISO 9001 7.5.3",
    catalogue="DOC-011",
    severity="warning",
    zh="应在 {due} 前核对 {number} 是否仍然有效，已经过期",
    en="{number} was to be checked for being in force by {due}",
    do_zh="核对后更新 checked_on；有新版就登记新版",
    do_en="check it and update 'checked_on'; register a new edition if there is one",
)
def check_overdue(entry: Entry[ExternalDocuments], records: Records) -> Iterator[Violation]:
    months = parameters(records).external_check_months
    for number, one in entry.record.rows.items():
        due = due_again(one, months)
        if due and records.has_passed(due):
            yield entry.at(number, "checked_on", due=due, number=number)


@rule(
    "external-document.without-customer",
    "001i 4.2.2",
    catalogue="REF-003",
    zh="{number} 是客户文件，没有写是哪个客户的",
    en="{number} is a customer's document, but which customer's is not said",
    do_zh="请填写 customer",
    do_en="fill in 'customer'",
)
def without_customer(entry: Entry[ExternalDocuments], records: Records) -> Iterator[Violation]:
    for number, one in entry.record.rows.items():
        if one.kind == "customer" and one.customer is None:
            yield entry.at(number, number=number)


@rule(
    "external-document.in-force-and-ended",
    "ISO 9001 7.5.3",
    catalogue="DOC-002",
    zh="{number} 写着有效，又写了 {field}（{label}）",
    en="{number} is said to be in force, and has {field} ({label})",
    do_zh="status 改为 replaced 或 withdrawn，或删除 {field}",
    do_en="let 'status' be replaced or withdrawn, or delete {field}",
)
def in_force_and_ended(entry: Entry[ExternalDocuments], records: Records) -> Iterator[Violation]:
    words = {"replaced_by": Words("代替文件", "replaced by"), "withdrawn_on": Words("失效日期", "withdrawn on")}
    for number, one in entry.record.rows.items():
        for name, said in words.items():
            if one.status == "in_force" and getattr(one, name):
                yield entry.at(number, name, number=number, field=name, label=said)


@rule(
    "external-document.twice",
    "ISO 9001 7.5.3",
    catalogue="DOC-001",
    zh="{document} 已登记为 {other}",
    en="{document} is registered as {other} already",
    do_zh="删除一个；版本不同就写明 edition",
    do_en="delete one of them; where the editions differ, write 'edition'",
)
def twice(entry: Entry[ExternalDocuments], records: Records) -> Iterator[Violation]:
    seen: dict[tuple[str, str | None], str] = {}
    for number, one in entry.record.rows.items():
        told = (one.number or "", one.edition)
        if one.number and told in seen:
            yield entry.at(number, "number", document=Free(one.number), other=seen[told])
        seen.setdefault(told, number)


EXTERNAL_DOCUMENTS = RecordType(
    name="external_documents",
    title=Words("外来文件清单", "External documents"),
    model=ExternalDocuments,
    path="org/external_documents.yaml",
    key="external_documents",
    retention="POL-PERM",
    rules=(check_overdue, without_customer, in_force_and_ended, twice),
)
