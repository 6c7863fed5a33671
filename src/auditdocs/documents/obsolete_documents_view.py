"""Revisions that were replaced or withdrawn → the list of obsolete documents."""

from auditdocs.document import Document, DocumentKind, Request, Subject
from auditdocs.documents.control_list import Cells, ControlList, both
from auditdocs.documents.obsolete_documents import WORDS, ObsoleteDocumentsView, ObsoleteRow
from auditdocs.documents.policy_view import REPLACED_BY
from auditdocs.documents.words import Writing, lines, retention_label
from auditdocs.entry import Entry, Records
from auditdocs.problem import Words
from auditdocs.records.policy import OBSOLETE, Policy, mark_of, number_of, revision_of, successor

OBSOLETES = ControlList(
    "obsolete_documents",
    Words("作废文件清单", "List of Obsolete Documents"),
    ObsoleteRow,
    ObsoleteDocumentsView,
    WORDS,
    {
        "number": ("document_number", 16),
        "title": ("title", 36),
        "revision": ("document_revision", 9),
        "effective_on": ("effective_on", 12),
        "obsolete_on": ("obsolete_on", 12),
        "reason": ("reason", 36),
        "copies": ("copies", 10),
        "returned": ("returned", 10),
        "retention": ("retention_class", 18),
    },
)


def make(records: Records, subject: Subject, request: Request) -> Document | None:
    """Every revision that was replaced or withdrawn."""
    write = Writing(records, records.settings.languages)
    rows = tuple(_obsolete(write, one) for one in records.all(Policy) if mark_of(records, one).words is OBSOLETE)
    return OBSOLETES.document(records, subject, request, rows, len(records.lost_in(Policy)))


def _obsolete(write: Writing, entry: Entry[Policy]) -> Cells:
    policy, mark, after = entry.record, mark_of(write.records, entry), successor(write.records, entry)
    replaced = f"{write.words(REPLACED_BY)} {revision_of(after.key)}" if after else ""
    issued = [copy for copy in policy.distribution if copy.issued_on]
    return {
        "number": number_of(entry.key),
        "title": write.name(policy.title),
        "revision": revision_of(entry.key),
        "effective_on": policy.effective_on,
        "obsolete_on": mark.day,
        "reason": lines(replaced, write.text(policy.withdrawn.reason) if policy.withdrawn else ""),
        "copies": str(len(issued) or ""),
        "returned": str(sum(copy.returned_on is not None for copy in issued) or ""),
        "retention": retention_label(write, entry),
    }


OBSOLETE_DOCUMENTS = DocumentKind(
    name=OBSOLETES.kind,
    title=OBSOLETES.title,
    templates={f"{OBSOLETES.kind}/{OBSOLETES.kind}": (ObsoleteDocumentsView,)},
    formats=("pdf", "xlsx"),
    subjects=both,
    make=make,
    words=WORDS,
    dated=True,
)
