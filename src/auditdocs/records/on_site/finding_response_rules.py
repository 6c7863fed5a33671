"""A department's response to a finding without a CAR: true cause, a measure that changes something, done in time, verified by another."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Words
from auditdocs.records.cars.car_findings import cars_of
from auditdocs.records.house.organization import is_near
from auditdocs.records.on_site.confirmed_findings import confirmed
from auditdocs.records.on_site.finding import FindingResponse, Findings
from auditdocs.records.weak_words import claims_to_be_done, is_appeal, stops_at_human_error
from auditdocs.room import rule
from auditdocs.state import standing

NOBODY = Words("未定的责任人", "nobody yet")


def _responses(entry: Entry[Findings], records: Records) -> Iterator[tuple[str, FindingResponse]]:
    """The responses that stand for a finding: a CAR has rules of its own."""
    for number, finding in confirmed(entry, records):
        if finding.response and not cars_of(records, entry.key, number):
            yield number, finding.response


@rule(
    "finding.answer-stops-at-human-error",
    "001i 6.3.4",
    catalogue="CAR-009",
    zh="对 {number} 的答复，原因只写到人为失误",
    en="the cause in the response to {number} stops at human error",
    do_zh="继续问为什么，直到流程、文件、设备等可以改变的原因",
    do_en="go on asking why until you reach what can be changed: process, instruction, equipment",
    severity="warning",
)
def answer_stops_at_human_error(entry: Entry[Findings], records: Records) -> Iterator[Violation]:
    for number, response in _responses(entry, records):
        if response.cause and stops_at_human_error(response.cause):
            yield entry.at("items", number, "response", "cause", number=number)


@rule(
    "finding.answer-only-an-appeal",
    "001i 6.3.4",
    catalogue="CAR-010",
    zh="对 {number} 的答复，措施只是培训、通知或“加强管理”一类",
    en="the only action in the response to {number} is training, a notice or an appeal",
    do_zh="写能消除原因的措施，如修改流程、文件或设备；预防措施写在 preventive",
    do_en="write what removes the cause: a change of process, document or equipment; prevention goes into 'preventive'",
    severity="warning",
)
def answer_only_an_appeal(entry: Entry[Findings], records: Records) -> Iterator[Violation]:
    for number, response in _responses(entry, records):
        measures = [one for one in (response.action, response.preventive) if one]
        if response.action and all(map(is_appeal, measures)):
            yield entry.at("items", number, "response", "action", number=number)


@rule(
    "finding.answer-done-without-date",
    "ISO 9001 10.2.2",
    catalogue="CAR-017",
    zh="对 {number} 的答复，文字说已完成，却没有完成日期",
    en="the words of the response to {number} say that it is done, but there is no day of completion",
    do_zh="填写 done_on",
    do_en="write 'done_on'",
    severity="warning",
)
def answer_done_without_date(entry: Entry[Findings], records: Records) -> Iterator[Violation]:
    for number, response in _responses(entry, records):
        for name in ("action", "preventive"):
            text = getattr(response, name)
            if text and response.done_on is None and claims_to_be_done(text):
                yield entry.at("items", number, "response", name, number=number)


@rule(
    "finding.answer-verified-by-its-owner",
    "ISO 9001 10.2.1 d",
    catalogue="CAR-013",
    zh="对 {number} 的答复由 {person} 负责，又由本人验证",
    en="{person} owns the response to {number} and verified it too",
    do_zh="请由没有实施措施的人验证",
    do_en="have somebody verify who did not implement it",
)
def answer_verified_by_its_owner(entry: Entry[Findings], records: Records) -> Iterator[Violation]:
    for number, response in _responses(entry, records):
        if response.verified_by and response.verified_by == response.owner:
            yield entry.at("items", number, "response", "verified_by", number=number, person=response.verified_by)


@rule(
    "finding.answer-overdue",
    "001i 6.3.4",
    catalogue="CAR-018",
    zh="对 {number} 的答复已逾期：期限 {due}",
    en="the response to {number} is overdue since {due}",
    do_zh="完成后填写 done_on；需要更多时间时由责任人与质量部商定新的 due",
    do_en="write 'done_on' when it is done; where more time is needed, agree on another 'due' with quality",
    severity="warning",
)
def answer_overdue(entry: Entry[Findings], records: Records) -> Iterator[Violation]:
    for number, response in _open(entry, records):
        if response.due and records.has_passed(response.due):
            yield entry.at("items", number, "response", "due", number=number, due=response.due)


@rule(
    "finding.answer-due-soon",
    "001i 6.3.4",
    catalogue="CAR-018",
    zh="{owner} 对 {number} 的答复期限 {due} 临近",
    en="the response of {owner} to {number} is due on {due}",
    todo_only=True,
    who="DEP",
)
def answer_due_soon(entry: Entry[Findings], records: Records) -> Iterator[Violation]:
    for number, response in _open(entry, records):
        if response.due and is_near(response.due, records) and not records.has_passed(response.due):
            yield entry.at("items", number, "response", "due", number=number, due=response.due, owner=response.owner or NOBODY)


def _open(entry: Entry[Findings], records: Records) -> Iterator[tuple[str, FindingResponse]]:
    """What is still to be done, while the audit is open."""
    where = standing(records, entry, "audit")
    if where and not where.is_due("closed") and not (where.side and where.side.ends):
        yield from ((number, one) for number, one in _responses(entry, records) if one.done_on is None)


RESPONSE_RULES = (
    answer_stops_at_human_error,
    answer_only_an_appeal,
    answer_done_without_date,
    answer_verified_by_its_owner,
    answer_overdue,
    answer_due_soon,
)
