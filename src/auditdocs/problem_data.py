"""Problems ↔ plain data, so that what a run found can be told again without running."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from auditdocs.problem import Fact, Free, Place, Problem, Sentence, Words


def as_data(problem: Problem) -> list[Any]:
    """A problem as lists and words."""
    place, said = problem.place, problem.sentence
    spot = [place.path, place.line, place.column, place.end_line, place.end_column]
    sentence = [said.code, said.zh, said.en, said.do_zh, said.do_en, said.source, said.severity]
    return [spot, sentence, {name: _told(fact) for name, fact in problem.facts.items()}, problem.severity]


def from_data(data: list[Any]) -> Problem:
    """The problem again."""
    spot, sentence, facts, severity = data
    return Problem(Place(*spot), Sentence(*sentence), {name: _fact(told) for name, told in facts.items()}, severity)


def _told(fact: Fact) -> list[Any]:
    match fact:
        case Words():
            return ["words", fact.zh, fact.en]
        case Free():
            return ["free", fact.text]
        case datetime():
            return ["moment", fact.isoformat()]
        case date():
            return ["day", fact.isoformat()]
        case Decimal():
            return ["number", str(fact)]
        case tuple():
            return ["several", [_told(one) for one in fact]]
        case _:
            return ["plain", fact]


def _fact(told: list[Any]) -> Fact:
    kind, *rest = told
    match kind:
        case "words":
            return Words(*rest)
        case "free":
            return Free(rest[0])
        case "moment":
            return datetime.fromisoformat(rest[0])
        case "day":
            return date.fromisoformat(rest[0])
        case "number":
            return Decimal(rest[0])
        case "several":
            return tuple(_fact(one) for one in rest[0])
        case _:
            plain: Fact = rest[0]
            return plain
