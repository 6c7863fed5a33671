"""The folder of an audit: whatever lies in it belongs to a contact sheet (AUD-001)."""

from collections.abc import Iterator

from auditdocs.entry import AnyEntry, Records, Violation
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.room import Rooms, rule


@rule(
    "audit.without-contact-sheet",
    "001i 6.1.2",
    catalogue="AUD-001",
    zh="审核 {audit} 的文件夹没有联络单 contact_sheet.yaml",
    en="the folder of the audit {audit} has no contact sheet (contact_sheet.yaml)",
    do_zh="由销售部发起联络单；飞行审核最迟在开始后 1 个工作日内补",
    do_en="sales issues the contact sheet; for an unannounced audit at the latest one working day after it began",
)
def without_contact_sheet(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    """One folder is one problem: it is told at its first file."""
    if records.is_absent(ContactSheet, entry.scope) and entry.path == _first_path(records, entry.scope):
        yield entry.at(audit=entry.scope)


def _first_path(records: Records, audit: str) -> str:
    rooms = records.rooms
    assert isinstance(rooms, Rooms)
    inside = [name for name, room in rooms.types.items() if room.scope == "{audit}"]
    found = (records.get_of(name, key) for name in inside for key in records.keys_of(name, audit))
    return min(entry.path for entry in found if entry)


FOLDER_RULES = (without_contact_sheet,)
