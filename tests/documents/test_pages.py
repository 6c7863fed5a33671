"""What a reader sees of the demonstration's pages: words that are whole, notifications and submissions of one page."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from auditdocs.document import Job
from auditdocs.documents import KINDS, ROWS
from auditdocs.entry import Records
from auditdocs.load import load
from auditdocs.records import ROOMS
from auditdocs.render import Press, render
from auditdocs.render.fonts import prepare
from auditdocs.render.html import page
from auditdocs.workspace import find_workspace, read_contents
from tests.documents.demonstration import CHECKOUT, DAY, ROOTS, job, photographs_of, planned
from tests.render.pdf_reader import page_count, squeezed, text_of

pytestmark = pytest.mark.pdf


def printed(kind: str, subject: str, variant: str = "") -> bytes:
    made = render(job(kind, subject, "pdf", variant), Press(ROOTS, prepare()))
    assert isinstance(made, bytes), made
    return made


@pytest.mark.parametrize(
    ("kind", "variant", "word"),
    [
        ("notification", "", "Manufacturing"),
        ("notification", "", "Engineering"),
        ("audit_report", "", "Manufacturing"),
        ("checklist", "result", "Customer"),
    ],
)
def test_a_word_of_an_english_page_is_not_broken_in_its_column(kind: str, variant: str, word: str, tmp_path: Path) -> None:
    text = text_of(printed(kind, "AUD-2026-017", variant), tmp_path)
    assert text.count(word) == squeezed(text).count(word) > 0


@pytest.mark.parametrize(("kind", "subject"), [("notification", "AUD-2026-014"), ("submission", "SUB-2026-007")])
def test_a_form_to_be_signed_by_all_takes_one_page(kind: str, subject: str, tmp_path: Path) -> None:
    assert page_count(printed(kind, subject), tmp_path) == 1


TAG, HEADING = re.compile(r"<[^>]*>"), re.compile(r"<th[ >].*?</th>", re.DOTALL)
PRINTED = [name for name, kind in KINDS.items() if "pdf" in kind.formats]


def words_of(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-z]+", text))


@cache
def english() -> Records:
    """The demonstration's records in a house that writes English."""
    workspace = find_workspace(CHECKOUT)
    contents, settings = read_contents(workspace), replace(workspace.settings, languages=("en",))
    return load(contents.files, ROOMS, DAY, settings, contents.attachments, contents.sums, rows=ROWS).records


def fullest_english(kind: str) -> list[Job]:
    """Of each template of a kind the document that says most in English."""
    jobs: dict[str, Job] = {}
    for variant in KINDS[kind].variants or ("",):
        for one in planned(english(), KINDS[kind], variant):
            known = jobs.get(one.document.template)
            fuller = known is None or len(repr(one.document.view)) > len(repr(known.document.view))
            if one.format == "pdf" and one.document.languages == ("en",) and fuller:
                jobs[one.document.template] = one
    return [*jobs.values()]


@pytest.mark.parametrize("kind", PRINTED)
def test_no_word_of_an_english_heading_is_broken(kind: str, tmp_path: Path) -> None:
    press = Press(ROOTS, prepare())
    for one in fullest_english(kind):
        made = render(one, replace(press, assets=photographs_of(one)))
        assert isinstance(made, bytes), made
        html = page(one, press)
        pieces = words_of(text_of(made, tmp_path)) - words_of(TAG.sub("", html)) - words_of(TAG.sub(" ", html))
        headings = words_of(TAG.sub(" ", " ".join(HEADING.findall(html))))
        broken = {word for word in headings for at in range(1, len(word)) if word[:at] in pieces}
        assert not broken, one.target
