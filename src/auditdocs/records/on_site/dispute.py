"""Disputes 异议 (`disputes.yaml`): where we saw a finding otherwise, with our explanation, and what the auditor decided (001i 6.3.4)."""

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated

from auditdocs.entry import Records
from auditdocs.field import Model, field, many, numbered
from auditdocs.records.base import Record
from auditdocs.records.ids import DISPUTE, FindingId, ItemId, PersonId
from auditdocs.records.on_site.finding import GradeCode
from auditdocs.records.words import Line, Moment, Text, YesNo, choice

OUTCOME = choice(
    open=("未定", "Open"),
    withdrawn=("发现项撤销", "Finding withdrawn"),
    regraded=("改变等级", "Regraded"),
    upheld=("维持原判", "Upheld"),
)


class Dispute(Model):
    """One matter on which we did not agree."""

    finding: FindingId | None = field("发现项", "Finding")
    item: ItemId | None = field(
        "检查项", "Checklist item", "对某一检查项的结果有异议时", "where the result of a checklist item is disputed"
    )
    raised_by: PersonId | None = field("提出人", "Raised by")
    raised_at: Moment | None = field("提出时间", "Raised at", "末次会议结束前", "before the closing meeting ends")
    late: YesNo = field("会后提出", "Raised after the meeting", default=False)
    late_accepted_by: Line | None = field(
        "同意会后受理的审核员", "Auditor who took it late", "会后提出时填写", "where it was raised after the meeting"
    )
    explanation: Text | None = field(
        "解释", "Explanation", example="该记录保存在 MES 中，现场没有打印|The record is kept in the MES and was not printed there"
    )
    evidence: tuple[Text, ...] = many(
        "证据", "Evidence", example="MES 导出记录，9 月 7 日夜班|Record exported from the MES, night of 7 September"
    )
    outcome: Annotated[str, OUTCOME] | None = field("结果", "Outcome")
    grade_before: GradeCode | None = field(
        "原等级", "Grade before", "改变等级时填写；新等级写在发现项里", "where it was regraded; the new grade is the finding's"
    )
    reason: Text | None = field("裁定理由", "Reason given")
    decided_at: Moment | None = field("裁定时间", "Decided at")
    auditor: Line | None = field("裁定的审核员", "Auditor who decided", example="张示例|A. Sample")


class Disputes(Record):
    """All disputes of an audit, by number."""

    items: dict[Annotated[str, DISPUTE], Dispute] = numbered("异议", "Disputes")


def is_open(dispute: Dispute) -> bool:
    """Whether nobody has decided it yet."""
    return dispute.outcome in (None, "open")


def disputes_of(records: Records, audit_id: str) -> dict[str, Dispute]:
    """The disputes of an audit by their numbers."""
    found = records.get(Disputes, audit_id)
    return found.record.items if found else {}


def disputes_about(records: Records, audit_id: str, finding: str) -> Iterator[tuple[str, Dispute]]:
    """The disputes about one finding."""
    for number, one in disputes_of(records, audit_id).items():
        if one.finding in (finding, f"{audit_id}/{finding}"):
            yield number, one


def is_withdrawn(records: Records, audit_id: str, finding: str) -> bool:
    """Whether a dispute ended with the finding taken back."""
    return any(one.outcome == "withdrawn" for _, one in disputes_about(records, audit_id, finding))


def was_open_at(dispute: Dispute, moment: datetime) -> bool:
    """Whether a dispute had been raised and not been decided at a time."""
    if dispute.raised_at is None or dispute.raised_at > moment:
        return False
    return is_open(dispute) or (dispute.decided_at is not None and dispute.decided_at > moment)
