"""After its approval a change request tells what to type for its own document: a policy, a form, a withdrawal."""

import pytest

from auditdocs.check import check
from auditdocs.records import ROOMS
from tests.records.small import records_of

SIGNED = """approvals:
  - {role: prepared, person: P0001, at: 2026-10-01T09:00}
  - {role: reviewed, person: P0002, at: 2026-10-02T09:00}
  - {role: approved, person: P0003, at: 2026-10-03T09:00}
"""
POLICY = {"records/policies/XY-QP-CA-01/A-0.md": "---\ntitle: 制度\n---\n\n文\n"}


@pytest.mark.parametrize(
    ("asked", "files", "told"),
    [
        ("document: XY-QP-CA-01\n", POLICY, "run `auditdocs new policy XY-QP-CA-01`"),
        ("document: XY-QP-CA-02\nkind: new\n", {}, "run `auditdocs new policy XY-QP-CA-02 --name NAME`"),
        ("document: XY-QP-CA-01\nkind: withdraw\n", POLICY, "write 'withdrawn' in the newest revision of XY-QP-CA-01"),
        ("document: XY-FM-CA-09\n", {}, "write the new revision of XY-FM-CA-09 in records/org/forms.yaml"),
    ],
)
def test_the_next_step_names_what_to_type(asked: str, files: dict[str, str], told: str) -> None:
    records = records_of({"records/change_requests/DCR-2026-001.yaml": asked + SIGNED, **files})
    (how,) = (one.how.en for one in check(records, ROOMS).todos if one.subject == "DCR-2026-001" and one.how)
    assert how == f"{told}; once it is approved and issued write done_on and done_by"


def test_a_policy_nobody_was_asked_about_says_where_to_write_what_was_said() -> None:
    (how,) = (one.how.en for one in check(records_of(POLICY), ROOMS).todos if one.how)
    assert how.startswith("below consultation in records/policies/XY-QP-CA-01/A-0.md write - {date: 2026-09-08")
