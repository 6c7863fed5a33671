"""Answers to a CAR: rounds of response, extensions, checks, the customer's word, and what takes it off its way.

`void` and `reopened` are written `{date, by, reason}` as other side states are; `void` adds who of the management
approved it, and the CAR it doubles (`duplicate_of`) or the dispute in which its finding was withdrawn (`dispute`).
"""

from typing import Annotated, Self

from auditdocs.field import Model, field, many
from auditdocs.records.ids import CarId, DisputeId, FilePath, PersonId
from auditdocs.records.marks import Event
from auditdocs.records.words import Day, Line, Moment, Text, Whole, YesNo, choice

DUE = choice(
    containment=("围堵", "Containment"),
    root_cause=("原因分析", "Root cause"),
    plan=("措施计划", "Plan"),
    customer_response=("回复客户", "Response to the customer"),
    implementation=("实施", "Implementation"),
    verification=("验证", "Verification"),
    customer_close=("客户关闭", "Closing with the customer"),
)
ANSWER = choice(accepted=("接受", "Accepted"), rejected=("退回", "Rejected"))
DECIDER = choice(qa=("质量部", "Quality"), customer=("客户", "Customer"))
CHECK_RESULT = choice(**{"pass": ("通过", "Passed"), "fail": ("未通过", "Failed")})
EFFECT = choice(effective=("有效", "Effective"), not_effective=("无效", "Not effective"), pending=("观察中", "Pending"))


class Extension(Model):
    """A promised date moved to another (B-27); `due` shows the new date."""

    which: Annotated[str, DUE] = field("哪个期限", "Which date", required=True)
    from_: Day | None = field("原期限", "From")
    to: Day | None = field("新期限", "To")
    reason: Text | None = field("原因", "Reason")
    approved_by: PersonId | None = field("批准人", "Approved by")
    customer_approved: YesNo | None = field("客户同意", "Customer agreed")


class Response(Model):
    """One round of the answer, in the words that were sent (B-30)."""

    round: Whole = field("轮次", "Round", required=True)
    submitted_at: Moment | None = field("提交时间", "Submitted at")
    by: PersonId | None = field("提交人", "Submitted by")
    cause: Text | None = field("原因（原文）", "Cause, as sent", example="见原因分析|See the analysis of causes")
    actions: Text | None = field("措施（原文）", "Actions, as sent", example="见纠正措施|See the corrective actions")
    sent: FilePath | None = field("发出文件", "File sent")
    decision: Annotated[str, ANSWER] | None = field("结论", "Decision")
    decided_by: Annotated[str, DECIDER] | None = field("决定方", "Decided by")
    reviewer: PersonId | None = field("审核人", "Reviewer", "我方审核这一轮的人", "who reviewed this round for us")
    decided_at: Moment | None = field("决定时间", "Decided at")
    comment: Text | None = field("意见", "Comment")

    @property
    def went_out(self) -> bool:
        """Whether the round was given to the customer."""
        return self.decided_by == "customer" or self.sent is not None

    def for_customer(self) -> Self | None:
        """A round that went out; what quality said of it, and who, stays with us."""
        if not self.went_out:
            return None
        own = {"reviewer": None}
        if self.decided_by != "customer":
            own |= {"decision": None, "decided_by": None, "decided_at": None, "comment": None}
        return self.model_copy(update=own)


class ImplementationCheck(Model):
    """Quality's look at what was done."""

    by: PersonId | None = field("验证人", "Checked by")
    date: Day | None = field("验证日期", "Checked on")
    result: Annotated[str, CHECK_RESULT] | None = field("结果", "Result")
    evidence: tuple[FilePath, ...] = many("证据", "Evidence")


class Effectiveness(Model):
    """Whether the actions worked (B-29)."""

    criterion: Text | None = field(
        "判定准则", "Criterion", example="连续 20 班次首件记录完整率 100%|20 shifts in a row with complete first-piece records"
    )
    method: Text | None = field("验证方法", "Method")
    period_start: Day | None = field("观察期开始", "Period from")
    period_end: Day | None = field("观察期结束", "Period to")
    data: Text | None = field("数据", "Data")
    result: Annotated[str, EFFECT] | None = field("结果", "Result")
    by: PersonId | None = field("验证人", "Verified by")
    date: Day | None = field("验证日期", "Verified on")


class CustomerConfirmation(Model):
    """The customer's word that this is done (001i 6.4.2)."""

    by: Line | None = field("确认人", "Confirmed by", example="张示例|A. Sample")
    org: Line | None = field("单位", "Organization")
    date: Day | None = field("确认日期", "Confirmed on")
    channel: Line | None = field("方式", "Channel", example="邮件|E-mail")
    result: Annotated[str, ANSWER] | None = field("结果", "Result")
    reference: Line | None = field("依据", "Reference", example="2026-09-08 的邮件|E-mail of 2026-09-08")
    attachment: FilePath | None = field("附件", "Attachment")


class Void(Event):
    """Why a CAR is not pursued, and who of the management agreed."""

    approved_by: PersonId | None = field("批准人", "Approved by", "管理层", "of the management")
    duplicate_of: CarId | None = field("重复于", "Duplicate of")
    dispute: DisputeId | None = field("异议", "Dispute", "撤销发现项的异议", "in which its finding was withdrawn")
