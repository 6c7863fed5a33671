"""Approvals of any record: each names one who signed, ours or somebody else's (`records.md` D.1)."""

from collections.abc import Iterator

from auditdocs.entry import AnyEntry, Records, Violation
from auditdocs.records.base import ROLE, Approval, Record
from auditdocs.room import rule


@rule(
    "approval.nobody",
    "ISO 9001 7.5.2",
    catalogue="DOC-004",
    zh="这条签署（{role}）没有写明是谁",
    en="this approval ({role}) does not say who gave it",
    do_zh="本公司人员填写 person（人员编号），外部人员填写 external: {example}",
    do_en="write 'person' (an id) for one of ours, 'external: {example}' for somebody else",
)
def nobody(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    for index, one in enumerate(_approvals(entry)):
        if one.person is None and one.external is None:
            yield entry.at("approvals", index, role=ROLE.label(one.role), example="{name: …}")


@rule(
    "approval.two-people",
    "ISO 9001 7.5.2",
    catalogue="DOC-004",
    zh="这条签署（{role}）同时写了 person 和 external",
    en="this approval ({role}) has both 'person' and 'external'",
    do_zh="一条签署只写一个人：删除其中一个，或分成两条",
    do_en="one approval is one person's: delete one of them, or make it two",
)
def two_people(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    for index, one in enumerate(_approvals(entry)):
        if one.person and one.external:
            yield entry.at("approvals", index, "external", role=ROLE.label(one.role))


def _approvals(entry: AnyEntry) -> tuple[Approval, ...]:
    return entry.record.approvals if isinstance(entry.record, Record) else ()


APPROVAL_RULES = (nobody, two_people)
