"""A table of rows from the record: the head repeats on every page, no row breaks over two, widths are fixed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tools.word_templates.boxes import boxes
from tools.word_templates.page import Page
from tools.word_templates.table import HEAD_SHADE, cell, row, tag_row, wide_table, widths
from tools.word_templates.text import label_tag, when
from tools.word_templates.xml import Blocks, Element, paragraph, run


@dataclass(frozen=True, slots=True)
class Column:
    """A head (`t.owner`), what stands below it (`row.owner`), and its share of the width."""

    head: str
    value: str
    share: float
    align: str = ""
    ticked: bool = False
    more: tuple[tuple[str, str], ...] = ()  # label (or none) and value of what stands below it, where there is any
    inside: bool = False  # for the house only: an edition that does not have it has no head for it

    def content(self) -> tuple[Element, ...]:
        """The paragraphs in a row's cell; a column without a value is for a pen."""
        if self.ticked:
            return (boxes(self.value),)
        if not self.value:
            return (paragraph(),)
        below = (part for label, name in self.more for part in self._below(label, name))
        return (self._printed("", self.value), *below)

    def _printed(self, label: str, name: str) -> Element:
        words = f"{{{{ {label} }}}}: {{{{ {name} }}}}" if label else f"{{{{ {name} }}}}"
        return paragraph(run(words), align=self.align)

    def _below(self, label: str, name: str) -> tuple[Element, ...]:
        return (paragraph(run(f"{{%p if {name} %}}")), self._printed(label, name), paragraph(run("{%p endif %}")))


@dataclass(frozen=True, slots=True)
class Blank:
    """Rows to write in where nothing is recorded: several until `over` holds, then one, and none once the record `ended`."""

    rows: int
    height: float = 8.5  # millimetres
    over: str = ""
    ended: str = ""
    least: str = ""  # what the table lists (`view.copies`), where there are rows to write in below those recorded too

    def drawn(self, twips: Sequence[int]) -> list[Element]:
        """What stands in the table in place of rows, tags included."""
        several = [row(*(cell(width=width) for width in twips), height=self.height) for _ in range(1 if self.least else self.rows)]
        if self.least:
            return [tag_row("endfor", twips), tag_row(f"for _ in range({self.least}|length, {self.rows})", twips), *several]
        if self.over:
            several[1:] = self._where(f"not {self.over}", several[1:], twips)
        if self.ended:
            several = [
                *self._where(self.ended, [_whole("t.nothing_to_come", twips)], twips)[:-1],
                tag_row("else", twips),
                *several,
                tag_row("endif", twips),
            ]
        return [tag_row("else", twips), *several] if several else []

    def _where(self, condition: str, rows: list[Element], twips: Sequence[int]) -> list[Element]:
        return [tag_row(f"if {condition}", twips), *rows, tag_row("endif", twips)] if rows else []


@dataclass(frozen=True, slots=True)
class Said:
    """One row that says that there is nothing (`t.none`): for a document that nobody fills in by hand."""

    label: str

    def drawn(self, twips: Sequence[int]) -> list[Element]:
        """What stands in the table in place of rows, tags included."""
        return [tag_row("else", twips), _whole(self.label, twips)]


def _whole(label: str, twips: Sequence[int]) -> Element:
    return row(cell(paragraph(run(f"{{{{ {label} }}}}"), align="center"), width=sum(twips), span=len(twips)), height=6)


def data_table(page: Page, rows: str, *columns: Column, blank: Blank | Said | int = 0, height: float = 6) -> Blocks:
    """One row for each of `rows` (`row in car.containment`); what is `blank` where there is none."""
    inside = [column.head for column in columns if column.inside]
    if not inside:
        return _table(page, rows, *columns, blank=blank, height=height)
    others = [column for column in columns if not column.inside]
    whole = [replace(column, inside=False) for column in columns]
    made = (data_table(page, rows, *shown, blank=blank, height=height) for shown in (whole, others))
    return [*when(inside[0], next(made)), *when(f"not {inside[0]}", next(made))]


def _table(page: Page, rows: str, *columns: Column, blank: Blank | Said | int, height: float) -> Blocks:
    empty = Blank(blank) if isinstance(blank, int) else blank
    twips = widths([column.share for column in columns], page.text_width)
    return [
        wide_table(
            twips,
            head_row(columns, twips),
            tag_row(f"for {rows}", twips),
            _row(columns, twips, height),
            *empty.drawn(twips),
            tag_row("endfor", twips),
        )
    ]


def _row(columns: Sequence[Column], twips: Sequence[int], height: float) -> Element:
    cells = (cell(*column.content(), width=width, top=True) for column, width in zip(columns, twips, strict=True))
    return row(*cells, height=height)


def head_row(columns: Sequence[Column], twips: Sequence[int]) -> Element:
    """The row that repeats on every page."""
    cells = (
        cell(paragraph(run(label_tag(column.head, width)), style="TableHead"), width=width, shade=HEAD_SHADE)
        for column, width in zip(columns, twips, strict=True)
    )
    return row(*cells, head=True)
