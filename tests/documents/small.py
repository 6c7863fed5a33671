"""Small records written as text → the documents that are made of them."""

from collections.abc import Mapping
from datetime import date
from textwrap import dedent

from auditdocs.document import Document, Request, Subject
from auditdocs.documents import KINDS, ROWS
from auditdocs.entry import Records
from auditdocs.inputs import File, Settings
from auditdocs.labels import Languages
from auditdocs.load import load
from auditdocs.records import ROOMS

DAY = date(2026, 11, 20)
PEOPLE = {
    "people/P0001.yaml": """
        name: {zh: 甲示例, en: Jia Sample}
        posts:
          - {department: MFG, title: 车间主任, from: 2020-01-01, to: 2026-06-30}
          - {department: QA, title: 质量工程师, from: 2026-07-01}
        """,
    "people/P0002.yaml": """
        name: 乙示例
        posts: [{department: SAL, title: 客户经理}]
        """,
    "org/departments.yaml": """
        QA: {name: {zh: 质量部, en: Quality}}
        MFG: {name: {zh: 制造部, en: Manufacturing}}
        SAL: {name: {zh: 销售部, en: Sales}}
        """,
    "customers/C0001/profile.yaml": """
        name: {zh: 样例客户, en: Sample Customer}
        code: SAMP
        abc_class: B
        """,
}
AUDIT = "audits/2026/AUD-2026-001"


def small(files: Mapping[str, str], languages: Languages = ("zh",), as_of: date = DAY) -> Records:
    """The records of some files below records/, with a few people, departments and a customer."""
    written = {**PEOPLE, **files}
    given = (File(f"records/{path}", dedent(text).encode()) for path, text in written.items())
    loaded = load(given, ROOMS, as_of, Settings(languages), rows=ROWS)
    assert [problem.message("en", show_values=True) for problem in loaded.problems] == []
    return loaded.records


def made(kind: str, key: str, records: Records, variant: str = "") -> Document:
    """The document of a kind about one subject."""
    document = KINDS[kind].make(records, Subject(key, variant), Request(DAY, variant))
    assert document is not None
    return document


def subjects(kind: str, records: Records, variant: str = "") -> list[tuple[str, str]]:
    """What documents of a kind there will be."""
    return [(one.key, one.variant) for one in KINDS[kind].all_subjects(records, Request(DAY, variant))]
