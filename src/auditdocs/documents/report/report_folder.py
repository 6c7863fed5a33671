"""An audit's folder → what was recorded in it, as the report reads it."""

from dataclasses import dataclass
from typing import TypeVar

from auditdocs.entry import AnyEntry, Entry, Records
from auditdocs.records.audit.audit import Audit
from auditdocs.records.audit.audit_report import AuditReport
from auditdocs.records.audit.conclusion import Conclusion
from auditdocs.records.base import Record
from auditdocs.records.cars.car import Car
from auditdocs.records.on_site.checklist import Checklist
from auditdocs.records.on_site.dispute import Disputes
from auditdocs.records.on_site.evidence import Evidence
from auditdocs.records.on_site.finding import Findings
from auditdocs.records.on_site.meetings import Meetings
from auditdocs.records.preparation.audit_plan import AuditPlan
from auditdocs.records.preparation.contact_sheet import ContactSheet

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Folder:
    """What was recorded of one audit; what is missing is empty."""

    sheet: Entry[ContactSheet]
    audit: Audit
    plan: AuditPlan
    meetings: Meetings
    findings: Findings
    checklist: Checklist
    evidence: Entry[Evidence] | None
    disputes: Disputes
    conclusion: Conclusion
    report: AuditReport
    cars: tuple[Entry[Car], ...]
    entries: tuple[AnyEntry, ...]  # those that are there, without the CARs


def folder_of(records: Records, sheet: Entry[ContactSheet]) -> Folder:
    """All of it, read once."""
    evidence = records.get(Evidence, sheet.key)
    found: list[AnyEntry] = [sheet, *((evidence,) if evidence else ())]

    def read(model: type[R]) -> R:
        entry = records.get(model, sheet.key)
        if entry:
            found.append(entry)
        return entry.record if entry else model()

    return Folder(
        sheet=sheet,
        audit=read(Audit),
        plan=read(AuditPlan),
        meetings=read(Meetings),
        findings=read(Findings),
        checklist=read(Checklist),
        evidence=evidence,
        disputes=read(Disputes),
        conclusion=read(Conclusion),
        report=read(AuditReport),
        cars=records.all(Car, sheet.key),
        entries=tuple(found),
    )
