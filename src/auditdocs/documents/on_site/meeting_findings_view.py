"""Findings and disputes of an audit → what the closing meeting heard of them, as it stood when the meeting ended."""

from collections.abc import Iterator
from datetime import datetime

from auditdocs.documents.on_site.meeting_sheet import PresentedFinding
from auditdocs.documents.report.report_evidence import DisputeRow
from auditdocs.documents.report.report_evidence_view import disputes
from auditdocs.documents.report.report_findings_view import grade_words
from auditdocs.documents.words import Writing, lines
from auditdocs.records.on_site.dispute import Dispute, disputes_about, disputes_of, was_open_at
from auditdocs.records.on_site.finding import FINDING_TYPE, POSITION, Finding, findings_of

DECIDED = ("grade_before", "reason", "decided_at", "auditor")


def presented(write: Writing, audit_id: str, ended: datetime | None) -> Iterator[PresentedFinding]:
    """Every finding, good practices too; one that was taken back says so."""
    for number, one in findings_of(write.records, audit_id).items():
        kind, grade = write.choice(FINDING_TYPE, one.type), grade_words(write, audit_id, one.grade)
        yield PresentedFinding(
            number=lines(number, one.customer_finding_no or ""),
            type=lines(kind, grade if grade != kind else ""),
            clause=write.clause(one.criterion.criterion, one.criterion.clause) if one.criterion else "",
            statement=write.text(one.statement),
            departments=write.departments(one.departments),
            position=write.choice(POSITION, one.position),
            confirmed=_confirmed(write, audit_id, number, one, ended),
        )


def _confirmed(write: Writing, audit_id: str, number: str, one: Finding, ended: datetime | None) -> str:
    """As recorded; where nobody recorded it, no of what a dispute took back in time."""
    about = (_then(dispute, ended) for _, dispute in disputes_about(write.records, audit_id, number))
    withdrawn = any(dispute.outcome == "withdrawn" and not dispute.late for dispute in about)
    return write.yes_no(False if withdrawn and one.confirmed_at_closing is None else one.confirmed_at_closing)


def disputes_at(write: Writing, audit_id: str, ended: datetime | None) -> Iterator[DisputeRow]:
    """The disputes of the meeting: not those that came later, and open where they were decided later."""
    found = {number: one for number, one in disputes_of(write.records, audit_id).items() if not one.late}
    return disputes(write, audit_id, {number: _then(one, ended) for number, one in found.items()})


def _then(dispute: Dispute, ended: datetime | None) -> Dispute:
    if ended is None or not was_open_at(dispute, ended):
        return dispute
    return dispute.model_copy(update={"outcome": "open", **dict.fromkeys(DECIDED)})
