"""New records of the archive: a hold, a disposal with what it lists, the tombstone of a file, a year's access log."""

from auditdocs.commands.new_file import Asked, NewFile, file_of, taken
from auditdocs.entry import Records
from auditdocs.examine import Examined
from auditdocs.problem import AuditdocsError, did_you_mean
from auditdocs.records.audit.audit import Audit
from auditdocs.records.cars.car import Car
from auditdocs.records.house.customer import Customer
from auditdocs.records.house.person import Person
from auditdocs.records.keeping.archive import Archive
from auditdocs.records.keeping.disposal import Disposal
from auditdocs.records.keeping.disposal_day import disposal_day, entries_of
from auditdocs.records.references import FILED
from auditdocs.retention import Claim
from auditdocs.skeleton import next_number, yaml_list, yaml_text


def new_hold(examined: Examined, asked: Asked) -> tuple[NewFile, ...]:
    """A hold, on an audit's or a customer's file where one is named."""
    number = next_number(f"HLD-{examined.as_of.year}-{{:03d}}", taken(examined, "hold"))
    scope = f"\n  records: {yaml_list([_filed(examined, asked.subject, 'hold')])}" if asked.subject else ""
    given = {"placed_on": examined.as_of.isoformat()} | ({"scope": scope} if scope else {})
    return (file_of(examined, "hold", number, given, hold=number),)


def new_disposal(examined: Examined, asked: Asked) -> tuple[NewFile, ...]:
    """A disposal that lists the file named."""
    number = next_number(f"DSP-{examined.as_of.year}-{{:03d}}", taken(examined, "disposal"))
    record = _filed(examined, asked.subject, "disposal")
    day = disposal_day(examined.loaded.records, record)
    first = f"最早可处置日 may go from: {day.first}" if day and day.first else "尚不可处置 may not go yet: auditdocs check"
    given = {"items": _item(examined.loaded.records, record)}
    return (file_of(examined, "disposal", number, given, {"items": first}, disposal=number),)


def _item(records: Records, record: str) -> str:
    """The line of the list for one file."""
    archive, entries = records.get(Archive, record), entries_of(records, record)
    lines = [f"  - record: {record}"]
    if archive and archive.record.archive_number:
        lines.append(f"    archive_number: {archive.record.archive_number}")
    lines += [f"    title: {yaml_text(_title(records, record))}", f"    quantity: {len(entries)}", "    reason:"]
    return "\n" + "\n".join(lines)


def new_tombstone(examined: Examined, asked: Asked) -> tuple[NewFile, ...]:
    """What stays of a file, written down while the file is there."""
    records, record = examined.loaded.records, _filed(examined, asked.subject, "tombstone")
    day, archive = disposal_day(records, record), records.get(Archive, record)
    retention = day.kept.retention if day else None
    claim = retention.winner if retention and isinstance(retention.winner, Claim) else None
    began = claim.trigger.day if claim else None
    disposals = records.where(Disposal, "record", record)
    cars = records.keys(Car, record) if record.startswith("AUD-") else ()
    found = {
        "title": yaml_text(_title(records, record)),
        "disposal": disposals[-1].key if disposals else "",
        "retention_class": day.kept.codes[0] if day else "",
        "archive_number": (archive.record.archive_number or "") if archive else "",
        "began_on": began.isoformat() if began else "",
        "filed_on": archive.record.filed_on.isoformat() if archive and archive.record.filed_on else "",
        "kept_until": retention.keep_until.isoformat() if retention and retention.keep_until else "",
        "numbers": yaml_list(cars) if cars else "",
    }
    return (file_of(examined, "tombstone", record, {name: value for name, value in found.items() if value}, filed=record),)


def _title(records: Records, record: str) -> str:
    """What people call a file."""
    audit = records.get(Audit, record)
    customer, person = records.get(Customer, record), records.get(Person, record)
    called = [one.record.name for one in (customer, person) if one]
    return (audit.record.label if audit else "") or next(map(str, called), record)


def new_access_log(examined: Examined, asked: Asked) -> tuple[NewFile, ...]:
    """The access log of a year."""
    year = asked.subject or str(asked.year or examined.as_of.year)
    if not (len(year) == 4 and year.isdigit()):
        raise AuditdocsError("请写年份：new access_log 2026", "name the year: new access_log 2026")
    return (file_of(examined, "access_log", year, {}, year=year),)


def _filed(examined: Examined, number: str, kind: str) -> str:
    """The audit, customer or person that is named."""
    records = examined.loaded.records
    known = [key for name in FILED for key in records.keys_of(name)]
    if number in known:
        return number
    meant = did_you_mean(number, known)
    said = f"new {kind} AUD-2026-001"
    raise AuditdocsError(
        f"没有审核、客户或人员 {number}{meant.zh}；请写 {said}" if number else f"请写明编号：{said}",
        f"there is no audit, customer or person {number}{meant.en}; write {said}" if number else f"name the file: {said}",
    )
