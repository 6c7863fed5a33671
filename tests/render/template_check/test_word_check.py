"""What is wrong in a Word template is found without a document, and told by paragraph, or by table, row and cell."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document as Word
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from auditdocs.render.archive import unpack
from auditdocs.render.template_check.word_look import left_by_authors
from tests.render.template_check.own import SHIPPED, of_word

TABLE = "table 2, row 3"  # the first row that repeats: `{%tr for row in car.dues %}`


def dues(word: Word) -> Table:
    return word.tables[1]


def cell(word: Word, row: int, column: int) -> Paragraph:
    found: Paragraph = dues(word).rows[row].cells[column].paragraphs[0]
    return found


def write(paragraph: Paragraph, *pieces: str) -> None:
    """The paragraph's text, cut into runs as Word does."""
    for run in paragraph.runs:
        run.text = ""
    for piece in pieces:
        paragraph.add_run(piece)


def paragraph(*pieces: str) -> Callable[[Word], object]:
    return lambda word: write(word.paragraphs[0].insert_paragraph_before(), *pieces)


def in_cell(*pieces: str, row: int = 2, column: int = 1) -> Callable[[Word], object]:
    return lambda word: write(cell(word, row, column), *pieces)


def in_header(*pieces: str) -> Callable[[Word], object]:
    return lambda word: write(word.sections[0].header.tables[0].rows[0].cells[0].paragraphs[0], *pieces)


def lines(*texts: str) -> Callable[[Word], object]:
    def spoil(word: Word) -> None:
        first = word.paragraphs[0]
        for text in texts:
            first.insert_paragraph_before(text)

    return spoil


def unknown_style(word: Word) -> None:
    made = OxmlElement("w:pStyle")
    made.set(qn("w:val"), "Gone")
    word.paragraphs[0].insert_paragraph_before("x").paragraph_format.element.get_or_add_pPr().append(made)


def no_chinese_font(word: Word) -> None:
    for fonts in word.styles.element.iter(qn("w:rFonts")):
        fonts.attrib.pop(qn("w:eastAsia"), None)


def latin_only(word: Word) -> None:
    word.paragraphs[0].insert_paragraph_before().add_run("标题").font.name = "微软雅黑"


WRONG: dict[str, tuple[Callable[[Word], object], str]] = {
    "field": (in_cell("{{ row.duo }}"), f"{TABLE}, cell 2: row.duo — no such field; did you mean row.due? (the text there: {{{{ row.duo }}}})"),
    "field cut into runs": (in_cell("{{ ro", "w.du", "o }}"), f"{TABLE}, cell 2: row.duo — no such field; did you mean row.due?"),
    "field of the form": (paragraph("No. {{ car.numbr }}"), "paragraph 1: car.numbr — no such field; did you mean car.number? (the text there: No. {{ car.numbr }})"),
    "header": (in_header("{{ frame.compny }}"), "header, table 1, row 1, cell 1: frame.compny — no such field; did you mean frame.company?"),
    "other branch": (lines("{%p if car.ended %}", "x", "{%p else %}", "{{ car.numbr }}", "{%p endif %}"), "paragraph 4: car.numbr — no such field"),
    "loop": (in_cell("{%tr for row in car.duse %}", row=1, column=0), "table 2, row 2, cell 1: car.duse — no such field; did you mean car.dues?"),
    "list as text": (paragraph("{{ car.dues }}"), "paragraph 1: car.dues — is a list of rows and cannot be printed; loop over it"),
    "curly quotes": (paragraph("{{ car[“number”] }}"), "paragraph 1: {{ car[“number”] }} has curly quotes; use straight ones, \" or '"),
    "full-width": (paragraph("{{ car．number }}"), "paragraph 1: {{ car．number }} has full-width signs; use half-width ones"),
    "full-width braces": (paragraph("｛｛ car.number ｝｝"), "paragraph 1: half a mark"),
    "half a mark": (lines("{{ car.", "number }}"), "paragraph 1: half a mark, all of it must stand in one paragraph as {{ }}: {{ car."),
    "single braces": (paragraph("No. { car.number }"), "paragraph 1: half a mark, all of it must stand in one paragraph as {{ }}: No. { car.number }"),
    "raw": (paragraph("{{r car.number }}"), "paragraph 1: {{r …}} loses text"),
    "p on text": (paragraph("{{p car.number }}"), "paragraph 1: car.number — {{p …}} is for Markdown only and loses text; write {{ … }}"),
    "text beside p": (lines("Note {%p if car.ended %}", "x", "{%p endif %}"), "paragraph 1: {%p if car.ended %} makes its whole paragraph vanish, and with it: Note"),
    "text beside tr": (in_cell("{%tr for row in car.dues %}{{ row.step }}", row=1, column=0), "table 2, row 2, cell 1: {%tr for row in car.dues %} makes its whole table row vanish, and with it: {{ row.step }}"),
    "tr outside a table": (lines("{%tr if car.ended %}", "{%tr endif %}"), "paragraph 1: {%tr if car.ended %} works in a table only"),
    "a blank before tr": (in_cell("{% tr for row in car.dues %}", row=1, column=0), "table 2, row 2, cell 1: {% tr for row in car.dues %} — tr, tc and p stand right behind {%, without a blank"),
    "torn loop": (lambda word: (in_cell("{% if car.ended %}", row=2, column=0)(word), in_cell("{% endif %}", row=2, column=1)(word)), f"{TABLE}, cell 2: {{% endif %}} stands in another table or cell than {{% if car.ended %}} ({TABLE}, cell 1)"),
    "not closed": (lines("{%p if car.ended %}"), "not well formed: Unexpected end of template"),
    "style": (unknown_style, "paragraph 1: there is no style Gone; Word would print plain text"),
    "Chinese font": (no_chinese_font, "styles: no font is named for Chinese (w:eastAsia)"),
    "font of Latin letters": (latin_only, "paragraph 1: font 微软雅黑 is set for Latin letters only"),
    "attribute": (paragraph("{{ car.number|uper }}"), "paragraph 1: there is no filter uper; did you mean upper?"),
}  # fmt: skip


@pytest.mark.parametrize(("spoil", "said"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_in_word_is_told_with_its_place(tmp_path: Path, spoil: Callable[[Word], object], said: str) -> None:
    found = of_word(tmp_path, spoil)
    assert [one for one in found if said in one], found
    assert all("car/car.docx" in one for one in found)


def test_the_place_is_told_in_chinese(tmp_path: Path) -> None:
    assert of_word(tmp_path, in_cell("{{ row.duo }}"), "zh") == [
        "模板 car/car.docx，第 2 个表格第 3 行第 2 格：row.duo：没有这个字段；是否想写 row.due？（该处文字：{{ row.duo }}）"
    ]


def test_every_mistake_is_told_not_only_the_first(tmp_path: Path) -> None:
    found = of_word(tmp_path, lines("{{ car.numbr }}", "{{ car.titel }}"))
    assert len(found) == 2


@pytest.mark.parametrize(
    "spoil",
    [
        paragraph("{{ car.number }} {{ t.owner }} 说明“{{ car.title }}”"),
        lines("{%p for row in car.dues %}", "{{ row.step }}: {{ row.due }}", "{%p endfor %}"),
        paragraph("{% if car.ended %}x{% else %}{{ car.state }}{% endif %}"),
        paragraph("a literal { brace } and 100%"),
    ],
)
def test_what_a_form_may_hold_is_left_alone(tmp_path: Path, spoil: Callable[[Word], object]) -> None:
    assert of_word(tmp_path, spoil) == []


def test_names_of_authors_are_seen_and_do_no_harm(tmp_path: Path) -> None:
    def sign(word: Word) -> None:
        word.core_properties.author = "Zhang Example"

    assert of_word(tmp_path, sign) == []
    left = left_by_authors(unpack((tmp_path / "car/car.docx").read_bytes(), "x"))
    assert left is not None
    assert "author Zhang Example" in left.en
    assert left_by_authors(unpack((SHIPPED / "car/car.docx").read_bytes(), "x")) is None
