"""templates/notification/notification.docx: the notification of an audit's result, 1 to 4."""

from tools.word_templates.data_table import Column, Said, data_table
from tools.word_templates.fields import Field, field_table
from tools.word_templates.forms.parts import attachments
from tools.word_templates.page import Page
from tools.word_templates.signatures import signatures
from tools.word_templates.text import heading
from tools.word_templates.xml import Blocks, flattened

_PAGE = Page()


def notification() -> Blocks:
    """The whole form."""
    return flattened(
        [
            field_table(
                _PAGE,
                Field("t.audit", "notification.audit", wide=True),
                Field("t.audit_title", "notification.title", wide=True, optional=True),
                Field("t.customer", "notification.customer"),
                Field("t.dates", "notification.dates"),
                Field("t.notified_at", "notification.notified_at"),
                Field("t.notified_by", "notification.notified_by"),
            ),
            _result(),
            _findings(),
            _departments(),
            heading("{{ t.signatures }}", number="4"),
            signatures(_PAGE, "notification.signatures"),
            attachments(_PAGE, "notification"),
        ]
    )


def _result() -> Blocks:
    return [
        *heading("{{ t.result }}", number="1"),
        *field_table(
            _PAGE,
            Field("t.decision", "notification.decision"),
            Field("t.source", "notification.source"),
            Field("t.score", "notification.score"),
            Field("t.response_due", "notification.response_due"),
            Field("t.counts", "notification.counts", wide=True),
            Field("t.response_format", "notification.response_format", wide=True),
            Field("t.cars", "notification.cars", wide=True),
            Field("t.summary", "notification.summary", wide=True),
        ),
    ]


def _findings() -> Blocks:
    return [
        *heading("{{ t.findings }}", number="2"),
        *data_table(
            _PAGE,
            "row in notification.findings",
            Column("t.finding", "row.number", 5.5, "center"),
            Column("t.type", "row.type", 12.3),
            Column("t.clause", "row.clause", 18.5),
            Column("t.statement", "row.statement", 19.3),
            Column("t.departments", "row.departments", 12.3),
            Column("t.answer", "row.answer", 13.8),
            Column("t.owner", "row.owner", 7.7),
            Column("t.due", "row.due", 10.6, "center"),
            blank=Said("t.none"),
        ),
    ]


def _departments() -> Blocks:
    return [
        *heading("{{ t.told }}", number="3"),
        *data_table(
            _PAGE,
            "row in notification.departments",
            Column("t.department", "row.department", 16),
            Column("t.finding_numbers", "row.findings", 13),
            Column("t.cars", "row.cars", 30),
            Column("t.first_due", "row.due", 13, "center"),
            Column("t.receipt", "row.signature", 15),
            Column("t.date", "row.date", 13, "center"),
            blank=Said("t.none"),
            height=7,
        ),
    ]
