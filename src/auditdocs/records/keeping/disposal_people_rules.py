"""Who judges, approves and witnesses a destruction: enough people, and different ones (DSP-002; B-69)."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Words
from auditdocs.records.base import approval
from auditdocs.records.keeping.disposal import OPINION, Disposal
from auditdocs.room import rule

DisposalEntry = Entry[Disposal]


@rule(
    "disposal.too-few-appraisers",
    "B-69",
    catalogue="DSP-002",
    firm=True,
    at="appraised",
    zh="鉴定人有 {count} 名，至少要两名",
    en="{count} appraised it; two or more must",
    do_zh="在 appraisal 的 by 下写两名以上人员编号",
    do_en="write two or more ids below 'by' of 'appraisal'",
)
def too_few_appraisers(entry: DisposalEntry, records: Records) -> Iterator[Violation]:
    people = set(entry.record.appraisal.by if entry.record.appraisal else ())
    if len(people) < 2:
        yield entry.at("appraisal", "by", count=len(people))


@rule(
    "disposal.no-opinion",
    "B-69",
    catalogue="DSP-002",
    at="appraised",
    zh="鉴定没有写意见",
    en="the appraisal has no opinion",
    do_zh="写明为何可以销毁或应继续保存",
    do_en="say why the things may go, or must stay",
)
def no_opinion(entry: DisposalEntry, records: Records) -> Iterator[Violation]:
    if entry.record.appraisal is None or entry.record.appraisal.opinion is None:
        yield entry.at("appraisal", "opinion")


@rule(
    "disposal.decided-otherwise",
    "B-69",
    catalogue="DSP-002",
    firm=True,
    zh="鉴定结论是“{decision}”，却记录了销毁",
    en="the appraisal says '{decision}', and yet the destruction is recorded",
    do_zh="请更正：不销毁的写 extended 或 refused",
    do_en="correct it: what is not destroyed has 'extended' or 'refused'",
)
def decided_otherwise(entry: DisposalEntry, records: Records) -> Iterator[Violation]:
    appraisal = entry.record.appraisal
    if appraisal and appraisal.decision != "destroy" and entry.record.executed_on:
        yield entry.at("executed_on", decision=OPINION.label(appraisal.decision))


@rule(
    "disposal.approver-took-part",
    "B-69",
    catalogue="DSP-002",
    firm=True,
    zh="批准人 {person} 也是{part}",
    en="{person} approved it and is also {part}",
    do_zh="批准人不提出、不鉴定、不执行、不监销：由另一人担任",
    do_en="whoever approves neither proposes, appraises, executes nor witnesses: let somebody else do it",
)
def approver_took_part(entry: DisposalEntry, records: Records) -> Iterator[Violation]:
    agreed = approval(entry.record, "approved")
    person, appraisal = agreed.person if agreed else None, entry.record.appraisal
    if person and appraisal and person in appraisal.by:
        yield entry.at("appraisal", "by", appraisal.by.index(person), person=person, part=Words("鉴定人", "an appraiser"))
    if person and person in entry.record.witnesses:
        place = entry.record.witnesses.index(person)
        yield entry.at("witnesses", place, person=person, part=Words("监销人", "a witness"))
    if person and person == entry.record.executed_by:
        yield entry.at("executed_by", person=person, part=Words("执行人", "the one who destroyed it"))
    for index, one in enumerate(entry.record.approvals):
        if person and one.role == "prepared" and one.person == person:
            yield entry.at("approvals", index, "person", person=person, part=Words("提出人", "the one who proposed it"))


@rule(
    "disposal.too-few-witnesses",
    "B-69",
    catalogue="DSP-002",
    firm=True,
    at="executed",
    zh="监销人有 {count} 名，至少要两名",
    en="{count} witnessed it; two or more must",
    do_zh="在 witnesses 下写两名以上人员编号",
    do_en="write two or more ids below 'witnesses'",
)
def too_few_witnesses(entry: DisposalEntry, records: Records) -> Iterator[Violation]:
    people = set(entry.record.witnesses)
    if len(people) < 2:
        yield entry.at("witnesses", count=len(people))


@rule(
    "disposal.executor-missing",
    "003 五(四)2",
    catalogue="DSP-002",
    at="executed",
    zh="记录了销毁，没有写执行人",
    en="the destruction is recorded, but not who carried it out",
    do_zh="写 executed_by: 人员编号",
    do_en="write executed_by: id",
)
def executor_missing(entry: DisposalEntry, records: Records) -> Iterator[Violation]:
    if entry.record.executed_by is None:
        yield entry.at("executed_on")


@rule(
    "disposal.executor-is-witness",
    "B-69",
    catalogue="DSP-002",
    firm=True,
    zh="{person} 自己销毁，又自己监销",
    en="{person} both carried it out and witnessed it",
    do_zh="监销人由执行人以外的人担任",
    do_en="let others than the one who carries it out witness it",
)
def executor_is_witness(entry: DisposalEntry, records: Records) -> Iterator[Violation]:
    person, witnesses = entry.record.executed_by, entry.record.witnesses
    if person and person in witnesses:
        yield entry.at("witnesses", witnesses.index(person), person=person)


PEOPLE_RULES = (
    too_few_appraisers,
    no_opinion,
    decided_otherwise,
    approver_took_part,
    too_few_witnesses,
    executor_missing,
    executor_is_witness,
)
