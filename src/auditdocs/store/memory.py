"""What is remembered between runs: plain data under names, each with its checksum; may be thrown away at any time.

A damaged entry is a miss, a damaged file is a new one; nothing here can make a result wrong, only slower.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from auditdocs.store.files import write_file

FILE = "memory.sqlite"
FOLDER = ".auditdocs"
_TABLE = "CREATE TABLE IF NOT EXISTS entry (space TEXT, name TEXT, sum BLOB, value TEXT, PRIMARY KEY (space, name)) WITHOUT ROWID"


class Memory:
    """Values by space and name. Written in one transaction, at the end."""

    def __init__(self, connection: sqlite3.Connection | None, program: str) -> None:
        self._connection, self._program = connection, program

    def get(self, space: str, name: str) -> Any:
        """The value, or None where it is not known or was damaged."""
        found = self._ask("SELECT sum, value FROM entry WHERE space = ? AND name = ?", (space, name))
        return self._believed(space, name, *found[0]) if found else None

    def all(self, space: str) -> dict[str, Any]:
        """Every value of a space by its name; damaged ones are left out."""
        rows = self._ask("SELECT name, sum, value FROM entry WHERE space = ?", (space,))
        values = {name: self._believed(space, name, mark, value) for name, mark, value in rows}
        return {name: value for name, value in values.items() if value is not None}

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

    def of_all_versions(self) -> "Memory":
        """The same memory for what every version of the program may read, because no document is made from it."""
        return Memory(self._connection, "")

    def put(self, space: str, values: Mapping[str, Any], forget: Iterable[str] = ()) -> None:
        """Remember these values, forget those names; all or nothing."""
        rows = [(space, name, *self._sealed(space, name, value)) for name, value in values.items()]
        gone = [(space, name) for name in forget]
        if self._connection is None or not (rows or gone):
            return
        try:
            with self._connection:
                self._connection.executemany("DELETE FROM entry WHERE space = ? AND name = ?", gone)
                self._connection.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?)", rows)
        except sqlite3.Error:
            self._connection = None  # a disk that is full or gone: go on without

    def _sealed(self, space: str, name: str, value: Any) -> tuple[bytes, str]:
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return self._sum(space, name, text), text

    def _believed(self, space: str, name: str, mark: object, text: object) -> Any:
        if not isinstance(text, str) or mark != self._sum(space, name, text):
            return None
        return json.loads(text)

    def _sum(self, space: str, name: str, text: str) -> bytes:
        """Over the program too: what another version remembered is unknown to this one."""
        return hashlib.sha256("\0".join((self._program, space, name, text)).encode()).digest()[:16]

    def _ask(self, question: str, values: tuple[str, ...]) -> list[tuple[Any, ...]]:
        if self._connection is None:
            return []
        try:
            return self._connection.execute(question, values).fetchall()
        except sqlite3.Error:
            return []


@contextmanager
def open_memory(workspace: Path, program: str) -> Iterator[Memory]:
    """The memory of a workspace; an empty one where it cannot be read or written."""
    connection = _connect(workspace / FOLDER)
    try:
        yield Memory(connection, program)
    finally:
        if connection is not None:
            connection.close()


def _connect(folder: Path) -> sqlite3.Connection | None:
    for _ in range(2):
        try:
            write_file(folder / ".gitignore", b"*\n")
            connection = sqlite3.connect(folder / FILE, timeout=2.0)
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(_TABLE)
        except sqlite3.DatabaseError:
            (folder / FILE).unlink(missing_ok=True)  # damaged: begin anew
        except Exception:
            return None
        else:
            return connection
    return None
