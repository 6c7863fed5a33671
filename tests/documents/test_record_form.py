"""A kind of which every record of a type has one document: who is a subject, what it is called, and when there is none."""

from dataclasses import dataclass
from datetime import date

from auditdocs.document import INSIDE, DocumentKind, Request, Subject
from auditdocs.documents.record_form import each, known_keys, record_form
from auditdocs.documents.words import Writing
from auditdocs.entry import Entry, Records
from auditdocs.inputs import File
from auditdocs.load import load
from auditdocs.problem import Words
from auditdocs.records import ROOMS
from auditdocs.records.on_site.meetings import Meetings
from auditdocs.records.preparation.contact_sheet import ContactSheet
from tests.documents.small import AUDIT, DAY, small

SHEET = "{customer: C0001, languages: [en, zh]}"


@dataclass(frozen=True, slots=True)
class Heading:
    title: str


def heading(write: Writing, entry: Entry[Meetings]) -> Heading | None:
    """Nothing to say of meetings without a title."""
    return Heading(write.text(entry.record.title)) if entry.record.title else None


def kind(folder: str = "") -> DocumentKind:
    title = Words("会议", "Meetings")
    return record_form(Meetings, heading, name="meeting_sheet", title=title, shows=Heading, words={}, editions=INSIDE, folder=folder)


def meetings(text: str) -> Records:
    return small({f"{AUDIT}/contact_sheet.yaml": SHEET, f"{AUDIT}/meetings.yaml": text})


def test_a_document_lies_with_its_audits_others_and_is_called_by_number_and_title() -> None:
    document = kind().make(meetings("{title: 首末次会议, languages: [en]}"), Subject("AUD-2026-001"), Request(DAY))
    assert document is not None
    assert (document.folder, document.name, document.number) == ("audits/AUD-2026-001", "AUD-2026-001 Meetings", "AUD-2026-001")
    assert (document.kind, document.template, document.formats) == ("meeting_sheet", "meeting_sheet/meeting_sheet", ("docx", "pdf"))
    assert (document.languages, document.view) == (("en",), Heading("首末次会议"))
    assert document.about == ("records/audits/2026/AUD-2026-001/meetings.yaml",)


def test_what_does_not_belong_to_an_audit_has_a_folder_of_its_own() -> None:
    document = kind("minutes").make(meetings("title: 首末次会议"), Subject("AUD-2026-001"), Request(DAY))
    assert document is not None
    assert document.folder == "minutes"


def test_there_is_none_where_the_view_has_nothing_to_say_and_where_there_is_no_record() -> None:
    records = meetings("remarks_internal: 待补")
    assert kind().make(records, Subject("AUD-2026-001"), Request(DAY)) is None
    assert kind().make(records, Subject("AUD-2026-002"), Request(DAY)) is None


def test_a_record_that_cannot_be_read_is_a_subject_too_in_every_variant() -> None:
    files = [File(f"records/audits/2026/{audit}/contact_sheet.yaml", text) for audit, text in AUDITS.items()]
    records = load(files, ROOMS, date(2026, 11, 20)).records
    assert records.keys(ContactSheet) == ("AUD-2026-002",)
    assert known_keys(records, ContactSheet) == ["AUD-2026-001", "AUD-2026-002"]
    found = each(ContactSheet, variants=("", "short"))(records, Request(DAY))
    assert [(one.key, one.variant) for one in found] == [(audit, variant) for audit in AUDITS for variant in ("", "short")]


AUDITS = {"AUD-2026-001": b"customer: [", "AUD-2026-002": b"customer: C0001\n"}
