"""A CAR as it is issued: who issues it, to whom, about what, when (CAR-001 to CAR-003, CAR-022)."""

from collections.abc import Iterator
from itertools import pairwise

from auditdocs.calendar import working_days_between
from auditdocs.entry import Entry, Records, Violation
from auditdocs.records.audit.conclusion import Conclusion
from auditdocs.records.cars.car import INTERNAL, Car, Dues, day_of_issue, is_external
from auditdocs.records.cars.car_answers import DUE
from auditdocs.records.cars.car_findings import findings_of_car, is_fast_track
from auditdocs.records.house.organization import parameters
from auditdocs.records.house.person import works_in
from auditdocs.room import rule

TO_CUSTOMER = ("containment", "root_cause", "plan", "customer_response")  # the order of promises up to the answer …
TO_CLOSING = ("plan", "implementation", "verification", "customer_close")  # … and of those after it (001i 6.4.3)
WITHOUT_FINDING = frozenset((*INTERNAL, "complaint"))


@rule(
    "car.due-before-issue",
    "001i 6.4.1",
    catalogue="CAR-001",
    zh="{step}期限 {due} 早于开具日期 {issued_on}",
    en="the date for '{step}', {due}, lies before the day of issue, {issued_on}",
    do_zh="请更正期限或开具日期",
    do_en="correct the due date or the day of issue",
    firm=True,
)
def due_before_issue(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    issued_on = day_of_issue(entry.record)
    given = [(due, name) for name in Dues.model_fields if (due := getattr(entry.record.due, name, None))]
    asked = records.get(Conclusion, entry.scope)
    # a CAR issued after the customer's day is late, its date is not wrong
    promised = (asked.record.customer_due_date, "customer_response") if asked else None
    early = [(due, name) for due, name in given if issued_on and due < issued_on and (due, name) != promised]
    if len(early) > 1 and len(early) == len(given):  # then it is the day of issue that is wrong
        due, name = max(early)
        yield entry.at("issued_on", step=DUE.label(name), due=due, issued_on=issued_on or "")
        return
    for due, name in early:
        yield entry.at("due", name, step=DUE.label(name), due=due, issued_on=issued_on or "")


@rule(
    "car.dues-out-of-order",
    "001i 6.4.3",
    catalogue="CAR-001",
    zh="{step}期限 {due} 早于{earlier}期限 {before}",
    en="the date for '{step}', {due}, lies before that for '{earlier}', {before}",
    do_zh="围堵、原因分析、措施计划、回复客户依次不早于前一项；措施计划、实施、验证、客户关闭亦同",
    do_en="the order is containment, root cause, plan, customer response; and plan, implementation, verification, closing",
    firm=True,
)
def dues_out_of_order(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    for order in (TO_CUSTOMER, TO_CLOSING):
        issued_on = entry.record.issued_on  # what lies before the issue is said there
        given = [(name, due) for name in order if (due := getattr(entry.record.due, name, None)) and not (issued_on and due < issued_on)]
        for (earlier, before), (name, due) in pairwise(given):
            if due < before:
                yield entry.at("due", name, step=DUE.label(name), due=due, earlier=DUE.label(earlier), before=before)


@rule(
    "car.finding-missing",
    "001i 6.4.1",
    catalogue="CAR-002",
    casts_doubt=True,
    zh="CAR 没有写明针对哪个发现项",
    en="the CAR does not say which finding it answers",
    do_zh="填写 findings，如 findings: [F01]",
    do_en="write 'findings', such as [F01]",
    at="issued",
)
def finding_missing(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    if not entry.record.findings and entry.record.source not in WITHOUT_FINDING:
        yield entry.at()


@rule(
    "car.issuer-missing",
    "001i 6.4.1",
    catalogue="CAR-002",
    zh="没有写明开具人",
    en="it does not say who issued it",
    do_zh="填写 issued_by（质量部人员）",
    do_en="write 'issued_by', somebody of quality",
    at="issued",
)
def issuer_missing(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    if not entry.record.issued_by:
        yield entry.at("issued_on")


@rule(
    "car.issuer-not-quality",
    "001i 6.4.1",
    catalogue="CAR-002",
    zh="开具人 {issued_by} 在 {issued_on} 不属于质量部",
    en="{issued_by}, who issued it, is not of quality on {issued_on}",
    do_zh="CAR 由质量部开具：请更正 issued_by",
    do_en="quality issues CARs: correct 'issued_by'",
)
def issuer_not_quality(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    car = entry.record
    if car.issued_by and car.issued_on and not works_in(records, car.issued_by, "QA", car.issued_on):
        yield entry.at("issued_by", issued_by=car.issued_by, issued_on=car.issued_on)


@rule(
    "car.owner-missing",
    "001i 6.4.1",
    catalogue="CAR-002",
    zh="没有责任人",
    en="it has no owner",
    do_zh="填写 owner（责任部门的人员编号）",
    do_en="write 'owner', somebody of the responsible department",
    at="issued",
)
def owner_missing(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    if not entry.record.owner and not is_external(entry.record):
        yield entry.at_name("owner_department")


@rule(
    "car.owner-of-another-department",
    "001i 6.4.1",
    catalogue="CAR-002",
    zh="责任人 {owner} 在 {issued_on} 不属于责任部门 {department}",
    en="the owner {owner} is not of the responsible department {department} on {issued_on}",
    do_zh="请更正 owner 或 owner_department",
    do_en="correct 'owner' or 'owner_department'",
)
def owner_of_another_department(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    car = entry.record
    if car.owner and car.issued_on and not works_in(records, car.owner, car.owner_department, car.issued_on):
        yield entry.at("owner", owner=car.owner, issued_on=car.issued_on, department=car.owner_department)


@rule(
    "car.problem-missing",
    "001i 6.4.1",
    catalogue="CAR-002",
    zh="没有不符合描述",
    en="the problem is not stated",
    do_zh="填写 problem 下的 statement",
    do_en="write 'statement' below 'problem'",
    at="issued",
)
def problem_missing(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    if entry.record.problem is None or not entry.record.problem.statement:
        yield entry.at("problem")


@rule(
    "car.dues-missing",
    "001i 6.4.1",
    catalogue="CAR-002",
    zh="没有规定这些期限：{missing}",
    en="these dates are not set: {missing}",
    do_zh="在 due 下填写；auditdocs new car 会按等级的期限方案算出",
    do_en="write them below 'due'; `auditdocs new car` reckons them from the grade's deadline profile",
    at="issued",
)
def dues_missing(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    needed = ["plan", "implementation", "verification"]
    if not is_fast_track(records, entry):
        needed = ["containment", "root_cause", *needed]
    missing = tuple(DUE.label(name) for name in needed if not getattr(entry.record.due, name, None))
    if missing:
        yield entry.at("due", missing=missing)


@rule(
    "car.issued-before-finding",
    "001i 6.4.1",
    catalogue="CAR-003",
    zh="开具日期 {issued_on} 早于发现项 {finding} 的提出日期 {raised}",
    en="it was issued on {issued_on}, before finding {finding} was raised on {raised}",
    do_zh="请更正 issued_on，或发现项的 raised_at",
    do_en="correct 'issued_on', or 'raised_at' of the finding",
)
def issued_before_finding(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    issued_on = entry.record.issued_on
    for number, finding in findings_of_car(records, entry).items():
        if issued_on and _is_own(number, entry) and finding.raised_at and issued_on < finding.raised_at.date():
            yield entry.at("issued_on", issued_on=issued_on, finding=number, raised=finding.raised_at.date())


@rule(
    "car.issued-late",
    "001i 6.4.1",
    catalogue="CAR-003",
    zh="收到审核结论（{received}）后第 {days} 个工作日才开具，规定 {allowed} 个工作日内",
    en="it was issued {days} working days after the conclusion was received ({received}); {allowed} are allowed",
    do_zh="以后请及时开具；日期写错时更正",
    do_en="issue sooner next time; correct the date if it is wrong",
    severity="warning",
)
def issued_late(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    conclusion = records.get(Conclusion, entry.scope)
    received = conclusion.record.received_at if conclusion else None
    issued_on, allowed = day_of_issue(entry.record), parameters(records).car_issue_wd
    if received and issued_on and entry.record.source not in WITHOUT_FINDING:
        days = working_days_between(received.date(), issued_on).count
        if days > allowed:
            yield entry.at("issued_on", received=received.date(), days=days, allowed=allowed)


@rule(
    "car.finding-of-another-audit",
    "001i 6.4.1",
    catalogue="CAR-022",
    casts_doubt=True,
    zh="发现项 {finding} 属于另一次审核",
    en="finding {finding} belongs to another audit",
    do_zh="一张 CAR 只针对本审核的发现项；以前的同类发现写在发现项的 similar_to",
    do_en="a CAR answers findings of its own audit only; name earlier ones in 'similar_to' of the finding",
)
def finding_of_another_audit(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    for index, reference in enumerate(entry.record.findings):
        if not _is_own(reference, entry):
            yield entry.at("findings", index, finding=reference)


def _is_own(reference: str, entry: Entry[Car]) -> bool:
    """Whether a finding is of the CAR's own audit."""
    return reference.rpartition("/")[0] in ("", entry.scope)


ISSUE_RULES = (
    due_before_issue,
    dues_out_of_order,
    finding_missing,
    issuer_missing,
    issuer_not_quality,
    owner_missing,
    owner_of_another_department,
    problem_missing,
    dues_missing,
    issued_before_finding,
    issued_late,
    finding_of_another_audit,
)
