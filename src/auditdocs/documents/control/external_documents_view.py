"""The register of external documents → their list, with the day until which somebody looks again."""

from collections.abc import Iterator

from auditdocs.documents.control.control_list import Cells, control_list
from auditdocs.documents.control.external_documents import WORDS, ExternalDocumentsView, ExternalRow
from auditdocs.documents.words import Writing, lines
from auditdocs.problem import Words
from auditdocs.records.control.external_documents import EXTERNAL_KIND, STATUS, ExternalDocument, ExternalDocuments, due_again
from auditdocs.records.house.organization import parameters

COLUMNS = {
    "number": ("external_number", 10),
    "title": ("title", 36),
    "document_number": ("document_number", 16),
    "edition": ("edition", 9),
    "kind": ("kind", 14),
    "publisher": ("publisher", 22),
    "received_on": ("received_on", 12),
    "received_from": ("received_from", 18),
    "owner_department": ("department", 14),
    "departments": ("used_by", 26),
    "location": ("location", 18),
    "status": ("status", 12),
    "checked_on": ("checked_on", 12),
    "check_again": ("check_again", 12),
    "ended": ("ended", 22),
}


def _rows(write: Writing) -> Iterator[Cells]:
    """Every external document by its number."""
    found = write.records.get(ExternalDocuments, "external_documents")
    yield from (_row(write, number, one) for number, one in sorted(found.record.rows.items())) if found else ()


def _row(write: Writing, number: str, one: ExternalDocument) -> Cells:
    return {
        "number": number,
        "title": lines(write.name(one.title), write.criterion(one.criterion) if one.criterion else ""),
        "document_number": one.number or "",
        "edition": one.edition or "",
        "kind": write.choice(EXTERNAL_KIND, one.kind),
        "publisher": lines(one.publisher or "", write.customer(one.customer)),
        "received_on": one.received_on,
        "received_from": one.received_from or "",
        "owner_department": write.department(one.owner_department),
        "departments": write.departments(one.departments),
        "location": one.location or "",
        "status": write.choice(STATUS, one.status),
        "checked_on": one.checked_on,
        "check_again": due_again(one, parameters(write.records).external_check_months),
        "ended": lines(one.replaced_by or "", write.day(one.withdrawn_on)),
    }


EXTERNAL_DOCUMENTS = control_list(
    _rows,
    (ExternalDocuments,),
    name="external_documents",
    title=Words("外来文件清单", "List of External Documents"),
    row=ExternalRow,
    shows=ExternalDocumentsView,
    words=WORDS,
    columns=COLUMNS,
)
