"""All records → the same records as one customer may read them: nothing internal, nothing of another customer, few words about people.

Document kinds read these instead of the whole and need not know it. What is reckoned (a state, a score) is reckoned
with the whole: it does not depend on who reads it.
"""

from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import Any, TypeVar

from auditdocs.customer_fields import as_shown
from auditdocs.entry import AnyEntry, Records
from auditdocs.records.attachments import folder_of
from auditdocs.records.base import Record
from auditdocs.records.house.person import Person
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.room import RecordType, Rooms
from auditdocs.word import Word

T = TypeVar("T")
RESTRICTED = "restricted"
NOBODY = "nobody"  # whose an audit is that has no contact sheet


class CustomersRecords(Records):
    """The records as one customer may read them; what it may not read is as if it were not there."""

    __slots__ = ("_customer", "_restricted")

    def __init__(self, whole: Records, customer: str) -> None:
        super().__init__(whole._library)
        self.reads, self._aside, self._listed = whole.reads, whole._aside, whole._listed
        self._customer = customer
        self._restricted: set[str] = set()

    def get_of(self, name: str, key: str) -> AnyEntry | None:
        """The record with this key, as far as it may be shown."""
        entry = super().get_of(name, key)
        if entry is None or not self._may_show(entry.type, entry.key, entry.scope):
            return None
        if getattr(entry.record, "confidentiality", None) == RESTRICTED:
            self._restricted.add(entry.path)
        shown: AnyEntry | None = super().derive(f"shown to {self._customer}", partial(_shown, customer=self._customer), entry)
        return shown

    def keys_of(self, name: str, scope: str = "") -> tuple[str, ...]:
        """The ids of a type given by name, without those of other customers."""
        keys = super().keys_of(name, scope)
        if scope:
            return keys if self._may_show(name, "", scope) else ()
        return tuple(key for key in keys if self._may_show(name, key, self._scope_of(name, key)))

    def derive(self, name: str, of: Callable[[Records, AnyEntry], T], entry: AnyEntry) -> T:
        """A value computed from a record as it was written."""
        return super().derive(name, of, super().get_of(entry.type, entry.key) or entry)

    def sources(self) -> tuple[str, ...]:
        """The paths of the records read so far, without those that were only asked whose they are."""
        found = {path: self._shelf.by_path[path] for path in super().sources()}
        return tuple(path for path, one in found.items() if self._may_show(one.type, one.key, one.scope))

    def restricted(self) -> tuple[str, ...]:
        """The paths of the records read so far that may be read by those only whom they name."""
        return tuple(sorted(self._restricted))

    def _may_show(self, name: str, key: str, scope: str) -> bool:
        room = _rooms(self).types[name]
        return room.shown_to_customers and owner(self, room, key, scope) in ("", self._customer)

    def _scope_of(self, name: str, key: str) -> str:
        path = self._shelf.path_of(name, key)
        return self._shelf.by_path[path].scope if path else ""


def owner(records: Records, room: RecordType[Any], key: str, scope: str) -> str:
    """The customer a record is about; empty for what is about none."""
    if room.name == "customer":
        return key
    if room.scope == "{customer}":
        return scope
    return owner_of_audit(records, scope) if room.scope == "{audit}" else ""


def owner_of_audit(records: Records, audit: str) -> str:
    """The customer of an audit."""
    sheet = Records.get_of(records, "contact_sheet", audit)
    assert sheet is None or isinstance(sheet.record, ContactSheet)
    return sheet.record.customer if sheet else NOBODY


def owner_of_subject(records: Records, key: str) -> str:
    """The customer of an audit, a CAR, a submission, by its number; nobody's for what is about none."""
    types = _rooms(records).types.values()
    for room in (one for one in types if one.scope in ("{audit}", "{customer}")):
        entry = records.get_of(room.name, key) if records.is_known(room.name, key) else None
        if entry:
            return owner(records, room, entry.key, entry.scope)
    return NOBODY


def _shown(whole: Records, entry: AnyEntry, customer: str) -> AnyEntry | None:
    """A record as its customer may read it; None where nothing is left."""
    kept_back = whole.derive("attachments kept back", _kept_back, _anchor(whole, entry))
    allowed = partial(_is_allowed, whole, customer, kept_back)
    record = as_shown(entry.record, allowed)
    if record is None:
        return None
    return type(entry)(entry.type, entry.key, entry.scope, entry.path, record, entry.source)


def _anchor(whole: Records, entry: AnyEntry) -> AnyEntry:
    """The record that stands for all that lie in one folder."""
    return whole.get_of("contact_sheet", entry.scope) or entry


def _kept_back(whole: Records, anchor: AnyEntry) -> frozenset[str]:
    """The attachments of a folder that one of its records keeps in the house."""
    types = [room for room in _rooms(whole).types.values() if room.scope and anchor.scope]
    found = (whole.get_of(room.name, key) for room in types for key in whole.keys_of(room.name, anchor.scope))
    records = [entry.record for entry in (anchor, *found) if entry and isinstance(entry.record, Record)]
    kept = {one.file for record in records for one in record.attachments if one.for_customer() is None}
    return frozenset((*kept, *_of_the_same_content(whole, folder_of(anchor), kept))) if kept else frozenset()


def _of_the_same_content(whole: Records, folder: str, files: Collection[str]) -> Iterator[str]:
    """The files of a folder that are one of these under another name."""
    contents = {digest for file in files if (digest := whole.digest_of_file(folder + file))}
    for path in whole.files_under(folder):
        if whole.digest_of_file(path) in contents:
            yield path.removeprefix(folder)


def _is_allowed(whole: Records, customer: str, kept_back: frozenset[str], word: Word, value: Any) -> bool:
    """Whether a reference leads to something this customer may know of."""
    match word.refers:
        case "":
            return True
        case "customer":
            return bool(value == customer)
        case "contact_sheet" | "audit":
            return owner_of_audit(whole, value) == customer
        case "finding":
            audit, slash, _ = str(value).partition("/")
            return not slash or owner_of_audit(whole, audit) == customer
        case "person":
            return not whole.is_absent(Person, value)
        case "attachment":
            return value not in kept_back
        case name:
            room = _rooms(whole).types.get(name)
            return room is None or not room.scope or _is_shown(whole, room, value, customer)


def _is_shown(whole: Records, room: RecordType[Any], key: str, customer: str) -> bool:
    """Whether a record is this customer's and says of itself that it may be shown."""
    entry = whole.get_of(room.name, key)
    return entry is not None and owner(whole, room, key, entry.scope) == customer and entry.record.for_customer() is not None


def _rooms(records: Records) -> Rooms:
    assert isinstance(records.rooms, Rooms)
    return records.rooms
