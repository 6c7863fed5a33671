"""Conclusion 客户审核结论: what the customer decided and the figures as the customer states them (001i 6.4.1)."""

from typing import Annotated

from auditdocs.field import field, many, numbered
from auditdocs.records.base import Record
from auditdocs.records.ids import FilePath, PersonId, identifier
from auditdocs.records.words import Amount, Day, Line, Moment, Text, Whole, choice

CONCLUSION_SOURCE = choice(onsite_closing=("现场审核结论", "On-site conclusion"), written_report=("书面审核结论", "Written report"))
CUSTOMER_DECISION = choice(
    approved=("通过", "Approved"),
    conditional=("有条件通过", "Approved with conditions"),
    rejected=("不通过", "Rejected"),
    pending=("待定", "Pending"),
)
COUNTED = identifier("发现项类别或等级", "type or grade of finding", r"[a-z][a-z0-9_-]{0,40}", "minor")


class Conclusion(Record):
    """The customer's words; our own figures are computed and printed beside them."""

    source: Annotated[str, CONCLUSION_SOURCE] | None = field("结论来源", "Source")
    received_at: Moment | None = field("接收时间", "Received at")
    received_by: PersonId | None = field("接收人", "Received by")
    document: FilePath | None = field("结论文件", "Document", "attachments/ 下的路径", "its path below attachments/")
    score: Amount | None = field("得分", "Score", "照客户所写", "as the customer states it")
    grade: Line | None = field("等级", "Grade", "照客户所写", "as the customer states it", example="B")
    downgrade_reasons: tuple[Text, ...] = many("降级理由", "Reasons for downgrading")
    decision: Annotated[str, CUSTOMER_DECISION] | None = field("决定", "Decision")
    strengths: tuple[Text, ...] = many("优点", "Strengths", example="岗位资格与工位绑定|Qualification is bound to the work place")
    summary: Text | None = field(
        "结论摘要", "Summary", example="总体受控，首件放行一处未确认|Under control; one first piece was released without confirmation"
    )
    customer_due_date: Day | None = field("客户要求回复日期", "Response due")
    response_format: Text | None = field(
        "回复格式",
        "Response format",
        "写 8D 时每张 CAR 另出 8D 报告",
        "with 8D an 8D report is made for each CAR",
        example="客户 CAR 表式，附证据|The customer's CAR form with evidence",
    )
    counts: dict[Annotated[str, COUNTED], Whole] = numbered(
        "发现项数", "Numbers of findings", "照客户所写，如 minor: 2", "as the customer states them, like 'minor: 2'"
    )
