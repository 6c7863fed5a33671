"""templates/submission/submission.docx: the cover of a package for the customer."""

from tools.word_templates.data_table import Column, Said, data_table
from tools.word_templates.fields import Field, field_table
from tools.word_templates.page import Page
from tools.word_templates.signatures import signatures
from tools.word_templates.text import gap, heading, when
from tools.word_templates.xml import Blocks, flattened

_PAGE = Page()


def submission() -> Blocks:
    """The whole cover."""
    return flattened(
        [
            _head(),
            heading("{{ t.package }}"),
            _cars(),
            when("submission.files", heading("{{ t.files }}"), _files()),
            heading("{{ t.response }}"),
            _results(),
            heading("{{ t.signatures }}"),
            signatures(_PAGE, "submission.signatures"),
        ]
    )


def _head() -> Blocks:
    return field_table(
        _PAGE,
        Field("t.submission_number", "submission.number"),
        Field("t.customer_due", "submission.customer_due"),
        Field("t.title", "submission.title", wide=True, optional=True),
        Field("t.customer", "submission.customer"),
        Field("t.addressed_to", "submission.addressed_to"),
        Field("t.audit", "submission.audit", wide=True),
        Field("t.kind", "submission.kind", wide=True, ticked=True),
        Field("t.sent_on", "submission.sent_on"),
        Field("t.sent_by", "submission.sent_by"),
        Field("t.channel", "submission.channel", wide=True),
        Field("t.message", "submission.message", wide=True, optional=True),
    )


def _cars() -> Blocks:
    return data_table(
        _PAGE,
        "row in submission.cars",
        Column("t.car", "row.number", 14, more=(("", "row.customer_number"),)),
        Column("t.finding", "row.finding", 14),
        Column("t.department", "row.department", 12.8),
        Column("t.measures", "row.measures", 35.7),
        Column("t.due ~ ' / ' ~ t.state", "row.due", 11.5, "center", more=(("", "row.state"),)),
        Column("t.evidence", "row.evidence", 16),
        blank=Said("t.none"),
    )


def _files() -> Blocks:
    return data_table(
        _PAGE,
        "row in submission.files",
        Column("t.number", "row.number", 7, "center"),
        Column("t.attachment_title", "row.title", 31),
        Column("t.attachment_file", "row.file", 40),
        Column("t.attachment_origin", "row.origin", 11),
        Column("t.attachment_class", "row.confidentiality", 11),
    )


def _results() -> Blocks:
    return [
        *data_table(
            _PAGE,
            "row in submission.results",
            Column("t.car", "row.number", 20),
            Column("t.result", "row.result", 27, ticked=True),
            Column("t.comment", "row.comment", 53),
            blank=Said("t.none"),
            height=8,
        ),
        *gap(),
        *field_table(
            _PAGE,
            Field("t.answered_on", "submission.answered_on"),
            Field("t.answered_by", "submission.answered_by"),
            Field("t.comment", "submission.comment", wide=True, optional=True),
        ),
    ]
