"""Revisions that were replaced or withdrawn → the list of obsolete documents."""

from collections.abc import Iterator

from auditdocs.documents.control.control_list import Cells, control_list
from auditdocs.documents.control.obsolete_documents import WORDS, ObsoleteDocumentsView, ObsoleteRow
from auditdocs.documents.control.policy_view import REPLACED_BY
from auditdocs.documents.words import Writing, lines, retention_label
from auditdocs.entry import Entry
from auditdocs.problem import Words
from auditdocs.records.control.policy import OBSOLETE, Policy, mark_of, number_of, revision_of, successor

COLUMNS = {
    "number": ("document_number", 16),
    "title": ("title", 36),
    "revision": ("document_revision", 9),
    "effective_on": ("effective_on", 12),
    "obsolete_on": ("obsolete_on", 12),
    "reason": ("reason", 36),
    "copies": ("copies", 10),
    "returned": ("returned", 10),
    "retention": ("retention_class", 18),
}


def _rows(write: Writing) -> Iterator[Cells]:
    """Every revision that was replaced or withdrawn."""
    yield from (_obsolete(write, one) for one in write.records.all(Policy) if mark_of(write.records, one).words is OBSOLETE)


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


OBSOLETE_DOCUMENTS = control_list(
    _rows,
    (Policy,),
    name="obsolete_documents",
    title=Words("作废文件清单", "List of Obsolete Documents"),
    row=ObsoleteRow,
    shows=ObsoleteDocumentsView,
    words=WORDS,
    columns=COLUMNS,
)
