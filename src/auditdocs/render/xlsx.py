"""A job whose view is a sheet, or several → an Excel workbook: text stays text, dates are dates, equal rows give equal bytes."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from io import BytesIO
from typing import Any
from unicodedata import east_asian_width

import xlsxwriter

from auditdocs.document import Frame, Job
from auditdocs.problem import Free, Sentence
from auditdocs.render.archive import pack, unpack
from auditdocs.render.characters import demand_printable
from auditdocs.render.press import Press, refuse
from auditdocs.view_parts import Sheet

LONGEST = 32_767  # what Excel holds in a cell; XlsxWriter cuts the rest without a word
LINE_POINTS, MOST_LINES = 12, 30  # height of a line; Excel takes 409 points a row
WIDE = 200  # characters in all columns, above which a sheet is printed on A3

LONG_CELL = Sentence(
    "document.cell-too-long",
    zh="工作表“{sheet}”中有一个单元格的文字为 {length} 个字符，Excel 上限为 32767：{text}",
    en="a cell of sheet {sheet} has {length} characters, Excel holds 32767: {text}",
    do_zh="请缩短记录中的文字",
    do_en="shorten the text in the record",
)
SHEET_NAME = Sentence(
    "document.sheet-name",
    zh="工作表名称“{sheet}”不合 Excel 的要求（不超过 31 个字符，不含 []:*?/\\，不重名）",
    en="the sheet name {sheet} is not one Excel takes (31 characters, none of []:*?/\\, no name twice)",
    do_zh="请修改文件种类中的工作表名称",
    do_en="change the sheet's name in the document kind",
)
SENTENCES = (LONG_CELL, SHEET_NAME)

_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001  (Excel's dates know no zone)
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_CELL = {"font_name": "Arial", "font_size": 9, "valign": "top", "border": 1, "border_color": "#808080"}
_LOOKS: Mapping[str, Mapping[str, object]] = {
    "title": {"font_name": "Arial", "font_size": 13, "bold": True},
    "line": {"font_name": "Arial", "font_size": 9},
    "head": {**_CELL, "bold": True, "bg_color": "#EEEEEE", "text_wrap": True, "align": "center", "valign": "vcenter"},
    "text": {**_CELL, "text_wrap": True, "num_format": "@"},
    "day": {**_CELL, "num_format": "yyyy-mm-dd", "align": "center"},
    "moment": {**_CELL, "num_format": "yyyy-mm-dd hh:mm", "align": "center"},
    "whole": {**_CELL, "num_format": "0"},
}


def render_xlsx(job: Job, press: Press) -> bytes:
    """The job as a workbook."""
    view = job.document.view
    sheets = view if isinstance(view, tuple) else (view,)
    if not all(isinstance(sheet, Sheet) for sheet in sheets):
        raise TypeError(f"the view of {job.target} is not made of sheets")
    return workbook(sheets, job.frame)


def workbook(sheets: Sequence[Sheet], frame: Frame) -> bytes:
    """These sheets as a workbook."""
    _demand_names([sheet.name for sheet in sheets])
    content = BytesIO()
    with xlsxwriter.Workbook(content, _OPTIONS) as book:
        title, author = demand_printable(frame.subject or frame.title), demand_printable(frame.company)
        book.set_properties({"title": title, "author": author, "created": _CREATED})
        looks = _Looks(book)
        for sheet in sheets:
            _write_sheet(book.add_worksheet(sheet.name), sheet, frame, looks)
    return pack(unpack(content.getvalue(), "xlsx"))


def _demand_names(names: Sequence[str]) -> None:
    met: set[str] = set()
    for name in names:
        fits = 0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") and name.strip("'") == name
        if not fits or name.casefold() in met:
            raise refuse(SHEET_NAME, {"sheet": name})
        met.add(name.casefold())


class _Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            places = name.removeprefix("decimal ")
            look = _LOOKS.get(name) or {**_CELL, "num_format": "0." + "0" * int(places)}
            self._made[name] = self._book.add_format(look)
        return self._made[name]


def _write_sheet(page: Any, sheet: Sheet, frame: Frame, looks: _Looks) -> None:
    top = _write_heading(page, sheet, looks)
    for column, (title, width) in enumerate(sheet.columns):
        page.set_column(column, column, width)
        page.write_string(top, column, demand_printable(title), looks["head"])
    for row, cells in enumerate(sheet.rows, top + 1):
        page.set_row(row, LINE_POINTS * _lines_in(cells, sheet))
        for column, cell in enumerate(cells):
            _write_cell(page, row, column, cell, sheet.name, looks)
    page.freeze_panes(top + 1, 0)
    page.autofilter(top, 0, top + len(sheet.rows), len(sheet.columns) - 1)
    _set_paper(page, top, frame, is_wide=sum(width for _, width in sheet.columns) > WIDE)


def _lines_in(cells: Sequence[object], sheet: Sheet) -> int:
    """How many lines a row needs: programs other than Excel do not reckon it when they open the file."""
    needed = 1
    for cell, (_, width) in zip(cells, sheet.columns, strict=True):
        if isinstance(cell, str) and (len(cell) * 2 > width or "\n" in cell):  # what is shorter fits, in any script
            needed = max(needed, _lines_of(cell, width))
    return min(needed, MOST_LINES)


@lru_cache(maxsize=1 << 16)  # a register says the same thing on most of its rows
def _lines_of(text: str, width: int) -> int:
    return sum(max(1, -(-_width(line) // width)) for line in text.split("\n"))


def _width(text: str) -> int:
    """In characters of Excel's column widths: a Chinese one takes two."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def _write_heading(page: Any, sheet: Sheet, looks: _Looks) -> int:
    """The lines above the table; returns the row its titles stand in."""
    for row, line in enumerate(sheet.heading):
        page.write_string(row, 0, demand_printable(line), looks["title" if row == 0 else "line"])
    return len(sheet.heading) + 1 if sheet.heading else 0


def _set_paper(page: Any, top: int, frame: Frame, is_wide: bool) -> None:
    page.set_landscape()
    page.set_paper(8 if is_wide else 9)  # A3, A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(top)
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    said = " · ".join(part for part in (frame.form_number, frame.revision, frame.confidentiality) if part)
    # the blanks keep a text that begins with a digit from being read as the size of its letters
    page.set_footer(f"&L&8 {said.replace('&', '&&')[:100]}&C&8 &P / &N&R&8 {frame.as_of.replace('&', '&&')[:60]}")


def _write_cell(page: Any, row: int, column: int, cell: object, sheet: str, looks: _Looks) -> None:
    match cell:
        case str() if cell:  # most are
            page.write_string(row, column, _fitting(cell, sheet), looks["text"])
        case None | "":
            page.write_blank(row, column, None, looks["text"])
        case datetime() if cell.year >= 1900:
            page.write_datetime(row, column, cell.replace(tzinfo=None), looks["moment"])
        case date() if cell.year >= 1900:
            page.write_datetime(row, column, cell, looks["day"])
        case int() if not isinstance(cell, bool) and abs(cell) < 10**15:
            page.write_number(row, column, cell, looks["whole"])
        case Decimal() if _is_exact(cell):
            page.write_number(row, column, float(cell), looks[_decimal_look(cell)])
        case int() | Decimal() | date() if not isinstance(cell, bool):
            page.write_string(row, column, _fitting(str(cell), sheet), looks["text"])
        case _:
            raise TypeError(f"{type(cell).__name__} has no place in a workbook")


def _is_exact(value: Decimal) -> bool:
    """Excel keeps fifteen digits; what has more is written as text."""
    return value.is_finite() and len(value.as_tuple().digits) <= 15 and abs(value.adjusted()) < 15


def _decimal_look(value: Decimal) -> str:
    exponent = value.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return f"decimal {places}" if places else "whole"


@lru_cache(maxsize=1 << 16)
def _fitting(text: str, sheet: str) -> str:
    if len(text) > LONGEST:
        raise refuse(LONG_CELL, {"sheet": sheet, "length": len(text), "text": Free(text)}, needle=text[:200])
    return demand_printable(text)
