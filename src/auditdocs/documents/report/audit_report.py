"""Audit report 审核报告 (FM-CA-12): tells management, the departments and the file what happened and what follows."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.documents.report.evidence_pictures import PICTURE_WORDS
from auditdocs.documents.report.report_evidence import EVIDENCE_WORDS, DisputeRow, EvidenceItemRow
from auditdocs.documents.report.report_rows import (
    AnalysisRow,
    AttendanceRow,
    ComparisonRow,
    CountRow,
    EvidenceRow,
    FindingBlock,
    GoodPracticeRow,
    ImprovementRow,
    MeetingRow,
    ObjectiveRow,
    PersonRow,
    PlannedActualRow,
    PlanRow,
    PositionRow,
    RecipientRow,
    RelatedRow,
    RepeatRow,
    ResultRow,
    RollUpRow,
    SessionRow,
)
from auditdocs.documents.rows import ATTACHMENT_WORDS, EVENT_WORDS, AttachmentRow, EventRow, ScoreRow
from auditdocs.problem import Words
from auditdocs.view_parts import Photograph, Picture, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditReportView:
    """The report's fields from the cover to the annexes."""

    audit: str
    title: str
    customer: str
    customer_code: str
    auditing_party: str
    state: str
    dates: str
    coordinator: str
    # 1
    background: str  # who told us when, which audit came before, what it left open
    purpose: str
    direction: str
    audit_type: str
    management_systems: str
    criteria: str
    grading_scheme: str
    sites: str
    products: str
    processes: str
    shifts: str
    period_of_records: str
    method: str
    management_contact: str
    objectives: tuple[ObjectiveRow, ...]
    # 2
    customer_profile: str
    audit_team: tuple[PersonRow, ...]
    participants: tuple[PersonRow, ...]
    # 3
    process: str  # in our own words, as are the two comments below
    planned_actual: tuple[PlannedActualRow, ...]
    meetings: tuple[MeetingRow, ...]
    events: tuple[EventRow, ...]
    # 4
    results: str
    results_comment: str
    comparisons: tuple[ResultRow, ...]
    downgrade_reasons: tuple[str, ...]  # as the customer states them
    computed_reasons: tuple[str, ...]
    scores: tuple[ScoreRow, ...]
    chart: Picture
    counts: tuple[CountRow, ...]
    strengths: tuple[str, ...]
    # 5 to 7
    findings: tuple[FindingBlock, ...]
    good_practices: tuple[GoodPracticeRow, ...]
    positions: tuple[PositionRow, ...]
    disputes: tuple[DisputeRow, ...]
    disputes_left: str
    # 8
    comparison: tuple[ComparisonRow, ...]
    repeats: tuple[RepeatRow, ...]
    analysis: tuple[AnalysisRow, ...]
    # 9, 10
    plan: tuple[PlanRow, ...]
    roll_up: tuple[RollUpRow, ...]
    improvement: tuple[ImprovementRow, ...]
    improvement_comment: str
    lessons: tuple[str, ...]
    # 11
    conclusion_source: str
    conclusion_received: str  # when and by whom
    conclusion_document: str
    decision: str
    summary: str
    customer_due: str
    response_format: str
    next_audit_due: str
    management_review_period: str
    closed: str
    # 12
    distribution: tuple[RecipientRow, ...]
    signatures: tuple[Signature, ...]
    attendance: tuple[AttendanceRow, ...]
    sessions: tuple[SessionRow, ...]
    related: tuple[RelatedRow, ...]
    evidence: tuple[EvidenceRow, ...]
    evidence_items: tuple[EvidenceItemRow, ...]
    pictures: tuple[Photograph, ...]
    attachments: tuple[AttachmentRow, ...]


WORDS: Mapping[str, Words] = {
    **ATTACHMENT_WORDS,
    **EVENT_WORDS,
    **EVIDENCE_WORDS,
    **PICTURE_WORDS,
    "events": Words("延期、取消与重开", "Postponements, cancellation and reopening"),
    "audit": Words("审核编号", "Audit no."),
    "customer": Words("客户", "Customer"),
    "customer_code": Words("客户代码", "Customer code"),
    "auditing_party": Words("审核机构", "Audit body"),
    "overview": Words("概述", "Overview"),
    "background": Words("背景", "Background"),
    "purpose": Words("审核目的", "Purpose"),
    "direction": Words("方向", "Direction"),
    "audit_type": Words("审核类型", "Audit type"),
    "management_systems": Words("管理体系", "Management systems"),
    "sites": Words("场所", "Sites"),
    "products": Words("产品", "Products"),
    "processes": Words("过程", "Processes"),
    "shifts": Words("班次", "Shifts"),
    "period_of_records": Words("记录期间", "Period of records"),
    "criteria": Words("审核准则", "Criteria"),
    "grading_scheme": Words("分级方案", "Grading scheme"),
    "method": Words("审核方法", "Method"),
    "dates": Words("审核日期", "Audit dates"),
    "coordinator": Words("协调人", "Coordinator"),
    "management_contact": Words("管理层联系人", "Management contact"),
    "objectives": Words("审核目标", "Objectives"),
    "objective": Words("目标", "Objective"),
    "measure": Words("衡量方法", "Measure"),
    "target": Words("目标值", "Target"),
    "result": Words("结果", "Result"),
    "customer_and_team": Words("客户与审核组", "Customer and audit team"),
    "customer_profile": Words("客户简介", "Customer profile"),
    "audit_team": Words("审核组", "Audit team"),
    "participants": Words("我方参加人员", "Our participants"),
    "person_title": Words("职务", "Title"),
    "organization": Words("单位/部门", "Organization/department"),
    "course": Words("审核过程", "Course of the audit"),
    "planned_actual": Words("计划与实际", "Planned and actual"),
    "item": Words("项目", "Item"),
    "planned": Words("计划", "Planned"),
    "actual": Words("实际", "Actual"),
    "meetings": Words("首末次会议", "Opening and closing meetings"),
    "meeting": Words("会议", "Meeting"),
    "start": Words("开始", "Start"),
    "end": Words("结束", "End"),
    "chair": Words("主持人", "Chair"),
    "attendance_count": Words("出席", "Attendance"),
    "meeting_notes": Words("内容", "Content"),
    "results": Words("审核结果", "Results"),
    "figures": Words("客户给出与我方计算", "As the customer states, and as we reckon"),
    "stated": Words("客户给出", "Stated by the customer"),
    "computed": Words("我方计算", "Reckoned by us"),
    "agreement": Words("比较", "Comparison"),
    "score": Words("得分", "Score"),
    "grade": Words("等级", "Grade"),
    "downgrade_reasons": Words("客户给出的降级理由", "Reasons for downgrading, as the customer states them"),
    "computed_reasons": Words("按评分规则的降级理由", "Reasons by the scoring rule"),
    "scores": Words("评分", "Scores"),
    "element": Words("要素", "Element"),
    "evaluated": Words("已评/全部", "Evaluated/all"),
    "points": Words("得分", "Points"),
    "possible": Words("满分", "Possible"),
    "percent": Words("得分率", "Percent"),
    "degree": Words("符合程度", "Degree of fulfilment"),
    "counts": Words("发现项统计", "Findings by type and grade"),
    "type": Words("类别", "Type"),
    "count": Words("数量", "Count"),
    "finding_numbers": Words("发现项号", "Findings"),
    "strengths": Words("优点", "Strengths"),
    "findings": Words("发现项明细", "Findings in detail"),
    "finding": Words("发现项", "Finding"),
    "customer_finding_number": Words("客户编号", "Customer no."),
    "criterion": Words("准则条款", "Criterion and clause"),
    "checklist_items": Words("检查表项", "Checklist items"),
    "finding_process": Words("过程", "Process"),
    "location": Words("位置", "Location"),
    "departments": Words("责任部门", "Departments"),
    "auditor": Words("审核员", "Auditor"),
    "raised_at": Words("提出时间", "Raised at"),
    "confirmed_at_closing": Words("末次会议确认", "Confirmed at closing"),
    "position": Words("我方立场", "Our position"),
    "requirement": Words("要求", "Requirement"),
    "evidence": Words("证据", "Evidence"),
    "item_evidence": Words("证据", "Evidence"),
    "statement": Words("描述", "Statement"),
    "repeat": Words("重复项", "Repeat of"),
    "risk": Words("风险", "Risk"),
    "cars": Words("CAR", "CAR"),
    "response": Words("回复（原因与措施）", "Response (cause and actions)"),
    "response_owner": Words("责任人", "Owner"),
    "response_due": Words("期限", "Due"),
    "response_done": Words("完成/验证", "Done/verified"),
    "good_practices": Words("良好实践", "Good practices"),
    "positions": Words("异议与处理", "Disputes and our position"),
    "no_positions": Words("各部门对发现项均无异议", "No department disputes a finding"),
    "disputes_left": Words("末次会议遗留异议", "Disputes left at the closing meeting"),
    "comparison": Words("与以往审核对比", "Comparison with previous audits"),
    "previous_audits": Words("同一客户的审核", "Audits of the same customer"),
    "major": Words("严重", "Major"),
    "minor": Words("一般", "Minor"),
    "other": Words("观察/改进", "Obs./OFI"),
    "repeat_count": Words("重复", "Repeats"),
    "repeats": Words("重复发现项", "Repeat findings"),
    "previous_finding": Words("以往发现项", "Previous findings"),
    "clause": Words("条款", "Clause"),
    "analysis": Words("发现项分布", "Where the findings lie"),
    "analysis_by": Words("按", "By"),
    "analysis_what": Words("对象", "Of"),
    "plan": Words("整改计划与状态", "Rectification plan and status"),
    "roll_up": Words("按部门汇总", "By department"),
    "department": Words("部门", "Department"),
    "action": Words("措施", "Action"),
    "owner": Words("责任人", "Owner"),
    "due": Words("期限", "Due"),
    "done_on": Words("完成", "Done"),
    "state": Words("状态", "State"),
    "car_count": Words("CAR 数", "CARs"),
    "action_count": Words("措施数", "Actions"),
    "done_count": Words("已完成", "Done"),
    "open_count": Words("未完成", "Open"),
    "improvement": Words("改进建议", "Improvement"),
    "lessons": Words("经验教训", "Lessons learned"),
    "conclusion": Words("审核结论", "Conclusion"),
    "conclusion_source": Words("结论来源", "Source"),
    "conclusion_received": Words("接收时间/人", "Received at/by"),
    "conclusion_document": Words("结论文件", "Document"),
    "decision": Words("决定", "Decision"),
    "summary": Words("结论摘要", "Summary"),
    "customer_due": Words("客户要求回复日期", "Response due"),
    "response_format": Words("回复格式", "Response format"),
    "next_audit_due": Words("下次审核期限", "Next audit due"),
    "management_review_period": Words("管理评审期间", "Management review period"),
    "closed": Words("审核关闭", "Audit closed"),
    "distribution_and_signatures": Words("分发与签署", "Distribution and signatures"),
    "distribution": Words("分发", "Distribution"),
    "recipient": Words("接收人", "Recipient"),
    "form": Words("形式", "Form"),
    "annex": Words("附录", "Annex"),
    "attendance": Words("签到", "Attendance"),
    "opening": Words("首次会议", "Opening"),
    "closing": Words("末次会议", "Closing"),
    "sessions": Words("审核日程与陪同", "Agenda and escorts"),
    "session": Words("场次", "Session"),
    "time": Words("时间", "Time"),
    "stage": Words("阶段", "Stage"),
    "place": Words("场所/过程", "Place and process"),
    "audited": Words("受审部门", "Departments audited"),
    "escorts": Words("陪同", "Escorts"),
    "guides": Words("引导", "Guides"),
    "related": Words("相关文件（检查表、日程等）", "Related documents"),
    "document_title": Words("题名", "Title"),
    "evidence_list": Words("检查项与证据清单", "Checklist and evidence"),
    "provided_by": Words("提供人", "Provided by"),
}
