"""Corrective action request 纠正措施要求单 (FM-CA-09): read by the responsible department, quality and the customer."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.document import Box, Photograph, Signature
from auditdocs.documents.car_rows import (
    ActionRow,
    CauseCategory,
    ContainmentRow,
    CorrectionRow,
    DocumentUpdateRow,
    DueRow,
    ExtensionRow,
    Nonconformity,
    ReadAcrossRow,
    ResponseRow,
    ReviewRow,
    RootCause,
    StockRow,
    SubmissionRow,
    TeamRow,
    WhyChain,
)
from auditdocs.documents.evidence_pictures import PICTURE_WORDS
from auditdocs.documents.rows import ATTACHMENT_WORDS, EVENT_WORDS, AttachmentRow, EventRow
from auditdocs.problem import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class CarView:
    """The form's fields from A to L."""

    answered: bool  # there are corrective actions: what comes before them is no longer filled in by hand
    ended: bool  # closed or void: nothing is to come
    number: str
    customer_car_number: str
    customer_form: str
    title: str
    audit: str
    customer: str
    source: tuple[Box, ...]
    type: str
    grade: str
    state: str
    issued_by: str
    issued_on: str
    received_on: str
    department: str
    owner: str
    co_departments: str
    dues: tuple[DueRow, ...]
    team: tuple[TeamRow, ...]
    # B
    nonconformities: tuple[Nonconformity, ...]
    statement: str
    evidence: str
    what: str
    where: str
    when: str
    who: str
    which: str
    how: str
    how_many: str
    # C
    containment: tuple[ContainmentRow, ...]
    stock: tuple[StockRow, ...]
    containment_not_needed: str
    correction: tuple[CorrectionRow, ...]
    correction_not_needed: str
    # D
    method: tuple[Box, ...]
    analysis_completed_on: str
    chains: tuple[WhyChain, ...]
    ishikawa: tuple[CauseCategory, ...]
    root_causes: tuple[RootCause, ...]
    # E, F
    corrective_actions: tuple[ActionRow, ...]
    no_action_justification: str
    preventive_actions: tuple[ActionRow, ...]
    preventive_not_needed: str
    read_across: tuple[ReadAcrossRow, ...]
    documents_updated: tuple[DocumentUpdateRow, ...]
    risk_update: str
    # G
    reviews: tuple[ReviewRow, ...]
    # H
    implementation_result: str
    implementation_evidence: str
    implementation_by: str
    implementation_date: str
    # I
    effectiveness_criterion: str
    effectiveness_method: str
    effectiveness_period: str
    effectiveness_data: str
    effectiveness_result: tuple[Box, ...]
    effectiveness_by: str
    effectiveness_date: str
    # J
    submissions: tuple[SubmissionRow, ...]
    confirmation_by: str
    confirmation_date: str
    confirmation_channel: str
    confirmation_result: tuple[Box, ...]
    confirmation_reference: str
    # K
    closed_on: str
    closed_by: str
    lessons: str
    recognition: str
    cost: str
    signatures: tuple[Signature, ...]
    # L
    responses: tuple[ResponseRow, ...]
    extensions: tuple[ExtensionRow, ...]
    events: tuple[EventRow, ...]
    attachments: tuple[AttachmentRow, ...]
    pictures: tuple[Photograph, ...]


WORDS: Mapping[str, Words] = {
    **ATTACHMENT_WORDS,
    **EVENT_WORDS,
    **PICTURE_WORDS,
    "basic": Words("基本信息", "Basic information"),
    "car_number": Words("CAR 编号", "CAR no."),
    "customer_car_number": Words("客户 CAR 编号", "Customer CAR no."),
    "customer_form": Words("客户表式", "Customer form"),
    "title": Words("标题", "Title"),
    "audit": Words("审核", "Audit"),
    "customer": Words("客户", "Customer"),
    "source": Words("来源", "Source"),
    "type": Words("类别", "Type"),
    "grade": Words("等级", "Grade"),
    "state": Words("状态", "State"),
    "issued_by": Words("开具人", "Issued by"),
    "issued_on": Words("开具日期", "Issued on"),
    "received_on": Words("接收日期", "Received on"),
    "department": Words("责任部门", "Responsible department"),
    "owner": Words("责任人", "Owner"),
    "co_departments": Words("配合部门", "Supporting departments"),
    "dues": Words("期限", "Due dates"),
    "step": Words("步骤", "Step"),
    "due": Words("期限", "Due"),
    "extended_to": Words("延期至", "Extended to"),
    "reached_on": Words("完成日期", "Reached on"),
    "team": Words("小组成员", "Team"),
    "member_department": Words("部门", "Department"),
    "nonconformity": Words("不符合事实", "Nonconformity"),
    "finding_number": Words("发现项号", "Finding"),
    "customer_finding_number": Words("客户编号", "Customer no."),
    "criterion": Words("准则条款", "Criterion and clause"),
    "location": Words("位置", "Location"),
    "requirement": Words("要求", "Requirement"),
    "evidence": Words("证据", "Evidence"),
    "statement": Words("不符合描述", "Statement"),
    "problem": Words("问题描述（5W2H）", "Problem description (5W2H)"),
    "what": Words("何事", "What"),
    "where": Words("何处", "Where"),
    "when": Words("何时", "When"),
    "who": Words("何人", "Who"),
    "which": Words("哪个", "Which"),
    "how": Words("如何发生", "How"),
    "how_many": Words("多少", "How many"),
    "containment": Words("围堵措施", "Containment"),
    "containment_and_correction": Words("围堵与纠正", "Containment and correction"),
    "containment_not_needed": Words("无需围堵的理由", "Why no containment is needed"),
    "action": Words("措施", "Action"),
    "done_on": Words("完成日期", "Done on"),
    "effective_check": Words("效果确认", "Check of effect"),
    "clean_point": Words("切换点（批次/日期）", "Clean point (lot/date)"),
    "stock": Words("围堵范围与数量", "Stock sorted"),
    "for_action": Words("对应措施", "For action"),
    "stock_location": Words("地点", "Location"),
    "quantity": Words("数量", "Quantity"),
    "sorted": Words("已检", "Sorted"),
    "rejected": Words("不合格", "Rejected"),
    "correction": Words("纠正", "Correction"),
    "correction_not_needed": Words("不需纠正的理由", "Why no correction is needed"),
    "root_cause": Words("原因分析", "Root cause analysis"),
    "method": Words("分析方法", "Method"),
    "analysis_completed_on": Words("分析完成日期", "Analysis completed on"),
    "chain": Words("5Why 分析", "5-why chain"),
    "why": Words("为什么", "Why"),
    "because": Words("因为", "Because"),
    "ishikawa": Words("鱼骨图（人机料法环测）", "Fishbone (5M1E)"),
    "category": Words("类", "Category"),
    "causes": Words("可能原因", "Possible causes"),
    "root_causes": Words("根本原因", "Root causes"),
    "cause_type": Words("类型", "Type"),
    "cause": Words("根本原因", "Root cause"),
    "verified_by": Words("验证方法", "Verified by"),
    "corrective_actions": Words("纠正措施", "Corrective actions"),
    "action_type": Words("类型", "Type"),
    "addresses": Words("针对原因", "Cause addressed"),
    "no_action_justification": Words("不采取措施的理由", "Justification for no action"),
    "prevention": Words("预防措施与横向展开", "Prevention and read-across"),
    "preventive_actions": Words("预防措施", "Preventive actions"),
    "preventive_not_needed": Words("不需预防措施的理由", "Why no preventive action is needed"),
    "read_across": Words("横向展开", "Read-across"),
    "object": Words("过程/产品/场所", "Process/product/site"),
    "applies": Words("是否适用", "Applies"),
    "documents_updated": Words("文件更新", "Documents updated"),
    "document_kind": Words("文件类型", "Kind"),
    "document_number": Words("文件编号", "Document no."),
    "from_revision": Words("原版本", "From rev."),
    "to_revision": Words("新版本", "To rev."),
    "risk_update": Words("风险与机遇更新", "Update of risks and opportunities"),
    "review": Words("质量部审核意见", "Review by quality"),
    "round": Words("轮次", "Round"),
    "decision": Words("结论", "Decision"),
    "decided_by": Words("审核人", "Decided by"),
    "decided_on": Words("审核日期", "Decided on"),
    "comment": Words("意见", "Comment"),
    "implementation": Words("实施验证", "Verification of implementation"),
    "result": Words("结果", "Result"),
    "verifier": Words("验证人", "Verified by"),
    "verified_on": Words("验证日期", "Verified on"),
    "effectiveness": Words("有效性验证", "Verification of effectiveness"),
    "effectiveness_criterion": Words("判定准则", "Criterion"),
    "effectiveness_method": Words("验证方法", "Method"),
    "effectiveness_period": Words("观察期间", "Period"),
    "effectiveness_data": Words("数据", "Data"),
    "submission": Words("提交与客户确认", "Submission and customer confirmation"),
    "submissions": Words("提交记录", "Submissions"),
    "submission_number": Words("提交编号", "Submission no."),
    "submission_kind": Words("内容", "Content"),
    "customer_due": Words("客户期限", "Customer due"),
    "sent_on": Words("发出日期", "Sent on"),
    "sent_by": Words("发出人", "Sent by"),
    "channel": Words("方式", "Channel"),
    "response": Words("客户回复", "Customer's response"),
    "confirmation": Words("客户确认", "Customer confirmation"),
    "confirmation_by": Words("确认人/单位", "Confirmed by"),
    "confirmation_date": Words("确认日期", "Confirmed on"),
    "reference": Words("依据/附件", "Reference"),
    "closure": Words("关闭", "Closure"),
    "closed_on": Words("关闭日期", "Closed on"),
    "closed_by": Words("关闭人", "Closed by"),
    "lessons": Words("经验教训", "Lessons learned"),
    "recognition": Words("小组认可", "Recognition of the team"),
    "cost": Words("质量损失", "Cost of poor quality"),
    "history": Words("轮次与延期履历", "Rounds and extensions"),
    "responses": Words("回复轮次", "Rounds of response"),
    "submitted_on": Words("提交日期", "Submitted on"),
    "submitted_by": Words("提交人", "Submitted by"),
    "sent_file": Words("发出文件", "File sent"),
    "sent_cause": Words("原因（原文）", "Cause, as sent"),
    "sent_actions": Words("措施（原文）", "Actions, as sent"),
    "extensions": Words("延期", "Extensions"),
    "from_date": Words("原期限", "From"),
    "to_date": Words("新期限", "To"),
    "reason": Words("原因", "Reason"),
    "approved_by": Words("批准人", "Approved by"),
    "customer_approved": Words("客户同意", "Customer agreed"),
}
