"""Where we audit a customer, quality issues the notice, the customer confirms it, and the CARs are the customer's turn (D.4.3)."""

import pytest

from auditdocs.check import check
from auditdocs.records import ROOMS
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.state import standing
from tests.records.small import FOLDER, car_of, records_of

OURS = {f"{FOLDER}/audit.yaml": "direction: outbound\n"}
ISSUED = "approvals:\n  - {role: prepared, person: P0001, at: 2026-09-20T09:00}\n"
CONFIRMED = ISSUED + "  - {role: confirmed, external: {name: 孙工}, at: 2026-09-22T09:00}\n"
EXTERNAL = "responsible_party: external\nresponder: {name: 孙工}\nsource: onsite_conclusion\nissued_on: 2026-03-16\n"


@pytest.mark.parametrize(
    ("signed", "sheet", "audit", "todo"),
    [
        ("", "issued", "contacted", "QA fill in the notice of the audit and issue it"),
        (ISSUED, "confirmed", "contacted", "QA let the customer confirm the notice, and record it"),
        (CONFIRMED, "", "preparing", "QA hold the preparation meeting and record it"),
    ],
)
def test_a_notice_is_issued_by_quality_and_confirmed_by_the_customer(signed: str, sheet: str, audit: str, todo: str) -> None:
    records = records_of({f"{FOLDER}/contact_sheet.yaml": f"customer: C0001\n{signed}", **OURS})
    entry = records.get(ContactSheet, "AUD-2026-001")
    assert entry
    upcoming = [(found.next.name if found.next else "") for life in ("contact_sheet", "audit") if (found := standing(records, entry, life))]
    assert upcoming == [sheet, audit]
    told = [f"{one.who} {one.words.en}" for one in check(records, ROOMS).todos if one.words]
    assert told == [todo]


def test_who_coordinates_is_asked_when_the_notice_was_confirmed() -> None:
    """The receipt by quality, to which it belongs elsewhere, is no step here."""
    records = records_of({f"{FOLDER}/contact_sheet.yaml": f"customer: C0001\n{CONFIRMED}", **OURS})
    told = [one.problem.code for one in check(records, ROOMS).todos if one.problem]
    assert "audit.coordinator-missing" in told


@pytest.mark.parametrize(("party", "who"), [(EXTERNAL, "CUS"), ("source: onsite_conclusion\nissued_on: 2026-03-16\n", "DEP")])
def test_a_car_is_the_turn_of_who_answers_it(party: str, who: str) -> None:
    records, car = car_of(party)
    found = standing(records, car, "car")
    assert found
    assert found.next
    assert (found.next.name, found.next.who) == ("received", who)


def test_what_the_customer_answers_to_us_is_not_sent_to_the_customer() -> None:
    records, car = car_of(EXTERNAL)
    found = standing(records, car, "car")
    assert found
    assert found.life.index("submitted") in found.passed_by
