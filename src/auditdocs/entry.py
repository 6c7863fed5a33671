"""A typed record and where it stood (Entry), and the set of all with its look-ups (Records)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from auditdocs.inputs import Settings
from auditdocs.problem import Fact, Facts, Place
from auditdocs.recent import Recent
from auditdocs.shelf import Filed, Lost, Read, Shelf
from auditdocs.source import Loc, Source

R = TypeVar("R", bound=BaseModel)
T = TypeVar("T")
DERIVED = 2_000  # values kept with what they rest on


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


Step = Callable[[], tuple[frozenset[Read], Any]]  # works something out: what it asked for, and the result as plain data
Recall = Callable[[str, str, Step], Any]  # kind and name of a step → its result, worked out anew only where it must be
RowOf = Callable[["Records", str], Any]  # a key → a row of a register, as plain data


def recall_nothing() -> Recall:
    """Work everything out; rows, which several registers ask for, once."""
    rows: dict[str, Any] = {}

    def recall(kind: str, name: str, step: Step) -> Any:
        if kind != "row":
            return step()[1]
        if name not in rows:
            rows[name] = step()[1]
        return rows[name]

    return recall


@dataclass(frozen=True)
class Library:
    """What is the same for all who read."""

    shelf: Shelf[AnyEntry]
    names: Mapping[type[BaseModel], str]
    settings: Settings
    as_of: date
    rooms: object = None  # the table of record types (a higher storey: `state` knows what it is)
    rows: Mapping[str, RowOf] = field(default_factory=dict)  # what registers keep of each thing they list
    recall: Recall = field(default_factory=recall_nothing)
    derived: Recent[tuple[str, str], tuple[Any, frozenset[Read]]] = field(default_factory=lambda: Recent(DERIVED))


class Records:
    """All records. Answers by key only and notes every answer as a read."""

    __slots__ = ("_aside", "_library", "_listed", "_shelf", "reads", "rooms", "settings")  # each rule gets its own

    def __init__(self, library: Library) -> None:
        self._library, self._shelf = library, library.shelf
        self.settings, self.rooms = library.settings, library.rooms
        self.reads: set[Read] = set()
        self._aside: set[Read] = set()  # what of it was asked for advice only
        self._listed: set[str] = set()  # paths of the records that rows were made from

    def watched(self) -> "Records":
        """The same records with a list of reads of its own."""
        return Records(self._library)

    @property
    def as_of(self) -> date:
        """The day at which everything is judged; who only compares with it asks `has_come`, which holds for longer."""
        self.reads.add(("as_of",))
        return self._library.as_of

    def has_come(self, day: date) -> bool:
        """Whether this day is today or lies behind."""
        self.reads.add(("day", day.isoformat()))
        return day <= self._library.as_of

    def has_passed(self, day: date) -> bool:
        """Whether this day is over."""
        return day < self._library.as_of if day == date.max else self.has_come(day + timedelta(days=1))

    def get(self, model: type[R], key: str) -> Entry[R] | None:
        """The record with this key."""
        return self.get_of(self._library.names[model], key)

    def get_of(self, name: str, key: str) -> AnyEntry | None:
        """The record with this key, of a type given by name."""
        self.reads.add(("entry", name, key))
        return self._shelf.get(name, key)

    def keys(self, model: type[BaseModel], scope: str = "") -> tuple[str, ...]:
        """The ids of one type, all or those of an audit, a customer, a document."""
        return self.keys_of(self._library.names[model], scope)

    def keys_of(self, name: str, scope: str = "") -> tuple[str, ...]:
        """The ids of a type given by name."""
        self.reads.add(("keys", name, scope))
        return self._shelf.keys(name, scope)

    def scopes(self, name: str) -> tuple[str, ...]:
        """The audits (customers, documents) that have records of a type."""
        self.reads.add(("keys", name, ""))
        return self._shelf.scopes(name)

    def all(self, model: type[R], scope: str = "") -> tuple[Entry[R], ...]:
        """The records of one type, all or those of a scope, by key."""
        found = (self.get(model, key) for key in self.keys(model, scope))
        return tuple(entry for entry in found if entry)

    def where(self, model: type[R], index: str, value: str) -> tuple[Entry[R], ...]:
        """The records of a type that one of the indexes of its room has under a value."""
        found = (self.get(model, key) for key in self.keys_where(model, index, value))
        return tuple(entry for entry in found if entry)

    def keys_where(self, model: type[BaseModel], index: str, value: str) -> tuple[str, ...]:
        """Their ids, without opening them."""
        name = self._library.names[model]
        self.reads.add(("index", name, index, value))
        return self._shelf.found(name, index, value)

    def row(self, name: str, key: str) -> Any:
        """What a register keeps of one of the things it lists: plain data, remembered between runs."""
        self.reads.add(("row", name, key))
        value, paths = self._library.recall("row", f"{name} {key}", lambda: _row(self.watched(), self._library.rows[name], key))
        self._listed.update(paths)
        return value

    def is_absent(self, model: type[BaseModel], key: str) -> bool:
        """Whether no such record exists, not even one that cannot be read."""
        return not self.is_known(self._library.names[model], key)

    def is_known(self, name: str, key: str) -> bool:
        """Whether a reference to a record type given by name leads to a file."""
        self.reads.add(("known", name, key))
        return self._shelf.is_known(name, key)

    def has_file(self, path: str) -> bool:
        """Whether a file (an attachment) lies there; the path is relative to the workspace."""
        self.reads.add(("file", path))
        return path in self._shelf.files

    def digest_of_file(self, path: str) -> str | None:
        """The SHA-256 of an attachment; empty for a link, which is no evidence of its own."""
        self.reads.add(("file", path))
        return self._shelf.files.get(path)

    def recorded_digest(self, path: str) -> str | None:
        """The SHA-256 that `attachments/SHA256SUMS` has for an attachment."""
        self.reads.add(("sum", path))
        return self._shelf.sums.get(path)

    def files_under(self, folder: str) -> tuple[str, ...]:
        """The attachments in a folder (with its slash)."""
        self.reads.add(("files", folder))
        return self._shelf.files_under(folder)

    def sums_under(self, folder: str) -> tuple[str, ...]:
        """The attachments a folder's list of digests names, whether they are there or not."""
        self.reads.add(("sums", folder))
        return self._shelf.sums_under(folder)

    def derive(self, name: str, of: Callable[["Records", AnyEntry], T], entry: AnyEntry) -> T:
        """A value computed from a record once (a state, a score), with the reads it cost."""
        known = self._library.derived.get((name, entry.path))
        if known is None:
            watched = self.watched()
            value = of(watched, entry)
            known = self._library.derived.keep((name, entry.path), (value, frozenset(watched.reads)))
        self.reads.update(known[1])
        found: T = known[0]
        return found

    def lost(self) -> tuple[Lost, ...]:
        """What of all that was read so far could not be read: what follows from it is not reported or made."""
        found = {one.path: one for read in self.reads - self._aside for one in self._shelf.lost_by(read)}
        return tuple(found[path] for path in sorted(found))

    def lost_in(self, model: type[BaseModel]) -> tuple[Lost, ...]:
        """The records of a type that could not be read; a register says on its face how many."""
        name = self._library.names[model]
        self.reads.add(("lost", name))
        return self._shelf.lost(name)

    def sources(self) -> tuple[str, ...]:
        """The paths of the records read so far."""
        found = {self._shelf.path_of(read[1], read[2]) for read in self.reads - self._aside if read[0] == "entry"}
        return tuple(sorted(path for path in found if path))

    def listed(self) -> tuple[str, ...]:
        """The paths of the records behind the rows asked for so far."""
        return tuple(sorted(self._listed))

    def at_path(self, path: str) -> AnyEntry | None:
        """The record of a file."""
        filed = self._shelf.by_path.get(path)
        return self.get_of(filed.type, filed.key) if filed else None

    def told(self, kind: str, name: str, of: Callable[["Records"], Any]) -> Any:
        """What a step gives, as plain data: worked out, or remembered as long as nothing it asked for has changed."""

        def step() -> tuple[frozenset[Read], Any]:
            watched = self.watched()
            value = of(watched)
            return frozenset(watched.reads), value

        return self._library.recall(kind, name, step)

    def note(self, reads: Iterable[Read]) -> None:
        """Count these questions as asked here too."""
        self.reads.update(reads)

    def note_aside(self, reads: Iterable[Read]) -> None:
        """Count questions that were asked for advice: another answer changes what is said, but nothing rests on them."""
        self._aside |= set(reads) - self.reads
        self.reads.update(reads)

    def filed(self) -> tuple[Filed, ...]:
        """All records by path, unopened: for the engine, not for rules."""
        return tuple(self._shelf.by_path[path] for path in sorted(self._shelf.by_path))

    def everything(self) -> tuple[AnyEntry, ...]:
        """All records by path, opened: for tests and tools, not for rules."""
        found = (self._shelf.at(one.path) for one in self.filed())
        return tuple(entry for entry in found if entry)


def _row(watched: Records, of: RowOf, key: str) -> tuple[frozenset[Read], Any]:
    value = of(watched, key)
    return frozenset(watched.reads), [value, watched.sources()]
