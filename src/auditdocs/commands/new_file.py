"""What was asked of `new`, and the file that comes of it: the next number, samples that exist, words about what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from auditdocs.entry import AnyEntry
from auditdocs.examine import Examined
from auditdocs.history import names_on_all_branches
from auditdocs.problem import AuditdocsError, Words, did_you_mean
from auditdocs.records import ROOMS
from auditdocs.records.audit.audit_life import planned_start
from auditdocs.records.house.person import Person, departments_on
from auditdocs.records.keeping.tombstone import Tombstone
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.records.references import TARGETS
from auditdocs.skeleton import Samples, skeleton

ON_SITE = frozenset({"audit_plan", "logistics", "meetings", "findings"})  # they speak of the days of the audit
BEFORE_IT = frozenset({"prep_meeting", "preaudit"})  # these of the days before


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to write: its path in the workspace and its text."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Asked:
    """What was said on the command line."""

    subject: str = ""
    customer: str = ""
    name: str = ""
    finding: str = ""
    year: int = 0
    bank: str = ""
    is_outbound: bool = False


def file_of(
    examined: Examined, kind: str, number: str, given: Mapping[str, str], comments: Mapping[str, str] | None = None, **pieces: str
) -> NewFile:
    """A record of a kind: what is given stands in it, the rest is explained."""
    room: Any = ROOMS.types[kind]
    samples = samples_of(examined, pieces.get("audit", ""), kind)
    return NewFile("records/" + room.file_of(**pieces), skeleton(room, number, given, comments, samples).encode())


def samples_of(examined: Examined, audit: str, kind: str) -> Samples:
    """Examples that are right here and then: they name people, departments and so on that there are."""
    records = examined.loaded.records
    known = {name: next(iter(target.known(audit, records)), "") for name, target in TARGETS.items()}
    person = records.get(Person, known["person"])
    if person:  # whose department goes with the name
        known["department"] = next(iter(departments_on(person.record, examined.as_of)), known["department"])
    sheet = records.get(ContactSheet, audit) if kind in ON_SITE | BEFORE_IT else None
    day = (planned_start(sheet, records) if sheet else None) or examined.as_of
    if kind in BEFORE_IT:
        day = min(day, examined.as_of)
    return Samples(day.isoformat(), known, examined.workspace.settings.languages[0])


def taken(examined: Examined, kind: str) -> set[str]:
    """Numbers in use here and on every branch Git knows, and those of what was destroyed."""
    here = set(examined.loaded.records.keys_of(kind))
    for tombstone in examined.loaded.records.all(Tombstone):
        here.update((tombstone.key, *tombstone.record.numbers))
    for path in names_on_all_branches(examined.workspace.root, "records"):
        here.update(Path(path).with_suffix("").parts)
    for file in examined.survey.files:
        here.update(Path(file).with_suffix("").parts)
    return here


def known(examined: Examined, kind: str, key: str, flag: str) -> AnyEntry:
    """The record a flag names, or a clear word about it."""
    records, what = examined.loaded.records, TARGETS[kind].words
    there = records.keys_of(kind)
    entry = records.get_of(kind, key) if key else None
    if entry:
        return entry
    if not key:
        raise AuditdocsError(f"请写明{what.zh}：{flag}{_there(there).zh}", f"name the {what.en}: {flag}{_there(there).en}")
    if records.is_known(kind, key):
        raise AuditdocsError(f"{what.zh} {key} 无法读取：auditdocs check", f"{what.en} {key} cannot be read: auditdocs check")
    raise AuditdocsError(f"没有{what.zh} {key}{_there(there, key).zh}", f"there is no {what.en} {key}{_there(there, key).en}")


def _there(keys: tuple[str, ...], typed: str = "") -> Words:
    """What there is to choose from, or what was meant."""
    if not keys:
        return Words("；目前一个也没有", "; there are none yet")
    some = keys[-8:]
    there = Words(f"；已有：{'、'.join(some)}", f"; there are: {', '.join(some)}")
    return did_you_mean(typed, keys, there) if typed else there


def demand_name(zh: str, en: str) -> NoReturn:
    """Say that a name is needed."""
    raise AuditdocsError(f"请写明{zh}名称：--name 名称", f"name the {en}: --name NAME")
