"""From when a file may be destroyed: the vectors of D.7.7 with holds, reopened audits and open CARs."""

from datetime import date

import pytest

from auditdocs.records.keeping.archive_numbers import next_archive_number
from auditdocs.records.keeping.disposal_day import DisposalDay, disposal_day
from auditdocs.records.keeping.hold import holds_on
from auditdocs.records.privacy_rules import kind_of_number
from tests.records.small import FOLDER, SHEET, records_of

HOLD = "records/archive/holds/HLD-2026-001.yaml"
AUDIT = "AUD-2026-001"


def day_of(closing: str, **more: str) -> DisposalDay:
    files = {**SHEET, f"{FOLDER}/audit.yaml": f"grading_scheme: iso_nc\n{closing}", **more}
    found = disposal_day(records_of(files), AUDIT)
    assert found
    return found


@pytest.mark.parametrize(
    ("closed", "until", "first"),
    [("2026-03-15", "2029-03-15", "2029-03-16"), ("2024-02-29", "2027-02-28", "2027-03-01")],
)
def test_three_years_from_the_closing(closed: str, until: str, first: str) -> None:
    found = day_of(f"closed: {{date: {closed}, by: P0001}}\n")
    assert found.kept.retention.keep_until == date.fromisoformat(until)
    assert found.first == date.fromisoformat(first)


def test_an_open_audit_does_not_count_yet() -> None:
    assert day_of("").first is None


def test_a_reopened_audit_counts_from_its_new_closing() -> None:
    reopened = "reopened: {date: 2026-06-01, by: P0001, reason: a claim}\n"
    assert day_of(f"closed: {{date: 2026-03-15, by: P0001}}\n{reopened}").first is None
    assert day_of(f"closed: {{date: 2026-09-15, by: P0001}}\n{reopened}").first == date(2029, 9, 16)


def test_a_hold_stops_it_and_its_release_lets_it_go_on_the_next_day() -> None:
    closed = "closed: {date: 2026-03-15, by: P0001}\n"
    held = f"scope: {{records: [{AUDIT}]}}\nplaced_on: 2029-01-01\n"
    assert [one.key for one in day_of(closed, **{HOLD: held}).holds] == ["HLD-2026-001"]
    assert day_of(closed, **{HOLD: held}).first is None
    released = f"{held}released: {{date: 2030-05-01, by: P0001, reason: over}}\n"
    assert day_of(closed, **{HOLD: released}).first == date(2030, 5, 2)


def test_an_open_car_keeps_its_file() -> None:
    car = {f"{FOLDER}/cars/CAR-2026-0001.yaml": "owner_department: QA\n"}
    found = day_of("closed: {date: 2026-03-15, by: P0001}\n", **car)
    assert (found.open_cars, found.first) == (("CAR-2026-0001",), None)


@pytest.mark.parametrize(
    ("scope", "is_held"),
    [
        ("{customers: [C0001]}", True),
        ("{customers: [C0002]}", False),
        ("{product: Bracket}", True),
        ("{customers: [C0001], product: housing}", False),
        ("{from: 2026-03-01, to: 2026-03-31}", True),
        ("{from: 2026-04-01}", False),
        ("{to: 2026-03-09}", False),
    ],
)
def test_a_query_holds_what_fits_all_it_says(scope: str, is_held: bool) -> None:
    sheet = "customer: C0001\nplanned_start: 2026-03-10\nplanned_end: 2026-03-11\nscope: {products: [Sample bracket]}\n"
    records = records_of({**SHEET, f"{FOLDER}/contact_sheet.yaml": sheet, HOLD: f"scope: {scope}\n"})
    assert bool(holds_on(records, AUDIT)) == is_held


def test_the_next_archive_number_counts_what_was_destroyed() -> None:
    files = {
        **SHEET,
        f"{FOLDER}/audit.yaml": "closed: {date: 2026-03-15, by: P0001}\n",
        "records/org/organization.yaml": "name: Sample\nfonds_code: Q001\n",
        "records/archive/tombstones/AUD-2026-007.yaml": "archive_number: Q001-KS·2026-D3-QA-0004\n",
        "records/archive/tombstones/AUD-2025-007.yaml": "archive_number: Q001-KS·2025-D3-QA-0009\n",
    }
    assert next_archive_number(records_of(files), AUDIT) == "Q001-KS·2026-D3-QA-0005"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("13800000000", "a mobile phone number"),
        ("138 0000 0000", "a mobile phone number"),
        ("11010519491231002X", "an identity card number"),
        ("110105194912310021", None),  # its check character is another
        ("6200000000000005", "a bank card number"),
        ("6200000000000006", None),
        ("20260908090000", None),  # a time
    ],
)
def test_numbers_that_belong_to_a_person_are_told_from_others(text: str, kind: str | None) -> None:
    found = kind_of_number(text)
    assert (found.en if found else None) == kind
