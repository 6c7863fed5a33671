"""The dates a CAR promises: by the profile, by the customer's word, soon due, overdue (CAR-004, CAR-018)."""

from collections.abc import Iterator
from datetime import date, datetime

from auditdocs.entry import Entry, Records, Violation
from auditdocs.records.audit.audit import where_we_are_audited
from auditdocs.records.audit.conclusion import Conclusion
from auditdocs.records.cars.car import Car, Dues
from auditdocs.records.cars.car_answers import DUE
from auditdocs.records.cars.car_findings import is_fast_track, is_for_customer, profile_of, reckoned_issue
from auditdocs.records.deadlines import dues
from auditdocs.records.house.organization import is_near
from auditdocs.records.on_site.meetings import Meetings
from auditdocs.room import rule
from auditdocs.state import Standing, standing

REACHED_AT = {
    "containment": "contained",
    "root_cause": "analysed",
    "plan": "planned",
    "customer_response": "planned",
    "implementation": "implemented",
    "verification": "verified",
    "customer_close": "closed",
}


def _starts(entry: Entry[Car], records: Records) -> dict[str, date | datetime]:
    """The facts a profile counts from, those that are recorded."""
    car, meetings = entry.record, records.get(Meetings, entry.scope)
    closing = meetings.record.closing if meetings else None
    accepted = next((one.decided_at for one in reversed(car.responses) if one.decision == "accepted"), None)
    starts = {
        "issued": reckoned_issue(records, entry),
        "received": car.received_on,
        "closing_meeting": closing.end if closing else None,
        "approved": accepted,
    }
    return {name: start for name, start in starts.items() if start}


def _is_extended(car: Car, name: str, due: date) -> bool:
    """Whether an approved extension reaches this date."""
    return any(one.which == name and one.approved_by and one.to and one.to >= due for one in car.extensions)


@rule(
    "car.due-later-than-profile",
    "ISO 9001 10.2.1",
    catalogue="CAR-004",
    zh="{step}期限 {due} 晚于期限方案规定的 {latest}，且没有批准的延期",
    en="the date for '{step}', {due}, is later than the profile's {latest}, and no extension was approved",
    do_zh="请改早，或在 extensions 登记延期；方案后来变了时不必改",
    do_en="set it earlier or record an extension; leave it where the profile changed later",
    severity="warning",
)
def due_later_than_profile(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    profile = profile_of(records, entry)
    latest = dues(profile, _starts(entry, records)) if profile else {}
    for name, limit in latest.items():
        due = getattr(entry.record.due, name, None)
        if due and due > limit.day and not limit.provisional and not _is_extended(entry.record, name, due):
            yield entry.at("due", name, step=DUE.label(name), due=due, latest=limit.day)


@rule(
    "car.due-provisional",
    "ISO 9001 10.2.1",
    catalogue="CAR-004",
    zh="{step}期限 {due} 为暂定：按工作日推算，而其间有一年的日历尚未公布",
    en="the date for '{step}', {due}, is provisional: it counts working days of a year whose calendar is not published yet",
    do_zh="官方日历公布后更新 chinesecalendar，再核对期限",
    do_en="once the official calendar is out, update chinesecalendar and look at the date again",
    severity="warning",
)
def due_provisional(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    profile = profile_of(records, entry)
    latest = dues(profile, _starts(entry, records)) if profile else {}
    for name, due in open_dues(entry, records):
        if name in latest and latest[name].provisional and not _is_extended(entry.record, name, due):
            yield entry.at("due", name, step=DUE.label(name), due=due)


@rule(
    "car.due-after-customer-date",
    "001i 6.4.3",
    catalogue="CAR-004",
    zh="回复客户期限 {due} 晚于客户要求的 {customer_date}",
    en="the date for the response to the customer, {due}, is later than the customer's {customer_date}",
    do_zh="请改为客户要求的日期或更早；客户同意延后的登记在 extensions",
    do_en="set the customer's date or an earlier one; where the customer agreed to a later one record an extension",
)
@where_we_are_audited
def due_after_customer_date(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    conclusion = records.get(Conclusion, entry.scope)
    customer_date = conclusion.record.customer_due_date if conclusion else None
    due = entry.record.due.customer_response if entry.record.due else None
    if not due or not customer_date or not is_for_customer(entry.record):
        return
    if conclusion and conclusion.record.received_at and customer_date < conclusion.record.received_at.date():
        return  # then the customer's date itself is wrong, and that is said
    if due > customer_date and not _is_extended(entry.record, "customer_response", due):
        yield entry.at("due", "customer_response", due=due, customer_date=customer_date)


@rule(
    "car.containment-due-late",
    "8D D3",
    catalogue="CAR-004",
    zh="围堵措施的期限 {due} 晚于 CAR 的围堵期限 {limit}",
    en="the containment is due on {due}, later than {limit}, by which the CAR promises it",
    do_zh="请改早，或先登记围堵期限的延期",
    do_en="set it earlier, or record an extension of the CAR's date first",
    severity="warning",
)
def containment_due_late(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    limit, issued_on = entry.record.due.containment if entry.record.due else None, entry.record.issued_on
    if limit is None or (issued_on and limit < issued_on):
        return  # then the CAR's own date is wrong, and that is said
    for index, one in enumerate(entry.record.containment):
        if one.due and one.due > limit:
            yield entry.at("containment", index, "due", due=one.due, limit=limit)


@rule(
    "car.overdue",
    "ISO 9001 10.2.1",
    catalogue="CAR-018",
    zh="{step}已逾期：期限 {due}",
    en="'{step}' is overdue since {due}",
    do_zh="完成后登记日期；需要延后时登记延期",
    do_en="record when it was done, or record an extension",
    severity="warning",
)
def overdue(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    passed = [(due, name) for name, due in open_dues(entry, records) if records.has_passed(due)]
    if passed:  # the first says it: what follows waits for it
        due, name = min(passed)
        yield entry.at("due", name, step=DUE.label(name), due=due)


@rule(
    "car.due-soon",
    "ISO 9001 10.2.1",
    catalogue="CAR-018",
    zh="{step}期限 {due} 临近",
    en="'{step}' is due on {due}",
    todo_only=True,
)
def due_soon(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    where = standing(records, entry, "car")
    upcoming = where.next if where else None
    told = upcoming.planned(entry, records) if upcoming and upcoming.planned else None  # the next step is a to-do already
    for name, due in open_dues(entry, records):
        if due != told and is_near(due, records) and not records.has_passed(due):
            yield entry.at("due", name, step=DUE.label(name), due=due)


def open_dues(entry: Entry[Car], records: Records) -> Iterator[tuple[str, date]]:
    """The promised dates whose step is not reached yet."""
    where = standing(records, entry, "car")
    if where is None or _is_over(where) or not entry.record.issued_on:
        return
    skipped = ("containment", "root_cause") if is_fast_track(records, entry) else ()
    for name in Dues.model_fields:
        due: date | None = getattr(entry.record.due, name, None)
        if due and name not in skipped and not where.has_reached(REACHED_AT[name]):
            yield name, due


def _is_over(where: Standing) -> bool:
    return where.state == "closed" or (where.side is not None and where.side.ends)


DUE_RULES = (
    due_later_than_profile,
    due_provisional,
    due_after_customer_date,
    containment_due_late,
    overdue,
    due_soon,
)
