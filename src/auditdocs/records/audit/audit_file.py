"""An audit's number → what lies in its file, and which of its CARs still keep it open (D.7.2)."""

from auditdocs.entry import AnyEntry, Records
from auditdocs.records.cars.car import Car
from auditdocs.room import Rooms
from auditdocs.state import standing

OVER = ("closed", "void")


def records_of_audit(records: Records, audit_id: str) -> tuple[AnyEntry, ...]:
    """Every record in an audit's folder, in the order of the table of record types."""
    assert isinstance(records.rooms, Rooms)
    names = [room.name for room in records.rooms.types.values() if room.scope == "{audit}"]
    found = (records.get_of(name, key) for name in names for key in records.keys_of(name, audit_id))
    return tuple(entry for entry in found if entry)


def open_cars(records: Records, audit_id: str) -> tuple[str, ...]:
    """The CARs of an audit that are neither closed nor void."""
    cars = records.all(Car, audit_id)
    return tuple(car.key for car in cars if not ((found := standing(records, car, "car")) and found.state in OVER))
