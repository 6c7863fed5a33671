"""A typed record and where it stood (Entry), and the set of all with its look-ups (Records)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from auditdocs.inputs import Settings
from auditdocs.problem import Fact, Facts, Place
from auditdocs.source import Loc, Source

R = TypeVar("R", bound=BaseModel)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Violation:
    """A place where a rule does not hold, and the facts of its sentence."""

    path: str
    loc: Loc
    facts: Facts
    on_key: bool = False
    words: str = ""  # what of a long text is meant


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """A believed record: its type, its key (from its path), what it says and where it stood."""

    type: str
    key: str
    scope: str  # the audit, customer or document it belongs to; empty for master data
    path: str
    record: R
    source: Source

    def at(self, *loc: str | int, **facts: Fact) -> Violation:
        """A violation at a field (of what stands above it, where the field is missing)."""
        return Violation(self.path, loc, facts)

    def at_name(self, *loc: str | int, **facts: Fact) -> Violation:
        """A violation at the name of a field rather than at its value."""
        return Violation(self.path, loc, facts, on_key=True)

    def at_words(self, words: str, *loc: str | int, **facts: Fact) -> Violation:
        """A violation at some words of a text."""
        return Violation(self.path, loc, facts, words=words)

    def place(self, violation: Violation) -> Place:
        found = self.source.place(violation.loc, key=violation.on_key)
        return self.source.place_of(violation.words, found) if violation.words else found


AnyEntry = Entry[Any]


@dataclass(frozen=True, slots=True)
class Lost:
    """A record that is there but could not be read."""

    type: str
    key: str
    scope: str
    path: str


Read = tuple[str, ...]


@dataclass(frozen=True)
class _Set:
    """What is the same for all who read: the entries and their indexes."""

    entries: Mapping[str, Mapping[str, AnyEntry]]  # type -> key -> entry
    unreadable: Mapping[str, Mapping[str, "Lost"]]  # type -> key -> where it lies
    names: Mapping[type[BaseModel], str]
    scopes: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    indexes: dict[tuple[str, str], dict[str, tuple[str, ...]]] = field(default_factory=dict)
    derived: dict[tuple[str, str], tuple[Any, frozenset[Read]]] = field(default_factory=dict)
    paths: dict[str, AnyEntry] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)  # path of an attachment -> its digest; empty for a link
    sums: Mapping[str, str] = field(default_factory=dict)  # path of an attachment -> the digest recorded for it


class Records:
    """All records. Answers by key only and notes every answer as a read."""

    def __init__(self, shared: _Set, settings: Settings, as_of: date, rooms: object) -> None:
        self._shared, self.settings, self._as_of = shared, settings, as_of
        self.rooms = rooms  # the table of record types (a higher storey: `state` knows what it is)
        self.reads: set[Read] = set()

    @classmethod
    def of(
        cls,
        entries: Iterable[AnyEntry],
        names: Mapping[type[BaseModel], str],
        as_of: date,
        unreadable: Iterable[Lost] = (),
        settings: Settings | None = None,
        files: Mapping[str, str] | None = None,
        rooms: object = None,
        sums: Mapping[str, str] | None = None,
    ) -> "Records":
        """Make the set; `unreadable` are the records that are there but could not be read."""
        by_type: dict[str, dict[str, AnyEntry]] = {}
        for entry in sorted(entries, key=lambda one: (one.type, one.key)):
            by_type.setdefault(entry.type, {})[entry.key] = entry
        lost: dict[str, dict[str, Lost]] = {}
        for one in unreadable:
            group = lost.setdefault(one.type, {})
            group[one.path if one.key in group else one.key] = one  # two may claim one number
        paths = {entry.path: entry for group in by_type.values() for entry in group.values()}
        shared = _Set(by_type, lost, names, paths=paths, files=files or {}, sums=sums or {})
        return cls(shared, settings or Settings(), as_of, rooms)

    def watched(self) -> "Records":
        """The same records with a list of reads of its own."""
        return Records(self._shared, self.settings, self._as_of, self.rooms)

    @property
    def as_of(self) -> date:
        self.reads.add(("as_of",))
        return self._as_of

    def get(self, model: type[R], key: str) -> Entry[R] | None:
        """The record with this key."""
        name = self._shared.names[model]
        self.reads.add(("entry", name, key))
        return self._shared.entries.get(name, {}).get(key)

    def get_of(self, name: str, key: str) -> AnyEntry | None:
        """The record with this key, of a type given by name."""
        self.reads.add(("entry", name, key))
        return self._shared.entries.get(name, {}).get(key)

    def keys(self, model: type[BaseModel], scope: str = "") -> tuple[str, ...]:
        """The ids of one type, all or those of an audit, a customer, a document."""
        return self.keys_of(self._shared.names[model], scope)

    def keys_of(self, name: str, scope: str = "") -> tuple[str, ...]:
        """The ids of a type given by name."""
        self.reads.add(("keys", name, scope))
        entries = self._shared.entries.get(name, {})
        if not scope:
            return tuple(entries)
        if name not in self._shared.scopes:
            self._shared.scopes[name] = _grouped((entry.scope, key) for key, entry in entries.items())
        return self._shared.scopes[name].get(scope, ())

    def all(self, model: type[R], scope: str = "") -> tuple[Entry[R], ...]:
        """The records of one type, all or those of a scope, by key."""
        found = (self.get(model, key) for key in self.keys(model, scope))
        return tuple(entry for entry in found if entry)

    def where(self, model: type[R], index: str, value: str, of: Callable[[Entry[R]], Iterable[str]]) -> tuple[Entry[R], ...]:
        """The records of a type whose index (a named function) gives this value."""
        name = self._shared.names[model]
        known = self._shared.indexes.get((name, index))
        if known is None:
            entries = self._shared.entries.get(name, {})
            known = _grouped((one, key) for key, entry in entries.items() for one in dict.fromkeys(of(entry)))
            self._shared.indexes[(name, index)] = known
        self.reads.add(("index", name, index, value))
        found = (self.get(model, key) for key in known.get(value, ()))
        return tuple(entry for entry in found if entry)

    def is_absent(self, model: type[BaseModel], key: str) -> bool:
        """Whether no such record exists, not even one that cannot be read."""
        name = self._shared.names[model]
        self.reads.add(("entry", name, key))
        return key not in self._shared.entries.get(name, {}) and key not in self._shared.unreadable.get(name, {})

    def is_known(self, name: str, key: str) -> bool:
        """Whether a reference to a record type given by name leads to a file."""
        self.reads.add(("entry", name, key))
        return key in self._shared.entries.get(name, {}) or key in self._shared.unreadable.get(name, {})

    def has_file(self, path: str) -> bool:
        """Whether a file (an attachment) lies there; the path is relative to the workspace."""
        self.reads.add(("file", path))
        return path in self._shared.files

    def digest_of_file(self, path: str) -> str | None:
        """The SHA-256 of an attachment; empty for a link, which is no evidence of its own."""
        self.reads.add(("file", path))
        return self._shared.files.get(path)

    def recorded_digest(self, path: str) -> str | None:
        """The SHA-256 that `attachments/SHA256SUMS` has for an attachment."""
        self.reads.add(("sum", path))
        return self._shared.sums.get(path)

    def files_under(self, folder: str) -> tuple[str, ...]:
        """The attachments in a folder."""
        self.reads.add(("files", folder))
        return tuple(sorted(path for path in self._shared.files if path.startswith(folder)))

    def sums_under(self, folder: str) -> tuple[str, ...]:
        """The attachments a folder's list of digests names, whether they are there or not."""
        self.reads.add(("sums", folder))
        return tuple(sorted(path for path in self._shared.sums if path.startswith(folder)))

    def derive(self, name: str, of: Callable[["Records", AnyEntry], T], entry: AnyEntry) -> T:
        """A value computed from a record once (a state, a score), with the reads it cost."""
        known = self._shared.derived.get((name, entry.path))
        if known is None:
            watched = self.watched()
            known = (of(watched, entry), frozenset(watched.reads))
            self._shared.derived[(name, entry.path)] = known
        self.reads.update(known[1])
        value: T = known[0]
        return value

    def lost(self) -> tuple[Lost, ...]:
        """What of all that was read so far could not be read: what follows from it is not reported or made."""
        found = {one.path: one for read in self.reads for one in self._lost_by(read)}
        return tuple(found[path] for path in sorted(found))

    def lost_in(self, model: type[BaseModel], scope: str = "") -> tuple[Lost, ...]:
        """The records of a type (in a scope) that could not be read; a register says on its face how many."""
        lost = self._shared.unreadable.get(self._shared.names[model], {})
        return tuple(one for one in lost.values() if not scope or one.scope == scope)

    def sources(self) -> tuple[str, ...]:
        """The paths of the records read so far."""
        found = (self._shared.entries.get(read[1], {}).get(read[2]) for read in self.reads if read[0] == "entry")
        return tuple(sorted({entry.path for entry in found if entry}))

    def at_path(self, path: str) -> AnyEntry | None:
        """The record of a file."""
        return self._shared.paths.get(path)

    def everything(self) -> tuple[AnyEntry, ...]:
        """All records by path: for the engine that runs the rules, not for rules."""
        return tuple(self._shared.paths[path] for path in sorted(self._shared.paths))

    def _lost_by(self, read: Read) -> Iterable[Lost]:
        match read:
            case ("entry", name, key):
                one = self._shared.unreadable.get(name, {}).get(key)
                return (one,) if one else ()
            case ("keys", name, scope):
                return (one for one in self._shared.unreadable.get(name, {}).values() if not scope or one.scope == scope)
            case _:
                return ()


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for group, key in pairs:
        groups.setdefault(group, []).append(key)
    return {group: tuple(sorted(keys)) for group, keys in groups.items()}
