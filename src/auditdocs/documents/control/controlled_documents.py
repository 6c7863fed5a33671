"""Master list of documents 受控文件清单 (FM-DC-01): which revision holds, whose it is, when it is looked at again."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.problem import Words
from auditdocs.view_parts import Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlledRow:
    """A document or a form that is controlled."""

    number: str
    title: str
    level: str
    revision: str
    department: str
    effective_on: str
    next_review: str
    status: str
    copies: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlledDocumentsView:
    """What the list covers, its rows, who answers for it."""

    scope: str
    rows: tuple[ControlledRow, ...]
    signatures: tuple[Signature, ...]


WORDS: Mapping[str, Words] = {
    "scope": Words("范围", "Scope"),
    "document_number": Words("文件编号", "Document no."),
    "title": Words("名称", "Title"),
    "level": Words("层次", "Level"),
    "document_revision": Words("版本", "Revision"),
    "department": Words("归口部门", "Owner department"),
    "effective_on": Words("生效日期", "Effective on"),
    "next_review": Words("下次评审", "Next review"),
    "status": Words("状态", "Status"),
    "copies": Words("发放份数", "Copies issued"),
}
