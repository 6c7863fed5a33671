"""Question bank 题库: questions to prepare an audit with, from which a checklist is made."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from auditdocs.entry import Entry, Records, Violation
from auditdocs.field import Model, field, many, numbered
from auditdocs.problem import Words
from auditdocs.records.base import Record
from auditdocs.records.house.criterion import has_clause
from auditdocs.records.ids import Clause, CriterionId, DepartmentCode, ItemId, SchemeId, identifier
from auditdocs.records.words import Amount, Language, Line, Text, YesNo
from auditdocs.room import RecordType, rule

SECTION = identifier("章节代码", "section code", r"[A-Za-z0-9][A-Za-z0-9._-]{0,20}", "P6")


class Question(Model):
    """A question of the bank."""

    text: Text | None = field("检查内容", "Question")
    clause_refs: tuple[Clause, ...] = many("条款", "Clauses")
    guidance: Text | None = field("提示", "Guidance")
    key: YesNo = field("关键项", "Key question", "★", "★", default=False)
    max_points: Amount | None = field("满分", "Maximum points")
    evidence_expected: tuple[Text, ...] = many("应备证据", "Evidence expected")
    default_department: DepartmentCode | None = field("通常的责任部门", "Usual department")
    element: Line | None = field("要素", "Element", "计分用", "for the score")
    subelement: Line | None = field("子要素", "Sub-element", "计分用", "for the score")


class BankSection(Model):
    """A part of the bank."""

    title: Text | None = field("标题", "Title")
    weight: Amount | None = field("权重", "Weight")
    items: dict[ItemId, Question] = numbered("检查项", "Questions")


class QuestionBank(Record):
    """Questions by section."""

    scheme: SchemeId | None = field("评分方案", "Grading scheme")
    criterion: CriterionId | None = field("审核准则", "Criterion")
    edition: Line | None = field("版本", "Edition")
    source: Text | None = field("来源", "Source")
    license: Text | None = field("许可", "Licence")
    language: Language | None = field("语言", "Language")
    sections: dict[Annotated[str, SECTION], BankSection] = numbered("章节", "Sections")


@dataclass(frozen=True, slots=True)
class PlacedQuestion:
    """A question with its section and its number."""

    section: str
    number: str
    question: Question


def questions_of(bank: QuestionBank) -> tuple[PlacedQuestion, ...]:
    """All questions in the order written."""
    return tuple(
        PlacedQuestion(code, number, question) for code, section in bank.sections.items() for number, question in section.items.items()
    )


@rule(
    "question-bank.number-twice",
    "ISO 9001 7.5.2",
    catalogue="CHK-002",
    zh="检查项编号 {number} 在 {other} 已用过",
    en="the number {number} is used in {other} already",
    do_zh="编号在整个题库中不重复，请改用下一个",
    do_en="numbers run through the whole bank; take the next",
)
def number_twice(entry: Entry[QuestionBank], records: Records) -> Iterator[Violation]:
    seen: dict[str, str] = {}
    for one in questions_of(entry.record):
        if one.number in seen:
            yield entry.at_name("sections", one.section, "items", one.number, number=one.number, other=seen[one.number])
        seen.setdefault(one.number, one.section)


@rule(
    "question-bank.unknown-clause",
    "ISO 9001 7.5.3",
    catalogue="CHK-002",
    zh="准则 {criterion} 没有条款 {clause}",
    en="the criterion {criterion} has no clause {clause}",
    do_zh="请更正条款号，或在 criteria/{criterion}.yaml 的 clauses 中补充",
    do_en="correct the clause, or add it to 'clauses' in criteria/{criterion}.yaml",
)
def unknown_clause(entry: Entry[QuestionBank], records: Records) -> Iterator[Violation]:
    criterion = entry.record.criterion
    for one in questions_of(entry.record) if criterion else ():
        for index, clause in enumerate(one.question.clause_refs):
            if not has_clause(records, criterion or "", clause):
                loc = ("sections", one.section, "items", one.number, "clause_refs", index)
                yield entry.at(*loc, criterion=criterion or "", clause=clause)


QUESTION_BANK = RecordType(
    name="question_bank",
    title=Words("题库", "Question bank"),
    model=QuestionBank,
    path="checklists/{checklist}.yaml",
    key="{checklist}",
    retention="POL-PERM",
    rules=(number_twice, unknown_clause),
    shown_to_customers=True,
)
