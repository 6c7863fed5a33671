"""The six S of every area that the auditors will see are checked, and what was not OK is put right (PRP-004)."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Words
from auditdocs.records.audit.audit_departments import is_announced, toured
from auditdocs.records.day_pairs import reversed_pairs
from auditdocs.records.preparation.preaudit import SIX_S, Preaudit, SixSCheck
from auditdocs.room import rule

PreauditEntry = Entry[Preaudit]


@rule(
    "preaudit.six-s-missing",
    "001i 4.3.2",
    catalogue="PRP-004",
    zh="场次 {sessions} 要看 {department} 的现场，但该部门没有 6S 检查",
    en="the sessions {sessions} lead through the area of {department}, whose six S were not checked",
    do_zh="检查现场后在 six_s_checks 下登记，department: {department}",
    do_en="check the area and record it below 'six_s_checks' with department: {department}",
    at="ready",
)
def six_s_missing(entry: PreauditEntry, records: Records) -> Iterator[Violation]:
    if not is_announced(records, entry.key):
        return
    checked = {check.department for check in entry.record.six_s_checks}
    seen: dict[str, list[str]] = {}
    for session, department in toured(records, entry.key):
        seen.setdefault(department, []).append(session)
    for department, sessions in seen.items():
        if department not in checked:
            yield entry.at("six_s_checks", sessions=tuple(sessions), department=department)


@rule(
    "preaudit.six-s-incomplete",
    "001i 4.3.2",
    catalogue="PRP-004",
    zh="第 {number} 个区域的 6S 检查没有：{missing}",
    en="the six S of area {number} lack: {missing}",
    do_zh="在 items 下补上，如 - {s: safety, result: ok}",
    do_en="add them below 'items', like - {s: safety, result: ok}",
    at="ready",
)
def six_s_incomplete(entry: PreauditEntry, records: Records) -> Iterator[Violation]:
    for index, check in enumerate(entry.record.six_s_checks):
        missing = _unjudged(check)
        if missing:
            yield entry.at("six_s_checks", index, number=index + 1, missing=missing)


def _unjudged(check: SixSCheck) -> tuple[Words, ...]:
    judged = {item.s for item in check.items if item.result}
    return tuple(words for name, words in SIX_S.choices.items() if name not in judged)


@rule(
    "preaudit.six-s-open",
    "001i 4.3.2",
    catalogue="PRP-004",
    zh="第 {number} 个区域的 6S 有不合格项（{which}），还没有整改完成",
    en="the six S of area {number} are not OK ({which}), and this has not been put right yet",
    do_zh="整改后写 closed_on: 日期",
    do_en="write closed_on: the day, once it has",
    at="ready",
)
def six_s_open(entry: PreauditEntry, records: Records) -> Iterator[Violation]:
    for index, check in enumerate(entry.record.six_s_checks):
        which = tuple(SIX_S.label(item.s) for item in check.items if item.result == "ng")
        if which and check.closed_on is None:
            yield entry.at("six_s_checks", index, number=index + 1, which=which)


@rule(
    "preaudit.six-s-closed-before-checked",
    "001i 4.3.2",
    catalogue="PRP-004",
    zh="第 {number} 个区域的整改完成日期 {closed_on} 早于检查日期 {checked_on}",
    en="what was not OK in area {number} was put right on {closed_on}, before it was found on {checked_on}",
    do_zh="请更正其中一个日期",
    do_en="correct one of the dates",
)
def six_s_closed_before_checked(entry: PreauditEntry, records: Records) -> Iterator[Violation]:
    for index, checked_on, closed_on in reversed_pairs((check.checked_on, check.closed_on) for check in entry.record.six_s_checks):
        yield entry.at("six_s_checks", index, "closed_on", number=index + 1, closed_on=closed_on, checked_on=checked_on)


SIX_S_RULES = (six_s_missing, six_s_incomplete, six_s_open, six_s_closed_before_checked)
