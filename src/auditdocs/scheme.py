"""What a grading scheme says about scoring, and how questions were answered: the input of a score."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

Kind = Literal["points", "weighted", "yesno", "percent"]
Cause = Literal["element_below", "subelement_below", "step_below", "key_points", "points"]


@dataclass(frozen=True, slots=True)
class StepPoints:
    """The points of a question in one process step (or for one product); empty: not evaluated there."""

    step: str
    points: Decimal | None


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was answered: by one figure, or by one per step. Without any it was not evaluated.

    A step may stand twice where there are several findings; the worst decides (B.4 rule 3). A yes is 1, a no is 0.
    """

    number: str
    element: str
    points: Decimal | None = None
    per_step: tuple[StepPoints, ...] = ()
    subelement: str | None = None
    key: bool = False
    max_points: Decimal | None = None
    not_applicable: bool = False


@dataclass(frozen=True, slots=True)
class Limit:
    """A grade and the percentage from which it is given."""

    grade: str
    at_least: Decimal


@dataclass(frozen=True, slots=True)
class Downgrade:
    """What keeps a grade from being better than `to`: a share below a whole percentage, points not above a figure."""

    cause: Cause
    threshold: Decimal
    to: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """The scoring part of a grading scheme (D.3.1).

    `limits` stand best first. A question of an `averaged` element gets the mean of its steps, any other its worst;
    `stepped` elements have a share per step as well. `section_weights` belong to `percent`: each element is a section.
    With `key_zeroes` a key item without points makes the whole result zero.
    """

    kind: Kind
    allowed: tuple[Decimal, ...]
    limits: tuple[Limit, ...]
    downgrades: tuple[Downgrade, ...] = ()
    averaged: frozenset[str] = frozenset()
    stepped: frozenset[str] = frozenset()
    section_weights: tuple[tuple[str, Decimal], ...] = ()
    min_evaluated: Fraction = Fraction(0)
    min_questions: int = 0
    min_key_questions: int = 0
    key_zeroes: bool = False

    def possible(self, question: Question) -> Decimal:
        """The most points the question can get."""
        return question.max_points if question.max_points is not None else self._top

    def is_allowed(self, points: Decimal, max_points: Decimal | None = None) -> bool:
        """Whether these points may be given; an item of its own maximum takes the allowed points in proportion."""
        top = self._top if max_points is None else max_points
        if not self.allowed:
            return 0 <= points <= top
        return points * self._top in {allowed * top for allowed in self.allowed}

    @property
    def _top(self) -> Decimal:
        return max(self.allowed, default=Decimal(1 if self.kind == "yesno" else 100))


# A public draft of the volume is the source: a scheme that uses this calls itself `vda63-2023-draft`.
VDA63 = Scheme(
    kind="points",
    allowed=tuple(Decimal(points) for points in (0, 4, 6, 8, 10)),
    limits=(Limit("A", Decimal(90)), Limit("B", Decimal(80)), Limit("C", Decimal(0))),
    downgrades=(
        Downgrade("element_below", Decimal(80), "B"),
        Downgrade("subelement_below", Decimal(80), "B"),
        Downgrade("step_below", Decimal(80), "B"),
        Downgrade("key_points", Decimal(4), "B"),
        Downgrade("points", Decimal(0), "B"),
        Downgrade("element_below", Decimal(70), "C"),
        Downgrade("step_below", Decimal(70), "C"),
        Downgrade("key_points", Decimal(0), "C"),
    ),
    averaged=frozenset({"P3", "P4", "P6"}),
    stepped=frozenset({"P6"}),
    min_evaluated=Fraction(2, 3),
)
