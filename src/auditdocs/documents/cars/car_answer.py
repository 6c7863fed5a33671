"""What a CAR's form and its 8D report both say, under the same names."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.documents.cars.car_rows import (
    ActionRow,
    CauseCategory,
    ContainmentRow,
    CorrectionRow,
    DocumentUpdateRow,
    Nonconformity,
    ReadAcrossRow,
    RootCause,
    StockRow,
    TeamRow,
    WhyChain,
)
from auditdocs.documents.report.evidence_pictures import PICTURE_WORDS
from auditdocs.problem import Words
from auditdocs.view_parts import Box, Photograph, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class CarAnswer:
    """A CAR and how it was answered; the letters are the form's sections, the numbers the report's."""

    answered: bool  # there are corrective actions: what comes before them is no longer filled in by hand
    ended: bool  # closed or void: nothing is to come
    number: str
    customer_car_number: str
    title: str
    audit: str
    customer: str
    type: str
    grade: str
    state: str
    issued_on: str
    received_on: str
    department: str
    co_departments: str
    team: tuple[TeamRow, ...]
    # what is the matter: B, D2
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
    # C, D3
    containment: tuple[ContainmentRow, ...]
    stock: tuple[StockRow, ...]
    containment_not_needed: str
    correction: tuple[CorrectionRow, ...]
    correction_not_needed: str
    # D, D4
    method: tuple[Box, ...]
    analysis_completed_on: str
    chains: tuple[WhyChain, ...]
    ishikawa: tuple[CauseCategory, ...]
    root_causes: tuple[RootCause, ...]
    # E and F, D5 to D7
    corrective_actions: tuple[ActionRow, ...]
    no_action_justification: str
    preventive_actions: tuple[ActionRow, ...]
    preventive_not_needed: str
    read_across: tuple[ReadAcrossRow, ...]
    documents_updated: tuple[DocumentUpdateRow, ...]
    risk_update: str
    # H, D6
    implementation_result: str
    implementation_evidence: str
    implementation_by: str
    implementation_date: str
    # I, D6
    effectiveness_criterion: str
    effectiveness_method: str
    effectiveness_period: str
    effectiveness_data: str
    effectiveness_result: tuple[Box, ...]
    effectiveness_by: str
    effectiveness_date: str
    # J, D8
    confirmation_by: str
    confirmation_date: str
    confirmation_channel: str
    confirmation_result: tuple[Box, ...]
    confirmation_reference: str
    # K, D8
    closed_on: str
    closed_by: str
    lessons: str
    recognition: str
    signatures: tuple[Signature, ...]
    pictures: tuple[Photograph, ...]  # at the end of both


ANSWER_WORDS: Mapping[str, Words] = {
    **PICTURE_WORDS,
    "car_number": Words("CAR 编号", "CAR no."),
    "customer_car_number": Words("客户 CAR 编号", "Customer CAR no."),
    "title": Words("标题", "Title"),
    "audit": Words("审核", "Audit"),
    "customer": Words("客户", "Customer"),
    "type": Words("类别", "Type"),
    "grade": Words("等级", "Grade"),
    "state": Words("状态", "State"),
    "issued_on": Words("开具日期", "Issued on"),
    "received_on": Words("接收日期", "Received on"),
    "department": Words("责任部门", "Responsible department"),
    "owner": Words("责任人", "Owner"),
    "co_departments": Words("配合部门", "Supporting departments"),
    "due": Words("期限", "Due"),
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
    "action_type": Words("类型", "Type"),
    "addresses": Words("针对原因", "Cause addressed"),
    "no_action_justification": Words("不采取措施的理由", "Justification for no action"),
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
    "round": Words("轮次", "Round"),
    "implementation": Words("实施验证", "Verification of implementation"),
    "result": Words("结果", "Result"),
    "verifier": Words("验证人", "Verified by"),
    "verified_on": Words("验证日期", "Verified on"),
    "effectiveness": Words("有效性验证", "Verification of effectiveness"),
    "effectiveness_criterion": Words("判定准则", "Criterion"),
    "effectiveness_method": Words("验证方法", "Method"),
    "effectiveness_period": Words("观察期间", "Period"),
    "effectiveness_data": Words("数据", "Data"),
    "channel": Words("方式", "Channel"),
    "confirmation": Words("客户确认", "Customer confirmation"),
    "confirmation_by": Words("确认人/单位", "Confirmed by"),
    "confirmation_date": Words("确认日期", "Confirmed on"),
    "reference": Words("依据/附件", "Reference"),
    "closure": Words("关闭", "Closure"),
    "closed_on": Words("关闭日期", "Closed on"),
    "closed_by": Words("关闭人", "Closed by"),
    "lessons": Words("经验教训", "Lessons learned"),
    "recognition": Words("小组认可", "Recognition of the team"),
    "submitted_on": Words("提交日期", "Submitted on"),
}
