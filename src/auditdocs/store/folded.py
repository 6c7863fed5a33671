"""What will be remembered waits folded small: a large workspace works out hundreds of thousands of values before it keeps them."""

import zlib
from collections.abc import Iterator, MutableMapping

from auditdocs.store.memory import Kept

_SHORT = 200  # signs; less is not worth folding


class Folded(MutableMapping[str, Kept]):
    """Values as they are kept, by their names."""

    def __init__(self) -> None:
        self._held: dict[str, Kept | tuple[bytes, bytes]] = {}

    def __getitem__(self, name: str) -> Kept:
        held = self._held[name]
        return held if isinstance(held, Kept) else Kept(zlib.decompress(held[0]).decode("utf-8", "surrogatepass"), held[1])

    def reads(self) -> dict[str, bytes]:
        """What each rests on; nothing has to be unfolded for it."""
        return {name: held.reads if isinstance(held, Kept) else held[1] for name, held in self._held.items()}

    def __setitem__(self, name: str, kept: Kept) -> None:
        is_short = len(kept.text) < _SHORT
        self._held[name] = kept if is_short else (zlib.compress(kept.text.encode("utf-8", "surrogatepass"), 1), kept.reads)

    def __delitem__(self, name: str) -> None:
        del self._held[name]

    def __contains__(self, name: object) -> bool:
        return name in self._held

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)
