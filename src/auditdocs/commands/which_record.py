"""What somebody named on the command line → the one record that is meant: a path, a number, a document's newest revision."""

import re
from pathlib import Path, PurePosixPath

from auditdocs.entry import AnyEntry
from auditdocs.examine import Examined
from auditdocs.problem import AuditdocsError, did_you_mean
from auditdocs.records import ROOMS
from auditdocs.records.base import Record
from auditdocs.records.control.policy import Policy, revisions

SHOWN = 8  # records to choose from


def which_record(examined: Examined, folder: Path, named: str) -> AnyEntry:
    """The record, which must be readable and of a kind that people sign."""
    found = _of_path(examined, folder, named) or _of_number(examined, named)
    if len(found) == 1:
        return found[0]
    if found:
        some = [entry.path for entry in found[:SHOWN]]
        more = "…" if len(found) > SHOWN else ""
        raise AuditdocsError(
            f"{named} 有几份记录，请写文件路径：{'、'.join(some)}{more}",
            f"{named} is several records; name the file: {', '.join(some)}{more}",
        )
    raise _not_found(examined, folder, named)


def _of_path(examined: Examined, folder: Path, named: str) -> tuple[AnyEntry, ...]:
    path = _path(examined, folder, named)
    entry = examined.loaded.records.at_path(path) if path else None
    return (entry,) if entry and isinstance(entry.record, Record) else ()


def _path(examined: Examined, folder: Path, named: str) -> str:
    """A path as the workspace names it; it may be given from where one stands or from the workspace's root."""
    root = examined.workspace.root.resolve()
    places = (base / named for base in (Path.cwd(), folder, root))
    place = next((one.resolve() for one in places if one.is_file() and one.resolve().is_relative_to(root)), None)
    return place.relative_to(root).as_posix() if place else ""


def _of_number(examined: Examined, number: str) -> tuple[AnyEntry, ...]:
    """All records with this number; of a document its newest revision."""
    records = examined.loaded.records
    newest = revisions(records, number)[-1:]
    if newest:
        return newest
    key = re.sub(r"([A-Z])/([0-9])$", r"\1-\2", number)  # a revision as it is written on paper
    signed = (room.name for room in ROOMS.types.values() if issubclass(room.model, Record))
    found = (records.get_of(name, key) for name in signed)
    return tuple(entry for entry in found if entry)


def cannot_be_read(examined: Examined, named: str) -> AuditdocsError | None:
    """Where there is a file with this path or number, but what stands in it is wrong."""
    paths = (problem.place.path for problem in examined.loaded.problems)
    path = next((one for one in paths if named in (one, PurePosixPath(one).stem)), "")
    return (
        AuditdocsError(f"{path} 无法读取：auditdocs check {path}", f"{path} cannot be read: auditdocs check {path}", exit=1)
        if path
        else None
    )


def _not_found(examined: Examined, folder: Path, named: str) -> AuditdocsError:
    records, path = examined.loaded.records, _path(examined, folder, named)
    if unreadable := cannot_be_read(examined, path or named):
        return unreadable
    if path:
        return AuditdocsError(f"{path} 不是可以签署的记录", f"{path} is no record that people sign")
    known = {*records.keys(Policy), *(one.key for one in records.filed())}
    meant = did_you_mean(named, sorted(known))
    return AuditdocsError(f"没有记录 {named}{meant.zh}", f"there is no record {named}{meant.en}")
