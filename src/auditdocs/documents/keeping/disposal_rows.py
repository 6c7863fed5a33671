"""The items of a disposal → rows: from the records while they are there, from their tombstones afterwards."""

from dataclasses import dataclass
from datetime import date, timedelta

from auditdocs.documents.keeping.disposal_appraisal import AppraisalRow
from auditdocs.documents.keeping.disposal_list import ListRow
from auditdocs.documents.report.audit_words import audit_name
from auditdocs.documents.words import Writing, confidentiality_of, length, lines
from auditdocs.entry import Entry
from auditdocs.problem import Words
from auditdocs.records.base import CONFIDENTIALITY
from auditdocs.records.house.retention_schedule import schedule
from auditdocs.records.keeping.archive import FORM, Archive
from auditdocs.records.keeping.disposal import METHOD, Disposal, DisposalItem
from auditdocs.records.keeping.disposal_day import DisposalDay, disposal_day, entries_of
from auditdocs.records.keeping.tombstone import Tombstone

GONE_WITH = Words("一并注销", "Numbers gone with it")
FILED = Words("归档", "Filed")
BEGAN = Words("起算", "Counted from")
FOR_EVER = Words("永久", "Permanent")


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of an item besides what its line says."""

    archive_number: str = ""
    title: str = ""
    codes: tuple[str, ...] = ()
    until: str = ""
    more: str = ""  # days of filing and closing
    confidentiality: str = ""
    day: DisposalDay | None = None
    first: date | None = None


def appraisal_row(write: Writing, number: int, item: DisposalItem) -> AppraisalRow:
    """One file to be judged."""
    known = _known(write, item)
    holds = tuple(hold.key for hold in known.day.holds) if known.day else ()
    return AppraisalRow(
        number=str(number),
        archive_number=lines(item.archive_number or known.archive_number, item.record or ""),
        title=write.text(item.title) or known.title,
        retention_class=_period(write, known),
        keep_until=known.until,
        destroy_not_before=write.day(known.day.first if known.day else known.first),
        barred=write.listed((*holds, *(known.day.open_cars if known.day else ()))),
        reason=write.text(item.reason),
    )


def list_row(write: Writing, number: int, item: DisposalItem, entry: Entry[Disposal]) -> ListRow:
    """One line of the list."""
    known = _known(write, item)
    return ListRow(
        number=str(number),
        archive_number=lines(item.archive_number or known.archive_number, item.record or ""),
        title=lines(write.text(item.title) or known.title, known.more),
        form=write.choice(FORM, item.form),
        quantity=write.number(item.quantity),
        copies=write.number(item.copies),
        pages=write.number(item.pages),
        confidentiality=known.confidentiality,
        period=lines(_period(write, known), known.until),
        reason=write.text(item.reason),
        method=write.choice(METHOD, entry.record.method),
    )


def _known(write: Writing, item: DisposalItem) -> _Known:
    """By the file while it lies in the workspace, by its tombstone afterwards."""
    entries = entries_of(write.records, item.record) if item.record else ()
    tombstone = write.records.get(Tombstone, item.record) if item.record else None
    if item.record and entries:
        archive, day = write.records.get(Archive, item.record), disposal_day(write.records, item.record)
        level = confidentiality_of(write.records, *entries)
        return _Known(
            (archive.record.archive_number if archive else "") or "",
            audit_name(write, item.record),
            day.kept.codes if day else (),
            _until(write, day),
            confidentiality=write.choice(CONFIDENTIALITY, level),
            day=day,
        )
    return _buried(write, tombstone) if tombstone else _Known()


def _until(write: Writing, day: DisposalDay | None) -> str:
    if day is None:
        return ""
    return write.words(FOR_EVER) if day.kept.retention.permanent else write.day(day.kept.retention.keep_until)


def _buried(write: Writing, tombstone: Entry[Tombstone]) -> _Known:
    """What a tombstone keeps."""
    gone = tombstone.record
    days = ((BEGAN, write.day(gone.began_on)), (FILED, write.day(gone.filed_on)), (GONE_WITH, write.listed(gone.numbers)))
    said = lines(*(write.told(write.words(words), value) for words, value in days), write.text(gone.note))
    return _Known(
        gone.archive_number or "",
        write.text(gone.title),
        (gone.retention_class,) if gone.retention_class else (),
        write.day(gone.kept_until),
        said,
        write.choice(CONFIDENTIALITY, confidentiality_of(write.records, tombstone)),
        first=gone.kept_until + timedelta(days=1) if gone.kept_until else None,
    )


def _period(write: Writing, known: _Known) -> str:
    """The classes with their periods: `CA-3Y 3 年`."""
    rows = schedule(write.records)
    return write.listed(" ".join(filter(None, (code, length(write, rows[code].period) if code in rows else ""))) for code in known.codes)
