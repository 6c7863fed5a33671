"""templates/distribution_list/distribution_list.docx: distribution and recall of one revision."""

from tools.word_templates.data_table import Blank, Column, data_table
from tools.word_templates.fields import Field, field_table
from tools.word_templates.page import Page
from tools.word_templates.signatures import signatures
from tools.word_templates.text import heading
from tools.word_templates.xml import Blocks

_PAGE = Page(landscape=True)


def distribution_list() -> Blocks:
    """The whole form."""
    return [
        *field_table(
            _PAGE,
            Field("t.document", "distribution_list.document"),
            Field("t.document_revision", "distribution_list.revision"),
            Field("t.title", "distribution_list.title", wide=True),
            Field("t.effective_on", "distribution_list.effective_on"),
            Field("t.status", "distribution_list.status"),
            Field("t.obsolete_on", "distribution_list.obsolete_on", wide=True),
        ),
        *heading("{{ t.copies }}"),
        *_copies(),
        *heading("{{ t.signatures }}"),
        *signatures(_PAGE, "distribution_list.signatures", abreast=2),
    ]


def _copies() -> Blocks:
    return data_table(
        _PAGE,
        "row in distribution_list.copies",
        Column("t.copy_number", "row.copy_number", 9, "center"),
        Column("t.department", "row.department", 20),
        Column("t.form", "row.form", 10, "center"),
        Column("t.issued_on", "row.issued_on", 12, "center"),
        Column("t.received_by", "row.received_by", 18),
        Column("t.returned_on", "row.returned_on", 12, "center"),
        Column("t.taken_back_by", "row.taken_back_by", 19),
        blank=Blank(8, least="distribution_list.copies"),
    )
