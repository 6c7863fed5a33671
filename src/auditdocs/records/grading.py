"""Grading schemes 评分方案: what grades a finding can have and what follows from each, and how questions are scored."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from typing import Annotated, get_args

from auditdocs.entry import Entry, Records, Violation
from auditdocs.field import Model, Table, field, many, numbered
from auditdocs.problem import Words
from auditdocs.records.ids import ProfileId, SchemeId, identifier
from auditdocs.records.on_site.finding import FINDING_TYPE, GradeCode
from auditdocs.records.words import Amount, Line, Text, Whole, YesNo, choice
from auditdocs.room import RecordType, rule
from auditdocs.scheme import VDA63, Cause, Downgrade, Kind, Limit, Scheme

KIND = choice(
    points=("打分", "points"),
    weighted=("加权打分", "weighted points"),
    yesno=("是/否", "yes or no"),
    percent=("百分比", "percentages"),
)
RULES = choice(vda63=("VDA 6.3（公开征求意见稿）", "VDA 6.3 (public draft)"))
CAUSE = choice(
    element_below=("要素低于百分比", "an element below a percentage"),
    subelement_below=("子要素低于百分比", "a sub-element below a percentage"),
    step_below=("工序低于百分比", "a process step below a percentage"),
    key_points=("关键项得分不高于", "a key question with points not above"),
    points=("任一项得分不高于", "any question with points not above"),
)
SHARE = identifier("分数", "fraction", r"[1-9]/[1-9][0-9]?", "2/3")


class FindingGrade(Model):
    """What a grade means and what it asks for."""

    name: Text = field("名称", "Name", required=True)
    type: Annotated[str, FINDING_TYPE] | None = field("发现项类型", "Type of finding")
    requires_car: YesNo = field("须开 CAR", "Needs a CAR", default=False)
    deadline_profile: ProfileId | None = field("期限方案", "Deadline profile")


class GradeLimit(Model):
    """A result's grade and the percentage from which it is given."""

    grade: Line = field("等级", "Grade", required=True)
    at_least: Amount = field("最低百分比", "At least", required=True)


class GradeDowngrade(Model):
    """What keeps a result from being better than a grade."""

    cause: Annotated[str, CAUSE] = field("情形", "Cause", required=True)
    threshold: Amount = field("界限", "Threshold", required=True)
    to: Line = field("降为", "To", required=True)


class Scoring(Model):
    """How questions become a result: by rules the program knows, or by figures written here."""

    rules: Annotated[str, RULES] | None = field("规则", "Rules", "程序内置的整套规则", "a whole set the program knows")
    kind: Annotated[str, KIND] | None = field("计分方式", "Kind")
    allowed: tuple[Amount, ...] = many("可给的分数", "Points that may be given")
    limits: tuple[GradeLimit, ...] = many("等级界限", "Limits of the grades")
    downgrades: tuple[GradeDowngrade, ...] = many("降级规则", "Downgrading")
    averaged: tuple[Line, ...] = many("取平均的要素", "Elements averaged over steps")
    stepped: tuple[Line, ...] = many("按工序计分的要素", "Elements scored by step")
    section_weights: dict[Line, Amount] = numbered("章节权重", "Weights of sections")
    min_evaluated: Annotated[str, SHARE] | None = field("最少评价比例", "Least share evaluated")
    min_questions: Whole | None = field("最少评价项数", "Least number evaluated")
    min_key_questions: Whole | None = field("最少关键项数", "Least number of key questions")
    key_zeroes: YesNo = field("关键项零分则总分为零", "A key question without points zeroes all", default=False)


class GradingScheme(Model):
    """The grades of findings, and the scoring where there is one."""

    title: Text | None = field("标题", "Title")
    finding_grades: dict[GradeCode, FindingGrade] = numbered("发现项等级", "Grades of findings")
    scoring: Scoring | None = field("评分", "Scoring")


class Grading(Table[SchemeId, GradingScheme]):
    """All schemes by name."""


def schemes(records: Records) -> Mapping[str, GradingScheme]:
    """The schemes that hold: the company's, else the program's."""
    entry = records.get(Grading, "grading")
    return (entry.record if entry else _standard()).rows


def grade_of(records: Records, scheme: str, grade: str) -> FindingGrade | None:
    """What a scheme says of a grade."""
    found = schemes(records).get(scheme)
    return found.finding_grades.get(grade) if found else None


def scheme_of(scoring: Scoring) -> Scheme:
    """The scoring of a record as the program reckons with it."""
    if scoring.rules == "vda63":
        return VDA63
    limits = sorted((Limit(one.grade, one.at_least) for one in scoring.limits), key=lambda one: one.at_least, reverse=True)
    grades = {limit.grade for limit in limits}
    return Scheme(
        kind=_kind(scoring.kind),
        allowed=tuple(sorted(scoring.allowed)),
        limits=tuple(limits),
        downgrades=tuple(Downgrade(_cause(one.cause), one.threshold, one.to) for one in scoring.downgrades if one.to in grades),
        averaged=frozenset(scoring.averaged),
        stepped=frozenset(scoring.stepped),
        section_weights=tuple(scoring.section_weights.items()),
        min_evaluated=Fraction(scoring.min_evaluated or 0),
        min_questions=scoring.min_questions or 0,
        min_key_questions=scoring.min_key_questions or 0,
        key_zeroes=scoring.key_zeroes,
    )


def _kind(word: str | None) -> Kind:
    return next((kind for kind in get_args(Kind) if kind == word), "points")


def _cause(word: str) -> Cause:
    return next(cause for cause in get_args(Cause) if cause == word)


@cache
def _standard() -> Grading:
    """The grades of a system audit, for a workspace without grading.yaml."""
    major = {"type": "nc", "requires_car": "true", "deadline_profile": "iso-major"}
    minor = {"type": "nc", "requires_car": "true", "deadline_profile": "iso-minor"}
    grades = {
        "critical": {"name": {"zh": "致命不符合", "en": "Critical"}, **major},
        "major": {"name": {"zh": "严重不符合", "en": "Major"}, **major},
        "minor": {"name": {"zh": "一般不符合", "en": "Minor"}, **minor},
        "observation": {"name": {"zh": "观察项", "en": "Observation"}, "type": "observation"},
        "improvement": {"name": {"zh": "改进项", "en": "Opportunity for improvement"}, "type": "improvement"},
        "good_practice": {"name": {"zh": "良好实践", "en": "Good practice"}, "type": "good_practice"},
    }
    return Grading.model_validate({"iso_nc": {"title": {"zh": "体系审核分级", "en": "System audit grading"}, "finding_grades": grades}})


@rule(
    "grading.rules-and-figures",
    "VDA 6.3",
    catalogue="VDA-002",
    zh="{rules} 的规则程序已有，这里又写了 {names}",
    en="the program knows the rules of {rules}; here stand {names} as well",
    do_zh="删除 rules，或删除这些字段",
    do_en="delete 'rules', or delete these fields",
)
def rules_and_figures(entry: Entry[Grading], records: Records) -> Iterator[Violation]:
    for name, scheme in entry.record.rows.items():
        given = scheme.scoring.model_fields_set - {"rules"} if scheme.scoring and scheme.scoring.rules else set()
        if given and scheme.scoring:
            names = tuple(one for one in Scoring.model_fields if one in given)
            yield entry.at_name(name, "scoring", names[0], rules=scheme.scoring.rules or "", names=names)


@rule(
    "grading.unknown-result-grade",
    "VDA 6.3",
    catalogue="VDA-002",
    zh="降级规则降为 {to}，而 limits 中没有这个等级",
    en="downgrading leads to {to}, which is no grade of 'limits'",
    do_zh="limits 中的等级：{grades}",
    do_en="grades of 'limits': {grades}",
)
def unknown_result_grade(entry: Entry[Grading], records: Records) -> Iterator[Violation]:
    for name, scheme in entry.record.rows.items():
        grades = tuple(limit.grade for limit in scheme.scoring.limits) if scheme.scoring else ()
        for index, one in enumerate(scheme.scoring.downgrades if scheme.scoring else ()):
            if one.to not in grades:
                yield entry.at(name, "scoring", "downgrades", index, "to", to=one.to, grades=grades)


@rule(
    "grading.car-without-deadlines",
    "001i 6.4.1",
    catalogue="CAR-004",
    zh="等级 {grade} 须开 CAR，但没有期限方案",
    en="the grade {grade} needs a CAR but names no deadline profile",
    do_zh="请写 deadline_profile，如 {example}",
    do_en="write 'deadline_profile', like {example}",
)
def car_without_deadlines(entry: Entry[Grading], records: Records) -> Iterator[Violation]:
    for name, scheme in entry.record.rows.items():
        for code, grade in scheme.finding_grades.items():
            if grade.requires_car and grade.deadline_profile is None:
                yield entry.at(name, "finding_grades", code, grade=code, example="iso-minor")


GRADING = RecordType(
    name="grading",
    title=Words("评分方案", "Grading schemes"),
    model=Grading,
    path="org/grading.yaml",
    key="grading",
    retention="POL-PERM",
    rules=(rules_and_figures, unknown_result_grade, car_without_deadlines),
    shown_to_customers=True,
)
