"""What the pre-audit found is put right before the customer comes, or the coordinator lets it stand and says why (PRP-003, PRP-006)."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.field import label
from auditdocs.records.audit.audit import Audit
from auditdocs.records.audit.audit_life import are_dates_sound, planned_start
from auditdocs.records.day_pairs import reversed_pairs
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.records.preparation.preaudit import GapWaiver, Preaudit, PreauditResult
from auditdocs.room import rule

PreauditEntry = Entry[Preaudit]


def _gaps(entry: PreauditEntry) -> Iterator[tuple[int, PreauditResult]]:
    return ((index, one) for index, one in enumerate(entry.record.results) if one.gap)


@rule(
    "preaudit.gap-open",
    "001i 6.2.2",
    catalogue="PRP-003",
    zh="预审第 {number} 行（{department}）的问题没有关闭，也没有放行",
    en="the gap in row {number} of the pre-audit ({department}) is neither closed nor waived",
    do_zh="写措施 action、责任人 owner、期限 due，完成后写 done_on；由协调人放行的写 waived: {by: 编号, reason: 理由}",
    do_en="write action, owner and due, and done_on once it is done; where the coordinator lets it stand, waived: {by: id, reason: why}",
    at="ready",
)
def gap_open(entry: PreauditEntry, records: Records) -> Iterator[Violation]:
    for index, one in _gaps(entry):
        if one.done_on is None and one.waived is None:
            yield entry.at("results", index, "gap", number=index + 1, department=one.department)


@rule(
    "preaudit.gap-closed-without-action",
    "001i 6.2.2",
    catalogue="PRP-003",
    zh="预审第 {number} 行的问题已于 {done_on} 关闭，但没有写{label}（{field}）",
    en="the gap in row {number} of the pre-audit was closed on {done_on}, but this is not recorded: {label} ({field})",
    do_zh="请填写 {field}",
    do_en="fill in {field}",
    at="ready",
)
def gap_closed_without_action(entry: PreauditEntry, records: Records) -> Iterator[Violation]:
    for index, one in _gaps(entry):
        missing = [name for name in ("action", "owner") if not getattr(one, name)]
        if one.done_on and missing:
            said = label(PreauditResult, missing[0])
            yield entry.at("results", index, "done_on", number=index + 1, done_on=one.done_on, field=missing[0], label=said)


@rule(
    "preaudit.waiver-incomplete",
    "001i 6.2.2",
    catalogue="PRP-003",
    zh="预审第 {number} 行的放行没有写{label}（{field}）",
    en="the waiver in row {number} of the pre-audit lacks: {label} ({field})",
    do_zh="请填写 {field}",
    do_en="fill in {field}",
)
def waiver_incomplete(entry: PreauditEntry, records: Records) -> Iterator[Violation]:
    for index, one in enumerate(entry.record.results):
        for name in ("by", "reason") if one.waived else ():
            if not getattr(one.waived, name):
                yield entry.at("results", index, "waived", number=index + 1, field=name, label=label(GapWaiver, name))


@rule(
    "preaudit.waived-by-other",
    "001i 6.2.2",
    catalogue="PRP-003",
    zh="预审第 {number} 行由 {person} 放行，审核的协调人是 {coordinator}",
    en="the gap in row {number} of the pre-audit was waived by {person}; the audit's coordinator is {coordinator}",
    do_zh="未关闭的问题只能由协调人放行",
    do_en="only the coordinator lets a gap stand",
)
def waived_by_other(entry: PreauditEntry, records: Records) -> Iterator[Violation]:
    audit = records.get(Audit, entry.key)
    coordinator = audit.record.coordinator if audit else None
    for index, one in enumerate(entry.record.results):
        person = one.waived.by if one.waived else None
        if coordinator and person and person != coordinator:
            yield entry.at("results", index, "waived", "by", number=index + 1, person=person, coordinator=coordinator)


@rule(
    "preaudit.due-after-start",
    "001i 6.2.2",
    catalogue="PRP-006",
    zh="预审第 {number} 行的期限 {due} 晚于审核开始 {start}",
    en="the gap in row {number} of the pre-audit is due on {due}, after the audit begins on {start}",
    do_zh="期限应不晚于审核开始；来不及的由协调人放行",
    do_en="it is due by the day the audit begins; where there is no time, the coordinator waives it",
)
def due_after_start(entry: PreauditEntry, records: Records) -> Iterator[Violation]:
    sheet = records.get(ContactSheet, entry.key)
    start = planned_start(sheet, records) if sheet else None
    if sheet is None or start is None or not are_dates_sound(sheet, records):
        return
    for index, one in enumerate(entry.record.results):
        if one.due and one.due > start and one.waived is None:
            yield entry.at("results", index, "due", number=index + 1, due=one.due, start=start)


@rule(
    "preaudit.done-before-checked",
    "001i 6.2.2",
    catalogue="PRP-006",
    zh="预审第 {number} 行的完成日期 {done_on} 早于检查日期 {checked_on}",
    en="the gap in row {number} of the pre-audit was closed on {done_on}, before it was found on {checked_on}",
    do_zh="请更正其中一个日期",
    do_en="correct one of the dates",
)
def done_before_checked(entry: PreauditEntry, records: Records) -> Iterator[Violation]:
    for index, checked_on, done_on in reversed_pairs((one.checked_on, one.done_on) for one in entry.record.results):
        yield entry.at("results", index, "done_on", number=index + 1, done_on=done_on, checked_on=checked_on)


GAP_RULES = (
    gap_open,
    gap_closed_without_action,
    waiver_incomplete,
    waived_by_other,
    due_after_start,
    done_before_checked,
)
