"""What a build made and could not make → `index.html`: opens by double click, leads to every document and every problem.

Read by reviewers who have no program of ours: no server, no network, one file. It must always come out, so characters
that no document could print are shown here by their number instead of being refused.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import quote

from jinja2 import Environment, Undefined
from markupsafe import Markup, escape

from auditdocs.documents.index_rows import (
    SECTIONS,
    Kinds,
    Made,
    ProblemRow,
    RefusedRow,
    by_folder,
    errors_by_path,
    group_of,
    problem_rows,
    refused_rows,
)
from auditdocs.entry import Records
from auditdocs.labels import UNVERSIONED, WORKING_COPY
from auditdocs.problem import Lang, Problem, Words
from auditdocs.records.house.customer import Customer
from auditdocs.records.house.organization import Organization
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.render.characters import unprintable
from auditdocs.render.templates import LANGUAGE_TAGS, digest, environment
from auditdocs.state import standing

TEMPLATE, PART = "index/index.html", "index/group.html"
_ANCHOR = re.compile(r"#[A-Za-z0-9-]+")


ABOUT = "index-about-audit"
_SHOWN = ("path", "kind", "format", "subject", "languages", "status", "commit", "digest")  # of a file's row


class Fragments(Protocol):
    """Parts of the page that are kept between builds: told again where they were made from the same."""

    def __call__(self, name: str, made_from: str, make: Callable[[], list[Any]]) -> list[Any]: ...


def keep_nothing(name: str, made_from: str, make: Callable[[], list[Any]]) -> list[Any]:
    """Make every part."""
    return make()


@dataclass(frozen=True, slots=True)
class Part:
    """The documents of one folder, written."""

    html: Markup
    documents: int
    drafts: int


@dataclass(frozen=True, slots=True)
class Section:
    """Audits, policies, registers."""

    anchor: str
    title: Words
    groups: tuple[Part, ...]

    @property
    def count(self) -> int:
        return sum(group.documents for group in self.groups)


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
    errors: int

    @property
    def documents(self) -> int:
        return sum(section.count for section in self.sections)

    @property
    def drafts(self) -> int:
        return sum(group.drafts for section in self.sections for group in section.groups)

    @property
    def warnings(self) -> int:
        return len(self.problems) - self.errors


def index_page(
    manifest: Mapping[str, Any],
    problems: Sequence[Problem],
    records: Records,
    template_roots: tuple[str, ...],
    kinds: Kinds | None = None,
    fragments: Fragments = keep_nothing,
) -> bytes:
    """The page as bytes; `kinds` are the titles of document kinds by their names."""
    made = environment(template_roots, written)
    made.filters["link"] = address  # the only addresses of this page: files beside it, and places in it
    rows = problem_rows(problems)
    parts = _Parts(made, digest(template_roots, PART), records, errors_by_path(rows), kinds or {}, fragments)
    view = index_view(manifest, rows, records, parts)
    return made.get_template(TEMPLATE).render(index=view).encode("utf-8")


def index_view(manifest: Mapping[str, Any], rows: tuple[ProblemRow, ...], records: Records, parts: "_Parts") -> IndexView:
    """What the page says."""
    return IndexView(
        company=_company(records),
        lang=records.settings.languages[0],
        tool=str(manifest["tool"]),
        as_of=str(manifest["as_of"]),
        commit=_commit(manifest.get("commit"), bool(manifest.get("dirty"))),
        sections=tuple(_sections(by_folder(manifest["artefacts"]), parts)),
        refused=refused_rows(manifest["refused"], rows, parts.kinds),
        problems=rows,
        records=len(records.filed()),
        files=len(manifest["artefacts"]),
        errors=sum(row.is_error for row in rows),
    )


def _sections(folders: Mapping[str, list[Made]], parts: "_Parts") -> Iterator[Section]:
    """The folders by their first name; the newest audit first, the rest by name."""
    by_top: dict[str, list[str]] = {}
    for folder in folders:
        by_top.setdefault(folder.partition("/")[0], []).append(folder)
    order = sorted(by_top, key=lambda top: ([*SECTIONS].index(top) if top in SECTIONS else len(SECTIONS), top))
    for number, top in enumerate(order, 1):
        title = SECTIONS.get(top) or (Words(top, top) if top else Words("其他", "Other"))
        names = reversed(by_top[top]) if top == "audits" else by_top[top]
        yield Section(f"s{number}", title, tuple(parts.part(name, folders[name]) for name in names))


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the parts of the page are written with."""

    made: Environment
    template: str  # its digest
    records: Records
    errors: Mapping[str, Sequence[ProblemRow]]
    kinds: Kinds
    fragments: Fragments

    def part(self, folder: str, files: Sequence[Made]) -> Part:
        """One folder, as it was written before where it says the same."""
        audit = folder.rpartition("/")[2]
        known = self.records.row(ABOUT, audit) if self.records.is_known("contact_sheet", audit) else None
        about = Words(*known) if known else Words("", "")
        drafts = {path for made in files if made["status"] == "draft" for path in made.get("sources", ())}
        errors = [row for path in sorted(drafts) for row in self.errors.get(path, ())]
        told = [self.template, about, errors, self.kinds, [[made.get(name) for name in _SHOWN] for made in files]]
        made_from = hashlib.sha256(repr(told).encode()).hexdigest()
        html, documents, draft_count = self.fragments(folder, made_from, lambda: self._write(folder, files, about))
        return Part(Markup(html), documents, draft_count)  # written by our own template, which escapes

    def _write(self, folder: str, files: Sequence[Made], about: Words) -> list[Any]:
        group = group_of(folder, files, self.errors, self.kinds, about)
        html = self.made.get_template(PART).render(group=group)
        return [html, len(group.rows), sum(any(badge.status == "draft" for badge in row.badges) for row in group.rows)]


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


def about_audit(records: Records, audit_id: str) -> list[str]:
    """Whose audit it is, and where it stands, in Chinese and in English."""
    entry = records.get(ContactSheet, audit_id)
    if entry is None:
        return ["", ""]
    customer = records.get(Customer, entry.record.customer)
    stands = standing(records, entry, "audit")
    name = customer.record.name if customer else entry.record.customer
    parts = ((_of(name, lang), stands.words.in_(lang) if stands else "") for lang in ("zh", "en"))
    return [" · ".join(part for part in both if part) for both in parts]


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
