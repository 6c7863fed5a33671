"""What documents rest on: templates and all they include, commits, and what a build as a whole was made from."""

import hashlib
from collections.abc import Iterable
from functools import cache
from typing import Any

from auditdocs.configuration import CONFIGURATION
from auditdocs.document import Format, Job
from auditdocs.examine import Examined
from auditdocs.fingerprint import ingredients
from auditdocs.framing import Provenance
from auditdocs.history import History
from auditdocs.manifest import Origin, job_row
from auditdocs.plan import Sources
from auditdocs.problem import Place, Problem, Sentence
from auditdocs.program import program_digest
from auditdocs.render.press import RefusedError
from auditdocs.render.template_words import words_of
from auditdocs.render.templates import customers_own, default_roots, digest, family, find, read
from auditdocs.template_names import file_of

SHALLOW = Sentence(
    "history.shallow",
    "这是没有完整历史的克隆，文件上只能印“历史不全”，不能印提交号",
    "this clone lacks its history: documents say NO HISTORY instead of naming their commit",
    "运行 git fetch --unshallow 后再制作",
    "run `git fetch --unshallow`, then build again",
    severity="warning",
)
SENTENCES = (SHALLOW,)


def sources_of(examined: Examined) -> Sources:
    """What plans and fingerprints ask of templates and history; each template is read once, however many documents it makes."""
    roots = default_roots(examined.workspace.root)
    top = examined.workspace.root.resolve()

    @cache
    def files(template: str, form: Format) -> tuple[str, ...]:
        name = file_of(template, form)
        if not name:
            return ()
        found = (find(roots, each) for each in _family(roots, name))
        return tuple(path.relative_to(top).as_posix() for path in found if path and path.is_relative_to(top))

    @cache
    def told(template: str, form: Format) -> str:
        name = file_of(template, form)
        return _digest(roots, name) if name else ""

    def provenance(paths: Iterable[str]) -> Provenance:
        return _provenance(examined.history, tuple(paths))

    def named(template: str, form: Format) -> str:
        name = file_of(template, form)
        return f"templates/{name}" if name else ""

    @cache
    def words(template: str, form: Format) -> str:
        return words_of(roots, file_of(template, form)) if files(template, form) else ""

    def essence(job: Job) -> str:
        return ingredients(job, told(job.document.template, job.format), "", program_digest(), examined.loaded.hashes).essence

    def row(job: Job) -> dict[str, Any]:
        return job_row(job, named(job.document.template, job.format))

    return Sources(examined.loaded.hashes, customers_own(roots), told, files, named, words, provenance, essence, row)


def history_problems(history: History) -> tuple[Problem, ...]:
    """What keeps forms from naming their commit although there is a repository."""
    return (Problem(Place(CONFIGURATION), SHALLOW, severity="warning"),) if history.kind == "shallow" else ()


def uncommitted(examined: Examined) -> tuple[str, ...]:
    """The inputs whose content no commit holds: configuration, records, attachments, templates of the workspace."""
    return examined.history.uncommitted([CONFIGURATION, *examined.survey.files, *examined.survey.attachments])


def origin_of(examined: Examined, templates: Iterable[str]) -> Origin:
    """What a build was made from, for its manifest; `templates` as its rows name them."""
    history, roots = examined.history, default_roots(examined.workspace.root)
    names = {name.removeprefix("templates/") for name in templates}
    used = sorted({each for name in names for each in _family(roots, name)})
    digests = {f"templates/{name}": hashlib.sha256(read(roots, name)).hexdigest() for name in used}
    dirty = history.kind == "none" or bool(uncommitted(examined))
    return Origin(history.head.id if history.head else None, dirty, examined.as_of, digests)


def family_of(examined: Examined, named: str) -> tuple[str, ...]:
    """A template as a manifest names it, and all that it includes; nothing for a document without one."""
    name = named.removeprefix("templates/")
    return tuple(f"templates/{each}" for each in _family(default_roots(examined.workspace.root), name)) if name else ()


def _family(roots: tuple[str, ...], name: str) -> tuple[str, ...]:
    try:
        return family(roots, name)
    except RefusedError:
        return (name,)  # the press will say what is wrong with it


def _digest(roots: tuple[str, ...], name: str) -> str:
    try:
        return digest(roots, name)
    except RefusedError:
        return ""


def _provenance(history: History, paths: tuple[str, ...]) -> Provenance:
    if history.kind == "none":
        return Provenance("none", is_dirty=True)
    if history.uncommitted(paths):
        return Provenance(history.kind, is_dirty=True)
    commit = history.changed_by(paths)
    if commit is None:
        return Provenance(history.kind)
    return Provenance(history.kind, commit.id, commit.committed_at)
