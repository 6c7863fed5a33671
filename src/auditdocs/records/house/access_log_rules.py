"""What was lent comes back: on time, after it was lent, and the archivist is told (ACC-004); here the rules of the log come together."""

from collections.abc import Iterator

from auditdocs.entry import Records, Violation
from auditdocs.problem import Words
from auditdocs.records.house.access_log import ACCESS_RULES, AccessLog, LogEntry
from auditdocs.records.house.organization import is_near
from auditdocs.room import RecordType, rule


@rule(
    "access.not-returned",
    "003 五(二)2",
    catalogue="ACC-004",
    severity="warning",
    zh="借出的档案应于 {due} 归还，没有归还记录",
    en="what was lent was due back on {due}, and no return is recorded",
    do_zh="请催还并写 returned_at，或延长 return_due",
    do_en="ask for it and write returned_at, or a later return_due",
)
def not_returned(entry: LogEntry, records: Records) -> Iterator[Violation]:
    for index, access in enumerate(entry.record.entries):
        due = access.return_due
        if due and access.returned_at is None and records.has_passed(due):
            yield entry.at("entries", index, "return_due", due=due)


@rule(
    "access.returned-before-lent",
    "003 五(二)2",
    catalogue="ACC-004",
    zh="归还时间 {returned} 早于借出时间 {at}",
    en="it was returned at {returned}, before it was lent at {at}",
    do_zh="请更正其中一个时间",
    do_en="correct one of the times",
)
def returned_before_lent(entry: LogEntry, records: Records) -> Iterator[Violation]:
    for index, access in enumerate(entry.record.entries):
        if access.returned_at and access.returned_at < access.at:
            yield entry.at("entries", index, "returned_at", returned=access.returned_at, at=access.at)


@rule(
    "access.to-be-returned",
    "003 五(二)2",
    catalogue="ACC-004",
    zh="借出的档案应于 {due} 归还",
    en="what was lent is due back on {due}",
    do_zh="请催还并写 returned_at",
    do_en="ask for it and write returned_at",
    todo_only=True,
    who="ARC",
)
def to_be_returned(entry: LogEntry, records: Records) -> Iterator[Violation]:
    for index, access in enumerate(entry.record.entries):
        due = access.return_due
        if due and access.returned_at is None and is_near(due, records):
            yield entry.at("entries", index, "return_due", due=due)


ACCESS_LOG = RecordType(
    name="access_log",
    title=Words("档案查阅登记", "Access log"),
    model=AccessLog,
    path="archive/access_log/{year}.yaml",
    key="{year}",
    owner="ARC",
    confidentiality="confidential",
    retention="LOG-6M+",
    rules=(*ACCESS_RULES, not_returned, returned_before_lent, to_be_returned),
    starts_with=("entries.at", "entries.person", "entries.records", "entries.items", "entries.purpose"),
)
