"""List of obsolete documents 作废文件清单 (FM-DC-05): what holds no longer, since when and why, and whether its copies came back."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.problem import Words
from auditdocs.view_parts import Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class ObsoleteRow:
    """A revision that holds no longer."""

    number: str
    title: str
    revision: str
    effective_on: str
    obsolete_on: str
    reason: str
    copies: str
    returned: str
    retention: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ObsoleteDocumentsView:
    """What the list covers, its rows, who answers for it."""

    scope: str
    rows: tuple[ObsoleteRow, ...]
    signatures: tuple[Signature, ...]


WORDS: Mapping[str, Words] = {
    "scope": Words("范围", "Scope"),
    "document_number": Words("文件编号", "Document no."),
    "title": Words("名称", "Title"),
    "document_revision": Words("版本", "Revision"),
    "effective_on": Words("生效日期", "Effective on"),
    "obsolete_on": Words("作废日期", "Obsolete on"),
    "reason": Words("作废原因", "Reason"),
    "copies": Words("发放份数", "Copies issued"),
    "returned": Words("已回收", "Returned"),
    "retention_class": Words("留存", "Kept"),
}
