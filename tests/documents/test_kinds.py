"""What holds for every kind of document, by walking the table of kinds."""

from pathlib import Path

import pytest

from auditdocs.document import DocumentKind, Request
from auditdocs.documents import KINDS
from auditdocs.records import ROOMS
from auditdocs.records.house.forms import STANDARD_FORMS
from auditdocs.view_parts import Sheet
from tests.documents.demonstration import DAY, ROOTS, jobs, records

every_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)


@every_kind
def test_a_kind_is_known_by_its_name_and_has_a_form_number(kind: DocumentKind) -> None:
    assert KINDS[kind.name] is kind
    assert kind.name in STANDARD_FORMS
    assert kind.title.zh
    assert kind.title.en


@every_kind
def test_every_format_of_a_kind_has_its_template(kind: DocumentKind) -> None:
    endings = {"docx": "docx", "pdf": "html"}
    wanted = {f"{one.document.template}.{endings[one.format]}" for one in jobs(kind.name) if one.format in endings}
    assert wanted
    assert [name for name in sorted(wanted) if not Path(ROOTS[0], name).is_file()] == []
    assert {one.document.template for one in jobs(kind.name) if one.format in endings} <= {*kind.templates}


@pytest.mark.parametrize("kind", [kind for kind in KINDS.values() if "xlsx" in kind.formats], ids=lambda kind: kind.name)
def test_every_sheet_of_a_workbook_names_the_company_and_the_form(kind: DocumentKind) -> None:
    made = [one for one in jobs(kind.name) if one.format == "xlsx"]
    assert made
    for one in made:
        view = one.document.view
        for sheet in view if isinstance(view, tuple) else (view,):
            assert isinstance(sheet, Sheet)
            assert sheet.heading[0].startswith(one.frame.company)
            assert one.frame.form_number in sheet.heading[1]


@every_kind
def test_only_a_dated_kind_knows_what_day_it_is(kind: DocumentKind) -> None:
    dated = []
    for subject in kind.all_subjects(records().watched(), Request(DAY)):
        reading = records().watched()
        kind.make(reading, subject, Request(DAY))
        if ("as_of",) in reading.reads:
            dated.append(subject.key)
    assert kind.dated or dated == []


@every_kind
def test_what_is_made_is_named_so_that_every_system_can_keep_it(kind: DocumentKind) -> None:
    targets = [one.target for one in jobs(kind.name)]
    assert targets
    assert [one for one in targets if len(one.split("/")[-1]) > 120 or set(one) & set('\\:*?"<>|\n')] == []
    assert [one for one in jobs(kind.name) if one.target.count("/") != one.document.folder.count("/") + 1] == []


@every_kind
def test_what_a_kind_does_not_print_are_fields_of_records(kind: DocumentKind) -> None:
    assert [path for path in kind.not_printed if path.partition(".")[0] not in ROOMS.types] == []


@every_kind
def test_a_document_is_about_records_that_it_read(kind: DocumentKind) -> None:
    assert [one.target for one in jobs(kind.name) if not one.document.scope and not set(one.document.about) <= set(one.sources)] == []
