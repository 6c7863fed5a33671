"""Policy 制度 (QP-*): read by everybody who works by it; its text is Markdown, its front matter becomes the cover."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.documents.rows import ATTACHMENT_WORDS, AttachmentRow
from auditdocs.problem import Words
from auditdocs.view_parts import Markdown, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionRow:
    """One line of the revision history."""

    revision: str
    date: str
    description: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceRow:
    """A law, a related document or a record the policy names."""

    number: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LawRow:
    """A law the policy rests on, and when it was found to be in force."""

    number: str
    title: str
    status: str
    checked_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationRow:
    """What one department said when it was asked, and what became of it."""

    date: str
    department: str
    opinion: str
    handling: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """The clause of the source document the policy grew out of."""

    file: str
    clause: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DistributionRow:
    """One issued copy."""

    copy_number: str
    department: str
    form: str
    issued_on: str
    returned_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyView:
    """Cover, revision history, text and annexes."""

    number: str
    title: str
    subtitle: str  # the title in the other language
    revision: str
    level: str
    department: str
    status: str
    effective_on: str
    next_review: str
    supersedes: str
    obsolete_on: str
    interpreting_department: str
    amendment_approver: str
    signatures: tuple[Signature, ...]
    revisions: tuple[RevisionRow, ...]
    body: Markdown
    related: tuple[ReferenceRow, ...]
    records: tuple[ReferenceRow, ...]
    legal_references: tuple[LawRow, ...]
    consultation: tuple[ConsultationRow, ...]
    sources: tuple[SourceRow, ...]
    distribution: tuple[DistributionRow, ...]
    attachments: tuple[AttachmentRow, ...]


WORDS: Mapping[str, Words] = {
    **ATTACHMENT_WORDS,
    "document_number": Words("文件编号", "Document no."),
    "document_revision": Words("版本/修订", "Revision"),
    "level": Words("文件层次", "Level"),
    "department": Words("归口部门", "Owner department"),
    "status": Words("状态", "Status"),
    "effective_on": Words("生效日期", "Effective on"),
    "next_review": Words("下次评审", "Next review"),
    "supersedes": Words("代替", "Supersedes"),
    "obsolete_on": Words("作废日期", "Obsolete on"),
    "interpreting_department": Words("解释部门", "Interpreted by"),
    "amendment_approver": Words("修订批准", "Amendments approved by"),
    "revision_history": Words("修订履历", "Revision history"),
    "revised_on": Words("修订日期", "Date"),
    "description": Words("修订内容", "Change"),
    "revised_by": Words("修订人", "By"),
    "related": Words("相关文件", "Related documents"),
    "records": Words("记录", "Records"),
    "legal_references": Words("法规依据", "Legal references"),
    "reference_number": Words("编号", "Number"),
    "reference_title": Words("名称", "Title"),
    "law_status": Words("效力", "Status"),
    "checked_on": Words("核对日期", "Checked on"),
    "annex": Words("附录", "Annex"),
    "consultation": Words("征求意见", "Consultation"),
    "consulted_department": Words("部门", "Department"),
    "opinion": Words("意见", "Opinion"),
    "handling": Words("处理", "Handling"),
    "provenance": Words("来源说明", "Provenance"),
    "source_file": Words("来源文件", "Source document"),
    "source_clause": Words("条款", "Clause"),
    "distribution": Words("发放与回收", "Distribution and return"),
    "copy_number": Words("分发号", "Copy no."),
    "form": Words("形式", "Form"),
    "issued_on": Words("发放日期", "Issued on"),
    "returned_on": Words("回收日期", "Returned on"),
}
