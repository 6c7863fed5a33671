"""Files → Records, and a problem for everything that does not fit, at its own line."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from auditdocs.entry import AnyEntry, Library, Recall, Records, RowOf, recall_nothing
from auditdocs.filing import Reading, file_all, read_file
from auditdocs.inputs import File, Settings
from auditdocs.problem import Problem
from auditdocs.room import Rooms
from auditdocs.sha256sums import recorded_digests
from auditdocs.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Loaded:
    """All records, and what is the matter with those that are not among them."""

    records: Records
    problems: tuple[Problem, ...]
    hashes: Mapping[str, str]  # sha256 of every record file
    count: int


def load(
    files: Iterable[File],
    rooms: Rooms,
    as_of: date,
    settings: Settings | None = None,
    attachments: Mapping[str, str] | None = None,
    sums: Mapping[str, str] | None = None,
    root: str = "records/",
    rows: Mapping[str, RowOf] | None = None,
) -> Loaded:
    """Read every file as what its path says it is; `sums` are the texts of the lists of digests by path."""
    settings = settings or Settings()
    read = {file.path: read_file(file, rooms, settings, root) for file in files}

    def opened(path: str) -> AnyEntry:
        entry = read[path][1]
        assert entry is not None, path
        return entry

    readings = [reading for reading, _ in read.values()]
    return put_together(
        readings, opened, rooms, as_of, settings, attachments or {}, recorded_digests(sums or {}), rows or {}, recall_nothing()
    )


def put_together(
    readings: Iterable[Reading],
    opened: Callable[[str], AnyEntry],
    rooms: Rooms,
    as_of: date,
    settings: Settings,
    attachments: Mapping[str, str],
    sums: Mapping[str, str],
    rows: Mapping[str, RowOf],
    recall: Recall,
) -> Loaded:
    """Readings → Records that open a file when somebody asks for it."""
    known = tuple(readings)
    filing = file_all(known)
    shelf = Shelf(filing.filed, filing.lost, opened, attachments, sums)
    records = Records(Library(shelf, rooms.names, settings, as_of, rooms, rows, recall))
    return Loaded(records, filing.problems, {one.path: one.sha256 for one in known}, len(known))
