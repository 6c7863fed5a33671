from pathlib import Path

import pytest

from auditdocs.render.press import RefusedError
from auditdocs.render.templates import Labels, default_roots, digest, family, find, is_shipped, read
from tests.render.conftest import CHECKOUT, ROOTS


def test_the_workspaces_template_wins_over_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "templates" / "shared").mkdir(parents=True)
    (tmp_path / "templates" / "shared" / "print.css").write_text("/* ours */")
    roots = default_roots(tmp_path)
    assert read(roots, "shared/print.css") == b"/* ours */"
    assert find(roots, "shared/base.html") == CHECKOUT / "templates" / "shared" / "base.html"


def test_the_checkout_itself_is_a_workspace_with_one_root() -> None:
    assert default_roots(CHECKOUT) == (str(CHECKOUT / "templates"),)


def test_a_template_is_shipped_until_the_workspace_has_a_part_of_it(tmp_path: Path) -> None:
    assert is_shipped(default_roots(tmp_path), "car/car.html")
    (tmp_path / "templates" / "shared").mkdir(parents=True)
    (tmp_path / "templates" / "shared" / "macros.html").write_text("")
    assert not is_shipped(default_roots(tmp_path), "car/car.html")
    assert not is_shipped(default_roots(CHECKOUT), "car/car.html")


def test_a_family_is_the_template_and_all_it_needs() -> None:
    assert family(ROOTS, "demo/demo.html") == ("demo/demo.html", "shared/base.html", "shared/macros.html", "shared/print.css")


@pytest.mark.parametrize("changed", ["shared/macros.html", "shared/print.css", "shared/base.html", "demo/demo.html"])
def test_the_digest_changes_with_each_of_the_family(tmp_path: Path, changed: str) -> None:
    copy = tmp_path / changed
    copy.parent.mkdir(parents=True)
    copy.write_bytes(read(ROOTS, changed) + b"\n")
    assert digest((str(tmp_path), *ROOTS), "demo/demo.html") != digest(ROOTS, "demo/demo.html")


def test_the_digest_does_not_depend_on_where_the_templates_lie(tmp_path: Path) -> None:
    for name in family(ROOTS, "demo/demo.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(read(ROOTS, name))
    assert digest((str(tmp_path),), "demo/demo.html") == digest(ROOTS, "demo/demo.html")


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ('{% include "gone.html" %}', "document.template-missing"),
        ("{% include name %}", "document.unsafe-template"),
        ("{% autoescape false %}{{ x }}{% endautoescape %}", "document.unsafe-template"),
        ("{% if %}", "document.template-syntax"),
    ],
)
def test_a_family_that_cannot_be_known_is_refused(tmp_path: Path, source: str, code: str) -> None:
    (tmp_path / "bad.html").write_text(source)
    with pytest.raises(RefusedError) as refused:
        family((str(tmp_path),), "bad.html")
    assert refused.value.refusal.sentence.code == code


def test_a_label_may_be_called_items() -> None:
    assert Labels({"items": "项"}).items == "项"
