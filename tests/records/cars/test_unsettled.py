"""What was the matter with earlier CARs on a day is found by month, and is what looking at each of them would find."""

from datetime import date

import pytest

from auditdocs.records.cars.unsettled import unsettled, unsettled_cars, unsettled_in
from tests.records.small import car_of

NEVER_ISSUED = ""
OPEN = "issued_on: 2025-11-20\n"
CLOSED = "issued_on: 2025-11-20\nclosed_on: 2026-02-03\n"
REOPENED = CLOSED + "reopened: {date: 2026-05-06, reason: 再次发生}\n"
VOID = CLOSED + "void: {date: 2025-12-01, reason: 重复开出}\n"
DAYS = (None, *(date(year, month, day) for year in (2025, 2026, 2027) for month in (1, 2, 11, 12) for day in (2, 3, 4, 20, 21)))


@pytest.mark.parametrize("text", [NEVER_ISSUED, OPEN, CLOSED, REOPENED, VOID])
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_on_every_day_it_is_what_looking_at_it_finds(text: str, day: date | None) -> None:
    records, car = car_of(text)
    found = {one.key: state for one, state in unsettled_cars(records, "AUD-2026-001", day)}
    state = unsettled(car.record, day)
    assert found == ({car.key: state} if state else {})


def test_a_closed_one_stands_in_the_months_from_its_issue_to_its_closing() -> None:
    _, car = car_of(CLOSED)
    assert list(unsettled_in(car)) == [f"AUD-2026-001 {month}" for month in ("2025-11", "2025-12", "2026-01", "2026-02")]


def test_those_settled_long_before_are_not_opened() -> None:
    records, _ = car_of(CLOSED)
    watched = records.watched()
    assert list(unsettled_cars(watched, "AUD-2026-001", date(2026, 11, 2))) == []
    assert watched.reads
    assert not [read for read in watched.reads if read[0] == "entry"]
