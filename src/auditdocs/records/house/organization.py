"""Organization: who we are, our departments, and what we set otherwise than the program does."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated

from auditdocs.entry import Entry, Records, Violation
from auditdocs.field import Model, Table, field, numbered
from auditdocs.problem import Words
from auditdocs.records.base import Record
from auditdocs.records.ids import SITE, DepartmentCode, identifier
from auditdocs.records.words import Language, Line, Text, YesNo, choice, whole
from auditdocs.room import RecordType, rule
from auditdocs.uscc import is_uscc, uscc_check_digit

CALENDAR = choice(cn=("国务院办公厅公布的工作日", "working days as the State Council publishes them"))
OFFSET = identifier("时区", "time zone", r"[+-](0[0-9]|1[0-4]):[0-5][0-9]", "+08:00")
PREFIX = identifier("前缀", "prefix", r"[A-Z]{2,4}", "XY")
FONDS = identifier("全宗号", "fonds code", r"[A-Z0-9]{1,8}", "Q001")
DAYS = whole(0, 400)
Days = Annotated[int, DAYS]


class Site(Model):
    """A place where we work."""

    name: Text | None = field("名称", "Name")
    address: Text | None = field("地址", "Address")
    timezone: Annotated[str, OFFSET] | None = field("时区", "Time zone")


class Organization(Record):
    """Our company, as forms and archive numbers name it."""

    name: Text = field("公司名称", "Company name", required=True)
    short_code: Annotated[str, PREFIX] | None = field("简称代码", "Short code")
    uscc: Line | None = field("统一社会信用代码", "Unified social credit code")
    fonds_code: Annotated[str, FONDS] | None = field("全宗号", "Fonds code", "档号的第一段", "first part of archive numbers")
    sites: dict[Annotated[str, SITE], Site] = numbered("场所", "Sites", "代码: 名称和地址", "code: name and address")
    document_prefix: Annotated[str, PREFIX] | None = field("文件编号前缀", "Prefix of document numbers")
    default_language: Language | None = field("默认语言", "Default language")
    calendar: Annotated[str, CALENDAR] | None = field("工作日历", "Calendar of working days")


class Department(Model):
    """A department; who heads it stands with the person's post."""

    name: Text = field("名称", "Name", required=True, example="质量部|Quality")
    parent: DepartmentCode | None = field("上级部门", "Superior department")


class Departments(Table[DepartmentCode, Department]):
    """All departments by code."""


class Parameters(Record):
    """What a company may set otherwise; every parameter has a default."""

    todo_days: Days = field("待办提前天数", "To-dos look ahead", "日历日", "calendar days", default=14)
    contact_sheet_receipt_wd: Days = field(
        "联络单签收期限", "Receipt of the contact sheet", "获得审核信息后的工作日数", "working days after the news of the audit", default=3
    )
    car_issue_wd: Days = field(
        "CAR 开具期限", "Issue of a CAR", "收到审核结论后的工作日数", "working days after the conclusion was received", default=3
    )
    audit_date_tolerance_cd: Days = field(
        "审核日期允许偏差", "Tolerance of audit dates", "与计划相差的日历日数", "calendar days away from the plan", default=30
    )
    notification_wd: Days = field(
        "结果通报期限", "Notification of the result", "末次会议后的工作日数", "working days after the closing meeting", default=3
    )
    repeat_months: Annotated[int, whole(1, 600)] = field(
        "重复发现期间", "Period for repeat findings", "月；同条款同部门", "months; same clause and department", default=36
    )
    retention_due_soon_days: Days = field(
        "存档到期提醒", "Retention due soon", "到期前的日历日数", "calendar days before the end", default=90
    )
    escalate_department_cd: Days = field(
        "逾期报部门负责人", "Overdue: head of department", "逾期日历日数", "calendar days overdue", default=1
    )
    escalate_quality_cd: Days = field("逾期报质量部负责人", "Overdue: head of quality", "逾期日历日数", "calendar days overdue", default=7)
    escalate_gm_cd: Days = field("逾期报总经理", "Overdue: general manager", "逾期日历日数", "calendar days overdue", default=14)
    audit_training: YesNo = field(
        "参与审核须经培训",
        "Training for audits",
        "true：协调人、陪同和引导人员须有客户审核的培训记录",
        "true: coordinator, escorts and guides need training in customer audits on record",
        default=False,
    )
    audit_nda: YesNo = field(
        "参与审核须签保密协议",
        "Agreement for audits",
        "true：陪同和引导人员须有保密协议",
        "true: escorts and guides need a confidentiality agreement on record",
        default=False,
    )
    external_check_months: Annotated[int, whole(1, 120)] = field(
        "外来文件核对周期",
        "Check of external documents",
        "月；多久核对一次是否有效",
        "months between two looks whether they hold",
        default=12,
    )


def organization(records: Records) -> Organization | None:
    """Our company."""
    entry = records.get(Organization, "organization")
    return entry.record if entry else None


def parameters(records: Records) -> Parameters:
    """The parameters that hold: the company's, else the program's."""
    entry = records.get(Parameters, "parameters")
    return entry.record if entry else Parameters()


def is_near(day: date, records: Records) -> bool:
    """Whether a day has come, or is as near as to-dos speak of it (parameter `todo_days`)."""
    return records.has_come(day - timedelta(days=parameters(records).todo_days))


def department(records: Records, code: str) -> Department | None:
    """A department by its code."""
    entry = records.get(Departments, "departments")
    return entry.record.rows.get(code) if entry else None


@rule(
    "organization.uscc",
    "GB 32100-2015",
    catalogue="CUS-003",
    zh="统一社会信用代码 {uscc} 不正确",
    en="the unified social credit code {uscc} is not valid",
    do_zh="{hint}",
    do_en="{hint}",
)
def uscc(entry: Entry[Organization], records: Records) -> Iterator[Violation]:
    code = entry.record.uscc
    if code and not is_uscc(code):
        yield entry.at("uscc", uscc=code, hint=uscc_hint(code))


def uscc_hint(code: str) -> Words:
    """What to correct in a code: its length, its characters or its check character."""
    bare = re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", code)).upper()
    if is_uscc(bare):
        return Words(f"应写 {bare}", f"write {bare}")
    if len(code) != 18:
        return Words(f"应为 18 位，现为 {len(code)} 位", f"it has 18 characters; here stand {len(code)}")
    try:
        expected = uscc_check_digit(code[:17])
    except ValueError:
        return Words("只用数字和除 I、O、S、V、Z 以外的大写字母", "digits and capital letters without I, O, S, V and Z")
    return Words(
        f"末位校验码按前 17 位应为 {expected}；请对照营业执照",
        f"by the first 17 characters the last one would be {expected}; compare the business licence",
    )


@rule(
    "organization.no-departments",
    "002 三.1",
    catalogue="REF-003",
    zh="工作区没有 records/org/departments.yaml，部门代码无处可查",
    en="the workspace has no records/org/departments.yaml, so no department code can be looked up",
    do_zh="请建立该文件，每行一个部门，如 QA: {example}",
    do_en="write it, a department a line, like QA: {example}",
)
def no_departments(entry: Entry[Organization], records: Records) -> Iterator[Violation]:
    if records.is_absent(Departments, "departments"):
        yield entry.at(example="{name: {zh: 质量部, en: Quality}}")


ORGANIZATION = RecordType(
    name="organization",
    title=Words("组织", "Organization"),
    model=Organization,
    path="org/organization.yaml",
    key="organization",
    owner="GEN",
    retention="POL-PERM",
    rules=(uscc, no_departments),
    shown_to_customers=True,
)
PARAMETERS = RecordType(
    name="parameters",
    title=Words("参数", "Parameters"),
    model=Parameters,
    path="org/parameters.yaml",
    key="parameters",
    retention="POL-PERM",
    shown_to_customers=True,
)
