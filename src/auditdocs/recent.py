"""What was in use lately, and no more of it than there is room for: what is wanted again is worked out again."""

from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Recent(Generic[K, V]):
    """Values by key; of the older half stays what was asked for since."""

    def __init__(self, most: int) -> None:
        self._half = max(1, most // 2)
        self._young: dict[K, V] = {}
        self._old: dict[K, V] = {}

    def get(self, key: K) -> V | None:
        """The value, if it is still there."""
        found = self._young.get(key)
        if found is None and key in self._old:
            found = self.keep(key, self._old[key])
        return found

    def keep(self, key: K, value: V) -> V:
        """Take in a value; where the younger half is full, what is older goes."""
        if len(self._young) >= self._half:
            self._young, self._old = {}, self._young
        self._young[key] = value
        return value
