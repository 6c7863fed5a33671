"""Criterion 审核准则: one edition of a standard or of a customer's requirements, with the clauses findings refer to."""

import re
from collections.abc import Iterator
from datetime import date

from auditdocs.entry import Entry, Records, Violation
from auditdocs.field import Model, field, many
from auditdocs.problem import Words
from auditdocs.records.base import Record
from auditdocs.records.ids import Clause
from auditdocs.records.words import Day, Line, Text
from auditdocs.room import RecordType, rule

_SUBITEM = re.compile(r"[.(]?[a-z][0-9]?\)?")  # 8.5.1 c), written 8.5.1c, 8.5.1(c) or 8.5.1.c


class CriterionClause(Model):
    """A clause by its number, with a title in our own words."""

    clause: Clause = field("条款号", "Clause", required=True)
    title: Text | None = field("说明", "Title", "自拟，不抄原文", "in our own words")


class Criterion(Record):
    """What is audited against."""

    edition: Line | None = field("版本", "Edition")
    publisher: Line | None = field("发布者", "Publisher")
    published: Day | None = field("发布日期", "Published on")
    valid_from: Day | None = field("生效日期", "Valid from")
    withdrawn_on: Day | None = field("废止日期", "Withdrawn on")
    transition_until: Day | None = field("过渡期至", "Transition until", "最后一天", "the last day")
    clauses: tuple[CriterionClause, ...] = many("条款", "Clauses")
    copyright_note: Text | None = field("版权说明", "Copyright note")


def has_clause(records: Records, criterion: str, clause: str) -> bool:
    """Whether a criterion has a clause, or a lettered item of one; true where its clauses are not listed."""
    entry = records.get(Criterion, criterion)
    if entry is None or not entry.record.clauses:
        return True
    listed = {one.clause for one in entry.record.clauses}
    return clause in listed or any(_SUBITEM.fullmatch(clause.removeprefix(one)) for one in listed if clause.startswith(one))


def clause_title(records: Records, criterion: str, clause: str) -> CriterionClause | None:
    """A clause as its criterion lists it."""
    entry = records.get(Criterion, criterion)
    found = (one for one in entry.record.clauses if one.clause == clause) if entry else iter(())
    return next(found, None)


def is_withdrawn_on(criterion: Criterion, day: date) -> bool:
    """Whether an edition no longer counted on a day: withdrawn, and its transition over."""
    if criterion.withdrawn_on and criterion.valid_from and criterion.withdrawn_on < criterion.valid_from:
        return False  # which of the two is wrong is not known
    last = max(filter(None, (criterion.withdrawn_on, criterion.transition_until)), default=None)
    return criterion.withdrawn_on is not None and last is not None and day > last


@rule(
    "criterion.clause-twice",
    "ISO 9001 7.5.3",
    catalogue="REF-002",
    zh="条款 {clause} 列了两次",
    en="clause {clause} is listed twice",
    do_zh="请删除一条",
    do_en="delete one of them",
)
def clause_twice(entry: Entry[Criterion], records: Records) -> Iterator[Violation]:
    seen: set[str] = set()
    for index, one in enumerate(entry.record.clauses):
        if one.clause in seen:
            yield entry.at("clauses", index, "clause", clause=one.clause)
        seen.add(one.clause)


@rule(
    "criterion.ends-before-it-begins",
    "ISO 9001 7.5.3",
    catalogue="AUD-008",
    zh="废止或过渡期结束日 {end} 早于生效日 {valid_from}",
    en="it is withdrawn, or its transition ends, on {end}, before it is valid from {valid_from}",
    do_zh="请更正日期",
    do_en="correct the date",
)
def ends_before_it_begins(entry: Entry[Criterion], records: Records) -> Iterator[Violation]:
    begin = entry.record.valid_from
    for name in ("withdrawn_on", "transition_until"):
        end: date | None = getattr(entry.record, name)
        if begin and end and end < begin:
            yield entry.at(name, end=end, valid_from=begin)


CRITERION = RecordType(
    name="criterion",
    title=Words("审核准则", "Criterion"),
    model=Criterion,
    path="criteria/{criterion}.yaml",
    key="{criterion}",
    retention="POL-PERM",
    rules=(clause_twice, ends_before_it_begins),
    starts_with=(
        "title",
        "edition",
        "publisher",
        "valid_from",
        "clauses",
    ),
    shown_to_customers=True,
)
