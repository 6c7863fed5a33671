"""What an archived file must hold and that it stays as it was filed (RET-002, RET-007; 001i 6.5.1, DA/T 22-2015, DA/T 70-2018)."""

from collections.abc import Iterator
from datetime import timedelta

from auditdocs.entry import AnyEntry, Entry, Records, Violation
from auditdocs.problem import Words
from auditdocs.records.audit.audit import Audit
from auditdocs.records.audit.audit_file import open_cars, records_of_audit
from auditdocs.records.audit.audit_folder import FOLDER_RULES
from auditdocs.records.cars.car import Car
from auditdocs.records.house.organization import organization
from auditdocs.records.keeping.archive import Archive, archive_numbers
from auditdocs.records.keeping.disposal import Disposal
from auditdocs.records.keeping.disposal_day import disposal_day
from auditdocs.records.keeping.retention_of import ended_on
from auditdocs.records.lacking import lacking
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.room import RecordType, rule

ArchiveEntry = Entry[Archive]
PATIENCE = timedelta(days=90)


def path_in_folder(archive: AnyEntry, path: str) -> str:
    """A record's path as the archive lists it: below the audit's folder."""
    return path.removeprefix(archive.path.rpartition("/")[0] + "/")


@rule(
    "archive.incomplete",
    "001i 6.5.1",
    catalogue="RET-002",
    at="archived",
    zh="归档登记缺少{fields}",
    en="the archive entry lacks: {fields}",
    do_zh="请填写",
    do_en="fill it in",
)
def incomplete(entry: Entry[Archive], records: Records) -> Iterator[Violation]:
    missing = lacking(entry.record, "archive_number", "filed_by", "location", "medium")
    if missing:
        yield entry.at(fields=tuple(missing.values()))


@rule(
    "archive.number-taken",
    "DA/T 22-2015",
    catalogue="REF-002",
    firm=True,
    zh="档号 {number} 已用于 {other}",
    en="the archive number {number} is used by {other}",
    do_zh="请改用下一个件号",
    do_en="take the next number",
)
def number_taken(entry: Entry[Archive], records: Records) -> Iterator[Violation]:
    number = entry.record.archive_number
    for other in records.where(Archive, "archive_number", number) if number else ():
        if other.key < entry.key:
            yield entry.at("archive_number", number=number or "", other=other.key)


@rule(
    "archive.wrong-fonds",
    "DA/T 22-2015",
    catalogue="RET-002",
    severity="warning",
    zh="档号的全宗号是 {found}，本公司是 {fonds}",
    en="the archive number begins with fonds {found}; ours is {fonds}",
    do_zh="请更正档号，或 organization.yaml 的 fonds_code",
    do_en="correct the number, or 'fonds_code' in organization.yaml",
)
def wrong_fonds(entry: Entry[Archive], records: Records) -> Iterator[Violation]:
    ours = organization(records)
    number = entry.record.archive_number
    if number and ours and ours.fonds_code and number.split("-")[0] != ours.fonds_code:
        yield entry.at("archive_number", found=number.split("-")[0], fonds=ours.fonds_code)


@rule(
    "archive.no-record-sheet",
    "001i 8",
    catalogue="RET-002",
    at="archived",
    zh="归档的文件里没有客户审核记录单",
    en="the archived file has no customer audit record sheet",
    do_zh="提交 Git 后 auditdocs build，再 auditdocs file {audit}；纸质件写 items: - {example}",
    do_en="commit, auditdocs build, then auditdocs file {audit}; for a paper one write items: - {example}",
)
def no_record_sheet(entry: ArchiveEntry, records: Records) -> Iterator[Violation]:
    if not any(item.document_kind == "record_sheet" for item in entry.record.items):
        yield entry.at("items", audit=entry.key, example="{document_kind: record_sheet, form: paper, title: …, pages: 1}")


@rule(
    "archive.not-listed",
    "001i 6.5.1",
    catalogue="RET-002",
    at="archived",
    zh="卷内目录没有列出 {paths}",
    en="the archive's list lacks {paths}",
    do_zh="请运行 auditdocs file {audit}",
    do_en="run `auditdocs file {audit}`",
)
def not_listed(entry: ArchiveEntry, records: Records) -> Iterator[Violation]:
    listed = {item.record for item in entry.record.items if item.record}
    found = (path_in_folder(entry, one.path) for one in records_of_audit(records, entry.key) if one.type != entry.type)
    missing = tuple(sorted(path for path in found if path not in listed))
    if missing:
        yield entry.at("items", paths=missing, audit=entry.key)


@rule(
    "archive.changed",
    "DA/T 70-2018",
    catalogue="RET-007",
    at="archived",
    zh="{path} 与归档时的内容不同",
    en="{path} is no longer what was filed",
    do_zh="请从 Git 取回原件；按规定删去个人信息后，或重开审核后，再运行 auditdocs file {audit}",
    do_en="restore it from Git; after personal data was deleted, or the audit reopened, run `auditdocs file {audit}`",
)
def changed(entry: ArchiveEntry, records: Records) -> Iterator[Violation]:
    digests = {path_in_folder(entry, one.path): one.source.sha256 for one in records_of_audit(records, entry.key)}
    for index, item in enumerate(entry.record.items):
        if item.record and item.sha256 and item.record in digests and digests[item.record] != item.sha256:
            yield entry.at("items", index, "record", path=item.record, audit=entry.key)


@rule(
    "archive.gone",
    "DA/T 70-2018",
    catalogue="RET-007",
    at="archived",
    zh="归档的记录 {path} 已不存在",
    en="the archived record {path} is gone",
    do_zh="请从 Git 取回",
    do_en="restore it from Git",
)
def gone(entry: ArchiveEntry, records: Records) -> Iterator[Violation]:
    there = {path_in_folder(entry, one.path) for one in records_of_audit(records, entry.key)}
    for index, item in enumerate(entry.record.items):
        if item.record and item.record not in there:
            yield entry.at("items", index, "record", path=item.record)


@rule(
    "archive.due",
    "003 五(四)",
    catalogue="DSP-001",
    todo_only=True,
    zh="保存期限已于 {until} 届满",
    en="it was to be kept until {until}",
    do_zh="鉴定是否销毁：auditdocs new disposal {audit}",
    do_en="judge whether it may go: auditdocs new disposal {audit}",
)
def due(entry: ArchiveEntry, records: Records) -> Iterator[Violation]:
    found = disposal_day(records, entry.key)
    is_due = found and found.first and records.has_come(found.first)
    if found and is_due and not records.where(Disposal, "record", entry.key):
        yield entry.at(until=found.kept.retention.keep_until or "", audit=entry.key)


@rule(
    "retention.trigger-missing",
    "001i 6.5.2",
    catalogue="RET-005",
    on="contact_sheet",
    severity="warning",
    zh="整改自 {day} 起已全部完成，审核还没有关闭，存档期限无从起算",
    en="all follow-up was done on {day}, but the audit is not closed: its retention cannot begin",
    do_zh="在 audit.yaml 写 closed: {example}",
    do_en="write closed: {example} in audit.yaml",
)
def trigger_missing(entry: Entry[ContactSheet], records: Records) -> Iterator[Violation]:
    cars = records.all(Car, entry.key)
    days = [car.record.closed_on or (car.record.void.date if car.record.void else None) for car in cars]
    done = [day for day in days if day]
    is_over = bool(cars) and len(done) == len(cars) and not open_cars(records, entry.key)
    audit = records.get(Audit, entry.key)
    done += [audit.record.reopened.date] if audit and audit.record.reopened else []
    if is_over and ended_on(records, entry.key) is None and records.has_passed(max(done) + PATIENCE):
        yield entry.at(day=max(done), example="{date: 2026-09-08, by: P0102}")


ARCHIVE = RecordType(
    name="archive",
    title=Words("归档登记", "Archive entry"),
    model=Archive,
    path="audits/{year}/{audit}/archive.yaml",
    key="{audit}",
    scope="{audit}",
    owner="ARC",
    retention="CA-3Y",
    lives=("audit",),
    rules=(
        *FOLDER_RULES,
        incomplete,
        number_taken,
        wrong_fonds,
        no_record_sheet,
        not_listed,
        changed,
        gone,
        due,
        trigger_missing,
    ),
    indexes={"archive_number": archive_numbers},
    starts_with=(
        "archive_number",
        "filed_on",
        "filed_by",
        "location",
        "medium",
        "items.title",
        "items.form",
        "items.pages",
        "items.copies",
        "items.location",
    ),
)
