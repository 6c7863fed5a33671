"""What holds of a policy: who agreed to it, in which order its revisions follow, that its text is finished."""

import re
from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Free, Words
from auditdocs.records.base import approval
from auditdocs.records.control.policy import Policy, PolicyTranslation, revision_of, successor
from auditdocs.records.control.policy_copy_rules import COPY_RULES
from auditdocs.records.control.policy_revision_rules import REVISION_RULES
from auditdocs.records.control.policy_text_rules import TEXT_OF_POLICY_RULES
from auditdocs.records.house.person import POST_ROLE, Person, has_role_on
from auditdocs.records.life_rules import LIFE_RULES
from auditdocs.room import RecordType, rule

_PLACEHOLDER = re.compile(r"\[X+\]|\[具体[^\]]*\]|\bTBD\b|\bTODO\b|待定|X{3,}", re.IGNORECASE)
_ROLES = ("prepared", "reviewed", "approved")


@rule(
    "policy.no-effective-date",
    "001a 五",
    catalogue="DOC-007",
    at="approved",
    zh="已批准的文件没有生效日期",
    en="the document is approved but has no effective date",
    do_zh="请填写 effective_on",
    do_en="fill in 'effective_on'",
)
def no_effective_date(entry: Entry[Policy], records: Records) -> Iterator[Violation]:
    if entry.record.effective_on is None:
        yield entry.at()


@rule(
    "policy.effective-before-approval",
    "001a 五",
    catalogue="DOC-007",
    zh="生效日期 {effective_on} 早于批准日期 {approved}",
    en="it takes effect on {effective_on}, before it was approved on {approved}",
    do_zh="生效不能早于批准，请更正",
    do_en="it cannot take effect earlier; correct one of them",
)
def effective_before_approval(entry: Entry[Policy], records: Records) -> Iterator[Violation]:
    agreed, effective_on = approval(entry.record, "approved"), entry.record.effective_on
    if agreed and effective_on and effective_on < agreed.at.date():
        yield entry.at("effective_on", effective_on=effective_on, approved=agreed.at.date())


@rule(
    "policy.signed-twice",
    "001a 二",
    catalogue="DOC-004",
    firm=True,
    zh="{person} 既是{role}人，又是{other}人",
    en="{person} signs both as {role} and as {other}",
    do_zh="编制、审核、批准须由三个人签署",
    do_en="preparing, reviewing and approving take three persons",
)
def signed_twice(entry: Entry[Policy], records: Records) -> Iterator[Violation]:
    seen: dict[str, Words] = {}
    for role in _ROLES:
        signed = approval(entry.record, role)
        if signed is None or signed.person is None:
            continue
        words = _role_words(role)
        if signed.person in seen:
            index = entry.record.approvals.index(signed)
            yield entry.at("approvals", index, "person", person=signed.person, role=seen[signed.person], other=words)
        seen.setdefault(signed.person, words)


def _role_words(role: str) -> Words:
    return {"prepared": Words("编制", "preparer"), "reviewed": Words("审核", "reviewer"), "approved": Words("批准", "approver")}[role]


@rule(
    "policy.not-prepared",
    "001a 二",
    catalogue="DOC-004",
    at="approved",
    zh="没有编制人的签署",
    en="nobody signed as the one who prepared it",
    do_zh="在 approvals 中补上 role: prepared",
    do_en="add an approval with 'role: prepared'",
)
def not_prepared(entry: Entry[Policy], records: Records) -> Iterator[Violation]:
    if approval(entry.record, "prepared") is None:
        yield entry.at("approvals")


@rule(
    "policy.approved-without-the-role",
    "001e 九",
    catalogue="DOC-006",
    zh="本文件规定由{role}批准修订，{person} 在 {day} 没有这个角色",
    en="amendments of this document are approved by: {role}; {person} did not have that role on {day}",
    do_zh="请由有此角色的人批准，或更正其任职记录",
    do_en="have it approved by somebody with that role, or correct the person's posts",
)
def approved_without_the_role(entry: Entry[Policy], records: Records) -> Iterator[Violation]:
    role, agreed = entry.record.amendment_approver_role, approval(entry.record, "approved")
    others = {one.person for one in entry.record.approvals if one.role in ("prepared", "reviewed")}
    person = records.get(Person, agreed.person) if agreed and agreed.person and agreed.person not in others else None
    if role and agreed and person and not has_role_on(person.record, role, agreed.at.date()):
        index = entry.record.approvals.index(agreed)
        yield entry.at("approvals", index, "person", role=POST_ROLE.label(role), person=person.key, day=agreed.at.date())


@rule(
    "policy.placeholder",
    "003",
    catalogue="DOC-009",
    at="approved",
    zh="正文还有占位文字 {text}",
    en="the text still holds a placeholder: {text}",
    do_zh="请写成确定的内容",
    do_en="say what is meant",
)
def placeholder(entry: Entry[Policy], records: Records) -> Iterator[Violation]:
    found = _PLACEHOLDER.search(str(entry.record.body or ""))
    if found:
        yield entry.at_words(found.group(), "body", text=Free(found.group()))


@rule(
    "policy.no-text",
    "ISO 9001 7.5.2",
    catalogue="DOC-003",
    at="approved",
    zh="文件没有正文",
    en="the document has no text",
    do_zh="在第二行 --- 之后写正文",
    do_en="write the text after the second line of ---",
)
def no_text(entry: Entry[Policy], records: Records) -> Iterator[Violation]:
    if entry.record.body is None:
        yield entry.at()


@rule(
    "policy.review-overdue",
    "ISO 9001 7.5.3",
    catalogue="DOC-011",
    severity="warning",
    zh="应在 {next_review} 前评审，已经过期",
    en="it was to be reviewed by {next_review}",
    do_zh="请评审后修订，或更新 next_review",
    do_en="review it; then revise it or set a new 'next_review'",
)
def review_overdue(entry: Entry[Policy], records: Records) -> Iterator[Violation]:
    due = entry.record.next_review
    is_in_force = approval(entry.record, "approved") and not entry.record.withdrawn and not successor(records, entry)
    if due and is_in_force and records.has_passed(due):
        yield entry.at("next_review", next_review=due)


@rule(
    "policy.translation-without-original",
    "002 三.1",
    catalogue="REF-003",
    zh="没有它所翻译的 {original} 版",
    en="there is no revision {original} that it translates",
    do_zh="请先写 {file}，或更正文件名",
    do_en="write {file} first, or correct this file's name",
)
def translation_without_original(entry: Entry[PolicyTranslation], records: Records) -> Iterator[Violation]:
    original = entry.key.removesuffix(".en")
    if records.is_absent(Policy, original):
        yield entry.at(original=revision_of(original), file=original.partition("/")[2] + ".md")


POLICY = RecordType(
    name="policy",
    title=Words("制度", "Policy"),
    model=Policy,
    path="policies/{document}/{revision}.md",
    key="{document}/{revision}",
    scope="{document}",
    retention="POL-PERM",
    lives=("policy",),
    rules=(
        no_effective_date,
        effective_before_approval,
        signed_twice,
        not_prepared,
        approved_without_the_role,
        placeholder,
        no_text,
        review_overdue,
        *REVISION_RULES,
        *TEXT_OF_POLICY_RULES,
        *COPY_RULES,
        *LIFE_RULES,
    ),
    front_matter=True,
    signed_as=_ROLES,
    goes_on=("distribution", "withdrawn"),
    starts_with=(
        "title",
        "reason",
        "effective_on",
        "consultation.date",
        "consultation.department",
        "consultation.person",
        "consultation.comment",
        "consultation.disposition",
        "approvals.role",
        "approvals.person",
        "approvals.at",
    ),
)
POLICY_TRANSLATION = RecordType(
    name="policy_translation",
    title=Words("制度译文", "Translation of a policy"),
    model=PolicyTranslation,
    path="policies/{document}/{translation}.md",
    key="{document}/{translation}",
    scope="{document}",
    retention="POL-PERM",
    rules=(translation_without_original,),
    front_matter=True,
)
