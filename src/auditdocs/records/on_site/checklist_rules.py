"""What a checklist must say, and when (CHK-001 to CHK-007)."""

from collections.abc import Iterator
from datetime import date

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Words
from auditdocs.records.audit.audit_folder import FOLDER_RULES
from auditdocs.records.audit.audit_life import planned_start
from auditdocs.records.house.criterion import has_clause
from auditdocs.records.house.person import works_in
from auditdocs.records.on_site.checklist import NONCONFORMING, RESULT, UNANSWERED, Checklist, Item, ItemResult
from auditdocs.records.on_site.checklist_scoring_rules import SCORING_RULES
from auditdocs.records.on_site.finding import Finding, finding_at, findings_of
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.room import RecordType, rule


@rule(
    "checklist.missing",
    "001i 4.2.2",
    catalogue="CHK-001",
    zh="客户的审核清单已收到，但没有检查表",
    en="the customer's audit list was received, but there is no checklist",
    do_zh="运行 auditdocs new checklist {audit}",
    do_en="run `auditdocs new checklist {audit}`",
    at="preparing",
    on="contact_sheet",
)
def missing(entry: Entry[ContactSheet], records: Records) -> Iterator[Violation]:
    for index, document in enumerate(entry.record.customer_documents):
        if document.kind == "audit_list" and document.state == "received" and records.is_absent(Checklist, entry.key):
            yield entry.at("customer_documents", index, "state", audit=entry.key)


@rule(
    "checklist.unknown-clause",
    "001i 6.1.2",
    catalogue="CHK-002",
    zh="{item} 的条款 {clause} 不在本次审核的准则中（{criteria}）",
    en="clause {clause} of {item} is in none of the audit's criteria ({criteria})",
    do_zh="请核对条款号；准则确有此条时补入 records/criteria 下的准则文件，另有准则时补入联络单的 criteria",
    do_en="check the number; if a criterion has it, add it to its file in records/criteria, or add its criterion to the contact sheet",
)
def unknown_clause(entry: Entry[Checklist], records: Records) -> Iterator[Violation]:
    sheet = records.get(ContactSheet, entry.key)
    criteria = sheet.record.criteria if sheet else ()
    for number, item in entry.record.items.items():
        for index, clause in enumerate(item.clause_refs):
            if criteria and not any(has_clause(records, criterion, clause) for criterion in criteria):
                yield entry.at("items", number, "clause_refs", index, item=number, clause=clause, criteria=criteria)


@rule(
    "checklist.owner-department-missing",
    "001i 6.2.1",
    catalogue="CHK-003",
    zh="{item} 没有责任部门",
    en="{item} has no responsible department",
    do_zh="填写 owner_department，如 owner_department: MFG",
    do_en="write its 'owner_department', such as MFG",
    at="preparing",
)
def owner_department_missing(entry: Entry[Checklist], records: Records) -> Iterator[Violation]:
    for number, item in entry.record.items.items():
        if not item.owner_department:
            yield entry.at_name("items", number, item=number)


@rule(
    "checklist.owner-missing",
    "001i 6.2.1",
    catalogue="CHK-003",
    zh="{item} 没有责任人",
    en="{item} has no owner",
    do_zh="填写 owner，如 owner: P0310",
    do_en="write its 'owner', such as P0310",
    at="preparing",
)
def owner_missing(entry: Entry[Checklist], records: Records) -> Iterator[Violation]:
    for number, item in entry.record.items.items():
        if not item.owner:
            yield entry.at_name("items", number, item=number)


@rule(
    "checklist.owner-of-another-department",
    "001i 6.2.1",
    catalogue="CHK-003",
    zh="{item} 的责任人 {owner} 在 {day} 不属于责任部门 {department}",
    en="{owner}, who owns {item}, is not of the responsible department {department} on {day}",
    do_zh="换成该部门的人，或更正 owner_department",
    do_en="name somebody of that department, or correct 'owner_department'",
)
def owner_of_another_department(entry: Entry[Checklist], records: Records) -> Iterator[Violation]:
    day = _day_of_audit(entry, records)
    for number, item in entry.record.items.items():
        if day and item.owner and item.owner_department and not works_in(records, item.owner, item.owner_department, day):
            yield entry.at("items", number, "owner", item=number, owner=item.owner, day=day, department=item.owner_department)


def _day_of_audit(entry: Entry[Checklist], records: Records) -> date | None:
    """The day preparation is for: whoever owns a question must be there then."""
    sheet = records.get(ContactSheet, entry.key)
    return planned_start(sheet, records) if sheet else None


def _results(entry: Entry[Checklist]) -> Iterator[tuple[str, Item, ItemResult, str]]:
    for number, item in entry.record.items.items():
        if item.audit and item.audit.result:
            yield number, item, item.audit, item.audit.result


@rule(
    "checklist.reason-missing",
    "VDA 6.3",
    catalogue="CHK-004",
    zh="{item} 的结果是{result}，但没有写原因",
    en="the result of {item} is '{result}', but no reason is given",
    do_zh="填写 reason",
    do_en="write the reason",
)
def reason_missing(entry: Entry[Checklist], records: Records) -> Iterator[Violation]:
    for number, _, decided, result in _results(entry):
        if result in UNANSWERED and not decided.reason:
            yield entry.at("items", number, "audit", "result", item=number, result=RESULT.label(result))


@rule(
    "checklist.nonconforming-without-finding",
    "ISO 19011 6.4.7",
    catalogue="CHK-005",
    zh="{item} 的结果是{result}，但没有对应的发现项",
    en="the result of {item} is '{result}', but no finding belongs to it",
    do_zh="在 findings.yaml 登记发现项，并写 item_refs: [{item}]",
    do_en="record the finding in findings.yaml with 'item_refs: [{item}]'",
    at="onsite_done",
)
def nonconforming_without_finding(entry: Entry[Checklist], records: Records) -> Iterator[Violation]:
    for number, item, _, result in _results(entry):
        if result in NONCONFORMING and not _linked(entry.key, number, item, records):
            yield entry.at("items", number, "audit", "result", item=number, result=RESULT.label(result))


@rule(
    "checklist.result-differs-from-finding",
    "ISO 19011 6.4.7",
    catalogue="CHK-005",
    zh="{item} 的结果是{result}，与发现项 {findings} 的类别或等级不符",
    en="the result of {item} is '{result}', which neither type nor grade of {findings} agrees with",
    do_zh="请更正检查结果，或更正发现项的 type 和 grade",
    do_en="correct the result, or type and grade of the finding",
)
def result_differs_from_finding(entry: Entry[Checklist], records: Records) -> Iterator[Violation]:
    for number, item, _, result in _results(entry):
        linked = _linked(entry.key, number, item, records)
        graver = any(one.type == "nc" for one in linked.values()) and result not in NONCONFORMING
        unlike = not any(_agrees(result, one) for one in linked.values()) and result not in UNANSWERED and result != "conform"
        if linked and (graver or unlike):
            label = RESULT.label(result)
            yield entry.at("items", number, "audit", "result", item=number, result=label, findings=tuple(linked))


def _agrees(result: str, finding: Finding) -> bool:
    """Whether a finding is what a result says; grades of a scheme with words of its own agree with any nonconformity."""
    if result in NONCONFORMING:
        return finding.type == "nc" and (finding.grade == result or finding.grade not in NONCONFORMING)
    return finding.type == result


def _linked(audit_id: str, number: str, item: Item, records: Records) -> dict[str, Finding]:
    """The findings of a question, whichever side names the other."""
    named = item.audit.findings if item.audit else ()
    linked = {reference: finding for reference in named if (finding := finding_at(records, audit_id, reference))}
    for reference, finding in findings_of(records, audit_id).items():
        if number in finding.item_refs:
            linked[reference] = finding
    return linked


@rule(
    "checklist.result-missing",
    "000 四",
    catalogue="CHK-006",
    zh="{item} 没有现场结果",
    en="{item} has no result of the audit on site",
    do_zh="写 audit: {example}；没有审到的写 not_evaluated 和 reason",
    do_en="write audit: {example}; for what was not looked at write not_evaluated and a 'reason'",
    at="onsite_done",
)
def result_missing(entry: Entry[Checklist], records: Records) -> Iterator[Violation]:
    for number, item in entry.record.items.items():
        if item.audit is None or not item.audit.result:
            yield entry.at_name("items", number, item=number, example="{result: conform}")


@rule(
    "checklist.ready-without-evidence",
    "001i 4.3.3",
    catalogue="CHK-007",
    zh="{item} 的准备状态是已就绪，但没有列出证据",
    en="{item} is marked as ready, but no evidence is listed",
    do_zh="在 prep 的 evidence 下列出资料名称和编号",
    do_en="list name and number of the documents below 'evidence' of 'prep'",
    severity="warning",
)
def ready_without_evidence(entry: Entry[Checklist], records: Records) -> Iterator[Violation]:
    for number, item in entry.record.items.items():
        if item.prep and item.prep.status == "ready" and not item.prep.evidence:
            yield entry.at("items", number, "prep", "status", item=number)


CHECKLIST = RecordType(
    name="checklist",
    title=Words("检查表", "Checklist"),
    model=Checklist,
    path="audits/{year}/{audit}/checklist.yaml",
    key="{audit}",
    scope="{audit}",
    owner="QA",
    confidentiality="internal",
    retention="CA-3Y",
    lives=("audit",),
    rules=(
        *FOLDER_RULES,
        missing,
        unknown_clause,
        owner_department_missing,
        owner_missing,
        owner_of_another_department,
        reason_missing,
        nonconforming_without_finding,
        result_differs_from_finding,
        result_missing,
        ready_without_evidence,
        *SCORING_RULES,
    ),
    starts_with=(
        "template",
        "source",
        "items.customer_ref",
        "items.text",
        "items.clause_refs",
        "items.owner_department",
        "items.owner",
        "items.prep.answer",
        "items.prep.evidence",
        "items.prep.status",
    ),
    shown_to_customers=True,
)
