"""Internal pre-audit report 内部预审报告 (FM-CA-06): how we looked at ourselves and what is left open; it never leaves the house."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.documents.rows import ATTACHMENT_WORDS, AttachmentRow
from auditdocs.field import labels
from auditdocs.problem import Words
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.records.preparation.preaudit import SIX_S, Preaudit, PreauditPlan, PreauditResult, SixSCheck
from auditdocs.view_parts import Signature

TITLE = Words("内部预审报告", "Pre-audit Report")
WORDS: Mapping[str, Words] = {
    **ATTACHMENT_WORDS,
    **labels(Preaudit, "title", "plan", "six_s_checks", "results", "earlier_cars", "conclusion"),
    **labels(PreauditPlan, "method", "team", "scope"),
    **labels(SixSCheck, "area", "closed_on"),
    **labels(PreauditResult, "type", "department", "checker", "checked_on", "item_ref", "gap", "severity"),
    **labels(PreauditResult, "action", "owner", "due", "done_on", "verified_by"),
    **labels(ContactSheet, "customer"),
    **SIX_S.choices,
    "internal_only": Words("仅限公司内部使用，不得提供给客户或审核员。", "Internal use only: not for the customer, not for the auditors."),
    "audit": Words("审核编号", "Audit no."),
    "audit_date": Words("审核日期", "Audit dates"),
    "held": Words("预审时间", "Held"),
    "notes": Words("说明", "Notes"),
    "open_gaps": Words("未关闭项与放行理由", "Open gaps, and why they may stand"),
    "row_number": Words("预审序号", "Row"),
    "state": Words("状态", "State"),
    "waived_by": Words("放行人", "Waived by"),
    "reason": Words("放行理由", "Reason"),
    "car": Words("CAR", "CAR"),
    "progress": Words("进展", "Progress"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SixSRow:
    """The six S of one area."""

    area: str
    department: str
    checked_on: str
    checker: str
    sort: str
    set_in_order: str
    shine: str
    standardize: str
    sustain: str
    safety: str
    notes: str
    closed_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PreauditResultRow:
    """One check, the gap it found, and what was done."""

    number: str
    type: str
    department: str
    checker: str
    checked_on: str
    question: str
    gap: str
    severity: str
    action: str
    owner: str
    due: str
    done_on: str
    verified_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenGapRow:
    """A gap that is left, and who lets it stand."""

    number: str
    department: str
    gap: str
    state: str
    waived_by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierCarRow:
    """A CAR of an earlier audit, and how far it is."""

    car: str
    progress: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PreauditReportView:
    """What the report says."""

    audit: str
    title: str
    customer: str
    audit_date: str
    method: str
    held: str
    team: str
    scope: str
    six_s_checks: tuple[SixSRow, ...]
    results: tuple[PreauditResultRow, ...]
    open_gaps: tuple[OpenGapRow, ...]
    earlier_cars: tuple[EarlierCarRow, ...]
    conclusion: str
    signatures: tuple[Signature, ...]
    attachments: tuple[AttachmentRow, ...]
