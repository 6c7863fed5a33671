"""What was in use lately; what was before is folded and put aside, and beyond that it is worked out again."""

import pickle
import zlib
from collections import OrderedDict
from typing import Generic, TypeVar

from auditdocs.aside import Aside, Place

K = TypeVar("K")
V = TypeVar("V")


class Recent(Generic[K, V]):
    """Values by key: the last in use as they are, so many of those before them folded, within this process only."""

    def __init__(self, most: int, folded: int = 0) -> None:
        self._most, self._most_folded = most, folded
        self._open: OrderedDict[K, V] = OrderedDict()  # the last in use at the end
        self._folded: dict[K, Place] = {}
        self._aside = Aside()

    def get(self, key: K) -> V | None:
        """The value, if it is still there."""
        if key in self._open:
            self._open.move_to_end(key)
            return self._open[key]
        if key in self._folded:
            try:
                folded = self._aside.get(self._folded[key])
            except OSError:  # the disk does not give it back
                self.forget(key)
            else:
                found: V = pickle.loads(zlib.decompress(folded))
                return self.keep(key, found)
        return None

    def keep(self, key: K, value: V) -> V:
        """Take in a value; where there is no room, the one that was not in use for longest is folded."""
        self._open[key] = value
        self._open.move_to_end(key)
        if len(self._open) > self._most:
            self._fold(*self._open.popitem(last=False))
        return value

    def forget(self, key: K) -> None:
        """The value holds no more."""
        self._open.pop(key, None)
        self._folded.pop(key, None)

    def _fold(self, key: K, value: V) -> None:
        if key not in self._folded and len(self._folded) < self._most_folded:
            self._folded[key] = self._aside.put(zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), 1))
