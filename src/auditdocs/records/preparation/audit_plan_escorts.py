"""Who escorts the visitors in each session, and who comes instead (PLN-003, PLN-004, PLN-007)."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.field import label
from auditdocs.problem import Facts
from auditdocs.records.audit.audit import is_inbound
from auditdocs.records.house.person import Person, departments_on
from auditdocs.records.preparation.audit_plan import AuditPlan, EscortChange, Session
from auditdocs.records.preparation.audit_plan_people import parallel_sessions
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.room import rule
from auditdocs.state import standing

Plan = Entry[AuditPlan]


def _needs_escort(session: Session, sheet: ContactSheet | None) -> bool:
    """Whether visitors are on site in this session."""
    mode = sheet.mode if sheet else None
    is_remote = mode == "remote" or (mode == "hybrid" and session.remote_link is not None)
    return session.stage != "break" and not is_remote


@rule(
    "plan.session-without-escort",
    "001i 6.2.1",
    catalogue="PLN-003",
    zh="场次 {session} 没有陪同人员",
    en="the session {session} has no escort",
    do_zh="写人员编号，如 escorts: [P0102]",
    do_en="write the ids of people, like escorts: [P0102]",
    at="ready",
)
def session_without_escort(entry: Plan, records: Records) -> Iterator[Violation]:
    sheet = records.get(ContactSheet, entry.key)
    for number, session in entry.record.sessions.items():
        is_due = not session.escorts and _needs_escort(session, sheet.record if sheet else None)
        if is_due and is_inbound(records, entry.key):
            yield entry.at("sessions", number, session=number)


@rule(
    "plan.fewer-escorts-than-groups",
    "001i 6.2.1",
    catalogue="PLN-004",
    zh="场次 {first} 和 {second} 同时进行，只有一组有陪同人员",
    en="the sessions {first} and {second} run at the same time, and only one group has an escort",
    do_zh="为场次 {lacking} 另安排陪同人员",
    do_en="find another escort for the session {lacking}",
    severity="warning",
)
def fewer_escorts_than_groups(entry: Plan, records: Records) -> Iterator[Violation]:
    """Told while the plan is being made; from the opening meeting on a session without an escort is an error of its own."""
    found, sheet = standing(records, entry, "audit"), records.get(ContactSheet, entry.key)
    if found is None or sheet is None or found.is_due("ready") or not is_inbound(records, entry.key):
        return
    for first, second in parallel_sessions(entry.record):
        pair = [(number, entry.record.sessions[number]) for number in (first, second)]
        lacking = [number for number, session in pair if not session.escorts and _needs_escort(session, sheet.record)]
        if len(lacking) == 1:
            yield entry.at("sessions", lacking[0], first=first, second=second, lacking=lacking[0])


@rule(
    "plan.escort-change-incomplete",
    "001i 6.3.3",
    catalogue="PLN-007",
    zh="场次 {session} 的陪同变更没有写 {field}（{label}）",
    en="the change of escort in the session {session} lacks {field} ({label})",
    do_zh="请填写 {field}",
    do_en="fill in {field}",
    at="accepted",
)
def escort_change_incomplete(entry: Plan, records: Records) -> Iterator[Violation]:
    for number, index, change in _changes(entry, records):
        for name in ("from_", "to", "reason", "notified_at", "notified_to"):
            if not getattr(change, name):
                typed = name.rstrip("_")
                yield entry.at("sessions", number, "escort_changes", index, session=number, field=typed, label=label(EscortChange, name))


@rule(
    "plan.escort-replaced-by-himself",
    "001i 6.3.3",
    catalogue="PLN-007",
    zh="场次 {session} 的陪同变更中，替补 {person} 就是原陪同人员",
    en="the change of escort in the session {session} replaces {person} by the same person",
    do_zh="请更正 from 或 to",
    do_en="correct 'from' or 'to'",
)
def escort_replaced_by_himself(entry: Plan, records: Records) -> Iterator[Violation]:
    for number, index, change in _changes(entry, records):
        if change.to and change.to == change.from_:
            yield entry.at("sessions", number, "escort_changes", index, "to", session=number, person=change.to)


@rule(
    "plan.escort-change-not-in-session",
    "001i 6.3.3",
    catalogue="PLN-007",
    zh="场次 {session} 的陪同变更写 {before} 由 {after} 接替，而 escorts 写的是 {escorts}",
    en="the change of escort in the session {session} replaces {before} by {after}, but its escorts are {escorts}",
    do_zh="escorts 写变更后的陪同人员",
    do_en="let 'escorts' name who escorts it now",
)
def escort_change_not_in_session(entry: Plan, records: Records) -> Iterator[Violation]:
    for number, index, change in _changes(entry, records):
        session = entry.record.sessions[number]
        later = session.escort_changes[index + 1 :]
        has_come = change.to in session.escorts or any(one.from_ == change.to for one in later)
        has_gone = change.from_ not in session.escorts or any(one.to == change.from_ for one in later)
        if change.from_ and change.to and change.from_ != change.to and session.escorts and not (has_come and has_gone):
            facts: Facts = {"session": number, "before": change.from_, "after": change.to, "escorts": session.escorts}
            yield entry.at("sessions", number, "escort_changes", index, **facts)


@rule(
    "plan.escort-change-late",
    "001i 6.3.3",
    catalogue="PLN-007",
    zh="陪同变更 {notified_at} 才通知，场次 {session} 已于 {start} 开始",
    en="the change of escort was told at {notified_at}, but the session {session} began at {start}",
    do_zh="不能参加应在场次开始前通知质量部；请更正时间",
    do_en="who cannot come tells quality before the session begins; correct the time",
)
def escort_change_late(entry: Plan, records: Records) -> Iterator[Violation]:
    for number, index, change in _changes(entry, records):
        start = entry.record.sessions[number].start
        if start and change.notified_at and change.notified_at >= start:
            loc = ("sessions", number, "escort_changes", index, "notified_at")
            yield entry.at(*loc, session=number, notified_at=change.notified_at, start=start)


@rule(
    "plan.escort-change-not-told-to-quality",
    "001i 6.3.3",
    catalogue="PLN-007",
    zh="陪同变更通知了 {person}，此人在 {day} 不属于质量部",
    en="the change of escort was told to {person}, who did not belong to quality on {day}",
    do_zh="通知质量部并写其人员编号",
    do_en="tell quality, and write the id of who was told",
)
def escort_change_not_told_to_quality(entry: Plan, records: Records) -> Iterator[Violation]:
    for number, index, change in _changes(entry, records):
        person = records.get(Person, change.notified_to) if change.notified_to else None
        if person and change.notified_at and "QA" not in departments_on(person.record, change.notified_at.date()):
            loc = ("sessions", number, "escort_changes", index, "notified_to")
            yield entry.at(*loc, person=person.key, day=change.notified_at.date())


def _changes(entry: Plan, records: Records) -> Iterator[tuple[str, int, EscortChange]]:
    if is_inbound(records, entry.key):
        for number, session in entry.record.sessions.items():
            for index, change in enumerate(session.escort_changes):
                yield number, index, change


ESCORT_RULES = (
    session_without_escort,
    fewer_escorts_than_groups,
    escort_change_incomplete,
    escort_replaced_by_himself,
    escort_change_not_in_session,
    escort_change_late,
    escort_change_not_told_to_quality,
)
