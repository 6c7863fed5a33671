"""A fact of the past is judged by the post of its day."""

from datetime import date

import pytest

from auditdocs.records.house.person import Person, departments_on, has_role_on, is_active_on, is_head_on, post_on
from tests.records.small import records_of

MOVED = """
name: 冯示例
posts:
  - {department: MFG, title: 班组长, roles: [dept], from: 2021-05-10, to: 2026-06-30}
  - {department: QA, title: 质量部经理, roles: [quality, auditor], head: true, from: 2026-07-01}
left_on: 2026-12-31
"""


@pytest.fixture
def person() -> Person:
    departments = "QA: {name: 质量部}\nMFG: {name: 制造部}\n"
    entry = records_of({"records/people/P0001.yaml": MOVED, "records/org/departments.yaml": departments}).get(Person, "P0001")
    assert entry
    return entry.record


def test_the_last_day_of_a_post_belongs_to_it(person: Person) -> None:
    assert departments_on(person, date(2026, 6, 30)) == ("MFG",)
    assert departments_on(person, date(2026, 7, 1)) == ("QA",)


def test_nobody_has_a_post_before_the_first(person: Person) -> None:
    assert post_on(person, date(2021, 5, 9)) == ()


def test_head_and_roles_follow_the_post(person: Person) -> None:
    before, after = date(2026, 6, 1), date(2026, 8, 1)
    assert not is_head_on(person, "QA", before)
    assert is_head_on(person, "QA", after)
    assert not is_head_on(person, "MFG", after)
    assert has_role_on(person, "dept", before)
    assert not has_role_on(person, "dept", after)


def test_who_has_left_holds_no_post_although_it_has_no_end(person: Person) -> None:
    assert is_active_on(person, date(2026, 12, 31))
    assert not is_active_on(person, date(2027, 1, 1))
    assert departments_on(person, date(2027, 1, 1)) == ()
