"""A score → the rows and words that forms print of it."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from auditdocs.documents.rows import ScoreRow
from auditdocs.documents.words import Writing
from auditdocs.field import label
from auditdocs.problem import Words
from auditdocs.records.on_site.checklist import Item, StepPoints
from auditdocs.scheme import Cause
from auditdocs.scoring import Reason, Scarce, Score, Share, Shortfall, half_up

NOT_CLASSIFIABLE = Words("不能评级", "Not classifiable")
QUESTION = Words("检查项", "question")
_ELEMENT, _SUBELEMENT, _STEP = Words("要素", "element"), Words("子要素", "sub-element"), Words("工序", "process step")
_OF_CAUSE: Mapping[Cause, Words] = {
    "element_below": _ELEMENT,
    "subelement_below": _SUBELEMENT,
    "step_below": _STEP,
    "key_points": Words("关键项", "key question"),
    "points": QUESTION,
}
_OF_SCARCE: Mapping[Scarce, Words] = {
    "element": _ELEMENT,
    "subelement": _SUBELEMENT,
    "step": _STEP,
    "questions": Words("检查项", "questions"),
    "key_questions": Words("关键项", "key questions"),
}


def score_rows(write: Writing, score: Score, titles: Mapping[str, str]) -> tuple[ScoreRow, ...]:
    """The shares of elements, sub-elements and process steps; `titles` says what an element is about."""
    return (
        *_rows(score.elements, "", titles),
        *_rows(score.subelements, write.words(label(Item, "subelement")), {}),
        *_rows(score.steps, write.words(label(StepPoints, "step")), {}),
    )


def _rows(shares: Iterable[Share], before: str, titles: Mapping[str, str]) -> Iterator[ScoreRow]:
    for share in shares:
        yield ScoreRow(
            element=" ".join(filter(None, (before, share.name, titles.get(share.name, "")))),
            evaluated=f"{share.evaluated} / {share.questions}",
            points=points(share.awarded),
            possible=points(share.possible),
            percent=percent(share.percent),
            bar=bar(share.percent),
        )


def points(value: Fraction) -> str:
    """Points as people write them: whole where they are whole."""
    return str(value.numerator) if value.denominator == 1 else str(half_up(value, 2))


def percent(value: Decimal | None) -> str:
    """A percentage with the decimals its scheme reckons with."""
    return "" if value is None else f"{value} %"


def bar(value: Decimal | None) -> str:
    """Ten squares, filled as far as was reached: only a whole share fills all."""
    filled = int(value or 0) // 10
    return "" if value is None else "■" * filled + "□" * (10 - filled)


def fraction(share: Share) -> str:
    """What was awarded of what was possible; empty where nothing was evaluated."""
    return f"{points(share.awarded)} / {points(share.possible)}" if share.possible else ""


def grade(write: Writing, score: Score) -> str:
    """The grade, or that none can be given."""
    return write.words(NOT_CLASSIFIABLE) if score.verdict == "not_classifiable" else score.grade or ""


def reasons(write: Writing, score: Score) -> tuple[str, ...]:
    """Why the grade is not better, and what is missing for one."""
    said = (*map(_reason, score.reasons), *map(_shortfall, score.shortfalls))
    return tuple(write.words(words) for words in said)


def _reason(one: Reason) -> Words:
    what, is_share = _OF_CAUSE[one.cause], one.cause.endswith("_below")
    value = percent(one.value) if is_share else one.value
    return Words(
        f"{what.zh} {one.what}：{value}{'' if is_share else ' 分'}，等级不高于 {one.to}",
        f"{what.en} {one.what}: {value}{'' if is_share else ' points'}, grade not better than {one.to}",
    )


def _shortfall(one: Shortfall) -> Words:
    what = _OF_SCARCE[one.cause]
    zh, en = (" ".join(filter(None, (kind, one.what))) for kind in (what.zh, what.en))
    return Words(
        f"{zh}：评价了 {one.evaluated} 项，至少 {one.required} 项", f"{en}: {one.evaluated} evaluated, at least {one.required} needed"
    )
