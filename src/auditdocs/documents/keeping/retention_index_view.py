"""Records and the retention schedule → the index in its sizes: all audit files, a closing year (on paper; its records), an audit."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from operator import itemgetter
from typing import Any

from auditdocs.document import INSIDE, Document, DocumentKind, Listed, Request, Subject
from auditdocs.documents.keeping.hold_sheet import HOLDS, HOLDS_NOT_PRINTED, hold_sheet
from auditdocs.documents.keeping.retention_index import WORDS, AuditIndexView, YearIndexView
from auditdocs.documents.keeping.retention_rows import IndexRow, file_row, item_rows, record_rows
from auditdocs.documents.not_printed import left_to_its_keeper
from auditdocs.documents.record_form import document_about, each, writing_about
from auditdocs.documents.register import as_workbook, heading, our_writing, register
from auditdocs.documents.report.audit_words import audit_name
from auditdocs.documents.row_names import its_own
from auditdocs.documents.rows_view import attachment_rows, lines_to_sign, signatures
from auditdocs.documents.words import Writing, length, lines
from auditdocs.entry import AnyEntry, Entry, Records
from auditdocs.field import label
from auditdocs.labels import FRAME
from auditdocs.problem import Words
from auditdocs.records.audit.audit_file import records_of_audit
from auditdocs.records.house.retention_schedule import (
    AUTHORITY_KIND,
    DISPOSITION,
    END_OF,
    TRIGGER,
    ScheduleAuthority,
    ScheduleRow,
    schedule,
)
from auditdocs.records.keeping.archive import Archive
from auditdocs.records.keeping.retention_of import ended_on
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.room import Rooms
from auditdocs.shelf import Lost
from auditdocs.view_parts import Sheet, Signature

TITLE = Words("归档目录与存档期限索引", "Archive and Retention Index")
AUDIT_ROWS, RECORD_ROWS, FILE_ROW = "retention-of-audit", "retention-of-record", "retention-of-file"
ALL, RECORDS_OF = "all", "records-"  # the subjects of workbooks: all audit files; the records of a closing year
FILES, ALL_RECORDS = Words("案卷", "Audit files"), Words("全部记录", "All records")
OTHERS = Words("未结束的审核及其他记录", "Audits under way, others")
SHEET, SCHEDULE = Words("存档期限索引", "Retention index"), Words("存档期限表", "Retention schedule")
NOT_PRINTED = {**left_to_its_keeper("archive"), **HOLDS_NOT_PRINTED}
WIDTHS: Mapping[str, int] = {
    "archive_number": 26, "audit": 14, "record": 18, "record_title": 34, "kind": 16, "filed_on": 11, "trigger": 16, "trigger_date": 11,
    "retention_class": 11, "formula": 28, "authority": 30, "other_authorities": 40, "keep_until": 11, "destroy_not_before": 11,
    "status": 11, "hold": 18, "location": 22, "medium": 12, "file_digest": 15,
}  # fmt: skip
NOT_OF_FILES = ("record", "kind", "file_digest")  # an audit file is no single record
SCHEDULE_WIDTHS: Mapping[str, int] = {
    "title": 28, "applies_to": 30, "trigger": 18, "period": 10, "end_of": 10, "authorities": 50, "disposition": 12,
    "personal_data_period": 12, "note": 30, "reviewed_on": 11,
}  # fmt: skip


def registers(records: Records, request: Request) -> Iterator[Subject]:
    """Every audit file; each year in which an audit ended, with the records of its files."""
    yield Subject(ALL)
    for year in sorted({ended for _, ended, _ in _files(records) if ended}):
        yield Subject(year)
        yield Subject(f"{RECORDS_OF}{year}")


def make(records: Records, subject: Subject, request: Request) -> Document | None:
    """The index in the size asked for."""
    if subject.key == ALL:
        return _all(our_writing(records), request)
    if subject.key.startswith(RECORDS_OF):
        return _records_of_year(our_writing(records), subject.key.removeprefix(RECORDS_OF), request)
    if subject.key.isdigit():
        return _year(our_writing(records), subject.key)
    return _audit(records, subject.key)


def _all(write: Writing, request: Request) -> Document:
    """One row for each audit file that ended, and one for each record that lies in none of these."""
    files = tuple(IndexRow.of(row) for _, _, row in _files(write.records) if row)
    others = tuple(_rows_beside(write.records))
    scope = lines(f"{write.words(FILES)}: {len(files)}", f"{write.words(OTHERS)}: {len(others)}", _not_listed(write))
    above = heading(write, RETENTION_INDEX, scope, request.as_of)
    holds = hold_sheet(write, heading(write, RETENTION_INDEX, said=write.words(HOLDS)))
    columns = tuple(name for name in WIDTHS if name not in NOT_OF_FILES)
    sheets = (_sheet(write, FILES, above, files, columns), _sheet(write, OTHERS, above, others), _schedule_sheet(write), holds)
    return as_workbook(register(RETENTION_INDEX, write, ALL, sheets, scope, write.words(FILES)))


def _records_of_year(write: Writing, year: str, request: Request) -> Document:
    """One row for each record of the audit files of a year, real dates, filters."""
    audits = (audit for audit, ended, _ in _files(write.records) if ended == year)
    rows = tuple(IndexRow.of(row) for audit in audits for row in write.records.row(AUDIT_ROWS, audit))
    scope = lines(write.words(_of_year(year)), f"{write.words(ALL_RECORDS)}: {len(rows)}", _not_listed(write))
    sheet = _sheet(write, SHEET, heading(write, RETENTION_INDEX, scope, request.as_of), rows)
    name = f"{year} {ALL_RECORDS.in_(write.languages[0])}"
    return as_workbook(register(RETENTION_INDEX, write, f"{RECORDS_OF}{year}", sheet, scope, year, name))


def _files(records: Records) -> Iterator[tuple[str, str, list[Any] | None]]:
    """Audit by audit: its number, the year in which it ended, empty while it has not, and the row of its whole file."""
    return ((key, *records.row(FILE_ROW, key)) for key in records.keys(ContactSheet))


def _rows_beside(records: Records) -> Iterator[IndexRow]:
    """The records of audits that have not ended, then those of no audit."""
    assert isinstance(records.rooms, Rooms)
    types = tuple(records.rooms.types.values())
    audits = {scope for room in types if room.scope == "{audit}" for scope in records.scopes(room.name)}
    ended = {audit for audit, year, _ in _files(records) if year}
    yield from (IndexRow.of(row) for audit in sorted(audits - ended) for row in records.row(AUDIT_ROWS, audit))
    others = (f"{room.name}/{key}" for room in types if room.scope != "{audit}" for key in records.keys_of(room.name))
    yield from (IndexRow.of(row) for name in others for row in records.row(RECORD_ROWS, name))


def rows_of_audit(records: Records, audit_id: str) -> list[list[Any]]:
    """The rows of an audit's records and of what its archive keeps besides."""
    write = our_writing(records)
    rows = (*record_rows(write, records_of_audit(records, audit_id), is_dated=True), *item_rows(write, audit_id, is_dated=True))
    return [row.as_data() for row in rows]


def rows_of_record(records: Records, name: str) -> list[list[Any]]:
    """The row of a record outside audits, by its type and key."""
    kind, _, key = name.partition("/")
    entry = records.get_of(kind, key)
    write = our_writing(records)
    return [row.as_data() for row in record_rows(write, (entry,) if entry else (), is_dated=True)]


def row_of_file(records: Records, audit_id: str) -> list[Any]:
    """The year in which an audit ended, empty while it has not; and the row of its whole file."""
    ended = ended_on(records, audit_id)
    if ended is None:
        return ["", None]
    return [str(ended.year), file_row(our_writing(records), audit_id, is_dated=True).as_data()]


def _not_listed(write: Writing) -> str:
    """How many records could not be read, said only where there are any."""
    return f"{write.words(FRAME['not_listed'])}: {len(_lost(write.records))}"


def _lost(records: Records) -> tuple[Lost, ...]:
    assert isinstance(records.rooms, Rooms)
    return tuple(one for room in records.rooms.types.values() for one in records.lost_in(room.model))


def _sheet(write: Writing, title: Words, above: tuple[str, ...], rows: tuple[IndexRow, ...], names: Iterable[str] = WIDTHS) -> Sheet:
    """The index as a table, with dates as dates."""
    shown = tuple(names)
    columns = tuple((write.words(WORDS[name]), WIDTHS[name]) for name in shown)
    chosen = itemgetter(*(list(WIDTHS).index(name) for name in shown))
    return Sheet(title.in_(write.languages[0]), above, columns, tuple(chosen(_cells(row)) for row in rows))


def _cells(row: IndexRow) -> tuple[Any, ...]:
    """The cells of a row in the order of `WIDTHS`."""
    told = row.words
    return (
        told.archive_number, row.audit, told.record_number, told.title, told.kind, row.filed_on, told.trigger, row.trigger_date,
        told.retention_class, told.formula, told.authority, told.other_authorities, row.keep_until or told.keep_until,
        row.destroy_not_before, told.status, told.hold, told.location, told.medium, told.digest,
    )  # fmt: skip


def _schedule_sheet(write: Writing) -> Sheet:
    """The schedule itself: what the rows of the index were reckoned with."""
    named = ((write.words(label(ScheduleRow, name)), width) for name, width in SCHEDULE_WIDTHS.items())
    columns = ((write.words(WORDS["retention_class"]), 14), *named)
    rows = tuple(_schedule_cells(write, code, row) for code, row in schedule(write.records).items())
    return Sheet(SCHEDULE.in_(write.languages[0]), heading(write, RETENTION_INDEX, said=write.words(SCHEDULE)), columns, rows)


def _schedule_cells(write: Writing, code: str, row: ScheduleRow) -> tuple[Any, ...]:
    return (
        code,
        write.text(row.title),
        write.listed(row.applies_to),
        write.choice(TRIGGER, row.trigger),
        length(write, row.period),
        write.choice(END_OF, row.end_of),
        lines(*(_schedule_authority(write, one) for one in row.authorities)),
        write.choice(DISPOSITION, row.disposition),
        length(write, row.personal_data_period) if row.personal_data_period else "",
        write.text(row.note),
        row.reviewed_on,
    )


def _schedule_authority(write: Writing, one: ScheduleAuthority) -> str:
    least = length(write, one.min_period) if one.min_period else ""
    return " · ".join(filter(None, (" ".join(filter(None, (one.name, one.clause))), write.choice(AUTHORITY_KIND, one.kind), least)))


def _of_year(year: str) -> Words:
    return Words(f"{year} 年关闭、取消或中止的客户审核", f"Customer audits closed, cancelled or aborted in {year}")


def _year(write: Writing, year: str) -> Document:
    """One row for each audit file that ended in a year."""
    rows = tuple(IndexRow.of(row).words for _, ended, row in _files(write.records) if row and ended == year)
    scope = lines(write.words(_of_year(year)), _not_listed(write))
    signed = lines_to_sign(write, "prepared", "reviewed")
    view = YearIndexView(year=year, scope=scope, file_count=str(len(rows)), rows=rows, signatures=signed)
    return replace(register(RETENTION_INDEX, write, year, view, scope, year, year), template="retention_index/year")


def _audit(records: Records, audit_id: str) -> Document | None:
    """One row for each record of a filed audit; its dates do not age."""
    archive, sheet = records.get(Archive, audit_id), records.get(ContactSheet, audit_id)
    if archive is None or archive.record.filed_on is None or sheet is None:
        return None
    write, entries = writing_about(records, archive), records_of_audit(records, audit_id)
    document = document_about(RETENTION_INDEX, write, archive, _audit_view(write, archive, sheet, entries))
    return replace(document, formats=("pdf",), template="retention_index/audit")


def _audit_view(write: Writing, archive: Entry[Archive], sheet: Entry[ContactSheet], entries: tuple[AnyEntry, ...]) -> AuditIndexView:
    whole, filed = file_row(write, archive.key, is_dated=False).words, archive.record
    rows = tuple(row.words for row in (*record_rows(write, entries, is_dated=False), *item_rows(write, archive.key, is_dated=False)))
    filed_by = Signature(write.words(WORDS["filed_by"]), write.person(filed.filed_by), write.day(filed.filed_on))
    return AuditIndexView(
        audit=archive.key,
        title=write.text(filed.title) or audit_name(write, archive.key),
        customer=write.customer(sheet.record.customer),
        closed_on=write.day(ended_on(write.records, archive.key)),
        archive_number=filed.archive_number or "",
        filed_on=write.day(filed.filed_on),
        filed_by=write.person(filed.filed_by),
        location=filed.location or "",
        medium=filed.medium or "",
        keep_until=whole.keep_until,
        destroy_not_before=whole.destroy_not_before,
        record_count=str(len(rows)),
        rows=rows,
        attachments=attachment_rows(write, filed),
        signatures=(filed_by, *signatures(write, filed, ("reviewed",))),
    )


RETENTION_INDEX = DocumentKind(
    name="retention_index",
    title=TITLE,
    templates={"retention_index/year": (YearIndexView,), "retention_index/audit": (AuditIndexView,)},
    formats=("pdf", "xlsx"),
    subjects=each(Archive),
    later=registers,
    make=make,
    words=WORDS,
    editions=INSIDE,
    dated=True,
    rows={AUDIT_ROWS: Listed(rows_of_audit, its_own), RECORD_ROWS: Listed(rows_of_record), FILE_ROW: Listed(row_of_file, its_own)},
    not_printed=NOT_PRINTED,
)
