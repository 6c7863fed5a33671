from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from auditdocs.document import Job
from auditdocs.render import Press
from auditdocs.render.html import breakable, page
from auditdocs.render.press import RefusedError
from auditdocs.view_parts import Picture
from tests.render import demo
from tests.render.conftest import ROOTS, press_with_html
from tests.render.naughty import PRINTABLE, UNPRINTABLE

PRESS = Press(ROOTS)


def shown(job: Job, press: Press = PRESS) -> str:
    return "".join(map(str, opened(page(job, press)).itertext()))


def opened(text: str) -> etree._Element:
    return etree.fromstring(text, etree.HTMLParser())


@pytest.mark.parametrize("text", PRINTABLE)
def test_what_was_typed_is_what_is_printed(text: str) -> None:
    places = opened(page(demo.job(demo.view(text)), PRESS)).iterfind(".//*[@class='v']")
    assert ["".join(map(str, place.itertext())) for place in places].count(text) == 3  # in a field, in a block, in a row


@pytest.mark.parametrize("text", UNPRINTABLE, ids=ascii)
def test_what_cannot_be_printed_is_refused_by_its_characters(text: str) -> None:
    with pytest.raises(RefusedError) as refused:
        page(demo.job(demo.view(text)), PRESS)
    assert refused.value.refusal.sentence.code == "document.illegal-character"
    assert refused.value.refusal.needle in text


def test_the_frame_stands_on_the_page() -> None:
    frame = demo.frame(mark="草稿 DRAFT", as_of="2026-09-08", note="打印件为非受控 Uncontrolled when printed")
    text = shown(demo.job(framed=frame))
    for word in (frame.number, frame.form_number, frame.revision, frame.confidentiality, frame.retention, frame.mark, frame.sources):
        assert word in text
    for word in (frame.as_of, frame.note, frame.company.split()[0], frame.title.split()[0]):
        assert word in text


def test_a_ready_form_bears_no_mark() -> None:
    assert 'class="mark"' not in page(demo.job(), PRESS)


@pytest.mark.parametrize(
    ("languages", "lang", "label"),
    [(("zh",), "zh-CN", ">期限<"), (("en",), "en", ">Due<"), (("en", "zh"), "en", ">Due 期限<")],
)
def test_labels_and_language_are_the_documents(languages: tuple[demo.Lang, ...], lang: str, label: str) -> None:
    text = page(demo.job(languages=languages), PRESS)
    assert f'<html lang="{lang}">' in text
    assert label in text


def test_a_label_in_two_languages_breaks_between_them() -> None:
    assert '<th><span class="whole">期限</span> <span class="whole">Due</span></th>' in page(demo.job(languages=("zh", "en")), PRESS)


def test_boxes_are_drawn_ticked_or_not() -> None:
    text = page(demo.job(), PRESS)
    assert '<span class="box"><span class="tick on"></span>体系审核 System</span>' in text
    assert '<span class="box"><span class="tick"></span>过程审核 Process</span>' in text


def test_a_table_has_the_empty_rows_it_was_asked_for() -> None:
    assert page(demo.job(), PRESS).count('<tr class="blank">') == 1


def test_an_empty_table_says_so(tmp_path: Path) -> None:
    source = '{% import "shared/macros.html" as form %}{{ form.data_table([["a", "", "x"]], [], empty="无 None") }}'
    assert "无 None" in shown(demo.job(), press_with_html(tmp_path, source))


@pytest.mark.parametrize("value", [None, True, demo.view, ("a",), {"a": 1}, b"x"])
def test_what_is_not_text_is_not_printed(tmp_path: Path, value: object) -> None:
    press = press_with_html(tmp_path, "{{ demo.v }}")
    with pytest.raises(RefusedError) as refused:
        page(demo.job({"v": value}), press)
    assert refused.value.refusal.sentence.code == "document.template-fault"


def test_a_picture_is_placed_and_says_what_it_shows(tmp_path: Path) -> None:
    press = press_with_html(tmp_path, "{{ demo.chart }}")
    chart = Picture('<svg xmlns="http://www.w3.org/2000/svg"></svg>', 'findings by "grade"')
    assert 'title="findings by &#34;grade&#34;"><svg' in page(demo.job({"chart": chart}), press)


def test_an_unsafe_template_is_refused(tmp_path: Path) -> None:
    press = press_with_html(tmp_path, '<a href="{{ demo.customer }}">x</a>')
    with pytest.raises(RefusedError) as refused:
        page(demo.job(), press)
    assert refused.value.refusal.sentence.code == "document.unsafe-template"


def test_a_missing_template_is_refused_by_name() -> None:
    with pytest.raises(RefusedError) as refused:
        page(demo.job(template="gone/gone"), PRESS)
    assert refused.value.refusal.facts["template"] == "gone/gone.html"


def test_an_endless_word_gets_places_to_break_and_keeps_every_character() -> None:
    broken = breakable("a" * 1000 + "<")
    assert broken.count("<wbr>") == 10
    assert broken.replace("<wbr>", "") == "a" * 1000 + "&lt;"
    assert breakable("质量" * 1000) == "质量" * 1000


def test_a_view_of_other_texts_makes_another_page() -> None:
    assert page(demo.job(replace(demo.view(), site="x")), PRESS) != page(demo.job(), PRESS)
