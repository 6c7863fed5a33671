"""Submission 整改提交 (`submissions/SUB-….yaml`): one package of measures on its way to the customer and back (001i 6.4.3)."""

from typing import Annotated

from auditdocs.entry import Entry, Records
from auditdocs.field import Model, field, many, numbered
from auditdocs.records.base import Record
from auditdocs.records.cars.car import Car
from auditdocs.records.cars.car_answers import ANSWER
from auditdocs.records.ids import CarId, FilePath, PersonId
from auditdocs.records.preparation.contact_sheet import CHANNEL
from auditdocs.records.words import Day, Line, Moment, Text, YesNo, choice

SUBMISSION_KIND = choice(
    containment=("围堵措施", "Containment"),
    plan=("措施计划", "Plan of measures"),
    evidence=("补充证据", "Evidence"),
    final=("关闭资料", "Closing evidence"),
)


class CarResult(Model):
    """What the customer said about one CAR."""

    result: Annotated[str, ANSWER] | None = field("结果", "Result")
    closes: YesNo | None = field(
        "据此关闭", "Closes it", "客户凭措施计划即关闭该 CAR 时写 true", "true where the customer closes the CAR on its plan"
    )
    comment: Text | None = field("意见", "Comment", example="流出原因还没有说明|The cause of the escape is not told yet")


class CustomerResponse(Model):
    """The customer's answer to the package."""

    at: Moment | None = field("答复时间", "Answered at")
    by: Line | None = field("答复人", "Answered by", example="张示例|A. Sample")
    results: dict[CarId, CarResult] = numbered("逐项结果", "Results", "每张 CAR 一行", "a line for each CAR")
    comment: Text | None = field("意见", "Comment")
    attachment: FilePath | None = field("附件", "Attachment")


class Submission(Record):
    """Quality gathers, sales sends, the customer answers, sales tells quality."""

    kind: Annotated[str, SUBMISSION_KIND] | None = field("提交内容", "Content")
    cars: tuple[CarId, ...] = many("CAR", "CARs")
    customer_due: Day | None = field("客户要求日期", "Customer due")
    aggregated_at: Moment | None = field("汇总时间", "Aggregated at", "质量部", "by quality", internal=True)
    aggregated_by: PersonId | None = field("汇总人", "Aggregated by", internal=True)
    handed_to_sales_at: Moment | None = field("交销售部时间", "Handed to sales at", internal=True)
    handed_to_sales_to: PersonId | None = field("销售部接收人", "Handed to", internal=True)
    sent_to_customer_at: Moment | None = field("发出时间", "Sent to the customer at")
    sent_to_customer_by: PersonId | None = field("发出人", "Sent by", "销售部", "of sales")
    channel: Annotated[str, CHANNEL] | None = field("方式", "Channel")
    addressed_to: Line | None = field("收件人", "Addressed to", example="张示例|A. Sample")
    message: Text | None = field(
        "致客户",
        "Message to the customer",
        "印在提交函上",
        "printed on the cover",
        example="两项措施已完成，证据随附|Both are done; see the evidence",
    )
    content: tuple[FilePath, ...] = many("提交文件", "Files sent")
    customer_response: CustomerResponse | None = field("客户答复", "Customer's response")
    relayed_to_quality_at: Moment | None = field("转达质量部时间", "Relayed to quality at", internal=True)
    relayed_to_quality_by: PersonId | None = field("转达人", "Relayed by", "销售部", "of sales", internal=True)


SubmissionEntry = Entry[Submission]


def result_of(submission: Submission, car: str) -> CarResult | None:
    """What the customer said about one CAR of a package."""
    answer = submission.customer_response
    return answer.results.get(car) if answer else None


def submissions_of(records: Records, car: Entry[Car]) -> tuple[SubmissionEntry, ...]:
    """The packages a CAR was part of, by their numbers."""
    return tuple(one for one in records.all(Submission, car.scope) if car.key in one.record.cars)


def is_to_close(submission: Submission, car: str) -> bool:
    """Whether a package asks the customer to close a CAR: closing evidence, or a plan the customer closes on."""
    result = result_of(submission, car)
    return submission.kind == "final" or (result is not None and result.closes is True)


def is_accepted(submission: Submission, car: str) -> bool:
    """Whether the customer accepted what a package says of a CAR."""
    result = result_of(submission, car)
    return result is not None and result.result == "accepted"
