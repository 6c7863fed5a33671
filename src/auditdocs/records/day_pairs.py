"""Days at which the items of a list begin and end → those that end before they begin: what rules about the order of days tell."""

from collections.abc import Iterable, Iterator
from datetime import date


def reversed_pairs(pairs: Iterable[tuple[date | None, date | None]]) -> Iterator[tuple[int, date, date]]:
    """Which of them it is, and both its days; where one is not known nothing is wrong."""
    for index, (begin, end) in enumerate(pairs):
        if begin and end and end < begin:
            yield index, begin, end
