"""Archive and retention index 归档目录与存档期限索引 (FM-RC-01): tells the archivist what to keep how long, and why."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.documents.rows import ATTACHMENT_WORDS, AttachmentRow
from auditdocs.problem import Words
from auditdocs.view_parts import Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionRow:
    """One record (or one audit file) with its date and the reason for it."""

    archive_number: str
    record_number: str
    title: str
    kind: str
    filed_on: str
    trigger: str
    trigger_date: str
    retention_class: str
    formula: str
    authority: str  # the one that wins
    other_authorities: str  # those that lose, with their dates
    keep_until: str
    destroy_not_before: str
    status: str  # empty in an audit's own index: dates do not age
    hold: str
    location: str
    medium: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearIndexView:
    """All audit files closed in one year."""

    year: str
    scope: str
    file_count: str
    rows: tuple[RetentionRow, ...]
    signatures: tuple[Signature, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditIndexView:
    """All records of one archived audit."""

    audit: str
    title: str
    customer: str
    closed_on: str
    archive_number: str
    filed_on: str
    filed_by: str
    location: str
    medium: str
    keep_until: str
    destroy_not_before: str
    record_count: str
    rows: tuple[RetentionRow, ...]
    attachments: tuple[AttachmentRow, ...]
    signatures: tuple[Signature, ...]


WORDS: Mapping[str, Words] = {
    **ATTACHMENT_WORDS,
    "year": Words("关闭年度", "Closing year"),
    "scope": Words("范围", "Scope"),
    "file_count": Words("案卷数", "Audit files"),
    "record_count": Words("件数", "Records"),
    "audit": Words("审核编号", "Audit no."),
    "audit_title": Words("案卷题名", "Title of the file"),
    "customer": Words("客户", "Customer"),
    "closed_on": Words("关闭日期", "Closed on"),
    "filed_by": Words("归档人", "Filed by"),
    "list": Words("目录", "Index"),
    "archive_number": Words("档号", "Archive no."),
    "record": Words("记录号", "Record no."),
    "record_title": Words("题名", "Title"),
    "kind": Words("类型", "Kind"),
    "filed_on": Words("归档日", "Filed on"),
    "trigger": Words("触发事件", "Trigger"),
    "trigger_date": Words("触发日期", "Trigger date"),
    "retention_class": Words("类别", "Class"),
    "formula": Words("计算", "Formula"),
    "authority": Words("依据", "Authority"),
    "other_authorities": Words("其他依据", "Other authorities"),
    "keep_until": Words("保存至", "Keep until"),
    "destroy_not_before": Words("可处置日", "Disposal from"),
    "status": Words("状态", "Status"),
    "hold": Words("冻结", "Hold"),
    "location": Words("存放位置", "Location"),
    "medium": Words("介质", "Medium"),
    "file_digest": Words("哈希", "Digest"),
}
