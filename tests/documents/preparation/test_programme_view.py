"""A programme beside the audits there are: on paper, as a workbook, as a calendar."""

from datetime import date

from auditdocs.documents import ROWS
from auditdocs.documents.preparation.programme import ProgrammeView
from auditdocs.inputs import File
from auditdocs.load import load
from auditdocs.records import ROOMS
from auditdocs.view_parts import Calendar, Sheet
from tests.documents.small import DAY, made, small

FOLDER = "audits/2026/"
CUSTOMERS = {"customers/C0001/profile.yaml": "name: {zh: 甲客户, en: Customer A}", "customers/C0002/profile.yaml": "name: 乙客户"}
PROGRAMME = """audits:
  A01: {customer: C0001, month: 2026-03, audit_type: system}
  A02: {customer: C0002, month: 2026-05, reason: 新项目}
  A03: {customer: C0002, month: 2026-06}
progress:
  A01: {audit: AUD-2026-001}
  A02: {moved: [{date: 2026-04-20, by: P0001, reason: 客户要求, month: 2026-08}]}
  A03: {cancelled: {date: 2026-05-02, by: P0001, reason: 不再供货}}
"""
SHEET = "{customer: C0001, audit_type: system, planned_start: 2026-03-10, planned_end: 2026-03-11}"
HELD = "{opening: {start: 2026-03-10T09:00}, closing: {end: 2026-03-12T16:00}}"
FILES = {
    **CUSTOMERS,
    "programme/2026.yaml": PROGRAMME,
    f"{FOLDER}AUD-2026-001/contact_sheet.yaml": SHEET,
    f"{FOLDER}AUD-2026-001/meetings.yaml": HELD,
    f"{FOLDER}AUD-2026-001/audit.yaml": "next_audit_due: 2026-12-31",
    f"{FOLDER}AUD-2026-002/contact_sheet.yaml": "{customer: C0001, planned_start: 2026-11-03}",
}


def paper(files: dict[str, str] = FILES) -> ProgrammeView:
    view = made("programme", "2026", small(files)).view
    assert isinstance(view, ProgrammeView)
    return view


def test_it_counts_what_was_planned_held_called_off_and_not_planned() -> None:
    view = paper()
    counts = (view.planned_count, view.held_count, view.cancelled_count, view.open_count, view.unplanned_count)
    assert counts == ("3", "1", "1", "1", "1")


def test_the_calendar_shows_where_an_audit_stands_and_where_it_was_moved_from() -> None:
    first, second = paper().months
    assert (first.customer, first.m03, first.m11) == ("甲客户", "● A01", "☆○ 002")
    assert (second.customer, second.m05, second.m06, second.m08) == ("乙客户", "△ A02", "× A03", "○ A02")


def test_a_planned_audit_has_the_days_it_was_held_on() -> None:
    row = paper().planned[0]
    assert (row.audit, row.dates) == ("AUD-2026-001", "2026-03-10 ~ 2026-03-12")


def test_what_turned_the_plan_says_when_and_why() -> None:
    assert paper().planned[1].course == "改期 → 2026-08 2026-04-20 甲示例\n客户要求"


def test_what_falls_due_names_the_audit_that_answers_it() -> None:
    [due] = paper().due
    assert (due.due, due.source, due.planned) == ("2026-12-31", "AUD-2026-001", "AUD-2026-002 2026-11-03")


def test_an_audit_that_cannot_be_read_is_counted() -> None:
    files = {**FILES, f"{FOLDER}AUD-2026-003/contact_sheet.yaml": "customer: [C0001"}
    loaded = load((File(f"records/{path}", text.encode()) for path, text in files.items()), ROOMS, DAY, rows=ROWS)
    view = made("programme", "2026", loaded.records).view
    assert isinstance(view, ProgrammeView)
    assert view.scope.endswith("无法读取而未列入的记录: 1")


def test_a_year_without_any_audit_is_a_year() -> None:
    view = paper({"programme/2026.yaml": "basis: x"})
    assert (view.planned_count, view.months, view.planned, view.due) == ("0", (), (), ())


def test_the_workbook_has_real_dates_and_the_audits_nobody_planned() -> None:
    sheets = made("programme", "2026", small(FILES), "workbook").view
    assert isinstance(sheets, tuple)
    audits, due = sheets
    assert isinstance(audits, Sheet)
    assert [row[11] for row in audits.rows] == ["AUD-2026-001", "", "", "AUD-2026-002"]
    assert audits.rows[0][12:14] == (date(2026, 3, 10), date(2026, 3, 12))
    assert due.rows[0][0] == date(2026, 12, 31)


def calendar(files: dict[str, str] = FILES) -> Calendar:
    view = made("programme", "2026", small(files), "calendar").view
    assert isinstance(view, Calendar)
    return view


def test_the_calendar_has_days_where_they_are_set_and_else_the_month() -> None:
    held, moved, cancelled, other, due = calendar().events
    assert (held.start, held.end, held.status) == (date(2026, 3, 10), date(2026, 3, 12), "CONFIRMED")
    assert (moved.start, moved.end, moved.status, moved.is_busy) == (date(2026, 8, 1), date(2026, 8, 31), "TENTATIVE", False)
    assert cancelled.status == "CANCELLED"
    assert (other.start, other.status) == (date(2026, 11, 3), "TENTATIVE")
    assert due.start == date(2026, 12, 31)


def test_an_event_keeps_its_name_when_its_audit_comes() -> None:
    before = calendar({**FILES, "programme/2026.yaml": PROGRAMME.replace("  A01: {audit: AUD-2026-001}\n", "")})
    assert before.events[0].uid == calendar().events[0].uid
    assert len({event.uid for event in calendar().events}) == 5


def test_it_is_in_the_languages_of_its_record() -> None:
    files = {**FILES, "programme/2026.yaml": PROGRAMME + "languages: [en, zh]\n"}
    document = made("programme", "2026", small(files))
    assert document.languages == ("en", "zh")
    assert isinstance(document.view, ProgrammeView)
    assert document.view.planned[0].customer == "Customer A 甲客户"
    assert document.view.planned[0].type == "System audit 体系审核"


def test_an_audit_without_any_day_yet_stands_on_paper_and_in_no_calendar() -> None:
    files = {**FILES, f"{FOLDER}AUD-2026-009/contact_sheet.yaml": "customer: C0001"}
    assert "AUD-2026-009" in [row.audit for row in paper(files).unplanned]
    assert calendar(files).events == calendar().events
