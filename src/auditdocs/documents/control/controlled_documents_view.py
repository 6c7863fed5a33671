"""Policies that are not obsolete, and forms → the master list."""

from collections.abc import Iterator

from auditdocs.documents.control.control_list import Cells, control_list
from auditdocs.documents.control.controlled_documents import WORDS, ControlledDocumentsView, ControlledRow
from auditdocs.documents.control.policy_view import LEVELS
from auditdocs.documents.words import Writing, room_of
from auditdocs.entry import Entry
from auditdocs.problem import Words
from auditdocs.records.control.policy import CONTROLLED, OBSOLETE, Policy, mark_of, number_of, revision_of
from auditdocs.records.house.forms import Forms

COLUMNS = {
    "number": ("document_number", 16),
    "title": ("title", 36),
    "level": ("level", 18),
    "revision": ("document_revision", 9),
    "department": ("department", 16),
    "effective_on": ("effective_on", 12),
    "next_review": ("next_review", 12),
    "status": ("status", 12),
    "copies": ("copies", 10),
}
FORM_LEVEL = 4


def _rows(write: Writing) -> Iterator[Cells]:
    """Every revision that is not obsolete, then every form."""
    yield from (_controlled(write, one) for one in write.records.all(Policy) if mark_of(write.records, one).words is not OBSOLETE)
    yield from _forms(write)


def _controlled(write: Writing, entry: Entry[Policy]) -> Cells:
    policy = entry.record
    return {
        "number": number_of(entry.key),
        "title": write.name(policy.title),
        "level": write.words(LEVELS[policy.level]) if policy.level else "",
        "revision": revision_of(entry.key),
        "department": write.department(policy.owner_department or room_of(write.records, entry).owner),
        "effective_on": policy.effective_on,
        "next_review": policy.next_review,
        "status": write.words(mark_of(write.records, entry).words),
        "copies": str(len(policy.distribution) or ""),
    }


def _forms(write: Writing) -> Iterator[Cells]:
    found = write.records.get(Forms, "forms")
    owner = write.department(room_of(write.records, found).owner) if found else ""
    for form in sorted(found.record.rows.values(), key=lambda one: one.number) if found else ():
        yield {
            "number": form.number,
            "title": write.name(form.title),
            "level": write.words(LEVELS[FORM_LEVEL]),
            "revision": form.revision,
            "department": owner,
            "effective_on": form.effective_on,
            "next_review": None,
            "status": write.words(CONTROLLED),
            "copies": "",
        }


CONTROLLED_DOCUMENTS = control_list(
    _rows,
    (
        Policy,
        Forms,
    ),
    name="controlled_documents",
    title=Words("受控文件清单", "Master List of Documents"),
    row=ControlledRow,
    shows=ControlledDocumentsView,
    words=WORDS,
    columns=COLUMNS,
)
