"""Approvals of any record: each names one who signed, ours or somebody else's (`records.md` D.1)."""

from collections.abc import Iterator

from auditdocs.content_digest import content_digest
from auditdocs.entry import AnyEntry, Records, Violation
from auditdocs.problem import Words
from auditdocs.records.base import ROLE, Approval, Record
from auditdocs.room import Rooms, rule


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


@rule(
    "approval.content-changed",
    "ISO 9001 7.5.3",
    catalogue="DOC-008",
    firm=True,
    zh="签署（{role}）之后内容改过，签署已失效",
    en="the content was changed after it was signed ({role}): that signature is void",
    do_zh="请恢复签署时的内容，或重新签署：auditdocs approve {file} --role {name}{openly}",
    do_en="restore what was signed, or have it signed again: auditdocs approve {file} --role {name}{openly}",
)
def content_changed(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    for role in dict.fromkeys(one.role for one in _approvals(entry)):
        given = [(one.at, at) for at, one in enumerate(entry.record.approvals) if one.role == role]
        index = max(given)[1]
        newest: Approval = entry.record.approvals[index]
        bound = newest.content_sha256 if newest.decision == "agree" else None
        if bound and bound != (now := digest_of(entry, records)) and not _changed_openly(entry, newest, now):
            said = _openly(entry, now)
            yield entry.at("approvals", index, "content_sha256", role=ROLE.label(role), file=entry.path, name=role, openly=said)


def digest_of(entry: AnyEntry, records: Records) -> str:
    """The digest that a signature given now would bind."""
    assert isinstance(records.rooms, Rooms)
    return content_digest(entry.source.root, records.rooms.types[entry.type].goes_on)


def _openly(entry: AnyEntry, digest: str) -> Words:
    """Where a record has a list of changes of its own: how one is told there, bound to what the record says since."""
    if not hasattr(entry.record, "revisions"):
        return Words("", "")
    who, rest = Words("人员编号", "PERSON"), f"changed: …, reason: …, content_sha256: {digest}"
    row = tuple(f"{{date: 2026-09-08, by: {name}, {rest}}}" for name in (who.zh, who.en))
    return Words(f"；签收后确需更改的，在 revisions 下加 - {row[0]}", f"; a change after the receipt: below 'revisions' add - {row[1]}")


def _changed_openly(entry: AnyEntry, signed: Approval, digest: str) -> bool:
    """Whether the record tells of the last change since then in its own list of changes (a contact sheet after its receipt)."""
    since = [one for one in getattr(entry.record, "revisions", ()) if (day := getattr(one, "date", None)) and day >= signed.at.date()]
    return bool(since) and getattr(since[-1], "content_sha256", digest) == digest


def _approvals(entry: AnyEntry) -> tuple[Approval, ...]:
    return entry.record.approvals if isinstance(entry.record, Record) else ()


APPROVAL_RULES = (nobody, two_people, content_changed)
