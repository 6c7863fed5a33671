"""Contact sheet 客户审核联络单: sales says who comes, when, why and with what, its head confirms, quality signs for it (001i 6.1)."""

from typing import Annotated

from auditdocs.field import Model, field, many
from auditdocs.records.base import Record
from auditdocs.records.ids import AuditId, CriterionId, CustomerId, Digest, FilePath, PersonId, SiteCode
from auditdocs.records.marks import Event
from auditdocs.records.words import Day, Line, Moment, Text, YesNo, choice, whole

PEOPLE = whole(1, 500)
PARTY_TYPE = choice(
    customer=("客户", "Customer"),
    certification_body_for_customer=("客户委托的认证机构", "Certification body for the customer"),
    other=("其他", "Other"),
)
CHANNEL = choice(
    email=("邮件", "E-mail"),
    phone=("电话", "Phone"),
    meeting=("会议", "Meeting"),
    visit=("来访", "Visit"),
    portal=("客户门户", "Customer portal"),
    letter=("信函", "Letter"),
    other=("其他", "Other"),
)
AUDIT_TYPE = choice(
    system=("体系审核", "System audit"),
    process=("过程审核", "Process audit"),
    product=("产品审核", "Product audit"),
    special=("专项审核", "Special audit"),
    potential=("潜在供方审核", "Potential supplier audit"),
    social_csr=("社会责任审核", "Social responsibility audit"),
    security=("安全审核", "Security audit"),
    environment=("环境审核", "Environmental audit"),
    follow_up=("跟踪审核", "Follow-up audit"),
    unannounced=("飞行审核", "Unannounced audit"),
    document=("文件审核", "Document audit"),
)
AUDIT_PURPOSE = choice(
    new_supplier=("新供方准入", "New supplier"),
    annual=("年度审核", "Annual audit"),
    new_project=("新项目", "New project"),
    complaint=("投诉", "Complaint"),
    change=("变更", "Change"),
    certification=("认证", "Certification"),
    re_audit=("复审", "Re-audit"),
    other=("其他", "Other"),
)
MANAGEMENT_SYSTEM = choice(
    QMS=("质量", "Quality"),
    IATF=("汽车质量", "Automotive quality"),
    EMS=("环境", "Environment"),
    OHSMS=("职业健康安全", "Occupational health and safety"),
    ISMS=("信息安全", "Information security"),
    HSF=("有害物质", "Hazardous substances"),
    SOCIAL=("社会责任", "Social responsibility"),
    OTHER=("其他", "Other"),
)
SHIFT = choice(day=("白班", "Day shift"), middle=("中班", "Middle shift"), night=("夜班", "Night shift"))
MODE = choice(onsite=("现场", "On site"), remote=("远程", "Remote"), hybrid=("现场加远程", "Hybrid"))
VISITOR_ROLE = choice(
    lead=("审核组长", "Lead auditor"),
    auditor=("审核员", "Auditor"),
    expert=("技术专家", "Technical expert"),
    observer=("观察员", "Observer"),
    interpreter=("翻译", "Interpreter"),
    driver=("司机", "Driver"),
)
LANGUAGE = choice(
    zh=("中文", "Chinese"),
    en=("英文", "English"),
    de=("德文", "German"),
    ja=("日文", "Japanese"),
    ko=("韩文", "Korean"),
    fr=("法文", "French"),
    other=("其他", "Other"),
)
PRIVACY = choice(none=("无个人信息", "None"), personal=("个人信息", "Personal"), sensitive=("敏感个人信息", "Sensitive"))
CUSTOMER_DOCUMENT = choice(
    audit_list=("审核清单", "Audit list"),
    onsite_evaluation_form=("现场评估表", "On-site evaluation form"),
    agenda=("审核日程表", "Agenda"),
    nda=("保密协议", "Confidentiality agreement"),
    csr=("顾客特殊要求", "Customer-specific requirements"),
)
DOCUMENT_STATE = choice(
    received=("已收", "Received"),
    requested=("待提供", "Requested"),
    not_required=("不需要", "Not required"),
)


class AuditingParty(Model):
    """Who audits us: the customer, or a certification body it commissioned (001i 2)."""

    type: Annotated[str, PARTY_TYPE] | None = field("审核方", "Auditing party")
    name: Line | None = field("审核机构", "Audit body", example="示例认证公司|Sample Certification")
    commissioned_by: CustomerId | None = field("委托方", "Commissioned by", "委托审核的客户编号", "the customer who commissioned it")


class InfoSource(Model):
    """How we heard of the audit (001i 4.2.1)."""

    channel: Annotated[str, CHANNEL] | None = field("接收渠道", "Channel")
    received_at: Moment | None = field("信息接收时间", "Information received at")
    received_by: PersonId | None = field("接收人", "Received by")
    document: FilePath | None = field("来源文件", "Source document", "attachments/ 下的路径", "its path below attachments/")


class Scope(Model):
    """What is audited (ISO 19011 5.5.2)."""

    sites: tuple[SiteCode, ...] = many("场所", "Sites")
    products: tuple[Text, ...] = many("产品", "Products", example="示例支架|Sample bracket")
    processes: tuple[Text, ...] = many("过程", "Processes", example="注塑|Injection moulding")
    shifts: tuple[Annotated[str, SHIFT], ...] = many("班次", "Shifts")
    period_of_records: Text | None = field("记录期间", "Period of records", example="2026 年 1 月至 8 月|January to August 2026")


class DatesConfirmed(Model):
    """The customer's word on date, scope and number of auditors (001i 6.1.1)."""

    with_: Line | None = field("客户确认人", "Confirmed with", example="张示例|A. Sample")
    at: Moment | None = field("确认时间", "Confirmed at")
    by: PersonId | None = field("我方确认人", "Confirmed by (us)")


class Visitor(Model):
    """One who comes (001i 6.1.2)."""

    name: Line = field("姓名", "Name", required=True, example="张示例|A. Sample")
    title: Line | None = field("职务", "Title", example="主任审核员|Lead auditor")
    org: Line | None = field("单位", "Organization", example="示例客户公司|Sample Customer Co., Ltd.")
    role: Annotated[str, VISITOR_ROLE] | None = field("角色", "Role")
    person: PersonId | None = field(
        "人员编号", "Person", "我司稽核客户时，我司的稽核员", "where we audit the customer: an auditor of ours", internal=True
    )
    language: Annotated[str, LANGUAGE] | None = field("语言", "Language")
    is_competitor_risk: YesNo | None = field(
        "竞争风险", "Competitor risk", "可能与竞争对手有关联", "may be connected with a competitor", internal=True
    )
    privacy: Annotated[str, PRIVACY] | None = field("个人信息类别", "Privacy class", internal=True)


class CustomerDocument(Model):
    """One document asked of the customer (001i 6.1.1)."""

    kind: Annotated[str, CUSTOMER_DOCUMENT] = field("资料", "Document", required=True)
    state: Annotated[str, DOCUMENT_STATE] | None = field("状态", "State")
    reason: Text | None = field("原因", "Reason", "不需要时填写", "where it is not required")
    attachment: FilePath | None = field("附件", "Attachment", "attachments/ 下的路径", "its path below attachments/")


class SpecialRequests(Model):
    """What the visitors ask for."""

    language: Text | None = field("审核语言", "Language", example="英文|English")
    interpreter: Text | None = field("翻译", "Interpreter", example="需要英文翻译一名|One interpreter for English")
    diet: Text | None = field("饮食", "Diet", example="一位素食者|One vegetarian")
    PPE: Text | None = field("劳动防护用品", "Protective equipment", example="自带安全鞋|They bring safety shoes")
    photo_allowed: YesNo | None = field("允许拍照", "Photos allowed")
    confidentiality_agreement: YesNo | None = field("签署保密协议", "Confidentiality agreement")


class LogisticsNeeds(Model):
    """What general affairs will have to arrange (001i 4.3.1)."""

    pickup: Text | None = field("接送", "Pick-up", example="到车站接 2 人|Two people at the station")
    lodging: Text | None = field("住宿", "Lodging", example="两晚，单人间|Two nights, single rooms")
    meals: Text | None = field("用餐", "Meals", example="两日工作午餐|Lunch on both days")
    transport: Text | None = field("用车", "Transport", example="一辆商务车|One van")


class SheetRevision(Model):
    """A change after quality signed for the sheet."""

    date: Day = field("日期", "Date", required=True)
    by: PersonId | None = field("变更人", "By")
    changed: Text | None = field("变更内容", "Change")
    reason: Text | None = field("原因", "Reason")
    content_sha256: Digest | None = field(
        "变更后内容摘要", "Digest of the content after it", "check 给出", "`check` says it", internal=True
    )


class ContactSheet(Record):
    """What sales knows of an audit to come."""

    customer: CustomerId = field("客户", "Customer", required=True)
    auditing_party: AuditingParty | None = field("审核方", "Auditing party")
    customer_profile: Text | None = field(
        "客户简介",
        "Customer profile",
        example="示例行业供应商，2019 年起采购支架，年采购额约 100 万元|Tier 1 supplier, buys brackets since 2019, 1 million CNY a year",
        internal=True,
    )
    info_source: InfoSource | None = field("信息来源", "Source of the information")
    audit_type: Annotated[str, AUDIT_TYPE] | None = field("审核类型", "Audit type")
    audit_purpose: tuple[Annotated[str, AUDIT_PURPOSE], ...] = many("审核目的", "Audit purpose", example="annual")
    audit_purpose_note: Text | None = field("审核目的说明", "Note on the purpose", example="年度例行审核|The yearly audit")
    management_systems: tuple[Annotated[str, MANAGEMENT_SYSTEM], ...] = many("管理体系", "Management systems")
    criteria: tuple[CriterionId, ...] = many("审核准则", "Audit criteria", "文件名带版本", "the file's name carries the edition")
    scope: Scope | None = field("审核范围", "Audit scope")
    mode: Annotated[str, MODE] | None = field("审核方式", "Mode")
    planned_start: Day | None = field("计划开始", "Planned start")
    planned_end: Day | None = field("计划结束", "Planned end")
    dates_confirmed: DatesConfirmed | None = field("客户确认", "Confirmed with the customer", "日期、范围、人数", "dates, scope, numbers")
    visitor_count: Annotated[int, PEOPLE] | None = field("来访人数", "Number of visitors")
    auditor_count: Annotated[int, PEOPLE] | None = field("审核员人数", "Number of auditors", "含组长", "the lead auditor included")
    names_pending: YesNo | None = field("名单待定", "Names pending")
    names_due: Day | None = field("名单期限", "Names due", "客户何时给出名单", "when the customer will give the names")
    visitors: tuple[Visitor, ...] = many("来访人员", "Visitors")
    customer_documents: tuple[CustomerDocument, ...] = many("客户资料", "Customer documents")
    special_requests: SpecialRequests | None = field("特殊要求", "Special requests")
    logistics_needs: LogisticsNeeds | None = field("接待需求", "Reception needs")
    previous_audit: AuditId | None = field("上次审核", "Previous audit")
    open_items: Text | None = field(
        "上次审核遗留项", "Open items of the previous audit", example="上次审核的 F02 尚未验证|F02 of the last audit is not verified yet"
    )
    revisions: tuple[SheetRevision, ...] = many("签收后变更", "Changes after receipt")
    withdrawn: Event | None = field("撤回", "Withdrawn")
