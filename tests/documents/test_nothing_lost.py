"""Nothing recorded is lost: what a view says is on paper, and what a record says is in a view."""

from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet

from auditdocs.document import Document, DocumentKind, Format, Frame, Job
from auditdocs.documents import KINDS
from auditdocs.render import Press, html
from auditdocs.render.docx import render_docx
from auditdocs.render.fonts import prepare
from auditdocs.render.pdf import pages
from auditdocs.render.templates import read
from tests.documents.demonstration import ROOTS, fullest, photographs_of
from tests.documents.views import texts
from tests.render.pdf_reader import squeezed, text_of
from tests.render.word_reader import body_of

ENDLESS = "@page { size: 210mm 5000mm } @page landscape { size: 297mm 5000mm }"


def printed_as(form: Format) -> list[ParameterSet]:
    """Every template of every kind that is printed in a format."""
    kinds = (kind for kind in KINDS.values() if form in kind.formats)
    return [pytest.param(kind, template, id=template) for kind in kinds for template in kind.templates]


def job(document: Document, form: Format) -> Job:
    return Job(document, form, f"sample.{form}", Frame("company", "title", document.number), "ready")


def lost(document: Document, text: str) -> list[str]:
    """What the view says and the text does not."""
    return [one for one in texts(document.view) if squeezed(one) not in text]


@pytest.mark.parametrize(("kind", "template"), printed_as("docx"))
def test_all_that_a_view_says_stands_in_word(kind: DocumentKind, template: str) -> None:
    document = fullest(kind.name, template)
    printed = job(document, "docx")
    assert lost(document, squeezed(body_of(render_docx(printed, Press(ROOTS, assets=photographs_of(printed)))))) == []


@pytest.mark.pdf
@pytest.mark.parametrize(("kind", "template"), printed_as("pdf"))
def test_all_that_a_view_says_stands_on_the_page(kind: DocumentKind, template: str, tmp_path: Path) -> None:
    document, press = fullest(kind.name, template), Press(ROOTS, prepare())
    assert press.fonts is not None
    style = read(ROOTS, html.STYLESHEET).decode() + ENDLESS
    printed = job(document, "pdf")
    content = pages(html.page(printed, press, inline=False), style, press.fonts, photographs_of(printed))
    assert lost(document, squeezed(text_of(content, tmp_path))) == []
