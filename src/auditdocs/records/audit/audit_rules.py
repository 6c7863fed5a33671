"""What quality's record of an audit must say, and what must be done before it is closed (AUD-001 to AUD-013)."""

from collections.abc import Iterator
from datetime import date

from auditdocs.calendar import add_days
from auditdocs.entry import Entry, Records, Violation
from auditdocs.field import label
from auditdocs.problem import Words
from auditdocs.records.audit.audit import Audit, closed_on
from auditdocs.records.audit.audit_folder import FOLDER_RULES
from auditdocs.records.audit.audit_life import are_dates_sound, planned_end, planned_start
from auditdocs.records.audit.audit_turns import TURN_RULES
from auditdocs.records.base import approval
from auditdocs.records.cars.car import Car
from auditdocs.records.house.organization import parameters
from auditdocs.records.house.person import Person
from auditdocs.records.lacking import first_lacking
from auditdocs.records.on_site.meetings import Meetings
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.room import RecordType, rule

AuditEntry = Entry[Audit]


@rule(
    "audit.record-missing",
    "001i 4.1.1",
    catalogue="AUD-007",
    zh="没有 audit.yaml，质量部签收联络单时应建立",
    en="there is no audit.yaml, which quality writes when it signs for the contact sheet",
    do_zh="运行 auditdocs new audit {audit}，写明 coordinator 和 grading_scheme",
    do_en="run `auditdocs new audit {audit}`; write coordinator and grading_scheme",
    at="accepted",
    on="contact_sheet",
)
def record_missing(entry: Entry[ContactSheet], records: Records) -> Iterator[Violation]:
    if records.is_absent(Audit, entry.key):
        yield entry.at("approvals", audit=entry.key)


@rule(
    "audit.coordinator-missing",
    "001i 4.1.1",
    catalogue="AUD-007",
    zh="没有写协调人",
    en="no coordinator is named",
    do_zh="写质量部人员的编号，如 coordinator: P0102",
    do_en="write the id of somebody of quality, like coordinator: P0102",
    at="accepted",
)
def coordinator_missing(entry: AuditEntry, records: Records) -> Iterator[Violation]:
    if entry.record.coordinator is None:
        yield entry.at("coordinator")


@rule(
    "audit.coordinator-not-quality",
    "001i 4.1.1",
    catalogue="AUD-007",
    zh="协调人 {person} 自 {day} 起不在质量部任职",
    en="the coordinator {person} holds no post in quality from {day} on",
    do_zh="指定质量部在职人员",
    do_en="name somebody who works in quality",
)
def coordinator_not_quality(entry: AuditEntry, records: Records) -> Iterator[Violation]:
    number, sheet = entry.record.coordinator, records.get(ContactSheet, entry.key)
    person = records.get(Person, number) if number else None
    since = _taken_over(sheet) if sheet else None
    if number and person and since and not _serves_quality(person.record, since, entry.record.closed.date if entry.record.closed else None):
        yield entry.at("coordinator", person=number, day=since)


def _taken_over(sheet: Entry[ContactSheet]) -> date | None:
    """When quality took the audit over, or would at the latest."""
    received = approval(sheet.record, "received")
    return received.at.date() if received else sheet.record.planned_start


def _serves_quality(person: Person, since: date, until: date | None) -> bool:
    """Whether somebody worked in quality at some time of the audit: a coordinator may have taken it over later."""
    if person.left_on and person.left_on < since:
        return False
    posts = (post for post in person.posts if post.department == "QA")
    return any((post.to is None or post.to >= since) and (until is None or post.from_ is None or post.from_ <= until) for post in posts)


@rule(
    "audit.objective-not-measurable",
    "000 1.2",
    catalogue="AUD-009",
    zh="审核目标没有写 {field}（{label}），无法判断是否达到",
    en="the objective lacks {field} ({label}): nobody can say whether it was reached",
    do_zh="请填写 {field}",
    do_en="fill in {field}",
    severity="warning",
)
def objective_not_measurable(entry: AuditEntry, records: Records) -> Iterator[Violation]:
    for index, objective in enumerate(entry.record.objectives):
        for name, words in first_lacking(objective, "measure", "target").items():
            yield entry.at("objectives", index, "text", field=name, label=words)


@rule(
    "audit.closed-with-open-car",
    "001i 6.4.2",
    catalogue="AUD-010",
    zh="审核已关闭，但 {car} 没有关闭",
    en="the audit is closed, but {car} is not",
    do_zh="先关闭或作废该 CAR，再关闭审核",
    do_en="close or void the CAR first, then the audit",
)
def closed_with_open_car(entry: AuditEntry, records: Records) -> Iterator[Violation]:
    """Before the audit is closed, each open CAR is a to-do of its own."""
    for car in records.all(Car, entry.key) if closed_on(entry.record) else ():
        if _is_open(car.record):
            yield entry.at("closed", "date", car=car.key)


def _is_open(car: Car) -> bool:
    was_reopened = car.reopened is not None and car.closed_on is not None and car.closed_on <= car.reopened.date
    return car.void is None and (car.closed_on is None or was_reopened)


@rule(
    "audit.closing-meeting-before-opening",
    "ISO 19011 6.4",
    catalogue="AUD-006",
    zh="末次会议 {closing} 开始，首次会议 {opening} 才结束",
    en="the closing meeting began at {closing}, before the opening meeting ended at {opening}",
    do_zh="请更正会议时间",
    do_en="correct the times of the meetings",
    at="onsite_done",
    on="meetings",
)
def closing_meeting_before_opening(entry: Entry[Meetings], records: Records) -> Iterator[Violation]:
    opening, closing = entry.record.opening, entry.record.closing
    if not (opening and closing and opening.start and opening.end and closing.start and closing.end):
        return
    is_in_order_at_least = opening.start <= closing.end  # else the milestones themselves are out of order
    if is_in_order_at_least and closing.start < opening.end:
        yield entry.at("closing", "start", closing=closing.start, opening=opening.end)


@rule(
    "audit.far-from-plan",
    "001i 6.1.1",
    catalogue="AUD-002",
    zh="“{meeting}”在 {actual} 召开，计划是 {planned}，相差超过 {limit} 天，也没有延期记录",
    en="'{meeting}' took place on {actual}, planned was {planned}: more than {limit} days apart, and no postponement is recorded",
    do_zh="更正日期，或在 audit.yaml 的 postponed 下记录延期",
    do_en="correct the date, or record the postponement below 'postponed' in audit.yaml",
    on="meetings",
)
def far_from_plan(entry: Entry[Meetings], records: Records) -> Iterator[Violation]:
    sheet, audit = records.get(ContactSheet, entry.key), records.get(Audit, entry.key)
    is_put_off = audit is not None and audit.record.postponed and audit.record.postponed[-1].new_start is None
    if sheet is None or is_put_off or not are_dates_sound(sheet, records):
        return
    opening, closing = entry.record.opening, entry.record.closing
    limit = parameters(records).audit_date_tolerance_cd
    dates = (
        ("opening", "start", opening.start if opening else None, planned_start(sheet, records)),
        ("closing", "end", closing.end if closing else None, planned_end(sheet, records)),
    )
    for meeting, name, actual, planned in dates:
        if actual and planned and not add_days(planned, -limit) <= actual.date() <= add_days(planned, limit):
            yield entry.at(meeting, name, meeting=label(Meetings, meeting), actual=actual, planned=planned, limit=limit)
            return


def due_in(entry: Entry[Audit]) -> Iterator[str]:
    """The year in which an audit asks for the next: the index of due re-audits."""
    if entry.record.next_audit_due:
        yield str(entry.record.next_audit_due.year)


AUDIT = RecordType(
    name="audit",
    title=Words("审核", "Audit"),
    model=Audit,
    path="audits/{year}/{audit}/audit.yaml",
    key="{audit}",
    scope="{audit}",
    owner="QA",
    confidentiality="internal",
    retention="CA-3Y",
    lives=("audit",),
    indexes={"due in": due_in},
    rules=(
        *FOLDER_RULES,
        record_missing,
        coordinator_missing,
        coordinator_not_quality,
        objective_not_measurable,
        *TURN_RULES,
        closed_with_open_car,
        closing_meeting_before_opening,
        far_from_plan,
    ),
    starts_with=(
        "direction",
        "coordinator",
        "management_contact",
        "label",
        "grading_scheme",
        "objectives.text",
        "objectives.measure",
        "objectives.target",
    ),
    shown_to_customers=True,
)
