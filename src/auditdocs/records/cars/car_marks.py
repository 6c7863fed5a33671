"""The facts of a CAR's record → when each step of its way was reached, and what turned it."""

from collections.abc import Iterable, Iterator
from datetime import date

from auditdocs.entry import Entry, Records
from auditdocs.records.cars.car import Car
from auditdocs.records.cars.car_measures import CorrectiveAction
from auditdocs.records.cars.submission import is_accepted, is_to_close, result_of, submissions_of
from auditdocs.records.marks import fact_mark
from auditdocs.room import Mark
from auditdocs.source import Loc
from auditdocs.state import day_of

CarEntry = Entry[Car]
SENT = "sent_to_customer_at"


def actions_of(car: Car) -> Iterator[tuple[Loc, CorrectiveAction]]:
    """The corrective and preventive actions, each with its place."""
    for name, actions in (("corrective_actions", car.corrective_actions), ("preventive_actions", car.preventive_actions)):
        for index, action in enumerate(actions):
            yield (name, index), action


def issued(entry: CarEntry, records: Records) -> Mark | None:
    """The day of issue."""
    return fact_mark(entry, "issued_on")


def received(entry: CarEntry, records: Records) -> Mark | None:
    """The day the department took it over."""
    return fact_mark(entry, "received_on")


def contained(entry: CarEntry, records: Records) -> Mark | None:
    """When the last containment was done, or that none is needed."""
    car = entry.record
    if car.containment_not_needed:
        return Mark(entry, ("containment_not_needed",))
    if any(one.done_on is None for one in car.containment):
        return None
    # what was done on the spot, before the CAR came, has contained it on the day it came
    return _not_before(_newest(entry, (("containment", index, "done_on") for index in range(len(car.containment)))), car.received_on)


def analysed(entry: CarEntry, records: Records) -> Mark | None:
    """When the analysis of causes was finished."""
    return fact_mark(entry, "root_cause", "completed_on")


def planned(entry: CarEntry, records: Records) -> Mark | None:
    """When the newest response was submitted."""
    return _newest(entry, (("responses", index, "submitted_at") for index in range(len(entry.record.responses))))


def plan_approved(entry: CarEntry, records: Records) -> Mark | None:
    """The decision on the newest round, where it is an acceptance."""
    responses = entry.record.responses
    if not responses or responses[-1].decision != "accepted":
        return None
    loc = ("responses", len(responses) - 1, "decided_at")
    return fact_mark(entry, *loc) or Mark(entry, loc)


def implemented(entry: CarEntry, records: Records) -> Mark | None:
    """The last action done, when none is left. A measure done before its plan was accepted counts from then."""
    car = entry.record
    accepted = plan_approved(entry, records)
    if not accepted and not car.implementation_check:
        return None
    since = day_of(accepted.moment) if accepted else None
    if not car.corrective_actions and car.no_action_justification:
        return Mark(entry, ("no_action_justification",), since)
    actions = tuple(actions_of(car))
    if not actions or any(action.done_on is None for _, action in actions):
        return None
    return _not_before(_newest(entry, ((*loc, "done_on") for loc, _ in actions)), since)


def verified(entry: CarEntry, records: Records) -> Mark | None:
    """When the implementation was found to be done."""
    check = entry.record.implementation_check
    return fact_mark(entry, "implementation_check", "date") if check and check.result == "pass" else None


def submitted(entry: CarEntry, records: Records) -> Mark | None:
    """When the newest package that asks the customer to close it was sent."""
    sent = [mark for one in submissions_of(records, entry) if is_to_close(one.record, entry.key) and (mark := fact_mark(one, SENT))]
    return max(sent, key=lambda mark: str(mark.moment), default=None)


def closed(entry: CarEntry, records: Records) -> Mark | None:
    """The day it was closed. That the customer confirmed it is a rule that holds this mark back (CAR-012)."""
    car = entry.record
    was_reopened = car.reopened and car.closed_on and car.closed_on <= car.reopened.date
    return None if was_reopened else fact_mark(entry, "closed_on")


def returned(entry: CarEntry, records: Records) -> Mark | None:
    """The newest answer, where it is a rejection: of the plan, of the effect, of the closing."""
    answers = sorted((*_told_to_sales(entry, records), *_answers(entry)), key=lambda one: day_of(one[0].moment) or date.min)
    return answers[-1][0] if answers and answers[-1][1] else None


def plan_anew(entry: CarEntry, records: Records) -> str:
    """A rejected plan is submitted anew; what else was returned is looked at again where it stands."""
    responses = entry.record.responses
    return "planned" if responses and responses[-1].decision == "rejected" else ""


def _told_to_sales(entry: CarEntry, records: Records) -> Iterator[tuple[Mark, bool]]:
    """What the customer answered to the packages the CAR was part of, and whether it was a rejection."""
    for one in submissions_of(records, entry):
        result, answer = result_of(one.record, entry.key), one.record.customer_response
        if answer and result and result.result:
            loc = ("customer_response", "results", entry.key, "result")
            yield Mark(one, loc, answer.at), not is_accepted(one.record, entry.key)


def _answers(entry: CarEntry) -> Iterator[tuple[Mark, bool]]:
    """Every answer in the order of the way, and whether it was a rejection."""
    car = entry.record
    for index, response in enumerate(car.responses):
        if response.decision:
            yield Mark(entry, ("responses", index, "decided_at"), response.decided_at), response.decision == "rejected"
    check, effect, confirmation = car.implementation_check, car.effectiveness, car.customer_confirmation
    if check and check.result:
        yield Mark(entry, ("implementation_check", "date"), check.date), check.result == "fail"
    if effect and effect.result:
        yield Mark(entry, ("effectiveness", "date"), effect.date), effect.result == "not_effective"
    if confirmation and confirmation.result:
        yield Mark(entry, ("customer_confirmation", "date"), confirmation.date), confirmation.result == "rejected"


def void(entry: CarEntry, records: Records) -> Mark | None:
    """The day it was declared void."""
    return fact_mark(entry, "void", "date")


def reopened(entry: CarEntry, records: Records) -> Mark | None:
    """The day it was opened again."""
    return fact_mark(entry, "reopened", "date")


def _newest(entry: CarEntry, locs: Iterable[Loc]) -> Mark | None:
    marks = [mark for loc in locs if (mark := fact_mark(entry, *loc))]
    return max(marks, key=lambda mark: day_of(mark.moment) or date.min, default=None)


def _not_before(mark: Mark | None, day: date | None) -> Mark | None:
    reached = day_of(mark.moment) if mark else None
    return Mark(mark.entry, mark.loc, day) if mark and day and reached and reached < day else mark
