"""`doctor` reads the templates that would be used, and says what is wrong with them before a document is made."""

from pathlib import Path

import pytest
from docx import Document

from auditdocs.doctor import Finding, examine_templates
from auditdocs.render.templates import default_roots, find
from tests.render.template_check.own import LINE


def found(root: Path, name: str) -> list[Finding]:
    return [one for one in examine_templates(root) if one.what.en == f"templates/{name}"]


def own(root: Path, name: str) -> Path:
    """The workspace's own copy of a template."""
    shipped = find(default_roots(root), name)
    assert shipped
    copy = root / "templates" / name
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_bytes(shipped.read_bytes())
    return copy


def test_the_shipped_templates_are_in_order(tmp_path: Path) -> None:
    assert [one.more.en for one in examine_templates(tmp_path) if not one.is_good] == []


def test_an_own_template_is_told_from_the_shipped_one(tmp_path: Path) -> None:
    copy = own(tmp_path, "car/car.html")
    assert [one.more.en for one in found(tmp_path, "car/car.html")] == [""]
    copy.write_text(copy.read_text("utf-8") + "<!-- ours -->\n", "utf-8")
    assert [one.more.en for one in found(tmp_path, "car/car.html")] == ["is the workspace's own and differs from the shipped one"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("{% if car.dues %}x{% endfi %}", f"line {LINE + 1}: not well formed: Encountered unknown tag 'endfi'"),
        ("{{ car.number", "not well formed: "),
        (
            "<style>{{ car.number }}</style>",
            f"template car/car.html:{LINE + 1} contains what is not allowed: a value inside script or style",
        ),
    ],
)
def test_a_mistake_in_an_html_template_is_found(tmp_path: Path, wrong: str, said: str) -> None:
    copy = own(tmp_path, "car/car.html")
    copy.write_text(copy.read_text("utf-8").replace("{% block content %}", "{% block content %}\n" + wrong), "utf-8")
    [one] = found(tmp_path, "car/car.html")
    assert not one.is_good
    assert said in one.more.en


def test_a_mistake_in_a_word_template_is_found(tmp_path: Path) -> None:
    copy = own(tmp_path, "car/car.docx")
    document = Document(str(copy))
    document.add_paragraph("{%p if car.dues %}")
    document.save(str(copy))
    last = len(document.paragraphs)
    [one] = found(tmp_path, "car/car.docx")
    assert not one.is_good
    assert f"template car/car.docx, paragraph {last}: not well formed: Unexpected end of template" in one.more.en
