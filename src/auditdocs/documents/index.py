"""What a build made and could not make → `index.html`: opens by double click, leads to every document and every problem.

Read by reviewers who have no program of ours: no server, no network, one file. It must always come out, so characters
that no document could print are shown here by their number instead of being refused.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from jinja2 import Undefined
from markupsafe import Markup, escape

from auditdocs.documents.index_rows import Kinds, ProblemRow, RefusedRow, Section, problem_rows, refused_rows, sections
from auditdocs.entry import Entry, Records
from auditdocs.labels import UNVERSIONED, WORKING_COPY
from auditdocs.problem import Lang, Problem, Words
from auditdocs.records.contact_sheet import ContactSheet
from auditdocs.records.customer import Customer
from auditdocs.records.organization import Organization
from auditdocs.render.characters import unprintable
from auditdocs.render.templates import LANGUAGE_TAGS, environment
from auditdocs.state import standing

TEMPLATE = "index/index.html"
_ANCHOR = re.compile(r"#[A-Za-z0-9-]+")


@dataclass(frozen=True, slots=True)
class IndexView:
    """The whole page."""

    company: Words
    lang: Lang
    tool: str
    as_of: str
    commit: Words
    sections: tuple[Section, ...]
    refused: tuple[RefusedRow, ...]
    problems: tuple[ProblemRow, ...]
    records: int
    files: int
    drafts: int
    errors: int

    @property
    def documents(self) -> int:
        return sum(section.count for section in self.sections)

    @property
    def warnings(self) -> int:
        return len(self.problems) - self.errors


def index_page(
    manifest: Mapping[str, Any],
    problems: Sequence[Problem],
    records: Records,
    template_roots: tuple[str, ...],
    kinds: Kinds | None = None,
) -> bytes:
    """The page as bytes; `kinds` are the titles of document kinds by their names."""
    made = environment(template_roots, written)
    made.filters["link"] = address  # the only addresses of this page: files beside it, and places in it
    text = made.get_template(TEMPLATE).render(index=index_view(manifest, problems, records, kinds or {}))
    return text.encode("utf-8")


def index_view(manifest: Mapping[str, Any], problems: Sequence[Problem], records: Records, kinds: Kinds) -> IndexView:
    """What the page says."""
    rows = problem_rows(problems)
    about = {entry.key: _about(entry, records) for entry in records.all(ContactSheet)}
    found = sections(manifest["artefacts"], rows, kinds, about)
    documents = [row for section in found for group in section.groups for row in group.rows]
    return IndexView(
        company=_company(records),
        lang=records.settings.languages[0],
        tool=str(manifest["tool"]),
        as_of=str(manifest["as_of"]),
        commit=_commit(manifest.get("commit"), bool(manifest.get("dirty"))),
        sections=found,
        refused=refused_rows(manifest["refused"], rows, kinds),
        problems=rows,
        records=len(records.everything()),
        files=len(manifest["artefacts"]),
        drafts=sum(any(badge.status == "draft" for badge in row.badges) for row in documents),
        errors=sum(row.is_error for row in rows),
    )


def written(value: object) -> object:
    """One value as the page shows it: words in both languages, of which the page shows one."""
    match value:
        case Markup():
            return value
        case Words():
            return _both(value)
        case str():
            return visible(value)
        case Undefined():
            return str(value)  # raises: nothing undefined is printed as nothing
        case int():
            return str(value)
        case _:
            raise TypeError(f"{type(value).__name__} is not text and cannot be printed")


def visible(text: str) -> str:
    """The text with what nobody can see, or what turns the order of reading, written as `[U+202E]`."""
    for sign in unprintable(text):
        text = text.replace(sign, f"[U+{ord(sign):04X}]")
    return text


def address(value: str) -> str:
    """A place in this page, or a file below the folder it lies in, percent-encoded byte by byte."""
    return value if _ANCHOR.fullmatch(value) else quote(value, errors="surrogateescape")


def _both(words: Words) -> Markup:
    if words.zh == words.en:
        return escape(visible(words.zh))
    spans = (f'<span class="{lang}" lang="{LANGUAGE_TAGS[lang]}">' for lang in ("zh", "en"))
    texts = (escape(visible(text)) for text in (words.zh, words.en))
    return Markup().join(Markup(span) + text + Markup("</span>") for span, text in zip(spans, texts, strict=True))


def _about(entry: Entry[ContactSheet], records: Records) -> Words:
    """Whose audit it is, and where it stands."""
    customer = records.get(Customer, entry.record.customer)
    stands = standing(records, entry, "audit")
    name = customer.record.name if customer else entry.record.customer
    parts = ((_of(name, lang), stands.words.in_(lang) if stands else "") for lang in ("zh", "en"))
    zh, en = (" · ".join(part for part in both if part) for both in parts)
    return Words(zh, en)


def _company(records: Records) -> Words:
    organization = records.get(Organization, "organization")
    return Words(_of(organization.record.name, "zh"), _of(organization.record.name, "en")) if organization else Words("", "")


def _of(name: Any, lang: Lang) -> str:
    return name if isinstance(name, str) else str(name.in_((lang,)))


def _commit(commit: object, is_dirty: bool) -> Words:
    if not commit:
        return UNVERSIONED
    short = str(commit)[:10]
    return Words(f"{short}（{WORKING_COPY.zh}）", f"{short} ({WORKING_COPY.en})") if is_dirty else Words(short, short)
