"""A certificate is asked for sixty days before it runs out, unless there is a newer one."""

from datetime import date

import pytest

from auditdocs.check import check
from auditdocs.records import ROOMS
from tests.records.small import records_of

OLD = "{kind: ISO 9001, valid_from: 2023-07-01, valid_to: 2026-06-30}"
NEW = "{kind: iso 9001, valid_from: 2026-07-01, valid_to: 2029-06-30}"
FOR_EVER = "{kind: ISO 9001}"


@pytest.mark.parametrize(
    ("certificates", "day", "code"),
    [
        (OLD, date(2026, 4, 30), ""),
        (OLD, date(2026, 5, 1), "customer.certificate-expiring"),
        (OLD, date(2026, 6, 30), "customer.certificate-expiring"),
        (OLD, date(2026, 7, 1), "customer.certificate-expired"),
        (f"{OLD}, {NEW}", date(2026, 8, 1), ""),
        (f"{OLD}, {FOR_EVER}", date(2026, 8, 1), ""),
    ],
)
def test_the_one_that_lasts_longest_counts(certificates: str, day: date, code: str) -> None:
    records = records_of({"records/customers/C0001/profile.yaml": f"name: 客户\nstatus: active\ncertificates: [{certificates}]\n"}, day)
    checked = check(records, ROOMS)
    told = [one.code for one in checked.problems] + [one.problem.code for one in checked.todos if one.problem]
    assert [one for one in told if "certificate" in one] == ([code] if code else [])
