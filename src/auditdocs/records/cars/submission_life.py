"""The five steps of a package: quality gathers, hands over, sales sends, the customer answers, quality is told (001i 6.4.3)."""

from collections.abc import Callable
from datetime import date

from auditdocs.entry import Records
from auditdocs.problem import Words
from auditdocs.records.cars.submission import SubmissionEntry
from auditdocs.records.marks import fact_mark
from auditdocs.room import Life, Mark, Milestone


def _marked(*loc: str) -> Callable[[SubmissionEntry, Records], Mark | None]:
    def mark(entry: SubmissionEntry, records: Records) -> Mark | None:
        return fact_mark(entry, *loc)

    return mark


def _due(entry: SubmissionEntry, records: Records) -> date | None:
    return entry.record.customer_due


def _is_answer_expected(entry: SubmissionEntry, records: Records) -> bool:
    """Whether the chain goes on after the sending: customers seldom answer a mere containment."""
    return entry.record.kind != "containment" or entry.record.customer_response is not None


SUBMISSION_LIFE = Life(
    name="submission",
    title=Words("整改提交", "Submission"),
    anchor="submission",
    milestones=(
        Milestone(
            "aggregated",
            Words("已汇总", "Aggregated"),
            "QA",
            Words("质量部汇总各部门的原因和措施", "quality gathers causes and measures of all departments"),
            _marked("aggregated_at"),
            _due,
            how=Words("写 cars、aggregated_at 和 aggregated_by", "write cars, aggregated_at and aggregated_by"),
        ),
        Milestone(
            "handed_over",
            Words("已交销售部", "Handed to sales"),
            "QA",
            Words("把汇总的资料交给销售部", "hand the package to sales"),
            _marked("handed_to_sales_at"),
            _due,
            how=Words("写 handed_to_sales_at 和 handed_to_sales_to", "write handed_to_sales_at and handed_to_sales_to"),
        ),
        Milestone(
            "sent",
            Words("已发客户", "Sent to the customer"),
            "SAL",
            Words("销售部按客户要求的日期发给客户", "sales sends it to the customer by the customer's date"),
            _marked("sent_to_customer_at"),
            _due,
            how=Words("写 sent_to_customer_at、sent_to_customer_by 和 channel", "write sent_to_customer_at, sent_to_customer_by, channel"),
        ),
        Milestone(
            "answered",
            Words("客户已答复", "Answered by the customer"),
            "SAL",
            Words("取得客户的答复并逐张登记结果", "obtain the customer's answer and record the result of each CAR"),
            _marked("customer_response", "at"),
            applies=_is_answer_expected,
            how=Words(
                "写 customer_response: {at: 2026-09-08T09:00, results: {CAR 编号: {result: accepted}}}",
                "write customer_response: {at: 2026-09-08T09:00, results: {CAR number: {result: accepted}}}",
            ),
        ),
        Milestone(
            "relayed",
            Words("已转达质量部", "Relayed to quality"),
            "SAL",
            Words("把客户的答复转达质量部", "tell quality what the customer answered"),
            _marked("relayed_to_quality_at"),
            applies=_is_answer_expected,
            how=Words("写 relayed_to_quality_at 和 relayed_to_quality_by", "write relayed_to_quality_at and relayed_to_quality_by"),
        ),
    ),
)
