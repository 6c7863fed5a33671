"""What holds of a change request: of a document there is, to its next revision, agreed by another, done when that revision is."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Words, did_you_mean
from auditdocs.records.base import approval
from auditdocs.records.control.change_request import ChangeRequest
from auditdocs.records.control.policy import Policy, follows, revision_of
from auditdocs.records.house.forms import Forms
from auditdocs.records.lacking import lacking
from auditdocs.records.life_rules import LIFE_RULES
from auditdocs.records.marks import approval_mark
from auditdocs.room import RecordType, rule

Request = Entry[ChangeRequest]


@rule(
    "change-request.no-such-document",
    "ISO 9001 7.5.3",
    catalogue="DOC-001",
    casts_doubt=True,
    zh="没有文件或表单 {number}{guess_zh}",
    en="there is no document or form {number}{guess_en}",
    do_zh="请更正编号；新文件写 kind: new",
    do_en="correct the number; for a new document write 'kind: new'",
)
def no_such_document(entry: Request, records: Records) -> Iterator[Violation]:
    number = entry.record.document
    if entry.record.kind == "new" or records.keys(Policy, number) or number in _form_numbers(records):
        return
    known = (*sorted({key.partition("/")[0] for key in records.watched().keys(Policy)}), *_form_numbers(records))
    meant = did_you_mean(number, known)
    yield entry.at("document", number=number, guess_zh=meant.zh, guess_en=meant.en)


@rule(
    "change-request.no-such-revision",
    "ISO 9001 7.5.3",
    catalogue="DOC-001",
    zh="{number} 没有 {revision} 版；已有：{there}",
    en="{number} has no revision {revision}; there are: {there}",
    do_zh="请更正 from_revision",
    do_en="correct 'from_revision'",
)
def no_such_revision(entry: Request, records: Records) -> Iterator[Violation]:
    number, wanted = entry.record.document, entry.record.from_revision
    there = tuple(revision_of(key) for key in records.keys(Policy, number))
    if wanted and there and wanted not in there:
        yield entry.at("from_revision", number=number, revision=wanted, there=there)


@rule(
    "change-request.revision-not-next",
    "ISO 9001 7.5.3",
    catalogue="DOC-001",
    zh="{before} 之后不是 {revision}",
    en="{revision} does not come after {before}",
    do_zh="新版本是同字母的下一个数字，或下一个字母加 0",
    do_en="the next revision is the next digit, or the next letter with 0",
)
def revision_not_next(entry: Request, records: Records) -> Iterator[Violation]:
    before, wanted = entry.record.from_revision, entry.record.to_revision
    if before and wanted and not follows(before, wanted):
        yield entry.at("to_revision", revision=wanted, before=before)


@rule(
    "change-request.incomplete",
    "ISO 9001 7.5.3",
    catalogue="DOC-005",
    at="approved",
    zh="更改申请缺少{fields}",
    en="the change request lacks: {fields}",
    do_zh="批准以前请填写",
    do_en="fill it in before it is approved",
)
def incomplete(entry: Request, records: Records) -> Iterator[Violation]:
    names = ["requested_on", "requested_by", "reason", "change", "impact", "training_needed"]
    names += ["to_revision"] if entry.record.kind == "revise" else []
    names += ["training"] if entry.record.training_needed else []
    missing = lacking(entry.record, *names)
    if missing:
        yield entry.at(fields=tuple(missing.values()))


@rule(
    "change-request.approved-by-applicant",
    "001a 二",
    catalogue="DOC-004",
    firm=True,
    zh="{person} 自己申请，又自己批准",
    en="{person} both asked for the change and approved it",
    do_zh="请由另一人批准",
    do_en="let another person approve it",
)
def approved_by_applicant(entry: Request, records: Records) -> Iterator[Violation]:
    approved, mark = approval(entry.record, "approved"), approval_mark(entry, "approved")
    prepared = approval(entry.record, "prepared")
    applicants = {entry.record.requested_by, prepared.person if prepared else None} - {None}
    if approved and mark and approved.person in applicants:
        yield entry.at(*mark.loc[:-1], "person", person=approved.person or "")


@rule(
    "change-request.rejected-without-reason",
    "ISO 9001 7.5.3",
    catalogue="DOC-005",
    zh="不予更改没有写 {field}（{label}）",
    en="the request was rejected without {field} ({label})",
    do_zh="在 rejected 下填写 {field}",
    do_en="fill in {field} below rejected",
)
def rejected_without_reason(entry: Request, records: Records) -> Iterator[Violation]:
    for name, words in lacking(entry.record.rejected, "by", "reason").items():
        yield entry.at_name("rejected", field=name, label=words)


@rule(
    "change-request.done-without-revision",
    "ISO 9001 7.5.3",
    catalogue="DOC-002",
    zh="更改记为完成，而 {number} 的 {revision} 版还没有批准",
    en="the change is recorded as done, but revision {revision} of {number} is not approved",
    do_zh="请先批准新版，或删除 done_on",
    do_en="have the new revision approved first, or delete 'done_on'",
)
def done_without_revision(entry: Request, records: Records) -> Iterator[Violation]:
    number, wanted = entry.record.document, entry.record.to_revision
    if entry.record.done_on is None or wanted is None or not records.keys(Policy, number):
        return
    made = records.get(Policy, f"{number}/{wanted.replace('/', '-')}")
    if made is None or approval(made.record, "approved") is None:
        yield entry.at("done_on", number=number, revision=wanted)


def _form_numbers(records: Records) -> tuple[str, ...]:
    found = records.get(Forms, "forms")
    return tuple(form.number for form in found.record.rows.values()) if found else ()


def documents(entry: Request) -> Iterator[str]:
    """The document a request is about."""
    yield entry.record.document


CHANGE_REQUEST = RecordType(
    name="change_request",
    title=Words("更改申请单", "Change request"),
    model=ChangeRequest,
    path="change_requests/{request}.yaml",
    key="{request}",
    retention="POL-PERM",
    lives=("change_request",),
    signed_as=("prepared", "reviewed", "approved"),
    goes_on=("done_on", "done_by", "rejected"),
    indexes={"document": documents},
    rules=(
        no_such_document,
        no_such_revision,
        revision_not_next,
        incomplete,
        approved_by_applicant,
        rejected_without_reason,
        done_without_revision,
        *LIFE_RULES,
    ),
    starts_with=(
        "document",
        "kind",
        "from_revision",
        "to_revision",
        "requested_on",
        "requested_by",
        "department",
        "reason",
        "change",
        "impact",
        "affected",
        "training_needed",
        "training",
    ),
)
