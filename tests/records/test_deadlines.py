"""A profile and the facts it counts from become the days that are promised."""

from datetime import date, datetime

import pytest

from auditdocs.records.deadlines import DeadlineProfile, dues, profiles
from tests.records.small import records_of

FILE = """
own:
  items:
    containment: {n: 24, unit: h, from: issued}
    root_cause: {n: 5, unit: wd, from: received}
    plan: {n: 14, unit: cd, from: issued}
    verification: {n: 10, unit: wd, from: approved}
"""


@pytest.fixture
def profile() -> DeadlineProfile:
    return profiles(records_of({"records/org/deadlines.yaml": FILE}))["own"]


def test_hours_days_and_working_days_are_reckoned_by_the_official_calendar(profile: DeadlineProfile) -> None:
    found = dues(profile, {"issued": date(2026, 9, 24), "received": date(2026, 9, 24), "approved": date(2026, 9, 28)})
    assert {step: due.day for step, due in found.items()} == {
        "containment": date(2026, 9, 25),
        "root_cause": date(2026, 10, 9),
        "plan": date(2026, 10, 8),
        "verification": date(2026, 10, 16),
    }


def test_a_step_waits_for_the_fact_it_counts_from(profile: DeadlineProfile) -> None:
    assert set(dues(profile, {"issued": date(2026, 9, 24)})) == {"containment", "plan"}


def test_hours_count_from_the_hour_where_it_is_known(profile: DeadlineProfile) -> None:
    found = dues(profile, {"issued": datetime(2026, 9, 24, 17, 30)})  # noqa: DTZ001 the offset plays no part
    assert found["containment"].day == date(2026, 9, 25)


def test_a_year_without_a_published_calendar_makes_the_day_provisional(profile: DeadlineProfile) -> None:
    found = dues(profile, {"received": date(2035, 3, 1), "issued": date(2035, 3, 1)})
    assert found["root_cause"].provisional
    assert not found["plan"].provisional


def test_a_term_reads_as_it_is_promised(profile: DeadlineProfile) -> None:
    words = profile.items.given()["root_cause"].words
    assert (words.zh, words.en) == ("签收后 5 工作日", "5 working days from receipt")


def test_a_workspace_without_profiles_has_those_of_the_program() -> None:
    found = profiles(records_of({}))
    assert set(found) == {"iso-major", "iso-minor"}
    assert set(found["iso-minor"].items.given()) == {"containment", "root_cause", "plan", "implementation", "verification"}
