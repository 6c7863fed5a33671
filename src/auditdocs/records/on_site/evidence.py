"""Evidence 客观证据 (`evidence.yaml`): what the auditors asked for, who showed it, what was looked at and of how much (ISO 19011 6.4.7)."""

from typing import Annotated

from auditdocs.entry import Records
from auditdocs.field import Model, field, many, numbered
from auditdocs.records.base import Record
from auditdocs.records.ids import FilePath, FindingId, ItemId, PersonId, SessionId, identifier
from auditdocs.records.words import Line, Moment, Text, Whole, YesNo, choice

EVIDENCE_KIND = choice(
    document=("文件", "Document"),
    record=("记录", "Record"),
    photo=("照片", "Photo"),
    observation=("现场观察", "Observation"),
    interview=("面谈", "Interview"),
    measurement=("测量", "Measurement"),
    sample=("样件", "Sample"),
)
METHOD = choice(
    document_review=("查阅文件", "Document review"),
    onsite_check=("现场检查", "On-site check"),
    observation=("观察", "Observation"),
    interview=("访谈", "Interview"),
    measurement=("测量", "Measurement"),
    questionnaire=("问卷", "Questionnaire"),
)
EVIDENCE_NUMBER = identifier("证据编号", "evidence number", r"E[0-9]{3}", "E001")


class Sampling(Model):
    """How many were looked at, and of how many (B-08)."""

    population: Whole | None = field("总数", "Population")
    size: Whole | None = field("抽样数", "Sample size")


class CopyGiven(Model):
    """Whether the auditors took a copy with them, and who allowed it."""

    given: YesNo | None = field("已提供副本", "Copy given")
    approved_by: PersonId | None = field("批准人", "Approved by")


class EvidenceItem(Model):
    """One thing that was asked for, shown, seen or measured."""

    at: Moment | None = field("时间", "Time")
    session: SessionId | None = field("场次", "Session")
    item: ItemId | None = field("检查项", "Checklist item")
    findings: tuple[FindingId, ...] = many("发现项", "Findings", "以此为证据的发现项", "the findings that rest on it")
    requested_by: Line | None = field("索取人", "Requested by", "审核员姓名", "the auditor by name", example="张示例|A. Sample")
    provided_by: PersonId | None = field("提供人", "Provided by")
    kind: Annotated[str, EVIDENCE_KIND] | None = field("类型", "Kind")
    description: Text | None = field(
        "内容", "Content", example="注塑 3 号机 9 月 7 日夜班首件检验记录|First-piece record of machine 3, night of 7 September"
    )
    ref: Text | None = field(
        "文件编号及版本", "Document and revision", example="QR-MFG-08 A/1，9 月 7 日夜班|QR-MFG-08 A/1, night of 7 September"
    )
    sample: Sampling | None = field("抽样", "Sampling")
    method: Annotated[str, METHOD] | None = field("取证方法", "Method")
    copy_given: CopyGiven | None = field("副本", "Copy", internal=True)
    attachment: FilePath | None = field("附件", "Attachment", "attachments/ 下的路径", "its path below attachments/")


class Evidence(Record):
    """All evidence of an audit, by number."""

    items: dict[Annotated[str, EVIDENCE_NUMBER], EvidenceItem] = numbered("证据", "Evidence")


def has_evidence(records: Records, audit_id: str, finding: str) -> bool:
    """Whether the list of evidence names this finding."""
    found = records.get(Evidence, audit_id)
    names = (finding, f"{audit_id}/{finding}")
    return found is not None and any(not set(names).isdisjoint(one.findings) for one in found.record.items.values())
