"""CONTRIBUTING.md shows how to add a record type, a rule and a document kind: its code is taken out of the page and run."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import auditdocs.documents.on_site
import auditdocs.records.on_site
import tools.word_templates.forms
from auditdocs.check import check
from auditdocs.document import Document, DocumentKind, Frame, Job, Request
from auditdocs.load import load
from auditdocs.problem import Problem
from auditdocs.records import ROOMS
from auditdocs.render import Press
from auditdocs.render.html import page
from auditdocs.render.templates import default_roots
from auditdocs.room import Rooms
from tests.test_cases import base, changed, read_case, told
from tools.word_templates.forms import Form

REPOSITORY = Path(__file__).resolve().parents[1]
BLOCK = re.compile(r"```(?:python|yaml|html)\n(?:# |<!-- )(\S+?)(?: -->)?\n(.*?)```", re.DOTALL)
PACKAGES = {
    "src/auditdocs/records/on_site": auditdocs.records.on_site,
    "src/auditdocs/documents/on_site": auditdocs.documents.on_site,
    "tools/word_templates/forms": tools.word_templates.forms,
}


@dataclass(frozen=True)
class Example:
    """What the page adds, as if it stood in the tree."""

    folder: Path
    rooms: Rooms
    kind: DocumentKind
    form: Any

    @property
    def case(self) -> Path:
        return self.folder / "tests/cases/photo-permit/without-approver.yaml"


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Example]:
    for name, text in BLOCK.findall((REPOSITORY / "CONTRIBUTING.md").read_text("utf-8")):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    before = set(sys.modules)
    for folder, package in PACKAGES.items():
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path / folder)])
    room = import_module("auditdocs.records.on_site.photo_permit").PHOTO_PERMIT
    kind = import_module("auditdocs.documents.on_site.photo_permit").PHOTO_PERMIT_FORM
    form = import_module("tools.word_templates.forms.photo_permit").photo_permit
    monkeypatch.setattr("tests.test_cases.CASES", tmp_path / "tests/cases")
    yield Example(tmp_path, with_room(room), kind, form)
    for name in set(sys.modules) - before:
        del sys.modules[name]


def with_room(room: Any) -> Rooms:
    """The table with one room more."""
    seen_everywhere = set.intersection(*(set(rules) for rules in ROOMS.rules.values()))
    everywhere = tuple(rule for rule in ROOMS.every_rule() if rule in seen_everywhere)
    return Rooms.of((*ROOMS.types.values(), room), ROOMS.lives.values(), everywhere)


def problems(example: Example, wrong: bool, rooms: Rooms) -> tuple[Problem, ...]:
    return _examined(example, wrong, rooms)[1]


def _examined(example: Example, wrong: bool, rooms: Rooms) -> tuple[Any, tuple[Problem, ...]]:
    case = read_case(example.case)
    workspace, contents = base(case.base)
    contents = changed(changed(contents, case.both, True), case.changes, wrong)
    loaded = load(contents.files, rooms, date(2026, 11, 20), workspace.settings, contents.attachments, contents.sums)
    return loaded.records, check(loaded.records, rooms, loaded.problems).problems


def test_the_case_has_its_one_problem_and_mended_none(example: Example) -> None:
    assert told(problems(example, True, example.rooms)) == [read_case(example.case).expect]
    assert told(problems(example, False, example.rooms)) == []


def test_without_the_rule_the_case_fails(example: Example) -> None:
    assert told(problems(example, True, example.rooms.without("photo-permit.without-approver"))) == []


def test_the_document_says_what_was_recorded(example: Example) -> None:
    document, sources = _document(example)
    roots = (str(example.folder / "templates"), *default_roots(REPOSITORY))
    frame = Frame("示例公司", document.title.zh, document.number)
    text = page(Job(document, "pdf", "photo_permit.pdf", frame, "ready"), Press(roots))
    for words in ("批准人", "范围", "注塑车间", "其他客户的产品", "No pictures of drawings or screens"):
        assert words in text
    assert "records/people/P0005.yaml" in sources


def test_the_word_template_asks_for_every_field_of_the_view(example: Example) -> None:
    words = "".join(text for block in example.form() for text in block.itertext())
    for name in ("permit", "approver", "area", "limits", "signatures", "attachments"):
        assert re.search(rf"\bt\.{name}\b", words)
    assert Form(example.form).content().startswith(b"PK")


def _document(example: Example) -> tuple[Document, tuple[str, ...]]:
    records, _ = _examined(example, False, example.rooms)
    request = Request(date(2026, 11, 20))
    [subject] = example.kind.all_subjects(records, request)
    watched = records.watched()
    document = example.kind.make(watched, subject, request)
    assert document is not None
    return document, watched.sources()


def test_every_path_the_page_names_is_there() -> None:
    text = (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8")
    own = {name for name, _ in BLOCK.findall(text)}
    named = set(re.findall(r"`((?:src|tests|templates|tools|records|docs)/[\w./]+)`", text)) - own
    assert len(named) >= 8
    missing = {name for name in named if not (REPOSITORY / name).exists() and "photo_permit" not in name}
    assert not missing
