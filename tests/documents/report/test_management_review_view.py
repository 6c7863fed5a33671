"""A year of audits and CARs in figures: counted by their days, beside the year before, with a list behind each."""

from collections.abc import Mapping

import pytest

from auditdocs.documents.report.management_review import ManagementReviewView
from tests.documents.small import made, small, subjects

FIRST, SECOND, OLD = "audits/2026/AUD-2026-001", "audits/2026/AUD-2026-002", "audits/2025/AUD-2025-001"
FILES = {
    f"{FIRST}/contact_sheet.yaml": "{customer: C0001, planned_start: 2026-03-10, planned_end: 2026-03-10}",
    f"{FIRST}/meetings.yaml": "{opening: {start: 2026-03-10T09:00}, closing: {end: 2026-03-10T16:00}}",
    f"{FIRST}/audit.yaml": "{coordinator: P0001, lessons_learned: [先看样件]}",
    f"{FIRST}/findings.yaml": """
        items:
          F01: {type: nc, statement: a, process: 注塑, departments: [MFG], criterion: {clause: 8.5.1}, repeat: true, similar_to: [AUD-2025-001/F01]}
          F02: {type: nc, statement: b, process: 注塑, departments: [MFG, QA], criterion: {clause: 7.1.5}}
          F03: {type: improvement, statement: 增加隔板, process: 储存, departments: [QA], criterion: {clause: 8.5.1}}
          F04: {type: good_practice, statement: d, process: 注塑, departments: [MFG]}
        """,
    f"{FIRST}/cars/CAR-2026-0001.yaml": """
        owner_department: MFG
        issued_on: 2026-03-11
        due: {customer_response: 2026-03-20, implementation: 2026-04-30}
        responses: [{round: 1, submitted_at: 2026-03-18T09:00, decision: rejected}, {round: 2, submitted_at: 2026-03-22T09:00, decision: accepted}]
        root_cause: {completed_on: 2026-03-15, chains: [{type: escape, steps: [{why: x, because: y}]}]}
        """,
    f"{FIRST}/cars/CAR-2026-0002.yaml": "{owner_department: QA, issued_on: 2026-11-18, due: {containment: 2026-11-21}}",
    f"{FIRST}/cars/CAR-2026-0003.yaml": "{owner_department: QA, issued_on: 2026-11-18, void: {date: 2026-11-19, by: P0001, reason: 重复}}",
    f"{FIRST}/submissions/SUB-2026-001.yaml": "{cars: [CAR-2026-0001], customer_due: 2026-03-20, sent_to_customer_at: 2026-03-19T09:00}",
    f"{FIRST}/submissions/SUB-2026-002.yaml": "{cars: [CAR-2026-0001], customer_due: 2026-04-10, sent_to_customer_at: 2026-04-12T09:00}",
    f"{FIRST}/submissions/SUB-2026-003.yaml": "{cars: [CAR-2026-0002], customer_due: 2026-12-01}",
    f"{OLD}/submissions/SUB-2025-001.yaml": "{customer_due: 2025-07-01}",
    f"{SECOND}/contact_sheet.yaml": "{customer: C0001, planned_start: 2026-12-10}",
    f"{OLD}/contact_sheet.yaml": "{customer: C0001, planned_start: 2025-06-10}",
    f"{OLD}/meetings.yaml": "{opening: {start: 2025-06-10T09:00}, closing: {end: 2025-06-10T16:00}}",
    f"{OLD}/findings.yaml": "{items: {F01: {type: nc, statement: a, criterion: {clause: 8.5.1}}}}",
    "programme/2026.yaml": "{audits: {A01: {customer: C0001, month: 2026-03}, A02: {customer: C0001, month: 2026-12}}, progress: {A01: {audit: AUD-2026-001}}}",
}


def review(year: str = "2026", files: Mapping[str, str] = FILES) -> ManagementReviewView:
    view = made("management_review", year, small(files)).view
    assert isinstance(view, ManagementReviewView)
    return view


def figure(name: str) -> tuple[str, str]:
    view = review()
    return next((one.this_year, one.last_year) for one in (*view.figures, *view.performance) if one.figure == name)


@pytest.mark.parametrize(
    ("name", "this_year", "last_year"),
    [
        ("已进行的审核", "1", "1"),
        ("按方案进行的审核", "50.0 % (1/2)", "—"),
        ("不符合项", "2", "1"),
        ("观察项和改进项", "1", "0"),
        ("良好实践", "1", "0"),
        ("平均每次审核的发现项", "3.0", "1.0"),
        ("重复发现", "33.3 % (1/3)", "0.0 % (0/1)"),
        ("开具", "2", "0"),
        ("已关闭", "0.0 % (0/2)", "—"),
        ("逾期", "1", "0"),
        ("按客户期限提交", "50.0 % (1/2)", "0.0 % (0/1)"),
        ("首轮即接受", "0.0 % (0/1)", "—"),
        ("到原因分析的天数，中位数（份数）", "4 (1)", "—"),
        ("到关闭的天数，中位数（份数）", "—", "—"),
    ],
)
def test_a_figure_stands_beside_that_of_the_year_before(name: str, this_year: str, last_year: str) -> None:
    assert figure(name) == (this_year, last_year)


def test_a_pareto_counts_without_good_practices_and_adds_up() -> None:
    process = next(one for one in review().paretos if one.title == "过程")
    assert [(row.what, row.count, row.share, row.cumulative) for row in process.rows] == [
        ("注塑", "2", "66.7 %", "66.7 %"),
        ("储存", "1", "33.3 %", "100.0 %"),
    ]


def test_what_comes_after_the_ninth_is_one_row() -> None:
    items = "".join(f"  F{number:02d}: {{type: nc, statement: a, process: 过程{number:02d}}}\n" for number in range(1, 13))
    found = review(files={**FILES, f"{FIRST}/findings.yaml": f"items:\n{items}"})
    rows = next(one for one in found.paretos if one.title == "过程").rows
    assert (len(rows), rows[-1].what, rows[-1].count) == (10, "其余", "3")


def test_the_trend_goes_by_the_days_of_the_facts() -> None:
    march, november = review().trend[2], review().trend[10]
    assert (march.audits, march.findings, march.issued, march.closed) == ("1", "3", "1", "")
    assert (november.audits, november.issued) == ("", "1")


def test_an_age_counts_from_the_issue_to_the_day_of_the_report() -> None:
    assert {row.age: row.open for row in review().ages if row.open != "0"} == {"0–7": "1", "> 90": "1"}


def test_what_is_overdue_is_listed_and_void_cars_are_not_counted() -> None:
    view = review()
    assert [(row.car, row.step, row.due, row.report_to) for row in view.overdue] == [("CAR-2026-0001", "实施", "2026-04-30", "总经理")]
    assert [(row.department, row.issued, row.overdue) for row in view.departments] == [("制造部", "1", "1"), ("质量部", "1", "0")]


def test_repeats_and_suggestions_name_where_they_are_written() -> None:
    view = review()
    assert [(row.finding, row.similar_to) for row in view.repeats] == [("AUD-2026-001/F01", "AUD-2025-001/F01")]
    assert [(row.source, row.suggestion) for row in view.suggestions] == [("AUD-2026-001/F03", "增加隔板"), ("AUD-2026-001", "先看样件")]


def test_a_year_that_has_not_begun_has_nothing_to_review() -> None:
    files = {**FILES, "programme/2027.yaml": "basis: x", "programme/2024.yaml": "basis: x"}
    assert [key for key, _ in subjects("management_review", small(files))] == ["2024", "2025", "2026"]


def test_a_year_without_any_audit_says_so() -> None:
    view = review("2024", {"programme/2024.yaml": "basis: x"})
    assert (view.audits, view.paretos, view.kinds_chart.svg, view.trend_chart.svg, view.ages_chart.svg) == ((), (), "", "", "")
    assert {row.this_year for row in view.figures} == {"0", "—"}
