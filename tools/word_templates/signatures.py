"""The signature block: roles, names and dates, or room to sign by hand; never broken over two pages."""

from tools.word_templates.page import Page
from tools.word_templates.table import HEAD_SHADE, LABEL_SHADE, cell, row, table, tag_row, widths
from tools.word_templates.xml import Blocks, Element, paragraph, run

_COLUMNS = (
    ("{{ t.role }}", "role", 38, LABEL_SHADE),
    ("{{ t.name }} / {{ t.signature }}", "name", 40, ""),
    ("{{ t.date }}", "date", 22, ""),
)


def signatures(page: Page, name: str, abreast: int = 0) -> Blocks:
    """Rows high enough for a pen; on a page that lies on its side three Signatures share a row."""
    abreast = abreast or (3 if page.landscape else 1)
    twips = widths([share for _, _, share, _ in _COLUMNS] * abreast, page.text_width)
    columns = [(place, *column) for place in range(abreast) for column in _COLUMNS]
    heads = (
        cell(_kept(head, "TableHead"), width=width, shade=HEAD_SHADE) for (_, head, _, _, _), width in zip(columns, twips, strict=True)
    )
    values = (
        cell(_kept(_value(place, field)), width=width, shade=shade)
        for (place, _, field, _, shade), width in zip(columns, twips, strict=True)
    )
    loop = tag_row(f"for group in {name}|batch({abreast}, '')", twips)
    return [table(twips, row(*heads, head=True), loop, row(*values, height=8), tag_row("endfor", twips))]


def _value(place: int, field: str) -> str:
    return f"{{{{ group[{place}].{field} if group[{place}] else '' }}}}"


def _kept(words: str, style: str = "SignatureText") -> Element:
    return paragraph(run(words), style=style, keep_next=True, align="center")
