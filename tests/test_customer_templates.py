"""A customer's own template is used for that customer's documents and no others, and is checked like every other."""

import errno
import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pytest

from auditdocs.doctor import examine_templates
from auditdocs.document import Format
from auditdocs.pipeline import Built, build
from auditdocs.render.templates import customers_files, customers_own, default_roots, find
from auditdocs.selection import Wanted
from auditdocs.template_names import code_of, file_of, general_name, own_name, template_of
from tests.render.word_reader import body_of

BASE = Path(__file__).parent / "cases" / "bases" / "complete"
DAY = date(2026, 11, 20)
CODE = "ACME"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    root = tmp_path / "workspace"
    shutil.copytree(BASE, root)
    return root


def make(root: Path, formats: tuple[Format, ...] = ("docx",)) -> Built:
    return build(root, Wanted(("car",), formats), lambda *_: None, DAY)


def lay_in(root: Path, text: str, code: str = CODE, name: str = "car.docx") -> Path:
    """The shipped CAR form with a paragraph more, as a customer's own."""
    shipped = find(default_roots(root), "car/car.docx")
    word = docx.Document(str(shipped))
    word.paragraphs[0].insert_paragraph_before(text)
    file = root / "templates/customers" / code / name
    file.parent.mkdir(parents=True, exist_ok=True)
    word.save(str(file))
    return file


def templates(built: Built) -> set[str]:
    rows = built.manifest["artefacts"]
    assert isinstance(rows, list)
    return {str(row["template"]) for row in rows if row["kind"] == "car"}


def printed(root: Path, built: Built) -> str:
    rows = built.manifest["artefacts"]
    assert isinstance(rows, list)
    return "".join(body_of((root / "build" / row["path"]).read_bytes()) for row in rows if row["kind"] == "car")


def test_it_wins_is_named_in_the_manifest_and_gives_way_when_it_is_gone(workspace: Path) -> None:
    assert templates(make(workspace)) == {"templates/car/car.docx"}
    own = lay_in(workspace, "For ACME only: {{ car.number }}")
    built = make(workspace)
    assert templates(built) == {"templates/customers/ACME/car.docx"}
    assert "For ACME only: CAR-" in printed(workspace, built)
    lay_in(workspace, "Changed: {{ car.number }}")
    assert "Changed: CAR-" in printed(workspace, make(workspace))
    own.unlink()
    built = make(workspace)
    assert templates(built) == {"templates/car/car.docx"}
    assert "ACME only" not in printed(workspace, built)


def test_another_customers_template_is_not_used(workspace: Path) -> None:
    lay_in(workspace, "For others: {{ car.number }}", code="OTHER")
    assert templates(make(workspace)) == {"templates/car/car.docx"}


def test_one_that_is_wrong_refuses_its_documents_and_says_where(workspace: Path) -> None:
    lay_in(workspace, "{{ car.numbr }} {{ car.titel }}")
    built = make(workspace)
    assert built.files == 0
    problems = [problem for one in built.refused for problem in one.problems]
    assert problems
    assert {one.place.path for one in problems} == {"templates/customers/ACME/car.docx"}
    for said in (one.what("en") for one in problems):
        assert "template customers/ACME/car.docx, paragraph 1: car.numbr — no such field; did you mean car.number?" in said
        assert said.endswith("and 1 more, which `auditdocs doctor` lists")


def test_doctor_lists_and_checks_them(workspace: Path) -> None:
    lay_in(workspace, "{{ car.number }}")
    lay_in(workspace, "{{ car.numbr }}", code="SLEC")
    lay_in(workspace, "x", code="ACMEE")
    lay_in(workspace, "x", name="carr.docx")
    found = {one.what.en: one for one in examine_templates(workspace, (CODE, "SLEC")) if "/customers/" in one.what.en}
    assert found["templates/customers/ACME/car.docx"].is_good
    assert found["templates/customers/ACME/car.docx"].more.en.startswith("is customer ACME's own")
    assert "paragraph 1: car.numbr — no such field" in found["templates/customers/SLEC/car.docx"].more.en
    assert found["templates/customers/ACMEE/car.docx"].more.en == "no customer has the code ACMEE; did you mean ACME?"
    assert found["templates/customers/ACME/carr.docx"].more.zh == "没有文件使用这个名称的模板；是否想写 customers/ACME/car.docx？"


def test_a_link_that_leads_out_of_the_folder_is_not_followed(workspace: Path, tmp_path: Path) -> None:
    own = lay_in(workspace, "{{ car.number }}")
    outside = tmp_path / "outside.docx"
    own.rename(outside)
    own.symlink_to(outside)
    roots = default_roots(workspace)
    assert customers_files(roots) == ("customers/ACME/car.docx",)
    assert customers_own(roots) == frozenset()
    assert templates(make(workspace)) == {"templates/car/car.docx"}
    assert [one.more.en for one in examine_templates(workspace) if "/customers/" in one.what.en] == [
        "is a link that leads out of the folder of templates and is not used"
    ]


def test_a_folder_of_customers_that_cannot_be_read_is_not_one_without_templates(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own, scandir = lay_in(workspace, "{{ car.number }}"), os.scandir

    def refused(folder: str) -> Iterator[os.DirEntry[str]]:
        if os.fspath(folder) == str(own.parent):
            raise PermissionError(errno.EACCES, "Permission denied", str(folder))
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refused)
    with pytest.raises(PermissionError):
        customers_files(default_roots(workspace))


@pytest.mark.parametrize("code", ["", "..", "../x", "A/B", "acme", "ACME\n", "A", "C:\\X", "LONGERTHAN8"])
def test_only_a_proper_code_becomes_part_of_a_path(code: str) -> None:
    assert own_name(code, "car/car") == ""


@pytest.mark.parametrize(("template", "own"), [("car/car", "customers/ACME/car"), ("checklist/blank", "customers/ACME/checklist/blank")])
def test_a_name_leads_to_the_customers_and_back(template: str, own: str) -> None:
    assert own_name(CODE, template) == own
    assert general_name(own) == template == general_name(template)
    assert (code_of(own), code_of(template)) == (CODE, "")
    assert template_of(file_of(own, "pdf")) == (own, "pdf")
    assert file_of(own, "xlsx") == ""
