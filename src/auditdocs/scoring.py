"""Answered questions become shares, a grade and the reasons for it, by the rules of their scheme.

Everything is reckoned in fractions and rounded half up where a figure is written.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from auditdocs.scheme import Cause, Downgrade, Question, Scheme

Verdict = Literal["graded", "not_classifiable", "not_evaluated"]
Scarce = Literal["element", "subelement", "step", "questions", "key_questions"]


@dataclass(frozen=True, slots=True)
class Share:
    """What was awarded of what was possible, over the questions that were evaluated."""

    name: str
    awarded: Fraction
    possible: Fraction
    evaluated: int
    questions: int

    @property
    def percent(self) -> Decimal | None:
        """With two decimals, as it is printed and as the limits of the grades look at it; empty without a result."""
        return half_up(100 * self.awarded / self.possible, 2) if self.possible else None

    @property
    def whole_percent(self) -> Decimal | None:
        """Rounded to the nearest percentage point, as downgrading looks at it (B.4 rule 9)."""
        return half_up(100 * self.awarded / self.possible, 0) if self.possible else None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the grade is not better than `to`: the element, step or question, and its percentage or points."""

    cause: Cause
    what: str
    value: Decimal
    to: str


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Too few questions were evaluated: of an element, a sub-element or a step, or in all."""

    cause: Scarce
    what: str
    evaluated: int
    required: int


@dataclass(frozen=True, slots=True)
class Score:
    """A whole result; `grade` is empty where none can be given, `grade_by_percent` is the one before downgrading."""

    verdict: Verdict
    grade: str | None
    grade_by_percent: str | None
    overall: Share
    elements: tuple[Share, ...]
    subelements: tuple[Share, ...]
    steps: tuple[Share, ...]
    reasons: tuple[Reason, ...]
    shortfalls: tuple[Shortfall, ...]


def score(scheme: Scheme, questions: Iterable[Question]) -> Score:
    """The result of all questions asked; what does not apply is left out of account."""
    asked = tuple(question for question in questions if not question.not_applicable)
    elements = _shares(scheme, ((question.element, question) for question in asked))
    subelements = _shares(scheme, ((question.subelement, question) for question in asked))
    steps = _shares(scheme, _by_step(scheme, asked))
    overall = _overall(scheme, asked, elements)
    by_percent = _grade_by_percent(scheme, overall)
    shares: dict[Cause, tuple[Share, ...]] = {
        "element_below": elements,
        "subelement_below": subelements,
        "step_below": steps,
    }
    reasons = tuple(_reasons(scheme, by_percent, shares, asked))
    shortfalls = (
        *_too_few(scheme, "element", elements),
        *_too_few(scheme, "subelement", subelements),
        *_too_few(scheme, "step", steps),
        *_too_small_a_sample(scheme, asked),
    )
    verdict: Verdict = "not_evaluated" if overall.percent is None else "not_classifiable" if shortfalls else "graded"
    grade = _downgraded(scheme, by_percent, reasons) if verdict == "graded" else None
    return Score(verdict, grade, by_percent, overall, elements, subelements, steps, reasons, shortfalls)


def awarded(scheme: Scheme, question: Question) -> Decimal | None:
    """The points that count for a question: of several the mean or the worst (B.4 rules 3 and 4); empty: n.e."""
    by_step = _points_by_step(question)
    if not by_step:
        return question.points if not question.per_step else None
    if question.element not in scheme.averaged:
        return min(by_step.values())
    return half_up(sum(map(Fraction, by_step.values()), Fraction()) / len(by_step), 2)


def half_up(value: Fraction, decimals: int) -> Decimal:
    """Round as taught at school: a half goes up."""
    return Decimal(math.floor(value * 10**decimals + Fraction(1, 2))).scaleb(-decimals)


def _points_by_step(question: Question) -> dict[str, Decimal]:
    worst: dict[str, Decimal] = {}
    for result in question.per_step:
        if result.points is not None:
            worst[result.step] = min(result.points, worst.get(result.step, result.points))
    return worst


def _by_step(scheme: Scheme, questions: tuple[Question, ...]) -> Iterator[tuple[str, Question]]:
    """Each question as it was answered in each step; one answered for the whole process counts in every step."""
    stepped = [question for question in questions if question.element in scheme.stepped]
    for step in dict.fromkeys(result.step for question in stepped for result in question.per_step):
        for question in stepped:
            points = _points_by_step(question).get(step) if question.per_step else question.points
            yield step, replace(question, points=points, per_step=())


def _shares(scheme: Scheme, named: Iterable[tuple[str | None, Question]]) -> tuple[Share, ...]:
    questions_by_name: dict[str, list[Question]] = {}
    for name, question in named:
        if name is not None:
            questions_by_name.setdefault(name, []).append(question)
    return tuple(_share(scheme, name, questions) for name, questions in questions_by_name.items())


def _share(scheme: Scheme, name: str, questions: Iterable[Question]) -> Share:
    results = [(awarded(scheme, question), scheme.possible(question)) for question in questions]
    evaluated = [(Fraction(points), Fraction(possible)) for points, possible in results if points is not None]
    return Share(
        name=name,
        awarded=sum((points for points, _ in evaluated), Fraction()),
        possible=sum((possible for _, possible in evaluated), Fraction()),
        evaluated=len(evaluated),
        questions=len(results),
    )


def _overall(scheme: Scheme, questions: tuple[Question, ...], elements: tuple[Share, ...]) -> Share:
    overall = _share(scheme, "", questions)
    if scheme.kind == "percent" and scheme.section_weights:
        weights = dict(scheme.section_weights)
        weighed = [(share, Fraction(weights.get(share.name, 0))) for share in elements if share.possible]
        overall = replace(
            overall,
            awarded=sum((weight * share.awarded / share.possible for share, weight in weighed), Fraction()),
            possible=sum((weight for _, weight in weighed), Fraction()),
        )
    if scheme.key_zeroes and any(question.key and awarded(scheme, question) == 0 for question in questions):
        return replace(overall, awarded=Fraction())
    return overall


def _too_few(scheme: Scheme, cause: Scarce, shares: tuple[Share, ...]) -> Iterator[Shortfall]:
    for share in shares:
        required = math.ceil(scheme.min_evaluated * share.questions)
        if share.evaluated < required:
            yield Shortfall(cause, share.name, share.evaluated, required)


def _too_small_a_sample(scheme: Scheme, questions: tuple[Question, ...]) -> Iterator[Shortfall]:
    evaluated = [question for question in questions if awarded(scheme, question) is not None]
    if len(evaluated) < scheme.min_questions:
        yield Shortfall("questions", "", len(evaluated), scheme.min_questions)
    keys = sum(question.key for question in evaluated)
    if keys < scheme.min_key_questions:
        yield Shortfall("key_questions", "", keys, scheme.min_key_questions)


def _grade_by_percent(scheme: Scheme, overall: Share) -> str | None:
    if overall.percent is None or not scheme.limits:
        return None
    reached = [limit.grade for limit in scheme.limits if overall.percent >= limit.at_least]
    return reached[0] if reached else scheme.limits[-1].grade


def _reasons(
    scheme: Scheme, by_percent: str | None, shares: Mapping[Cause, tuple[Share, ...]], questions: tuple[Question, ...]
) -> Iterator[Reason]:
    """Everything that keeps the grade below the one its percentage alone would give."""
    if by_percent is None:
        return
    caps = [cap for cause, of_cause in shares.items() for cap in _share_caps(scheme, cause, of_cause)]
    caps += [cap for question in questions for cap in _question_caps(scheme, question)]
    yield from (cap for cap in caps if _rank(scheme, cap.to) > _rank(scheme, by_percent))


def _downgraded(scheme: Scheme, by_percent: str | None, reasons: tuple[Reason, ...]) -> str | None:
    return max((reason.to for reason in reasons), key=lambda to: _rank(scheme, to), default=by_percent)


def _share_caps(scheme: Scheme, cause: Cause, shares: tuple[Share, ...]) -> Iterator[Reason]:
    for share in shares:
        whole, percent = share.whole_percent, share.percent
        if whole is None or percent is None:
            continue
        hit = [rule for rule in scheme.downgrades if rule.cause == cause and whole < rule.threshold]
        yield from _worst_cap(scheme, hit, share.name, percent)


def _question_caps(scheme: Scheme, question: Question) -> Iterator[Reason]:
    """One assessment is enough: a mean over steps does not hide it."""
    given = _points_by_step(question).values() if question.per_step else (question.points,)
    lowest = min((points for points in given if points is not None), default=None)
    if lowest is None:
        return
    causes = ("key_points", "points") if question.key else ("points",)
    hit = [rule for rule in scheme.downgrades if rule.cause in causes and lowest <= rule.threshold]
    yield from _worst_cap(scheme, hit, question.number, lowest)


def _worst_cap(scheme: Scheme, hit: list[Downgrade], what: str, value: Decimal) -> Iterator[Reason]:
    if hit:
        rule = max(hit, key=lambda downgrade: _rank(scheme, downgrade.to))
        yield Reason(rule.cause, what, value, rule.to)


def _rank(scheme: Scheme, grade: str) -> int:
    return [limit.grade for limit in scheme.limits].index(grade)
