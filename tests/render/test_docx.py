from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document as Word

from auditdocs.document import Refusal
from auditdocs.problem import said
from auditdocs.render import Press, render
from auditdocs.render.archive import pack, unpack
from auditdocs.view_parts import Markdown, Picture
from tests.render import demo, word_template
from tests.render.conftest import press_with
from tests.render.naughty import BEYOND_THE_FONTS, PRINTABLE, UNPRINTABLE
from tests.render.word_reader import body_of, header_of, paragraphs_of, text_of


def made(press: Press, view: object | None = None, **framed: str) -> bytes:
    result = render(demo.job(view, "docx", framed=demo.frame(**framed)), press)
    assert isinstance(result, bytes), result
    return result


def refused(press: Press, view: object | None = None, **framed: str) -> Refusal:
    result = render(demo.job(view, "docx", framed=demo.frame(**framed)), press)
    assert isinstance(result, Refusal)
    return result


def template_of(*paragraphs: str) -> bytes:
    word = docx.Document()
    for paragraph in paragraphs:
        word.add_paragraph(paragraph)
    return word_template.saved(word)


@pytest.mark.parametrize("text", [*PRINTABLE, *BEYOND_THE_FONTS])
def test_what_was_typed_is_what_is_printed(word_press: Press, text: str) -> None:
    content = made(word_press, demo.view(text))
    assert f"Nonconformity: {text}\n" in body_of(content)
    assert text in [cell.text for row in opened(content).tables[0].rows for cell in row.cells]
    assert header_of(content).endswith(f"| {text}")


@pytest.mark.parametrize("text", UNPRINTABLE, ids=ascii)
def test_what_cannot_be_printed_is_refused_by_its_characters(word_press: Press, text: str) -> None:
    refusal = refused(word_press, demo.view(text))
    assert refusal.sentence.code == "document.illegal-character"
    assert refusal.needle in text


@pytest.mark.parametrize("text", PRINTABLE)
def test_properties_hold_what_was_typed(word_press: Press, text: str) -> None:
    typed = text[:200].replace("\n", " ").replace("\t", " ")
    properties = opened(made(word_press, company=typed, subject=typed)).core_properties
    assert (properties.title, properties.author) == (typed, typed)


def test_a_property_that_is_too_long_is_refused(word_press: Press) -> None:
    assert refused(word_press, subject="长" * 256).sentence.code == "document.long-property"


def test_equal_inputs_give_equal_bytes_whoever_saved_the_template(tmp_path: Path) -> None:
    word = word_template.made()
    first = made(press_with(tmp_path, word_template.saved(word)))
    word.core_properties.author, word.core_properties.title = "Someone Else", "Customer A"
    other = unpack(word_template.saved(word), "x")
    second = made(press_with(tmp_path, pack(other)))
    assert first == second


def test_nothing_of_the_templates_author_is_kept(tmp_path: Path) -> None:
    word = word_template.made()
    word.core_properties.author = word.core_properties.last_modified_by = "Someone Else"
    word.core_properties.comments = "for customer A"
    content = made(press_with(tmp_path, word_template.saved(word)))
    assert not [name for name, part in unpack(content, "x").items() if b"Someone" in part or b"customer A" in part]
    assert opened(content).core_properties.created.year == 2000
    assert not [name for name in unpack(content, "x") if name.startswith(("customXml", "docProps/thumb", "docProps/app"))]


def test_lines_and_blanks_are_kept_as_word_writes_them(word_press: Press) -> None:
    xml = unpack(made(word_press, demo.view("a  b \nc\td")), "x")["word/document.xml"].decode()
    assert 'a  b </w:t><w:br/><w:t xml:space="preserve">c</w:t><w:tab/><w:t xml:space="preserve">d</w:t>' in xml


def test_boxes_are_signs_that_word_has(word_press: Press) -> None:
    assert "☑ 体系审核 System   ☐ 过程审核 Process   ☑ 产品审核 Product" in body_of(made(word_press))


def test_markdown_takes_the_styles_of_the_template(word_press: Press) -> None:
    paragraphs = {paragraph.text: paragraph.style.name for paragraph in opened(made(word_press)).paragraphs if paragraph.style}
    assert paragraphs["本程序规定 审核 的要求。"] == "Normal"
    assert paragraphs["1.\t第一步"] == "List Number"
    assert paragraphs["•\t子项"] == "List Bullet"
    assert paragraphs["2.\t第二步"] == "List Number"
    assert [run.text for run in opened(made(word_press)).paragraphs[6 - 2].runs if run.bold] == ["审核"]


def test_a_heading_is_a_place_that_the_contents_lead_to(word_press: Press) -> None:
    xml = unpack(made(word_press), "x")["word/document.xml"].decode()
    anchor = xml.split('w:anchor="')[1].split('"')[0]
    assert f'w:name="{anchor}"' in xml
    assert 'TOC \\o "1-3"' in xml
    assert "updateFields" not in unpack(made(word_press), "x")["word/settings.xml"].decode()


def test_styles_are_found_by_name_where_word_is_chinese(tmp_path: Path) -> None:
    parts = unpack(word_template.saved(word_template.made()), "x")
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b'w:styleId="Heading1"', b'w:styleId="1"')
    xml = unpack(made(press_with(tmp_path, pack(parts))), "x")["word/document.xml"]
    assert b'<w:pStyle w:val="1"/>' in xml
    assert b"@heading" not in xml


def test_lists_of_markdown_count_as_the_author_did(tmp_path: Path) -> None:
    lists = "3. c\n4. d\n\ntext\n\n1. a\n\n   more of a\n2. b\n- \n- x\n\n"
    text = lists + "> quoted\n\n```\nx = 1\n  y\n```\n\n---\n\n[l](https://a.example) **b *bi***\n"
    press = press_with(tmp_path, template_of("{{p demo.narrative }}"))
    content = made(press, replace(demo.view(), narrative=Markdown(text)))
    lines = paragraphs_of(unpack(content, "x")["word/document.xml"])
    assert lines[:7] == ["3.\tc", "4.\td", "text", "1.\ta", "more of a", "2.\tb", "•\t"]
    assert lines[7:] == ["•\tx", "quoted", "x = 1\n  y", "", "l (https://a.example) b bi"]


@pytest.mark.parametrize("text", PRINTABLE)
def test_markdown_in_word_says_what_markdown_in_html_says(tmp_path: Path, text: str) -> None:
    press = press_with(tmp_path, template_of("{{p demo.narrative }}"))
    result = render(demo.job(replace(demo.view(), narrative=Markdown(f"`` {text.replace('`', '')} ``")), "docx"), press)
    assert isinstance(result, bytes)
    assert "".join(text.replace("`", "").split()) in "".join(body_of(result).split())


def test_a_table_that_loops_to_nothing_is_not_left_broken(tmp_path: Path) -> None:
    word = docx.Document()
    table = word.add_table(rows=3, cols=1)
    for row, text in zip(table.rows, ("{%tr for row in demo.actions %}", "{{ row.measure }}", "{%tr endfor %}"), strict=True):
        row.cells[0].text = text
    content = made(press_with(tmp_path, word_template.saved(word)), replace(demo.view(), actions=()))
    assert opened(content).tables == []


def test_a_cell_emptied_by_a_condition_still_has_a_paragraph(tmp_path: Path) -> None:
    word = docx.Document()
    cell = word.add_table(rows=1, cols=1).rows[0].cells[0]
    cell.text = "{%p if demo.actions %}"
    cell.add_paragraph("x")
    cell.add_paragraph("{%p endif %}")
    content = made(press_with(tmp_path, word_template.saved(word)), replace(demo.view(), actions=()))
    assert len(opened(content).tables[0].rows[0].cells[0].paragraphs) == 1


@pytest.mark.parametrize(
    ("paragraph", "code"),
    [
        ("{{ demo.titel }}", "document.undefined-variable"),
        ("{{ t.titel }}", "document.undefined-variable"),
        ("{{ demo.__class__ }}", "document.unsafe-template"),
        ("{{ ''.__class__.__mro__ }}", "document.unsafe-template"),
        ("{% if %}", "document.template-syntax"),
        ("{{ demo.customer", "document.template-syntax"),
        ("{{ demo.actions }}", "document.template-fault"),
        ("{{ demo.chart }}", "document.undefined-variable"),
        ("{{ 1 / 0 }}", "document.template-fault"),
        ("{% for x in range(10**9) %}{% endfor %}", "document.unsafe-template"),
        ("{% for x in range(999999999) %}{% endfor %}", "document.template-fault"),
        ("{{r demo.customer }}", "document.unsafe-template"),
        ("{{p demo.customer }}", "document.template-fault"),
        ("words {{ demo.narrative }}", "document.template-fault"),
        ("{%p if true %}", "document.template-syntax"),
        ('{% include "other.docx" %}', "document.template-missing"),
    ],
)
def test_a_faulty_template_is_refused_and_named(tmp_path: Path, paragraph: str, code: str) -> None:
    refusal = refused(press_with(tmp_path, template_of(paragraph)))
    assert refusal.sentence.code == code
    assert "demo/demo.docx" in said(refusal.facts["template"], "en") or code == "document.template-missing"


def test_a_picture_is_told_in_words_in_word(tmp_path: Path) -> None:
    press = press_with(tmp_path, template_of("{{ demo.chart }}"))
    assert [line.text for line in opened(made(press, {"chart": Picture("<svg/>", "两项 ■■")})).paragraphs] == ["两项 ■■"]


def test_text_outside_any_run_is_found(tmp_path: Path) -> None:
    word = word_template.made()
    word.add_paragraph("{%p if true %}")
    word.paragraphs[-1].add_run()
    word.add_paragraph("{{p demo.site }}")
    word.add_paragraph("{%p endif %}")
    refusal = refused(press_with(tmp_path, word_template.saved(word)))
    assert "苏州 一厂" in said(refusal.facts["reason"], "en")


def test_tags_that_word_has_cut_into_runs_are_joined(tmp_path: Path) -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("{{ demo")
    paragraph.add_run(".si").bold = True
    paragraph.add_run("te }}")
    assert "苏州 一厂" in body_of(made(press_with(tmp_path, word_template.saved(word))))


def test_what_was_printed_is_no_template_again(tmp_path: Path) -> None:
    word = word_template.made()
    section = word.add_section()
    section.header.is_linked_to_previous = False
    section.header.paragraphs[0].text = "second {{ demo.customer }}"
    parts = unpack(made(press_with(tmp_path, word_template.saved(word)), demo.view("{{ 7*7 }}")), "x")
    headers = [text_of(part) for name, part in parts.items() if name.startswith("word/header")]
    assert sorted(header.split()[-4:] for header in headers) == [["second", "{{", "7*7", "}}"], ["|", "{{", "7*7", "}}"]]


def opened(content: bytes) -> Word:
    return docx.Document(BytesIO(content))


def test_a_column_of_numbers_in_markdown_does_not_take_what_sentences_need(word_press: Press) -> None:
    table = Markdown("| 步骤 | 工作 |\n|---|---|\n| 1 | 确认联络单并由部门负责人签字后交质量部签收 |\n")
    word = docx.Document(BytesIO(made(word_press, replace(demo.view(), narrative=table))))
    first, second = next(table.columns for table in word.tables if table.rows[0].cells[0].text == "步骤")
    assert first.width is not None
    assert second.width is not None
    assert second.width > 4 * first.width
