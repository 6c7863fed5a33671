"""8D report 8D 报告 (FM-CA-10): a CAR told in the eight disciplines, for the customer who asks for that form."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.document import Box, Signature
from auditdocs.documents.car import WORDS as CAR_WORDS
from auditdocs.documents.car_rows import (
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
from auditdocs.problem import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class EightDView:
    """The report from D0 to D8. What has the name of a field of `CarView` says the same."""

    answered: bool  # there are corrective actions: what comes before them is no longer filled in by hand
    ended: bool  # closed or void: nothing is to come
    # D0
    number: str
    customer_car_number: str
    title: str
    audit: str
    customer: str
    type: str
    grade: str
    issued_on: str
    received_on: str
    customer_due: str
    customer_close: str
    round: str
    submitted_on: str
    state: str
    # D1
    leader: str
    department: str
    co_departments: str
    team: tuple[TeamRow, ...]
    # D2
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
    # D3
    containment: tuple[ContainmentRow, ...]
    stock: tuple[StockRow, ...]
    containment_not_needed: str
    correction: tuple[CorrectionRow, ...]
    correction_not_needed: str
    # D4
    method: tuple[Box, ...]
    analysis_completed_on: str
    chains: tuple[WhyChain, ...]
    ishikawa: tuple[CauseCategory, ...]
    root_causes: tuple[RootCause, ...]
    # D5
    corrective_actions: tuple[ActionRow, ...]  # D6 says when they were done
    no_action_justification: str
    effectiveness_criterion: str
    effectiveness_method: str
    accepted_by: str
    accepted_on: str
    # D6
    implementation_result: str
    implementation_evidence: str
    implementation_by: str
    implementation_date: str
    effectiveness_period: str
    effectiveness_data: str
    effectiveness_result: tuple[Box, ...]
    effectiveness_by: str
    effectiveness_date: str
    # D7
    preventive_actions: tuple[ActionRow, ...]
    preventive_not_needed: str
    read_across: tuple[ReadAcrossRow, ...]
    documents_updated: tuple[DocumentUpdateRow, ...]
    risk_update: str
    lessons: str
    # D8
    recognition: str
    confirmation_by: str
    confirmation_date: str
    confirmation_channel: str
    confirmation_result: tuple[Box, ...]
    confirmation_reference: str
    closed_on: str
    closed_by: str
    signatures: tuple[Signature, ...]


_AS_ON_THE_REQUEST = (
    *("car_number", "customer_car_number", "title", "audit", "customer", "type", "grade", "issued_on", "received_on", "state", "round"),
    *("submitted_on", "department", "co_departments", "team", "member_department", "finding_number"),
    *("customer_finding_number", "criterion", "location", "requirement", "evidence", "statement", "problem", "what", "where", "when"),
    *("who", "which", "how", "how_many", "containment", "containment_not_needed", "action", "done_on", "effective_check", "clean_point"),
    *("stock", "for_action", "stock_location", "quantity", "sorted", "rejected", "correction", "correction_not_needed", "method"),
    *("analysis_completed_on", "chain", "why", "because", "ishikawa", "category", "causes", "root_causes", "cause_type", "cause"),
    *("verified_by", "action_type", "addresses", "no_action_justification", "preventive_actions"),
    *("preventive_not_needed", "read_across", "object", "applies", "documents_updated", "document_kind", "document_number"),
    *("from_revision", "to_revision", "risk_update", "implementation", "result", "verifier", "verified_on", "effectiveness"),
    *("effectiveness_criterion", "effectiveness_method", "effectiveness_period", "effectiveness_data", "confirmation"),
    *("confirmation_by", "confirmation_date", "channel", "reference", "lessons", "recognition", "closure", "closed_on", "closed_by"),
    *("owner", "due", "nonconformity"),
)
WORDS: Mapping[str, Words] = {
    **{name: CAR_WORDS[name] for name in _AS_ON_THE_REQUEST},
    "customer_due": Words("回复客户期限", "Response due"),
    "customer_close": Words("客户关闭期限", "Closing due"),
    "leader": Words("组长（责任人）", "Leader (owner)"),
    "accepted_by": Words("措施批准", "Actions accepted by"),
    "accepted_on": Words("批准日期", "Accepted on"),
    "preparation": Words("准备", "Preparation"),
    "team_formed": Words("成立小组", "Team"),
    "problem_described": Words("问题描述", "Problem description"),
    "contained": Words("围堵措施与纠正", "Containment and correction"),
    "cause_found": Words("根本原因分析", "Root cause analysis"),
    "actions_chosen": Words("选择永久纠正措施", "Chosen permanent corrective actions"),
    "judged": Words("效果判定与批准", "How the effect is judged; acceptance"),
    "actions_proved": Words("实施与验证", "Implementation and validation"),
    "recurrence_prevented": Words("预防再发生", "Prevention of recurrence"),
    "team_recognized": Words("关闭与小组认可", "Closure and recognition of the team"),
}
