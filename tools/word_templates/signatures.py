"""The signature block: a column for each who signs, with room to sign by hand; never broken over two pages."""

from collections.abc import Iterator, Sequence

from tools.word_templates.page import Page
from tools.word_templates.table import HEAD_SHADE, LABEL_SHADE, cell, row, table, tag_row, widths
from tools.word_templates.xml import Blocks, Element, paragraph, run

_LABEL_MM, _TEXT_MM = 26, {False: 175, True: 273}
_ROWS = (
    ("{{ t.role }}", "role", HEAD_SHADE, 6.0),
    ("{{ t.name }} / {{ t.signature }}", "name", "", 8.0),
    ("{{ t.date }}", "date", "", 6.0),
)


def signatures(page: Page, name: str, abreast: int = 3) -> Blocks:
    """Role, name and date of so many Signatures side by side; more go on below."""
    wide = _TEXT_MM[page.landscape]
    twips = widths((_LABEL_MM, *[(wide - _LABEL_MM) / abreast] * abreast), page.text_width)
    loop = tag_row(f"for group in {name}|batch({abreast}, '')", twips)
    return [table(twips, loop, *_rows(twips), tag_row("endfor", twips))]


def _rows(twips: Sequence[int]) -> Iterator[Element]:
    for label, field, shade, height in _ROWS:
        values = (
            cell(_kept(f"{{{{ group[{place}].{field} if group[{place}] else '' }}}}"), width=width, shade=shade)
            for place, width in enumerate(twips[1:])
        )
        yield row(cell(_kept(label), width=twips[0], shade=LABEL_SHADE), *values, height=height)


def _kept(words: str) -> Element:
    return paragraph(run(words), style="SignatureText", keep_next=True, align="center")
