"""Who guides in each session, and that nobody is in two places at once (PLN-002, PLN-005, AUD-003)."""

from collections.abc import Iterator
from itertools import combinations

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Free
from auditdocs.records.audit.audit import is_inbound
from auditdocs.records.house.person import Person, departments_on
from auditdocs.records.preparation.audit_plan import AuditPlan, Session
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.room import rule
from auditdocs.source import Loc
from auditdocs.state import standing

Plan = Entry[AuditPlan]
NO_GUIDE = ("opening", "closing", "break")  # nobody is audited in these


def overlap(one: Session, other: Session) -> bool:
    """Whether two sessions run at the same time; one may begin when the other ends."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.start < other.end and other.start < one.end


def parallel_sessions(plan: AuditPlan) -> Iterator[tuple[str, str]]:
    """Pairs of sessions that run at the same time, by number."""
    for (first, one), (second, other) in combinations(plan.sessions.items(), 2):
        if overlap(one, other):
            yield first, second


@rule(
    "plan.person-in-two-sessions",
    "001i 6.2.1",
    catalogue="PLN-002",
    zh="{person} 同时在场次 {first} 和 {second}",
    en="{person} is in the sessions {first} and {second} at the same time",
    do_zh="换一人，或错开时间",
    do_en="let somebody else do one of them, or move one",
)
def person_in_two_sessions(entry: Plan, records: Records) -> Iterator[Violation]:
    """Told once for a person in a session, however many others it clashes with."""
    sessions, told = entry.record.sessions, set[tuple[str, str]]()
    for first, second in parallel_sessions(entry.record):
        busy = {*sessions[first].escorts, *sessions[first].guides}
        for name in ("escorts", "guides"):
            for index, person in enumerate(getattr(sessions[second], name)):
                if person in busy and (second, person) not in told:
                    told.add((second, person))
                    yield entry.at("sessions", second, name, index, person=person, first=first, second=second)


@rule(
    "plan.session-without-guide",
    "001i 6.3.2",
    catalogue="PLN-005",
    zh="场次 {session} 没有受审部门的引导人员",
    en="the session {session} has no guide of the department audited",
    do_zh="由 {departments} 安排熟悉业务的员工：guides: [P0310]",
    do_en="let {departments} name staff who know the work: guides: [P0310]",
    at="ready",
)
def session_without_guide(entry: Plan, records: Records) -> Iterator[Violation]:
    for number, session in _audited(entry, records):
        if not session.guides:
            yield entry.at("sessions", number, session=number, departments=session.auditee_departments)


@rule(
    "plan.guide-is-escort",
    "001i 6.3.2",
    catalogue="PLN-005",
    zh="场次 {session} 的引导人员 {person} 同时是陪同人员",
    en="{person} is both guide and escort of the session {session}",
    do_zh="陪同和引导由不同的人担任",
    do_en="let escort and guide be different people",
    at="ready",
)
def guide_is_escort(entry: Plan, records: Records) -> Iterator[Violation]:
    for number, session in _audited(entry, records):
        if session.guides and set(session.guides) <= set(session.escorts):
            yield entry.at("sessions", number, "guides", 0, session=number, person=session.guides[0])


@rule(
    "plan.guide-of-other-department",
    "001i 6.3.2",
    catalogue="PLN-005",
    zh="场次 {session} 的引导人员 {people} 在 {day} 不属于受审部门 {departments}",
    en="the guides {people} of the session {session} did not belong to the department audited ({departments}) on {day}",
    do_zh="由受审部门安排引导人员",
    do_en="let the department audited name the guide",
    at="ready",
)
def guide_of_other_department(entry: Plan, records: Records) -> Iterator[Violation]:
    for number, session in _audited(entry, records):
        people = tuple(one for one in session.guides if one not in session.escorts)
        entries = [found for one in people if (found := records.get(Person, one))]
        if session.start is None or not people or len(entries) < len(people):
            continue
        day = session.start.date()
        if not any(set(departments_on(one.record, day)) & set(session.auditee_departments) for one in entries):
            facts = {"people": people, "departments": session.auditee_departments}
            yield entry.at("sessions", number, "guides", 0, session=number, day=day, **facts)


def _audited(entry: Plan, records: Records) -> Iterator[tuple[str, Session]]:
    """The sessions in which a department of ours is audited."""
    for number, session in entry.record.sessions.items():
        if session.auditee_departments and session.stage not in NO_GUIDE and is_inbound(records, entry.key):
            yield number, session


@rule(
    "plan.auditor-not-a-visitor",
    "records.md D.3.5",
    catalogue="REF-003",
    zh="场次 {session} 的审核员 {name} 不在联络单的来访人员中",
    en="the auditor {name} of the session {session} is none of the visitors of the contact sheet",
    do_zh="姓名照联络单写（{visitors}），或在联络单补上此人",
    do_en="write the name as on the contact sheet ({visitors}), or add the visitor there",
)
def auditor_not_a_visitor(entry: Plan, records: Records) -> Iterator[Violation]:
    sheet = records.get(ContactSheet, entry.key)
    names = tuple(one.name for one in sheet.record.visitors) if sheet and not sheet.record.names_pending else ()
    for number, session in entry.record.sessions.items() if names else ():
        for index, name in enumerate(session.auditors):
            if name not in names:
                yield entry.at("sessions", number, "auditors", index, session=number, name=Free(name), visitors=tuple(map(Free, names)))


@rule(
    "audit.shares-escort-or-place",
    "001i 6.2.1",
    catalogue="AUD-003",
    zh="场次 {session} 的 {what} 同时用于 {other}",
    en="{what} of the session {session} is taken by {other} at the same time",
    do_zh="换人或换地点，或错开时间",
    do_en="take somebody else or another place, or move the session",
    severity="warning",
)
def shares_escort_or_place(entry: Plan, records: Records) -> Iterator[Violation]:
    """Told in the later of the two audits."""
    for number, session in entry.record.sessions.items() if _takes_place(entry, records) else ():
        for loc, taken in _taken(session):
            for other in records.where(AuditPlan, "taken on a day", _on_day(taken, session)):
                there = _session_with(other.record, taken, session)
                if other.key < entry.key and there and _takes_place(other, records):
                    what = taken if loc[0] == "escorts" else Free(taken)
                    yield entry.at("sessions", number, *loc, session=number, what=what, other=f"{other.key}/{there}")


def _taken(session: Session) -> Iterator[tuple[Loc, str]]:
    """The escorts and the place a session takes, each with where it is written."""
    for index, person in enumerate(session.escorts):
        yield ("escorts", index), person
    if session.place:
        yield ("place",), str(session.place)


def all_taken(entry: Plan) -> Iterator[str]:
    """Who and which place is taken on which day, for the index that finds them taken twice."""
    for session in entry.record.sessions.values():
        for _, taken in _taken(session):
            yield _on_day(taken, session)


def _on_day(taken: str, session: Session) -> str:
    return f"{taken} {session.start.date() if session.start else ''}"


def _session_with(plan: AuditPlan, taken: str, session: Session) -> str | None:
    """The session of another audit that takes the same person or place at the same time."""
    found = (number for number, one in plan.sessions.items() if overlap(one, session))
    return next((number for number in found if taken in [name for _, name in _taken(plan.sessions[number])]), None)


def _takes_place(entry: Plan, records: Records) -> bool:
    """Whether an audit has not been cancelled, put off or broken off."""
    found = standing(records, entry, "audit")
    return found is not None and (found.side is None or found.side.name == "reopened")


PEOPLE_RULES = (
    auditor_not_a_visitor,
    person_in_two_sessions,
    session_without_guide,
    guide_is_escort,
    guide_of_other_department,
    shares_escort_or_place,
)
