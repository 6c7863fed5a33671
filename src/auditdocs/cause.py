"""Problems and what they were concluded from → those that name a cause: what only follows is not said."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from auditdocs.problem import Fact, Place, Problem

# What these say of a value makes everything else said of it idle.
FIRST = frozenset(("reference.not-found", "life.in-the-future", "fact.in-the-future"))
# These say in general what a room's own rule says better at the same value.
GENERAL = frozenset(("life.milestone-missing", "life.not-in-order"))
# Days that are wrong themselves, by the fact that names them: what compares with them is idle.
DAY_OF = {"life.in-the-future": "day", "fact.in-the-future": "day", "audit.far-from-plan": "actual"}


@dataclass(frozen=True, slots=True)
class Told:
    """A problem, the records it was concluded from, and whether it makes its own record doubtful."""

    problem: Problem
    read: frozenset[str] = frozenset()  # paths
    casts_doubt: bool = False


def causes(told: Iterable[Told]) -> list[Problem]:
    """The problems without those that follow from another."""
    everything = tuple(told)
    doubtful = frozenset(one.problem.place.path for one in everything if one.casts_doubt)
    kept = [one.problem for one in everything if one.casts_doubt or not _follows(one, doubtful)]
    wrong_days = frozenset((_folder(one), _day(one.facts[DAY_OF[one.code]])) for one in kept if one.code in DAY_OF)
    groups: dict[Place, list[Problem]] = {}
    for problem in kept:
        is_cause = problem.code in DAY_OF or problem.code in FIRST
        if is_cause or not any((_folder(problem), _day(fact)) in wrong_days for fact in problem.facts.values()):
            groups.setdefault(problem.place, []).append(problem)  # else it compares with a day that is wrong itself
    return [problem for group in groups.values() for problem in _of_one_value(group)]


def _follows(one: Told, doubtful: frozenset[str]) -> bool:
    """Whether a problem was concluded from another record that is doubtful itself."""
    return bool((one.read & doubtful) - {one.problem.place.path})


def _folder(problem: Problem) -> str:
    """The audit a problem lies in, else its file."""
    parts = problem.place.path.split("/")
    return "/".join(parts[:4]) if parts[1:2] == ["audits"] else problem.place.path


def _day(fact: Fact) -> Fact:
    return fact.date() if isinstance(fact, datetime) else fact


def _of_one_value(group: list[Problem]) -> list[Problem]:
    first = [problem for problem in group if problem.code in FIRST]
    special = [problem for problem in group if problem.code not in GENERAL]
    return first or special or group
