"""Records and the schedule → rows of the retention index, as values: each says until when, by which formula, who asks for it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from auditdocs.documents.keeping.retention_index import RetentionRow
from auditdocs.documents.report.audit_words import audit_name
from auditdocs.documents.words import Writing, length, lines, room_of
from auditdocs.entry import AnyEntry, Records
from auditdocs.field import label
from auditdocs.labels import joined
from auditdocs.problem import Words
from auditdocs.records.audit.audit import Audit
from auditdocs.records.audit.audit_file import open_cars, records_of_audit
from auditdocs.records.base import Retention as OwnRetention
from auditdocs.records.house.organization import parameters
from auditdocs.records.house.retention_schedule import END_OF, TRIGGER
from auditdocs.records.keeping.archive import FORM, Archive, ArchiveItem
from auditdocs.records.keeping.hold import HOLD_REASON, holds_on
from auditdocs.records.keeping.retention_of import Kept, ended_on, ending, kept
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.records.words import Bilingual
from auditdocs.retention import Claim, Override, Status, disposal_after_holds, status

STATUS: Mapping[Status, Words] = {
    "running": Words("未起算", "Not yet counting"),
    "retained": Words("保存中", "Retained"),
    "due_soon": Words("即将到期", "Due soon"),
    "due": Words("已到期", "Due"),
    "permanent": Words("永久", "Permanent"),
}
ON_HOLD = Words("冻结", "On hold")
OWN_PERIOD = Words("存档期限表", "Retention schedule")
OPEN_CARS = Words("CAR 未关闭", "CARs still open")
FILE = Words("客户审核案卷", "Customer audit file")
NO_CLASS = Words("存档期限表中无此类别", "no class in the schedule")
BETWEEN = Words("；", "; ")
SHORT_DIGEST = 12


@dataclass(frozen=True, slots=True)
class IndexRow:
    """A row with real dates; on paper they are written, in a workbook they stay dates."""

    audit: str
    words: RetentionRow  # all but the dates
    filed_on: date | None
    trigger_date: date | None
    keep_until: date | None
    destroy_not_before: date | None

    def as_data(self) -> list[Any]:
        """The row as plain data."""
        return [self.audit, asdict(self.words), *(day.isoformat() if day else None for day in self._days())]

    @classmethod
    def of(cls, data: list[Any]) -> "IndexRow":
        """The row again."""
        audit, words, *days = data
        return cls(audit, RetentionRow(**words), *(date.fromisoformat(day) if day else None for day in days))

    def _days(self) -> tuple[date | None, ...]:
        return self.filed_on, self.trigger_date, self.keep_until, self.destroy_not_before


def record_rows(write: Writing, entries: Iterable[AnyEntry], is_dated: bool) -> Iterator[IndexRow]:
    """One row for each record; a `dated` one says where the record stands today."""
    for entry in entries:
        archive = write.records.get(Archive, entry.scope) if _is_of_audit(write.records, entry) else None
        found = kept(write.records, (entry,))
        hold = _barred(write, entry.scope if _is_of_audit(write.records, entry) else entry.key)
        told = _Told(_title(write, entry), entry.key, write.words(room_of(write.records, entry).title), entry.source.sha256)
        yield _row(write, told, archive.record if archive else Archive(), found, hold, is_dated, (entry,))


def item_rows(write: Writing, audit_id: str, is_dated: bool) -> Iterator[IndexRow]:
    """One row for each thing the archive keeps besides the records: paper, documents."""
    archive = write.records.get(Archive, audit_id)
    for item in archive.record.items if archive else ():
        assert archive
        told = _Told(
            _item_title(write, item), lines(item.record or "", item.document or ""), write.choice(FORM, item.form), item.sha256 or ""
        )
        own = archive.record.model_copy(update={"location": item.location or archive.record.location})
        yield _row(write, told, own, kept(write.records, (archive,)), _barred(write, audit_id), is_dated, (archive,))


def file_row(write: Writing, audit_id: str, is_dated: bool) -> IndexRow:
    """A whole audit file: the longest period of any of its records."""
    entries = records_of_audit(write.records, audit_id)
    archive = write.records.get(Archive, audit_id)
    sheet = write.records.get(ContactSheet, audit_id)
    customer = write.customer(sheet.record.customer) if sheet else ""
    title = lines(customer, audit_name(write, audit_id).removeprefix(audit_id).strip())
    told = _Told(title, audit_id, write.words(FILE), "")
    found, hold = kept(write.records, entries), _barred(write, audit_id)
    return _row(write, told, archive.record if archive else Archive(), found, hold, is_dated, entries)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a row is about."""

    title: str
    number: str
    kind: str
    digest: str


def _row(
    write: Writing,
    told: _Told,
    archive: Archive,
    found: Kept | None,
    barred: "_Barred",
    is_dated: bool,
    entries: Sequence[AnyEntry],
) -> IndexRow:
    retention = found.retention if found else None
    claim = _counting(found)
    until = retention.keep_until if retention else None
    disposal = None if barred.words or not retention else disposal_after_holds(retention, barred.released)
    audit = entries[0].scope if entries and entries[0].scope.startswith("AUD-") else ""
    words = RetentionRow(
        archive_number=archive.archive_number or "",
        record_number=told.number,
        title=told.title,
        kind=told.kind,
        filed_on=write.day(archive.filed_on),
        trigger=_happened(write, claim, audit),
        trigger_date=write.day(claim.trigger.day if claim else None),
        retention_class=write.listed(found.codes) if found else write.words(NO_CLASS),
        formula=_formula(write, found),
        authority=_winner(write, found, entries),
        other_authorities=BETWEEN.in_(write.languages[0]).join(_authority(write, one) for one in retention.losers) if retention else "",
        keep_until=write.words(STATUS["permanent"]) if retention and retention.permanent else write.day(until),
        destroy_not_before=write.day(disposal),
        status=_status(write, found, barred.words, is_dated),
        hold=barred.words,
        location=archive.location or "",
        medium=archive.medium or "",
        digest=told.digest[:SHORT_DIGEST],
    )
    return IndexRow(audit, words, archive.filed_on, claim.trigger.day if claim else None, until, disposal)


def _is_of_audit(records: Records, entry: AnyEntry) -> bool:
    return room_of(records, entry).scope == "{audit}"


def _title(write: Writing, entry: AnyEntry) -> str:
    """What people call a record: its title, a name, an audit's label."""
    record = entry.record
    for name in ("title", "name", "label"):
        said = getattr(record, name, None)
        if isinstance(said, Bilingual | str):
            return write.name(said)
    return write.words(room_of(write.records, entry).title)


def _item_title(write: Writing, item: ArchiveItem) -> str:
    counted = ((label(ArchiveItem, "pages"), item.pages), (label(ArchiveItem, "copies"), item.copies))
    return lines(write.text(item.title), " ".join(f"{write.words(words)} {number}" for words, number in counted if number is not None))


@dataclass(frozen=True, slots=True)
class _Barred:
    """What keeps a file from being disposed of, in words; and when each of its holds was released."""

    words: str = ""
    released: tuple[date | None, ...] = ()


def _barred(write: Writing, number: str) -> _Barred:
    """The holds on a file, and the open CARs of an ended audit (D.7.2)."""
    holds = holds_on(write.records, number)
    active = [f"{one.key} {write.choice(HOLD_REASON, one.record.reason)}".strip() for one in holds if one.record.released is None]
    is_ended = number.startswith("AUD-") and ended_on(write.records, number) is not None
    cars = open_cars(write.records, number) if is_ended else ()
    said = lines(*active, f"{write.words(OPEN_CARS)}: {write.listed(cars)}" if cars else "")
    return _Barred(said, tuple(one.record.released.date if one.record.released else None for one in holds))


def _status(write: Writing, found: Kept | None, hold: str, is_dated: bool) -> str:
    if found is None or not is_dated:
        return ""
    if hold:
        return write.words(ON_HOLD)
    return write.words(STATUS[status(found.retention, write.records.has_come, parameters(write.records).retention_due_soon_days)])


def _counting(found: Kept | None) -> Claim | None:
    """The claim that gives the day; where somebody set a later one, the longest of the schedule."""
    if found is None:
        return None
    winner = found.retention.winner
    return winner if isinstance(winner, Claim) else found.retention.losers[0]


def _event(write: Writing, claim: Claim | None) -> str:
    return write.choice(TRIGGER, claim.trigger.name) if claim and claim.trigger.name in TRIGGER.choices else ""


def _happened(write: Writing, claim: Claim | None, audit_id: str) -> str:
    """The event a period counts from, and how an audit ended that was not closed."""
    event = _event(write, claim)
    ended = ending(write.records, audit_id) if claim and claim.trigger.name == "audit.closed" else None
    return event if ended is None or ended[1] == label(Audit, "closed") else write.told(event, write.words(ended[1]))


def _formula(write: Writing, found: Kept | None) -> str:
    """`2026-03-15 + 3 年 = 2029-03-15`; while nothing happened yet, the event stands for its day."""
    claim = _counting(found)
    if found is None or claim is None or claim.period.permanent:
        return ""
    start = write.day(claim.trigger.day) or _event(write, claim)
    ending = "" if claim.end_of == "exact" else f" → {write.choice(END_OF, claim.end_of)}"
    until = f" = {write.day(claim.until)}" if claim.until else ""
    override = f"\n→ {write.day(found.retention.keep_until)}" if isinstance(found.retention.winner, Override) else ""
    return f"{start} + {length(write, claim.period)}{ending}{until}{override}"


def _winner(write: Writing, found: Kept | None, entries: Sequence[AnyEntry]) -> str:
    if found is None:
        return ""
    winner = found.retention.winner
    return _authority(write, winner, with_day=False) if isinstance(winner, Claim) else _override(write, winner, entries)


def _override(write: Writing, winner: Override, entries: Sequence[AnyEntry]) -> str:
    """That somebody set a later day, and why."""
    own = (entry.record.retention for entry in entries if getattr(entry.record, "retention", None))
    reasons = (write.text(one.reason) for one in own if one.override_until == winner.until)
    return lines(write.words(label(OwnRetention, "override_until")), *dict.fromkeys(reasons))


def _authority(write: Writing, claim: Claim, with_day: bool = True) -> str:
    """Who asks, and until when: `IATF 16949 7.5.3.2.1: 1 年 → 2027-03-15`."""
    name = " ".join(filter(None, (claim.authority.name, claim.authority.clause))) if claim.authority else f"{_own(write)} {claim.code}"
    if not with_day:
        return name
    return f"{name}: {' → '.join(filter(None, (length(write, claim.period), write.day(claim.until))))}"


def _own(write: Writing) -> str:
    return joined(OWN_PERIOD, write.languages)
