"""What the preparation meeting must settle: who came, which documents are ready, by when (PRP-001, PRP-005, PRP-006)."""

from collections.abc import Iterator
from datetime import date

from auditdocs.entry import Entry, Records, Violation
from auditdocs.field import label
from auditdocs.problem import Words
from auditdocs.records.audit.audit_departments import allocated_departments
from auditdocs.records.audit.audit_folder import FOLDER_RULES
from auditdocs.records.audit.audit_life import are_dates_sound, planned_start
from auditdocs.records.house.person import works_in
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.records.preparation.prep_meeting import DocumentRequest, PrepMeeting, Task, represented
from auditdocs.room import RecordType, rule
from auditdocs.source import Loc

Meeting = Entry[PrepMeeting]


@rule(
    "prep-meeting.chair-missing",
    "001i 6.2.1",
    catalogue="PRP-001",
    zh="没有写准备会议的主持人",
    en="it is not said who chaired the preparation meeting",
    do_zh="写质量部人员的编号，如 chair: P0102",
    do_en="write the id of somebody of quality, like chair: P0102",
    at="preparing",
)
def chair_missing(entry: Meeting, records: Records) -> Iterator[Violation]:
    if entry.record.at and entry.record.chair is None:
        yield entry.at("chair")


@rule(
    "prep-meeting.chair-not-quality",
    "001i 6.2.1",
    catalogue="PRP-001",
    zh="准备会议由 {person} 主持，此人在 {day} 不属于质量部",
    en="the preparation meeting was chaired by {person}, who did not belong to quality on {day}",
    do_zh="准备会议由质量部召开，请更正 chair",
    do_en="quality holds the preparation meeting: correct 'chair'",
)
def chair_not_quality(entry: Meeting, records: Records) -> Iterator[Violation]:
    chair, day = entry.record.chair, _held_on(entry)
    if chair and day and not works_in(records, chair, "QA", day):
        yield entry.at("chair", person=chair, day=day)


def _held_on(entry: Meeting) -> date | None:
    return entry.record.at.date() if entry.record.at else None


@rule(
    "prep-meeting.department-absent",
    "001i 6.2.1",
    catalogue="PRP-001",
    zh="{departments} 有审核内容要准备，但准备会议上没有人代表",
    en="{departments} has questions to prepare, but nobody spoke for it at the preparation meeting",
    do_zh="在 attendees 下补上出席人员；没有来的写 present: false 和 excuse",
    do_en="add who came below 'attendees'; for those who did not, write present: false and their 'excuse'",
    at="preparing",
)
def department_absent(entry: Meeting, records: Records) -> Iterator[Violation]:
    day = _held_on(entry)
    if day is None:  # then the meeting itself is still to come
        return
    there = {code for attendee in entry.record.attendees for code in represented(records, attendee, day)}
    missing = tuple(code for code in allocated_departments(records, entry.key) if code not in there)
    if missing:
        yield entry.at("attendees", departments=missing)


@rule(
    "prep-meeting.absent-without-excuse",
    "001i 6.2.1",
    catalogue="PRP-001",
    zh="{person} 没有出席准备会议，也没有写原因",
    en="{person} was not at the preparation meeting, and no excuse is recorded",
    do_zh="写请假原因 excuse，或由本部门其他人出席",
    do_en="write the 'excuse', or let somebody else of the department come",
    at="preparing",
)
def absent_without_excuse(entry: Meeting, records: Records) -> Iterator[Violation]:
    for index, attendee in enumerate(entry.record.attendees):
        if not attendee.present and not attendee.excuse:
            yield entry.at("attendees", index, "present", person=attendee.person)


@rule(
    "prep-meeting.document-open",
    "001i 4.3.3",
    catalogue="PRP-005",
    zh="资料清单第 {number} 项还没有准备好",
    en="document {number} of the list is not ready",
    do_zh="准备好后写 status: ready；不需要的写 status: na 和 reason",
    do_en="write status: ready once it is; for one that is not needed, status: na and the 'reason'",
    at="ready",
)
def document_open(entry: Meeting, records: Records) -> Iterator[Violation]:
    for index, request in enumerate(entry.record.document_requests):
        if request.status == "open":
            yield entry.at("document_requests", index, "status", number=index + 1)


@rule(
    "prep-meeting.not-applicable-without-reason",
    "001i 4.3.3",
    catalogue="PRP-005",
    zh="资料清单第 {number} 项写为不适用，但没有写原因",
    en="document {number} of the list is called not applicable, but no reason is given",
    do_zh="请填写 reason",
    do_en="write the 'reason'",
)
def not_applicable_without_reason(entry: Meeting, records: Records) -> Iterator[Violation]:
    for index, request in enumerate(entry.record.document_requests):
        if request.status == "na" and not request.reason:
            yield entry.at("document_requests", index, "status", number=index + 1)


@rule(
    "prep-meeting.due-after-start",
    "001i 6.2.1",
    catalogue="PRP-006",
    zh="{label} {due} 晚于审核开始 {start}",
    en="{label}: {due} lies after the audit begins on {start}",
    do_zh="准备在审核开始前完成，请更正日期",
    do_en="what is prepared is prepared by the day the audit begins: correct the date",
)
def due_after_start(entry: Meeting, records: Records) -> Iterator[Violation]:
    sheet = records.get(ContactSheet, entry.key)
    start = planned_start(sheet, records) if sheet else None
    if sheet is None or start is None or not are_dates_sound(sheet, records):
        return
    opened = records.is_known("meetings", entry.key)  # then the order of the life's marks speaks of the meeting itself
    for loc, words, due in _days(entry.record):
        if due and due > start and not (opened and loc == ("at",)):
            yield entry.at(*loc, label=words, due=due, start=start)


def _days(meeting: PrepMeeting) -> Iterator[tuple[Loc, Words, date | None]]:
    """The day of the meeting, and every day by which something is to be ready, with its place and name."""
    yield ("at",), label(PrepMeeting, "at"), meeting.at.date() if meeting.at else None
    yield ("preparation_due",), label(PrepMeeting, "preparation_due"), meeting.preparation_due
    for index, request in enumerate(meeting.document_requests):
        yield ("document_requests", index, "due"), _numbered(DocumentRequest, "document", index), request.due
    for index, task in enumerate(meeting.tasks):
        yield ("tasks", index, "due"), _numbered(Task, "what", index), task.due


def _numbered(model: type[DocumentRequest] | type[Task], name: str, index: int) -> Words:
    words = label(model, name)
    return Words(f"{words.zh} {index + 1} 的期限", f"the due date of {words.en.lower()} {index + 1}")


PREP_MEETING = RecordType(
    name="prep_meeting",
    title=Words("审核准备会议", "Preparation meeting"),
    model=PrepMeeting,
    path="audits/{year}/{audit}/prep_meeting.yaml",
    key="{audit}",
    scope="{audit}",
    owner="QA",
    confidentiality="internal",
    retention="CA-3Y",
    lives=("audit",),
    rules=(
        *FOLDER_RULES,
        chair_missing,
        chair_not_quality,
        department_absent,
        absent_without_excuse,
        document_open,
        not_applicable_without_reason,
        due_after_start,
    ),
    starts_with=(
        "at",
        "place",
        "chair",
        "attendees.person",
        "attendees.present",
        "preparation_due",
        "document_requests.document",
        "document_requests.department",
        "document_requests.owner",
        "document_requests.due",
        "decisions",
        "tasks.what",
        "tasks.owner",
        "tasks.due",
    ),
)
