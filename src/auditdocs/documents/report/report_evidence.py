"""The rows of an audit report about disputes and about the evidence that was seen: finished words."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.problem import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeRow:
    """One dispute, what we said, and what the auditor decided."""

    number: str
    about: str
    raised: str
    grounds: str
    outcome: str
    decided: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceItemRow:
    """One piece of evidence of the list."""

    number: str
    when: str  # and in which session
    what: str
    sample: str
    people: str  # who asked, who showed it, who let a copy go
    findings: str  # and the question of the checklist
    file: str  # and its digest


EVIDENCE_WORDS: Mapping[str, Words] = {
    "disputes": Words("异议", "Disputes"),
    "dispute_about": Words("对象", "About"),
    "dispute_raised": Words("提出", "Raised"),
    "dispute_grounds": Words("解释与证据", "Explanation and evidence"),
    "dispute_outcome": Words("处理结果", "Outcome"),
    "dispute_decided": Words("裁定", "Decided"),
    "evidence_seen": Words("现场证据清单", "Evidence seen on site"),
    "evidence_when": Words("时间/场次", "Time, session"),
    "evidence_what": Words("内容", "Content"),
    "evidence_sample": Words("抽样", "Sample"),
    "evidence_people": Words("索取/提供", "Asked, shown by"),
    "evidence_file": Words("附件与摘要", "File and digest"),
}
