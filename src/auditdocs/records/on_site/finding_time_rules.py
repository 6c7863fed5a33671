"""Findings and time: raised during the audit, answered after that, against a criterion of the audit (FND-003, FND-004)."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.field import label
from auditdocs.records.on_site.finding import FindingResponse, Findings
from auditdocs.records.on_site.meetings import Meetings
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.room import rule


@rule(
    "finding.raised-before-the-audit",
    "ISO 19011 6.4.8",
    catalogue="HYG-003",
    zh="{number} 的提出时间 {raised} 早于首次会议 {opening}",
    en="{number} was raised at {raised}, before the opening meeting at {opening}",
    do_zh="请更正 raised_at",
    do_en="correct 'raised_at'",
)
def raised_before_the_audit(entry: Entry[Findings], records: Records) -> Iterator[Violation]:
    meetings = records.get(Meetings, entry.key)
    opening = meetings.record.opening.start if meetings and meetings.record.opening else None
    for number, finding in entry.record.items.items():
        if opening and finding.raised_at and finding.raised_at < opening:
            yield entry.at("items", number, "raised_at", number=number, raised=finding.raised_at, opening=opening)


@rule(
    "finding.confirmed-before-it-was-raised",
    "ISO 19011 6.4.10",
    catalogue="HYG-003",
    zh="{number} 已在末次会议确认，提出时间 {raised} 却晚于末次会议 {closing}",
    en="{number} was confirmed at the closing meeting, but raised at {raised}, after that meeting ended at {closing}",
    do_zh="请更正 raised_at，或删除 confirmed_at_closing",
    do_en="correct 'raised_at', or delete 'confirmed_at_closing'",
)
def confirmed_before_it_was_raised(entry: Entry[Findings], records: Records) -> Iterator[Violation]:
    meetings = records.get(Meetings, entry.key)
    closing = meetings.record.closing.end if meetings and meetings.record.closing else None
    for number, finding in entry.record.items.items():
        if closing and finding.confirmed_at_closing and finding.raised_at and finding.raised_at > closing:
            yield entry.at("items", number, "raised_at", number=number, raised=finding.raised_at, closing=closing)


@rule(
    "finding.answered-before-it-was-raised",
    "001i 6.3.4",
    catalogue="FND-007",
    zh="{number} 的答复{what} {day} 早于提出日期 {raised}",
    en="the response to {number} has {what} {day}, before the finding was raised on {raised}",
    do_zh="请更正日期",
    do_en="correct the date",
)
def answered_before_it_was_raised(entry: Entry[Findings], records: Records) -> Iterator[Violation]:
    for number, finding in entry.record.items.items():
        raised = finding.raised_at.date() if finding.raised_at else None
        for name in ("due", "done_on"):
            day = getattr(finding.response, name, None)
            if raised and day and day < raised:
                yield entry.at("items", number, "response", name, number=number, what=label(FindingResponse, name), day=day, raised=raised)


@rule(
    "finding.criterion-not-of-the-audit",
    "001i 6.1.2",
    catalogue="FND-004",
    severity="warning",
    zh="准则 {criterion} 不在联络单的审核准则中（{criteria}）",
    en="the criterion {criterion} is none of the contact sheet's ({criteria})",
    do_zh="请核对准则，或在联络单的 criteria 中补上",
    do_en="check the criterion, or add it to 'criteria' of the contact sheet",
)
def criterion_not_of_the_audit(entry: Entry[Findings], records: Records) -> Iterator[Violation]:
    sheet = records.get(ContactSheet, entry.key)
    criteria = sheet.record.criteria if sheet else ()
    for number, finding in entry.record.items.items():
        criterion = finding.criterion.criterion if finding.criterion else None
        if criteria and criterion and criterion not in criteria:
            yield entry.at("items", number, "criterion", "criterion", criterion=criterion, criteria=criteria)


TIME_RULES = (raised_before_the_audit, confirmed_before_it_was_raised, answered_before_it_was_raised, criterion_not_of_the_audit)
