"""What tests of the presses share: the shipped and the test's templates, and faces cut once on this machine."""

from pathlib import Path

import pytest

from auditdocs.render import Press
from auditdocs.render.fonts import prepare
from tests.render import word_template

CHECKOUT = Path(__file__).parents[2]
ROOTS = (str(Path(__file__).parent / "templates"), str(CHECKOUT / "templates"))


@pytest.fixture(scope="session")
def press() -> Press:
    return Press(ROOTS, prepare())


@pytest.fixture
def word_press(tmp_path: Path) -> Press:
    return press_with(tmp_path, word_template.saved(word_template.made()))


def press_with(folder: Path, template: bytes) -> Press:
    """A press that has one Word template."""
    (folder / "demo").mkdir(exist_ok=True)
    (folder / "demo" / "demo.docx").write_bytes(template)
    return Press((str(folder),))


def press_with_html(folder: Path, content: str) -> Press:
    """A press that has one HTML template, beside the shipped ones."""
    (folder / "demo").mkdir(exist_ok=True)
    (folder / "demo" / "demo.html").write_text(content, encoding="utf-8")
    return Press((str(folder), ROOTS[1]))
