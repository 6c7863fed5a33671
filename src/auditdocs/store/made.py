"""Which files were made from which fingerprint: a file that still is what was made need not be made again."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from auditdocs.store.memory import Memory

SPACE = "made"


class Made:
    """What a build folder holds, by target."""

    def __init__(self, memory: Memory, folder: Path) -> None:
        self._memory, self._folder = memory, folder
        self._known: dict[str, Any] = memory.all(SPACE)
        self._new: dict[str, Any] = {}

    def find(self, target: str, fingerprint: str) -> str | None:
        """The sha256 of the file, where it is there and was made from this fingerprint."""
        known = self._known.get(target)
        if known is None or known["from"] != fingerprint:
            return None
        stat = _stat(self._folder / target)
        if stat is None:
            return None
        if stat != known["stat"]:  # figures may save reading, they never decide alone
            if hashlib.sha256((self._folder / target).read_bytes()).hexdigest() != known["sha256"]:
                return None
            self._new[target] = {**known, "stat": stat}
        sha256: str = known["sha256"]
        return sha256

    def note(self, target: str, fingerprint: str, content: bytes) -> str:
        """Remember a file just written; its sha256."""
        sha256 = hashlib.sha256(content).hexdigest()
        stat = _stat(self._folder / target)
        self._new[target] = {"from": fingerprint, "sha256": sha256, "stat": stat}
        return sha256

    def keep(self, gone: Iterable[str]) -> None:
        """Write down what is new, forget what is gone."""
        self._memory.put(SPACE, self._new, forget=gone)


def _stat(path: Path) -> list[int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]
