"""Audit programme 年度客户审核方案 (`programme/2026.yaml`): who audits us in a year, why and when, and what came of it (ISO 19011 5)."""

import calendar
from collections.abc import Iterator
from datetime import date
from typing import Annotated

from auditdocs.entry import Entry, Records
from auditdocs.field import Model, field, many, numbered
from auditdocs.problem import Words
from auditdocs.records.audit.audit import DIRECTION
from auditdocs.records.base import Record
from auditdocs.records.ids import AuditId, CriterionId, CustomerId, PersonId, SiteCode, identifier
from auditdocs.records.marks import Event, approval_mark, fact_mark, how_to_sign
from auditdocs.records.preparation.contact_sheet import AUDIT_PURPOSE, AUDIT_TYPE
from auditdocs.records.words import Day, Text, choice
from auditdocs.room import Life, Mark, Milestone

PLANNED = identifier("计划序号", "number in the programme", r"A[0-9]{2,3}", "A01")
MONTH = identifier("月份", "month", r"[0-9]{4}-(0[1-9]|1[0-2])", "2026-09")
PRIORITY = choice(high=("高", "High"), medium=("中", "Medium"), low=("低", "Low"))
PlannedNumber = Annotated[str, PLANNED]
Month = Annotated[str, MONTH]


class Resources(Model):
    """What the year's audits need (000 2.1)."""

    people: Text | None = field("人力", "People", example="质量部 2 人，各部门陪同|Two of Quality, escorts of the departments")
    budget: Text | None = field("财力", "Budget", example="接待 3 万元|30,000 CNY for receptions")
    material: Text | None = field("物力", "Material", example="会议室、劳防用品|Meeting room, protective equipment")


class PlannedAudit(Model):
    """One audit of the year, as it is planned."""

    customer: CustomerId = field("客户", "Customer", required=True)
    month: Month = field("计划月份", "Month", required=True, example="{month}")
    direction: Annotated[str, DIRECTION] = field("方向", "Direction", default="inbound")
    audit_type: Annotated[str, AUDIT_TYPE] | None = field("审核类型", "Audit type")
    audit_purpose: tuple[Annotated[str, AUDIT_PURPOSE], ...] = many("审核目的", "Audit purpose", example="annual")
    criteria: tuple[CriterionId, ...] = many("审核准则", "Audit criteria")
    sites: tuple[SiteCode, ...] = many("场所", "Sites")
    priority: Annotated[str, PRIORITY] | None = field("优先级", "Priority", "按风险", "by risk")
    reason: Text | None = field(
        "依据", "Reason", "风险、上次结果、客户要求", "risk, last result, the customer's wish", example="上次为 B 级|B last time"
    )
    responsible: PersonId | None = field("负责人", "Responsible")


class Move(Model):
    """Another month, who set it and why."""

    date: Day = field("日期", "Date", "何时决定", "the day it was decided", required=True)
    by: PersonId | None = field("经办人", "By")
    reason: Text | None = field("原因", "Reason")
    month: Month = field("新月份", "New month", required=True, example="{month}")


class Progress(Model):
    """What became of a planned audit; its state is its audit's."""

    audit: AuditId | None = field("审核", "Audit", "客户联系后建立的审核", "the audit that came of it")
    moved: tuple[Move, ...] = many("改期", "Moved")
    cancelled: Event | None = field("取消", "Cancelled")


class Evaluation(Model):
    """A look back at the year's programme (000 8.1, ISO 19011 5.7)."""

    date: Day | None = field("评价日期", "Evaluated on")
    by: PersonId | None = field("评价人", "Evaluated by")
    summary: Text | None = field("总结", "Summary")
    lessons: tuple[Text, ...] = many("经验教训", "Lessons learned")
    improvements: tuple[Text, ...] = many("改进建议", "Suggestions for improvement")


class Programme(Record):
    """The year's plan, which is approved, and what happened, which is written down as the year goes on."""

    responsible: PersonId | None = field("方案负责人", "Programme manager")
    objectives: tuple[Text, ...] = many("目标", "Objectives", example="审核一次通过率不低于 90%|90% of the audits are passed at once")
    basis: Text | None = field("风险与机会", "Risks and opportunities", "优先级的依据", "what the priorities rest on")
    methods: tuple[Text, ...] = many("方法", "Methods", example="现场审核、远程审核|On site, remote")
    tools: tuple[Text, ...] = many("工具", "Tools", example="检查表、上次发现项|Checklists, findings of the last audit")
    resources: Resources | None = field("资源", "Resources")
    audits: dict[PlannedNumber, PlannedAudit] = numbered("计划的审核", "Planned audits")
    progress: dict[PlannedNumber, Progress] = numbered("执行情况", "Progress", "批准以后记录", "recorded after the approval")
    evaluation: Evaluation | None = field("年度评价", "Evaluation")


def month_of(programme: Programme, number: str) -> str:
    """The month in which a planned audit stands now."""
    moved = programme.progress[number].moved if number in programme.progress else ()
    return moved[-1].month if moved else programme.audits[number].month


def last_day(month: str) -> date:
    """The last day of a month `2026-09`."""
    year, number = int(month[:4]), int(month[5:])
    return date(year, number, calendar.monthrange(year, number)[1])


def _prepared(entry: Entry[Programme], records: Records) -> Mark | None:
    return approval_mark(entry, "prepared")


def _approved(entry: Entry[Programme], records: Records) -> Mark | None:
    return approval_mark(entry, "approved")


def _evaluated(entry: Entry[Programme], records: Records) -> Mark | None:
    return fact_mark(entry, "evaluation", "date")


def _year_end(entry: Entry[Programme], records: Records) -> date:
    return date(int(entry.key), 12, 31)


def _milestones() -> Iterator[Milestone]:
    listed = Words("列出全年的审核并签署", "list the audits of the year and sign")
    yield Milestone("prepared", Words("已编制", "Prepared"), "QA", listed, _prepared, how=how_to_sign("prepared"))
    agreed = Words("批准年度方案", "approve the programme")
    yield Milestone("approved", Words("已批准", "Approved"), "MGT", agreed, _approved, how=how_to_sign("approved"))
    yield Milestone(
        "evaluated",
        Words("已评价", "Evaluated"),
        "QA",
        Words("年末评价方案的执行", "look back at the programme at the end of the year"),
        _evaluated,
        _year_end,
        how=Words(
            "写 evaluation: {date: 2026-12-20, by: 人员编号, summary: …}", "write evaluation: {date: 2026-12-20, by: id, summary: …}"
        ),
    )


PROGRAMME_LIFE = Life(
    name="programme",
    title=Words("年度客户审核方案", "Audit programme"),
    anchor="programme",
    milestones=tuple(_milestones()),
)
