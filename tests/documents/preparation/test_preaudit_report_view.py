"""A pre-audit's record becomes the finished words of its internal report."""

from auditdocs.documents.preparation.preaudit_report import PreauditReportView
from auditdocs.labels import Languages
from tests.documents.small import AUDIT, made, small

SHEET = "{customer: C0001, planned_start: 2026-09-08, planned_end: 2026-09-09}"


def view(preaudit: str, languages: Languages = ("zh",)) -> PreauditReportView:
    records = small({f"{AUDIT}/contact_sheet.yaml": SHEET, f"{AUDIT}/preaudit.yaml": preaudit}, languages)
    shown = made("preaudit_report", "AUD-2026-001", records).view
    assert isinstance(shown, PreauditReportView)
    return shown


def test_the_plan_says_how_when_and_by_whom() -> None:
    shown = view("plan: {method: [self, mock], team: [P0001, P0002], start: 2026-08-17, end: 2026-09-02, scope: 全部}")
    assert (shown.method, shown.team) == ("自查、模拟审核", "甲示例、乙示例")
    assert (shown.held, shown.scope, shown.customer) == ("2026-08-17 ~ 2026-09-02", "全部", "样例客户")


def test_each_of_the_six_s_has_its_column() -> None:
    row = view("""
        six_s_checks:
          - {area: 注塑车间, department: MFG, by: P0001, items: [{s: safety, result: ng, note: 应急灯不亮}, {s: sort, result: ok}]}
        """).six_s_checks[0]
    assert (row.sort, row.safety, row.shine) == ("合格", "不合格", "")
    assert (row.area, row.department, row.checker, row.notes) == ("注塑车间", "制造部", "甲示例", "安全：应急灯不亮")


def test_a_check_without_a_gap_says_that_none_was_found() -> None:
    row = view("results: [{type: self, department: QA}]").results[0]
    assert (row.number, row.type, row.department, row.gap) == ("1", "自查", "质量部", "未发现问题")
    assert view("results: [{type: self, department: QA}]", ("en",)).results[0].gap == "No gap"


def test_what_is_left_open_says_whether_it_may_stand() -> None:
    shown = view("""
        results:
          - {type: self, department: QA}
          - {type: mutual, department: MFG, gap: 漏签, done_on: 2026-09-01}
          - {type: mutual, department: SAL, gap: 缺表}
          - {type: mock, department: MFG, gap: 格式不同, waived: {by: P0001, reason: 换版时统一}}
        """)
    assert [(row.number, row.gap, row.state, row.waived_by, row.reason) for row in shown.open_gaps] == [
        ("3", "缺表", "未关闭，未放行", "", ""),
        ("4", "格式不同", "放行", "甲示例", "换版时统一"),
    ]


def test_cars_of_earlier_audits_stand_with_their_progress() -> None:
    shown = view("{earlier_cars: [{car: CAR-2025-0001, progress: 验证中}], conclusion: 可以接受审核}")
    assert [(row.car, row.progress) for row in shown.earlier_cars] == [("CAR-2025-0001", "验证中")]
    assert shown.conclusion == "可以接受审核"
