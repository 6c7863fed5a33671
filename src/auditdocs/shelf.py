"""What is filed where: every record by type, key, scope and index, opened only when somebody asks for it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile
from typing import Generic, TypeVar

E = TypeVar("E")
Read = tuple[str, ...]  # a question that was asked: ("entry", "car", "CAR-2026-0031")
Groups = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Filed:
    """A record as it is known without opening it: its type, its key, where it lies, and what it is found under."""

    type: str
    key: str
    scope: str
    path: str
    indexes: Groups = field(default_factory=dict)  # index -> the values under which it is found


@dataclass(frozen=True, slots=True)
class Lost:
    """A record that is there but could not be read."""

    type: str
    key: str
    scope: str
    path: str


class Shelf(Generic[E]):
    """All records of a workspace; `open_` gives the one at a path: who hands it in keeps those in use."""

    def __init__(
        self,
        filed: Iterable[Filed],
        lost: Iterable[Lost],
        open_: Callable[[str], E],
        files: Mapping[str, str] | None = None,
        sums: Mapping[str, str] | None = None,
    ) -> None:
        self._open = open_
        self.files = files or {}  # path of an attachment -> its digest; empty for a link
        self.sums = sums or {}  # path of an attachment -> the digest recorded for it
        self._files_in_order, self._sums_in_order = sorted(self.files), sorted(self.sums)
        self._paths: dict[str, dict[str, str]] = {}  # type -> key -> path
        self._scopes: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._indexes: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        self._lost: dict[str, dict[str, Lost]] = {}
        self.by_path: dict[str, Filed] = {}
        for one in sorted(filed, key=lambda each: (each.type, each.key)):
            self._file(one)
        for lost_one in lost:
            group = self._lost.setdefault(lost_one.type, {})
            group[lost_one.path if lost_one.key in group else lost_one.key] = lost_one  # two may claim one number

    def keys(self, name: str, scope: str = "") -> tuple[str, ...]:
        """The keys of a type in order, all or those of a scope."""
        if not scope:
            return tuple(self._paths.get(name, ()))
        return tuple(self._scopes[name].get(scope, ())) if name in self._scopes else ()

    def scopes(self, name: str) -> tuple[str, ...]:
        """The scopes in which there are records of a type."""
        return tuple(sorted(self._scopes[name])) if name in self._scopes else ()

    def found(self, name: str, index: str, value: str) -> tuple[str, ...]:
        """The keys of a type that an index has under a value."""
        return tuple(self._indexes.get((name, index, value), ()))

    def get(self, name: str, key: str) -> E | None:
        """The record, opened; None where there is none that can be read."""
        path = self._paths.get(name, {}).get(key)
        return self.at(path) if path else None

    def at(self, path: str) -> E | None:
        """The record of a file."""
        return self._open(path) if path in self.by_path else None

    def files_under(self, folder: str) -> tuple[str, ...]:
        """The attachments in a folder (with its slash), in order."""
        return _under(folder, self._files_in_order)

    def sums_under(self, folder: str) -> tuple[str, ...]:
        """The attachments in a folder for which a digest is recorded, in order."""
        return _under(folder, self._sums_in_order)

    def path_of(self, name: str, key: str) -> str | None:
        return self._paths.get(name, {}).get(key)

    def is_known(self, name: str, key: str) -> bool:
        """Whether there is such a file, readable or not."""
        return key in self._paths.get(name, {}) or key in self._lost.get(name, {})

    def lost(self, name: str, scope: str = "") -> tuple[Lost, ...]:
        """Those of a type (in a scope) that could not be read."""
        return tuple(one for one in self._lost.get(name, {}).values() if not scope or one.scope == scope)

    def lost_by(self, read: Read) -> Iterable[Lost]:
        """What could not be read of what a question was about."""
        match read:
            case ("entry", name, key):
                one = self._lost.get(name, {}).get(key)
                return (one,) if one else ()
            case ("keys", name, scope):
                return self.lost(name, scope) if name in self._lost else ()
            case _:
                return ()

    def _file(self, one: Filed) -> None:
        self._paths.setdefault(one.type, {})[one.key] = one.path
        self.by_path[one.path] = one
        if one.scope:
            self._scopes[one.type][one.scope].append(one.key)
        for index, values in one.indexes.items():
            for value in dict.fromkeys(values):
                self._indexes[one.type, index, value].append(one.key)


def _under(folder: str, paths: Sequence[str]) -> tuple[str, ...]:
    """Those of sorted paths that begin with a folder: they stand together."""
    return tuple(takewhile(lambda path: path.startswith(folder), islice(paths, bisect_left(paths, folder), None)))
