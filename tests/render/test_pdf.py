import pickle
import socket
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import pdfa

from auditdocs.document import Refusal
from auditdocs.problem import AuditdocsError
from auditdocs.render import Fonts, Press, render
from auditdocs.render.html import STYLESHEET, page
from auditdocs.render.pdf import pages
from auditdocs.render.press import RefusedError
from auditdocs.render.templates import read
from tests.render import demo
from tests.render.conftest import ROOTS, press_with_html
from tests.render.naughty import BEYOND_THE_FONTS, PRINTABLE
from tests.render.pdf_reader import squeezed, text_of

pytestmark = pytest.mark.pdf


def made(press: Press, view: object | None = None, **framed: str) -> bytes:
    result = render(demo.job(view, framed=demo.frame(**framed)), press)
    assert isinstance(result, bytes), result
    return result


def refused(press: Press, html: str) -> Refusal:
    assert press.fonts is not None
    with pytest.raises(RefusedError) as raised:
        pages(html, "", press.fonts, press.assets)
    return raised.value.refusal


@pytest.fixture(scope="module")
def form(press: Press) -> bytes:
    return made(press, mark="草稿 DRAFT")


def test_everything_typed_is_found_again_on_paper(press: Press, tmp_path: Path) -> None:
    assert press.fonts is not None
    rows = tuple(demo.Action(str(number), text, "P1", "2026-01-01") for number, text in enumerate(PRINTABLE))
    view = replace(demo.view(), actions=rows)
    style = read(ROOTS, STYLESHEET).decode() + "@page { size: 210mm 5000mm }"
    content = pages(page(demo.job(view), press, inline=False), style, press.fonts)
    text = squeezed(text_of(content, tmp_path))
    assert [typed for typed in PRINTABLE if squeezed(typed) not in text] == []
    with pikepdf.open(BytesIO(content)) as pdf:  # a code that its face lacks is shown as another sign by some readers
        assert [str(finding) for finding in pdfa.check(pdf, "3b").findings if finding.kind == "violation"] == []


def test_equal_inputs_give_equal_bytes(press: Press, form: bytes) -> None:
    assert made(press, mark="草稿 DRAFT") == form


def test_the_file_is_pdf_a_with_title_language_and_no_clock(form: bytes) -> None:
    with pikepdf.open(BytesIO(form)) as pdf:
        assert str(pdf.Root.Lang) == "zh-CN"
        assert str(pdf.docinfo["/Title"]) == "CAR-2026-0031 纠正措施要求单"
        assert "/CreationDate" not in pdf.docinfo
        with pdf.open_metadata() as metadata:
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "B")
            assert "xmp:CreateDate" not in metadata


def test_the_file_is_what_pdf_a_3b_asks_for(form: bytes) -> None:
    with pikepdf.open(BytesIO(form)) as pdf:
        assert [str(finding) for finding in pdfa.check(pdf, "3b").findings if finding.kind == "violation"] == []


def test_headings_are_bookmarks(form: bytes) -> None:
    with pikepdf.open(BytesIO(form)) as pdf, pdf.open_outline() as outline:
        assert "基本信息 Basics" in [item.title for item in outline.root]


def test_only_our_faces_are_used(form: bytes) -> None:
    with pikepdf.open(BytesIO(form)) as pdf:
        names = {str(entry.BaseFont) for entry in pdf.objects if isinstance(entry, pikepdf.Dictionary) and "/BaseFont" in entry}
    assert names
    assert all("+Auditdocs-Sans" in name for name in names)


def test_the_frame_stands_on_every_page(press: Press, tmp_path: Path) -> None:
    content = made(press, demo.view("很长的文字 " * 900), mark="工作副本 WORKING COPY")
    with pikepdf.open(BytesIO(content)) as pdf:
        count = len(pdf.pages)
    text = squeezed(text_of(content, tmp_path))
    assert count > 3
    for word in ("工作副本WORKINGCOPY", "FM-CA-09", "记录编号Recordno.CAR-2026-0031", "QA-10Y"):
        assert text.count(word) == count
    assert f"{count}/{count}" in text


@pytest.mark.parametrize("text", BEYOND_THE_FONTS)
def test_a_character_without_a_glyph_is_named(press: Press, text: str) -> None:
    refusal = refused(press, f"<html lang=zh-CN><p style='font-family: Auditdocs Sans, Auditdocs Sans Whole'>好{text}</p>")
    assert refusal.sentence.code == "document.missing-glyph"
    assert refusal.needle in text
    assert f"U+{ord(refusal.needle):04X}" in str(refusal.facts["characters"])


def test_a_missing_glyph_in_a_chart_is_noticed_too(press: Press) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text x="0" y="15">😀</text></svg>'
    assert refused(press, f"<html lang=zh-CN>{drawing}").sentence.code == "document.missing-glyph"


@pytest.mark.parametrize(
    "html",
    [
        '<img src="file:///etc/hostname">',
        '<img src="../secret.png">',
        '<img src="{listener}">',
        '<link rel="attachment" href="file:///etc/hostname">',
        '<link rel="attachment" href="{listener}">',
        '<link rel="stylesheet" href="{listener}">',
        '<base href="{listener}"><img src="a.png">',
        '<object data="{listener}"></object>',
        '<embed src="{listener}">',
        '<p style="background: url({listener})">x</p>',
        '<style>@import "{listener}";</style>',
        "<style>@font-face {{ font-family: x; src: url({listener}) }}</style><p style='font-family: x'>x</p>",
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="{listener}" width="9" height="9"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/hostname" width="9" height="9"/></svg>',
        '<img src="data:image/png;base64,iVBORw0KGgo=">',
        '<img src="ftp://a.example/x.png">',
    ],
)
def test_nothing_is_fetched(press: Press, html: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/x"
        assert refused(press, f"<html lang=zh-CN>{html.format(listener=address)}").sentence.code == "document.forbidden-address"
        with pytest.raises(BlockingIOError):
            listener.accept()


def test_what_was_handed_over_by_content_may_be_used(press: Press) -> None:
    assert press.fonts is not None
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    html = '<html lang=zh-CN><img alt="x" src="asset:logo.svg">'
    assert pages(html, "", press.fonts, (("logo.svg", "image/svg+xml", drawing),))


def test_css_that_is_not_understood_refuses_the_document(press: Press) -> None:
    refusal = refused(press, "<html lang=zh-CN><p style='line-brake: strict'>x</p>")
    assert refusal.sentence.code == "document.layout-warning"
    assert "line-brake" in str(refusal.facts["warning"])


def test_blocks_nested_without_end_fail_alone(press: Press) -> None:
    refusal = refused(press, "<html lang=zh-CN>" + "<div>" * 600 + "x" + "</div>" * 600)
    assert refusal.sentence.code == "document.layout-fault"


def test_fonts_that_cannot_be_read_are_never_stood_in_for_by_others(press: Press, tmp_path: Path) -> None:
    assert press.fonts is not None
    unread = replace(press.fonts, configuration=str(tmp_path / "gone.conf"))
    with pytest.raises(PermissionError, match=r"gone\.conf"):
        pages("<html lang=zh><p>字</p></html>", "", unread)


def test_without_fonts_it_is_said_what_to_install() -> None:
    with pytest.raises(AuditdocsError) as error:
        render(demo.job(), Press(ROOTS))
    assert error.value.exit == 3
    assert "fonts-noto-cjk" in error.value.zh
    assert "fonts-noto-cjk" in error.value.en


@pytest.mark.parametrize(("languages", "word"), [(("zh",), "纠正措施"), (("en",), "Corrective actions")])
def test_a_form_in_one_language_warns_of_nothing(press: Press, tmp_path: Path, languages: tuple[demo.Lang, ...], word: str) -> None:
    result = render(demo.job(languages=languages), press)
    assert isinstance(result, bytes)
    assert squeezed(word) in squeezed(text_of(result, tmp_path))


def test_a_landscape_form_lies_on_its_side(press: Press, tmp_path: Path) -> None:
    source = '{% extends "shared/base.html" %}{% set landscape = true %}{% block content %}<p class="v">{{ demo.site }}</p>{% endblock %}'
    side = press_with_html(tmp_path, source)
    result = render(demo.job(), Press(side.template_roots, press.fonts))
    assert isinstance(result, bytes)
    with pikepdf.open(BytesIO(result)) as pdf:
        assert [round(float(edge)) for edge in pdf.pages[0].mediabox.as_list()] == [0, 0, 842, 595]


def test_fonts_are_a_value_that_travels() -> None:
    fonts = Fonts((), "x.conf")
    assert pickle.loads(pickle.dumps(Press(("a",), fonts))) == Press(("a",), fonts)


OWN_STYLE = """{% extends "shared/base.html" %}
{% block style %}<style>table.own td { font-size: 16pt; }</style>{% endblock %}
{% block content %}
<table class="rows small own">{% for number in range(120) %}<tr><td>首件检验记录更改处没有签名</td></tr>{% endfor %}</table>
{% endblock %}"""


def test_a_templates_own_style_wins_on_screen_as_in_the_pdf(press: Press, tmp_path: Path) -> None:
    """The shared style names these cells more exactly; what stands in the template wins all the same."""
    assert press.fonts is not None
    shared = read(ROOTS, STYLESHEET).decode()
    assert "table.rows.small td" in shared
    own = press_with_html(tmp_path, OWN_STYLE)
    in_the_pdf = pages(page(demo.job(), own, inline=False), shared, press.fonts)
    on_screen = pages(page(demo.job(), own, inline=True), "", press.fonts)
    small = press_with_html(tmp_path, OWN_STYLE.replace("16pt", "4pt"))
    counts = [_page_count(content) for content in (in_the_pdf, on_screen, pages(page(demo.job(), small, inline=True), "", press.fonts))]
    assert counts[0] == counts[1] > counts[2]


def _page_count(content: bytes) -> int:
    with pikepdf.open(BytesIO(content)) as pdf:
        return len(pdf.pages)
