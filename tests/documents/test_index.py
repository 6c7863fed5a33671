"""The page that leads to everything: every file, every problem, every document that could not be made; whatever their names."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from auditdocs.documents import ROWS
from auditdocs.documents.index import about_audit, address, index_page
from auditdocs.entry import Records
from auditdocs.load import load
from auditdocs.problem import Free, Place, Problem, Sentence, Words
from auditdocs.records import ROOMS
from auditdocs.render.templates import default_roots, read
from auditdocs.workspace import find_workspace, read_contents

REPOSITORY = Path(__file__).resolve().parents[2]
ROOTS = default_roots(REPOSITORY)
KINDS = {"car": Words("纠正措施要求单", "Corrective action request"), "audit_report": Words("审核报告", "Audit report")}
CAR = "records/audits/2026/AUD-2026-001/cars/CAR-2026-0001.yaml"
PERSON = "records/people/P0003.yaml"

LATE = Sentence(
    "car.due-before-issue", "期限 {due} 早于开具日", "due date {due} lies before the issue", "请改期限", "mend the date", "001i 6.4.1"
)
ODD = Sentence("person.odd-word", "看不懂 {text}", "cannot read {text}", severity="warning")
PROBLEMS = (
    Problem(Place(CAR, 14, 8, 14, 18), LATE, {"due": date(2026, 2, 1)}),
    Problem(Place(PERSON, 3, 1, 3, 5), ODD, {"text": Free("客户的内部意见")}, "warning"),
)
HOSTILE = (
    "audits/AUD-2026-001/CAR-2026-0001 纠正措施要求单.pdf",
    'audits/AUD-2026-001/"><script>alert(1)<!--.pdf',
    "audits/AUD-2026-001/100% #1 ?a=b&c=d;.docx",
    "audits/AUD-2026-001/{{ 7*7 }} 'quoted'.pdf",
    "policies/javascript:alert(1).pdf",
    "policies/a\u202egpj.pdf",
    "registers/n\udce9 bytes.xlsx",
    "other\\place/..hidden/name.with.points.pdf",
    "alone.pdf",
)


def made(path: str, **changes: Any) -> dict[str, Any]:
    """A row of a manifest."""
    row = {
        "path": path,
        "kind": "car",
        "format": path.rpartition(".")[2],
        "subject": "CAR-2026-0001",
        "languages": ["zh"],
        "status": "ready",
        "commit": "3f2a91c0d4e5f6a7b8c9",
        "digest": "91ab77e2c0ff00112233",
        "sha256": "0" * 64,
        "sources": [CAR],
        "template": "templates/car/car.html",
    }
    return row | changes


def manifest(*artefacts: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """What a build writes down."""
    told = {
        "tool": "auditdocs 0.1.0",
        "commit": "a" * 40,
        "dirty": False,
        "as_of": "2026-11-20",
        "fonts": {},
        "sources": {},
        "templates": {},
    }
    return {**told, "artefacts": list(artefacts), "refused": [], **changes}


@cache
def records() -> Records:
    workspace = find_workspace(REPOSITORY / "tests" / "cases" / "bases" / "complete")
    found = read_contents(workspace)
    return load(found.files, ROOMS, date(2026, 11, 20), workspace.settings, found.attachments, found.sums, rows=ROWS).records


def page(told: dict[str, Any], problems: tuple[Problem, ...] = ()) -> str:
    return index_page(told, problems, records(), ROOTS, KINDS).decode("utf-8")


class Reader(HTMLParser):
    """What a browser sees: addresses, names of places, elements, text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.places: list[str] = []
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        for name, value in attrs:
            self.attributes.append((name, value or ""))
            if name == "href":
                self.links.append(value or "")
            if name == "id":
                self.places.append(value or "")

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def test_every_file_is_linked_by_its_own_name_however_hostile() -> None:
    links = Reader(page(manifest(*map(made, HOSTILE)))).links
    files = [link for link in links if not link.startswith("#")]
    assert sorted(unquote(link, errors="surrogateescape") for link in files) == sorted(HOSTILE)
    assert all(link.isascii() and not set(link) & set(" \"'<>?#:\\") for link in files)


def test_a_hostile_name_is_text_and_nothing_else() -> None:
    plain = Reader(page(manifest(made("audits/AUD-2026-001/a.pdf"))))
    hostile = Reader(page(manifest(made(HOSTILE[1], subject="<img src=x onerror=alert(1)>"))))
    assert hostile.elements.count("script") == plain.elements.count("script") == 1
    assert "img" not in hostile.elements
    assert '"><script>alert(1)<!--' in hostile.text
    assert "<img src=x onerror=alert(1)>" in hostile.text


def test_characters_that_turn_the_order_of_reading_are_shown_by_number() -> None:
    text = page(manifest(made("policies/a\u202egpj.pdf")))
    assert "\u202e" not in text
    assert "a[U+202E]gpj" in text


def test_a_name_that_looks_like_a_template_is_printed_as_typed() -> None:
    assert "{{ 7*7 }} 'quoted'" in Reader(page(manifest(made(HOSTILE[3])))).text


def test_the_formats_of_a_document_stand_in_one_row_with_the_pdf_first() -> None:
    text = page(manifest(made("audits/AUD-2026-001/表.docx"), made("audits/AUD-2026-001/表.pdf")))
    assert text.count('<tr class="row"') == 1
    assert text.index(">PDF</a>") < text.index(">DOCX</a>")


def test_every_problem_is_shown_with_place_code_both_sentences_advice_and_clause() -> None:
    text = Reader(page(manifest(), PROBLEMS)).text
    assert f"{CAR}:14:8" in text
    assert f"{PERSON}:3:1" in text
    for words in (
        "car.due-before-issue",
        "期限 2026-02-01 早于开具日；请改期限",
        "due date 2026-02-01 lies before the issue; mend the date",
    ):
        assert words in text
    assert "001i 6.4.1" in text
    assert "Errors 1" in text
    assert "Warnings 1" in text


def test_the_words_of_a_record_are_not_shown() -> None:
    text = page(manifest(), PROBLEMS)
    assert "客户的内部意见" not in text
    assert "看不懂 “…”" in text


def test_what_could_not_be_made_is_listed_with_its_problems_and_leads_to_them() -> None:
    problems = [{"path": CAR, "line": 14, "column": 8, "code": "car.due-before-issue"}]
    read_page = Reader(page(manifest(refused=[{"kind": "car", "subject": "CAR-2026-0001", "problems": problems}]), PROBLEMS))
    assert "Not made 1" in read_page.text
    assert read_page.text.count("期限 2026-02-01 早于开具日") == 2
    assert "#p1" in read_page.links


def test_a_refusal_of_an_earlier_build_says_its_code_and_how_to_learn_more() -> None:
    problems = [{"path": CAR, "line": 2, "column": 1, "code": "yaml.bad-indent"}]
    text = Reader(page(manifest(refused=[{"kind": "car", "subject": "CAR-2026-0001", "problems": problems}]))).text
    assert f"{CAR}:2:1 yaml.bad-indent" in text
    assert "auditdocs explain yaml.bad-indent" in text


def test_every_place_that_is_linked_in_the_page_exists_once() -> None:
    refused = [{"kind": "car", "subject": "X", "problems": [{"path": CAR, "line": 14, "column": 8, "code": "car.due-before-issue"}]}]
    shown = Reader(page(manifest(*map(made, HOSTILE), made("audits/AUD-2026-002/a.pdf", status="draft"), refused=refused), PROBLEMS))
    assert {link[1:] for link in shown.links if link.startswith("#")} <= set(shown.places)
    assert len(shown.places) == len(set(shown.places))


def test_a_draft_says_which_errors_make_it_one_and_a_ready_document_does_not() -> None:
    draft = page(manifest(made("audits/AUD-2026-001/a.pdf", status="draft")), PROBLEMS)
    ready = page(manifest(made("audits/AUD-2026-001/a.pdf")), PROBLEMS)
    assert (draft.count('href="#p1"'), ready.count('href="#p1"')) == (1, 0)
    assert 'class="badge draft"' in draft
    assert 'class="badge ready"' in ready


def test_formats_that_differ_in_status_each_name_theirs() -> None:
    text = Reader(page(manifest(made("policies/a.pdf"), made("policies/a.docx", status="working_copy")))).text
    assert "Ready PDF" in text
    assert "Working copy DOCX" in text


def test_the_newest_audit_comes_first_and_the_rest_in_the_order_of_the_house() -> None:
    paths = ("registers/r.xlsx", "policies/p.pdf", "audits/AUD-2025-009/a.pdf", "audits/AUD-2026-001/b.pdf")
    links = [link for link in Reader(page(manifest(*map(made, paths)))).links if not link.startswith("#")]
    assert links == ["audits/AUD-2026-001/b.pdf", "audits/AUD-2025-009/a.pdf", "policies/p.pdf", "registers/r.xlsx"]


def test_an_audit_says_whose_it_is_and_where_it_stands() -> None:
    zh, en = about_audit(records(), "AUD-2026-001")
    assert "·" in en
    text = Reader(page(manifest(made("audits/AUD-2026-001/a.pdf")))).text
    assert zh in text
    assert en in text


def test_a_folder_is_written_again_only_where_it_says_something_else() -> None:
    written: dict[str, tuple[str, list[Any]]] = {}

    def fragments(name: str, made_from: str, make: Callable[[], list[Any]]) -> list[Any]:
        if name not in written or written[name][0] != made_from:
            asked.append(name)
            written[name] = (made_from, make())
        return written[name][1]

    asked: list[str] = []
    first = index_page(manifest(made("policies/a.pdf"), made("registers/r.xlsx")), (), records(), ROOTS, KINDS, fragments)
    assert asked == ["policies", "registers"]
    again = index_page(manifest(made("policies/a.pdf", digest="f" * 64), made("registers/r.xlsx")), (), records(), ROOTS, KINDS, fragments)
    assert asked == ["policies", "registers", "policies"]
    assert first != again


@pytest.mark.parametrize(
    ("commit", "dirty", "said"),
    [("c0ffee" * 7, False, "c0ffeec0ff"), ("c0ffee" * 7, True, "c0ffeec0ff (WORKING COPY)"), (None, True, "UNVERSIONED")],
)
def test_the_page_says_what_it_rests_on(commit: str | None, dirty: bool, said: str) -> None:
    text = Reader(page(manifest(commit=commit, dirty=dirty))).text
    assert said in text
    assert "2026-11-20" in text
    assert "auditdocs 0.1.0" in text


def test_the_page_asks_for_nothing_from_anywhere() -> None:
    read_page = Reader(page(manifest(*map(made, HOSTILE)), PROBLEMS))
    assert not {"link", "img", "iframe", "object", "base"} & set(read_page.elements)
    assert not [name for name, _ in read_page.attributes if name in ("src", "srcset", "style") or name.startswith("on")]
    assert ("type", "module") not in read_page.attributes
    script = read(ROOTS, "index/index.html").decode("utf-8").partition("<script>")[2].partition("</script>")[0]
    assert not [word for word in ("fetch", "XMLHttpRequest", "import", "http", "{{", "{%", "innerHTML") if word in script]


def test_the_same_build_gives_the_same_page() -> None:
    told = manifest(*map(made, HOSTILE))
    assert page(told, PROBLEMS) == page(told, PROBLEMS)
    assert str(REPOSITORY) not in page(told, PROBLEMS)


def test_words_stand_in_both_languages_and_the_workspace_chooses_the_first() -> None:
    text = page(manifest(made("audits/AUD-2026-001/a.pdf")))
    assert '<span class="zh" lang="zh-CN">纠正措施要求单</span><span class="en" lang="en">Corrective action request</span>' in text
    assert 'data-first="zh"' in text
    english = index_page(manifest(), (), _in_english(), ROOTS).decode("utf-8")
    assert 'data-first="en"' in english


def test_an_address_is_a_place_of_the_page_or_a_file_and_never_a_scheme() -> None:
    assert address("#p1") == "#p1"
    assert address("#1 表.pdf") == "%231%20%E8%A1%A8.pdf"
    assert address("javascript:x") == "javascript%3Ax"


def _in_english() -> Records:
    there = records().watched()
    there.settings = replace(there.settings, languages=("en",))
    return there
