"""Folders and files → one digest of what the file system says of them; nothing is opened."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

# A file written within this time of the look could change again without any of its figures changing.
TOO_FRESH = 50_000_000  # nanoseconds; clocks of file systems tick every 4 to 10 ms


@dataclass(frozen=True, slots=True)
class Look:
    """What the file system said of everything below some places."""

    digest: str
    newest: int  # the last change of any of it, in nanoseconds

    def is_settled(self, now: int) -> bool:
        """Whether any later change must show (size, times or inode differ)."""
        return now - self.newest > TOO_FRESH


def look(places: Iterable[Path]) -> Look:
    """Look at every file below these places, and at which of them are not there."""
    told, newest = hashlib.sha256(), 0
    for place in places:
        for line, changed in _lines(place):
            told.update(line.encode("utf-8", "surrogateescape"))
            newest = max(newest, changed)
    return Look(told.hexdigest(), newest)


def _lines(place: Path) -> Iterator[tuple[str, int]]:
    try:
        found = place.lstat()
    except OSError:
        yield f"- {place}\n", 0
        return
    if not place.is_dir():
        yield _line(str(place), found), found.st_ctime_ns
        return
    waiting = [str(place)]
    while waiting:
        folder = waiting.pop()
        yield f"{folder}/\n", 0
        for entry in sorted(os.scandir(folder), key=lambda one: one.name):
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    waiting.append(entry.path)
                continue
            stat = entry.stat(follow_symlinks=False)
            yield _line(entry.path, stat), stat.st_ctime_ns


def _line(path: str, stat: os.stat_result) -> str:
    return f"{path}\0{stat.st_mode}\0{stat.st_size}\0{stat.st_mtime_ns}\0{stat.st_ctime_ns}\0{stat.st_ino}\n"
