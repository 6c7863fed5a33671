"""What a reader sees of the demonstration's pages: words that are whole, notifications and submissions of one page."""

from pathlib import Path

import pytest

from auditdocs.render import Press, render
from auditdocs.render.fonts import prepare
from tests.documents.demonstration import ROOTS, job
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
