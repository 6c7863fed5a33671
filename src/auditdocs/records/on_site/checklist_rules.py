"""What a checklist must say of its questions and their preparation (CHK-001 to CHK-003, CHK-007)."""

from collections.abc import Iterator
from datetime import date

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Words
from auditdocs.records.audit.audit_folder import FOLDER_RULES
from auditdocs.records.audit.audit_life import planned_start
from auditdocs.records.house.criterion import has_clause
from auditdocs.records.house.person import works_in
from auditdocs.records.on_site.checklist import Checklist
from auditdocs.records.on_site.checklist_result_rules import RESULT_RULES
from auditdocs.records.on_site.checklist_scoring_rules import SCORING_RULES
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
        ready_without_evidence,
        *RESULT_RULES,
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
