"""CAR register CAR 跟踪表 (FM-CA-11): quality follows all CARs by it; a workbook of all, pages by year and by customer."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.problem import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """One CAR as the register prints it."""

    number: str
    customer_number: str
    audit: str
    customer: str
    finding: str  # number, clause, grade
    statement: str
    department: str
    owner: str
    measures: str
    evidence: str
    issued_on: str
    due: str  # the next promise that is open
    step: str  # what is promised for it
    overdue: str  # days, empty where nothing is
    escalated: str  # who of the management is told that it is overdue
    age: str  # days since issue, until closing
    state: str
    closed_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageRow:
    """One package for the customer with its five steps."""

    number: str
    audit: str
    customer: str
    kind: str
    cars: str
    customer_due: str
    aggregated: str
    handed_over: str
    sent: str
    late: str
    answered: str
    relayed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure and what it counts."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CarRegisterView:
    """The register of a year or of a customer."""

    scope: str
    figures: tuple[Figure, ...]
    ageing: tuple[Figure, ...]
    rows: tuple[RegisterRow, ...]
    packages: tuple[PackageRow, ...]


COLUMNS: Mapping[str, tuple[Words, int]] = {
    "number": (Words("CAR 编号", "CAR no."), 15),
    "customer_number": (Words("客户 CAR 编号", "Customer CAR no."), 18),
    "audit": (Words("审核", "Audit"), 14),
    "customer": (Words("客户", "Customer"), 24),
    "source": (Words("来源", "Source"), 12),
    "findings": (Words("发现项", "Finding"), 9),
    "clauses": (Words("条款", "Clause"), 10),
    "type": (Words("类别", "Type"), 12),
    "grade": (Words("等级", "Grade"), 12),
    "repeat": (Words("重复发现", "Repeat"), 9),
    "statement": (Words("不符合描述", "Statement"), 40),
    "department": (Words("责任部门", "Department"), 14),
    "owner": (Words("责任人", "Owner"), 12),
    "measures": (Words("措施摘要", "Measures"), 44),
    "evidence": (Words("证据", "Evidence"), 30),
    "issued_on": (Words("开具日期", "Issued on"), 11),
    "step": (Words("下一期限的步骤", "Next due: step"), 16),
    "due": (Words("下一期限", "Next due"), 11),
    "overdue": (Words("逾期天数", "Days overdue"), 9),
    "escalated": (Words("上报", "Told to"), 16),
    "age": (Words("天数", "Age in days"), 8),
    "state": (Words("状态", "State"), 14),
    "rounds": (Words("回复轮次", "Rounds"), 9),
    "submitted_on": (Words("关闭资料提交", "Evidence submitted"), 12),
    "effectiveness": (Words("有效性", "Effectiveness"), 10),
    "closed_on": (Words("关闭日期", "Closed on"), 11),
}
PACKAGE_COLUMNS: Mapping[str, tuple[Words, int]] = {
    "package": (Words("提交编号", "Submission no."), 15),
    "audit": (Words("审核", "Audit"), 14),
    "customer": (Words("客户", "Customer"), 24),
    "kind": (Words("提交内容", "Content"), 14),
    "cars": (Words("CAR", "CARs"), 16),
    "customer_due": (Words("客户要求日期", "Customer due"), 12),
    "aggregated": (Words("质量部汇总", "Aggregated by quality"), 20),
    "handed_over": (Words("交销售部", "Handed to sales"), 20),
    "sent": (Words("发客户", "Sent to the customer"), 20),
    "late": (Words("迟交天数", "Days late"), 9),
    "answered": (Words("客户答复", "Customer's response"), 40),
    "relayed": (Words("转达质量部", "Relayed to quality"), 20),
}
FIGURES: Mapping[str, Words] = {
    "total": Words("CAR 总数", "CARs"),
    "open": Words("未关闭", "Open"),
    "overdue": Words("逾期", "Overdue"),
    "closed": Words("已关闭", "Closed"),
    "void": Words("作废", "Void"),
    "repeat": Words("重复发现", "Repeat findings"),
    "first_pass": Words("一次通过率", "Accepted in the first round"),
    "on_time": Words("按时提交率", "Submitted on time"),
}
ONLY_IN_THE_WORKBOOK = frozenset(("source", "findings", "clauses", "type", "grade", "repeat", "rounds", "submitted_on", "effectiveness"))
WORDS: Mapping[str, Words] = {
    **{name: words for name, (words, _) in COLUMNS.items() if name not in ONLY_IN_THE_WORKBOOK},
    **{name: words for name, (words, _) in PACKAGE_COLUMNS.items() if name != "kind"},
    "register": Words("CAR 跟踪表", "CAR register"),
    "packages": Words("提交与客户确认", "Submissions and the customer's answers"),
    "scope": Words("范围", "Scope"),
    "figures": Words("汇总", "Summary"),
    "ageing": Words("未关闭 CAR 的账龄", "Age of the open CARs"),
}
