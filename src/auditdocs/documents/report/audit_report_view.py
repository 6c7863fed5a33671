"""The records of an audit's folder → the audit report, once its closing meeting was held."""

from collections.abc import Iterator
from dataclasses import replace

from auditdocs.document import EVERYWHERE, Document, DocumentKind, Request, Subject
from auditdocs.documents.not_printed import kept_back
from auditdocs.documents.record_form import document_about, each, writing_about
from auditdocs.documents.report.audit_report import WORDS, AuditReportView
from auditdocs.documents.report.evidence_pictures import of_evidence, of_record, once
from auditdocs.documents.report.report_course_view import (
    attendance,
    audit_team,
    events,
    held_from,
    held_to,
    meeting_rows,
    participants,
    planned_actual,
    session_rows,
)
from auditdocs.documents.report.report_evidence_view import disputes, evidence_items
from auditdocs.documents.report.report_findings_view import (
    analysis,
    chart,
    count_rows,
    findings_in_full,
    good_practices,
    improvements,
    lessons,
    positions,
)
from auditdocs.documents.report.report_folder import Folder, folder_of
from auditdocs.documents.report.report_overview_view import auditing_party, background, element_titles, grading_scheme, objectives, outcome
from auditdocs.documents.report.report_plan_view import plan_lines, roll_up
from auditdocs.documents.report.report_results_view import compared, comparison, earlier_audits, evidence_rows, repeats
from auditdocs.documents.report.report_rows import RecipientRow, RelatedRow
from auditdocs.documents.report.scores import reasons, score_rows
from auditdocs.documents.rows import AttachmentRow
from auditdocs.documents.rows_view import attachment_rows, signatures
from auditdocs.documents.words import Writing, confidentiality_of, customer_code, lines, period, room_of
from auditdocs.entry import Records
from auditdocs.problem import Words
from auditdocs.records.audit.audit import DIRECTION
from auditdocs.records.audit.audit_score import score_of
from auditdocs.records.audit.conclusion import CONCLUSION_SOURCE, CUSTOMER_DECISION
from auditdocs.records.on_site.meetings import Meetings
from auditdocs.records.preparation.contact_sheet import (
    AUDIT_PURPOSE,
    AUDIT_TYPE,
    MANAGEMENT_SYSTEM,
    MODE,
    SHIFT,
    ContactSheet,
    Scope,
)
from auditdocs.state import standing
from auditdocs.view_parts import Photograph, Signature

TITLE = Words("审核报告", "Audit Report")
ROLES = ("prepared", "reviewed", "approved")
PARTS = ("audit", "meetings", "evidence", "findings", "disputes", "conclusion")  # records that are printed here and nowhere else
_LEFT_OUT = {
    "owner_department": "谁保管这份记录 says who keeps the record, not what it says",
    "languages": "报告的语言随联络单 the report is in the contact sheet's languages",
    "retention.class": "印在存档期限索引 printed by the retention index",
}
PRINTED = (*PARTS, "audit_report")
_ON_ITS_SHEETS = ("meetings.languages", "meetings.retention.class")  # the sheets of the meetings say them
NOT_PRINTED = {
    **kept_back(*PRINTED),
    **{path: reason for kind in PRINTED for name, reason in _LEFT_OUT.items() if (path := f"{kind}.{name}") not in _ON_ITS_SHEETS},
}


def make(records: Records, subject: Subject, request: Request) -> Document | None:
    """The report of one audit whose closing meeting was held."""
    sheet = records.get(ContactSheet, subject.key)
    met = records.get(Meetings, subject.key)
    if sheet is None or met is None or met.record.closing is None or met.record.closing.end is None:
        return None
    write, folder = writing_about(records, sheet), folder_of(records, sheet)
    return replace(
        document_about(AUDIT_REPORT, write, sheet, view(write, folder)),
        confidentiality=confidentiality_of(records, *folder.entries),
        about=tuple(entry.path for entry in folder.entries),
    )


def _signed_parts(write: Writing, folder: Folder) -> Iterator[Signature]:
    """Who signed the records that the report is made of, where they are signed one by one."""
    for entry in folder.entries:
        if entry.type in PARTS:
            title = room_of(write.records, entry).title
            yield from signatures(write, entry.record, (), of=title)


def view(write: Writing, folder: Folder) -> AuditReportView:
    """What the report says."""
    key, sheet, audit = folder.sheet.key, folder.sheet.record, folder.audit
    scope, conclusion, findings = sheet.scope or Scope(), folder.conclusion, folder.findings.items
    report, cars = folder.report, [(car.key, car.record) for car in folder.cars]
    score = score_of(write.records, key)
    found = standing(write.records, folder.sheet, "audit")
    planned = plan_lines(write, key, folder.cars, findings)
    earlier = earlier_audits(write.records, folder.sheet)
    return AuditReportView(
        audit=key,
        title=lines(audit.label or write.text(audit.title), write.words(TITLE)),
        customer=write.customer(sheet.customer),
        customer_code=customer_code(write, sheet.customer),
        auditing_party=auditing_party(write, sheet),
        state=write.words(found.words) if found else "",
        dates=period(write, held_from(folder.meetings), held_to(folder.meetings)),
        coordinator=write.person(audit.coordinator),
        background=lines(write.text(report.background), background(write, sheet)),
        purpose=lines(write.choices(AUDIT_PURPOSE, sheet.audit_purpose), write.text(sheet.audit_purpose_note)),
        direction=write.choice(DIRECTION, audit.direction),
        audit_type=write.choice(AUDIT_TYPE, sheet.audit_type),
        management_systems=write.choices(MANAGEMENT_SYSTEM, sheet.management_systems),
        criteria=lines(*map(write.criterion, sheet.criteria)),
        grading_scheme=grading_scheme(write, audit.grading_scheme),
        sites=lines(*map(write.site, scope.sites)),
        products=write.texts(scope.products),
        processes=write.listed(map(write.name, scope.processes)),
        shifts=write.choices(SHIFT, scope.shifts),
        period_of_records=write.text(scope.period_of_records),
        method=write.choice(MODE, sheet.mode),
        management_contact=write.person(audit.management_contact),
        objectives=tuple(objectives(write, audit)),
        customer_profile=write.text(sheet.customer_profile),
        audit_team=tuple(audit_team(write, sheet)),
        participants=tuple(participants(write, audit, folder.plan, folder.meetings)),
        process=write.text(report.process),
        planned_actual=tuple(planned_actual(write, sheet, folder.plan, folder.meetings)),
        meetings=tuple(meeting_rows(write, folder.meetings)),
        events=tuple(events(write, audit)),
        results=outcome(write, key, findings, folder.cars),
        results_comment=write.text(report.results),
        comparisons=tuple(compared(write, key, conclusion, score, findings)),
        downgrade_reasons=tuple(map(write.text, conclusion.downgrade_reasons)),
        computed_reasons=reasons(write, score) if score else (),
        scores=score_rows(write, score, element_titles(write, folder.checklist)) if score else (),
        chart=chart(write, key, findings),
        counts=tuple(count_rows(write, key, findings)),
        strengths=tuple(map(write.text, conclusion.strengths)),
        findings=tuple(findings_in_full(write, key, findings)),
        good_practices=tuple(good_practices(write, key, findings)),
        positions=tuple(positions(write, findings)),
        disputes=tuple(disputes(write, key, folder.disputes.items)),
        disputes_left=write.text(folder.meetings.closing.disputes_left) if folder.meetings.closing else "",
        comparison=tuple(comparison(write, (*earlier, folder.sheet))),
        repeats=tuple(repeats(write, key, findings)),
        analysis=tuple(analysis(write, findings)),
        plan=tuple(line.row for line in planned),
        roll_up=tuple(roll_up(write, planned)),
        improvement=tuple(improvements(write, findings)),
        improvement_comment=write.text(report.improvement),
        lessons=tuple(filter(None, (write.text(report.lessons), *lessons(write, map(write.text, audit.lessons_learned), cars)))),
        conclusion_source=write.choice(CONCLUSION_SOURCE, conclusion.source),
        conclusion_received=" ".join(filter(None, (write.moment(conclusion.received_at), write.person(conclusion.received_by)))),
        conclusion_document=conclusion.document or "",
        decision=write.choice(CUSTOMER_DECISION, conclusion.decision),
        summary=write.text(conclusion.summary),
        customer_due=write.day(conclusion.customer_due_date),
        response_format=write.text(conclusion.response_format),
        next_audit_due=write.day(audit.next_audit_due),
        management_review_period=audit.management_review_period or "",
        closed=" ".join(filter(None, (write.day(audit.closed.date), write.person(audit.closed.by)))) if audit.closed else "",
        distribution=tuple(_distribution(write, folder)),
        signatures=(*signatures(write, report, ROLES), *_signed_parts(write, folder)),
        attendance=tuple(attendance(write, sheet, folder.meetings)),
        sessions=tuple(session_rows(write, folder.plan)),
        related=tuple(_related(write, folder)),
        evidence=tuple(evidence_rows(write, folder.checklist, findings)),
        evidence_items=tuple(evidence_items(write, folder.evidence)),
        pictures=_pictures(write, folder),
        attachments=tuple(_attachments(write, folder)),
    )


def _distribution(write: Writing, folder: Folder) -> Iterator[RecipientRow]:
    """The departments that findings concern; who took the report when is written by hand."""
    concerned = [code for one in folder.findings.items.values() for code in one.departments]
    answering = [code for car in folder.cars for code in (car.record.owner_department, *car.record.co_departments)]
    for code in dict.fromkeys((*concerned, *answering)):
        yield RecipientRow(department=write.department(code), recipient="", form="", date="")


def _related(write: Writing, folder: Folder) -> Iterator[RelatedRow]:
    """The records behind the report."""
    for entry in (*folder.entries, *folder.cars):
        title = " ".join(filter(None, (write.words(room_of(write.records, entry).title), write.name(entry.record.title))))
        yield RelatedRow(number=entry.key, title=title)


def _pictures(write: Writing, folder: Folder) -> tuple[Photograph, ...]:
    """The pictures of the evidence, and those attached to the findings."""
    findings = (entry for entry in folder.entries if entry.type == "findings")
    return once((*of_evidence(write, folder.evidence), *(one for entry in findings for one in of_record(write, entry))))


def _attachments(write: Writing, folder: Folder) -> Iterator[AttachmentRow]:
    """The attachments of the records that have no form of their own."""
    own = [entry.record for entry in folder.entries if entry.type in PRINTED]
    rows = (row for record in own for row in attachment_rows(write, record))
    for number, row in enumerate(rows, start=1):
        yield replace(row, number=str(number))


AUDIT_REPORT = DocumentKind(
    name="audit_report",
    title=TITLE,
    templates={"audit_report/audit_report": (AuditReportView,)},
    formats=("docx", "pdf"),
    subjects=each(ContactSheet),
    make=make,
    words=WORDS,
    editions=EVERYWHERE,
    inside={
        "objectives": "objectives",
        "customer_profile": "customer_profile",
        "findings.risk": "risk",
        "improvement_comment": "",  # stands below its heading without a label of its own
        "lessons": "lessons",
        "management_review_period": "management_review_period",
        "evidence.evidence": "item_evidence",
    },
    not_printed=NOT_PRINTED,
)
