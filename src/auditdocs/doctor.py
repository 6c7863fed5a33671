"""What this machine, these templates and the revisions of policies lack, and the command that mends it."""

import hashlib
import platform
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from auditdocs import __version__
from auditdocs.document import Format, Refusal
from auditdocs.documents import KINDS
from auditdocs.problem import AuditdocsError, Place, Problem, Words
from auditdocs.render.docx_check import inspect_docx
from auditdocs.render.docx_template import word_template
from auditdocs.render.fonts import find_sources
from auditdocs.render.html import html_environment
from auditdocs.render.pango import demand_pango
from auditdocs.render.press import RefusedError
from auditdocs.render.template_faults import named_faults
from auditdocs.render.template_lint import faults_in
from auditdocs.render.templates import default_roots, find
from auditdocs.revision_history import faults_in_revisions
from auditdocs.workspace import Workspace

ENDINGS: tuple[tuple[Format, str], ...] = (("docx", ".docx"), ("pdf", ".html"))


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: in order, or not and what mends it."""

    what: Words
    is_good: bool
    more: Words
    is_machine: bool = True


def examine_machine(fonts: tuple[str, ...] = ()) -> Iterator[Finding]:
    """Everything outside the workspace that a build needs."""
    yield Finding(Words("程序", "program"), True, _same(f"auditdocs {__version__}, Python {platform.python_version()}"))
    git = shutil.which("git")
    yield Finding(Words("Git", "Git"), git is not None, _same("") if git else Words("请安装 Git", "install Git"))
    yield _probe(Words("PDF 排版库 Pango", "Pango for PDF"), demand_pango)
    yield _probe(Words("中文字体", "Chinese fonts"), lambda: find_sources(fonts))
    yield _probe(Words("字体子集库 HarfBuzz", "HarfBuzz subsetting"), _demand_harfbuzz)


def examine_templates(root: Path) -> Iterator[Finding]:
    """Every template that would be used here: there, safe, and whether the workspace's own differs from the shipped."""
    roots = default_roots(root)
    for kind in KINDS.values():
        for form, ending in ENDINGS:
            for template in kind.templates if form in kind.formats else ():
                yield from _examine_template(roots, f"{template}{ending}")


def examine_revisions(workspace: Workspace) -> Iterator[Finding]:
    """What became of the revisions of policies that were approved once, as Git tells it."""
    faults = tuple(faults_in_revisions(workspace.root, workspace.settings))
    yield from (Finding(_same(path), False, fault, is_machine=False) for path, fault in faults)
    if not faults:
        yield Finding(Words("制度的历次版本", "revisions of policies"), True, _same(""), is_machine=False)


def _examine_template(roots: tuple[str, ...], name: str) -> Iterator[Finding]:
    what = _same(f"templates/{name}")
    path = find(roots, name)
    if path is None:
        yield Finding(what, False, Words("没有这个模板", "there is no such template"), is_machine=False)
        return
    faults = tuple(_faults(roots, path, name))
    yield from (Finding(what, False, fault, is_machine=False) for fault in faults)
    shipped = find(roots[1:], name)
    if not faults and shipped and _digest(shipped) != _digest(path):
        more = Words("是本工作区自己的版本，与随程序提供的不同", "is the workspace's own and differs from the shipped one")
        yield Finding(what, True, more, is_machine=False)
    elif not faults:
        yield Finding(what, True, _same(""), is_machine=False)


def _faults(roots: tuple[str, ...], path: Path, name: str) -> Iterator[Words]:
    """What is not safe in a template; where all is safe, whether it is well formed."""
    unsafe = tuple(_unsafe(path, name))
    yield from unsafe
    try:
        if not unsafe:
            _read_through(roots, path, name)
    except RefusedError as error:
        yield _said(error.refusal, name)


def _unsafe(path: Path, name: str) -> Iterator[Words]:
    if name.endswith(".docx"):
        for refusal in inspect_docx(path.read_bytes(), name):
            yield _said(refusal, name)
    else:
        for line, reason in faults_in(path.read_text("utf-8")):
            yield Words(f"第 {line} 行：{reason.zh}", f"line {line}: {reason.en}")


def _read_through(roots: tuple[str, ...], path: Path, name: str) -> None:
    """Read a template as a press would: `{% endfi %}` is found before a document is made of it."""
    if name.endswith(".docx"):
        word_template(path.read_bytes(), name)
        return
    with named_faults(name):
        html_environment(roots).get_template(name)


def _said(refusal: Refusal, name: str) -> Words:
    found = Problem(Place(name), refusal.sentence, {"document": name, **refusal.facts})
    return Words(found.message("zh", show_values=True), found.message("en", show_values=True))


def _probe(what: Words, demand: Callable[[], object]) -> Finding:
    try:
        demand()
    except AuditdocsError as error:
        return Finding(what, False, Words(error.zh, error.en))
    return Finding(what, True, _same(""))


def _demand_harfbuzz() -> None:
    """WeasyPrint cuts fonts with it; without it files grow and change."""
    import ctypes.util

    names = ("harfbuzz-subset", "harfbuzz-subset-0", "libharfbuzz-subset-0")
    if not any(ctypes.util.find_library(name) for name in names):
        raise AuditdocsError(
            "没有 HarfBuzz 子集库：Debian/Ubuntu 请运行 `apt-get install libharfbuzz-subset0`",
            "HarfBuzz subsetting is missing: on Debian or Ubuntu run `apt-get install libharfbuzz-subset0`",
            exit=3,
        )


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _same(words: str) -> Words:
    return Words(words, words)
