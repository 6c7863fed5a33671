"""All documents of an audit are planned while its records are open: a large workspace does not fit into memory."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from auditdocs import survey
from auditdocs.document import Request
from auditdocs.documents import KINDS, ROWS
from auditdocs.entry import AnyEntry
from auditdocs.examine import examine
from auditdocs.origins import sources_of
from auditdocs.preparation import prepare_build
from auditdocs.selection import Wanted
from auditdocs.survey import Row, Sight
from auditdocs.units import by_audit
from auditdocs.workspace import Seen
from bench.workspace import make

AUDITS = 12


def test_a_record_of_an_audit_is_opened_once_for_all_its_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(AUDITS, tmp_path / "some")
    opened, read = Counter[str](), survey._opened

    def noted(seen: Seen, sight: Sight, row: Row) -> AnyEntry:
        opened[seen.name] += 1
        return read(seen, sight, row)

    monkeypatch.setattr(survey, "_opened", noted)
    monkeypatch.setattr(survey, "OPEN", 160)  # of more than two hundred
    monkeypatch.setattr(survey, "FOLDED", 0)
    examined = examine(tmp_path / "some", date(2026, 11, 20), rows=ROWS)
    opened.clear()
    planned = prepare_build(examined, Wanted(), sources_of(examined))
    assert len(planned.files) > AUDITS * 30
    once = {path: count for path, count in opened.items() if path.endswith(("prep_meeting.yaml", "logistics.yaml", "notification.yaml"))}
    assert AUDITS < len(once) <= AUDITS * 3  # the audits that were judged last are open still
    assert set(once.values()) == {1}, once


def test_documents_come_audit_by_audit_and_what_belongs_to_none_first(tmp_path: Path) -> None:
    make(2, tmp_path / "two")
    examined = examine(tmp_path / "two", date(2026, 11, 20), rows=ROWS)
    records, request = examined.loaded.records, Request(examined.as_of)
    several = [(kind, kind.all_subjects(records, request)) for kind in KINDS.values()]
    found = {scope: {unit.kind.name for unit in units} for scope, units in by_audit(records, several, request)}
    assert [*found] == ["", "AUD-2021-001", "AUD-2022-001"]
    assert {"car", "audit_report", "contact_sheet"} <= found["AUD-2021-001"]
    assert "car_register" in found[""]
