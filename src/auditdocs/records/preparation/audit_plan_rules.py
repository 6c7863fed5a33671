"""What the plan of an audit must provide for: its sessions and their changes (PLN-001, PLN-006); here all its rules come together."""

from collections.abc import Iterator
from datetime import date

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Free, Words
from auditdocs.records.audit.audit import is_inbound
from auditdocs.records.audit.audit_folder import FOLDER_RULES
from auditdocs.records.audit.audit_life import are_dates_sound, planned_end, planned_start
from auditdocs.records.house.organization import parameters
from auditdocs.records.lacking import first_lacking, lacking
from auditdocs.records.on_site.meetings import Meetings
from auditdocs.records.preparation.audit_plan import STAGE, AuditPlan
from auditdocs.records.preparation.audit_plan_escorts import ESCORT_RULES
from auditdocs.records.preparation.audit_plan_fitness import FITNESS_RULES
from auditdocs.records.preparation.audit_plan_people import PEOPLE_RULES, all_taken
from auditdocs.records.preparation.audit_plan_remote import REMOTE_RULES
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.records.preparation.contact_sheet_visitors import auditors_of
from auditdocs.room import RecordType, rule

Plan = Entry[AuditPlan]
SESSION_EXAMPLES = {"stage": "process", "start": "2026-09-08T09:00", "end": "2026-09-08T12:00"}

AGENDA = Words("按客户日程写各场次、陪同和引导人员", "the sessions of the customer's agenda, their escorts and guides")
AGENDA_OF_OURS = Words("写各场次和我司稽核员", "the sessions and our auditors in each")


@rule(
    "plan.missing",
    "001i 4.1.2",
    catalogue="PLN-001",
    zh="还没有审核日程 plan.yaml",
    en="there is no plan of the audit (plan.yaml)",
    do_zh="运行 auditdocs new plan {audit}，{content}",
    do_en="run `auditdocs new plan {audit}`; write {content}",
    at="ready",
    on="contact_sheet",
)
def missing(entry: Entry[ContactSheet], records: Records) -> Iterator[Violation]:
    if records.is_absent(AuditPlan, entry.key):
        yield entry.at("planned_start", audit=entry.key, content=AGENDA if is_inbound(records, entry.key) else AGENDA_OF_OURS)


@rule(
    "plan.without-meeting",
    "001i 6.3.1",
    catalogue="PLN-001",
    zh="日程没有{stage}",
    en="the plan has no session '{stage}'",
    do_zh="加一场 stage: {name}",
    do_en="add a session with stage: {name}",
    at="ready",
)
def without_meeting(entry: Plan, records: Records) -> Iterator[Violation]:
    stages = {session.stage for session in entry.record.sessions.values()}
    for name in ("opening", "closing"):
        if name not in stages:
            yield entry.at_name("sessions", stage=STAGE.label(name), name=name)


@rule(
    "plan.session-without-time",
    "001i 6.3.1",
    catalogue="PLN-001",
    zh="场次 {session} 没有写 {field}（{label}）",
    en="the session {session} lacks {field} ({label})",
    do_zh="写如 {field}: {example}",
    do_en="write it like {field}: {example}",
    at="ready",
)
def session_without_time(entry: Plan, records: Records) -> Iterator[Violation]:
    for number, session in entry.record.sessions.items():
        for name, words in lacking(session, *SESSION_EXAMPLES).items():
            yield entry.at("sessions", number, session=number, field=name, label=words, example=SESSION_EXAMPLES[name])


@rule(
    "plan.session-ends-before-it-starts",
    "001i 6.3.1",
    catalogue="PLN-001",
    zh="场次 {session} 的结束 {end} 不晚于开始 {start}",
    en="the session {session} ends at {end}, not after it starts at {start}",
    do_zh="请更正 start 或 end",
    do_en="correct 'start' or 'end'",
)
def session_ends_before_it_starts(entry: Plan, records: Records) -> Iterator[Violation]:
    for number, session in entry.record.sessions.items():
        if session.start and session.end and session.end <= session.start:
            yield entry.at("sessions", number, "end", session=number, start=session.start, end=session.end)


@rule(
    "plan.session-outside-dates",
    "001i 6.3.1",
    catalogue="PLN-001",
    zh="场次 {session} 在 {day}，不在审核日期 {first} 至 {last} 内",
    en="the session {session} is on {day}, outside the audit's dates {first} to {last}",
    do_zh="更正场次的日期；审核延期写入 audit.yaml 的 postponed",
    do_en="correct the session's date; where the audit was postponed, record it below 'postponed' in audit.yaml",
    at="ready",
)
def session_outside_dates(entry: Plan, records: Records) -> Iterator[Violation]:
    sheet = records.get(ContactSheet, entry.key)
    first, last = (planned_start(sheet, records), planned_end(sheet, records)) if sheet else (None, None)
    if sheet is None or first is None or last is None or not are_dates_sound(sheet, records):
        return
    days = {number: session.start.date() for number, session in entry.record.sessions.items() if session.start}
    outside = {number: day for number, day in days.items() if not first <= day <= last}
    together = (tuple(outside),) if len(outside) == len(days) > 1 else tuple((number,) for number in outside)
    for numbers in together:  # where all lie outside that is one thing
        yield entry.at("sessions", numbers[0], "start", session=numbers, day=days[numbers[0]], first=first, last=last)


@rule(
    "plan.revision-not-confirmed",
    "001i 6.3.1",
    catalogue="PLN-006",
    zh="日程变更没有写 {field}（{label}）",
    en="the change of the plan lacks {field} ({label})",
    do_zh="与审核员沟通确认后填写 {field}",
    do_en="agree it with the auditor and fill in {field}",
    at="ready",
)
def revision_not_confirmed(entry: Plan, records: Records) -> Iterator[Violation]:
    for index, revision in enumerate(entry.record.revisions):
        for name, words in first_lacking(revision, "changed", "reason", "confirmed_with", "confirmed_at").items():
            yield entry.at("revisions", index, name, field=name, label=words)


@rule(
    "plan.revision-confirmed-late",
    "001i 6.3.1",
    catalogue="PLN-006",
    zh="日程变更 {confirmed_at} 才确认，首次会议 {opening} 已开始",
    en="the change of the plan was confirmed at {confirmed_at}, after the opening meeting began at {opening}",
    do_zh="变更须在首次会议开始前确认；审核中经审核员同意的变更写 during_audit: true",
    do_en="changes are confirmed before the opening meeting; for one the auditor agreed to during the audit write during_audit: true",
)
def revision_confirmed_late(entry: Plan, records: Records) -> Iterator[Violation]:
    meetings, sheet = records.get(Meetings, entry.key), records.get(ContactSheet, entry.key)
    opening = meetings.record.opening.start if meetings and meetings.record.opening else None
    if opening and sheet and not _is_near_plan(opening.date(), sheet, records):  # then the meeting's own date is doubtful
        return
    for index, revision in enumerate(entry.record.revisions):
        if opening and revision.confirmed_at and revision.confirmed_at >= opening and not revision.during_audit:
            yield entry.at("revisions", index, "confirmed_at", confirmed_at=revision.confirmed_at, opening=opening)


def _is_near_plan(day: date, sheet: Entry[ContactSheet], records: Records) -> bool:
    start, limit = planned_start(sheet, records), parameters(records).audit_date_tolerance_cd
    return start is None or abs((day - start).days) <= limit


@rule(
    "plan.revision-confirmed-by-other",
    "001i 6.3.1",
    catalogue="PLN-006",
    zh="日程变更由 {name} 确认，联络单的审核员中没有此人",
    en="the change of the plan was confirmed by {name}, who is none of the auditors of the contact sheet",
    do_zh="与审核员（{auditors}）确认，姓名照联络单写",
    do_en="agree it with an auditor ({auditors}), named as on the contact sheet",
)
def revision_confirmed_by_other(entry: Plan, records: Records) -> Iterator[Violation]:
    sheet = records.get(ContactSheet, entry.key)
    auditors = auditors_of(sheet.record) if sheet and not sheet.record.names_pending else ()
    for index, revision in enumerate(entry.record.revisions):
        name = revision.confirmed_with
        if auditors and name and name not in auditors:
            yield entry.at("revisions", index, "confirmed_with", name=Free(name), auditors=tuple(map(Free, auditors)))


AUDIT_PLAN = RecordType(
    name="audit_plan",
    title=Words("审核日程", "Audit plan"),
    model=AuditPlan,
    path="audits/{year}/{audit}/plan.yaml",
    key="{audit}",
    scope="{audit}",
    owner="QA",
    confidentiality="internal",
    retention="CA-3Y",
    lives=("audit",),
    rules=(
        *FOLDER_RULES,
        missing,
        without_meeting,
        session_without_time,
        session_ends_before_it_starts,
        session_outside_dates,
        revision_not_confirmed,
        revision_confirmed_late,
        revision_confirmed_by_other,
        *ESCORT_RULES,
        *FITNESS_RULES,
        *PEOPLE_RULES,
        *REMOTE_RULES,
    ),
    indexes={"taken on a day": all_taken},
    starts_with=(
        "agenda_source",
        "sessions.stage",
        "sessions.start",
        "sessions.end",
        "sessions.place",
        "sessions.site",
        "sessions.process",
        "sessions.auditors",
        "sessions.auditee_departments",
        "sessions.escorts",
        "sessions.guides",
    ),
    shown_to_customers=True,
)
