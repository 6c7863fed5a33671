"""A table of labels and values, two or three pairs a row; a value may be text, boxes, or take the whole row."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tools.word_templates.boxes import boxes
from tools.word_templates.page import Page
from tools.word_templates.table import LABEL_SHADE, cell, row, table, tag_row, widths
from tools.word_templates.text import label_tag
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
    height: float = 6  # millimetres, more where people write by hand
    optional: bool = False  # a row of these stands only where one of them has a value …
    once: str = ""  # … and this only from when that holds (`car.ended`): until then it is filled in by hand
    inside: bool = False  # for the house only: an edition that does not have it has no label for it

    def content(self) -> Element:
        """The paragraph in the value's cell; a field without a value is for a pen."""
        if not self.value:
            return paragraph()
        return boxes(self.value) if self.ticked else paragraph(run(f"{{{{ {self.value} }}}}"))

    def emptied(self) -> "Field":
        """The same field on a form that is printed empty."""
        return replace(self, value="", ticked=False, optional=False)


def field_table(page: Page, *fields: Field, pairs: int = 2) -> Blocks:
    """Labels shaded, values beside them, columns fixed."""
    label = _LABEL_MM[pairs]
    value = _TEXT_MM[page.landscape] / pairs - label
    columns = widths((label, value) * pairs, page.text_width)
    rows = [each for group in _rows(fields, pairs) for each in _as_edition_has_it(group, columns)]
    return [table(columns, *rows)]


def _as_edition_has_it(fields: Sequence[Field], columns: tuple[int, ...]) -> tuple[Element, ...]:
    """A row; what is for the house only leaves its place to the others where the edition does not have it."""
    labels, others = [one.label for one in fields if one.inside], [one for one in fields if not one.inside]
    if not labels:
        return _where_written(fields, columns)
    without = (tag_row("else", columns), *_where_written(others, columns)) if others else ()
    return (tag_row(f"if {labels[0]}", columns), *_where_written(fields, columns), *without, tag_row("endif", columns))


def _where_written(fields: Sequence[Field], columns: tuple[int, ...]) -> tuple[Element, ...]:
    """A row; one of optional fields only where one of them has a value."""
    made = _row(fields, columns)
    if not all(one.optional for one in fields):
        return (made,)
    condition = " or ".join((*(one.value for one in fields), *(f"not {one.once}" for one in fields[:1] if one.once)))
    return (tag_row(f"if {condition}", columns), made, tag_row("endif", columns))


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
        label = paragraph(run(label_tag(one.label, columns[start - 1])), style="TableLabel")
        top = one.wide and not one.ticked  # a long text goes on over the page; its label stays where it begins
        cells.append(cell(label, width=columns[start - 1], shade=LABEL_SHADE, top=top))
        cells.append(cell(one.content(), width=sum(columns[start:end]), span=end - start, top=top))
    return row(*cells, height=max(one.height for one in fields))


def box(page: Page, value: str, height: float = 12) -> Blocks:
    """One text in a frame, where the heading above says what it is."""
    made = row(cell(paragraph(run(f"{{{{ {value} }}}}")), width=page.text_width, top=True), height=height)
    return [table((page.text_width,), made)]


def pair_table(page: Page, rows: str, label: str, value: str) -> Blocks:
    """A label and a value for each of `rows`, two side by side."""
    twips = widths((_LABEL_MM[2] + 4, 53) * 2, page.text_width)
    cells = (each for place in (0, 1) for each in _pair(f"group[{place}]", label, value, twips[2 * place : 2 * place + 2]))
    return [table(twips, tag_row(f"for group in {rows}|batch(2, '')", twips), row(*cells), tag_row("endfor", twips))]


def _pair(one: str, label: str, value: str, twips: Sequence[int]) -> tuple[Element, Element]:
    said, given = label_tag(f"{one}.{label}", twips[0], one), f"{{{{ {one}.{value} if {one} else '' }}}}"
    return (
        cell(paragraph(run(said), style="TableLabel"), width=twips[0], shade=LABEL_SHADE),
        cell(paragraph(run(given)), width=twips[1], top=True),
    )
