"""A table of labels and values, two or three pairs a row; a value may be text, boxes, or take the whole row."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tools.word_templates.boxes import boxes
from tools.word_templates.page import Page
from tools.word_templates.table import LABEL_SHADE, cell, row, table, widths
from tools.word_templates.xml import Blocks, Element, paragraph, run

_LABEL_MM = {1: 32, 2: 30, 3: 24}
_TEXT_MM = {False: 175, True: 273}


@dataclass(frozen=True, slots=True)
class Field:
    """A label (`t.owner`) and its value (`car.owner`)."""

    label: str
    value: str
    wide: bool = False
    ticked: bool = False  # the value is a row of boxes
    height: float = 6.5  # millimetres, more where people write by hand

    def content(self) -> Element:
        """The paragraph in the value's cell; a field without a value is for a pen."""
        if not self.value:
            return paragraph()
        return boxes(self.value) if self.ticked else paragraph(run(f"{{{{ {self.value} }}}}"))

    def emptied(self) -> "Field":
        """The same field on a form that is printed empty."""
        return replace(self, value="", ticked=False)


def field_table(page: Page, *fields: Field, pairs: int = 2) -> Blocks:
    """Labels shaded, values beside them, columns fixed."""
    label = _LABEL_MM[pairs]
    value = _TEXT_MM[page.landscape] / pairs - label
    columns = widths((label, value) * pairs, page.text_width)
    return [table(columns, *(_row(group, columns) for group in _rows(fields, pairs)))]


def _rows(fields: Sequence[Field], pairs: int) -> list[list[Field]]:
    rows: list[list[Field]] = []
    for one in fields:
        if one.wide or not rows or rows[-1][-1].wide or len(rows[-1]) == pairs:
            rows.append([])
        rows[-1].append(one)
    return rows


def _row(fields: Sequence[Field], columns: tuple[int, ...]) -> Element:
    cells: list[Element] = []
    for place, one in enumerate(fields):
        start = 2 * place + 1
        end = len(columns) if place == len(fields) - 1 else start + 1
        label = paragraph(run(f"{{{{ {one.label} }}}}"), style="TableLabel")
        top = one.wide and not one.ticked  # a long text goes on over the page; its label stays where it begins
        cells.append(cell(label, width=columns[start - 1], shade=LABEL_SHADE, top=top))
        cells.append(cell(one.content(), width=sum(columns[start:end]), span=end - start, top=top))
    return row(*cells, height=max(one.height for one in fields))
