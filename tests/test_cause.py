"""One cause is one problem: what only follows from another is not said."""

from datetime import UTC, date, datetime

from auditdocs.cause import Told, causes
from auditdocs.problem import Fact, Place, Problem, Sentence


def problem(code: str, path: str = "a.yaml", line: int = 1, **facts: Fact) -> Problem:
    return Problem(Place(path, line), Sentence(code, "", ""), facts)


def test_what_was_concluded_from_a_doubtful_record_is_not_said() -> None:
    doubt = Told(problem("reference.not-found", "people/P0005.yaml"), casts_doubt=True)
    follows = Told(problem("car.issuer-not-quality", "cars/CAR-2026-0001.yaml"), frozenset({"people/P0005.yaml"}))
    other = Told(problem("car.owner-missing", "cars/CAR-2026-0001.yaml"), frozenset({"people/P0006.yaml"}))
    assert causes((doubt, follows, other)) == [doubt.problem, other.problem]


def test_a_doubtful_record_is_still_told_what_else_is_wrong_in_it() -> None:
    doubt = Told(problem("car.finding-missing"), frozenset({"a.yaml"}), casts_doubt=True)
    own = Told(problem("car.owner-missing", line=4), frozenset({"a.yaml"}))
    assert causes((doubt, own)) == [doubt.problem, own.problem]


def test_two_doubtful_records_do_not_silence_each_other() -> None:
    one = Told(problem("reference.not-found", "a.yaml"), frozenset({"b.yaml"}), casts_doubt=True)
    other = Told(problem("reference.not-found", "b.yaml"), frozenset({"a.yaml"}), casts_doubt=True)
    assert causes((one, other)) == [one.problem, other.problem]


def test_a_reference_that_leads_nowhere_speaks_for_its_value() -> None:
    missing, follows = problem("reference.not-found"), problem("finding.department-without-car")
    assert causes((Told(follows), Told(missing))) == [missing]


def test_the_general_sentence_gives_way_to_the_special_one() -> None:
    general, special = problem("life.not-in-order"), problem("car.decided-before-submitted")
    assert causes((Told(general), Told(special))) == [special]
    assert causes((Told(general),)) == [general]


def test_nothing_is_compared_with_a_day_that_has_not_come() -> None:
    future = problem("life.in-the-future", day=datetime(2027, 3, 16, 9, tzinfo=UTC))
    compared = problem("car.due-before-issue", line=9, due=date(2026, 3, 18), issued_on=date(2027, 3, 16))
    elsewhere = problem("car.due-before-issue", "b.yaml", issued_on=date(2027, 3, 16))
    assert causes((Told(future), Told(compared), Told(elsewhere))) == [future, elsewhere]
