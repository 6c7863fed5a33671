"""Tables that several forms print alike: attachments and dated events (`documents/rows.py`)."""

from tools.word_templates.data_table import Column, data_table
from tools.word_templates.page import Page
from tools.word_templates.text import heading, when
from tools.word_templates.xml import Blocks


def attachments(page: Page, view: str, level: int = 1) -> Blocks:
    """The list of attachments, where there are any."""
    listed = data_table(
        page,
        f"row in {view}.attachments",
        Column("t.number", "row.number", 9, "center"),
        Column("t.attachment_title", "row.title", 33),
        Column("t.attachment_file", "row.file", 34),
        Column("t.attachment_origin", "row.origin", 12),
        Column("t.attachment_class", "row.confidentiality", 12),
    )
    return when(f"{view}.attachments", heading("{{ t.attachments }}", level), listed)


def events(page: Page, view: str) -> Blocks:
    """Returns, voids, reopenings, where there are any."""
    listed = data_table(
        page,
        f"row in {view}.events",
        Column("t.date", "row.date", 14, "center"),
        Column("t.event", "row.event", 20),
        Column("t.event_by", "row.by", 18),
        Column("t.event_reason", "row.reason", 48),
    )
    return when(f"{view}.events", heading("{{ t.events }}", 2), listed)
