"""What was in use lately; what was before is folded and put aside, and beyond that it is worked out again."""

import pickle
import zlib
from collections import OrderedDict
from typing import Generic, TypeVar

from auditdocs.aside import Aside, Place

K = TypeVar("K")
V = TypeVar("V")


class Recent(Generic[K, V]):
    """Values by key: the last in use as they are, so many of those before them folded, within this process only.

    `most` is how much lies open: so many values, or what they weigh where they come with weights.
    """

    def __init__(self, most: int, folded: int = 0) -> None:
        self._most, self._most_folded = most, folded
        self._open: OrderedDict[K, tuple[V, int]] = OrderedDict()  # the last in use at the end
        self._weight = 0
        self._folded: dict[K, Place] = {}
        self._aside = Aside()

    def get(self, key: K) -> V | None:
        """The value, if it is still there."""
        if key in self._open:
            self._open.move_to_end(key)
            return self._open[key][0]
        if key in self._folded:
            try:
                folded = self._aside.get(self._folded[key])
            except OSError:  # the disk does not give it back
                self.forget(key)
            else:
                found: V = pickle.loads(zlib.decompress(folded))
                return self.keep(key, found)
        return None

    def keep(self, key: K, value: V, weight: int = 1) -> V:
        """Take in a value; where there is no room, those that were not in use for longest are folded."""
        self._close(key)
        self._open[key] = value, weight
        self._weight += weight
        while self._weight > self._most and len(self._open) > 1:
            oldest = next(iter(self._open))
            self._fold(oldest, self._open[oldest][0])
            self._close(oldest)
        return value

    def forget(self, key: K) -> None:
        """The value holds no more."""
        self._close(key)
        self._folded.pop(key, None)

    def _close(self, key: K) -> None:
        if key in self._open:
            self._weight -= self._open.pop(key)[1]

    def _fold(self, key: K, value: V) -> None:
        if key not in self._folded and len(self._folded) < self._most_folded:
            self._folded[key] = self._aside.put(zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), 1))
