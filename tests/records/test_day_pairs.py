"""A pair of days is reversed where it ends before it begins, and only where both are known."""

from datetime import date

from auditdocs.records.day_pairs import reversed_pairs

EARLY, LATE = date(2026, 3, 1), date(2026, 3, 2)


def test_a_pair_that_ends_before_it_begins_is_told_with_its_place() -> None:
    assert list(reversed_pairs([(EARLY, LATE), (LATE, EARLY), (LATE, EARLY)])) == [(1, LATE, EARLY), (2, LATE, EARLY)]


def test_one_day_is_time_enough_and_what_is_not_known_is_not_wrong() -> None:
    assert list(reversed_pairs([(EARLY, EARLY), (None, EARLY), (LATE, None), (None, None)])) == []
