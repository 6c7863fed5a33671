"""What was in use lately; what was before lies folded small, and beyond that it is worked out again."""

import pickle
import zlib
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Recent(Generic[K, V]):
    """Values by key: the last in use as they are, so many of those before them folded, within this process only."""

    def __init__(self, most: int, folded: int = 0) -> None:
        self._half, self._most_folded = max(1, most // 2), folded
        self._young: dict[K, V] = {}
        self._old: dict[K, V] = {}  # of these stays what is asked for before the young ones are too many
        self._folded: dict[K, bytes] = {}

    def get(self, key: K) -> V | None:
        """The value, if it is still there."""
        found = self._young.get(key)
        if found is None and key in self._old:
            found = self.keep(key, self._old[key])
        if found is None and key in self._folded:
            found = self.keep(key, pickle.loads(zlib.decompress(self._folded[key])))
        return found

    def keep(self, key: K, value: V) -> V:
        """Take in a value; where the younger half is full, what is older is folded."""
        if len(self._young) >= self._half:
            gone, self._old, self._young = self._old, self._young, {}
            self._fold(gone)
        self._young[key] = value
        return value

    def forget(self, key: K) -> None:
        """The value holds no more."""
        for held in (self._young, self._old, self._folded):
            held.pop(key, None)

    def _fold(self, gone: dict[K, V]) -> None:
        for key, value in gone.items():
            if len(self._folded) >= self._most_folded:
                return
            if key not in self._folded and key not in self._old:
                self._folded[key] = zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), 1)
