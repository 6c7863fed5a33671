"""What is remembered between runs: plain data under names, each with its checksum; may be thrown away at any time.

A damaged entry is a miss, a damaged file is a new one; nothing here can make a result wrong, only slower.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from auditdocs.store.files import write_file

FILE = "memory.sqlite"
FOLDER = ".auditdocs"
_THE_MACHINES = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL)
VERSION = 2  # of the table below
_TABLE = """CREATE TABLE IF NOT EXISTS entry
(space TEXT, name TEXT, sum BLOB, reads BLOB, value TEXT, PRIMARY KEY (space, name)) WITHOUT ROWID"""


@dataclass(frozen=True, slots=True)
class Kept:
    """A value as it is kept: JSON, and packed with it what it was worked out from."""

    text: str
    reads: bytes = b""


@dataclass(frozen=True, slots=True)
class Batch:
    """What is to be remembered, and what forgotten, of one space."""

    space: str
    kept: Mapping[str, Kept] = field(default_factory=dict)
    forget: Iterable[str] = ()
    is_whole: bool = False  # nothing else of the space is to be remembered


class Memory:
    """Values by space and name; what belongs together is written in one transaction."""

    def __init__(self, connection: sqlite3.Connection | None, program: str, file: Path) -> None:
        self._connection, self._program, self._file = connection, program, file

    def get(self, space: str, name: str) -> Any:
        """The value, or None where it is not known or was damaged."""
        found = self._ask("SELECT sum, reads, value FROM entry WHERE space = ? AND name = ?", (space, name))
        kept = self._believed(space, name, *found[0]) if found else None
        return json.loads(kept.text) if kept else None

    def all(self, space: str) -> dict[str, Any]:
        """Every value of a space by its name; damaged ones are left out."""
        return {name: json.loads(kept.text) for name, kept in self.kept(space).items()}

    def kept(self, space: str) -> dict[str, Kept]:
        """The same as it is kept."""
        rows = self._ask("SELECT name, sum, reads, value FROM entry WHERE space = ?", (space,))
        found = ((name, self._believed(space, name, *row)) for name, *row in rows)
        return {name: kept for name, kept in found if kept is not None}

    def names(self, space: str) -> tuple[str, ...]:
        """The names in a space, believed or not."""
        return tuple(str(name) for (name,) in self._ask("SELECT name FROM entry WHERE space = ? ORDER BY name", (space,)))

    def sizes(self) -> tuple[tuple[str, int, int], ...]:
        """Every space with the number of its entries and their bytes."""
        question = "SELECT space, COUNT(*), SUM(LENGTH(CAST(value AS BLOB))) FROM entry GROUP BY space ORDER BY space"
        return tuple((str(space), int(count), int(size or 0)) for space, count, size in self._ask(question, ()))

    def compact(self) -> None:
        """Give the room of what was forgotten back to the disk."""
        self._ask("VACUUM", ())

    def sealed(self, more: str) -> "Memory":
        """The same memory for what holds only under certain options."""
        return Memory(self._connection, f"{self._program} {more}", self._file)

    def of_all_versions(self) -> "Memory":
        """The same memory for what every version of the program may read, because no document is made from it."""
        return Memory(self._connection, "", self._file)

    def put(self, space: str, values: Mapping[str, Any], forget: Iterable[str] = ()) -> None:
        """Remember these values, forget those names; all or nothing."""
        self.write([Batch(space, {name: Kept(as_text(value)) for name, value in values.items()}, forget)])

    def write(self, batches: Iterable[Batch], where: tuple[str, str, bytes] | None = None) -> None:
        """Remember and forget all of this, or none of it; `where`: only if this entry still bears this stamp."""
        given = tuple(batches)
        if not self._write(given, where) and self._connection is not None:
            self._write(given, where)  # it was damaged, and is new

    def _write(self, given: tuple[Batch, ...], where: tuple[str, str, bytes] | None) -> bool:
        """Whether the file took it."""
        rows = ((one.space, name, *self._sealed(one.space, name, kept)) for one in given for name, kept in one.kept.items())
        gone = [(one.space, name) for one in given for name in one.forget]
        if self._connection is None or not (gone or any(one.kept for one in given)):
            return True
        try:
            with self._connection:
                self._connection.execute("BEGIN IMMEDIATE")
                if where and self.stamp(*where[:2]) != where[2]:
                    return True  # another run has been here meanwhile: what it keeps belongs together
                self._connection.executemany("DELETE FROM entry WHERE space = ?", [(one.space,) for one in given if one.is_whole])
                self._connection.executemany("DELETE FROM entry WHERE space = ? AND name = ?", gone)
                self._connection.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?, ?)", rows)
        except sqlite3.Error as error:
            self._give_up(error)
            return False
        return True

    def stamp(self, space: str, name: str) -> bytes:
        """What changes whenever an entry does; empty where there is none."""
        found = self._ask("SELECT sum FROM entry WHERE space = ? AND name = ?", (space, name))
        return bytes(found[0][0]) if found and isinstance(found[0][0], bytes) else b""

    def _sealed(self, space: str, name: str, kept: Kept) -> tuple[bytes, bytes, str]:
        return self._sum(space, name, kept), kept.reads, kept.text

    def _believed(self, space: str, name: object, mark: object, reads: object, text: object) -> Kept | None:
        if not (isinstance(name, str) and isinstance(text, str) and isinstance(reads, bytes)):
            return None  # SQLite keeps what it is given: a flipped bit makes text bytes
        kept = Kept(text, reads)
        return kept if mark == self._sum(space, name, kept) else None

    def _sum(self, space: str, name: str, kept: Kept) -> bytes:
        """Over the program too: what another version remembered is unknown to this one."""
        told = hashlib.sha256("\0".join((self._program, space, name, kept.text, "")).encode())
        told.update(kept.reads)
        return told.digest()[:16]

    def _ask(self, question: str, values: tuple[str, ...]) -> list[tuple[Any, ...]]:
        if self._connection is None:
            return []
        try:
            return self._connection.execute(question, values).fetchall()
        except sqlite3.Error as error:
            self._give_up(error)
            return []

    def _give_up(self, error: sqlite3.Error) -> None:
        """Begin anew where the file is damaged; go on without where the disk is full or gone."""
        self.close()
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _THE_MACHINES:
            self._file.unlink(missing_ok=True)
            self._connection = _connect(self._file.parent)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None


def as_text(value: Any) -> str:
    """A value as it is kept: the same for equal values."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@contextmanager
def open_memory(workspace: Path, program: str) -> Iterator[Memory]:
    """The memory of a workspace; an empty one where it cannot be read or written."""
    memory = Memory(_connect(workspace / FOLDER), program, workspace / FOLDER / FILE)
    try:
        yield memory
    finally:
        memory.close()


def _connect(folder: Path) -> sqlite3.Connection | None:
    for _ in range(2):
        try:
            write_file(folder / ".gitignore", b"*\n")
            connection = sqlite3.connect(folder / FILE, timeout=2.0)
            connection.execute("PRAGMA synchronous = NORMAL")
            if connection.execute("PRAGMA user_version").fetchone() != (VERSION,):
                connection.execute("DROP TABLE IF EXISTS entry")
                connection.execute(f"PRAGMA user_version = {VERSION}")
            connection.execute(_TABLE)
        except sqlite3.DatabaseError:
            (folder / FILE).unlink(missing_ok=True)  # damaged: begin anew
        except Exception:
            return None
        else:
            return connection
    return None
