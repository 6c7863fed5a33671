"""What was worked out is told again until an answer it rests on changes, also where it was told in this run already."""

from auditdocs.shelf import Read
from auditdocs.steps import Steps, packed
from auditdocs.store import Kept, as_text

CAR: Read = ("entry", "car", "CAR-2026-0031")
OTHER: Read = ("entry", "car", "CAR-2026-0032")


def steps(kind: str) -> Steps:
    """What an earlier run worked out of the first CAR."""
    return Steps(lambda asked: {"a": Kept(as_text(["before"]), packed([CAR]))} if asked == kind else {}, {})


def anew() -> tuple[frozenset[Read], list[str]]:
    return frozenset([CAR]), ["now"]


def test_a_row_that_was_told_is_worked_out_again_once_what_it_rests_on_changed() -> None:
    known = steps("row")
    assert known.recall("row", "a", anew) == ["before"]
    known.changed("row", [OTHER])
    assert known.recall("row", "a", anew) == ["before"]
    known.changed("row", [CAR])
    assert known.recall("row", "a", anew) == ["now"]


def test_nothing_of_a_kind_is_told_once_it_is_forgotten() -> None:
    known = steps("row")
    assert known.recall("row", "a", anew) == ["before"]
    known.forget("row")
    assert known.recall("row", "a", anew) == ["now"]
    assert known.stale("row") == {}


def test_what_a_document_says_is_told_as_it_was_worked_out() -> None:
    known = steps("document")
    assert known.recall("document", "a", anew) == ["before"]
    known = steps("document")
    known.changed("document", [CAR])
    assert known.recall("document", "a", anew) == ["now"]
