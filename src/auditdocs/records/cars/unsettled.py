"""The CARs of an audit with which something was still the matter on a day, found by month without opening the others."""

from collections.abc import Iterator
from datetime import date

from auditdocs.entry import Entry, Records
from auditdocs.problem import Words
from auditdocs.records.cars.car import Car

UNSETTLED_IN, STILL = "unsettled in", "still"  # an index: the audit and a month; for those that nothing has settled, no month


def unsettled(car: Car, day: date | None) -> Words | None:
    """What is still the matter with a CAR when the customer comes again, seen from that day."""
    if car.void or car.issued_on is None or (day and car.issued_on >= day):
        return None
    if car.effectiveness and car.effectiveness.result == "not_effective":
        return Words("措施无效", "did not prove effective")
    was_open = car.closed_on is None or (day is not None and car.closed_on > day)
    was_reopened = car.reopened is not None and car.closed_on is not None and car.closed_on <= car.reopened.date
    return Words("尚未关闭", "is not closed") if was_open or was_reopened else None


def unsettled_in(entry: Entry[Car]) -> Iterator[str]:
    """The months of an audit in which this CAR may have been unsettled."""
    car = entry.record
    if unsettled(car, None):
        yield f"{entry.scope} {STILL}"
    elif car.issued_on and car.closed_on and not car.void:
        first, last = (day.year * 12 + day.month - 1 for day in (car.issued_on, car.closed_on))
        yield from (f"{entry.scope} {month // 12}-{month % 12 + 1:02}" for month in range(first, last + 1))


def unsettled_cars(records: Records, audit: str, day: date | None) -> Iterator[tuple[Entry[Car], Words]]:
    """The CARs of an audit that were unsettled on this day, and why."""
    for when in (STILL, f"{day:%Y-%m}") if day else (STILL,):
        for car in records.where(Car, UNSETTLED_IN, f"{audit} {when}"):
            state = unsettled(car.record, day)
            if state:
                yield car, state
