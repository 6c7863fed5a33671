"""Policy 制度: one revision of a controlled document, Markdown with its facts before it (ISO 9001 7.5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from pydantic import model_validator

from auditdocs.entry import Entry, Records
from auditdocs.field import Computed, Model, field, many
from auditdocs.problem import Words
from auditdocs.records.base import Record, approval
from auditdocs.records.house.person import PostRole
from auditdocs.records.ids import DepartmentCode, PersonId
from auditdocs.records.marks import Event, approval_mark, fact_mark, how_to_sign
from auditdocs.records.words import Day, Line, Prose, Text, YesNo, choice, whole
from auditdocs.room import Life, Mark, Milestone, SideState

COPY_FORM = choice(electronic=("电子", "Electronic"), paper=("纸质", "Paper"))
LEGAL_STATUS = choice(
    in_force=("现行有效", "In force"),
    amended=("已修订", "Amended"),
    repealed=("已废止", "Repealed"),
    unknown=("未查到", "Not found"),
)
FLOW = choice(audit=("客户审核及其 CAR", "Customer audit with its CARs"), car=("CAR", "CAR"))
LEVEL = whole(1, 4)  # 手册, 程序, 作业指导书, 表单
DRAFT = Words("草稿", "DRAFT")
CONTROLLED = Words("受控", "CONTROLLED")
OBSOLETE = Words("作废", "OBSOLETE")


class Reference(Model):
    """A law, a document or a form the policy names; its number alone will do."""

    number: Line = field("编号", "Number", required=True, example="XY-QP-DC-01")
    title: Text | None = field("名称", "Title", example="文件控制程序|Control of documents")

    @model_validator(mode="before")
    @classmethod
    def _number_alone(cls, typed: object) -> object:
        return {"number": typed} if isinstance(typed, str) else typed


class LegalReference(Reference):
    """A law the policy rests on, and when somebody looked up whether it is in force."""

    status: Annotated[str, LEGAL_STATUS] | None = field("效力", "Status")
    checked_on: Day | None = field("核对日期", "Checked on", "在官方文本中查到的日期", "the day it was looked up in the official text")


class Provenance(Model):
    """The document the policy grew out of."""

    file: Line = field("来源文件", "Source document", required=True, example="客户审核管理办法.docx")
    clause: Line | None = field("条款", "Clauses")
    truncated: YesNo | None = field("来源不完整", "Source is incomplete")


class Consultation(Model):
    """What somebody said when asked, and what became of it (001a 二.3)."""

    date: Day = field("日期", "Date", required=True)
    department: DepartmentCode | None = field("部门", "Department")
    person: PersonId | None = field("人员", "Person")
    comment: Text | None = field("意见", "Comment", example="期限写成工作日|Give the terms in working days")
    disposition: Text | None = field("处理", "Disposition", example="采纳|Adopted")


class Copy(Model):
    """An issued copy."""

    department: DepartmentCode = field("部门", "Department", required=True)
    copy_number: Line | None = field("分发号", "Copy number")
    form: Annotated[str, COPY_FORM] | None = field("形式", "Form")
    issued_on: Day | None = field("发放日期", "Issued on")
    returned_on: Day | None = field("回收日期", "Returned on")


class Policy(Record):
    """The facts of one revision, and its text."""

    computed: ClassVar[Computed] = {"number": Words("文件编号来自文件夹名", "the number comes from the folder's name")}

    title: Text = field("标题", "Title", required=True)
    level: Annotated[int, LEVEL] | None = field("文件层次", "Level")
    effective_on: Day | None = field("生效日期", "Effective on")
    supersedes: Line | None = field("代替", "Supersedes", "取代另一编号的文件时", "where it replaces a document of another number")
    interpreting_department: DepartmentCode | None = field("解释部门", "Interpreted by")
    amendment_approver_role: PostRole | None = field("修订批准角色", "Amendments approved by")
    next_review: Day | None = field("下次评审", "Next review")
    reason: Text | None = field("修订原因", "Reason of the revision")
    legal_refs: tuple[LegalReference, ...] = many("法规依据", "Legal references")
    related: tuple[Reference, ...] = many("相关文件", "Related documents")
    records: tuple[Reference, ...] = many("记录", "Records")
    source: Provenance | None = field("来源", "Source")
    flow: Annotated[str, FLOW] | None = field(
        "流程图", "Flow chart", "由节点表画出，印在流程一章之后", "drawn from the milestones, printed at the end of the chapter on the flow"
    )
    consultation: tuple[Consultation, ...] = many("征求意见", "Consultation")
    distribution: tuple[Copy, ...] = many("发放", "Distribution")
    withdrawn: Event | None = field("废止", "Withdrawn")
    body: Prose | None = field("正文", "Text", "两行 --- 之后的 Markdown", "the Markdown after the two lines of ---")


class PolicyTranslation(Record):
    """The text of a revision in English; all its facts stand with the original."""

    title: Text = field("标题", "Title", required=True)
    body: Prose | None = field("正文", "Text", "两行 --- 之后的 Markdown", "the Markdown after the two lines of ---")


@dataclass(frozen=True, slots=True)
class PolicyMark:
    """The mark on paper and the day it holds from; a draft has none."""

    words: Words
    day: date | None = None


def number_of(key: str) -> str:
    """The document number in a key: XY-QP-CA-01."""
    return key.partition("/")[0]


def revision_of(key: str) -> str:
    """The revision in a key as it is written on paper: A/1."""
    return key.partition("/")[2].removesuffix(".en").replace("-", "/")


def order_of(revision: str) -> tuple[str, int]:
    """Where a revision stands: A/0 < A/1 < … < A/9 < B/0."""
    letter, _, digit = revision.partition("/")
    return letter, int(digit)


def revisions(records: Records, number: str) -> tuple[Entry[Policy], ...]:
    """All revisions of a document, oldest first: its revision table."""
    return tuple(sorted(records.all(Policy, number), key=lambda one: order_of(revision_of(one.key))))


def later_revisions(records: Records, entry: Entry[Policy]) -> tuple[Entry[Policy], ...]:
    """The revisions after this one, oldest first."""
    own = order_of(revision_of(entry.key))
    return tuple(one for one in revisions(records, entry.scope) if order_of(revision_of(one.key)) > own)


def translation_of(records: Records, entry: Entry[Policy]) -> Entry[PolicyTranslation] | None:
    """The English text of a revision."""
    return records.get(PolicyTranslation, f"{entry.key}.en")


def follows(earlier: str, later: str) -> bool:
    """Whether a revision is the next after another: A/0 → A/1 or B/0."""
    letter, digit = order_of(earlier)
    return order_of(later) in ((letter, digit + 1), (chr(ord(letter) + 1), 0))


def revision_before(records: Records, entry: Entry[Policy]) -> Entry[Policy] | None:
    """The revision that this one was made from."""
    own = order_of(revision_of(entry.key))
    earlier = [one for one in revisions(records, entry.scope) if order_of(revision_of(one.key)) < own]
    return earlier[-1] if earlier else None


def in_force(records: Records, entry: Entry[Policy]) -> bool:
    """Whether a revision is approved, and neither replaced nor withdrawn."""
    return mark_of(records, entry).words is CONTROLLED


def successor(records: Records, entry: Entry[Policy]) -> Entry[Policy] | None:
    """The later revision whose approval made this one obsolete."""
    return next((one for one in later_revisions(records, entry) if approval(one.record, "approved")), None)


def mark_of(records: Records, entry: Entry[Policy]) -> PolicyMark:
    """草稿 until approved, 受控 from then on, 作废 once a later revision is approved or it is withdrawn (D.11)."""
    after = successor(records, entry)
    obsolete = [day for day in (after and after.record.effective_on, entry.record.withdrawn and entry.record.withdrawn.date) if day]
    if after or entry.record.withdrawn:
        return PolicyMark(OBSOLETE, min(obsolete, default=None))
    if approval(entry.record, "approved"):
        return PolicyMark(CONTROLLED, entry.record.effective_on)
    return PolicyMark(DRAFT)


def _consulted(entry: Entry[Policy], records: Records) -> Mark | None:
    days = [(one.date, index) for index, one in enumerate(entry.record.consultation)]
    last = max(days, default=None)
    return Mark(entry, ("consultation", last[1], "date"), last[0]) if last else None


def _reviewed(entry: Entry[Policy], records: Records) -> Mark | None:
    return approval_mark(entry, "reviewed")


def _approved(entry: Entry[Policy], records: Records) -> Mark | None:
    return approval_mark(entry, "approved")


def _superseded(entry: Entry[Policy], records: Records) -> Mark | None:
    after = successor(records, entry)
    return approval_mark(after, "approved") if after else None


def _withdrawn(entry: Entry[Policy], records: Records) -> Mark | None:
    return fact_mark(entry, "withdrawn", "date")


def _milestones() -> Iterator[Milestone]:
    yield Milestone(
        "consulted",
        Words("已征求意见", "Consulted"),
        "DEP",
        Words("征求各部门意见并登记", "ask the departments and record what they say"),
        _consulted,
        how=Words(
            "在 {file} 的 consultation 下写 - {date: 2026-09-08, department: 部门, comment: 意见, disposition: 处理}",
            "below consultation in {file} write - {date: 2026-09-08, department: code, comment: …, disposition: …}",
        ),
    )
    yield Milestone(
        "reviewed", Words("已审核", "Reviewed"), "QA", Words("审核文件", "review the document"), _reviewed, how=how_to_sign("reviewed")
    )
    yield Milestone(
        "approved", Words("受控", "Controlled"), "MGT", Words("批准文件", "approve the document"), _approved, how=how_to_sign("approved")
    )
    yield Milestone("superseded", Words("已被新版取代", "Superseded"), "QA", Words("", ""), _superseded, needed=False)


POLICY_LIFE = Life(
    name="policy",
    title=Words("制度", "Policy"),
    anchor="policy",
    milestones=tuple(_milestones()),
    side_states=(SideState("withdrawn", Words("已废止", "Withdrawn"), _withdrawn, ends=True),),
)
