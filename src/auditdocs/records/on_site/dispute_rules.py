"""Disputes in time and with grounds, decided, and what a withdrawn finding takes with it (FND-008, FND-010, AUD-010)."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Words
from auditdocs.records.audit.audit_folder import FOLDER_RULES
from auditdocs.records.cars.car_findings import cars_of
from auditdocs.records.lacking import first_lacking
from auditdocs.records.on_site.confirmed_findings import is_confirmed
from auditdocs.records.on_site.dispute import Disputes, disputes_of, is_open, is_withdrawn, was_open_at
from auditdocs.records.on_site.finding import Findings, finding_at
from auditdocs.records.on_site.meetings import Meetings
from auditdocs.room import RecordType, rule

DisputesEntry = Entry[Disputes]


@rule(
    "dispute.raised-late",
    "001i 6.3.4",
    catalogue="FND-010",
    zh="异议 {number} 于 {raised_at} 提出，末次会议 {closing} 已结束",
    en="the dispute {number} was raised at {raised_at}; the closing meeting had ended at {closing}",
    do_zh="异议须在末次会议结束前提出；审核员同意会后受理的写 late: true 和 late_accepted_by: 审核员姓名",
    do_en="disputes are raised before the closing meeting ends; where the auditor took it all the same write 'late: true' and "
    "'late_accepted_by: name of the auditor'",
    firm=True,
)
def raised_late(entry: DisputesEntry, records: Records) -> Iterator[Violation]:
    meetings = records.get(Meetings, entry.key)
    closing = meetings.record.closing.end if meetings and meetings.record.closing else None
    for number, one in entry.record.items.items():
        is_taken = one.late and one.late_accepted_by
        if closing and one.raised_at and one.raised_at > closing and not is_taken:
            yield entry.at("items", number, "raised_at", number=number, raised_at=one.raised_at, closing=closing)


@rule(
    "dispute.without-grounds",
    "001i 6.3.4",
    catalogue="FND-010",
    zh="异议 {number} 没有解释，也没有证据",
    en="the dispute {number} has neither an explanation nor evidence",
    do_zh="填写 explanation 或 evidence",
    do_en="write 'explanation' or 'evidence'",
    firm=True,
)
def without_grounds(entry: DisputesEntry, records: Records) -> Iterator[Violation]:
    for number, one in entry.record.items.items():
        if not one.explanation and not one.evidence:
            yield entry.at_name("items", number, number=number)


@rule(
    "dispute.incomplete",
    "001i 6.3.4",
    catalogue="FND-010",
    zh="异议 {number} 缺少 {field}（{label}）",
    en="the dispute {number} lacks {field} ({label})",
    do_zh="请填写 {field}",
    do_en="fill in {field}",
    at="onsite_done",
)
def incomplete(entry: DisputesEntry, records: Records) -> Iterator[Violation]:
    for number, one in entry.record.items.items():
        subject = () if one.item else ("finding",)
        for name, words in first_lacking(one, *subject, "raised_by", "raised_at").items():
            yield entry.at_name("items", number, number=number, field=name, label=words)


@rule(
    "dispute.decision-incomplete",
    "001i 6.3.4",
    catalogue="FND-010",
    zh="异议 {number} 已有结果，但缺少 {field}（{label}）",
    en="the dispute {number} has an outcome, but lacks {field} ({label})",
    do_zh="请填写 {field}",
    do_en="fill in {field}",
    at="concluded",
)
def decision_incomplete(entry: DisputesEntry, records: Records) -> Iterator[Violation]:
    for number, one in entry.record.items.items():
        for name, words in first_lacking(None if is_open(one) else one, "decided_at", "auditor").items():
            yield entry.at("items", number, "outcome", number=number, field=name, label=words)


@rule(
    "dispute.decided-before-it-was-raised",
    "001i 6.3.4",
    catalogue="HYG-003",
    zh="异议 {number} 于 {decided_at} 裁定，早于提出时间 {raised_at}",
    en="the dispute {number} was decided at {decided_at}, before it was raised at {raised_at}",
    do_zh="请更正其中一个时间",
    do_en="correct one of the times",
)
def decided_before_it_was_raised(entry: DisputesEntry, records: Records) -> Iterator[Violation]:
    for number, one in entry.record.items.items():
        if one.decided_at and one.raised_at and one.decided_at < one.raised_at:
            yield entry.at("items", number, "decided_at", number=number, decided_at=one.decided_at, raised_at=one.raised_at)


@rule(
    "dispute.regraded-to-the-same-grade",
    "ISO 19011 6.4.10",
    catalogue="FND-002",
    zh="异议 {number} 改变了等级，但 {finding} 现在的等级仍是原来的 {grade}",
    en="the dispute {number} changed the grade, but {finding} still has the grade it had: {grade}",
    do_zh="在 findings.yaml 写新等级，或更正 grade_before",
    do_en="write the new grade in findings.yaml, or correct 'grade_before'",
)
def regraded_to_the_same_grade(entry: DisputesEntry, records: Records) -> Iterator[Violation]:
    for number, one in entry.record.items.items():
        finding = finding_at(records, entry.key, one.finding) if one.finding else None
        if finding and one.outcome == "regraded" and one.grade_before and finding.grade == one.grade_before:
            facts = {"number": number, "finding": str(one.finding), "grade": one.grade_before}
            yield entry.at("items", number, "grade_before", **facts)


@rule(
    "dispute.undecided",
    "001i 6.4.2",
    catalogue="AUD-010",
    zh="异议 {number} 还没有结果",
    en="the dispute {number} is not decided",
    do_zh="请审核员裁定，写 outcome、decided_at 和 auditor",
    do_en="let the auditor decide; write 'outcome', 'decided_at' and 'auditor'",
    at="closed",
)
def undecided(entry: DisputesEntry, records: Records) -> Iterator[Violation]:
    for number, one in entry.record.items.items():
        if is_open(one):
            yield entry.at_name("items", number, number=number)


@rule(
    "dispute.not-noted-at-the-closing-meeting",
    "ISO 19011 6.4.10",
    catalogue="MTG-002",
    zh="末次会议结束时异议 {number} 还没有结果，会议记录却没有写遗留异议",
    en="the dispute {number} was open when the closing meeting ended, and the meeting's record does not note it",
    do_zh="在 closing 下写 disputes_left",
    do_en="write 'disputes_left' below 'closing'",
    at="onsite_done",
    on="meetings",
)
def not_noted_at_the_closing_meeting(entry: Entry[Meetings], records: Records) -> Iterator[Violation]:
    closing = entry.record.closing
    if closing is None or closing.end is None or closing.disputes_left:
        return
    left = [number for number, one in disputes_of(records, entry.key).items() if was_open_at(one, closing.end)]
    if left:
        yield entry.at_name("closing", number=tuple(left))


@rule(
    "finding.withdrawn-without-dispute",
    "001i 6.3.4",
    catalogue="FND-008",
    zh="{number} 在末次会议没有确认，但没有异议说明它被撤销",
    en="{number} was not confirmed at the closing meeting, but no dispute says that it was withdrawn",
    do_zh="在 disputes.yaml 登记异议，写 outcome: withdrawn；已确认的写 confirmed_at_closing: true",
    do_en="record the dispute in disputes.yaml with 'outcome: withdrawn'; where it was confirmed write 'confirmed_at_closing: true'",
    at="onsite_done",
    on="findings",
)
def withdrawn_without_dispute(entry: Entry[Findings], records: Records) -> Iterator[Violation]:
    for number, finding in entry.record.items.items():
        if finding.confirmed_at_closing is False and not is_withdrawn(records, entry.key, number):
            yield entry.at("items", number, "confirmed_at_closing", number=number)


@rule(
    "dispute.car-of-withdrawn-finding",
    "001i 6.3.4",
    catalogue="FND-008",
    zh="{finding} 已因异议 {number} 撤销，它的 {car} 却没有作废",
    en="{finding} was withdrawn in the dispute {number}, but its {car} is not void",
    do_zh="在 {car} 写 void: {example}，由管理层批准",
    do_en="write void: {example} in {car}, approved by the management",
)
def car_of_withdrawn_finding(entry: DisputesEntry, records: Records) -> Iterator[Violation]:
    for number, one in entry.record.items.items():
        finding = (one.finding or "").rpartition("/")[2]
        for car in cars_of(records, entry.key, finding) if finding and one.outcome == "withdrawn" else ():
            others = [other.rpartition("/")[2] for other in car.record.findings]
            if car.record.void is None and not any(is_confirmed(records, entry.key, other) for other in others):
                example = f"{{dispute: {number}, date: …, by: …, approved_by: …, reason: …}}"
                yield entry.at("items", number, "outcome", finding=finding, number=number, car=car.key, example=example)


DISPUTES = RecordType(
    name="disputes",
    title=Words("异议", "Disputes"),
    model=Disputes,
    path="audits/{year}/{audit}/disputes.yaml",
    key="{audit}",
    scope="{audit}",
    owner="QA",
    confidentiality="confidential",
    retention="CA-3Y",
    lives=("audit",),
    rules=(
        *FOLDER_RULES,
        raised_late,
        without_grounds,
        incomplete,
        decision_incomplete,
        decided_before_it_was_raised,
        regraded_to_the_same_grade,
        undecided,
        not_noted_at_the_closing_meeting,
        withdrawn_without_dispute,
        car_of_withdrawn_finding,
    ),
    starts_with=(
        "items.finding",
        "items.raised_by",
        "items.raised_at",
        "items.explanation",
        "items.evidence",
        "items.outcome",
        "items.reason",
        "items.decided_at",
        "items.auditor",
    ),
    shown_to_customers=True,
)
