"""Findings that were there before: the same clause in the same process or department, at any customer (FND-009, B-31)."""

from collections.abc import Iterator

from auditdocs.calendar import add_months
from auditdocs.entry import Entry, Records, Violation
from auditdocs.records.house.organization import parameters
from auditdocs.records.on_site.confirmed_findings import confirmed
from auditdocs.records.on_site.finding import Finding, Findings, finding_at
from auditdocs.room import rule


def nonconformities(entry: Entry[Findings]) -> Iterator[str]:
    """The nonconformities of an audit by clause, year and place: the index of repeat findings."""
    for finding in entry.record.items.values():
        if finding.type == "nc" and finding.raised_at:
            yield from _alike_in(finding, finding.raised_at.year)


def _alike_in(finding: Finding, year: int) -> Iterator[str]:
    """Where findings like this one stand in the index: the same clause in a year, in its process or one of its departments."""
    against = finding.criterion
    if against and against.criterion and against.clause:
        for place in (*filter(None, (finding.process,)), *finding.departments):
            yield f"{against.criterion} {against.clause} {year} {place}"


@rule(
    "finding.repeat-not-marked",
    "ISO 9001 10.2.1 b",
    catalogue="FND-009",
    zh="{number} 与 {earlier}（{day}）同条款且同过程或同部门，却没有标为重复发现",
    en="{number} has the clause and the process or department of {earlier} ({day}), but is not marked as a repeat finding",
    do_zh="填写 repeat: true 和 similar_to: [{earlier}]；确非重复时填 repeat: false",
    do_en="write 'repeat: true' and 'similar_to: [{earlier}]', or 'repeat: false' where it is none",
    severity="warning",
)
def repeat_not_marked(entry: Entry[Findings], records: Records) -> Iterator[Violation]:
    for number, finding in confirmed(entry, records, "nc"):
        if finding.repeat is None and (earlier := _earlier(entry, number, finding, records)):
            audit, before, same = earlier
            raised = same.raised_at.date() if same.raised_at else ""
            yield entry.at_name("items", number, number=number, earlier=f"{audit}/{before}", day=raised)


def _earlier(entry: Entry[Findings], number: str, finding: Finding, records: Records) -> tuple[str, str, Finding] | None:
    """The newest earlier nonconformity like this one within the period, at any customer."""
    if not finding.raised_at or not finding.criterion:
        return None
    since = add_months(finding.raised_at.date(), -parameters(records).repeat_months)
    named = (name for year in range(since.year, finding.raised_at.year + 1) for name in _alike_in(finding, year))
    others = {other.key: other for name in named for other in records.where(Findings, "nonconformities", name)}
    found = [
        (other.key, before, one)
        for other in others.values()
        for before, one in other.record.items.items()
        if other.key != entry.key and _is_alike(one, finding)
        if one.raised_at and one.raised_at < finding.raised_at and one.raised_at.date() >= since
    ]
    return max(found, key=lambda three: (str(three[2].raised_at), three[0], three[1]), default=None)


def _is_alike(one: Finding, other: Finding) -> bool:
    same_clause = one.type == "nc" and one.criterion == other.criterion
    return same_clause and ((one.process is not None and one.process == other.process) or bool({*one.departments} & {*other.departments}))


@rule(
    "finding.repeat-of-nothing",
    "ISO 9001 10.2.1 b",
    catalogue="FND-009",
    zh="{number} 标为重复发现，却没有写重复哪一项",
    en="{number} is marked as a repeat finding, but not of which",
    do_zh="在 similar_to 写以前的发现项，如 {example}；不在系统里的写在 statement",
    do_en="name the earlier finding in 'similar_to', like {example}; one from before these records goes into the statement",
    severity="warning",
)
def repeat_of_nothing(entry: Entry[Findings], records: Records) -> Iterator[Violation]:
    for number, finding in entry.record.items.items():
        if finding.repeat and not finding.similar_to:
            yield entry.at("items", number, "repeat", number=number, example="AUD-2025-003/F02")


@rule(
    "finding.similar-not-earlier",
    "ISO 9001 10.2.1 b",
    catalogue="FND-009",
    zh="{number} 的 similar_to 写了 {other}，那一项不比它早",
    en="'similar_to' of {number} names {other}, which is not earlier",
    do_zh="similar_to 只写以前审核的发现项",
    do_en="name findings of earlier audits only",
)
def similar_not_earlier(entry: Entry[Findings], records: Records) -> Iterator[Violation]:
    for number, finding in entry.record.items.items():
        for index, other in enumerate(finding.similar_to):
            before = finding_at(records, entry.key, other)
            raised, earlier = finding.raised_at, before.raised_at if before else None
            if before is finding or (raised and earlier and earlier > raised):
                yield entry.at("items", number, "similar_to", index, number=number, other=other)


REPEAT_RULES = (repeat_not_marked, repeat_of_nothing, similar_not_earlier)
