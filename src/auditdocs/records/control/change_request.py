"""Change request 更改申请单 (DCR): why a controlled document should change, what that touches, who agreed (ISO 9001 7.5.3.2 c)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Annotated

from auditdocs.entry import Entry, Records
from auditdocs.field import field, many
from auditdocs.problem import Words
from auditdocs.records.base import Record
from auditdocs.records.ids import DepartmentCode, PersonId, PolicyNumber, Revision
from auditdocs.records.marks import Event, approval_mark, fact_mark, how_to_sign
from auditdocs.records.words import Day, Text, YesNo, choice
from auditdocs.room import Life, Mark, Milestone, SideState

CHANGE_KIND = choice(new=("新编", "New document"), revise=("修订", "Revision"), withdraw=("废止", "Withdrawal"))


class ChangeRequest(Record):
    """One request; the applicant signs as `prepared`, who assessed it as `reviewed`, who agreed as `approved`."""

    document: PolicyNumber = field("文件编号", "Document no.", "制度或表单的编号", "of a policy or a form", required=True)
    kind: Annotated[str, CHANGE_KIND] = field("更改类别", "Kind of change", default="revise")
    from_revision: Revision | None = field("原版本", "From revision")
    to_revision: Revision | None = field("新版本", "To revision")
    requested_on: Day | None = field("申请日期", "Requested on")
    requested_by: PersonId | None = field("申请人", "Requested by")
    department: DepartmentCode | None = field("申请部门", "Department")
    reason: Text | None = field("更改原因", "Reason", example="6.2 的期限与现行做法不符|The term in 6.2 is not what is done")
    change: Text | None = field("更改内容", "Change", example="6.2.1 改为三个工作日|6.2.1: three working days")
    impact: Text | None = field("影响评估", "Impact", example="销售部和质量部；联络单不变|Sales and Quality; the contact sheet stays")
    affected: tuple[PolicyNumber, ...] = many("涉及的文件", "Documents affected", "须一同修改的文件和表单", "to be changed with it")
    training_needed: YesNo | None = field("需要培训", "Training needed")
    training: Text | None = field("培训安排", "Training", example="生效前由质量部培训|By Quality, before it takes effect")
    done_on: Day | None = field("完成日期", "Done on", "新版已发放、旧版已回收", "the new revision is issued, the old one returned")
    done_by: PersonId | None = field("完成人", "Done by")
    rejected: Event | None = field("不予更改", "Rejected")


def _requested(entry: Entry[ChangeRequest], records: Records) -> Mark | None:
    return approval_mark(entry, "prepared")


def _assessed(entry: Entry[ChangeRequest], records: Records) -> Mark | None:
    return approval_mark(entry, "reviewed")


def _approved(entry: Entry[ChangeRequest], records: Records) -> Mark | None:
    return approval_mark(entry, "approved")


def _done(entry: Entry[ChangeRequest], records: Records) -> Mark | None:
    return fact_mark(entry, "done_on")


def _rejected(entry: Entry[ChangeRequest], records: Records) -> Mark | None:
    return fact_mark(entry, "rejected", "date")


def _milestones() -> Iterator[Milestone]:
    asked = Words("填写更改申请并签署", "fill in the request and sign it")
    assessed = Words("评估更改的影响", "assess what the change touches")
    yield Milestone("requested", Words("已申请", "Requested"), "DEP", asked, _requested, how=how_to_sign("prepared"))
    yield Milestone("assessed", Words("已评估", "Assessed"), "QA", assessed, _assessed, how=how_to_sign("reviewed"))
    yield Milestone(
        "approved", Words("已批准", "Approved"), "MGT", Words("批准更改", "approve the change"), _approved, how=how_to_sign("approved")
    )
    yield Milestone(
        "done",
        Words("已完成", "Done"),
        "QA",
        Words("发放新版、回收旧版", "issue the new revision and take the old one back"),
        _done,  # what to type depends on the document
    )


MAKE: Mapping[str, Words] = {
    "new": Words("运行 auditdocs new policy {document} --name 名称", "run `auditdocs new policy {document} --name NAME`"),
    "revise": Words("运行 auditdocs new policy {document}", "run `auditdocs new policy {document}`"),
    "withdraw": Words("在 {document} 最新版写 withdrawn", "write 'withdrawn' in the newest revision of {document}"),
}
MAKE_FORM = Words("在 records/org/forms.yaml 写 {document} 的新版本", "write the new revision of {document} in records/org/forms.yaml")
THEN = Words("；新版批准、发放后写 done_on 和 done_by", "; once it is approved and issued write done_on and done_by")


def _as_asked(life: Life, entry: Entry[ChangeRequest], records: Records) -> Life:
    """What to do about this document: a policy has a file a revision, a form a line of its own."""
    number, kind = entry.record.document, entry.record.kind
    make = MAKE[kind] if kind == "new" or any(True for _ in records.keys_of("policy", number)) else MAKE_FORM
    how = Words(*(said.replace("{document}", number) for said in (make.zh + THEN.zh, make.en + THEN.en)))
    steps = (replace(step, how=how) if step.name == "done" else step for step in life.milestones)
    return replace(life, milestones=tuple(steps), variant=None)


CHANGE_REQUEST_LIFE = Life(
    name="change_request",
    title=Words("更改申请", "Change request"),
    anchor="change_request",
    milestones=tuple(_milestones()),
    side_states=(SideState("rejected", Words("不予更改", "Rejected"), _rejected, ends=True),),
    variant=_as_asked,
)
