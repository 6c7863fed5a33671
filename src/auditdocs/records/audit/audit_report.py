"""Audit report 审核报告 (`audit_report.yaml`): what we say of an audit in our own words; its figures and lists are computed (000 六)."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.field import field
from auditdocs.problem import Words
from auditdocs.records.audit.audit_folder import FOLDER_RULES
from auditdocs.records.base import Record, approval
from auditdocs.records.lacking import lacking
from auditdocs.records.on_site.confirmed_findings import confirmed
from auditdocs.records.on_site.evidence import has_evidence
from auditdocs.records.on_site.finding import FINDING_TYPE, Findings
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.records.words import Text
from auditdocs.room import RecordType, rule


class AuditReport(Record):
    """The narrative of one audit."""

    background: Text | None = field(
        "背景", "Background", example="年度例行审核，上次审核的两项已关闭|The yearly audit; both findings of the last one are closed"
    )
    process: Text | None = field(
        "审核过程", "Course of the audit", example="两日，按日程进行，增加了实验室一场|Two days as planned, with the laboratory added"
    )
    results: Text | None = field(
        "结果评述", "Comment on the results", example="过程受控，模具保养是主要弱点|Under control; the care of moulds is the weak point"
    )
    lessons: Text | None = field(
        "经验教训",
        "Lessons",
        example="首件确认的权限要随岗位移交|The right to release first pieces moves with the post",
        internal=True,
    )
    improvement: Text | None = field(
        "改进建议",
        "Improvement",
        example="保养模次由 MES 锁定，不靠看板|The MES locks the mould, not the board",
        internal=True,
    )


ReportEntry = Entry[AuditReport]


@rule(
    "report.missing",
    "000 六",
    catalogue="AUD-011",
    zh="还没有审核报告 audit_report.yaml",
    en="there is no report on the audit (audit_report.yaml)",
    do_zh="运行 auditdocs new audit_report {audit}",
    do_en="run `auditdocs new audit_report {audit}`",
    at="closed",
    on="contact_sheet",
)
def missing(entry: Entry[ContactSheet], records: Records) -> Iterator[Violation]:
    if records.is_absent(AuditReport, entry.key):
        yield entry.at("planned_end", audit=entry.key)


@rule(
    "report.incomplete",
    "000 六",
    catalogue="AUD-011",
    zh="审核报告缺少 {field}（{label}）",
    en="the report on the audit lacks {field} ({label})",
    do_zh="请填写 {field}",
    do_en="fill in {field}",
    at="closed",
)
def incomplete(entry: ReportEntry, records: Records) -> Iterator[Violation]:
    for name, words in lacking(entry.record, "background", "results", "improvement").items():
        yield entry.at(name, field=name, label=words)


@rule(
    "report.not-approved",
    "000 六",
    catalogue="AUD-011",
    zh="审核报告还没有批准",
    en="the report on the audit is not approved",
    do_zh="运行 auditdocs approve {file} --role approved --by 人员编号",
    do_en="run `auditdocs approve {file} --role approved --by PERSON`",
    at="closed",
)
def not_approved(entry: ReportEntry, records: Records) -> Iterator[Violation]:
    if approval(entry.record, "approved") is None:
        yield entry.at("approvals", file=entry.path)


@rule(
    "report.approved-by-its-author",
    "000 六",
    catalogue="AUD-011",
    zh="审核报告由编制人 {person} 自己批准",
    en="{person} approved the report, and prepared it too",
    do_zh="由另一人批准",
    do_en="let somebody else approve it",
    at="closed",
)
def approved_by_its_author(entry: ReportEntry, records: Records) -> Iterator[Violation]:
    prepared, approved = approval(entry.record, "prepared"), approval(entry.record, "approved")
    if prepared and approved and approved.person and prepared.person == approved.person:
        yield entry.at("approvals", entry.record.approvals.index(approved), "person", person=approved.person)


@rule(
    "report.finding-without-evidence",
    "000 六",
    catalogue="RPT-001",
    zh="报告要印{type} {number}，它却没有证据",
    en="the report prints the {type} {number}, which has no evidence",
    do_zh="填写 evidence，或在 evidence.yaml 登记并写上 findings: [{number}]",
    do_en="write 'evidence', or record it in evidence.yaml with findings: [{number}]",
    at="closed",
    on="findings",
)
def finding_without_evidence(entry: Entry[Findings], records: Records) -> Iterator[Violation]:
    """Of nonconformities that is asked before the auditors leave (FND-003)."""
    for number, finding in confirmed(entry, records, "observation", "improvement", "good_practice"):
        if not finding.evidence and not has_evidence(records, entry.key, number):
            yield entry.at_name("items", number, number=number, type=FINDING_TYPE.label(finding.type))


AUDIT_REPORT = RecordType(
    name="audit_report",
    title=Words("审核报告", "Audit report"),
    model=AuditReport,
    path="audits/{year}/{audit}/audit_report.yaml",
    key="{audit}",
    scope="{audit}",
    owner="QA",
    confidentiality="confidential",
    retention="CA-3Y",
    lives=("audit",),
    rules=(*FOLDER_RULES, missing, incomplete, not_approved, approved_by_its_author, finding_without_evidence),
    starts_with=("background", "process", "results", "lessons", "improvement", "approvals.role", "approvals.person", "approvals.at"),
    shown_to_customers=True,
)
