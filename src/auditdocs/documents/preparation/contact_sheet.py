"""Customer audit contact sheet 客户审核联络单 (FM-CA-01): sales tells quality, general affairs and the departments."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.documents.rows import ATTACHMENT_WORDS, EVENT_WORDS, AttachmentRow, EventRow
from auditdocs.problem import Words
from auditdocs.view_parts import Box, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitorRow:
    """One visitor: what the gate and the departments need, nothing more (PIPL Art. 6)."""

    number: str
    name: str
    title: str
    organization: str
    role: str
    language: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerDocumentRow:
    """One document expected of the customer: received, requested or not required."""

    document: str
    state: tuple[Box, ...]
    attachment: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRow:
    """One special request or need of the visit, and what was asked."""

    subject: str
    request: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItemRow:
    """One thing the last audit left open."""

    number: str
    item: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionRow:
    """One change after quality signed for the sheet."""

    date: str
    by: str
    changed: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactSheetView:
    """The form's fields from 1 to 8."""

    number: str
    audit: str
    title: str
    customer: str
    customer_code: str
    customer_class: str
    auditing_party: tuple[Box, ...]
    auditing_party_name: str
    commissioned_by: str
    received_at: str
    received_by: str
    channel: tuple[Box, ...]
    source_document: str
    initiator: str
    initiating_department: str
    initiated_on: str
    # 2
    customer_profile: str
    # 3
    audit_type: tuple[Box, ...]
    audit_purpose: tuple[Box, ...]
    audit_purpose_note: str
    management_systems: tuple[Box, ...]
    criteria: str  # one a line, with edition
    sites: str
    products: str
    processes: str
    shifts: str
    period_of_records: str
    mode: tuple[Box, ...]
    planned_start: str
    planned_end: str
    confirmed_with: str
    confirmed_at: str
    confirmed_by: str
    # 4
    visitor_count: str
    auditor_count: str
    visitors: tuple[VisitorRow, ...]
    # 5
    customer_documents: tuple[CustomerDocumentRow, ...]
    # 6
    special_requests: tuple[RequestRow, ...]
    logistics_needs: tuple[RequestRow, ...]
    # 7
    previous_audit: str
    open_items: tuple[OpenItemRow, ...]
    # 8
    signatures: tuple[Signature, ...]
    revisions: tuple[RevisionRow, ...]
    events: tuple[EventRow, ...]
    attachments: tuple[AttachmentRow, ...]


WORDS: Mapping[str, Words] = {
    **ATTACHMENT_WORDS,
    **EVENT_WORDS,
    "basic": Words("基本信息", "Basic information"),
    "sheet_number": Words("联络单号", "Contact sheet no."),
    "audit": Words("审核编号", "Audit no."),
    "title": Words("标题", "Title"),
    "customer": Words("客户名称", "Customer"),
    "customer_code": Words("客户代码", "Customer code"),
    "customer_class": Words("客户等级", "Customer class"),
    "auditing_party": Words("审核方", "Auditing party"),
    "auditing_party_name": Words("审核机构", "Audit body"),
    "commissioned_by": Words("委托方", "Commissioned by"),
    "received_at": Words("信息接收时间", "Information received at"),
    "received_by": Words("接收人", "Received by"),
    "channel": Words("接收渠道", "Channel"),
    "source_document": Words("来源文件", "Source document"),
    "initiator": Words("发起人", "Initiator"),
    "initiating_department": Words("发起部门", "Department"),
    "initiated_on": Words("发起日期", "Date"),
    "customer_profile": Words("客户简介", "Customer profile"),
    "audit_information": Words("审核信息", "Audit information"),
    "audit_type": Words("审核类型", "Audit type"),
    "audit_purpose": Words("审核目的", "Audit purpose"),
    "audit_purpose_note": Words("审核目的说明", "Note on the purpose"),
    "management_systems": Words("管理体系", "Management systems"),
    "criteria": Words("审核准则及版本", "Criteria and editions"),
    "scope": Words("审核范围", "Audit scope"),
    "sites": Words("场所", "Sites"),
    "products": Words("产品", "Products"),
    "processes": Words("过程", "Processes"),
    "shifts": Words("班次", "Shifts"),
    "period_of_records": Words("记录期间", "Period of records"),
    "mode": Words("审核方式", "Mode"),
    "audit_date": Words("审核日期", "Audit dates"),
    "planned_start": Words("开始日期", "Start"),
    "planned_end": Words("结束日期", "End"),
    "confirmed_with": Words("客户确认人", "Confirmed with"),
    "confirmed_at": Words("确认时间", "Confirmed at"),
    "confirmed_by": Words("我方确认人", "Confirmed by (us)"),
    "visitors": Words("来访人员", "Visitors"),
    "visitor_count": Words("来访人数", "Number of visitors"),
    "auditor_count": Words("审核员人数", "Number of auditors"),
    "visitor_title": Words("职务", "Title"),
    "organization": Words("单位", "Organization"),
    "language": Words("语言", "Language"),
    "customer_documents": Words("客户资料", "Customer documents"),
    "document": Words("资料", "Document"),
    "document_state": Words("状态", "State"),
    "attachment": Words("附件", "Attachment"),
    "reason": Words("原因", "Reason"),
    "requests": Words("特殊要求与接待需求", "Special requests and reception needs"),
    "special_requests": Words("特殊要求", "Special requests"),
    "logistics_needs": Words("接待需求", "Reception needs"),
    "previous": Words("上次审核遗留项", "Open items of the previous audit"),
    "previous_audit": Words("上次审核", "Previous audit"),
    "open_item": Words("遗留项", "Open item"),
    "item_state": Words("状态", "State"),
    "revisions": Words("签收后变更", "Changes after receipt"),
    "changed": Words("变更内容", "Change"),
    "changed_by": Words("变更人", "Changed by"),
}
