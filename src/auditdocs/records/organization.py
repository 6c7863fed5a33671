"""Organization: who we are, our departments, the program's parameters and the numbers of our forms."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated

from auditdocs.entry import Entry, Records, Violation
from auditdocs.field import Model, Table, field, numbered
from auditdocs.problem import Words
from auditdocs.records.base import (
    SITE,
    Bilingual,
    Day,
    DepartmentCode,
    Language,
    Line,
    Record,
    Revision,
    Text,
    choice,
    identifier,
    whole,
)
from auditdocs.room import RecordType, rule
from auditdocs.uscc import is_uscc, uscc_check_digit

CALENDAR = choice(cn=("国务院办公厅公布的工作日", "working days as the State Council publishes them"))
OFFSET = identifier("时区", "time zone", r"[+-](0[0-9]|1[0-4]):[0-5][0-9]", "+08:00")
PREFIX = identifier("前缀", "prefix", r"[A-Z]{2,4}", "XY")
FONDS = identifier("全宗号", "fonds code", r"[A-Z0-9]{1,8}", "Q001")
FORM = identifier("文件种类", "kind of document", r"[a-z][a-z_]{1,40}", "car")
FORM_NUMBER = identifier("表单编号", "form number", r"[A-Z]{2,4}-[A-Z]{2}-[A-Z]{2,4}-[0-9]{2}", "XY-FM-CA-09")
DIGEST = identifier("SHA-256 摘要", "SHA-256 digest", r"[0-9a-f]{64}", "e3b0c442…")
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

    name: Text = field("名称", "Name", required=True)
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
    repeat_months: Annotated[int, whole(1, 600)] = field(
        "重复发现期间", "Period for repeat findings", "月；同条款同部门", "months; same clause and department", default=36
    )
    retention_due_soon_days: Days = field(
        "存档到期提醒", "Retention due soon", "到期前的日历日数", "calendar days before the end", default=90
    )


class TemplateDigests(Model):
    """The templates a form's revision was approved with."""

    docx: Annotated[str, DIGEST] | None = field("Word 模板", "Word template")
    html: Annotated[str, DIGEST] | None = field("HTML 模板", "HTML template")


class Form(Model):
    """Number and revision of a form, as its header prints them."""

    number: Annotated[str, FORM_NUMBER] = field("表单编号", "Form number", required=True)
    revision: Revision = field("版本", "Revision", default="A/0")
    title: Text | None = field("名称", "Title")
    effective_on: Day | None = field("生效日期", "Effective on")
    template_sha256: TemplateDigests | None = field("模板摘要", "Digests of the templates")


class Forms(Table[Annotated[str, FORM], Form]):
    """The register of forms by kind of document."""


STANDARD_FORMS: Mapping[str, tuple[str, Bilingual]] = {
    "contact_sheet": ("FM-CA-01", Bilingual(zh="客户审核联络单", en="Customer Audit Contact Sheet")),
    "checklist": ("FM-CA-03", Bilingual(zh="检查表", en="Checklist")),
    "car": ("FM-CA-09", Bilingual(zh="纠正措施要求单", en="Corrective Action Request")),
    "audit_report": ("FM-CA-12", Bilingual(zh="审核报告", en="Audit Report")),
    "retention_index": ("FM-RC-01", Bilingual(zh="归档与存档期限索引", en="Archive and Retention Index")),
    "policy": ("FM-DC-06", Bilingual(zh="制度", en="Policy")),
}


def organization(records: Records) -> Organization | None:
    """Our company."""
    entry = records.get(Organization, "organization")
    return entry.record if entry else None


def parameters(records: Records) -> Parameters:
    """The parameters that hold: the company's, else the program's."""
    entry = records.get(Parameters, "parameters")
    return entry.record if entry else Parameters()


def department(records: Records, code: str) -> Department | None:
    """A department by its code."""
    entry = records.get(Departments, "departments")
    return entry.record.rows.get(code) if entry else None


def form_of(records: Records, kind: str, day: date | None = None) -> Form:
    """The form a kind of document is printed on (on a day): the registered one, else the program's."""
    entry = records.get(Forms, "forms")
    form = entry.record.rows.get(kind) if entry else None
    is_effective = form is not None and (day is None or form.effective_on is None or form.effective_on <= day)
    return form if form and is_effective else _standard_form(records, kind)


def _standard_form(records: Records, kind: str) -> Form:
    ours = organization(records)
    prefix = (ours and (ours.document_prefix or ours.short_code)) or "XX"
    number, title = STANDARD_FORMS.get(kind, ("FM-CA-99", Bilingual(plain=kind)))
    return Form.model_construct(number=f"{prefix}-{number}", revision="A/0", title=title, effective_on=None, template_sha256=None)


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
    "organization.department-below-itself",
    "records.md D.3.1",
    catalogue="REF-003",
    zh="部门 {code} 的上级绕回到自己：{ring}",
    en="department {code} is its own superior: {ring}",
    do_zh="请更正 parent",
    do_en="correct 'parent'",
)
def department_below_itself(entry: Entry[Departments], records: Records) -> Iterator[Violation]:
    rows = entry.record.rows
    for code in rows:
        ring = _ring(rows, code)
        if ring and min(ring) == code:
            yield entry.at(code, "parent", code=code, ring=(*ring, code))


def _ring(rows: Mapping[str, Department], code: str) -> tuple[str, ...]:
    """The chain of superiors that leads back to a department, or nothing."""
    chain = [code]
    above = rows[code].parent
    while above is not None and above in rows and above not in chain:
        chain.append(above)
        above = rows[above].parent
    return tuple(chain) if above == code else ()


ORGANIZATION = RecordType(
    name="organization",
    title=Words("组织", "Organization"),
    model=Organization,
    path="org/organization.yaml",
    key="organization",
    owner="GEN",
    retention="POL-PERM",
    rules=(uscc,),
)
DEPARTMENTS = RecordType(
    name="departments",
    title=Words("部门", "Departments"),
    model=Departments,
    path="org/departments.yaml",
    key="departments",
    owner="GEN",
    retention="POL-PERM",
    rules=(department_below_itself,),
)
PARAMETERS = RecordType(
    name="parameters",
    title=Words("参数", "Parameters"),
    model=Parameters,
    path="org/parameters.yaml",
    key="parameters",
    retention="POL-PERM",
)
FORMS = RecordType(
    name="forms", title=Words("表单登记", "Register of forms"), model=Forms, path="org/forms.yaml", key="forms", retention="POL-PERM"
)
