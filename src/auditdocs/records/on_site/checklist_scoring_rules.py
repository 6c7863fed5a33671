"""Points and scores of a checklist: what may be given, whether it is enough, where the customer's figures differ (B.4)."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Words
from auditdocs.records.audit.audit_score import score_of, scoring_of
from auditdocs.records.audit.conclusion import Conclusion
from auditdocs.records.on_site.checklist import UNANSWERED, Checklist, Item
from auditdocs.room import rule
from auditdocs.scheme import VDA63, Scheme
from auditdocs.scoring import half_up
from auditdocs.source import Loc

SCARCE = {
    "element": Words("要素", "element"),
    "subelement": Words("子要素", "sub-element"),
    "step": Words("工序", "step"),
    "questions": Words("检查项", "questions"),
    "key_questions": Words("关键项", "key questions"),
}


def _given(item: Item) -> Iterator[tuple[Loc, Decimal]]:
    """Every figure of a question, with its place: the self-score and what the auditor gave."""
    if item.prep and item.prep.self_score is not None:
        yield ("prep", "self_score"), item.prep.self_score
    if item.audit and item.audit.points is not None:
        yield ("audit", "points"), item.audit.points
    for index, one in enumerate(item.audit.per_step if item.audit else ()):
        if one.points is not None:
            yield ("audit", "per_step", index, "points"), one.points


def _not_allowed(entry: Entry[Checklist], scheme: Scheme) -> Iterator[tuple[str, Loc, Decimal]]:
    for number, item in entry.record.items.items():
        for loc, points in _given(item):
            if not scheme.is_allowed(points, item.max_points):
                yield number, loc, points


@rule(
    "checklist.points-not-allowed",
    "VDA 6.3",
    catalogue="CHK-008",
    zh="{item} 的得分 {points} 不在评分方案允许的范围内",
    en="{points} points for {item} are not among those the scheme allows",
    do_zh="可给的分数：{allowed}",
    do_en="points that may be given: {allowed}",
)
def points_not_allowed(entry: Entry[Checklist], records: Records) -> Iterator[Violation]:
    scheme = scoring_of(records, entry.key)
    if scheme and scheme is not VDA63:
        for number, loc, points in _not_allowed(entry, scheme):
            most = entry.record.items[number].max_points or max(scheme.allowed, default=Decimal(100))
            allowed = scheme.allowed or Words(f"0 到 {most}", f"0 to {most}")
            yield entry.at("items", number, *loc, item=number, points=points, allowed=allowed)


@rule(
    "checklist.vda-points",
    "VDA 6.3 6.1",
    catalogue="VDA-001",
    zh="{item} 的得分 {points} 不是 VDA 6.3 的分数",
    en="{points} points for {item} are not among those of VDA 6.3",
    do_zh="只能给 10、8、6、4 或 0 分；未评价的不填分数，结果写 not_evaluated",
    do_en="give 10, 8, 6, 4 or 0; where it was not evaluated leave the points empty and write not_evaluated",
    firm=True,
)
def vda_points(entry: Entry[Checklist], records: Records) -> Iterator[Violation]:
    scheme = scoring_of(records, entry.key)
    for number, loc, points in _not_allowed(entry, VDA63) if scheme is VDA63 else ():
        yield entry.at("items", number, *loc, item=number, points=points)


@rule(
    "checklist.points-although-unevaluated",
    "VDA 6.3",
    catalogue="CHK-008",
    zh="{item} 没有评价，却有得分",
    en="{item} was not evaluated, but has points",
    do_zh="删除得分，或更正 result",
    do_en="delete the points, or correct 'result'",
)
def points_although_unevaluated(entry: Entry[Checklist], records: Records) -> Iterator[Violation]:
    for number, item in entry.record.items.items():
        given = [loc for loc, _ in _given(item) if loc[0] == "audit"]
        if given and item.audit and item.audit.result in UNANSWERED:
            yield entry.at("items", number, *given[0], item=number)


@rule(
    "checklist.too-few-evaluated",
    "VDA 6.3",
    catalogue="VDA-003",
    zh="{kind} {what} 只评价了 {evaluated} 项，至少须 {required} 项，结果不能定级",
    en="of {kind} {what} only {evaluated} were evaluated, at least {required} are needed: the result has no grade",
    do_zh="补评，或在结论中说明不定级",
    do_en="evaluate more, or say in the conclusion that there is no grade",
    at="concluded",
)
def too_few_evaluated(entry: Entry[Checklist], records: Records) -> Iterator[Violation]:
    found = score_of(records, entry.key)
    for one in found.shortfalls if found else ():
        yield entry.at("items", kind=SCARCE[one.cause], what=one.what, evaluated=one.evaluated, required=one.required)


@rule(
    "checklist.customer-grade-differs",
    "VDA 6.3",
    catalogue="VDA-002",
    zh="客户给的等级是 {theirs}，按检查表复算为 {ours}{reasons}",
    en="the customer's grade is {theirs}, ours by the checklist is {ours}{reasons}",
    do_zh="核对检查表的得分；客户的等级照录，差异会打印在报告中",
    do_en="check the points of the checklist; the customer's grade stays, the report prints the difference",
    severity="warning",
    on="conclusion",
)
def customer_grade_differs(entry: Entry[Conclusion], records: Records) -> Iterator[Violation]:
    found, theirs = score_of(records, entry.key), entry.record.grade
    if found and found.grade and theirs and theirs != found.grade:
        causes = "、".join(dict.fromkeys(one.what for one in found.reasons if one.to == found.grade))
        reasons = Words(f"（因 {causes} 降级）", f" (downgraded by {causes})") if causes else Words("", "")
        yield entry.at("grade", theirs=theirs, ours=found.grade, reasons=reasons)


@rule(
    "checklist.customer-score-differs",
    "VDA 6.3",
    catalogue="SCO-001",
    zh="客户给的得分是 {theirs}，按检查表复算为 {ours}",
    en="the customer's score is {theirs}, ours by the checklist is {ours}",
    do_zh="核对检查表的得分；客户的得分照录，差异会打印在报告中",
    do_en="check the points of the checklist; the customer's score stays, the report prints the difference",
    severity="warning",
    on="conclusion",
)
def customer_score_differs(entry: Entry[Conclusion], records: Records) -> Iterator[Violation]:
    found, theirs = score_of(records, entry.key), entry.record.score
    ours = found.overall.percent if found else None
    if theirs is not None and ours is not None and theirs != _as_written(ours, theirs):
        yield entry.at("score", theirs=theirs, ours=ours)


def _as_written(ours: Decimal, theirs: Decimal) -> Decimal:
    """Our figure with as many decimals as the customer wrote, never more than we have."""
    decimals = -int(theirs.as_tuple().exponent)
    return half_up(Fraction(ours), min(decimals, 2))


SCORING_RULES = (
    points_not_allowed,
    vda_points,
    points_although_unevaluated,
    too_few_evaluated,
    customer_grade_differs,
    customer_score_differs,
)
