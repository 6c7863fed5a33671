"""Whether the result was told, by quality, in time, to every department concerned (AUD-011, AUD-014)."""

from collections.abc import Iterator

from auditdocs.calendar import working_days_between
from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Words
from auditdocs.records.audit.audit_folder import FOLDER_RULES
from auditdocs.records.audit.notification import Notification
from auditdocs.records.cars.car import Car
from auditdocs.records.house.organization import parameters
from auditdocs.records.house.person import works_in
from auditdocs.records.lacking import lacking
from auditdocs.records.on_site.confirmed_findings import confirmed
from auditdocs.records.on_site.finding import Findings
from auditdocs.records.on_site.meetings import Meetings
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.room import RecordType, rule

NotificationEntry = Entry[Notification]


@rule(
    "notification.missing",
    "001i 4.1.4",
    catalogue="AUD-011",
    zh="审核结果还没有通报：没有 notification.yaml",
    en="the result of the audit was not told to the departments: there is no notification.yaml",
    do_zh="运行 auditdocs new notification {audit}",
    do_en="run `auditdocs new notification {audit}`",
    at="follow_up",
    on="contact_sheet",
)
def missing(entry: Entry[ContactSheet], records: Records) -> Iterator[Violation]:
    if records.is_absent(Notification, entry.key):
        yield entry.at("planned_end", audit=entry.key)


@rule(
    "notification.incomplete",
    "001i 4.1.4",
    catalogue="AUD-011",
    zh="结果通报缺少 {field}（{label}）",
    en="the notification of the result lacks {field} ({label})",
    do_zh="请填写 {field}",
    do_en="fill in {field}",
    at="follow_up",
)
def incomplete(entry: NotificationEntry, records: Records) -> Iterator[Violation]:
    for name, words in lacking(entry.record, "at", "by", "recipients", "summary").items():
        yield entry.at(name, field=name, label=words)


@rule(
    "notification.not-by-quality",
    "001i 4.1.4",
    catalogue="AUD-011",
    zh="结果由 {by} 通报，此人在 {day} 不属于质量部",
    en="{by}, who told the result, is not of quality on {day}",
    do_zh="由质量部通报：请更正 by",
    do_en="quality tells the result: correct 'by'",
)
def not_by_quality(entry: NotificationEntry, records: Records) -> Iterator[Violation]:
    by, at = entry.record.by, entry.record.at
    if by and at and not works_in(records, by, "QA", at.date()):
        yield entry.at("by", by=by, day=at.date())


@rule(
    "notification.late",
    "001i 4.1.4",
    catalogue="AUD-014",
    zh="末次会议（{closing}）后第 {days} 个工作日才通报结果，规定 {allowed} 个工作日内",
    en="the result was told {days} working days after the closing meeting ({closing}); {allowed} are allowed",
    do_zh="以后请及时通报；日期写错时更正",
    do_en="tell it sooner next time; correct the date if it is wrong",
    severity="warning",
)
def late(entry: NotificationEntry, records: Records) -> Iterator[Violation]:
    meetings, at = records.get(Meetings, entry.key), entry.record.at
    closing = meetings.record.closing.end if meetings and meetings.record.closing else None
    if at is None or closing is None:
        return
    days, allowed = working_days_between(closing.date(), at.date()).count, parameters(records).notification_wd
    if days > allowed:
        yield entry.at("at", closing=closing.date(), days=days, allowed=allowed)


@rule(
    "notification.before-the-closing-meeting",
    "001i 4.1.4",
    catalogue="HYG-003",
    zh="结果于 {at} 通报，早于末次会议结束 {closing}",
    en="the result was told at {at}, before the closing meeting ended at {closing}",
    do_zh="请更正 at",
    do_en="correct 'at'",
)
def before_the_closing_meeting(entry: NotificationEntry, records: Records) -> Iterator[Violation]:
    meetings, at = records.get(Meetings, entry.key), entry.record.at
    closing = meetings.record.closing.end if meetings and meetings.record.closing else None
    if at and closing and at < closing:
        yield entry.at("at", at=at, closing=closing)


@rule(
    "notification.department-not-told",
    "001i 4.1.4",
    catalogue="AUD-011",
    severity="warning",
    zh="{number} 的责任部门 {department} 没有收到结果通报",
    en="the department {department}, responsible for {number}, was not told the result",
    do_zh="在 recipients 中补上 {department}，并补发通报",
    do_en="add {department} to 'recipients', and tell it",
    at="follow_up",
)
def department_not_told(entry: NotificationEntry, records: Records) -> Iterator[Violation]:
    findings = records.get(Findings, entry.key)
    missed: dict[str, str] = {}
    for number, finding in confirmed(findings, records) if findings else ():
        for department in finding.departments:
            if department not in entry.record.recipients and finding.type != "good_practice":
                missed.setdefault(department, number)
    for department, number in missed.items() if entry.record.recipients else ():
        yield entry.at("recipients", number=number, department=department)


@rule(
    "notification.car-of-another-audit",
    "001i 4.1.4",
    catalogue="REF-003",
    zh="{car} 不是本次审核的 CAR",
    en="{car} is no CAR of this audit",
    do_zh="请更正 car_list",
    do_en="correct 'car_list'",
)
def car_of_another_audit(entry: NotificationEntry, records: Records) -> Iterator[Violation]:
    ours = records.keys(Car, entry.key)
    for index, car in enumerate(entry.record.car_list):
        if car not in ours and not records.is_absent(Car, car):
            yield entry.at("car_list", index, car=car)


NOTIFICATION = RecordType(
    name="notification",
    title=Words("审核结果通报", "Notification of the result"),
    model=Notification,
    path="audits/{year}/{audit}/notification.yaml",
    key="{audit}",
    scope="{audit}",
    owner="QA",
    confidentiality="confidential",
    retention="CA-3Y",
    lives=("audit",),
    rules=(
        *FOLDER_RULES,
        missing,
        incomplete,
        not_by_quality,
        late,
        before_the_closing_meeting,
        department_not_told,
        car_of_another_audit,
    ),
    starts_with=("at", "by", "recipients", "summary"),
)
