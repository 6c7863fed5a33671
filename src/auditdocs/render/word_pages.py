"""A filled part of a Word file → the same, with what belongs together on one page: rows, small tables, what is signed and who signs it."""

from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from auditdocs.render.filters import is_long
from auditdocs.render.wordml import W

SIGNED = "SignatureText"  # the style of what stands in a signature block
NOTE = "TableText"  # outside a table: a line in small print below it
FEW = 4  # rows of a table without a head that is kept whole
_P, _PROPERTIES, _STYLE, _KEPT = (f"{W}{name}" for name in ("p", "pPr", "pStyle", "keepNext"))


def keep_together(root: etree._Element) -> None:
    """As on a page of the PDF: no row alone below a head or on the next page, no signature without what is signed."""
    for row in root.iter(f"{W}tr"):
        _let_break_if_long(row)
    tables = list(root.iter(f"{W}tbl"))
    for table in tables:
        _keep_rows(table)
    for table in filter(_is_signed, tables):
        _keep_above(table)


def _let_break_if_long(row: etree._Element) -> None:
    """A row that fills half a page goes on over the next, as in HTML: kept whole it would leave a page half empty."""
    for properties in row.iterfind(f"{W}trPr"):
        kept = properties.find(f"{W}cantSplit")
        if kept is not None and is_long("".join(map(str, cell.itertext())) for cell in row.iter(f"{W}tc")):
            properties.remove(kept)


def _keep_rows(table: etree._Element) -> None:
    """The first row with the second, the last but one with the last; a few rows without a head all with each other."""
    rows = table.findall(f"{W}tr")
    below = [row for row in rows if row.find(f"{W}trPr/{W}tblHeader") is None]
    if len(below) < len(rows):
        _keep((*below[:-1][:1], *below[-2:-1]))
    elif len(below) <= FEW:
        _keep(below[:-1])


def _is_signed(table: etree._Element) -> bool:
    return any(style.get(f"{W}val") == SIGNED for style in table.iter(_STYLE))


def _keep_above(table: etree._Element) -> None:
    """The heading of a signature block, small print above it, and the last two rows of the table that it signs."""
    for above in table.itersiblings(preceding=True):
        if above.tag != _P:
            _keep(above.findall(f"{W}tr")[-2:])
            return
        _keep_paragraph(above)
        if _says(above) and not _is_aside(above):
            return


def _says(paragraph: etree._Element) -> bool:
    return any(map(str.strip, map(str, paragraph.itertext())))


def _is_aside(paragraph: etree._Element) -> bool:
    style = paragraph.find(f"{_PROPERTIES}/{_STYLE}")
    return style is not None and str(style.get(f"{W}val")).startswith(("Heading", NOTE))


def _keep(rows: Sequence[etree._Element]) -> None:
    """Rows that are not parted from the next one; a long one may be: it goes on over the page."""
    for paragraph in _paragraphs(row for row in rows if row.find(f"{W}trPr/{W}cantSplit") is not None):
        _keep_paragraph(paragraph)


def _paragraphs(rows: Iterable[etree._Element]) -> Iterator[etree._Element]:
    for row in rows:
        yield from row.iter(_P)


def _keep_paragraph(paragraph: etree._Element) -> None:
    properties = paragraph.find(_PROPERTIES)
    if properties is None:
        properties = etree.Element(_PROPERTIES)
        paragraph.insert(0, properties)
    if properties.find(_KEPT) is None:
        properties.insert(0 if properties.find(_STYLE) is None else 1, etree.Element(_KEPT))
