"""A record and the schedule say until when the record is kept (the vectors of D.7.7)."""

from datetime import date

import pytest

from auditdocs.entry import Records
from auditdocs.records.audit.audit import Audit
from auditdocs.records.base import Record
from auditdocs.records.control.policy import Policy
from auditdocs.records.house.customer import Customer
from auditdocs.records.keeping.retention_of import Kept, kept
from auditdocs.retention import Claim, Override, Retention
from tests.records.small import records_of

SHEET = {"records/audits/2026/AUD-2026-001/contact_sheet.yaml": "customer: C0001\n"}
AUDIT = "records/audits/2026/AUD-2026-001/audit.yaml"
LONGER = """
CA-3Y:
  applies_to: [audit, contact_sheet]
  trigger: audit.closed
  period: {years: 3}
  authorities:
    - {name: 顾客特殊要求, clause: "8", min_period: {years: 10}, kind: customer}
    - {name: 公司规定, min_period: {months: 18}}
PROD-LIFE+1Y: {trigger: product.end_of_life, period: {years: 1}, end_of: year}
"""


def kept_of(records: Records, model: type[Record], key: str) -> Kept:
    entry = records.get(model, key)
    assert entry
    found = kept(records, (entry,))
    assert found
    return found


def audit_kept(records: Records) -> Retention:
    return kept_of(records, Audit, "AUD-2026-001").retention


@pytest.mark.parametrize(
    ("audit", "until"),
    [
        ("closed: {date: 2026-03-15}\n", date(2029, 3, 15)),
        ("closed: {date: 2024-02-29}\n", date(2027, 2, 28)),
        ("cancelled: {date: 2026-03-15, reason: 客户取消}\n", date(2029, 3, 15)),
        ("closed: {date: 2026-03-15}\nreopened: {date: 2026-04-01, reason: 新证据}\n", None),
        ("reopened: {date: 2026-04-01, reason: 新证据}\nclosed: {date: 2026-06-01}\n", date(2029, 6, 1)),
        ("closed: {date: 2026-03-15}\nreopened: {date: 2026-03-15, reason: 同日重开}\n", None),
        ("label: 未关闭\n", None),
    ],
)
def test_an_audits_period_counts_from_its_closing(audit: str, until: date | None) -> None:
    assert audit_kept(records_of({**SHEET, AUDIT: audit})).keep_until == until


def test_the_longest_authority_wins_and_the_others_are_known() -> None:
    found = audit_kept(records_of({**SHEET, AUDIT: "closed: {date: 2026-03-15}\n", "records/org/retention.yaml": LONGER}))
    assert found.keep_until == date(2036, 3, 15)
    assert isinstance(found.winner, Claim)
    assert found.winner.authority
    assert found.winner.authority.name == "顾客特殊要求"
    assert {claim.until for claim in found.losers} == {date(2029, 3, 15), date(2027, 9, 15)}


def test_a_records_own_class_comes_on_top_of_its_kinds() -> None:
    own = "closed: {date: 2026-03-15}\nretention: {class: PROD-LIFE+1Y, reason: 含 PPAP}\n"
    records = records_of({**SHEET, AUDIT: own, "records/org/retention.yaml": LONGER})
    assert kept_of(records, Audit, "AUD-2026-001").codes == ("CA-3Y", "PROD-LIFE+1Y")
    assert audit_kept(records).keep_until is None  # the product still lives


def test_a_later_day_of_its_own_is_followed_and_an_earlier_one_is_not() -> None:
    later = audit_kept(records_of({**SHEET, AUDIT: "closed: {date: 2026-03-15}\nretention: {override_until: 2031-12-31, reason: 诉讼}\n"}))
    assert later.winner == Override(date(2031, 12, 31))
    earlier = audit_kept(
        records_of({**SHEET, AUDIT: "closed: {date: 2026-03-15}\nretention: {override_until: 2028-12-31, reason: 空间}\n"})
    )
    assert earlier.keep_until == date(2029, 3, 15)
    assert earlier.override_too_short


def test_a_customers_file_waits_until_business_stopped() -> None:
    def until(more: str) -> date | None:
        records = records_of({"records/customers/C0001/profile.yaml": f"name: 示例客户\n{more}"})
        return kept_of(records, Customer, "C0001").retention.keep_until

    assert until("") is None
    assert until("stopped_on: 2026-08-31\n") == date(2029, 8, 31)


def test_a_policy_is_kept_for_ever() -> None:
    text = "---\ntitle: 制度\n---\n\n正文\n"
    records = records_of({"records/policies/XY-QP-CA-01/A-0.md": text})
    assert kept_of(records, Policy, "XY-QP-CA-01/A-0").retention.permanent
