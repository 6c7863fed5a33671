"""A workspace → what lies in it and what of it differs from the last time; opened is only what the figures do not vouch for."""

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from auditdocs.entry import AnyEntry
from auditdocs.filing import Reading, file_all, folded, read_file
from auditdocs.inputs import File
from auditdocs.problem import AuditdocsError
from auditdocs.problem_data import as_data, from_data
from auditdocs.recent import Recent
from auditdocs.room import Rooms
from auditdocs.sha256sums import recorded_digests
from auditdocs.shelf import Lost, Read
from auditdocs.store.stats import TOO_FRESH
from auditdocs.workspace import Seen, Workspace, digest_of, look_around, read_record, read_sums

SPACE, NAME = "survey", "files"
OPEN, FOLDED = 6_000, 1_000_000  # records that a survey keeps as they were read (some 25 kB each), and folded aside (2 to 3 kB)


@dataclass(frozen=True, slots=True)
class Row:
    """A file that was looked at: a record's reading, an attachment's digest, the text of a list of digests."""

    figures: str
    reading: Reading | None = None
    digest: str = ""
    text: str = ""


Rows = Mapping[str, Row]  # by name


@dataclass(frozen=True, slots=True)
class Survey:
    """All that lies in a workspace."""

    rows: Rows
    opened: Callable[[str], AnyEntry]

    @property
    def readings(self) -> Iterator[Reading]:
        return (row.reading for row in self.rows.values() if row.reading)

    @property
    def attachments(self) -> dict[str, str]:
        return {name: row.digest for name, row in self.rows.items() if not row.reading and not _is_list(name)}

    @property
    def sums(self) -> dict[str, str]:
        return recorded_digests({name: row.text for name, row in self.rows.items() if not row.reading and _is_list(name)})

    @property
    def files(self) -> tuple[str, ...]:
        """The record files."""
        return tuple(name for name, row in self.rows.items() if row.reading)


@dataclass(frozen=True, slots=True)
class Sight:
    """What was seen of a workspace: of some files nothing has to be read."""

    workspace: Workspace
    rooms: Rooms
    seen: Mapping[str, Seen]  # by name
    known: Rows
    due: tuple[Seen, ...]  # those to be read


def look(workspace: Workspace, rooms: Rooms, before: Rows) -> Sight:
    """Look at every file; what is as it was need not be opened."""
    now = time.time_ns()
    seen = {one.name: _settled(one, now) for one in look_around(workspace)}
    due = tuple(one for name, one in seen.items() if not (name in before and one.figures and before[name].figures == one.figures))
    return Sight(workspace, rooms, seen, before, due)


Entries = Recent[str, AnyEntry]  # by name


def no_entries() -> Entries:
    """Room for the records that a survey reads."""
    return Recent(OPEN, FOLDED)


def read(sight: Sight, some: Iterable[Seen], entries: Entries) -> dict[str, Row]:
    """Read some of the files that are due; the records go into `entries`."""
    return {one.name: replace(_row(one, sight, entries), figures=one.figures) for one in some}


def survey(sight: Sight, found: Rows, entries: Entries) -> Survey:
    """All that lies there: what was found now, and what was known before."""
    rows = {name: found.get(name) or sight.known[name] for name in sight.seen}

    def opened(path: str) -> AnyEntry:
        return entries.get(path) or entries.keep(path, _opened(sight.seen[path], sight, rows[path]))

    return Survey(rows, opened)


def _settled(seen: Seen, now: int) -> Seen:
    """A file that is so fresh that it could change again and look the same has no figures."""
    return seen if now - seen.changed > TOO_FRESH else replace(seen, figures="")


def _row(seen: Seen, sight: Sight, entries: Entries) -> Row:
    if seen.kind == "attachment":
        return Row("", digest=digest_of(seen))
    if seen.kind == "sums":
        return Row("", text=read_sums(seen))
    file, known = read_record(seen, sight.workspace.root), sight.known.get(seen.name)
    if known and known.reading and known.reading.sha256 == hashlib.sha256(file.content).hexdigest() and not file.leads_outside:
        return known
    reading, entry = read_file(file, sight.rooms, sight.workspace.settings)
    if entry is not None:
        entries.keep(seen.name, entry)
    return Row("", reading)


def _opened(seen: Seen, sight: Sight, row: Row) -> AnyEntry:
    """The record as it was surveyed, or a clear word that it has changed since."""
    file = read_record(seen, sight.workspace.root)
    entry = read_file(file, sight.rooms, sight.workspace.settings)[1] if _is_as_surveyed(file, row) else None
    if entry is None:
        raise AuditdocsError(f"{seen.name} 在运行期间被改动；请再运行一次", f"{seen.name} was changed while this ran; run it again", exit=3)
    return entry


def _is_as_surveyed(file: File, row: Row) -> bool:
    return row.reading is not None and hashlib.sha256(file.content).hexdigest() == row.reading.sha256


def changed_reads(before: Rows, after: Rows) -> Iterator[Read]:
    """The questions to records and attachments whose answers differ between two surveys."""
    names = _concerned({name for name in before.keys() | after.keys() if before.get(name) is not after.get(name)}, before, after)
    old, new = _Told.of(before, names), _Told.of(after, names)
    for name, key in {pair for pair, _ in old.records.items() ^ new.records.items()}:
        yield from _changed_record(name, key, old.records.get((name, key), _NOWHERE), new.records.get((name, key), _NOWHERE))
    yield from {("index", name, index, value) for name, index, value, _ in old.indexes ^ new.indexes}
    for path, _ in old.attachments.items() ^ new.attachments.items():
        yield ("file", path)
    for path in old.attachments.keys() ^ new.attachments.keys():
        yield from (("files", folder) for folder in _folders(path))
    for path, _ in old.sums.items() ^ new.sums.items():
        yield ("sum", path)
        yield from (("sums", folder) for folder in _folders(path))


def changed_days(before: date, after: date) -> Iterator[Read]:
    """The questions whose answers differ because the day does."""
    if before == after:
        return
    yield ("as_of",)
    first, last = sorted((before, after))
    yield from (("day", (first + timedelta(days=number)).isoformat()) for number in range(1, (last - first).days + 1))


def _concerned(differing: set[str], before: Rows, after: Rows) -> set[str]:
    """The files that differ, those whose place depends on them (they claim the same number or bear the same name), and all lists."""
    found = differing | {name for name in after if _is_list(name)}
    while True:
        claims = {claim for rows in (before, after) for name in found if name in rows for claim in _claims(rows[name])}
        more = {name for name, row in after.items() if name not in found and not claims.isdisjoint(_claims(row))}
        if not more:
            return found
        found |= more


def _claims(row: Row) -> tuple[str | tuple[str, str], ...]:
    """What another file may claim too: the name but for case and width, and the number of the record."""
    one = row.reading
    return (folded(one.path), (one.type, one.key), *((lost.type, lost.key) for lost in one.meant)) if one else ()


_Claim = tuple[str, str, str, bool]  # path, digest, scope, is lost
_NOWHERE: frozenset[_Claim] = frozenset()


@dataclass(frozen=True, slots=True)
class _Told:
    """What a survey says, so that two can be compared."""

    records: dict[tuple[str, str], frozenset[_Claim]]  # by type and key; several files may claim one
    indexes: set[tuple[str, str, str, str]]  # type, index, value, key
    attachments: dict[str, str]
    sums: dict[str, str]

    @classmethod
    def of(cls, rows: Rows, names: set[str]) -> "_Told":
        survey = Survey({name: row for name, row in rows.items() if name in names}, _never)
        filing, digests = file_all(survey.readings), {one.path: one.sha256 for one in survey.readings}
        claims: dict[tuple[str, str], set[_Claim]] = {}
        for is_lost, several in ((True, filing.lost), (False, filing.filed)):
            for one in several:
                claims.setdefault((one.type, one.key), set()).add((one.path, digests[one.path], one.scope, is_lost))
        found = ((one, index, value) for one in filing.filed for index, values in one.indexes.items() for value in values)
        indexes = {(one.type, index, value, one.key) for one, index, value in found}
        return cls({pair: frozenset(several) for pair, several in claims.items()}, indexes, survey.attachments, survey.sums)


def _changed_record(name: str, key: str, old: frozenset[_Claim], new: frozenset[_Claim]) -> Iterator[Read]:
    yield ("entry", name, key)
    if not old or not new:
        yield ("known", name, key)
    if {(path, scope, is_lost) for path, _, scope, is_lost in old} != {(path, scope, is_lost) for path, _, scope, is_lost in new}:
        for path, _, scope, _ in old | new:
            yield from (("lost", name), ("keys", name, ""), ("keys", name, scope))
            yield ("unit", scope or path)


def _folders(path: str) -> Iterator[str]:
    """Every folder a path lies in, with its slash."""
    return (path[: at + 1] for at, sign in enumerate(path) if sign == "/")


def _is_list(name: str) -> bool:
    return name.startswith("records/") and name.endswith("/SHA256SUMS")


def _never(path: str) -> AnyEntry:
    raise AssertionError(path)


def as_rows(data: Iterable[list[Any]]) -> dict[str, Row]:
    """Rows from plain data."""
    return {name: Row(figures, _reading(name, told), digest, text) for name, figures, told, digest, text in data}


def rows_data(rows: Rows) -> list[list[Any]]:
    """Rows as plain data."""
    return [[name, row.figures, _reading_data(row.reading), row.digest, row.text] for name, row in rows.items()]


def _reading_data(one: Reading | None) -> list[Any] | None:
    if one is None:
        return None
    meant = [[lost.type, lost.key, lost.scope, lost.path] for lost in one.meant]
    return [one.sha256, one.type, one.key, one.scope, one.indexes, [as_data(problem) for problem in one.problems], meant]


def _reading(path: str, told: list[Any] | None) -> Reading | None:
    if told is None:
        return None
    sha256, name, key, scope, indexes, problems, meant = told
    return Reading(path, sha256, name, key, scope, indexes, tuple(map(from_data, problems)), tuple(Lost(*one) for one in meant))
