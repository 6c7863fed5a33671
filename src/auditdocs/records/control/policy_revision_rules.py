"""How revisions of a policy follow each other: in order, one in force, each asked for, approved by those who may (DOC-001 to DOC-008)."""

from collections.abc import Iterator, Mapping

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Words
from auditdocs.records.base import ROLE, approval
from auditdocs.records.control.change_request import ChangeRequest
from auditdocs.records.control.policy import DRAFT, Policy, follows, in_force, mark_of, revision_before, revision_of
from auditdocs.records.house.person import POST_ROLE, Person, has_role_on, post_on
from auditdocs.records.lacking import lacking
from auditdocs.room import rule

# whoever approves a document by its level, where the document itself names nobody (B.5, B-44); heads approve what their department works by
APPROVERS: Mapping[int, tuple[str, ...]] = {1: ("gm",), 2: ("gm", "manager"), 3: ("gm", "manager"), 4: ("gm", "manager", "dcc")}
HEAD_LEVELS = (3, 4)


@rule(
    "policy.revision-skipped",
    "ISO 9001 7.5.3",
    catalogue="DOC-001",
    firm=True,
    zh="{revision} 版之前只有 {before} 版，版本不连续",
    en="revision {revision} comes after {before}: revisions were skipped",
    do_zh="{before} 之后是同字母的下一个数字，或下一个字母加 0；请改文件名，或从 Git 找回缺少的版本",
    do_en="after {before} comes its next digit, or the next letter with 0: rename the file, or restore the missing one from Git",
)
def revision_skipped(entry: Entry[Policy], records: Records) -> Iterator[Violation]:
    before, own = revision_before(records, entry), revision_of(entry.key)
    if before and not follows(revision_of(before.key), own):
        yield entry.at(revision=own, before=revision_of(before.key))


@rule(
    "policy.two-in-force",
    "ISO 9001 7.5.3",
    catalogue="DOC-002",
    firm=True,
    zh="{revision} 版 {day} 生效，不晚于 {before} 版的 {before_day}：两版会同时有效",
    en="revision {revision} takes effect on {day}, not after {before} on {before_day}: both would be in force",
    do_zh="新版生效日须晚于旧版，旧版在同一天作废；请更正 effective_on",
    do_en="the new one takes effect later and makes the old one obsolete that day: correct 'effective_on'",
)
def two_in_force(entry: Entry[Policy], records: Records) -> Iterator[Violation]:
    before, day = revision_before(records, entry), entry.record.effective_on
    earlier = before.record.effective_on if before else None
    if before and day and earlier and day <= earlier:
        facts = {"revision": revision_of(entry.key), "before": revision_of(before.key)}
        yield entry.at("effective_on", day=day, before_day=earlier, **facts)


@rule(
    "policy.revised-without-change-request",
    "ISO 9001 7.5.3",
    catalogue="DOC-001",
    severity="warning",
    zh="{revision} 版已批准，却没有批准过的更改申请",
    en="revision {revision} is approved, but no change request for it was",
    do_zh="请补更改申请：auditdocs new change_request {number}，to_revision 写 {revision}",
    do_en="record the request: auditdocs new change_request {number}, with to_revision {revision}",
)
def revised_without_change_request(entry: Entry[Policy], records: Records) -> Iterator[Violation]:
    approved, own = approval(entry.record, "approved"), revision_of(entry.key)
    if approved is None or revision_before(records, entry) is None or not in_force(records, entry):
        return
    asked = (one.record for one in records.where(ChangeRequest, "document", entry.scope) if one.record.to_revision == own)
    if not any(approval(one, "approved") for one in asked):
        yield entry.at(revision=own, number=entry.scope)


@rule(
    "policy.approver-without-authority",
    "001a 二",
    catalogue="DOC-004",
    firm=True,
    zh="{level} 级文件由{roles}批准，{person} 在 {day} 没有这样的角色",
    en="a document of level {level} is approved by: {roles}; {person} had no such role on {day}",
    do_zh="请由有权的人批准，或在 amendment_approver_role 写明本文件由谁批准",
    do_en="have it approved by somebody who may, or name the role in 'amendment_approver_role'",
)
def approver_without_authority(entry: Entry[Policy], records: Records) -> Iterator[Violation]:
    level, agreed = entry.record.level, approval(entry.record, "approved")
    if level is None or entry.record.amendment_approver_role or agreed is None or agreed.person is None:
        return
    person, day = records.get(Person, agreed.person), agreed.at.date()
    if person is None or any(has_role_on(person.record, role, day) for role in APPROVERS[level]):
        return
    if level in HEAD_LEVELS and any(post.head for post in post_on(person.record, day)):
        return
    index = entry.record.approvals.index(agreed)
    yield entry.at("approvals", index, "person", level=level, roles=_approvers(level), person=person.key, day=day)


def _approvers(level: int) -> tuple[Words, ...]:
    heads = (Words("部门负责人", "heads of departments"),) if level in HEAD_LEVELS else ()
    return (*(POST_ROLE.label(role) for role in APPROVERS[level]), *heads)


@rule(
    "policy.comment-without-disposition",
    "001a 二.3",
    catalogue="DOC-005",
    at="approved",
    zh="{day} 的意见没有写如何处理",
    en="what became of the comment of {day} is not recorded",
    do_zh="在 disposition 写明采纳、部分采纳或不采纳及理由",
    do_en="say in 'disposition' whether it was adopted, in part or not, and why",
)
def comment_without_disposition(entry: Entry[Policy], records: Records) -> Iterator[Violation]:
    for index, one in enumerate(entry.record.consultation):
        if one.comment and one.disposition is None:
            yield entry.at("consultation", index, day=one.date)


@rule(
    "policy.signature-not-bound",
    "ISO 9001 7.5.3",
    catalogue="DOC-008",
    todo_only=True,
    zh="签署（{role}）没有与内容绑定，以后改了内容不会发现",
    en="the signature ({role}) is not bound to the content, so a later change would not be noticed",
    do_zh="由签署人重新签署：auditdocs approve {file} --role {name}",
    do_en="let the signer sign it again: auditdocs approve {file} --role {name}",
)
def signature_not_bound(entry: Entry[Policy], records: Records) -> Iterator[Violation]:
    is_draft = mark_of(records, entry).words is DRAFT  # of what is in force the signers cannot sign an earlier day
    for role in ("prepared", "reviewed") if is_draft else ():
        signed = approval(entry.record, role)
        if signed and signed.content_sha256 is None:
            index = entry.record.approvals.index(signed)
            yield entry.at("approvals", index, role=ROLE.label(role), file=entry.path, name=role)


@rule(
    "policy.withdrawn-without-reason",
    "ISO 9001 7.5.3",
    catalogue="DOC-002",
    zh="废止没有写 {field}（{label}）",
    en="the document was withdrawn without {field} ({label})",
    do_zh="在 withdrawn 下填写 {field}",
    do_en="fill in {field} below withdrawn",
)
def withdrawn_without_reason(entry: Entry[Policy], records: Records) -> Iterator[Violation]:
    for name, words in lacking(entry.record.withdrawn, "by", "reason").items():
        yield entry.at_name("withdrawn", field=name, label=words)


REVISION_RULES = (
    revision_skipped,
    two_in_force,
    revised_without_change_request,
    approver_without_authority,
    comment_without_disposition,
    signature_not_bound,
    withdrawn_without_reason,
)
