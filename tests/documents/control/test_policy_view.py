"""A revision of a policy becomes its document, and its English text another."""

from collections.abc import Mapping

import pytest

from auditdocs.document import Document
from auditdocs.documents.control.policy import PolicyView
from auditdocs.labels import Languages
from auditdocs.view_parts import Markdown
from tests.documents.demonstration import job
from tests.documents.small import made, small, subjects

NUMBER = "XY-QP-CA-01"
FOLDER = f"policies/{NUMBER}"
SIGNED = "approvals: [{role: prepared, person: P0001, at: 2026-02-02T10:00}, {role: approved, person: P0002, at: 2026-02-20T10:00}]"


def revision(front: str = "", body: str = "# 1 目的\n\n规定甲。") -> str:
    return f"---\ntitle: {{zh: 管理制度, en: Policy of Management}}\n{front}\n---\n\n{body}\n"


FIRST = revision(f"effective_on: 2026-03-01\nreason: 首次发布\n{SIGNED}")
SECOND = revision(f"effective_on: 2026-09-01\nreason: 补充定义\n{SIGNED}", "# 1 目的\n\n规定乙。")
ENGLISH = "---\ntitle: Policy of Management\n---\n\n# 1 Purpose\n\nLays down B.\n"


def document(files: Mapping[str, str], key: str, languages: Languages = ("zh",)) -> Document:
    return made("policy", f"{NUMBER}/{key}", small({f"{FOLDER}/{name}": text for name, text in files.items()}, languages))


def view(files: Mapping[str, str], key: str, languages: Languages = ("zh",)) -> PolicyView:
    shown = document(files, key, languages).view
    assert isinstance(shown, PolicyView)
    return shown


def test_every_revision_and_every_english_text_is_a_document() -> None:
    found = small({f"{FOLDER}/A-0.md": FIRST, f"{FOLDER}/A-1.md": SECOND, f"{FOLDER}/A-1.en.md": ENGLISH})
    assert subjects("policy", found) == [(f"{NUMBER}/A-0", ""), (f"{NUMBER}/A-1", ""), (f"{NUMBER}/A-1.en", "")]


@pytest.mark.parametrize(
    ("files", "mark"),
    [
        ({"A-0.md": revision("effective_on: 2026-03-01")}, "草稿"),
        ({"A-0.md": FIRST}, "受控"),
        ({"A-0.md": FIRST, "A-1.md": revision()}, "受控"),
        ({"A-0.md": FIRST, "A-1.md": SECOND}, "作废"),
        ({"A-0.md": revision(f"effective_on: 2026-03-01\nwithdrawn: {{date: 2026-10-01, by: P0001, reason: 合并}}\n{SIGNED}")}, "作废"),
    ],
    ids=["not approved", "approved", "a later draft", "a later approval", "withdrawn"],
)
def test_the_mark_follows_from_what_is_signed(files: Mapping[str, str], mark: str) -> None:
    found = document(files, "A-0")
    assert found.mark
    assert found.mark.zh == mark
    assert isinstance(found.view, PolicyView)
    assert found.view.status == mark


def test_an_obsolete_revision_says_since_when_and_why() -> None:
    assert view({"A-0.md": FIRST, "A-1.md": SECOND}, "A-0").obsolete_on == "2026-09-01\n由新版代替 A/1"
    withdrawn = revision(f"effective_on: 2026-03-01\nwithdrawn: {{date: 2026-10-01, by: P0001, reason: 合并}}\n{SIGNED}")
    assert view({"A-0.md": withdrawn}, "A-0").obsolete_on == "2026-10-01\n废止 2026-10-01 甲示例 合并"
    assert view({"A-0.md": FIRST}, "A-0").obsolete_on == ""


def test_the_revision_table_is_drawn_from_the_folder_up_to_the_revision_itself() -> None:
    files = {"A-0.md": FIRST, "A-1.md": SECOND}
    rows = view(files, "A-1").revisions
    assert [(row.revision, row.date, row.description, row.by) for row in rows] == [
        ("A/0", "2026-02-20", "首次发布\n生效日期：2026-03-01", "甲示例"),
        ("A/1", "2026-02-20", "补充定义\n生效日期：2026-09-01", "甲示例"),
    ]
    assert [row.revision for row in view(files, "A-0").revisions] == ["A/0"]
    assert view(files, "A-1").supersedes == "XY-QP-CA-01 A/0"
    assert view(files, "A-0").supersedes == ""


def test_the_english_text_is_a_document_of_its_own_with_the_facts_of_its_revision() -> None:
    found = document({"A-0.md": FIRST, "A-1.md": SECOND, "A-1.en.md": ENGLISH}, "A-1.en")
    shown = found.view
    assert isinstance(shown, PolicyView)
    assert (found.languages, found.name, found.revision) == (("en",), "XY-QP-CA-01 A-1.en Policy of Management", "A/1")
    assert (shown.title, shown.subtitle, shown.effective_on, shown.status) == (
        "Policy of Management",
        "管理制度",
        "2026-09-01",
        "CONTROLLED",
    )
    assert shown.body == Markdown("# 1 Purpose\n\nLays down B.")
    assert [one.name for one in shown.signatures] == ["Jia Sample", "", "乙示例"]
    assert set(found.about) == {f"records/{FOLDER}/A-1.md", f"records/{FOLDER}/A-1.en.md"}


def test_a_title_that_is_no_file_name_becomes_one() -> None:
    found = document({"A-0.md": '---\ntitle: "管理/制度: 总则?"\n---\n\n# 1 目的\n'}, "A-0")
    assert found.name == "XY-QP-CA-01 A-0 管理 制度 总则"


def test_consultation_distribution_and_source_are_annexes() -> None:
    front = """level: 2
consultation: [{date: 2026-01-05, department: SAL, person: P0002, comment: 太短, disposition: 采纳}]
distribution: [{department: MFG, copy_number: "03", form: paper, issued_on: 2026-03-02, returned_on: 2026-09-02}]
source: {file: 范文, clause: 1–8, truncated: true}"""
    shown = view({"A-0.md": revision(front)}, "A-0")
    assert shown.level == "二级 程序与制度"
    assert [(row.department, row.opinion, row.handling) for row in shown.consultation] == [("销售部\n乙示例", "太短", "采纳")]
    assert [(row.copy_number, row.department, row.form, row.returned_on) for row in shown.distribution] == [
        ("03", "制造部", "纸质", "2026-09-02")
    ]
    assert [(row.file, row.remark) for row in shown.sources] == [("范文", "来源不完整")]


def test_the_header_bears_the_policys_own_revision_and_the_forms_beside_its_number() -> None:
    frame = job("policy", "XY-QP-CA-01/A-2", "pdf").frame
    assert (frame.number, frame.revision, frame.form_number) == ("XY-QP-CA-01", "A/2", "XY-FM-DC-06 A/0")
    assert (frame.mark, frame.title, frame.note) == ("受控", "客户审核管理制度", "打印件为非受控")
