"""A Word template with tags in body, table, header and footer, made by python-docx."""

from io import BytesIO

import docx
from docx.document import Document as Word


def made() -> Word:
    """The template as python-docx holds it, for tests that spoil it first."""
    word = docx.Document()
    section = word.sections[0]
    section.header.paragraphs[0].text = "{{ frame.company }} | {{ frame.title }} | {{ demo.customer }}"
    section.footer.paragraphs[0].text = "{{ t.sources }}: {{ frame.sources }}"
    word.add_paragraph("{{ t.description }}: {{ demo.description }}")
    word.add_paragraph("{{ demo.types }}")
    table = word.add_table(rows=4, cols=3, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, ("{{ t.number }}", "{{ t.measure }}", "{{ t.owner }}"), strict=True):
        cell.text = text
    table.rows[1].cells[0].text = "{%tr for row in demo.actions %}"
    for cell, text in zip(table.rows[2].cells, ("{{ row.number }}", "{{ row.measure }}", "{{ row.owner }}"), strict=True):
        cell.text = text
    table.rows[3].cells[0].text = "{%tr endfor %}"
    word.add_paragraph("{{p demo.narrative|contents }}")
    word.add_paragraph("{{p demo.narrative }}")
    return word


def saved(word: Word) -> bytes:
    """The template as bytes."""
    content = BytesIO()
    word.save(content)
    return content.getvalue()
