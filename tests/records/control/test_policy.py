"""Revisions follow each other, and a policy's mark follows from who agreed to what."""

from datetime import date

import pytest

from auditdocs.entry import Entry, Records
from auditdocs.records.control.policy import (
    CONTROLLED,
    DRAFT,
    OBSOLETE,
    Policy,
    PolicyMark,
    mark_of,
    number_of,
    order_of,
    revision_of,
    revisions,
    translation_of,
)
from auditdocs.state import standing
from tests.records.small import records_of

FOLDER = "records/policies/XY-QP-CA-01"
PEOPLE = {f"records/people/P000{n}.yaml": "name: 某示例\n" for n in (1, 2, 3)}


def policy(effective_on: str, approved: str = "", more: str = "") -> str:
    signed = f"approvals:\n  - {{role: approved, person: P0001, at: {approved}T09:00}}\n" if approved else ""
    return f"---\ntitle: 制度\neffective_on: {effective_on}\n{signed}{more}---\n\n# 1 目的\n\n写明**目的**。\n"


def workspace(**texts: str) -> Records:
    return records_of({**PEOPLE, **{f"{FOLDER}/{name.replace('_', '-')}.md": text for name, text in texts.items()}})


def entry_of(records: Records, revision: str) -> Entry[Policy]:
    found = records.get(Policy, f"XY-QP-CA-01/{revision}")
    assert found
    return found


def test_revisions_are_ordered_by_letter_then_digit() -> None:
    assert sorted(["B/0", "A/9", "A/0", "C/1", "A/1"], key=order_of) == ["A/0", "A/1", "A/9", "B/0", "C/1"]


@pytest.mark.parametrize(
    ("key", "number", "revision"),
    [("XY-QP-CA-01/A-1", "XY-QP-CA-01", "A/1"), ("XY-QP-CA-01/B-0.en", "XY-QP-CA-01", "B/0")],
)
def test_number_and_revision_come_from_the_path(key: str, number: str, revision: str) -> None:
    assert (number_of(key), revision_of(key)) == (number, revision)


def test_the_revision_table_is_drawn_from_the_files() -> None:
    records = workspace(B_0=policy("2027-01-01"), A_0=policy("2025-03-01"), A_1=policy("2026-04-01"))
    assert [revision_of(one.key) for one in revisions(records, "XY-QP-CA-01")] == ["A/0", "A/1", "B/0"]


def test_the_text_below_the_facts_is_the_body() -> None:
    body = entry_of(workspace(A_0=policy("2025-03-01")), "A-0").record.body
    assert str(body) == "\n# 1 目的\n\n写明**目的**。".strip("\n")


def test_a_policy_is_a_draft_until_it_is_approved() -> None:
    records = workspace(A_0=policy("2025-03-01"))
    assert mark_of(records, entry_of(records, "A-0")) == PolicyMark(DRAFT)


def test_it_is_controlled_from_approval_with_its_effective_date() -> None:
    records = workspace(A_0=policy("2025-03-01", "2025-02-20"))
    assert mark_of(records, entry_of(records, "A-0")) == PolicyMark(CONTROLLED, date(2025, 3, 1))


def test_a_draft_of_the_next_revision_changes_nothing() -> None:
    records = workspace(A_0=policy("2025-03-01", "2025-02-20"), A_1=policy("2026-04-01"))
    assert mark_of(records, entry_of(records, "A-0")).words == CONTROLLED


def test_it_is_obsolete_with_the_effective_date_of_the_next_approved_revision() -> None:
    texts = {"A_0": policy("2025-03-01", "2025-02-20"), "A_1": policy("2026-01-01"), "B_0": policy("2026-04-01", "2026-03-20")}
    records = workspace(**texts)
    assert mark_of(records, entry_of(records, "A-0")) == PolicyMark(OBSOLETE, date(2026, 4, 1))
    assert mark_of(records, entry_of(records, "B-0")) == PolicyMark(CONTROLLED, date(2026, 4, 1))


def test_withdrawn_it_is_obsolete_from_that_day() -> None:
    withdrawn = "withdrawn: {date: 2026-05-01, by: P0001, reason: 并入其他制度}\n"
    records = workspace(A_0=policy("2025-03-01", "2025-02-20", withdrawn))
    assert mark_of(records, entry_of(records, "A-0")) == PolicyMark(OBSOLETE, date(2026, 5, 1))


def test_its_state_follows_from_consultation_review_and_approval() -> None:
    asked = "consultation:\n  - {date: 2026-02-01, person: P0003, comment: 同意, disposition: 无}\n"
    reviewed = "approvals:\n  - {role: reviewed, person: P0002, at: 2026-02-10T09:00}\n"
    states = {
        policy("2026-04-01"): "draft",
        policy("2026-04-01", more=asked): "consulted",
        policy("2026-04-01", more=asked + reviewed): "reviewed",
        policy("2026-04-01", "2026-03-01", asked): "approved",
    }
    for text, state in states.items():
        records = workspace(A_0=text)
        found = standing(records, entry_of(records, "A-0"), "policy")
        assert found
        assert found.state == state


def test_an_approved_successor_ends_its_life() -> None:
    records = workspace(A_0=policy("2025-03-01", "2025-02-20"), A_1=policy("2026-04-01", "2026-03-20"))
    found = standing(records, entry_of(records, "A-0"), "policy")
    assert found
    assert found.state == "superseded"
    assert found.next is None


def test_the_english_text_belongs_to_its_revision() -> None:
    english = "---\ntitle: Policy\n---\n\n# 1 Purpose\n"
    records = records_of({**PEOPLE, f"{FOLDER}/A-0.md": policy("2025-03-01"), f"{FOLDER}/A-0.en.md": english})
    translation = translation_of(records, entry_of(records, "A-0"))
    assert translation
    assert str(translation.record.title) == "Policy"
    assert [one.key for one in revisions(records, "XY-QP-CA-01")] == ["XY-QP-CA-01/A-0"]
