"""What a finding must say, and when (FND-001 to FND-005); repeats, answers and disputes have modules of their own."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Words
from auditdocs.records.audit.audit import where_we_are_audited
from auditdocs.records.audit.audit_folder import FOLDER_RULES
from auditdocs.records.audit.audit_grading import grade_in, scheme_of_audit
from auditdocs.records.house.criterion import has_clause
from auditdocs.records.on_site.confirmed_findings import confirmed
from auditdocs.records.on_site.evidence import has_evidence
from auditdocs.records.on_site.finding import FINDING_TYPE, Findings
from auditdocs.records.on_site.finding_answer_rules import ANSWER_RULES
from auditdocs.records.on_site.finding_auditor_rules import AUDITOR_RULES
from auditdocs.records.on_site.finding_repeat_rules import REPEAT_RULES, nonconformities
from auditdocs.records.on_site.finding_response_rules import RESPONSE_RULES
from auditdocs.records.on_site.finding_time_rules import TIME_RULES
from auditdocs.room import RecordType, rule


@rule(
    "finding.number-missing",
    "ISO 19011 6.4.7",
    catalogue="FND-001",
    zh="发现项编号不连续：{number} 之前缺 {missing}",
    en="the numbers of the findings have a gap: {missing} is missing before {number}",
    do_zh="编号从 F01 起连续；撤销的发现项保留编号",
    do_en="number on from F01 without gaps; a finding that was taken back keeps its number",
)
def number_missing(entry: Entry[Findings], records: Records) -> Iterator[Violation]:
    last = 0
    for number in sorted(entry.record.items):
        if int(number[1:]) > last + 1:
            yield entry.at_name("items", number, number=number, missing=f"F{last + 1:02}")
        last = int(number[1:])


@rule(
    "finding.grade-missing",
    "ISO 19011 6.4.2",
    catalogue="FND-002",
    casts_doubt=True,
    zh="不符合项 {number} 没有等级",
    en="nonconformity {number} has no grade",
    do_zh="填写 grade，如 grade: minor",
    do_en="write its grade, such as 'grade: minor'",
    at="concluded",
)
def grade_missing(entry: Entry[Findings], records: Records) -> Iterator[Violation]:
    for number, finding in confirmed(entry, records, "nc"):
        if not finding.grade:
            yield entry.at_name("items", number, number=number)


@rule(
    "finding.grade-not-in-scheme",
    "ISO 19011 6.4.2",
    catalogue="FND-002",
    casts_doubt=True,
    zh="本审核的分级方案没有等级 {grade}",
    en="the audit's grading scheme has no grade {grade}",
    do_zh="可选：{grades}",
    do_en="choose one of: {grades}",
)
def grade_not_in_scheme(entry: Entry[Findings], records: Records) -> Iterator[Violation]:
    scheme = scheme_of_audit(records, entry.key)
    for number, finding in entry.record.items.items():
        if scheme and finding.grade and finding.grade not in scheme.finding_grades:
            yield entry.at("items", number, "grade", grade=finding.grade, grades=tuple(scheme.finding_grades))


@rule(
    "finding.grade-of-another-type",
    "ISO 19011 6.4.2",
    catalogue="FND-002",
    casts_doubt=True,
    zh="等级 {grade} 属于{of_grade}，而 {number} 的类别是{type}",
    en="the grade {grade} is for '{of_grade}', but the type of {number} is '{type}'",
    do_zh="请更正 type 或 grade",
    do_en="correct 'type' or 'grade'",
)
def grade_of_another_type(entry: Entry[Findings], records: Records) -> Iterator[Violation]:
    for number, finding in entry.record.items.items():
        grade = grade_in(records, entry.key, finding.grade)
        if grade and grade.type and grade.type != finding.type:
            of_grade, own = FINDING_TYPE.label(grade.type), FINDING_TYPE.label(finding.type)
            yield entry.at("items", number, "grade", grade=str(finding.grade), of_grade=of_grade, number=number, type=own)


@rule(
    "finding.clause-missing",
    "ISO 19011 6.4.7",
    catalogue="FND-003",
    zh="不符合项 {number} 没有写明违反的准则和条款",
    en="nonconformity {number} does not say which clause of which criterion is not met",
    do_zh="在 criterion 下填写 criterion（如 ISO9001-2015）和 clause（如 8.5.1）",
    do_en="write 'criterion' (such as ISO9001-2015) and 'clause' (such as 8.5.1) below 'criterion'",
    at="onsite_done",
)
def clause_missing(entry: Entry[Findings], records: Records) -> Iterator[Violation]:
    for number, finding in confirmed(entry, records, "nc"):
        if finding.criterion is None or not finding.criterion.criterion or not finding.criterion.clause:
            yield entry.at("items", number, "criterion", number=number)


@rule(
    "finding.evidence-missing",
    "ISO 19011 6.4.7",
    catalogue="FND-003",
    zh="不符合项 {number} 没有客观证据",
    en="nonconformity {number} has no objective evidence",
    do_zh="在 evidence 下写明看到的记录、实物或陈述，或在 evidence.yaml 登记并写上 findings: [{number}]",
    do_en="write below 'evidence' what record, thing or statement was seen, or record it in evidence.yaml with findings: [{number}]",
    at="onsite_done",
)
def evidence_missing(entry: Entry[Findings], records: Records) -> Iterator[Violation]:
    for number, finding in confirmed(entry, records, "nc"):
        if not finding.evidence and not has_evidence(records, entry.key, number):
            yield entry.at_name("items", number, number=number)


@rule(
    "finding.unknown-clause",
    "ISO 19011 6.4.7",
    catalogue="FND-004",
    zh="准则 {criterion} 没有条款 {clause}",
    en="the criterion {criterion} has no clause {clause}",
    do_zh="请核对条款号；准则确有此条时补入 records/criteria/{criterion}.yaml",
    do_en="check the number; if the criterion has it, add it to records/criteria/{criterion}.yaml",
)
def unknown_clause(entry: Entry[Findings], records: Records) -> Iterator[Violation]:
    for number, finding in entry.record.items.items():
        against = finding.criterion
        if against and against.criterion and against.clause and not has_clause(records, against.criterion, against.clause):
            yield entry.at("items", number, "criterion", "clause", criterion=against.criterion, clause=against.clause)


@rule(
    "finding.department-missing",
    "001i 4.1.5",
    catalogue="FND-005",
    zh="发现项 {number} 没有责任部门",
    en="finding {number} has no responsible department",
    do_zh="填写 departments，如 departments: [MFG]",
    do_en="write them below 'departments', such as [MFG]",
    at="concluded",
)
@where_we_are_audited
def department_missing(entry: Entry[Findings], records: Records) -> Iterator[Violation]:
    for number, finding in confirmed(entry, records, "nc", "observation", "improvement"):
        if not finding.departments:
            yield entry.at_name("items", number, number=number)


FINDINGS = RecordType(
    name="findings",
    title=Words("发现项", "Findings"),
    model=Findings,
    path="audits/{year}/{audit}/findings.yaml",
    key="{audit}",
    scope="{audit}",
    owner="QA",
    confidentiality="confidential",
    retention="CA-3Y",
    lives=("audit",),
    rules=(
        *FOLDER_RULES,
        number_missing,
        grade_missing,
        grade_not_in_scheme,
        grade_of_another_type,
        clause_missing,
        evidence_missing,
        unknown_clause,
        department_missing,
        *REPEAT_RULES,
        *AUDITOR_RULES,
        *ANSWER_RULES,
        *RESPONSE_RULES,
        *TIME_RULES,
    ),
    indexes={"nonconformities": nonconformities},
    starts_with=(
        "items.type",
        "items.grade",
        "items.criterion",
        "items.requirement",
        "items.statement",
        "items.evidence",
        "items.process",
        "items.location",
        "items.departments",
        "items.auditor",
        "items.raised_at",
        "items.position",
    ),
    shown_to_customers=True,
)
