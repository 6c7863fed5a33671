"""What will be remembered waits folded and aside: a large workspace works out hundreds of thousands of values before it keeps them."""

import zlib
from collections.abc import Iterator, MutableMapping

from auditdocs.aside import Aside, Place
from auditdocs.store.memory import Kept


class Folded(MutableMapping[str, Kept]):
    """Values as they are kept, by their names."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[Place, int]] = {}  # the text folded, then what it rests on; how long the first is
        self._aside = Aside()

    def __getitem__(self, name: str) -> Kept:
        text, reads = self._parts(name)
        return Kept(zlib.decompress(text).decode("utf-8", "surrogatepass"), reads)

    def reads(self) -> dict[str, bytes]:
        """What each rests on; nothing has to be unfolded for it."""
        return {name: self._parts(name)[1] for name in self._held}

    def __setitem__(self, name: str, kept: Kept) -> None:
        text = zlib.compress(kept.text.encode("utf-8", "surrogatepass"), 1)
        self._held[name] = self._aside.put(text + kept.reads), len(text)

    def _parts(self, name: str) -> tuple[bytes, bytes]:
        place, length = self._held[name]
        content = self._aside.get(place)
        return content[:length], content[length:]

    def __delitem__(self, name: str) -> None:
        del self._held[name]

    def __contains__(self, name: object) -> bool:
        return name in self._held

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)
