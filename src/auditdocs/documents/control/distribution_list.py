"""Distribution and recall list 发放回收登记表 (FM-DC-02): who got which copy, and signs for it and for its return."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from auditdocs.document import INSIDE, Document, DocumentKind, Request, Subject
from auditdocs.documents.record_form import document_about, each, writing_about
from auditdocs.documents.rows_view import lines_to_sign
from auditdocs.documents.words import Writing
from auditdocs.entry import Entry, Records
from auditdocs.labels import joined
from auditdocs.problem import Words
from auditdocs.records.control.policy import COPY_FORM, Copy, Policy, mark_of, number_of, revision_of
from auditdocs.view_parts import Signature

TITLE = Words("文件发放回收登记表", "Distribution and Recall of Documents")


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRow:
    """One copy; who takes it and who brings it back sign by hand."""

    copy_number: str
    department: str
    form: str
    issued_on: str
    received_by: str
    returned_on: str
    taken_back_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DistributionView:
    """The copies of one revision."""

    document: str
    title: str
    revision: str
    effective_on: str
    status: str
    obsolete_on: str
    copies: tuple[CopyRow, ...]
    signatures: tuple[Signature, ...]


WORDS: Mapping[str, Words] = {
    "document": Words("文件编号", "Document no."),
    "title": Words("文件名称", "Document"),
    "document_revision": Words("文件版本", "Revision"),
    "effective_on": Words("生效日期", "Effective on"),
    "status": Words("状态", "Status"),
    "obsolete_on": Words("作废日期", "Obsolete on"),
    "copies": Words("发放与回收", "Copies"),
    "copy_number": Words("分发号", "Copy no."),
    "department": Words("接收部门", "Department"),
    "form": Words("形式", "Form"),
    "issued_on": Words("发放日期", "Issued on"),
    "received_by": Words("签收", "Received by"),
    "returned_on": Words("回收日期", "Returned on"),
    "taken_back_by": Words("回收签名", "Taken back by"),
}


def make(records: Records, subject: Subject, request: Request) -> Document | None:
    """The list of one revision, once it was issued to somebody."""
    entry = records.get(Policy, subject.key)
    if entry is None or not entry.record.distribution:
        return None
    write, number = writing_about(records, entry), number_of(entry.key)
    return replace(
        document_about(DISTRIBUTION_LIST, write, entry, view(write, entry), folder=f"policies/{number}"),
        name=f"{entry.key.replace('/', ' ')} {joined(TITLE, write.languages[:1])}",
        number=f"{number} {revision_of(entry.key)}",
    )


def view(write: Writing, entry: Entry[Policy]) -> DistributionView:
    """What the list says."""
    mark = mark_of(write.records, entry)
    is_ended = mark.day if mark.day != entry.record.effective_on else None
    return DistributionView(
        document=number_of(entry.key),
        title=write.name(entry.record.title),
        revision=revision_of(entry.key),
        effective_on=write.day(entry.record.effective_on),
        status=write.words(mark.words),
        obsolete_on=write.day(is_ended),
        copies=tuple(_copy(write, one) for one in entry.record.distribution),
        signatures=lines_to_sign(write, "prepared", "reviewed"),
    )


def _copy(write: Writing, one: Copy) -> CopyRow:
    return CopyRow(
        copy_number=one.copy_number or "",
        department=write.department(one.department),
        form=write.choice(COPY_FORM, one.form),
        issued_on=write.day(one.issued_on),
        received_by="",
        returned_on=write.day(one.returned_on),
        taken_back_by="",
    )


DISTRIBUTION_LIST = DocumentKind(
    name="distribution_list",
    title=TITLE,
    templates={"distribution_list/distribution_list": (DistributionView,)},
    formats=("docx", "pdf"),
    subjects=each(Policy),
    make=make,
    words=WORDS,
    editions=INSIDE,
)
