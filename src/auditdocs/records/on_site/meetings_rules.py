"""What the meetings' record must say (MTG-001, MTG-002)."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.field import label
from auditdocs.problem import Words
from auditdocs.records.audit.audit_folder import FOLDER_RULES
from auditdocs.records.audit.audit_life import planned_end
from auditdocs.records.lacking import lacking
from auditdocs.records.on_site.finding import findings_of
from auditdocs.records.on_site.meetings import ClosingMeeting, DailyMeeting, Meetings, Opening
from auditdocs.records.preparation.audit_plan import AuditPlan
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.room import RecordType, rule
from auditdocs.source import Loc


@rule(
    "meeting.opening-incomplete",
    "ISO 19011 6.4.3",
    catalogue="MTG-001",
    zh="首次会议没有写{label}（{field}）",
    en="the opening meeting lacks: {label} ({field})",
    do_zh="请填写 {field}",
    do_en="fill in {field}",
    at="in_progress",
)
def opening_incomplete(entry: Entry[Meetings], records: Records) -> Iterator[Violation]:
    opening = entry.record.opening
    if opening is None or opening.start is None:  # then the milestone itself is missing
        return
    for name, words in lacking(opening.attendees, "ours", "customer").items():
        yield entry.at("opening", "attendees", field=f"attendees.{name}", label=words)
    for name, words in lacking(opening, "attendees", "agenda").items():
        yield entry.at("opening", name, field=name, label=words)


@rule(
    "meeting.ends-before-it-starts",
    "ISO 19011 6.4",
    catalogue="AUD-006",
    zh="“{meeting}”的结束 {end} 不晚于开始 {start}",
    en="'{meeting}' ends at {end}, not after it starts at {start}",
    do_zh="请更正 start 或 end",
    do_en="correct 'start' or 'end'",
)
def ends_before_it_starts(entry: Entry[Meetings], records: Records) -> Iterator[Violation]:
    for loc, meeting in _held(entry.record):
        if meeting and meeting.start and meeting.end and meeting.end <= meeting.start:
            yield entry.at(*loc, "end", meeting=label(Meetings, str(loc[0])), start=meeting.start, end=meeting.end)


def _held(meetings: Meetings) -> Iterator[tuple[Loc, Opening | DailyMeeting | ClosingMeeting | None]]:
    """Every meeting with its place in the record."""
    yield ("opening",), meetings.opening
    for index, one in enumerate(meetings.daily):
        yield ("daily", index), one
    yield ("closing",), meetings.closing


@rule(
    "meeting.closed-before-the-last-session",
    "ISO 19011 6.4.10",
    catalogue="MTG-002",
    zh="末次会议 {closing} 已结束，场次 {session} 计划到 {end}",
    en="the closing meeting was over at {closing}, but the session {session} is planned until {end}",
    do_zh="更正会议时间，或在日程中更正该场次",
    do_en="correct the time of the meeting, or the session in the plan",
    at="onsite_done",
)
def closed_before_the_last_session(entry: Entry[Meetings], records: Records) -> Iterator[Violation]:
    plan, closing = records.get(AuditPlan, entry.key), entry.record.closing
    opening = entry.record.opening
    if plan is None or closing is None or closing.end is None:
        return
    if opening and opening.start and closing.end < opening.start:  # then the meetings themselves are out of order
        return
    sheet = records.get(ContactSheet, entry.key)
    last = planned_end(sheet, records) if sheet else None
    for number, session in plan.record.sessions.items():
        is_closing = session.stage in ("closing", "break") or (session.start is not None and session.start == closing.start)
        is_outside = session.start is not None and last is not None and session.start.date() > last  # said of the session
        if not is_closing and not is_outside and session.end and session.end > closing.end:
            yield entry.at("closing", "end", closing=closing.end, session=number, end=session.end)
            return


@rule(
    "meeting.findings-not-presented",
    "ISO 19011 6.4.10",
    catalogue="MTG-002",
    zh="没有写明末次会议宣布了发现项",
    en="it is not recorded that the closing meeting presented the findings",
    do_zh="宣布后写 findings_presented: true",
    do_en="write findings_presented: true once they were presented",
    at="onsite_done",
)
def findings_not_presented(entry: Entry[Meetings], records: Records) -> Iterator[Violation]:
    if entry.record.closing and entry.record.closing.findings_presented is not True:
        yield entry.at("closing", "findings_presented")


@rule(
    "meeting.no-response-deadline",
    "ISO 19011 6.4.10",
    catalogue="MTG-002",
    zh="末次会议没有约定回复期限",
    en="the closing meeting set no deadline for our response",
    do_zh="写 response_deadline: 日期；客户说以书面报告为准时写 deadline_by_report: true",
    do_en="write response_deadline: a date; where the written report will set it, write deadline_by_report: true",
    at="onsite_done",
)
def no_response_deadline(entry: Entry[Meetings], records: Records) -> Iterator[Violation]:
    closing = entry.record.closing
    if closing is None or closing.response_deadline or closing.deadline_by_report:
        return
    if any(finding.type != "good_practice" for finding in findings_of(records, entry.key).values()):
        yield entry.at("closing", "response_deadline")


@rule(
    "meeting.deadline-before-closing",
    "ISO 19011 6.4.10",
    catalogue="MTG-002",
    zh="回复期限 {deadline} 早于末次会议 {closing}",
    en="the deadline {deadline} lies before the closing meeting on {closing}",
    do_zh="请更正 response_deadline",
    do_en="correct response_deadline",
)
def deadline_before_closing(entry: Entry[Meetings], records: Records) -> Iterator[Violation]:
    closing: ClosingMeeting | None = entry.record.closing
    if closing and closing.end and closing.response_deadline and closing.response_deadline < closing.end.date():
        yield entry.at("closing", "response_deadline", deadline=closing.response_deadline, closing=closing.end.date())


MEETINGS = RecordType(
    name="meetings",
    title=Words("首末次会议", "Opening and closing meetings"),
    model=Meetings,
    path="audits/{year}/{audit}/meetings.yaml",
    key="{audit}",
    scope="{audit}",
    owner="QA",
    confidentiality="internal",
    retention="CA-3Y",
    lives=("audit",),
    rules=(
        *FOLDER_RULES,
        opening_incomplete,
        ends_before_it_starts,
        closed_before_the_last_session,
        findings_not_presented,
        no_response_deadline,
        deadline_before_closing,
    ),
    starts_with=(
        "opening",
        "closing",
    ),
    shown_to_customers=True,
)
