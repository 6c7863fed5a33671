"""Tables of fixed column widths that fill the text width: cells, rows, and the rows that are tags."""

from collections.abc import Sequence
from itertools import pairwise

from tools.word_templates.xml import NAMESPACE, Element, paragraph, run, w

LABEL_SHADE = "F2F2F2"
HEAD_SHADE = "E4E9EF"
MANY = 6  # columns: from here on their letters are smaller, as in HTML
_MM = 1440 / 25.4
_SMALL = {"TableText": "TableTextSmall", "TableHead": "TableHeadSmall"}


def widths(shares: Sequence[float], total: int) -> tuple[int, ...]:
    """Columns in twips by their shares; their sum is the total, exactly."""
    whole = sum(shares)
    edges = [round(total * sum(shares[:count]) / whole) for count in range(len(shares) + 1)]
    return tuple(right - left for left, right in pairwise(edges))


def table(columns: Sequence[int], *rows: Element) -> Element:
    """A table with these column widths in twips; no column moves with its text."""
    properties = w(
        "tblPr",
        w("tblStyle", val="TableGrid"),
        w("tblW", w=sum(columns), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0000"),
    )
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in columns)), *rows)


def wide_table(columns: Sequence[int], *rows: Element) -> Element:
    """The same in smaller letters where the columns are many."""
    made = table(columns, *rows)
    for style in made.iter(f"{{{NAMESPACE}}}pStyle") if len(columns) >= MANY else ():
        name = str(style.get(f"{{{NAMESPACE}}}val"))
        style.set(f"{{{NAMESPACE}}}val", _SMALL.get(name, name))
    return made


def row(*cells: Element, height: float = 6, head: bool = False) -> Element:
    """A row that does not break over pages, at least so many millimetres high, so that there is room for a pen."""
    properties = [w("cantSplit"), w("trHeight", val=round(height * _MM), hRule="atLeast")]
    if head:
        properties.append(w("tblHeader"))
    return w("tr", w("trPr", *properties), *cells)


def cell(*content: Element, width: int, span: int = 1, shade: str = "", merge: str = "", top: bool = False) -> Element:
    """A cell; `merge` is restart or continue for one that spans rows."""
    properties = [w("tcW", w=width, type="dxa")]
    if span > 1:
        properties.append(w("gridSpan", val=span))
    if merge:
        properties.append(w("vMerge", val=merge))
    if shade:
        properties.append(w("shd", val="clear", color="auto", fill=shade))
    properties.append(w("vAlign", val="top" if top else "center"))
    return w("tc", w("tcPr", *properties), *(content or (paragraph(),)))


def kept_with_next(made: Element) -> Element:
    """The same row, not parted from the one below it."""
    for properties in made.iter(f"{{{NAMESPACE}}}pPr"):
        if properties.find(f"{{{NAMESPACE}}}keepNext") is None:
            properties.insert(1, w("keepNext"))
    return made


def tag_row(tag: str, columns: Sequence[int]) -> Element:
    """A row that is only a tag: docxtpl puts the tag in its place."""
    content = paragraph(run(f"{{%tr {tag} %}}"))
    return w("tr", cell(content, width=sum(columns), span=len(columns)))
