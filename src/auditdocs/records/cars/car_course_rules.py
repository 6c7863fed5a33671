"""What turns a CAR from its way: rejected rounds, voiding, reopening (CAR-019, CAR-020)."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.field import label
from auditdocs.problem import Words
from auditdocs.records.audit.audit import Audit
from auditdocs.records.cars.car import Car
from auditdocs.records.cars.car_answers import Response
from auditdocs.records.house.person import Person, is_management_on, works_in
from auditdocs.room import rule

EVENT_PARTS = {"by": Words("经办人", "who decided it"), "reason": Words("原因", "the reason")}
SENT_PARTS = {"cause": Words("原因", "the cause"), "actions": Words("措施", "the actions")}


@rule(
    "car.void-incomplete",
    "ISO 9001 10.2",
    catalogue="CAR-019",
    zh="作废缺：{missing}",
    en="the voiding lacks: {missing}",
    do_zh="在 void 下填写",
    do_en="write it below 'void'",
    firm=True,
)
def void_incomplete(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    void = entry.record.void
    missing = tuple(words for name, words in EVENT_PARTS.items() if not getattr(void, name, None))
    if void and missing:
        yield entry.at("void", missing=missing)


@rule(
    "car.void-not-by-quality",
    "ISO 9001 10.2",
    catalogue="CAR-019",
    zh="作废由 {by} 提出，此人在 {day} 不属于质量部",
    en="{by}, who voided it, is not of quality on {day}",
    do_zh="作废由质量部提出、管理层批准：请更正 by",
    do_en="quality voids a CAR and the management approves: correct 'by'",
    firm=True,
)
def void_not_by_quality(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    void = entry.record.void
    if void and void.by and not works_in(records, void.by, "QA", void.date):
        yield entry.at("void", "by", by=void.by, day=void.date)


@rule(
    "car.void-not-approved",
    "ISO 9001 10.2",
    catalogue="CAR-019",
    zh="作废没有管理层批准",
    en="the voiding was not approved by the management",
    do_zh="填写 approved_by（角色为分管领导或总经理的人员）",
    do_en="write 'approved_by', somebody with the role manager or gm",
    firm=True,
)
def void_not_approved(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    void = entry.record.void
    if void is None:
        return
    approver = records.get(Person, void.approved_by) if void.approved_by else None
    is_management = approver and is_management_on(approver.record, void.date)
    if not is_management and (approver or not void.approved_by):
        yield entry.at("void", "approved_by")


@rule(
    "car.void-without-ground",
    "ISO 9001 10.2",
    catalogue="CAR-019",
    zh="作废没有依据：不是重复，也没有撤销发现项的异议",
    en="the voiding has no ground: it doubles no other CAR, and no dispute withdrew its finding",
    do_zh="填写 duplicate_of（另一张 CAR）或 dispute（异议编号）",
    do_en="write 'duplicate_of' (another CAR) or 'dispute' (its number)",
    firm=True,
)
def void_without_ground(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    void = entry.record.void
    if void and not void.dispute and void.duplicate_of in (None, entry.key):
        yield entry.at("void")


@rule(
    "car.void-before-issue",
    "001i 6.4.1",
    catalogue="CAR-019",
    zh="作废日期 {day} 早于开具日期 {issued_on}",
    en="it was voided on {day}, before it was issued on {issued_on}",
    do_zh="请更正其中一个日期",
    do_en="correct one of the dates",
)
def void_before_issue(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    void, issued_on = entry.record.void, entry.record.issued_on
    if void and issued_on and void.date < issued_on:
        yield entry.at("void", "date", day=void.date, issued_on=issued_on)


@rule(
    "car.closed-after-its-audit",
    "001i 6.4.2",
    catalogue="AUD-010",
    zh="CAR 在 {closed_on} 才关闭，而审核已在 {day} 关闭",
    en="the CAR was closed on {closed_on}, after its audit was closed on {day}",
    do_zh="审核在全部 CAR 关闭之后关闭：请更正其中一个日期",
    do_en="an audit is closed after all its CARs: correct one of the dates",
)
def closed_after_its_audit(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    audit, closed_on = records.get(Audit, entry.scope), entry.record.closed_on
    closed = audit.record.closed if audit and not audit.record.reopened else None
    if closed and closed_on and closed.date < closed_on and not entry.record.reopened:
        yield entry.at("closed_on", closed_on=closed_on, day=closed.date)


@rule(
    "car.reopening-incomplete",
    "ISO 9001 10.2",
    catalogue="CAR-019",
    zh="重开缺：{missing}",
    en="the reopening lacks: {missing}",
    do_zh="在 reopened 下填写",
    do_en="write it below 'reopened'",
)
def reopening_incomplete(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    reopened = entry.record.reopened
    missing = tuple(words for name, words in EVENT_PARTS.items() if not getattr(reopened, name, None))
    if reopened and missing:
        yield entry.at("reopened", missing=missing)


@rule(
    "car.round-out-of-order",
    "ISO 9001 10.2.2",
    catalogue="CAR-020",
    zh="回复轮次应为 {expected}，这里是 {round}",
    en="this round of response should be {expected}, it says {round}",
    do_zh="轮次从 1 起连续；以前的轮次保留不删",
    do_en="number the rounds from 1 without gaps, and keep the earlier ones",
)
def round_out_of_order(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    for index, response in enumerate(entry.record.responses):
        if response.round != index + 1:
            yield entry.at("responses", index, "round", expected=index + 1, round=response.round)
            return


@rule(
    "car.rejected-round-empty",
    "ISO 9001 10.2.2",
    catalogue="CAR-020",
    zh="第 {round} 轮被退回，但没有保留当时的{missing}",
    en="round {round} was rejected, but does not keep {missing} as sent",
    do_zh="把当时提交的文字写回 cause 和 actions",
    do_en="put the words that were sent back into 'cause' and 'actions'",
)
def rejected_round_empty(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    for index, response in enumerate(entry.record.responses):
        missing = tuple(words for name, words in SENT_PARTS.items() if not getattr(response, name))
        if response.decision == "rejected" and missing and not response.sent:
            yield entry.at("responses", index, round=response.round, missing=missing)


@rule(
    "car.rejection-without-comment",
    "ISO 9001 10.2",
    catalogue="CAR-020",
    zh="第 {round} 轮被退回，没有写明意见",
    en="round {round} was rejected without a comment",
    do_zh="在 comment 写明退回的理由",
    do_en="write the reason in 'comment'",
)
def rejection_without_comment(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    for index, response in enumerate(entry.record.responses):
        if response.decision == "rejected" and not response.comment:
            yield entry.at("responses", index, "decision", round=response.round)


@rule(
    "car.decision-incomplete",
    "ISO 9001 10.2.2",
    catalogue="CAR-020",
    zh="第 {round} 轮已有结论，但缺：{missing}",
    en="round {round} was decided, but this is missing: {missing}",
    do_zh="写明谁、何时决定：decided_by 和 decided_at",
    do_en="say who decided and when: 'decided_by' and 'decided_at'",
)
def decision_incomplete(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    for index, one in enumerate(entry.record.responses):
        missing = tuple(label(Response, name) for name in ("decided_by", "decided_at") if not getattr(one, name))
        if one.decision and missing:
            yield entry.at("responses", index, "decision", round=one.round, missing=missing)


@rule(
    "car.decided-before-submitted",
    "ISO 9001 10.2.2",
    catalogue="CAR-020",
    zh="第 {round} 轮的决定时间 {decided} 早于提交时间 {submitted}",
    en="round {round} was decided at {decided}, before it was submitted at {submitted}",
    do_zh="请更正时间",
    do_en="correct the time",
)
def decided_before_submitted(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    for index, one in enumerate(entry.record.responses):
        if one.submitted_at and one.decided_at and one.decided_at < one.submitted_at:
            yield entry.at("responses", index, "decided_at", round=one.round, decided=one.decided_at, submitted=one.submitted_at)


COURSE_RULES = (
    void_incomplete,
    void_not_by_quality,
    void_not_approved,
    void_without_ground,
    void_before_issue,
    closed_after_its_audit,
    reopening_incomplete,
    round_out_of_order,
    rejected_round_empty,
    rejection_without_comment,
    decision_incomplete,
    decided_before_submitted,
)
