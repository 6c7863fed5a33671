"""Until when something is kept, by whose word, and what must hold for every schedule."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditdocs.calendar import Anchor
from auditdocs.retention import (
    Authority,
    AuthorityKind,
    Claim,
    Override,
    Period,
    RetentionClass,
    Trigger,
    disposal_after_holds,
    retain,
    status,
)

DAY = date.fromisoformat
POLICY = Authority("001i", "6.5.2", "company")
CA_3Y = RetentionClass("CA-3Y", Period(years=3), authorities=(POLICY,))
PRODUCT = RetentionClass("PROD-LIFE+1Y", Period(years=1), end_of="year", event_plus=True)


def by(as_of: date) -> Callable[[date], bool]:
    """Which days have come by then."""
    return lambda day: day <= as_of


def closed(day: str | None) -> Trigger:
    return Trigger("audit.closed.date", DAY(day) if day else None)


def test_a_period_may_end_with_its_month() -> None:
    retention = retain([(RetentionClass("X", Period(years=3), end_of="month"), closed("2026-03-15"))])
    assert (retention.keep_until, retention.destroy_not_before) == (DAY("2029-03-31"), DAY("2029-04-01"))


def test_an_audit_closed_in_march_2026_may_go_in_march_2029_and_says_why() -> None:
    retention = retain([(CA_3Y, closed("2026-03-15"))])
    assert retention.destroy_not_before == DAY("2029-03-16")
    assert retention.winner == Claim(
        code="CA-3Y",
        authority=POLICY,
        trigger=closed("2026-03-15"),
        period=Period(years=3),
        end_of="exact",
        event_plus=False,
        until=DAY("2029-03-15"),
    )
    assert [loser.authority for loser in retention.losers] == [None]


def test_the_longest_authority_wins_and_the_losers_are_listed_longest_first() -> None:
    customer = Authority("CSR", "4.2", "customer", Period(years=5), end_of="year")
    law = Authority("Order 10", "Art. 10", "law", Period(years=10))
    retention = retain([(replace(CA_3Y, authorities=(POLICY, customer, law)), closed("2026-03-15"))])
    assert isinstance(retention.winner, Claim)
    assert retention.winner.authority == law
    assert retention.keep_until == DAY("2036-03-15")
    assert [loser.authority for loser in retention.losers] == [customer, POLICY, None]


def test_of_equal_claims_the_one_that_binds_most_is_named() -> None:
    authorities = tuple(Authority(kind, "1", kind) for kind in ("company", "law", "standard", "customer"))
    retention = retain([(replace(CA_3Y, authorities=authorities), closed("2026-03-15"))])
    assert isinstance(retention.winner, Claim)
    assert retention.winner.authority == authorities[1]


def test_several_classes_wait_for_the_last_trigger() -> None:
    not_ended = Trigger("product.end_of_life", None)
    retention = retain([(CA_3Y, closed("2026-03-15")), (PRODUCT, not_ended)])
    assert isinstance(retention.winner, Claim)
    assert (retention.winner.code, retention.winner.event_plus) == ("PROD-LIFE+1Y", True)
    assert (retention.keep_until, retention.destroy_not_before) == (None, None)
    ended = retain([(CA_3Y, closed("2026-03-15")), (PRODUCT, replace(not_ended, day=DAY("2026-06-30")))])
    assert ended.keep_until == DAY("2029-03-15")


def test_for_ever_beats_every_day_and_every_trigger_that_has_not_happened() -> None:
    forever = RetentionClass("POL-PERM", Period(permanent=True))
    retention = retain([(CA_3Y, closed(None)), (forever, closed("2026-03-15"))], override_until=DAY("2090-01-01"))
    assert retention.permanent
    assert retention.destroy_not_before is None
    assert status(retention, by(DAY("2999-01-01"))) == "permanent"


def test_an_override_may_only_lengthen() -> None:
    later = retain([(CA_3Y, closed("2026-03-15"))], override_until=DAY("2031-01-01"))
    assert later.winner == Override(DAY("2031-01-01"))
    assert (later.keep_until, len(later.losers), later.override_too_short) == (DAY("2031-01-01"), 2, False)
    earlier = retain([(CA_3Y, closed("2026-03-15"))], override_until=DAY("2029-03-14"))
    assert (earlier.keep_until, earlier.override_too_short) == (DAY("2029-03-15"), True)
    same = retain([(CA_3Y, closed("2026-03-15"))], override_until=DAY("2029-03-15"))
    assert (same.keep_until, same.override_too_short) == (DAY("2029-03-15"), False)


def test_an_override_does_not_end_a_period_whose_trigger_has_not_happened() -> None:
    assert retain([(CA_3Y, closed(None))], override_until=DAY("2031-01-01")).keep_until is None


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2026-03-15", "retained"),
        ("2028-12-14", "retained"),
        ("2028-12-15", "due_soon"),
        ("2029-03-15", "due_soon"),
        ("2029-03-16", "due"),
    ],
)
def test_a_record_is_kept_through_its_last_day(as_of: str, expected: str) -> None:
    assert status(retain([(CA_3Y, closed("2026-03-15"))]), by(DAY(as_of))) == expected


def test_before_its_trigger_a_record_is_running() -> None:
    assert status(retain([(CA_3Y, closed(None))]), by(DAY("2026-03-15"))) == "running"


def test_a_hold_moves_disposal_to_the_day_after_its_release() -> None:
    retention = retain([(CA_3Y, closed("2026-03-15"))])
    assert disposal_after_holds(retention, [DAY("2030-05-01")]) == DAY("2030-05-02")
    assert disposal_after_holds(retention, [DAY("2028-05-01")]) == DAY("2029-03-16")
    assert disposal_after_holds(retention, [DAY("2030-05-01"), None]) is None
    assert disposal_after_holds(retention, []) == DAY("2029-03-16")


def test_a_record_without_a_class_is_refused() -> None:
    with pytest.raises(ValueError, match="RET-001"):
        retain([])


KINDS: tuple[AuthorityKind, ...] = ("company", "law", "customer", "standard")
ANCHORS: tuple[Anchor, ...] = ("exact", "month", "year")
PERIODS = st.builds(Period, st.integers(0, 30), st.integers(0, 11))
AUTHORITIES = st.builds(
    Authority,
    st.just("authority"),
    st.just("1"),
    st.sampled_from(KINDS),
    st.none() | PERIODS,
    st.none() | st.sampled_from(ANCHORS),
)
CLASSES = st.builds(
    RetentionClass,
    st.just("X"),
    PERIODS,
    st.sampled_from(ANCHORS),
    st.booleans(),
    st.lists(AUTHORITIES, max_size=4).map(tuple),
)
DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


def keep_until(entry: RetentionClass, trigger: date, override: date | None = None) -> date:
    retention = retain([(entry, Trigger("t", trigger))], override)
    assert retention.keep_until is not None
    return retention.keep_until


@given(CLASSES, DAYS, DAYS)
def test_a_later_trigger_never_shortens(entry: RetentionClass, one: date, other: date) -> None:
    assert keep_until(entry, min(one, other)) <= keep_until(entry, max(one, other))


@given(CLASSES, DAYS, AUTHORITIES)
def test_one_more_authority_never_shortens(entry: RetentionClass, day: date, more: Authority) -> None:
    assert keep_until(entry, day) <= keep_until(replace(entry, authorities=(*entry.authorities, more)), day)


@given(CLASSES, DAYS, DAYS)
def test_nothing_may_go_before_any_claim_or_the_override_allows_it(entry: RetentionClass, day: date, override: date) -> None:
    retention = retain([(entry, Trigger("t", day))], override)
    assert retention.keep_until is not None
    assert all(loser.until is not None and loser.until <= retention.keep_until for loser in retention.losers)
    assert retention.keep_until == max(override, keep_until(entry, day))
    assert retention.keep_until >= day


@given(CLASSES, DAYS, DAYS, DAYS)
def test_a_status_never_goes_back(entry: RetentionClass, day: date, one: date, other: date) -> None:
    order = ("retained", "due_soon", "due")
    retention = retain([(entry, Trigger("t", day))])
    earlier, later = (order.index(status(retention, by(as_of))) for as_of in sorted((one, other)))
    assert earlier <= later
