"""Copies of a policy: issued after it was approved, each with a number of its own, returned when it is obsolete (ISO 9001 7.5.3.2)."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Free
from auditdocs.records.base import approval
from auditdocs.records.control.policy import OBSOLETE, Policy, mark_of
from auditdocs.records.day_pairs import reversed_pairs
from auditdocs.room import rule


@rule(
    "policy.issued-before-approval",
    "ISO 9001 7.5.3",
    catalogue="DOC-007",
    zh="{day} 发放，当时文件还没有批准",
    en="a copy was issued on {day}, before the document was approved",
    do_zh="批准后才能发放，请更正日期",
    do_en="copies are issued once it is approved; correct the date",
)
def issued_before_approval(entry: Entry[Policy], records: Records) -> Iterator[Violation]:
    approved = approval(entry.record, "approved")
    for index, copy in enumerate(entry.record.distribution):
        if copy.issued_on and (approved is None or copy.issued_on < approved.at.date()):
            yield entry.at("distribution", index, "issued_on", day=copy.issued_on)


@rule(
    "policy.returned-before-issue",
    "ISO 9001 7.5.3",
    catalogue="DOC-002",
    zh="{returned} 回收，早于发放的 {issued}",
    en="the copy was returned on {returned}, before it was issued on {issued}",
    do_zh="请更正其中一个日期",
    do_en="correct one of the dates",
)
def returned_before_issue(entry: Entry[Policy], records: Records) -> Iterator[Violation]:
    for index, issued, returned in reversed_pairs((copy.issued_on, copy.returned_on) for copy in entry.record.distribution):
        yield entry.at("distribution", index, "returned_on", returned=returned, issued=issued)


@rule(
    "policy.copy-number-twice",
    "ISO 9001 7.5.3",
    catalogue="DOC-001",
    zh="分发号 {number} 发了两次",
    en="the copy number {number} was given twice",
    do_zh="每份文件用自己的分发号，请改用另一个",
    do_en="each copy has a number of its own: take another",
)
def copy_number_twice(entry: Entry[Policy], records: Records) -> Iterator[Violation]:
    seen: set[str] = set()
    for index, copy in enumerate(entry.record.distribution):
        if copy.copy_number and copy.copy_number in seen:
            yield entry.at("distribution", index, "copy_number", number=Free(copy.copy_number))
        seen.add(copy.copy_number or "")


@rule(
    "policy.copy-not-returned",
    "ISO 9001 7.5.3",
    catalogue="DOC-002",
    severity="warning",
    zh="文件 {day} 起作废，发给 {department} 的纸质件还没有回收",
    en="the document is obsolete since {day}, but the paper copy of {department} was not returned",
    do_zh="收回后写 returned_on",
    do_en="take it back and record 'returned_on'",
)
def copy_not_returned(entry: Entry[Policy], records: Records) -> Iterator[Violation]:
    mark = mark_of(records, entry)
    if mark.words is not OBSOLETE or mark.day is None or not records.has_come(mark.day):
        return
    for index, copy in enumerate(entry.record.distribution):
        if copy.form == "paper" and copy.issued_on and copy.returned_on is None:
            yield entry.at("distribution", index, day=mark.day, department=copy.department)


COPY_RULES = (issued_before_approval, returned_before_issue, copy_number_twice, copy_not_returned)
