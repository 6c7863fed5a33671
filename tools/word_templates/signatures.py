"""The signature block: roles, names and dates, or room to sign by hand; never broken over two pages."""

from tools.word_templates.page import Page
from tools.word_templates.table import HEAD_SHADE, LABEL_SHADE, cell, row, table, tag_row, widths
from tools.word_templates.xml import Blocks, Element, paragraph, run

_HEADS = ("{{ t.role }}", "{{ t.name }} / {{ t.signature }}", "{{ t.date }}")
_VALUES = ("{{ signature.role }}", "{{ signature.name }}", "{{ signature.date }}")
_SHARES = (38, 40, 22)


def signatures(page: Page, name: str) -> Blocks:
    """One row for each Signature, high enough for a pen; all paragraphs keep with the next."""
    twips = widths(_SHARES, page.text_width)
    heads = (cell(_kept(words, "TableHead"), width=width, shade=HEAD_SHADE) for words, width in zip(_HEADS, twips, strict=True))
    values = (
        cell(_kept(words), width=width, shade=shade) for words, width, shade in zip(_VALUES, twips, (LABEL_SHADE, "", ""), strict=True)
    )
    rows = (tag_row(f"for signature in {name}", twips), row(*values, height=9), tag_row("endfor", twips))
    return [table(twips, row(*heads, head=True), *rows)]


def _kept(words: str, style: str = "SignatureText") -> Element:
    return paragraph(run(words), style=style, keep_next=True, align="center")
