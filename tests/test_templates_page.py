"""docs/templates.md tells document controllers how to change a form: its example is carried out, and every name in it exists."""

import re
from io import BytesIO
from pathlib import Path

import docx
import pytest

from auditdocs.document import DocumentKind, Job
from auditdocs.documents import KINDS
from auditdocs.problem import said
from auditdocs.render.docx import render_docx
from auditdocs.render.docx_check import inspect_docx
from auditdocs.render.html import page
from auditdocs.render.press import Press
from auditdocs.render.template_check import check_template, handed
from auditdocs.render.template_lint import faults_in
from tests.documents.samples import PHOTOGRAPH, Sample, document, frame, sample
from tests.render.word_reader import body_of

REPOSITORY = Path(__file__).resolve().parents[1]
SHIPPED = REPOSITORY / "templates"
PAGES = ("templates.md", "templates.zh.md")
FIELDS = "".join(page.read_text("utf-8") for page in (REPOSITORY / "docs/fields.md", *sorted((REPOSITORY / "docs/fields").glob("*.md"))))
WRONG_ON_PURPOSE = {"car.numbr", "car.due", "row.due_dat"}
BLOCK = re.compile(r"```(text|html)\n(.*?)```", re.DOTALL)
SHOWN = Sample("short", sample("car/car", lambda path: path))
NOTICE = "Please answer by .dues.0.due"


def told(name: str) -> str:
    return (REPOSITORY / "docs" / name).read_text("utf-8")


def example(name: str) -> dict[str, str]:
    """What the example says to write: `text` into the Word template, `html` into the other."""
    return dict(BLOCK.findall(told(name).rpartition("\n## ")[0].rpartition("\n## ")[2]))


def changed_word(name: str) -> bytes:
    """The shipped Word template with the three paragraphs above its first heading."""
    template, written = docx.Document(str(SHIPPED / "car/car.docx")), BytesIO()
    first = next(one for one in template.paragraphs if "{{ t.basic }}" in one.text)
    for paragraph in example(name)["text"].splitlines():
        first.insert_paragraph_before(paragraph)
    template.save(written)
    return written.getvalue()


def changed_html(name: str, wrong: bool = False) -> str:
    """The shipped HTML template with the lines above its first heading; `wrong`: with the mistake the page tells of."""
    source, heading = (SHIPPED / "car/car.html").read_text("utf-8"), '{{ form.section("A " ~ t.basic) }}'
    assert source.count(heading) == 1
    lines = example(name)["html"].replace("car.dues[0].due", "car.due") if wrong else example(name)["html"]
    return source.replace(heading, lines + heading)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A workspace's own templates."""
    (tmp_path / "car").mkdir()
    return tmp_path


@pytest.mark.parametrize("name", PAGES)
def test_the_example_changes_the_word_file(name: str, own: Path) -> None:
    assert inspect_docx(changed_word(name), "car/car.docx") == ()
    (own / "car/car.docx").write_bytes(changed_word(name))
    made = render_docx(
        Job(document("car/car", SHOWN), "docx", "x.docx", frame("car/car", SHOWN), "ready"),
        Press((str(own), str(SHIPPED)), assets=(PHOTOGRAPH,)),
    )
    assert NOTICE in body_of(made)


@pytest.mark.parametrize("name", PAGES)
def test_the_example_changes_the_page(name: str, own: Path) -> None:
    assert faults_in(changed_html(name)) == ()
    (own / "car/car.html").write_text(changed_html(name), "utf-8")
    assert NOTICE in page(
        Job(document("car/car", SHOWN), "pdf", "x.pdf", frame("car/car", SHOWN), "ready"),
        Press((str(own), str(SHIPPED)), assets=(PHOTOGRAPH,)),
    )


@pytest.mark.parametrize("name", PAGES)
def test_the_mistake_is_refused_as_the_page_says(name: str, own: Path) -> None:
    (own / "car/car.html").write_text(changed_html(name, wrong=True), "utf-8")
    [first, *_] = check_template((str(own), str(SHIPPED)), "car/car.html", handed(KINDS["car"], "car/car"))
    assert first.sentence.code == "document.undefined-variable"
    assert f"templates/car/car.html:{first.facts['line']}:1  " in told(name)
    assert said(first.facts["reason"], "zh" if ".zh." in name else "en") in told(name)


@pytest.mark.parametrize("name", PAGES)
def test_every_name_on_the_page_is_in_the_list_of_fields(name: str) -> None:
    asked = set(re.findall(r"\b((?:car|audit_report|policy|row|t|frame)\.[a-z_]+)", told(name))) - WRONG_ON_PURPOSE
    asked -= {one for one in asked if re.search(r"\.(docx|html|md|yaml)$", one)}
    assert len(asked) > 10
    assert [one for one in sorted(asked) if f"`{one}`" not in FIELDS] == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS.values() if kind.templates], ids=lambda kind: kind.name)
def test_the_list_of_fields_has_every_kind(kind: DocumentKind) -> None:
    assert f"| `{kind.name}." in FIELDS
    assert all(f"| `t.{label}` |" in FIELDS for label in kind.words)
