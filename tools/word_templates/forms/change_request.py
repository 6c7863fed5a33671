"""templates/change_request/change_request.docx: the change request."""

from tools.word_templates.fields import Field, box, field_table
from tools.word_templates.forms.parts import attachments, events
from tools.word_templates.page import Page
from tools.word_templates.signatures import signatures
from tools.word_templates.text import heading
from tools.word_templates.xml import Blocks

_PAGE = Page()


def change_request() -> Blocks:
    """The whole form."""
    return [
        *heading("{{ t.request }}"),
        *field_table(
            _PAGE,
            Field("t.request_number", "change_request.number"),
            Field("t.document", "change_request.document"),
            Field("t.title", "change_request.title", wide=True, optional=True),
            Field("t.document_title", "change_request.document_title", wide=True),
            Field("t.kind", "change_request.kind", wide=True, ticked=True),
            Field("t.from_revision", "change_request.from_revision"),
            Field("t.to_revision", "change_request.to_revision"),
            Field("t.requested_by", "change_request.requested_by"),
            Field("t.department", "change_request.department"),
            Field("t.requested_on", "change_request.requested_on", wide=True),
        ),
        *heading("{{ t.reason }}"),
        *box(_PAGE, "change_request.reason"),
        *heading("{{ t.change }}"),
        *box(_PAGE, "change_request.change"),
        *_assessment(),
        *heading("{{ t.signatures }}"),
        *signatures(_PAGE, "change_request.signatures"),
        *heading("{{ t.completion }}"),
        *field_table(_PAGE, Field("t.done_on", "change_request.done_on"), Field("t.done_by", "change_request.done_by")),
        *events(_PAGE, "change_request"),
        *attachments(_PAGE, "change_request"),
    ]


def _assessment() -> Blocks:
    return [
        *heading("{{ t.assessment }}"),
        *field_table(
            _PAGE,
            Field("t.impact", "change_request.impact", wide=True),
            Field("t.affected", "change_request.affected", wide=True),
            Field("t.training_needed", "change_request.training_needed", wide=True, ticked=True),
            Field("t.training", "change_request.training", wide=True),
        ),
    ]
