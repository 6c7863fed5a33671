"""The archive numbers in use → the next one for an audit (DA/T 22-2015): fonds, kind, year, period, department, piece."""

import re

from auditdocs.entry import Records
from auditdocs.records.house.organization import organization
from auditdocs.records.house.retention_schedule import codes_for, schedule
from auditdocs.records.keeping.archive import Archive
from auditdocs.records.keeping.disposal import Disposal
from auditdocs.records.keeping.retention_of import ended_on
from auditdocs.records.keeping.tombstone import Tombstone

KIND, DEPARTMENT = "KS", "QA"  # 客户审核; the department that made the file


def next_archive_number(records: Records, audit: str) -> str:
    """The next number of the audit's year and period, those of what was destroyed counted; empty where there is no fonds code."""
    ours, year = organization(records), audit[4:8]
    if ours is None or not ours.fonds_code or ended_on(records, audit) is None:
        return ""
    prefix = f"{ours.fonds_code}-{KIND}·{year}-{_period(records)}-{DEPARTMENT}-"
    used = [int(number.removeprefix(prefix)) for number in _used(records) if re.fullmatch(re.escape(prefix) + "[0-9]{4}", number)]
    return f"{prefix}{max(used, default=0) + 1:04d}"


def _used(records: Records) -> set[str]:
    found = {entry.record.archive_number for entry in records.all(Archive)}
    found |= {entry.record.archive_number for entry in records.all(Tombstone)}
    found |= {item.archive_number for entry in records.all(Disposal) for item in entry.record.items}
    return {number for number in found if number}


def _period(records: Records) -> str:
    """How long audit files stay: `Y` for ever, `D` and years (D3 is our own short form)."""
    rows = schedule(records)
    months = [rows[code].period.all_months() for code in codes_for(rows, "archive", "CA-3Y")]
    if not months or any(one is None for one in months):
        return "Y"
    return f"D{max(one or 0 for one in months) // 12}"
