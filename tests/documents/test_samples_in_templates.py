"""The shipped templates print all that their views hold, in every language, and use every label that their rooms have."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from auditdocs.document import Format, Job
from auditdocs.render import html
from auditdocs.render.archive import unpack
from auditdocs.render.docx import render_docx
from auditdocs.render.press import Press
from auditdocs.render.wordml import W
from tests.documents.samples import PHOTOGRAPH, SAMPLES, TARGETS, Sample, blank, document, frame, sample
from tests.render.word_reader import body_of

TEMPLATES = Path(__file__).parents[2] / "templates"
PRESS = Press((str(TEMPLATES),), assets=(PHOTOGRAPH,))
WORD = [name for name in TARGETS if (TEMPLATES / f"{name}.docx").is_file()]
CASES = [(name, shown) for name in TARGETS for shown in SAMPLES[name]]


def job(template: str, shown: Sample, form: Format) -> Job:
    return Job(document(template, shown), form, f"sample.{form}", frame(template, shown), "draft")


def marks() -> tuple[dict[str, str], Callable[[str], str]]:
    """A different word for every field, and the fields that have one."""
    said: dict[str, str] = {}

    def say(path: str) -> str:
        said[path] = f"w{len(said):04d}w"
        return said[path]

    return said, say


@pytest.mark.parametrize("template", WORD)
def test_every_value_of_a_view_is_found_in_word(template: str) -> None:
    said, say = marks()
    shown = Sample("marked", sample(template, say))
    text = body_of(render_docx(job(template, shown, "docx"), PRESS))
    assert [path for path, word in said.items() if word not in text] == []


@pytest.mark.parametrize("template", TARGETS)
def test_every_value_of_a_view_is_found_on_the_page(template: str) -> None:
    said, say = marks()
    shown = Sample("marked", sample(template, say))
    text = html.page(job(template, shown, "pdf"), PRESS)
    assert [path for path, word in said.items() if word not in text] == []


@pytest.mark.parametrize(("template", "shown"), CASES, ids=[f"{name}-{shown.name}" for name, shown in CASES])
def test_every_sample_renders_with_nothing_undefined(template: str, shown: Sample) -> None:
    assert "{{" not in html.page(job(template, shown, "pdf"), PRESS)
    if template in WORD:
        assert "{{" not in body_of(render_docx(job(template, shown, "docx"), PRESS))


def labels_in(text: str) -> set[str]:
    return set(re.findall(r"\bt\.([a-z_]+)", text))


@pytest.mark.parametrize("ending", ["html", "docx"])
def test_every_label_of_a_room_is_asked_for_by_a_template(ending: str) -> None:
    asked: dict[str, set[str]] = defaultdict(set)
    for name in TARGETS if ending == "html" else WORD:
        kind = name.partition("/")[0]
        files = TEMPLATES.glob(f"{kind}/*.{ending}")
        shared = TEMPLATES.glob(f"shared/*.{ending}")
        asked[kind] |= {label for file in (*files, *shared) for label in labels_in(_source(file))}
    words = {name.partition("/")[0]: set(target.words) for name, target in TARGETS.items()}
    assert {kind: sorted(words[kind] - labels) for kind, labels in asked.items() if words[kind] - labels} == {}


def _source(file: Path) -> str:
    if file.suffix == ".html":
        return file.read_text(encoding="utf-8")
    return unpack(file.read_bytes(), file.name)["word/document.xml"].decode("utf-8")


@pytest.mark.parametrize(("answered", "ended", "rows"), [(False, False, 3), (True, False, 1), (True, True, 0)])
def test_an_empty_list_of_a_car_has_rows_to_write_in_as_long_as_somebody_may(answered: bool, ended: bool, rows: int) -> None:
    shown = replace(blank("car/car"), answered=answered, ended=ended)
    content = render_docx(job("car/car", Sample("empty", shown), "docx"), PRESS)
    document = etree.fromstring(unpack(content, "x")["word/document.xml"])
    assert [_below_head(table) for table in document.iter(f"{W}tbl") if "根本原因" in _first_row(table)] == [
        ["—"] if ended else [""] * rows
    ]
    page = html.page(job("car/car", Sample("empty", shown), "pdf"), PRESS)
    assert page.count('<tr class="blank">', page.index("<h3>根本原因</h3>"), page.index("<h2>E ")) == rows


def _first_row(table: etree._Element) -> str:
    return "".join(map(str, next(table.iter(f"{W}tr")).itertext()))


def _below_head(table: etree._Element) -> list[str]:
    return ["".join(map(str, row.itertext())) for row in table.findall(f"{W}tr")[1:]]


@pytest.mark.parametrize(("variant", "said"), [("blank", [""] * 8), ("preparation", [""] * 8), ("on_site", [""] * 8), ("result", ["无"])])
def test_a_checklist_without_questions_has_rows_to_write_in_or_says_that_there_are_none(variant: str, said: list[str]) -> None:
    name = f"checklist/{variant}"
    shown = Sample("empty", replace(blank(name), sections=()))
    document = etree.fromstring(unpack(render_docx(job(name, shown, "docx"), PRESS), "x")["word/document.xml"])
    assert [_below_head(table) for table in document.iter(f"{W}tbl") if "检查内容" in _first_row(table)] == [said]
    page = html.page(job(name, shown, "pdf"), PRESS)
    body = page[page.index("<tbody>", page.index('<table class="rows small">')) :].partition("</tbody>")[0]
    assert [re.sub("<[^>]*>", "", f"<{row}").strip() for row in body.split("<tr")[1:]] == said


def test_a_list_of_copies_has_room_to_write_below_those_recorded() -> None:
    name = "distribution_list/distribution_list"
    content = render_docx(job(name, SAMPLES[name][1], "docx"), PRESS)
    document = etree.fromstring(unpack(content, "x")["word/document.xml"])
    rows = next(_below_head(table) for table in document.iter(f"{W}tbl") if "分发号" in _first_row(table))
    assert len(rows) == 8
    assert [bool(row) for row in rows] == [True] * 2 + [False] * 6


def test_a_very_long_row_goes_on_over_the_page_and_a_short_one_does_not() -> None:
    whole = render_docx(job("car/car", SAMPLES["car/car"][1], "docx"), PRESS)
    long = render_docx(job("car/car", SAMPLES["car/car"][2], "docx"), PRESS)
    assert _kept(whole) == _rows(whole)
    assert 0 < _kept(long) < _rows(long)


def _rows(content: bytes) -> int:
    return unpack(content, "x")["word/document.xml"].count(b"</w:tr>")


def _kept(content: bytes) -> int:
    return unpack(content, "x")["word/document.xml"].count(b"<w:cantSplit/>")
