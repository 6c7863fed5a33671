"""Tables that several forms print alike: attachments, photographs and dated events (`documents/rows.py`)."""

from collections.abc import Sequence

from tools.word_templates.data_table import Column, data_table
from tools.word_templates.page import Page
from tools.word_templates.table import cell, row, table, tag_row, widths
from tools.word_templates.text import heading, when
from tools.word_templates.xml import Blocks, Element, paragraph, run


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


def pictures(page: Page, view: str) -> Blocks:
    """Photographs, two abreast, each above its caption and on one page with it, where there are any; the last may have a row to itself."""
    twips = widths((1, 1), page.text_width)
    printed = table(
        twips,
        tag_row(f"for pair in {view}.pictures|batch(2)", twips),
        tag_row("if pair|length == 2", twips),
        *_abreast(twips),
        tag_row("else", twips),
        *_abreast((sum(twips),)),
        tag_row("endif", twips),
        tag_row("endfor", twips),
    )
    return when(f"{view}.pictures", heading("{{ t.pictures }}", 2), [printed])


def _abreast(twips: Sequence[int]) -> tuple[Element, Element]:
    """The row of photographs and that of their captions; one alone takes the room of two."""
    span = 3 - len(twips)
    shown = [cell(_within(place, "", align="center"), width=width, span=span, top=True) for place, width in enumerate(twips)]
    said = [cell(_within(place, ".caption"), width=width, span=span, top=True) for place, width in enumerate(twips)]
    return row(*shown), row(*said)


def _within(place: int, field: str, align: str = "") -> Element:
    return paragraph(run(f"{{{{ pair[{place}]{field} }}}}"), align=align, keep_next=not field)


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
