"""The last values in use lie open, those before them folded; what is neither has to be worked out again."""

from auditdocs.recent import Recent


def test_the_one_that_was_not_in_use_for_longest_is_folded_and_comes_back_as_it_was() -> None:
    kept = Recent[str, list[str]](most=2, folded=1)
    first, second = kept.keep("1", ["值"]), kept.keep("2", ["b"])
    assert kept.get("1") is first  # in use again: the second is older now
    kept.keep("3", ["c"])
    assert kept.get("1") is first
    again = kept.get("2")
    assert again == second
    assert again is not second


def test_beyond_the_room_for_folded_ones_a_value_is_gone() -> None:
    kept = Recent[int, int](most=1, folded=1)
    for number in range(3):
        kept.keep(number, number)
    assert [kept.get(number) for number in (2, 1, 0)] == [2, None, 0]


def test_a_value_that_holds_no_more_is_found_neither_open_nor_folded() -> None:
    kept = Recent[int, int](most=1, folded=9)
    kept.keep(1, 1)
    kept.keep(2, 2)
    for number in (1, 2):
        kept.forget(number)
    assert [kept.get(number) for number in (1, 2)] == [None, None]


def test_heavy_values_leave_less_room_and_the_last_stays_whatever_it_weighs() -> None:
    kept = Recent[str, int](most=10)
    kept.keep("light", 1, weight=4)
    kept.keep("heavy", 2, weight=6)
    assert kept.get("light") == 1  # in use again
    kept.keep("more", 3, weight=5)
    assert (kept.get("heavy"), kept.get("light")) == (None, 1)
    kept.keep("light", 4, weight=1)  # again, and lighter: there is room for both
    kept.keep("other", 5, weight=4)
    assert [kept.get(name) for name in ("light", "more", "other")] == [4, 3, 5]
    kept.keep("huge", 6, weight=99)
    assert [kept.get(name) for name in ("huge", "light", "more", "other")] == [6, None, None, None]
