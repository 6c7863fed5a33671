from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from auditdocs.document import Refusal
from auditdocs.render import Press, render
from auditdocs.render.archive import unpack
from auditdocs.view_parts import Sheet
from tests.render import demo
from tests.render.naughty import BEYOND_THE_FONTS, PRINTABLE, UNPRINTABLE

SHEET = Sheet(
    "归档索引",
    ("样例精密部件有限公司", "归档目录与存档期限索引 Archive index", "FM-RC-01"),
    (("档号 No.", 14), ("归档日 Archived", 12), ("得分 Score", 10), ("页数 Pages", 8)),
    (("A-0001", date(2026, 3, 1), Decimal("87.50"), 12), ("0012", None, None, 3)),
)


def made(*sheets: Sheet) -> bytes:
    result = render(demo.job(sheets, "xlsx"), Press(()))
    assert isinstance(result, bytes), result
    return result


def refused(*sheets: Sheet) -> Refusal:
    result = render(demo.job(sheets, "xlsx"), Press(()))
    assert isinstance(result, Refusal)
    return result


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(content))


def with_cell(cell: object) -> Sheet:
    return replace(SHEET, rows=((cell, None, None, None),))


@pytest.mark.parametrize("text", [*PRINTABLE, *BEYOND_THE_FONTS])
def test_text_stays_text(text: str) -> None:
    cell = opened(made(with_cell(text))).active["A6"]
    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.parametrize("text", UNPRINTABLE, ids=ascii)
def test_what_cannot_be_printed_is_refused(text: str) -> None:
    assert refused(with_cell(text)).sentence.code == "document.illegal-character"


def test_a_row_is_as_high_as_its_longest_text_needs() -> None:
    page = opened(
        made(replace(SHEET, rows=(("一二三四五六七八九十", None, None, None), ("a\nb\nc", None, None, None), ("x", None, None, 1))))
    ).active
    assert [page.row_dimensions[row].height for row in (6, 7, 8)] == [24, 36, 12]


def test_a_wide_sheet_is_printed_on_a3_and_a_narrow_one_on_a4() -> None:
    wide = replace(SHEET, columns=(("甲", 201),), rows=(("x",),))
    assert [opened(made(sheet)).active.page_setup.paperSize for sheet in (SHEET, wide)] == [9, 8]


def test_a_day_in_the_footer_is_not_read_as_the_size_of_letters() -> None:
    job = demo.job((SHEET,), "xlsx")
    result = render(replace(job, frame=replace(job.frame, as_of="2026-11-20")), Press(()))
    assert isinstance(result, bytes)
    assert opened(result).active.oddFooter.right.text.strip() == "2026-11-20"


def test_dates_and_numbers_are_what_they_are() -> None:
    page = opened(made(SHEET)).active
    assert [page[f"{column}6"].value for column in "ABCD"] == ["A-0001", datetime(2026, 3, 1), 87.5, 12]  # noqa: DTZ001
    assert (page["B6"].number_format, page["C6"].number_format, page["A6"].number_format) == ("yyyy-mm-dd", "0.00", "@")
    assert [page[f"{column}7"].value for column in "ABCD"] == ["0012", None, None, 3]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (date(1899, 12, 31), "1899-12-31"),
        (Decimal("1234567890.1234567"), "1234567890.1234567"),
        (10**16, "10000000000000000"),
        (Decimal("7"), 7),
        (Decimal("1E+3"), 1000),
    ],
)
def test_what_excel_would_change_is_written_as_text(cell: object, shown: object) -> None:
    assert opened(made(with_cell(cell))).active["A6"].value == shown


def test_rows_can_be_filtered_and_the_heading_stays() -> None:
    page = opened(made(SHEET)).active
    assert page.auto_filter.ref == "A5:D7"
    assert page.freeze_panes == "A6"
    assert page.print_title_rows == "$5:$5"
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert page.oddFooter.center.text == "&P / &N"
    assert [page[f"A{row}"].value for row in (1, 2, 3)] == list(SHEET.heading)
    assert page.column_dimensions["A"].width == pytest.approx(14, abs=1)


def test_a_sheet_without_rows_can_be_opened() -> None:
    assert opened(made(replace(SHEET, rows=()))).active["A5"].value == "档号 No."


def test_several_sheets_stand_in_order() -> None:
    assert opened(made(SHEET, replace(SHEET, name="Second"))).sheetnames == ["归档索引", "Second"]


def test_equal_rows_give_equal_bytes() -> None:
    assert made(SHEET) == made(SHEET)


def test_the_file_knows_its_title_and_no_clock() -> None:
    core = unpack(made(SHEET), "x")["docProps/core.xml"].decode()
    assert "CAR-2026-0031 纠正措施要求单" in core
    assert core.count("2000-01-01T00:00:00Z") == 2


def test_text_that_excel_would_cut_is_refused() -> None:
    refusal = refused(with_cell("x" * 32_768))
    assert refusal.sentence.code == "document.cell-too-long"
    assert refusal.needle
    assert opened(made(with_cell("x" * 32_767))).active["A6"].value == "x" * 32_767


@pytest.mark.parametrize("name", ["", "a" * 32, "a/b", "a[1]", "'a"])
def test_a_sheet_name_that_excel_does_not_take_is_refused(name: str) -> None:
    assert refused(replace(SHEET, name=name)).sentence.code == "document.sheet-name"


def test_two_sheets_of_one_name_are_refused() -> None:
    assert refused(replace(SHEET, name="Index"), replace(SHEET, name="INDEX")).sentence.code == "document.sheet-name"


def test_a_view_that_is_no_sheet_is_our_own_fault() -> None:
    with pytest.raises(TypeError):
        render(demo.job(form="xlsx"), Press(()))
