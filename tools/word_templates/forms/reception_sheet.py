"""templates/reception_sheet/reception_sheet.docx: the reception sheet, sections 1 to 4."""

from tools.word_templates.data_table import Column, data_table
from tools.word_templates.fields import Field, field_table
from tools.word_templates.forms.parts import attachments
from tools.word_templates.page import Page
from tools.word_templates.signatures import signatures
from tools.word_templates.text import heading, note
from tools.word_templates.xml import Blocks, flattened

_PAGE = Page()


def reception_sheet() -> Blocks:
    """The whole form."""
    return flattened(
        [
            _visit(),
            _guests(),
            _items(),
            heading("{{ t.signatures }}", number="4"),
            signatures(_PAGE, "reception_sheet.signatures", abreast=2),
            attachments(_PAGE, "reception_sheet"),
        ]
    )


def _visit() -> Blocks:
    return [
        *heading("{{ t.visit }}", number="1"),
        *field_table(
            _PAGE,
            Field("t.audit", "reception_sheet.audit", wide=True),
            Field("t.title", "reception_sheet.title", wide=True, optional=True),
            Field("t.customer", "reception_sheet.customer", wide=True),
            Field("t.audit_date", "reception_sheet.audit_date"),
            Field("t.visitor_count", "reception_sheet.visitor_count"),
            Field("t.contact", "reception_sheet.contact", wide=True),
            Field("t.welcome_text", "reception_sheet.welcome_text", wide=True),
        ),
    ]


def _guests() -> Blocks:
    return [
        *heading("{{ t.visitors }}", number="2"),
        *data_table(
            _PAGE,
            "row in reception_sheet.guests",
            Column("t.name", "row.name", 18),
            Column("t.visitor_title", "row.title", 22),
            Column("t.organization", "row.organization", 32),
            Column("t.role", "row.role", 15),
            Column("t.language", "row.language", 13),
            blank=4,
        ),
    ]


def _items() -> Blocks:
    return [
        *heading("{{ t.items }}", number="3"),
        *data_table(
            _PAGE,
            "row in reception_sheet.items",
            Column("t.item_kind", "row.item", 17),
            Column("t.item_detail", "row.detail", 31),
            Column("t.item_for_date", "row.for_date", 11, "center"),
            Column("t.item_owner", "row.owner", 14, "center"),
            Column("t.item_status", "row.status", 11, "center"),
            Column("t.item_note", "row.note", 16),
        ),
        *note("{{ t.gifts }}"),
    ]
