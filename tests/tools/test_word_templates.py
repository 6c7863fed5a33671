"""The Word templates that ship are what tools/word_templates makes, and all of one family."""

import re
from pathlib import Path

import pytest
from lxml import etree

from auditdocs.render.archive import unpack
from auditdocs.render.docx_check import inspect_docx
from auditdocs.render.wordml import W, parsed
from tools.word_templates.__main__ import TEMPLATES, differing, main, write
from tools.word_templates.forms import FORMS
from tools.word_templates.page import Page
from tools.word_templates.table import widths

FACES = {"宋体", "黑体", "Segoe UI Symbol"}


def parts(name: str) -> dict[str, bytes]:
    return unpack((TEMPLATES / f"{name}.docx").read_bytes(), name)


def part(name: str, path: str) -> etree._Element:
    return parsed(parts(name)[path])


def test_the_committed_templates_are_what_the_tool_makes() -> None:
    assert differing(TEMPLATES) == ()


def test_no_other_word_template_lies_among_the_shipped_ones() -> None:
    found = {file.relative_to(TEMPLATES).with_suffix("").as_posix() for file in TEMPLATES.glob("*/*.docx")}
    assert found == set(FORMS)


def test_the_check_names_a_template_that_somebody_edited(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path)
    edited = tmp_path / "car" / "car.docx"
    edited.write_bytes((tmp_path / "policy" / "policy.docx").read_bytes())
    assert main(["--check", "--into", str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith("car/car.docx:")
    assert main(["--into", str(tmp_path)]) == 0
    assert main(["--check", "--into", str(tmp_path)]) == 0


@pytest.mark.parametrize("name", FORMS)
def test_a_template_is_safe_to_render(name: str) -> None:
    assert inspect_docx((TEMPLATES / f"{name}.docx").read_bytes(), name) == ()


@pytest.mark.parametrize("name", FORMS)
def test_every_style_names_a_face_for_chinese_text(name: str) -> None:
    styles = part(name, "word/styles.xml").findall(f"{W}style")
    assert len(styles) > 20
    for style in styles:
        faces = style.find(f"{W}rPr/{W}rFonts")
        assert faces is not None, style.get(f"{W}styleId")
        assert faces.get(f"{W}eastAsia") in FACES
        assert faces.get(f"{W}ascii") in {"Arial", "Segoe UI Symbol"}


@pytest.mark.parametrize("name", FORMS)
def test_the_theme_has_chinese_faces_for_headings_and_text(name: str) -> None:
    faces = [each.get("typeface") for each in part(name, "word/theme/theme1.xml").iter("{*}ea")]
    assert faces == ["黑体", "宋体"]


@pytest.mark.parametrize("name", FORMS)
def test_every_style_a_template_uses_is_there(name: str) -> None:
    known = {style.get(f"{W}styleId") for style in part(name, "word/styles.xml").iter(f"{W}style")}
    used = {
        each.get(f"{W}val")
        for path in ("word/document.xml", "word/header1.xml", "word/footer1.xml")
        for each in part(name, path).iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
    }
    assert used <= known


@pytest.mark.parametrize("name", FORMS)
def test_every_table_fills_the_text_width_with_fixed_columns(name: str) -> None:
    for path in ("word/document.xml", "word/header1.xml"):
        for table in part(name, path).iter(f"{W}tbl"):
            columns = [int(column.get(f"{W}w", "0")) for column in table.iter(f"{W}gridCol")]
            assert sum(columns) == FORMS[name].page.text_width
            layout = table.find(f"{W}tblPr/{W}tblLayout")
            assert layout is not None
            assert layout.get(f"{W}type") == "fixed"
            assert {_width(row) for row in table.iter(f"{W}tr")} == {sum(columns)}


def _width(row: etree._Element) -> int:
    return sum(int(cell.get(f"{W}w", "0")) for cell in row.iter(f"{W}tcW"))


@pytest.mark.parametrize("name", FORMS)
def test_every_table_of_rows_repeats_its_head_and_keeps_its_rows_whole(name: str) -> None:
    looping = [table for table in part(name, "word/document.xml").iter(f"{W}tbl") if "{%tr for" in _text(table)]
    assert looping
    for table in looping:
        first, *others = table.findall(f"{W}tr")
        stands_abreast = re.search(
            r"(signatures|witnesses|pictures|special_requests|logistics_needs)\|batch\(", _text(table)
        )  # what is said of each stands beside or below it
        assert stands_abreast or first.find(f"{W}trPr/{W}tblHeader") is not None
        for row in others:
            assert row.find(f"{W}trPr/{W}cantSplit") is not None or _text(row).startswith("{%tr ")


def _text(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


@pytest.mark.parametrize("name", FORMS)
def test_the_frame_stands_on_every_page(name: str) -> None:
    head, foot = (_text(part(name, f"word/{which}1.xml")) for which in ("header", "footer"))
    for field in ("company", "title", "form_number", "revision", "number", "confidentiality", "mark"):
        assert f"frame.{field}" in head
    for field in ("sources", "as_of", "retention", "note"):
        assert f"frame.{field}" in foot
    fields = [each.get(f"{W}instr", "").strip() for each in part(name, "word/header1.xml").iter(f"{W}fldSimple")]
    assert fields == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("name", FORMS)
def test_a_signature_block_is_not_broken_over_pages(name: str) -> None:
    tables = [table for table in part(name, "word/document.xml").iter(f"{W}tbl") if ".signatures|batch" in _text(table)]
    assert len(tables) == 1
    for paragraph in tables[0].iter(f"{W}p"):
        assert paragraph.find(f"{W}pPr/{W}keepNext") is not None or "{%tr" in _text(paragraph)


def test_a_table_of_many_columns_is_set_in_smaller_letters() -> None:
    tables = list(part("notification/notification", "word/document.xml").iter(f"{W}tbl"))
    sizes = {len(list(table.iter(f"{W}gridCol"))): _styles(table) for table in tables}
    assert sizes[8] == sizes[6] == {"TableHeadSmall", "TableTextSmall"}
    assert "TableTextSmall" not in sizes[5] | sizes[4]


def _styles(table: etree._Element) -> set[str]:
    return {str(style.get(f"{W}val")) for style in table.iter(f"{W}pStyle")} - {"Gap"}


def test_columns_share_the_width_to_the_last_twip() -> None:
    for total in (Page().text_width, Page(landscape=True).text_width):
        assert sum(widths((1, 1, 1, 3.3, 7), total)) == total
