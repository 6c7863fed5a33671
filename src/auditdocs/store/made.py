"""Which files were made from what: a file that still is what was made need not be made again, and what changed since has a name."""

import hashlib
import os
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from auditdocs.store.memory import Memory

SPACE = "made"
KEPT_AFTER = 50  # files: what a run that is broken off has made need not be made again
FROM = "made-from"  # apart, because it is long and only asked for by those who want to know why


class Made:
    """What a build folder holds, by target."""

    def __init__(self, memory: Memory, folder: Path) -> None:
        self._memory, self._folder = memory, folder
        self._known: dict[str, Any] = memory.all(SPACE)
        self._new: dict[str, Any] = {}
        self._from: dict[str, Any] = {}

    def find(self, target: str, fingerprint: str) -> str | None:
        """The sha256 of the file, where it is there and was made from this fingerprint."""
        known = self._known.get(target)
        if known is None or known["from"] != fingerprint:
            return None
        stat = self._stat(target)
        if stat is None:
            return None
        if stat != known["stat"]:  # figures may save reading, they never decide alone
            if hashlib.sha256((self._folder / target).read_bytes()).hexdigest() != known["sha256"]:
                return None
            self._new[target] = {**known, "stat": stat}
        sha256: str = known["sha256"]
        return sha256

    def made_from(self, target: str) -> Mapping[str, Any] | None:
        """What the file was made from, as it was noted; known to every version of the program."""
        found = self._memory.of_all_versions().get(FROM, target)
        return found if isinstance(found, dict) else None

    def note(self, target: str, fingerprint: str, content: bytes, made_from: Mapping[str, Any]) -> str:
        """Remember a file just written; its sha256."""
        sha256 = hashlib.sha256(content).hexdigest()
        stat = self._stat(target)
        self._new[target] = {"from": fingerprint, "sha256": sha256, "stat": stat}
        self._from[target] = made_from
        if len(self._new) >= KEPT_AFTER:
            self.keep()
        return sha256

    def keep(self, gone: Iterable[str] = ()) -> None:
        """Write down what is new, forget what is gone."""
        gone = tuple(gone)
        self._memory.of_all_versions().put(FROM, self._from, forget=gone)
        self._memory.put(SPACE, self._new, forget=gone)
        self._new, self._from = {}, {}

    def _stat(self, target: str) -> list[int] | None:
        try:
            found = os.stat(f"{self._folder}/{target}")  # tens of thousands of times a build: a Path costs more than the look
        except OSError:
            return None
        return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]


def forget_others(memory: Memory, targets: Collection[str]) -> int:
    """Forget what no longer stands for one of these targets; how many entries went."""
    believed = memory.all(SPACE)
    lost = [name for name in memory.names(SPACE) if name not in targets or name not in believed]
    lost_from = [name for name in memory.names(FROM) if name not in targets]
    memory.put(SPACE, {}, forget=lost)
    memory.put(FROM, {}, forget=lost_from)
    return len(lost) + len(lost_from)
