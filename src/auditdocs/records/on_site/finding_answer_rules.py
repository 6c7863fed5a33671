"""What must follow from a finding: a CAR or a response, our position, and its end (FND-006, FND-007, FND-011)."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Words
from auditdocs.records.audit.audit import is_inbound, where_we_are_audited
from auditdocs.records.audit.audit_grading import grade_in
from auditdocs.records.cars.car_findings import cars_of, departments_with_car
from auditdocs.records.on_site.confirmed_findings import confirmed
from auditdocs.records.on_site.finding import FINDING_TYPE, Finding, Findings
from auditdocs.room import rule

TO_BE_ANSWERED = ("nc", "observation", "improvement")  # all but praise (001i 6.3.4)
ANSWER_PARTS = {
    "cause": Words("原因", "cause"),
    "action": Words("措施", "action"),
    "owner": Words("责任人", "owner"),
    "due": Words("期限", "due date"),
}


def needs_car(records: Records, audit_id: str, finding: Finding) -> bool:
    """Whether a finding is answered by a CAR: as its grade says; where it says nothing, nonconformities are (001i 6.4.1)."""
    grade = grade_in(records, audit_id, finding.grade)
    return grade.requires_car if grade else finding.type == "nc"


@rule(
    "finding.without-car",
    "001i 6.4.1",
    catalogue="FND-006",
    zh="{type} {number} 没有 CAR",
    en="{type} {number} has no CAR",
    do_zh="运行 auditdocs new car {audit} --finding {number}",
    do_en="run `auditdocs new car {audit} --finding {number}`",
    at="follow_up",
    firm=True,
)
def without_car(entry: Entry[Findings], records: Records) -> Iterator[Violation]:
    for number, finding in confirmed(entry, records, *TO_BE_ANSWERED):
        if needs_car(records, entry.key, finding) and not cars_of(records, entry.key, number):
            yield entry.at_name("items", number, type=FINDING_TYPE.label(finding.type), number=number, audit=entry.key)


@rule(
    "finding.department-without-car",
    "001i 6.3.4",
    catalogue="FND-006",
    zh="{number} 的责任部门 {department} 没有自己的 CAR，也不是任何一张的配合部门",
    en="department {department}, responsible for {number}, has no CAR of its own and supports none",
    do_zh="为该部门另开 CAR，或在已有的 CAR 中写入 co_departments",
    do_en="issue a CAR for it, or name it in 'co_departments' of the existing one",
    at="follow_up",
    firm=True,
)
@where_we_are_audited
def department_without_car(entry: Entry[Findings], records: Records) -> Iterator[Violation]:
    for number, finding in confirmed(entry, records, "nc"):
        covered = departments_with_car(records, entry.key, number)
        for index, department in enumerate(finding.departments):
            if covered and department not in covered:
                yield entry.at("items", number, "departments", index, number=number, department=department)


@rule(
    "finding.without-answer",
    "001i 6.3.4",
    catalogue="FND-007",
    zh="{type} {number} 没有 CAR，答复也不完整：缺 {missing}",
    en="{type} {number} has no CAR and its response lacks: {missing}",
    do_zh="在 response 下填写缺少的内容，或开 CAR",
    do_en="complete 'response', or issue a CAR",
    at="follow_up",
)
def without_answer(entry: Entry[Findings], records: Records) -> Iterator[Violation]:
    """Whose measure it is at the customer's, where we audit, the customer says."""
    parts = ANSWER_PARTS if is_inbound(records, entry.key) else {name: words for name, words in ANSWER_PARTS.items() if name != "owner"}
    for number, finding in confirmed(entry, records, *TO_BE_ANSWERED):
        if needs_car(records, entry.key, finding):
            continue
        missing = tuple(words for name, words in parts.items() if not getattr(finding.response, name, None))
        if missing and not cars_of(records, entry.key, number):
            yield entry.at("items", number, "response", type=FINDING_TYPE.label(finding.type), number=number, missing=missing)


@rule(
    "finding.position-missing",
    "ISO 19011 6.4.10",
    catalogue="FND-011",
    zh="没有记录我方对 {number} 的意见",
    en="our position on {number} is not recorded",
    do_zh="填写 position: agreed、partly 或 disputed",
    do_en="write 'position: agreed', 'partly' or 'disputed'",
    at="closed",
)
@where_we_are_audited
def position_missing(entry: Entry[Findings], records: Records) -> Iterator[Violation]:
    for number, finding in confirmed(entry, records, *TO_BE_ANSWERED):
        if not finding.position:
            yield entry.at_name("items", number, number=number)


@rule(
    "finding.answer-not-verified",
    "ISO 19011 6.4.10",
    catalogue="FND-011",
    zh="{number} 的答复没有写明完成日期和验证人",
    en="the response to {number} does not say when it was done and who verified it",
    do_zh="填写 response 的 done_on 和 verified_by",
    do_en="write 'done_on' and 'verified_by' of the response",
    at="closed",
)
def answer_not_verified(entry: Entry[Findings], records: Records) -> Iterator[Violation]:
    for number, finding in confirmed(entry, records, *TO_BE_ANSWERED):
        response = finding.response
        if response and not cars_of(records, entry.key, number) and not (response.done_on and response.verified_by):
            yield entry.at("items", number, "response", number=number)


ANSWER_RULES = (without_car, department_without_car, without_answer, position_missing, answer_not_verified)
