"""A part of a Word file → where each of its paragraphs stands, in words that somebody can follow in Word."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from auditdocs.problem import Words
from auditdocs.render.wordml import W

_P, _TBL, _TR, _TC, _T, _BOX = (f"{W}{name}" for name in ("p", "tbl", "tr", "tc", "t", "txbxContent"))
PARTS = {
    "header": Words("页眉", "header"),
    "footer": Words("页脚", "footer"),
    "footnotes": Words("脚注", "footnotes"),
    "endnotes": Words("尾注", "endnotes"),
}
NOWHERE = Words("", "")


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """A paragraph with all that Word has cut its text into, joined again."""

    element: etree._Element
    text: str
    where: Words


@dataclass(slots=True)
class _Count:
    """How many paragraphs and tables were met at one level."""

    paragraphs: int = 0
    tables: int = 0


def paragraphs(root: etree._Element, kind: str) -> Iterator[Paragraph]:
    """Every paragraph of a part in order; `kind` as `part_kind` says it."""
    return _below(root, PARTS.get(kind, NOWHERE), _Count(), in_cell=False)


def part_kind(content_type: str) -> str:
    """What part of a document a content type says it is: document, header, footer, footnotes."""
    return content_type.rpartition(".")[2].removesuffix("+xml")


def joined(*parts: Words) -> Words:
    """Places from the largest to the smallest."""
    return Words("".join(one.zh for one in parts), ", ".join(one.en for one in parts if one.en))


def _below(element: etree._Element, where: Words, count: _Count, in_cell: bool) -> Iterator[Paragraph]:
    for child in element:
        if child.tag == _P:
            count.paragraphs += 1
            number = count.paragraphs
            here = where if in_cell else joined(where, Words(f"第 {number} 段", f"paragraph {number}"))
            yield Paragraph(child, _own_text(child), here)
            yield from _boxes(child, here)
        elif child.tag == _TBL:
            count.tables += 1
            yield from _table(child, where, count.tables)
        else:
            yield from _below(child, where, count, in_cell)


def _boxes(paragraph: etree._Element, where: Words) -> Iterator[Paragraph]:
    """The text boxes that hang on a paragraph."""
    for box in paragraph.iter(_BOX):
        yield from _below(box, joined(where, Words("文本框", "text box")), _Count(), in_cell=True)


def _table(table: etree._Element, where: Words, number: int) -> Iterator[Paragraph]:
    for at, row in enumerate(_nearest(table, _TR), 1):
        for cell_at, cell in enumerate(_nearest(row, _TC), 1):
            zh, en = f"第 {number} 个表格第 {at} 行第 {cell_at} 格", f"table {number}, row {at}, cell {cell_at}"
            yield from _below(cell, joined(where, Words(zh, en)), _Count(), in_cell=True)


def _nearest(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or cells of a row, also within content controls, but not those of a table inside."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in (_TBL, _TC):
            yield from _nearest(child, tag)


def _own_text(paragraph: etree._Element) -> str:
    """The text of a paragraph, without that of a text box that hangs on it."""
    return "".join(one.text or "" for one in paragraph.iter(_T) if next(one.iterancestors(_P)) is paragraph)
