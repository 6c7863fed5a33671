"""A manifest and its problems → the rows of the index: documents by place, what could not be made, problems."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from auditdocs.labels import Status
from auditdocs.problem import Problem, Severity, Words

SECTIONS: Mapping[str, Words] = {
    "programme": Words("年度方案", "Annual programmes"),
    "audits": Words("客户审核", "Customer audits"),
    "policies": Words("制度", "Policies"),
    "registers": Words("台账与索引", "Registers and indexes"),
    "checklists": Words("检查表（空白）", "Checklists (blank)"),
    "editions": Words("客户版与归档版", "Editions for customers and for the archive"),
}
STATUS: Mapping[Status, Words] = {
    "ready": Words("就绪", "Ready"),
    "draft": Words("草稿", "Draft"),
    "working_copy": Words("工作副本", "Working copy"),
}
SEVERITY: Mapping[Severity, Words] = {"error": Words("错误", "Error"), "warning": Words("警告", "Warning")}
LANGUAGES: Mapping[str, str] = {"zh": "中文", "en": "English"}
READING_ORDER = ("pdf", "docx", "xlsx", "ics")  # what a reader opens first
Made = Mapping[str, Any]  # a row of the manifest
Kinds = Mapping[str, Words]


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """One problem, at its place; `anchor` is where in the page it stands, empty where it is known by its code only."""

    anchor: str
    place: str
    code: str
    severity: Words
    is_error: bool
    message: Words
    source: str


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file of a document."""

    path: str
    format: str
    commit: str
    digest: str


@dataclass(frozen=True, slots=True)
class Badge:
    """A status, and the formats that have it where they differ."""

    status: Status
    words: Words
    formats: str = ""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document in all its formats."""

    name: str
    kind: Words  # its title, where its name does not say it
    subject: str
    languages: str
    files: tuple[FileRow, ...]
    badges: tuple[Badge, ...]
    errors: tuple[ProblemRow, ...]  # in what it was made from: why a draft is one


@dataclass(frozen=True, slots=True)
class Group:
    """The documents of one folder."""

    anchor: str
    folder: str
    about: Words  # whose audit, and where it stands
    rows: tuple[DocumentRow, ...]


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A document that could not be made, and why."""

    kind: Words
    subject: str
    problems: tuple[ProblemRow, ...]


def problem_rows(problems: Iterable[Problem]) -> tuple[ProblemRow, ...]:
    """All problems in their order; people's own words are not shown."""
    return tuple(_problem_row(f"p{number}", problem) for number, problem in enumerate(problems, 1))


def errors_by_path(problems: Iterable[ProblemRow]) -> dict[str, list[ProblemRow]]:
    """The errors of each record: why a document is a draft."""
    found: dict[str, list[ProblemRow]] = {}
    for row in problems:
        if row.is_error:
            found.setdefault(row.place.rsplit(":", 2)[0], []).append(row)
    return found


def by_folder(artefacts: Iterable[Made]) -> dict[str, list[Made]]:
    """The files by the folder they lie in, in its order."""
    folders: dict[str, list[Made]] = {}
    for made in artefacts:
        folders.setdefault(str(made["path"]).rpartition("/")[0], []).append(made)
    return {folder: folders[folder] for folder in sorted(folders, key=PurePosixPath)}


def group_of(folder: str, made: Iterable[Made], errors: Mapping[str, Sequence[ProblemRow]], kinds: Kinds, about: Words) -> Group:
    """The documents of one folder, by name."""
    name = folder.rpartition("/")[2]
    is_own = not folder.startswith("editions/")  # an edition's folder has the name of the house's
    anchor = name if is_own and name.isascii() and name.replace("-", "").isalnum() else ""
    return Group(anchor, folder.partition("/")[2], about, document_rows(made, errors, kinds))


def document_rows(artefacts: Iterable[Made], errors: Mapping[str, Sequence[ProblemRow]], kinds: Kinds) -> tuple[DocumentRow, ...]:
    """The formats of a document in one row."""
    documents: dict[str, list[Made]] = {}
    for made in artefacts:
        documents.setdefault(str(PurePosixPath(made["path"]).with_suffix("")), []).append(made)
    return tuple(_document_row(documents[name], errors, kinds) for name in sorted(documents))


def refused_rows(refused: Iterable[Made], problems: Sequence[ProblemRow], kinds: Kinds) -> tuple[RefusedRow, ...]:
    """What could not be made, with its problems; those of an earlier build are known by place and code only."""
    known = {(row.place, row.code): row for row in problems}

    def row(made: Made) -> RefusedRow:
        return RefusedRow(kind_words(made["kind"], kinds), made["subject"], tuple(_told(one, known) for one in made["problems"]))

    return tuple(row(made) for made in refused)


def kind_words(name: str, kinds: Kinds) -> Words:
    """The title of a document kind."""
    return kinds.get(name) or Words(name, name)


def _problem_row(anchor: str, problem: Problem) -> ProblemRow:
    return ProblemRow(
        anchor,
        _place(problem.place.path, problem.place.line, problem.place.column),
        problem.code,
        SEVERITY[problem.severity],
        problem.severity == "error",
        Words(problem.message("zh"), problem.message("en")),
        problem.sentence.source,
    )


def _told(one: Made, known: Mapping[tuple[str, str], ProblemRow]) -> ProblemRow:
    place, code = _place(one["path"], one["line"], one["column"]), one["code"]
    explain = Words(f"说明：auditdocs explain {code}", f"see: auditdocs explain {code}")
    return known.get((place, code)) or ProblemRow("", place, code, SEVERITY["error"], True, explain, "")


def _place(path: str, line: int, column: int) -> str:
    return f"{path}:{line}:{column}"


def _document_row(formats: Sequence[Made], errors: Mapping[str, Sequence[ProblemRow]], kinds: Kinds) -> DocumentRow:
    formats = sorted(
        formats, key=lambda made: (READING_ORDER.index(made["format"]) if made["format"] in READING_ORDER else 9, made["path"])
    )
    first = formats[0]
    is_draft = any(made["status"] == "draft" for made in formats)
    sources = dict.fromkeys(path for made in formats for path in made.get("sources", ()))
    name, title = PurePosixPath(first["path"]).stem, kind_words(first["kind"], kinds)
    return DocumentRow(
        name=name,
        kind=Words("" if title.zh in name else title.zh, "" if title.en in name else title.en),
        subject=first["subject"],
        languages=" · ".join(LANGUAGES.get(lang, lang) for lang in first["languages"]),
        files=tuple(FileRow(made["path"], made["format"].upper(), (made["commit"] or "")[:10], made["digest"][:12]) for made in formats),
        badges=_badges(formats),
        errors=tuple(row for path in sources for row in errors.get(path, ())) if is_draft else (),
    )


def _badges(formats: Sequence[Made]) -> tuple[Badge, ...]:
    by_status: dict[Status, list[str]] = {}
    for made in formats:
        by_status.setdefault(made["status"], []).append(made["format"].upper())
    differ = len(by_status) > 1
    return tuple(Badge(status, STATUS[status], " ".join(names) if differ else "") for status, names in by_status.items())
