"""A change request → its form."""

from auditdocs.document import INSIDE
from auditdocs.documents.control.change_request import WORDS, ChangeRequestView
from auditdocs.documents.not_printed import kept_for_ever, left_to_its_keeper
from auditdocs.documents.record_form import record_form
from auditdocs.documents.rows_view import attachment_rows, event_row, signatures
from auditdocs.documents.words import NO, YES, Writing
from auditdocs.entry import Entry
from auditdocs.field import label
from auditdocs.problem import Words
from auditdocs.records.control.change_request import CHANGE_KIND, ChangeRequest
from auditdocs.records.control.policy import revisions
from auditdocs.records.house.forms import Forms
from auditdocs.view_parts import Box

TITLE = Words("更改申请单", "Document Change Request")
ROLES = ("prepared", "reviewed", "approved")


def view(write: Writing, entry: Entry[ChangeRequest]) -> ChangeRequestView:
    """What the form says."""
    asked = entry.record
    return ChangeRequestView(
        number=entry.key,
        title=write.text(asked.title),
        document=asked.document,
        document_title=_document_title(write, asked.document),
        kind=write.boxes(CHANGE_KIND, asked.kind),
        from_revision=asked.from_revision or "",
        to_revision=asked.to_revision or "",
        requested_on=write.day(asked.requested_on),
        requested_by=write.person(asked.requested_by),
        department=write.department(asked.department),
        reason=write.text(asked.reason),
        change=write.text(asked.change),
        impact=write.text(asked.impact),
        affected=write.listed(asked.affected),
        training_needed=tuple(Box(asked.training_needed is value, write.words(words)) for value, words in ((True, YES), (False, NO))),
        training=write.text(asked.training),
        signatures=signatures(write, asked, ROLES),
        done_on=write.day(asked.done_on),
        done_by=write.person(asked.done_by),
        events=(event_row(write, label(ChangeRequest, "rejected"), asked.rejected),) if asked.rejected else (),
        attachments=attachment_rows(write, asked),
    )


def _document_title(write: Writing, number: str) -> str:
    """The title of the policy or the form with this number."""
    found, forms = revisions(write.records, number), write.records.get(Forms, "forms")
    if found:
        return write.name(found[-1].record.title)
    rows = forms.record.rows.values() if forms else ()
    return next((write.name(form.title) for form in rows if form.number == number), "")


CHANGE_REQUEST_FORM = record_form(
    ChangeRequest,
    view,
    name="change_request",
    title=TITLE,
    shows=ChangeRequestView,
    words=WORDS,
    editions=INSIDE,
    folder="change_requests",
    not_printed={**left_to_its_keeper("change_request"), **kept_for_ever("change_request")},
)
