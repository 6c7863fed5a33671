"""The records of an audit's folder become the finished words of its report."""

import re
from collections.abc import Mapping

from auditdocs.document import Request, Subject
from auditdocs.documents import KINDS
from auditdocs.documents.report.audit_report import AuditReportView
from auditdocs.documents.report.report_rows import ComparisonRow, PlanRow, ResultRow, RollUpRow
from auditdocs.labels import Languages
from tests.documents.demonstration import DAY, job
from tests.documents.small import AUDIT, made, small
from tests.documents.views import texts

KEY = "AUD-2026-001"
SHEET = {f"{AUDIT}/contact_sheet.yaml": "{customer: C0001, audit_type: process, planned_start: 2026-05-11, planned_end: 2026-05-12}"}
MEETINGS = {
    f"{AUDIT}/meetings.yaml": """
        opening:
          start: 2026-05-11T09:00
          end: 2026-05-11T09:30
          chair: P0001
          attendees: {ours: [P0001], customer: [王工]}
        closing:
          start: 2026-05-12T15:00
          end: 2026-05-12T16:00
          attendees: {ours: [P0001, P0002], customer: [王工]}
          disputes_left: 留待书面说明
        """
}
HELD = {**SHEET, **MEETINGS}
GRADED = {f"{AUDIT}/audit.yaml": "{label: 年度审核, grading_scheme: iso_nc}"}
FINDINGS = {
    f"{AUDIT}/findings.yaml": """
        items:
          F01: {type: nc, grade: minor, statement: 描述一, departments: [MFG], process: 注塑, item_refs: [Q001], position: disputed}
          F02: {type: nc, grade: major, statement: 描述二, departments: [QA, MFG], process: 注塑}
          F03:
            type: observation
            grade: observation
            statement: 描述三
            departments: [QA]
            response: {cause: 原因三, action: 措施三, owner: P0001, due: 2026-06-30, done_on: 2026-06-12, verified_by: P0002}
          F04: {type: improvement, grade: improvement, statement: 描述四, departments: [QA]}
          F05: {type: good_practice, grade: good_practice, statement: 描述五, evidence: [证据五], risk: 风险五}
        """
}
CARS = {
    f"{AUDIT}/cars/CAR-2026-0001.yaml": """
        findings: [F01]
        owner_department: MFG
        containment: [{action: 围堵一, owner: P0001, due: 2026-05-13, done_on: 2026-05-13}]
        corrective_actions: [{action: 纠正一, owner: P0001, due: 2026-06-30}]
        lessons: 教训一
        """
}
WHOLE = {**HELD, **GRADED, **FINDINGS, **CARS}


def view(files: Mapping[str, str] = WHOLE, languages: Languages = ("zh",), key: str = KEY) -> AuditReportView:
    shown = made("audit_report", key, small(files, languages)).view
    assert isinstance(shown, AuditReportView)
    return shown


def earlier(year: int, customer: str = "C0001", grade: str = "minor") -> dict[str, str]:
    """An audit held in May of a year, with one finding."""
    folder = f"audits/{year}/AUD-{year}-007"
    return {
        f"{folder}/contact_sheet.yaml": f"{{customer: {customer}, audit_type: system, planned_start: {year}-05-11}}",
        f"{folder}/meetings.yaml": f"{{opening: {{start: {year}-05-11T09:00}}, closing: {{start: {year}-05-11T16:00, end: {year}-05-11T17:00}}}}",
        f"{folder}/findings.yaml": f"items: {{F01: {{type: nc, grade: {grade}, statement: 旧描述}}}}",
    }


def test_there_is_no_report_before_the_closing_meeting_was_held() -> None:
    kind = KINDS["audit_report"]
    assert kind.make(small(SHEET), Subject(KEY), Request(DAY)) is None
    assert kind.make(small({**SHEET, f"{AUDIT}/meetings.yaml": "opening: {start: 2026-05-11T09:00}"}), Subject(KEY), Request(DAY)) is None
    assert kind.make(small(HELD), Subject(KEY), Request(DAY)) is not None


def test_what_is_not_recorded_yet_is_empty() -> None:
    shown = view(HELD)
    assert (shown.title, shown.customer, shown.dates, shown.decision) == ("审核报告", "样例客户", "2026-05-11 ~ 2026-05-12", "")
    assert (shown.findings, shown.plan, shown.comparisons, shown.scores, shown.evidence) == ((), (), (), (), ())
    assert shown.results == "无发现项；开具 CAR 0 张，已关闭 0 张"
    assert [one.role for one in shown.signatures] == ["编制", "审核", "批准"]


def test_findings_are_counted_and_drawn_by_type_and_grade_the_gravest_first() -> None:
    shown = view()
    assert [(row.grade, row.count, row.numbers) for row in shown.counts] == [
        ("严重不符合", "1", "F02"),
        ("一般不符合", "1", "F01"),
        ("观察项", "1", "F03"),
        ("改进项", "1", "F04"),
        ("良好实践", "1", "F05"),
    ]
    assert shown.chart.words.split("\n")[0] == "■ 1　不符合项 · 严重不符合"
    assert shown.results == "不符合项 2、观察项 1、改进项 1、良好实践 1；开具 CAR 1 张，已关闭 0 张"


def test_a_finding_is_printed_in_full_with_its_cars_or_its_own_response() -> None:
    first, second, third, _ = view().findings
    assert (first.number, first.type, first.grade, first.departments, first.position) == (
        "F01",
        "不符合项",
        "一般不符合",
        "制造部",
        "有异议",
    )
    assert (first.cars, second.cars, third.cars) == ("CAR-2026-0001 已围堵", "", "—")
    assert (third.grade, third.response) == ("", "原因：原因三\n措施：措施三")
    assert (third.response_owner, third.response_due, third.response_done) == ("甲示例", "2026-06-30", "2026-06-12 乙示例")


def test_a_good_practice_keeps_all_that_is_recorded_of_it() -> None:
    (row,) = view().good_practices
    assert (row.number, row.statement) == ("F05", "描述五\n证据：证据五\n风险：风险五")


def test_disputes_are_the_findings_we_do_not_agree_with_and_what_the_meeting_left() -> None:
    shown = view()
    assert [(row.finding, row.position, row.statement) for row in shown.positions] == [("F01", "有异议", "描述一")]
    assert shown.disputes_left == "留待书面说明"


def test_the_plan_has_every_action_with_its_state_and_every_finding_that_waits_for_one() -> None:
    assert view().plan == (
        PlanRow(
            car="CAR-2026-0001\nF01",
            department="制造部",
            action="围堵措施: 围堵一",
            owner="甲示例",
            due="2026-05-13",
            done_on="2026-05-13",
            state="已围堵",
        ),
        PlanRow(
            car="CAR-2026-0001\nF01",
            department="制造部",
            action="纠正措施: 纠正一",
            owner="甲示例",
            due="2026-06-30",
            done_on="",
            state="已围堵",
        ),
        PlanRow(car="F02", department="质量部", action="", owner="", due="", done_on="", state="待答复"),
        PlanRow(car="F03", department="质量部", action="措施三", owner="甲示例", due="2026-06-30", done_on="2026-06-12", state="已完成"),
        PlanRow(car="F04", department="质量部", action="", owner="", due="", done_on="", state="待答复"),
    )


def test_departments_are_told_how_many_of_their_actions_are_done() -> None:
    assert view().roll_up == (
        RollUpRow(department="制造部", cars="1", actions="2", done="1", open="1"),
        RollUpRow(department="质量部", cars="0", actions="1", done="1", open="0"),
    )


def test_observations_and_improvements_are_listed_with_what_is_made_of_them_and_lessons_name_their_car() -> None:
    shown = view()
    assert [(row.number, row.action, row.done_on) for row in shown.improvement] == [("F03", "措施三", "2026-06-12"), ("F04", "", "")]
    assert shown.lessons == ("CAR-2026-0001 教训一",)


def test_what_the_customer_states_stands_beside_our_own_figures() -> None:
    stated = {f"{AUDIT}/conclusion.yaml": "{counts: {minor: 2, major: 1}, grade: B}"}
    assert view({**WHOLE, **stated}).comparisons == (
        ResultRow(item="等级", stated="B", computed="", agreement=""),
        ResultRow(item="项数: 一般不符合", stated="2", computed="1", agreement="不一致"),
        ResultRow(item="项数: 严重不符合", stated="1", computed="1", agreement="一致"),
    )


def test_a_score_that_differs_from_the_customers_is_told_with_the_difference() -> None:
    scored = {
        f"{AUDIT}/audit.yaml": "grading_scheme: vda63-2023-draft",
        "org/grading.yaml": "vda63-2023-draft: {finding_grades: {minor: {name: 一般}}, scoring: {rules: vda63}}",
        f"{AUDIT}/checklist.yaml": """
            items:
              Q001: {text: 问一, element: P6, subelement: U1, audit: {points: 8}, prep: {evidence: [台账]}, owner: P0001}
              Q002: {text: 问二, element: P6, subelement: U1, audit: {points: 4}}
            """,
        f"{AUDIT}/conclusion.yaml": "{score: 61.50, grade: C}",
    }
    shown = view({**HELD, **FINDINGS, **scored})
    assert shown.comparisons == (
        ResultRow(item="得分", stated="61.50", computed="60.00 %", agreement="不一致 -1.50"),
        ResultRow(item="等级", stated="C", computed="C", agreement="一致"),
    )
    assert [(row.element, row.percent) for row in shown.scores] == [("P6", "60.00 %"), ("子要素 U1", "60.00 %")]
    assert (shown.evidence[0].item, shown.evidence[0].evidence, shown.evidence[0].provided_by) == ("Q001", "台账", "甲示例")
    assert shown.evidence[0].findings == "F01"


def test_only_earlier_audits_of_the_same_customer_are_compared() -> None:
    other = {"customers/C0002/profile.yaml": "name: 另一客户"}
    shown = view({**WHOLE, **other, **earlier(2024), **earlier(2023, "C0002"), **earlier(2025, grade="major")})
    assert [row.audit for row in shown.comparison] == ["AUD-2024-007", "AUD-2025-007", KEY]
    assert shown.comparison[-1] == ComparisonRow(
        audit=KEY, type="过程审核", date="2026-05-11 ~ 2026-05-12", score="", grade="", major="1", minor="1", other="2", repeats="0"
    )


def test_a_later_years_audit_is_no_source_of_the_report() -> None:
    records = small({**WHOLE, **earlier(2027)})
    made("audit_report", KEY, records)
    assert [path for path in records.sources() if "2027" in path] == []


def test_a_repeat_finding_is_shown_with_the_one_it_repeats() -> None:
    again = {
        f"{AUDIT}/findings.yaml": "items: {F01: {type: nc, grade: minor, statement: 新描述, repeat: true, similar_to: [AUD-2025-007/F01]}}"
    }
    shown = view({**HELD, **GRADED, **again, **earlier(2025)})
    assert [(row.finding, row.previous, row.statement) for row in shown.repeats] == [("F01", "AUD-2025-007/F01 旧描述", "新描述")]
    assert shown.findings[0].repeat == "是 AUD-2025-007/F01"
    assert shown.comparison[-1].repeats == "1"


def test_people_stand_with_what_they_were_on_the_day_and_what_they_did() -> None:
    plan = {
        f"{AUDIT}/plan.yaml": "sessions: {S01: {stage: process, start: 2026-05-11T10:00, end: 2026-05-11T11:00, escorts: [P0002], guides: [P0001]}}"
    }
    shown = view({**WHOLE, **plan})
    assert [(row.name, row.title, row.organization, row.role) for row in shown.participants] == [
        ("甲示例", "车间主任", "制造部", "主持会议、引导"),
        ("乙示例", "客户经理", "销售部", "陪同"),
    ]
    assert [(row.name, row.opening, row.closing) for row in shown.attendance] == [
        ("王工", "√", "√"),
        ("甲示例", "√", "√"),
        ("乙示例", "—", "√"),
    ]
    assert shown.sessions[0].time == "2026-05-11 10:00 ~ 11:00"


def test_postponement_and_reopening_are_told_as_events() -> None:
    moved = {
        f"{AUDIT}/audit.yaml": """
            postponed: [{date: 2026-04-01, by: P0001, reason: 客户要求, new_start: 2026-05-11, new_end: 2026-05-12}]
            reopened: {date: 2026-09-01, reason: 新证据}
            """
    }
    rows = view({**HELD, **moved}).events
    assert [(row.date, row.event) for row in rows] == [("2026-04-01", "延期"), ("2026-09-01", "重开")]
    assert rows[0].reason == "客户要求\n新的开始日期：2026-05-11 ~ 2026-05-12"


def test_the_demonstrations_score_agrees_with_the_customers_and_says_why_the_grade_is_lower() -> None:
    shown = job("audit_report", "AUD-2026-014", "pdf").document.view
    assert isinstance(shown, AuditReportView)
    assert [(row.stated, row.computed, row.agreement) for row in shown.comparisons] == [("91.60", "91.60 %", "一致"), ("B", "B", "一致")]
    assert shown.computed_reasons == ("子要素 U4：75.00 %，等级不高于 B",)


def test_the_foreign_customers_report_has_no_chinese_in_it() -> None:
    shown = job("audit_report", "AUD-2026-017", "pdf").document
    assert shown.languages == ("en",)
    assert [text for text in texts(shown.view) if re.search("[\u4e00-\u9fff]", text)] == []
