"""What the customer's conclusion must say, and where its counts differ from our findings (CON-001 to CON-004)."""

from collections.abc import Iterable, Iterator
from datetime import date

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Words
from auditdocs.records.audit.audit import is_inbound, where_we_are_audited
from auditdocs.records.audit.audit_folder import FOLDER_RULES
from auditdocs.records.audit.conclusion import CUSTOMER_DECISION, Conclusion
from auditdocs.records.cars.car import Car
from auditdocs.records.lacking import lacking
from auditdocs.records.on_site.confirmed_findings import is_confirmed
from auditdocs.records.on_site.finding import Finding, findings_of
from auditdocs.room import RecordType, rule

ConclusionEntry = Entry[Conclusion]


def counted(findings: Iterable[Finding], name: str) -> int:
    """How many findings have this type (`nc`), this grade (`minor`), or both (`nc_minor`)."""
    return sum(name in (one.type, one.grade, f"{one.type}_{one.grade}") for one in findings)


@rule(
    "conclusion.incomplete",
    "001i 6.4.1",
    catalogue="CON-001",
    zh="审核结论缺少 {field}（{label}）",
    en="the conclusion lacks {field} ({label})",
    do_zh="请填写 {field}{how}",
    do_en="fill in {field}{how}",
    at="concluded",
)
def incomplete(entry: ConclusionEntry, records: Records) -> Iterator[Violation]:
    asked = ("source", "document") if is_inbound(records, entry.key) else ("source",)  # the document of our own is the report
    for name, words in lacking(entry.record, *asked).items():
        yield entry.at(name, field=name, label=words, how=_how_to_attach(entry.path) if name == "document" else "")


def _how_to_attach(path: str) -> Words:
    zh = f"：先运行 auditdocs attach 文件 {path}，再写文件在 attachments/ 下的路径"
    return Words(zh, f": first `auditdocs attach FILE {path}`, then write the file's path below attachments/")


@rule(
    "conclusion.count-differs",
    "001i 6.4.1",
    catalogue="CON-002",
    zh="客户写 {name} 有 {stated} 项，发现项中有 {ours} 项",
    en="the customer states {stated} of {name}, our findings have {ours}",
    do_zh="核对 findings.yaml；客户的数字保留，差异会打印出来",
    do_en="check findings.yaml; the customer's figure stays, and the difference is printed",
    severity="warning",
)
def count_differs(entry: ConclusionEntry, records: Records) -> Iterator[Violation]:
    findings = [one for number, one in findings_of(records, entry.key).items() if is_confirmed(records, entry.key, number)]
    for name, stated in entry.record.counts.items():
        ours = counted(findings, name)
        if ours != stated:
            yield entry.at("counts", name, name=name, stated=stated, ours=ours)


@rule(
    "conclusion.approved-with-critical-finding",
    "001i 6.4.1",
    catalogue="CON-003",
    zh="结论是“{decision}”，但致命不符合 {number} 还没有关闭",
    en="the decision is '{decision}', although the critical finding {number} is open",
    do_zh="同客户核实决定",
    do_en="ask the customer whether this is the decision",
    severity="warning",
)
def approved_with_critical_finding(entry: ConclusionEntry, records: Records) -> Iterator[Violation]:
    if entry.record.decision != "approved":
        return
    day = entry.record.received_at.date() if entry.record.received_at else None
    for number, finding in findings_of(records, entry.key).items():
        if finding.grade == "critical" and not _is_settled(records, entry.key, number, day):
            yield entry.at("decision", decision=CUSTOMER_DECISION.label("approved"), number=number)


def _is_settled(records: Records, audit: str, number: str, day: date | None) -> bool:
    """Whether every CAR of a finding was closed when the conclusion came."""
    cars = [car.record for car in records.all(Car, audit) if number in car.record.findings]
    return bool(cars) and all(car.void or (car.closed_on and (day is None or car.closed_on <= day)) for car in cars)


@rule(
    "conclusion.due-before-receipt",
    "001i 6.4.3",
    catalogue="CON-004",
    zh="客户要求回复日期 {due} 早于收到结论的 {received}",
    en="the customer wants the response by {due}, before the conclusion was received on {received}",
    do_zh="请更正 customer_due_date 或 received_at",
    do_en="correct customer_due_date or received_at",
    at="concluded",
)
@where_we_are_audited
def due_before_receipt(entry: ConclusionEntry, records: Records) -> Iterator[Violation]:
    due, received = entry.record.customer_due_date, entry.record.received_at
    if due and received and due < received.date():
        yield entry.at("customer_due_date", due=due, received=received.date())


CONCLUSION = RecordType(
    name="conclusion",
    title=Words("客户审核结论", "Customer's conclusion"),
    model=Conclusion,
    path="audits/{year}/{audit}/conclusion.yaml",
    key="{audit}",
    scope="{audit}",
    owner="QA",
    confidentiality="confidential",
    retention="CA-3Y",
    lives=("audit",),
    rules=(*FOLDER_RULES, incomplete, count_differs, approved_with_critical_finding, due_before_receipt),
    starts_with=(
        "source",
        "received_at",
        "received_by",
        "document",
        "score",
        "grade",
        "decision",
        "strengths",
        "summary",
        "customer_due_date",
        "counts",
    ),
    shown_to_customers=True,
)
