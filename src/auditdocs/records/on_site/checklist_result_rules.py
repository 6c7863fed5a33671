"""What the auditor decided on each question: with its reason, its finding, and no question left out (CHK-004 to CHK-006)."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.records.on_site.checklist import NONCONFORMING, RESULT, UNANSWERED, Checklist, Item, ItemResult
from auditdocs.records.on_site.finding import Finding, finding_at, findings_of
from auditdocs.room import rule


def _results(entry: Entry[Checklist]) -> Iterator[tuple[str, Item, ItemResult, str]]:
    for number, item in entry.record.items.items():
        if item.audit and item.audit.result:
            yield number, item, item.audit, item.audit.result


@rule(
    "checklist.reason-missing",
    "VDA 6.3",
    catalogue="CHK-004",
    zh="{item} 的结果是{result}，但没有写原因",
    en="the result of {item} is '{result}', but no reason is given",
    do_zh="填写 reason",
    do_en="write the reason",
)
def reason_missing(entry: Entry[Checklist], records: Records) -> Iterator[Violation]:
    for number, _, decided, result in _results(entry):
        if result in UNANSWERED and not decided.reason:
            yield entry.at("items", number, "audit", "result", item=number, result=RESULT.label(result))


@rule(
    "checklist.nonconforming-without-finding",
    "ISO 19011 6.4.7",
    catalogue="CHK-005",
    zh="{item} 的结果是{result}，但没有对应的发现项",
    en="the result of {item} is '{result}', but no finding belongs to it",
    do_zh="在 findings.yaml 登记发现项，并写 item_refs: [{item}]",
    do_en="record the finding in findings.yaml with 'item_refs: [{item}]'",
    at="onsite_done",
)
def nonconforming_without_finding(entry: Entry[Checklist], records: Records) -> Iterator[Violation]:
    for number, item, _, result in _results(entry):
        if result in NONCONFORMING and not _linked(entry.key, number, item, records):
            yield entry.at("items", number, "audit", "result", item=number, result=RESULT.label(result))


@rule(
    "checklist.result-differs-from-finding",
    "ISO 19011 6.4.7",
    catalogue="CHK-005",
    zh="{item} 的结果是{result}，与发现项 {findings} 的类别或等级不符",
    en="the result of {item} is '{result}', which neither type nor grade of {findings} agrees with",
    do_zh="请更正检查结果，或更正发现项的 type 和 grade",
    do_en="correct the result, or type and grade of the finding",
)
def result_differs_from_finding(entry: Entry[Checklist], records: Records) -> Iterator[Violation]:
    for number, item, _, result in _results(entry):
        linked = _linked(entry.key, number, item, records)
        graver = any(one.type == "nc" for one in linked.values()) and result not in NONCONFORMING
        unlike = not any(_agrees(result, one) for one in linked.values()) and result not in UNANSWERED and result != "conform"
        if linked and (graver or unlike):
            label = RESULT.label(result)
            yield entry.at("items", number, "audit", "result", item=number, result=label, findings=tuple(linked))


def _agrees(result: str, finding: Finding) -> bool:
    """Whether a finding is what a result says; grades of a scheme with words of its own agree with any nonconformity."""
    if result in NONCONFORMING:
        return finding.type == "nc" and (finding.grade == result or finding.grade not in NONCONFORMING)
    return finding.type == result


def _linked(audit_id: str, number: str, item: Item, records: Records) -> dict[str, Finding]:
    """The findings of a question, whichever side names the other."""
    named = item.audit.findings if item.audit else ()
    linked = {reference: finding for reference in named if (finding := finding_at(records, audit_id, reference))}
    for reference, finding in findings_of(records, audit_id).items():
        if number in finding.item_refs:
            linked[reference] = finding
    return linked


@rule(
    "checklist.result-missing",
    "000 四",
    catalogue="CHK-006",
    zh="{item} 没有现场结果",
    en="{item} has no result of the audit on site",
    do_zh="写 audit: {example}；没有审到的写 not_evaluated 和 reason",
    do_en="write audit: {example}; for what was not looked at write not_evaluated and a 'reason'",
    at="onsite_done",
)
def result_missing(entry: Entry[Checklist], records: Records) -> Iterator[Violation]:
    for number, item in entry.record.items.items():
        if item.audit is None or not item.audit.result:
            yield entry.at_name("items", number, item=number, example="{result: conform}")


RESULT_RULES = (reason_missing, nonconforming_without_finding, result_differs_from_finding, result_missing)
