"""A few records in a text → Records, for tests of what a room computes."""

from collections.abc import Mapping
from datetime import date

from auditdocs.entry import Entry, Records
from auditdocs.inputs import File
from auditdocs.load import load
from auditdocs.records import ROOMS
from auditdocs.records.cars.car import Car

TODAY = date(2026, 11, 20)
FOLDER = "records/audits/2026/AUD-2026-001"
SHEET = {f"{FOLDER}/contact_sheet.yaml": "customer: C0001\n", f"{FOLDER}/audit.yaml": "grading_scheme: iso_nc\n"}


def records_of(files: Mapping[str, str], as_of: date = TODAY) -> Records:
    """The records of these files; they must be readable."""
    loaded = load((File(path, text.encode()) for path, text in files.items()), ROOMS, as_of)
    assert not loaded.problems, [one.message("en", show_values=True) for one in loaded.problems]
    return loaded.records


def car_of(text: str, findings: str = "", as_of: date = TODAY) -> tuple[Records, Entry[Car]]:
    """A CAR of a system audit, with the audit's findings."""
    files = {**SHEET, f"{FOLDER}/cars/CAR-2026-0001.yaml": f"owner_department: MFG\n{text}"}
    if findings:
        files[f"{FOLDER}/findings.yaml"] = f"items:\n{findings}"
    records = records_of(files, as_of)
    car = records.get(Car, "CAR-2026-0001")
    assert car
    return records, car
