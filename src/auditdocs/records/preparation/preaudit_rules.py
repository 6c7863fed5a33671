"""What a pre-audit must have looked at before the customer comes: a plan, every department twice, earlier CARs (PRP-002, AUD-012)."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Words
from auditdocs.records.audit.audit import where_we_are_audited
from auditdocs.records.audit.audit_departments import allocated_departments, is_announced
from auditdocs.records.audit.audit_folder import FOLDER_RULES
from auditdocs.records.audit.audit_life import are_dates_sound, planned_start
from auditdocs.records.cars.car import is_external
from auditdocs.records.cars.unsettled import unsettled_cars
from auditdocs.records.house.person import Person, departments_on
from auditdocs.records.lacking import lacking
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.records.preparation.preaudit import METHOD, Preaudit, PreauditPlan
from auditdocs.records.preparation.preaudit_gap_rules import GAP_RULES
from auditdocs.records.preparation.preaudit_six_s_rules import SIX_S_RULES
from auditdocs.room import RecordType, rule

PreauditEntry = Entry[Preaudit]


@rule(
    "preaudit.missing",
    "001i 6.2.1",
    catalogue="PRP-002",
    zh="还没有内部预审 preaudit.yaml",
    en="there is no pre-audit (preaudit.yaml)",
    do_zh="运行 auditdocs new preaudit {audit}，写预审方案，再登记自查和互查的结果",
    do_en="run `auditdocs new preaudit {audit}`; write its plan, then the results of self and mutual checks",
    at="ready",
    on="contact_sheet",
)
@where_we_are_audited
def missing(entry: Entry[ContactSheet], records: Records) -> Iterator[Violation]:
    if is_announced(records, entry.key) and records.is_absent(Preaudit, entry.key):
        yield entry.at("planned_start", audit=entry.key)


@rule(
    "preaudit.plan-incomplete",
    "001i 6.2.1",
    catalogue="PRP-002",
    zh="预审方案没有写{label}（{field}）",
    en="the plan of the pre-audit lacks: {label} ({field})",
    do_zh="请在 plan 下填写 {field}",
    do_en="fill in {field} below 'plan'",
    at="ready",
)
def plan_incomplete(entry: PreauditEntry, records: Records) -> Iterator[Violation]:
    for name, words in lacking(entry.record.plan or PreauditPlan(), "method", "team", "start", "scope").items():
        yield entry.at("plan", name, field=name, label=words)


@rule(
    "preaudit.ends-before-it-starts",
    "001i 6.2.1",
    catalogue="PRP-002",
    zh="预审结束 {end} 早于开始 {start}",
    en="the pre-audit ends on {end}, before it starts on {start}",
    do_zh="请更正 start 或 end",
    do_en="correct 'start' or 'end'",
)
def ends_before_it_starts(entry: PreauditEntry, records: Records) -> Iterator[Violation]:
    plan = entry.record.plan
    if plan and plan.start and plan.end and plan.end < plan.start:
        yield entry.at("plan", "end", start=plan.start, end=plan.end)


@rule(
    "preaudit.check-missing",
    "001i 6.2.2",
    catalogue="PRP-002",
    zh="{department} 还没有{methods}",
    en="{department} has not been checked yet by: {methods}",
    do_zh="检查后在 results 下登记 type 和 department；没有发现问题也登记一行",
    do_en="record the check below 'results' with type and department; where nothing is missing, too",
    at="ready",
)
def check_missing(entry: PreauditEntry, records: Records) -> Iterator[Violation]:
    done = {(one.department, one.type) for one in entry.record.results}
    for department in allocated_departments(records, entry.key):
        methods = tuple(METHOD.label(name) for name in ("self", "mutual") if (department, name) not in done)
        if methods:
            yield entry.at("results", department=department, methods=methods)


@rule(
    "preaudit.mutual-check-by-own-department",
    "001i 6.2.2",
    catalogue="PRP-002",
    zh="第 {number} 行是互查，检查人 {checker} 在 {day} 却只属于被查部门 {department}",
    en="row {number} is a mutual check, but on {day} the checker {checker} belonged to the department checked, {department}, only",
    do_zh="互查由其他部门的人员做；本部门自己查的写 type: self",
    do_en="a mutual check is done by somebody of another department; for their own write type: self",
)
def mutual_check_by_own_department(entry: PreauditEntry, records: Records) -> Iterator[Violation]:
    for index, one in enumerate(entry.record.results):
        checker = records.get(Person, one.checker) if one.checker and one.type == "mutual" else None
        if checker and one.checked_on and departments_on(checker.record, one.checked_on) == (one.department,):
            facts = {"checker": checker.key, "department": one.department}
            yield entry.at("results", index, "checker", number=index + 1, day=one.checked_on, **facts)


@rule(
    "preaudit.checked-after-start",
    "001i 6.2.2",
    catalogue="PRP-006",
    zh="第 {number} 行在 {day} 检查，审核 {start} 已开始",
    en="row {number} was checked on {day}, after the audit began on {start}",
    do_zh="预审在客户审核之前进行，请更正日期",
    do_en="a pre-audit comes before the audit: correct the date",
)
def checked_after_start(entry: PreauditEntry, records: Records) -> Iterator[Violation]:
    sheet = records.get(ContactSheet, entry.key)
    start = planned_start(sheet, records) if sheet else None
    if sheet is None or start is None or not are_dates_sound(sheet, records):
        return
    for index, one in enumerate(entry.record.results):
        if one.checked_on and one.checked_on > start:
            yield entry.at("results", index, "checked_on", number=index + 1, day=one.checked_on, start=start)


@rule(
    "preaudit.earlier-car-not-listed",
    "ISO 19011 6.3.1",
    catalogue="AUD-012",
    zh="{car} 来自该客户的上次审核 {audit}，{state}，预审没有列出",
    en="{car} of the customer's earlier audit {audit} {state}, but the pre-audit does not list it",
    do_zh="在 preaudit.yaml 的 earlier_cars 下写 - {car: {car}, progress: 进展}",
    do_en="below 'earlier_cars' in preaudit.yaml write - {car: {car}, progress: how far it is}",
    at="preparing",
    severity="warning",
    on="contact_sheet",
)
@where_we_are_audited
def earlier_car_not_listed(entry: Entry[ContactSheet], records: Records) -> Iterator[Violation]:
    preaudit = records.get(Preaudit, entry.key)
    listed = {one.car for one in preaudit.record.earlier_cars} if preaudit else set()
    for audit in _earlier_audits(entry, records):
        for car, state in unsettled_cars(records, audit, entry.record.planned_start):
            if car.key not in listed and not is_external(car.record):
                yield entry.at("previous_audit", car=car.key, audit=audit, state=state)


def _earlier_audits(entry: Entry[ContactSheet], records: Records) -> tuple[str, ...]:
    """The audit named as the previous one, and those of this customer in this year and the last."""
    year, sheet = int(entry.key[4:8]), entry.record
    of_years = (one for when in (year, year - 1) for one in records.where(ContactSheet, "customer and year", f"{sheet.customer} {when}"))
    start = sheet.planned_start
    earlier = [one.key for one in of_years if start and one.record.planned_start and one.record.planned_start < start]
    return tuple(dict.fromkeys((*((sheet.previous_audit,) if sheet.previous_audit else ()), *earlier)))


PREAUDIT = RecordType(
    name="preaudit",
    title=Words("内部预审", "Pre-audit"),
    model=Preaudit,
    path="audits/{year}/{audit}/preaudit.yaml",
    key="{audit}",
    scope="{audit}",
    owner="QA",
    confidentiality="internal",
    retention="CA-3Y",
    lives=("audit",),
    rules=(
        *FOLDER_RULES,
        missing,
        plan_incomplete,
        ends_before_it_starts,
        check_missing,
        mutual_check_by_own_department,
        checked_after_start,
        earlier_car_not_listed,
        *GAP_RULES,
        *SIX_S_RULES,
    ),
    starts_with=(
        "plan",
        "six_s_checks.area",
        "six_s_checks.department",
        "six_s_checks.checked_on",
        "six_s_checks.by",
        "six_s_checks.items",
        "results.type",
        "results.department",
        "results.checker",
        "results.checked_on",
        "results.gap",
        "results.action",
        "results.owner",
        "results.due",
        "earlier_cars",
    ),
)
