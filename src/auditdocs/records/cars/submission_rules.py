"""The room of submissions: what a package holds, what the customer said of it, and that the CARs say the same (SUB-001 to SUB-003)."""

from collections.abc import Iterator
from datetime import date, datetime

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Words
from auditdocs.records.audit.audit_folder import FOLDER_RULES
from auditdocs.records.cars.car import INTERNAL, SOURCE, Car
from auditdocs.records.cars.car_answers import ANSWER, DUE
from auditdocs.records.cars.submission import Submission, SubmissionEntry, is_to_close
from auditdocs.records.cars.submission_step_rules import STEP_RULES
from auditdocs.records.life_rules import in_the_future, milestone_missing
from auditdocs.room import RecordType, rule

DUE_OF_KIND = {"containment": "containment", "plan": "customer_response", "final": "customer_close"}


def _cars(entry: SubmissionEntry, records: Records) -> Iterator[tuple[int, Entry[Car]]]:
    """The CARs of a package with their places; those of other audits are said to be so."""
    for index, number in enumerate(entry.record.cars):
        car = records.get(Car, number)
        if car and car.scope == entry.scope:
            yield index, car


@rule(
    "submission.incomplete",
    "001i 6.4.3",
    catalogue="SUB-001",
    zh="没有写{label}（{field}）",
    en="'{label}' ({field}) is not given",
    do_zh="填写 {field}",
    do_en="fill in {field}",
    at="aggregated",
)
def incomplete(entry: SubmissionEntry, records: Records) -> Iterator[Violation]:
    for name, words in (("kind", Words("提交内容", "Content")), ("cars", Words("要提交的 CAR", "CARs"))):
        if not getattr(entry.record, name):
            yield entry.at(name, label=words, field=name)


@rule(
    "submission.car-of-another-audit",
    "001i 6.4.3",
    catalogue="CAR-022",
    casts_doubt=True,
    zh="{car} 属于审核 {audit}",
    en="{car} belongs to the audit {audit}",
    do_zh="一次提交只含本审核的 CAR：请更正",
    do_en="a package holds CARs of its own audit only: correct it",
)
def car_of_another_audit(entry: SubmissionEntry, records: Records) -> Iterator[Violation]:
    for index, number in enumerate(entry.record.cars):
        car = records.get(Car, number)
        if car and car.scope != entry.scope:
            yield entry.at("cars", index, car=number, audit=car.scope)


@rule(
    "submission.internal-car",
    "001g 一.5",
    catalogue="ACC-003",
    firm=True,
    zh="{car} 的来源是“{source}”，不提交客户",
    en="the source of {car} is '{source}': it does not go to the customer",
    do_zh="从 cars 中删除；来源写错时更正 CAR 的 source",
    do_en="take it out of 'cars', or correct 'source' of the CAR",
)
def internal_car(entry: SubmissionEntry, records: Records) -> Iterator[Violation]:
    for index, car in _cars(entry, records):
        if car.record.source in INTERNAL:
            yield entry.at("cars", index, car=car.key, source=SOURCE.label(str(car.record.source)))


@rule(
    "submission.sent-before-answered",
    "001i 6.4.3",
    catalogue="SUB-005",
    zh="发出时 {car} 还没有提交回复",
    en="{car} had no response when the package was sent",
    do_zh="责任部门在 CAR 的 responses 登记回复；没有回复的从 cars 中删除",
    do_en="its department records the response in 'responses' of the CAR; a CAR without one does not belong here",
    at="sent",
)
def sent_before_answered(entry: SubmissionEntry, records: Records) -> Iterator[Violation]:
    sent = entry.record.sent_to_customer_at
    for index, car in _cars(entry, records) if entry.record.kind == "plan" else ():
        submitted = [one.submitted_at for one in car.record.responses if one.submitted_at]
        if not submitted or (sent and min(submitted) > sent):
            yield entry.at("cars", index, car=car.key)


@rule(
    "submission.due-after-car",
    "001i 6.4.3",
    catalogue="SUB-002",
    zh="客户要求日期 {due} 晚于 {car} 的“{step}”期限 {promised}",
    en="the customer's date {due} is later than the date of {car} for '{step}', {promised}",
    do_zh="核对客户要求的日期；客户同意延后的，在 CAR 的 extensions 登记",
    do_en="look up the customer's date; where the customer agreed to a later one record an extension of the CAR",
    severity="warning",
)
def due_after_car(entry: SubmissionEntry, records: Records) -> Iterator[Violation]:
    due, name = entry.record.customer_due, DUE_OF_KIND.get(entry.record.kind or "")
    for _, car in _cars(entry, records) if due and name else ():
        promised: date | None = getattr(car.record.due, name or "", None)
        is_wrong = promised and car.record.issued_on and promised < car.record.issued_on  # that is said there
        if due and promised and due > promised and not is_wrong:
            yield entry.at("customer_due", due=due, car=car.key, step=DUE.label(name or ""), promised=promised)
            return


@rule(
    "submission.result-missing",
    "001i 6.4.3",
    catalogue="SUB-001",
    zh="客户已答复，但没有登记对 {car} 的结果",
    en="the customer has answered, but the result for {car} is not recorded",
    do_zh="在 customer_response 的 results 下写 {car}，其下写 result: accepted 或 rejected",
    do_en="write {car} below 'results' of customer_response, and below it 'result: accepted' or 'rejected'",
)
def result_missing(entry: SubmissionEntry, records: Records) -> Iterator[Violation]:
    answer = entry.record.customer_response
    for car in entry.record.cars if answer and answer.at and entry.record.kind != "containment" else ():
        told = answer.results.get(car) if answer else None
        if told is None or told.result is None:
            yield entry.at("customer_response", "results", car=car)


@rule(
    "submission.result-of-another-car",
    "001i 6.4.3",
    catalogue="SUB-001",
    zh="有 {car} 的结果，但它不在这次提交里",
    en="there is a result for {car}, which is not in this package",
    do_zh="写入 cars，或更正编号",
    do_en="name it in 'cars', or correct the number",
)
def result_of_another_car(entry: SubmissionEntry, records: Records) -> Iterator[Violation]:
    answer = entry.record.customer_response
    for car in answer.results if answer else ():
        if car not in entry.record.cars:
            yield entry.at_name("customer_response", "results", car, car=car)


@rule(
    "submission.rejection-without-comment",
    "001i 6.4.3",
    catalogue="CAR-020",
    zh="客户退回了 {car}，没有写明意见",
    en="the customer rejected {car}, but the reason is not recorded",
    do_zh="填写 comment：责任部门据此提交下一轮",
    do_en="write 'comment': the next round answers it",
)
def rejection_without_comment(entry: SubmissionEntry, records: Records) -> Iterator[Violation]:
    answer = entry.record.customer_response
    for car, one in answer.results.items() if answer else ():
        if one.result == "rejected" and not one.comment and not (answer and answer.comment):
            yield entry.at("customer_response", "results", car, "result", car=car)


@rule(
    "submission.result-not-in-car",
    "001i 6.4.3",
    catalogue="CAR-020",
    zh="客户对 {car} 的结果是“{result}”，CAR 中没有登记",
    en="the customer's result for {car} is '{result}', but the CAR does not say so",
    do_zh="措施计划的结果登记在 CAR 的 responses，关闭资料的登记在 customer_confirmation",
    do_en="record it in the CAR: of a plan in 'responses', of closing evidence in 'customer_confirmation'",
    severity="warning",
)
def result_not_in_car(entry: SubmissionEntry, records: Records) -> Iterator[Violation]:
    answer = entry.record.customer_response
    for _, car in _cars(entry, records):
        told = answer.results.get(car.key) if answer else None
        is_answered = entry.record.kind != "plan" or car.record.responses  # where not, that is said
        if answer and told and told.result and is_answered and not _is_in_car(entry, car, told.result, answer.at):
            yield entry.at("customer_response", "results", car.key, "result", car=car.key, result=ANSWER.label(told.result))


def _is_in_car(entry: SubmissionEntry, car: Entry[Car], result: str, at: datetime | None) -> bool:
    """Whether a CAR says of the same answer what the package says; a later round leaves a closing answer behind."""
    rounds, confirmation = car.record.responses, car.record.customer_confirmation
    if entry.record.kind == "plan":
        sent = entry.record.sent_to_customer_at
        gone_out = [index for index, one in enumerate(rounds) if sent and one.submitted_at and one.submitted_at <= sent]
        own = rounds[max(gone_out, default=0) :]  # what was said of a round before the one in this package is another answer
        return any(one.decided_by == "customer" and one.decision == result for one in own)
    if not is_to_close(entry.record, car.key) or car.record.closed_on:  # that it was closed without a confirmation is said there
        return True
    goes_on = at is not None and any(one.submitted_at and one.submitted_at > at for one in rounds)
    return goes_on or (confirmation is not None and confirmation.result == result)


SUBMISSION = RecordType(
    name="submission",
    title=Words("整改提交", "Submission"),
    model=Submission,
    path="audits/{year}/{audit}/submissions/{submission}.yaml",
    key="{submission}",
    scope="{audit}",
    owner="QA",
    confidentiality="confidential",
    retention="CA-3Y",
    lives=("submission", "audit"),
    goes_on=(
        "sent_to_customer_at",
        "sent_to_customer_by",
        "channel",
        "customer_response",
        "relayed_to_quality_at",
        "relayed_to_quality_by",
    ),
    rules=(
        *FOLDER_RULES,
        milestone_missing,
        in_the_future,
        incomplete,
        *STEP_RULES,
        car_of_another_audit,
        internal_car,
        sent_before_answered,
        due_after_car,
        result_missing,
        result_of_another_car,
        rejection_without_comment,
        result_not_in_car,
    ),
    starts_with=(
        "kind",
        "cars",
        "customer_due",
        "aggregated_at",
        "aggregated_by",
        "handed_to_sales_at",
        "handed_to_sales_to",
        "channel",
        "addressed_to",
        "message",
        "content",
    ),
    shown_to_customers=True,
)
