"""Customer 客户档案: who the customer is, how important, what it asks for, and where its file stands (003)."""

from typing import Annotated, ClassVar

from auditdocs.field import Computed, Model, field, many
from auditdocs.problem import Words
from auditdocs.records.base import Record
from auditdocs.records.ids import Clause, FilePath, PersonId, RetentionClass, identifier
from auditdocs.records.words import Day, Language, Line, Text, Whole, YesNo, choice

RELATIONSHIP = choice(
    direct=("直接交易", "Direct"),
    indirect=("间接交易", "Indirect"),
    prospect=("潜在", "Prospect"),
    former=("已终止", "Former"),
)
ABC_CLASS = choice(A=("A 级", "A"), B=("B 级", "B"), C=("C 级", "C"))
TIER = choice(core=("核心客户", "Core"), important=("重要客户", "Important"), general=("一般客户", "General"))
CUSTOMER_STATUS = choice(
    prospect=("潜在", "Prospect"),
    active=("合作中", "Active"),
    suspended=("暂停", "Suspended"),
    stopped=("已终止", "Stopped"),
)
PRIVACY_CLASS = choice(
    business=("业务信息", "Business data"), personal=("个人信息", "Personal data"), sensitive=("敏感个人信息", "Sensitive")
)
FILE_CATEGORY = choice(basic=("基础类", "Basic"), trade=("交易类", "Trade"), service=("服务类", "Service"), special=("特殊类", "Special"))
UPDATE_KIND = choice(periodic=("定期", "Periodic"), event=("事件触发", "On an event"))
CODE = identifier("客户代码", "customer's code", r"[A-Z0-9]{2,8}", "ACME")
FILE_NUMBER = identifier("客户档案编号", "number of a customer file", r"CF-[ABC]-[0-9]{4}(0[1-9]|1[0-2])-[0-9]{4}", "CF-A-202603-0007")


class Establishment(Model):
    """Who opened the file and who checked it."""

    entered_by: PersonId | None = field("录入人", "Entered by")
    entered_on: Day | None = field("录入日期", "Entered on")
    checked_by: PersonId | None = field("审核校对人", "Checked by")
    checked_on: Day | None = field("校对日期", "Checked on")


class Classification(Model):
    """What the customer's class rests on (001f 第七条)."""

    sales_amount: Text | None = field("销售额", "Sales")
    profit_contribution: Text | None = field("利润贡献", "Contribution to profit")
    market_influence: Text | None = field("市场影响力", "Market influence")
    years: Whole | None = field("合作年限", "Years of business")
    credit: Text | None = field("信用", "Credit")
    importance: Text | None = field("重要性", "Importance")
    frequency: Text | None = field("交易频次", "Frequency of business")
    decided_on: Day | None = field("评定日期", "Decided on")
    by: PersonId | None = field("评定人", "Decided by")


class Contact(Model):
    """Somebody of the customer's to talk to."""

    name: Line = field("姓名", "Name", required=True, example="张示例|A. Sample")
    title: Line | None = field("职务", "Title", example="供应商质量工程师|Supplier quality engineer")
    role: Line | None = field("职责", "Role", example="质量|Quality")
    language: Language | None = field("语言", "Language")
    email: Line | None = field("邮箱", "E-mail", example="sample@example.com", personal=True)
    phone: Line | None = field("电话", "Telephone", example="0000-0000", personal=True)
    privacy_class: Annotated[str, PRIVACY_CLASS] | None = field("信息类别", "Class of data", internal=True)
    consent: YesNo | None = field("已告知同意", "Consent given", internal=True)


class Certificate(Model):
    """A certificate the customer showed."""

    kind: Line = field("证照", "Kind", required=True, example="ISO 9001 证书|ISO 9001 certificate")
    number: Line | None = field("编号", "Number")
    valid_from: Day | None = field("生效日期", "Valid from")
    valid_to: Day | None = field("有效期至", "Valid to")
    attachment: FilePath | None = field("附件", "Attachment")


class Contract(Model):
    """A contract with the customer."""

    number: Line = field("合同号", "Number", required=True, example="HT-2026-001")
    signed_on: Day | None = field("签订日期", "Signed on")
    confidentiality_clause: YesNo | None = field("有保密条款", "Has a confidentiality clause")
    nda_ref: Line | None = field("保密协议", "Confidentiality agreement")


class SpecificRequirement(Model):
    """What this customer asks for beyond the standards, and how we meet it."""

    text: Text = field("要求", "Requirement", required=True, example="围堵措施 24 小时内回复|Containment is answered within 24 hours")
    clause: Clause | None = field("条款", "Clause")
    our_process: Text | None = field("我司过程", "Our process", internal=True)
    evidence: Text | None = field("证据", "Evidence")


class FileItem(Model):
    """A piece of the customer's file."""

    category: Annotated[str, FILE_CATEGORY] | None = field("类别", "Category")
    title: Text = field("题名", "Title", required=True, example="供货合同|Supply contract")
    medium: Line | None = field("载体", "Medium")
    location: Line | None = field("存放位置", "Location")
    date: Day | None = field("日期", "Date")
    source: Line | None = field("来源", "Source")
    retention_class: RetentionClass | None = field("保管类别", "Retention class")


class FileUpdate(Model):
    """A change of the file, and who was told."""

    date: Day = field("日期", "Date", required=True)
    by: PersonId | None = field("更新人", "By")
    kind: Annotated[str, UPDATE_KIND] | None = field("类型", "Kind")
    fields: tuple[Line, ...] = many("更新字段", "Fields")
    summary: Text | None = field("内容", "Summary")
    notified: tuple[PersonId, ...] = many("已通知", "Notified")


class KeyFact(Model):
    """A legal or financial fact with where it was found and when (003 四(三)2)."""

    value: Text = field("事实", "Fact", required=True, example="注册资本 1,000 万元|Registered capital 10 million CNY")
    source: Text | None = field("来源", "Source")
    date: Day | None = field("日期", "Date")


class Customer(Record):
    """The customer's profile."""

    computed: ClassVar[Computed] = {
        "next_review_due": Words(
            "由 last_review_on 和 review_cycle_months 推出", "it follows from 'last_review_on' and 'review_cycle_months'"
        )
    }

    code: Annotated[str, CODE] | None = field("客户代码", "Customer code")
    name: Text = field("客户名称", "Customer name", required=True)
    file_no: Annotated[str, FILE_NUMBER] | None = field("档案编号", "File number", internal=True)
    established: Establishment | None = field("建档", "File opened", internal=True)
    uscc: Line | None = field("统一社会信用代码", "Unified social credit code", example="91310000MA0EXAMP7G")
    foreign_registration: Line | None = field("境外注册号", "Foreign registration")
    legal_representative: Line | None = field("法定代表人", "Legal representative", example="钱示例|B. Sample", internal=True)
    address: Text | None = field("地址", "Address", example="示例市示例路 1 号|1 Sample Road, Sample City")
    business_scope: Text | None = field(
        "经营范围", "Business scope", example="汽车内饰件的设计、制造与销售|Design, production and sale of interior parts"
    )
    industry: Text | None = field("行业", "Industry", example="汽车零部件|Automotive parts")
    relationship: Annotated[str, RELATIONSHIP] | None = field("交易关系", "Relationship", internal=True)
    abc_class: Annotated[str, ABC_CLASS] | None = field("等级", "Class", internal=True)
    tier: Annotated[str, TIER] | None = field("层级", "Tier", internal=True)
    reason: Text | None = field(
        "分级说明", "Reason for the class", "等级与层级不对应时", "where class and tier do not match", internal=True
    )
    classification: Classification | None = field("分类依据", "Grounds of the class", internal=True)
    region: Line | None = field("区域", "Region", example="华东|East", internal=True)
    regional_manager: PersonId | None = field("区域经理", "Regional manager", internal=True)
    contact_person_ours: PersonId | None = field("客户对接人", "Our contact person", internal=True)
    contacts: tuple[Contact, ...] = many("联系人", "Contacts")
    qualification_ref: Line | None = field("资质审核", "Qualification", internal=True)
    review_cycle_months: Whole | None = field("复审周期（月）", "Review cycle (months)", internal=True)
    last_review_on: Day | None = field("上次复审", "Last review", internal=True)
    certificates: tuple[Certificate, ...] = many("证照", "Certificates")
    contracts: tuple[Contract, ...] = many("合同", "Contracts", internal=True)
    csr: tuple[SpecificRequirement, ...] = many("顾客特殊要求", "Customer-specific requirements")
    file_items: tuple[FileItem, ...] = many("档案目录", "Items of the file", internal=True)
    updates: tuple[FileUpdate, ...] = many("更新记录", "Updates", internal=True)
    key_facts: tuple[KeyFact, ...] = many("关键事实", "Key facts", internal=True)
    cross_border_ok: YesNo | None = field(
        "个人信息可出境", "Personal data may go abroad", "境外客户：已核实依据", "a customer abroad: the ground is verified", internal=True
    )
    status: Annotated[str, CUSTOMER_STATUS] | None = field("状态", "Status", internal=True)
    stopped_on: Day | None = field("终止日期", "Stopped on", "存档期限由此起算", "retention counts from here")
