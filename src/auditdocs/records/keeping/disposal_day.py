"""The number of a file → the first day on which it may be destroyed, and what stands against it (D.7.2, D.7.5)."""

from dataclasses import dataclass
from datetime import date

from auditdocs.entry import AnyEntry, Entry, Records
from auditdocs.records.audit.audit_file import open_cars, records_of_audit
from auditdocs.records.house.customer import Customer
from auditdocs.records.house.person import Person
from auditdocs.records.keeping.hold import Hold, holds_on
from auditdocs.records.keeping.retention_of import Kept, kept
from auditdocs.retention import disposal_after_holds


@dataclass(frozen=True, slots=True)
class DisposalDay:
    """Until when a file stays, which holds lie on it, which CARs are open, and from when it may go."""

    kept: Kept
    holds: tuple[Entry[Hold], ...]  # those that are not released
    open_cars: tuple[str, ...]
    first: date | None  # empty while the period runs, for ever, under a hold, with an open CAR


def entries_of(records: Records, number: str) -> tuple[AnyEntry, ...]:
    """The records of the file with this number; none where nothing of it lies in the workspace any more."""
    if number.startswith("AUD-"):
        return records_of_audit(records, number)
    found: AnyEntry | None = records.get(Customer if number.startswith("C") else Person, number)
    return (found,) if found else ()


def disposal_day(records: Records, number: str) -> DisposalDay | None:
    """What the schedule and the holds say of a file; None where there is no such file, or no class for it."""
    found = kept(records, entries_of(records, number))
    if found is None:
        return None
    holds, cars = holds_on(records, number), open_cars(records, number) if number.startswith("AUD-") else ()
    released = [hold.record.released.date if hold.record.released else None for hold in holds]
    first = None if cars else disposal_after_holds(found.retention, released)
    return DisposalDay(found, tuple(hold for hold in holds if hold.record.released is None), cars, first)
