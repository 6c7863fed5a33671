"""Records and the schedule become the retention index in its three sizes."""

from collections.abc import Mapping
from datetime import date
from textwrap import dedent

import pytest

from auditdocs.document import Document, Request, Subject
from auditdocs.documents import KINDS, ROWS
from auditdocs.documents.keeping.retention_index import AuditIndexView, RetentionRow, YearIndexView
from auditdocs.inputs import File
from auditdocs.labels import Languages
from auditdocs.load import load
from auditdocs.plan import Plan, plan
from auditdocs.records import ROOMS
from auditdocs.view_parts import Sheet
from tests.documents.demonstration import DAY, job, no_sources, records
from tests.documents.small import AUDIT, PEOPLE, made, small, subjects

KEY = "AUD-2026-001"
SHEET = {f"{AUDIT}/contact_sheet.yaml": "customer: C0001"}
CLOSED = {f"{AUDIT}/audit.yaml": "{label: 年度审核, closed: {date: 2026-03-15, by: P0001}}"}
FILED = {
    f"{AUDIT}/archive.yaml": """
        archive_number: Q001-KS·2026-D3-QA-0001
        filed_on: 2026-03-20
        filed_by: P0001
        location: A 柜
        medium: 纸质
        items: [{title: 签到表, form: paper, pages: 2, copies: 1, location: B 柜}]
        """
}
WHOLE = {**SHEET, **CLOSED, **FILED}
LAW = """
    CA-3Y:
      trigger: audit.closed
      period: {years: 3}
      end_of: year
      authorities: [{name: 档案法规, clause: "9", min_period: {years: 10}, kind: law}, {name: 制度, clause: 6.5.2, kind: company}]
    """


def year(files: Mapping[str, str], languages: Languages = ("zh",)) -> YearIndexView:
    shown = made("retention_index", "2026", small(files, languages)).view
    assert isinstance(shown, YearIndexView)
    return shown


def file_row(files: Mapping[str, str], languages: Languages = ("zh",)) -> RetentionRow:
    (row,) = year(files, languages).rows
    return row


def workbook(files: Mapping[str, str]) -> Document:
    return made("retention_index", "all", small(files))


def sheet(document: Document, place: int = 0) -> Sheet:
    found = document.view[place] if isinstance(document.view, tuple) else document.view
    assert isinstance(found, Sheet)
    return found


def cells(document: Document, number: str) -> dict[str, object]:
    """The row of a record that lies in no ended file, by its columns' titles."""
    page = sheet(document, 1)
    titles = [title for title, _ in page.columns]
    (row,) = (dict(zip(titles, row, strict=True)) for row in page.rows if number in row)
    return row


def test_there_is_one_a_filed_audit_one_of_all_and_two_a_closing_year() -> None:
    assert subjects("retention_index", small(WHOLE)) == [(KEY, ""), ("all", ""), ("2026", ""), ("records-2026", "")]
    assert subjects("retention_index", small(SHEET)) == [("all", "")]
    not_filed = small({**SHEET, **CLOSED, f"{AUDIT}/archive.yaml": "location: A 柜"})
    assert KINDS["retention_index"].make(not_filed, Subject(KEY), Request(DAY)) is None


def test_a_closed_audit_is_kept_three_years_from_its_closing() -> None:
    row = file_row(WHOLE)
    assert (row.record_number, row.title, row.trigger, row.trigger_date) == (KEY, "样例客户\n年度审核", "审核关闭", "2026-03-15")
    assert (row.formula, row.keep_until, row.destroy_not_before) == ("2026-03-15 + 3 年 = 2029-03-15", "2029-03-15", "2029-03-16")
    assert (row.status, row.archive_number, row.filed_on) == ("保存中", "Q001-KS·2026-D3-QA-0001", "2026-03-20")


def test_the_winning_authority_and_those_that_lost_are_named_with_their_days() -> None:
    row = file_row({**WHOLE, "org/retention.yaml": LAW})
    assert (row.authority, row.formula) == ("档案法规 9", "2026-03-15 + 10 年 → 年末 = 2036-12-31")
    assert row.other_authorities == "制度 6.5.2: 3 年 → 2029-12-31；存档期限表 CA-3Y: 3 年 → 2029-12-31"


def test_a_later_day_set_by_hand_wins_with_its_reason() -> None:
    later = {f"{AUDIT}/audit.yaml": "{closed: {date: 2026-03-15}, retention: {override_until: 2031-01-01, reason: 诉讼}}"}
    row = file_row({**WHOLE, **later})
    assert (row.keep_until, row.authority) == ("2031-01-01", "保存至\n诉讼")
    assert row.formula == "2026-03-15 + 3 年 = 2029-03-15\n→ 2031-01-01"
    assert row.other_authorities == "存档期限表 CA-3Y: 3 年 → 2029-03-15"


def test_a_cancelled_audit_is_kept_from_its_cancellation_and_says_so() -> None:
    row = file_row({**SHEET, f"{AUDIT}/audit.yaml": "cancelled: {date: 2026-05-26, reason: 客户取消}"})
    assert (row.trigger, row.trigger_date, row.keep_until) == ("审核关闭：取消", "2026-05-26", "2029-05-26")


def test_a_reopened_audit_does_not_count_until_it_is_closed_again() -> None:
    reopened = {f"{AUDIT}/audit.yaml": "{closed: {date: 2026-03-15}, reopened: {date: 2026-04-01, reason: 新证据}}"}
    assert subjects("retention_index", small({**SHEET, **reopened})) == [("all", "")]
    row = cells(workbook({**SHEET, **reopened}), "客户审核联络单")
    assert (row["保存至"], row["状态"], row["计算"]) == ("", "未起算", "审核关闭 + 3 年")


def test_an_open_car_holds_the_file() -> None:
    row = file_row({**WHOLE, f"{AUDIT}/cars/CAR-2026-0001.yaml": "owner_department: MFG"})
    assert (row.hold, row.status) == ("CAR 未关闭: CAR-2026-0001", "冻结")
    assert (row.keep_until, row.destroy_not_before) == ("2029-03-15", "")


@pytest.mark.parametrize(
    ("day", "status"),
    [(date(2028, 12, 14), "保存中"), (date(2028, 12, 15), "即将到期"), (date(2029, 3, 15), "即将到期"), (date(2029, 3, 16), "已到期")],
)
def test_status_is_that_of_the_day_asked_for(day: date, status: str) -> None:
    document = KINDS["retention_index"].make(small(WHOLE, as_of=day), Subject("2026"), Request(day))
    assert document
    assert isinstance(document.view, YearIndexView)
    assert document.view.rows[0].status == status
    assert document.dated


def test_a_filed_audits_own_index_has_all_its_records_and_papers_and_no_status() -> None:
    found = small(WHOLE)
    document = made("retention_index", KEY, found)
    shown = document.view
    assert isinstance(shown, AuditIndexView)
    assert [row.kind for row in shown.rows] == ["客户审核联络单", "审核", "归档登记", "纸质"]
    assert {row.status for row in shown.rows} == {""}
    assert (shown.rows[-1].title, shown.rows[-1].location) == ("签到表\n页数 2 份数 1", "B 柜")
    assert (shown.record_count, shown.closed_on, shown.keep_until, shown.filed_by) == ("4", "2026-03-15", "2029-03-15", "甲示例")
    assert not document.dated
    assert ("as_of",) not in found.reads


def test_a_superseded_policy_stays_for_ever_and_a_person_counts_from_leaving() -> None:
    left = {"people/P0003.yaml": "{name: 丙示例, left_on: 2026-06-30}"}
    row = cells(workbook({**SHEET, **left}), "P0003")
    assert (row["触发日期"], row["保存至"], row["可处置日"]) == (date(2026, 6, 30), date(2029, 6, 30), date(2029, 7, 1))
    departments = cells(workbook(SHEET), "departments")
    assert (departments["保存至"], departments["状态"], departments["可处置日"]) == ("永久", "永久", None)


def test_every_record_of_the_demonstration_is_in_one_of_the_workbooks() -> None:
    years = [subject for subject, _ in subjects("retention_index", records()) if subject.startswith("records-")]
    pages = [sheet(job("retention_index", "all", "xlsx").document, 1)]
    pages += [sheet(job("retention_index", subject, "xlsx").document) for subject in years]
    assert years
    numbers = [row[2] for page in pages for row in page.rows]
    assert [entry.key for entry in records().everything() if entry.key not in numbers] == []
    papers = sum(len(entry.record.items) for entry in records().everything() if entry.type == "archive")
    assert len(numbers) == len(records().everything()) + papers


def test_the_workbook_of_all_has_one_row_a_file_and_that_of_its_year_its_records() -> None:
    files = workbook(WHOLE)
    page = sheet(files)
    (row,) = (dict(zip([title for title, _ in page.columns], row, strict=True)) for row in page.rows)
    assert (row["审核编号"], row["触发日期"], row["保存至"]) == (KEY, date(2026, 3, 15), date(2029, 3, 15))
    assert "哈希" not in row
    assert [row[1] for row in sheet(files, 1).rows if row[1]] == []
    of_year = made("retention_index", "records-2026", small(WHOLE))
    assert [row[4] for row in sheet(of_year).rows] == ["客户审核联络单", "审核", "归档登记", "纸质"]
    assert (of_year.name, of_year.formats) == ("归档目录与存档期限索引 2026 全部记录", ("xlsx",))


def test_an_audit_leaves_the_workbook_of_all_when_it_ends() -> None:
    page = sheet(workbook(SHEET), 1)
    assert [row[4] for row in page.rows if row[1] == KEY] == ["客户审核联络单"]
    assert sheet(workbook(SHEET)).rows == ()


def planned(files: Mapping[str, str]) -> Plan:
    given = (File(f"records/{path}", dedent(text).encode()) for path, text in {**PEOPLE, **files}.items())
    loaded = load(given, ROOMS, DAY, rows=ROWS)
    hashes = {entry.path: "" for entry in loaded.records.everything()}
    return plan(loaded.records, (KINDS["retention_index"],), loaded.problems, Request(DAY), no_sources(hashes))


def test_a_record_that_cannot_be_read_is_counted_and_stops_only_its_own_audits_index() -> None:
    broken = {**WHOLE, f"{AUDIT}/findings.yaml": "itemz: {}"}
    found = planned(broken)
    documents = {one.document.subject: one for one in found.jobs}
    assert set(documents) == {"all", "2026", "records-2026"}
    assert [(one.kind, one.subject) for one in found.refused] == [("retention_index", KEY)]
    assert {one.frame.as_of for one in found.jobs} == {"2026-11-20"}
    by_year = documents["2026"].document.view
    assert isinstance(by_year, YearIndexView)
    assert by_year.scope.endswith("无法读取而未列入的记录: 1")
    assert sheet(documents["all"].document).heading[2].endswith("无法读取而未列入的记录: 1")


def test_the_index_speaks_english_too() -> None:
    row = file_row({**WHOLE, "org/retention.yaml": LAW}, languages=("en",))
    assert (row.trigger, row.formula) == ("the audit is closed", "2026-03-15 + 10 years → end of the year = 2036-12-31")
    assert row.status == "Retained"
