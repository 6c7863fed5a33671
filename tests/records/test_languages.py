"""A text that lacks a language its documents are in is something to do, and no problem."""

from datetime import date

import pytest

from auditdocs.check import check
from auditdocs.inputs import File
from auditdocs.load import load
from auditdocs.records import ROOMS

PERSON = "records/people/P0001.yaml"


@pytest.mark.parametrize(
    ("record", "todo"),
    [
        ("languages: [zh, en]\nname: {zh: 吕示例}\n", ["text.language-missing"]),
        ("languages: [zh, en]\nname: {zh: 吕示例, en: Sample Lü}\n", []),
        ("languages: [en]\nname: Sample Lü\n", []),
        ("name: {zh: 吕示例}\n", []),
    ],
)
def test_a_language_that_is_missing_is_a_to_do(record: str, todo: list[str]) -> None:
    loaded = load([File(PERSON, record.encode())], ROOMS, date(2026, 11, 20))
    checked = check(loaded.records, ROOMS, loaded.problems)
    assert checked.problems == ()
    assert [one.problem.code for one in checked.todos if one.problem] == todo
