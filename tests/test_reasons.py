"""Each part of what a document is made from has words of its own when it changes."""

from dataclasses import asdict, replace

import pytest

from auditdocs.fingerprint import Ingredients
from auditdocs.reasons import FONTS, OPTIONS, PROGRAM, SHOWN, changes

MADE = Ingredients(
    "car pdf", "p1", "t1", "f1", "zh", "2026-11-20", "frame1", "labels1", "view1", "ready", "0123456789abcdef", {"records/a.yaml": "1"}
)
TEMPLATE = "templates/car/car.html"


def told(now: Ingredients) -> list[str]:
    return [words.en for words in changes(asdict(MADE), now, TEMPLATE)]


@pytest.mark.parametrize(
    ("now", "reason"),
    [
        (replace(MADE, program="p2"), PROGRAM.en),
        (replace(MADE, fonts="f2"), FONTS.en),
        (replace(MADE, template="t2"), "the template changed: templates/car/car.html, or one that it includes"),
        (replace(MADE, languages="zh en"), "languages: was zh, is zh en"),
        (replace(MADE, day=""), "the day: was 2026-11-20, is empty"),
        (replace(MADE, view="view2"), OPTIONS.en),
        (replace(MADE, frame="frame2", status="working_copy", commit=""), "its status: was ready, is WORKING COPY"),
        (replace(MADE, frame="frame2", commit="fedcba9876543210"), "its commit: was 0123456789, is fedcba9876"),
        (replace(MADE, view="view2", sources={"records/a.yaml": "2"}), "the record changed: records/a.yaml"),
        (replace(MADE, view="view2", sources={}), "a record that is no longer read: records/a.yaml"),
    ],
)
def test_a_part_that_changed_is_named_and_changes_the_fingerprint(now: Ingredients, reason: str) -> None:
    assert told(now) == [reason]
    assert now.fingerprint != MADE.fingerprint


def test_a_record_that_changed_without_a_word_on_the_page_leaves_the_fingerprint() -> None:
    """A register reads much and prints little: it is not made again for what it does not say."""
    assert replace(MADE, sources={"records/a.yaml": "2"}).fingerprint == MADE.fingerprint


def test_what_follows_from_a_changed_record_is_not_told_beside_it() -> None:
    now = replace(MADE, frame="frame2", view="view2", status="draft", commit="", sources={"records/a.yaml": "2"})
    assert told(now) == ["the record changed: records/a.yaml"]


def test_many_records_are_counted() -> None:
    now = replace(MADE, view="view2", sources={"records/a.yaml": "1"} | {f"records/b{number:02}.yaml": "1" for number in range(SHOWN + 3)})
    assert told(now)[-1] == "a record that is read now: 3 more"
    assert len(told(now)) == SHOWN + 1
