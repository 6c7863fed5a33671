"""Which clauses a criterion has, and until when an edition counts."""

from datetime import date

import pytest

from auditdocs.records.house.criterion import Criterion, clause_title, has_clause, is_withdrawn_on
from tests.records.small import records_of

ISO = """
valid_from: 2015-09-15
withdrawn_on: 2026-09-30
transition_until: 2029-09-30
clauses:
  - {clause: "8.5.1", title: 生产}
  - {clause: "8.10", title: 自定}
  - {clause: P6}
"""
FILES = {"records/criteria/ISO9001-2015.yaml": ISO, "records/criteria/CSR-X.yaml": "title: 只有题名\n"}


@pytest.mark.parametrize("clause", ["8.5.1", "8.10", "P6", "8.5.1c", "8.5.1(c)", "8.5.1c)", "8.5.1.c"])
def test_a_listed_clause_and_its_lettered_items_are_there(clause: str) -> None:
    assert has_clause(records_of(FILES), "ISO9001-2015", clause)


@pytest.mark.parametrize("clause", ["8.5", "8.1", "8.5.11", "8.5.1.2", "P61", "8.5.1cd"])
def test_what_only_looks_like_one_is_not(clause: str) -> None:
    assert not has_clause(records_of(FILES), "ISO9001-2015", clause)


def test_a_criterion_without_a_list_of_clauses_takes_any() -> None:
    assert has_clause(records_of(FILES), "CSR-X", "4.2")


def test_a_clause_has_a_title_of_our_own() -> None:
    found = clause_title(records_of(FILES), "ISO9001-2015", "8.5.1")
    assert found
    assert str(found.title) == "生产"
    assert clause_title(records_of(FILES), "ISO9001-2015", "9.9") is None


def test_a_withdrawn_edition_counts_until_its_transition_ends() -> None:
    entry = records_of(FILES).get(Criterion, "ISO9001-2015")
    assert entry
    assert not is_withdrawn_on(entry.record, date(2026, 10, 1))
    assert not is_withdrawn_on(entry.record, date(2029, 9, 30))
    assert is_withdrawn_on(entry.record, date(2029, 10, 1))
