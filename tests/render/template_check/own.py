"""The shipped CAR form, spoiled in one place, and what the check says of it."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document as Word

from auditdocs.documents import KINDS
from auditdocs.problem import Lang, Place, Problem
from auditdocs.render.template_check import check_template, handed

SHIPPED = Path(__file__).parents[3] / "templates"
BLOCK = "{% block content %}"
LINE = (SHIPPED / "car/car.html").read_text("utf-8").partition(BLOCK)[0].count("\n") + 1
"""The line of the shipped page that `of_html` writes to."""


def told(folder: Path, name: str, lang: Lang = "en", template: str = "car/car") -> list[str]:
    """What the check says of a template in this folder, which goes before the shipped ones."""
    found = check_template((str(folder), str(SHIPPED)), name, handed(KINDS[template.partition("/")[0]], template))
    return [Problem(Place(name), one.sentence, dict(one.facts)).what(lang, show_values=True) for one in found]


def of_html(folder: Path, wrong: str, lang: Lang = "en") -> list[str]:
    """The shipped page with something wrong as the first thing it prints."""
    source = (SHIPPED / "car/car.html").read_text("utf-8")
    (folder / "car").mkdir(exist_ok=True)
    (folder / "car/car.html").write_text(source.replace(BLOCK, BLOCK + wrong, 1), "utf-8")
    return told(folder, "car/car.html", lang)


def of_word(folder: Path, spoil: Callable[[Word], object], lang: Lang = "en") -> list[str]:
    """The shipped Word form, spoiled as somebody with Word would."""
    word, content = docx.Document(str(SHIPPED / "car/car.docx")), BytesIO()
    spoil(word)
    word.save(content)
    (folder / "car").mkdir(exist_ok=True)
    (folder / "car/car.docx").write_bytes(content.getvalue())
    return told(folder, "car/car.docx", lang)
