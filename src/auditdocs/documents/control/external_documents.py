"""List of external documents 外来文件清单 (FM-DC-04): what others issue, who works by it, whether it still holds."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.problem import Words
from auditdocs.view_parts import Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalRow:
    """A document that others issue."""

    number: str
    title: str
    document_number: str
    edition: str
    kind: str
    publisher: str
    received_on: str
    received_from: str
    owner_department: str
    departments: str
    location: str
    status: str
    checked_on: str
    check_again: str
    ended: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalDocumentsView:
    """What the list covers, its rows, who answers for it."""

    scope: str
    rows: tuple[ExternalRow, ...]
    signatures: tuple[Signature, ...]


WORDS: Mapping[str, Words] = {
    "scope": Words("范围", "Scope"),
    "external_number": Words("登记号", "Register no."),
    "title": Words("名称", "Title"),
    "document_number": Words("文件编号", "Document no."),
    "edition": Words("版本", "Edition"),
    "kind": Words("类别", "Kind"),
    "publisher": Words("发布单位/客户", "Issued by / customer"),
    "received_on": Words("收到日期", "Received on"),
    "received_from": Words("来源", "Received from"),
    "department": Words("归口部门", "Owner department"),
    "used_by": Words("使用部门", "Used by"),
    "location": Words("存放位置", "Location"),
    "status": Words("状态", "Status"),
    "checked_on": Words("核对日期", "Checked on"),
    "check_again": Words("下次核对", "Check again by"),
    "ended": Words("代替/失效", "Replaced / withdrawn"),
}
