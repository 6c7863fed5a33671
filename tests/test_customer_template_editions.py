"""A customer's own template that prints all it can get: in its edition it gets what the customer may read, and nothing beside."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import get_args, get_origin, get_type_hints

import docx
import pytest

from auditdocs.document import Format, Frame
from auditdocs.documents import KINDS
from auditdocs.labels import FRAME
from auditdocs.render.templates import default_roots, find
from auditdocs.view_parts import Photograph
from tests.test_customer_edition import CAR, make, said, workspace  # noqa: F401  # the fixture
from tests.test_editions import INSIDE, add, everything_in, package
from tests.test_editions import make as made_for

KIND = KINDS["car"]
[[VIEW]] = KIND.templates.values()
OTHERS = ("C0002", "SLEC", "示例电气系统", "AUD-2026-002", "AUD-2026-004")


def everything(name: str, shape: type) -> Iterator[str]:
    """Tags that print every field of a view, of its rows and of theirs."""
    for field in fields(shape):
        yield from printed(f"{name}.{field.name}", get_type_hints(shape)[field.name])


def printed(name: str, hint: object) -> Iterator[str]:
    if get_origin(hint) is tuple:
        row = f"row{name.count('.')}{name.count('row')}"
        yield f"{{% for {row} in {name} %}}"
        yield from printed(row, get_args(hint)[0])
        yield "{% endfor %}"
    elif isinstance(hint, type) and is_dataclass(hint):
        yield from everything(name, hint)
    else:
        yield f"{{% if {name} %}}yes{{% endif %}}" if hint is bool else f"{{{{ {name} }}}} "


TAGS = "".join((*everything("car", VIEW), *everything("frame", Frame), *(f"{{{{ t.{label} }}}} " for label in {**FRAME, **KIND.words})))


def lay_in(root: Path, form: Format, text: str = TAGS) -> None:
    """The customer's own form, in Word or as a page."""
    folder = root / "templates/customers/ACME"
    folder.mkdir(parents=True, exist_ok=True)
    if form == "docx":
        word = docx.Document(str(find(default_roots(root), "car/car.docx")))
        word.paragraphs[0].insert_paragraph_before(text)
        word.save(str(folder / "car.docx"))
    else:
        (folder / "car.html").write_text(
            f'{{% extends "shared/base.html" %}}{{% block content %}}<p class="v">{text}</p>{{% endblock %}}', "utf-8"
        )


@pytest.mark.parametrize("form", ["docx", pytest.param("pdf", marks=pytest.mark.pdf)])
def test_it_is_given_no_more_than_the_edition_has(workspace: Path, tmp_path: Path, form: Format) -> None:  # noqa: F811
    lay_in(workspace, form)
    for path, lines in INSIDE.items():
        add(workspace, path, lines)
    text = (workspace / "records" / CAR).read_text("utf-8")
    (workspace / "records" / CAR).write_text(text.replace("findings: [F01]", "findings: [F01, AUD-2026-004/F01]", 1), "utf-8")
    built = make(workspace, "CAR-2026-0001", formats=(form,))
    rows = built.manifest["artefacts"]
    assert isinstance(rows, list)
    assert {row["template"] for row in rows} == {f"templates/customers/ACME/car.{'docx' if form == 'docx' else 'html'}"}
    theirs = said(workspace, tmp_path)
    assert "岗位变动单增加移交栏" in theirs
    assert [word for word in ("canary", *OTHERS) if word in theirs] == []
    made_for(workspace, "internal", "CAR-2026-0001", formats=(form,))
    [ours] = (workspace / "build/audits/AUD-2026-001").glob(f"CAR-2026-0001*.{form}")
    house = everything_in(ours.name, ours.read_bytes(), tmp_path)
    assert [word for word in ("canary-cost", "canary-lessons", "canary-risk") if word not in house] == []


@pytest.mark.parametrize("words", ["For SLEC only", "示例电气系统有限公司 专用"])
@pytest.mark.parametrize("ending", ["docx", "html"])
def test_a_form_that_was_anothers_makes_nothing_for_this_customer(workspace: Path, words: str, ending: str) -> None:  # noqa: F811
    lay_in(workspace, "docx" if ending == "docx" else "pdf", words)
    [problem] = [one for refused in make(workspace, "CAR-2026-0001", formats=("docx", "pdf")).refused for one in refused.problems]
    assert (problem.code, problem.place.path) == ("edition.template-of-another", f"templates/customers/ACME/car.{ending}")
    assert "CAR-2026-0001" not in "".join(package(workspace, "C0001"))


def test_when_the_name_is_taken_out_the_form_is_made(workspace: Path) -> None:  # noqa: F811
    lay_in(workspace, "docx", "For SLEC only")
    assert make(workspace, "CAR-2026-0001").refused != ()
    lay_in(workspace, "docx", "For ACME only")
    assert make(workspace, "CAR-2026-0001").refused == ()
    assert "CAR-2026-0001" in "".join(package(workspace, "C0001"))


def test_it_asks_for_every_field_that_there_is() -> None:
    for field in fields(VIEW):
        assert f" car.{field.name} " in TAGS
    for field in (*fields(Frame), *fields(Photograph)):
        assert f".{field.name} " in TAGS
    assert TAGS.count("{% for") == TAGS.count("{% endfor") > 20
