"""Input to the management review 管理评审输入 (FM-CA-15): what a year of audits tells the management (ISO 9001 9.3.2, 001i 6.6)."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.problem import Words
from auditdocs.view_parts import Picture, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """A figure of the year beside the year before."""

    figure: str
    this_year: str
    last_year: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedAudit:
    """One audit of the year."""

    audit: str
    customer: str
    type: str
    dates: str
    result: str
    findings: str
    state: str
    period: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareRow:
    """How often something was met, and how much of all that and what stands above it is."""

    what: str
    count: str
    share: str
    cumulative: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pareto:
    """What was met most often, by one point of view."""

    title: str
    chart: Picture
    rows: tuple[ShareRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthRow:
    """What a month brought."""

    month: str
    audits: str
    findings: str
    issued: str
    closed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeRow:
    """CARs of an age."""

    age: str
    open: str
    closed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartmentRow:
    """The CARs of a department."""

    department: str
    issued: str
    closed: str
    open: str
    overdue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OverdueRow:
    """What is overdue on the day of the report."""

    car: str
    department: str
    step: str
    due: str
    report_to: str  # who of the management is told
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatRow:
    """A finding that was there before."""

    finding: str
    customer: str
    clause: str
    departments: str
    similar_to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionRow:
    """What somebody suggests, and where it is written."""

    source: str
    suggestion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ManagementReviewView:
    """A year of customer audits in figures."""

    year: str
    period: str
    scope: str
    objectives: str
    figures: tuple[FigureRow, ...]
    audits: tuple[ReviewedAudit, ...]
    kinds: tuple[ShareRow, ...]
    kinds_chart: Picture
    paretos: tuple[Pareto, ...]
    trend: tuple[MonthRow, ...]
    trend_chart: Picture
    performance: tuple[FigureRow, ...]
    departments: tuple[DepartmentRow, ...]
    ages: tuple[AgeRow, ...]
    ages_chart: Picture
    overdue: tuple[OverdueRow, ...]
    repeats: tuple[RepeatRow, ...]
    suggestions: tuple[SuggestionRow, ...]
    signatures: tuple[Signature, ...]


WORDS: Mapping[str, Words] = {
    "year": Words("年度", "Year"),
    "period": Words("期间", "Period"),
    "scope": Words("范围", "Scope"),
    "objectives": Words("年度目标", "Objectives of the year"),
    "statistics": Words("期间统计", "The year in figures"),
    "figure": Words("指标", "Figure"),
    "this_year": Words("本年", "This year"),
    "last_year": Words("上年", "Last year"),
    "audits": Words("本年审核", "Audits of the year"),
    "audit": Words("审核编号", "Audit no."),
    "customer": Words("客户", "Customer"),
    "audit_type": Words("类型", "Type"),
    "dates": Words("日期", "Dates"),
    "result": Words("结果", "Result"),
    "findings": Words("发现项", "Findings"),
    "state": Words("状态", "State"),
    "review_period": Words("评审期间", "Review period"),
    "kinds": Words("发现项按类别和等级", "Findings by type and grade"),
    "kind": Words("类别和等级", "Type and grade"),
    "count": Words("项数", "Count"),
    "share": Words("占比", "Share"),
    "cumulative": Words("累计", "Cumulative"),
    "pareto": Words("帕累托分析", "Pareto analysis"),
    "what": Words("项目", "Item"),
    "trend": Words("月度趋势", "Trend by month"),
    "month": Words("月份", "Month"),
    "audits_held": Words("已进行的审核", "Audits held"),
    "issued": Words("开具的 CAR", "CARs issued"),
    "closed": Words("关闭的 CAR", "CARs closed"),
    "performance": Words("CAR 绩效", "Performance of CARs"),
    "by_department": Words("按责任部门", "By department"),
    "department": Words("责任部门", "Department"),
    "open": Words("未关闭", "Open"),
    "overdue_count": Words("逾期", "Overdue"),
    "ageing": Words("账龄（自开具日）", "Age since issue"),
    "age": Words("天数", "Days"),
    "overdue": Words("截至报告日的逾期项", "Overdue on the day of the report"),
    "car": Words("CAR 编号", "CAR no."),
    "step": Words("步骤", "Step"),
    "due": Words("期限", "Due"),
    "report_to": Words("上报", "Told to"),
    "repeats": Words("重复发现", "Repeat findings"),
    "finding": Words("发现项", "Finding"),
    "clause": Words("准则条款", "Criterion and clause"),
    "departments": Words("责任部门", "Departments"),
    "similar_to": Words("以往同类", "Similar to"),
    "suggestions": Words("改进建议与经验教训", "Suggestions and lessons learned"),
    "source": Words("出处", "From"),
    "suggestion": Words("内容", "Suggestion"),
}
