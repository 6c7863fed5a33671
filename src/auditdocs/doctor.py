"""What this machine, these templates and the revisions of policies lack, and the command that mends it."""

import ctypes.util
import hashlib
import platform
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from auditdocs import __version__
from auditdocs.document import DocumentKind, Format, Refusal
from auditdocs.documents import KINDS
from auditdocs.problem import AuditdocsError, Place, Problem, Words, did_you_mean
from auditdocs.render.archive import unpack
from auditdocs.render.fonts import find_sources
from auditdocs.render.pango import demand_pango
from auditdocs.render.template_check import Handed, check_template, handed
from auditdocs.render.template_check.word_look import left_by_authors
from auditdocs.render.templates import customers_files, customers_own, default_roots, find
from auditdocs.revision_history import faults_in_revisions
from auditdocs.template_names import ENDINGS, code_of, file_of, general_name, own_name, template_of
from auditdocs.workspace import Workspace


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


def examine_templates(root: Path, codes: Iterable[str] | None = None) -> Iterator[Finding]:
    """Every template that would be used here, and those of single customers; `codes` are those that customers have."""
    roots = default_roots(root)
    for kind in KINDS.values():
        for form, ending in ENDINGS.items():
            for template in kind.templates if form in kind.formats else ():
                yield from _examine_template(roots, f"{template}{ending}", handed(kind, template))
    yield from _examine_own(roots, None if codes is None else tuple(codes))


def examine_revisions(workspace: Workspace) -> Iterator[Finding]:
    """What became of the revisions of policies that were approved once, as Git tells it."""
    faults = tuple(faults_in_revisions(workspace.root, workspace.settings))
    yield from (Finding(_same(path), False, fault, is_machine=False) for path, fault in faults)
    if not faults:
        yield Finding(Words("制度的历次版本", "revisions of policies"), True, _same(""), is_machine=False)


def _examine_template(roots: tuple[str, ...], name: str, of: Handed) -> Iterator[Finding]:
    what = _same(f"templates/{name}")
    path = find(roots, name)
    if path is None:
        yield Finding(what, False, Words("没有这个模板", "there is no such template"), is_machine=False)
        return
    faults = check_template(roots, name, of)
    yield from (Finding(what, False, _said(fault, name), is_machine=False) for fault in faults)
    if not faults:
        yield Finding(what, True, _remarks(roots, path, name), is_machine=False)


def _remarks(roots: tuple[str, ...], path: Path, name: str) -> Words:
    """What is worth knowing of a template that is in order."""
    shipped = find(roots[1:], name)
    told = [Words("是本工作区自己的版本，与随程序提供的不同", "is the workspace's own and differs from the shipped one")]
    found = told if shipped and _digest(shipped) != _digest(path) else []
    left = left_by_authors(unpack(path.read_bytes(), name)) if name.endswith(".docx") else None
    found += [left] if left else []
    return Words("；".join(one.zh for one in found), "; ".join(one.en for one in found))


def _examine_own(roots: tuple[str, ...], codes: tuple[str, ...] | None) -> Iterator[Finding]:
    """The templates of single customers; a file in their folder that no document would use is wrong too."""
    kinds = {template: kind for kind in KINDS.values() for template in kind.templates}
    for file in customers_files(roots):
        name, form = template_of(file)
        kind, code = kinds.get(general_name(name)), code_of(name)
        reason = _why_unused(roots, file, kind, form, codes)
        if reason or kind is None:
            yield Finding(_same(f"templates/{file}"), False, reason or _same(""), is_machine=False)
            continue
        of_whom = Words(f"客户 {code} 自己的模板", f"is customer {code}'s own")
        for one in _examine_template(roots, file, handed(kind, general_name(name))):
            yield (
                replace(one, more=Words(_both(of_whom.zh, one.more.zh, "；"), _both(of_whom.en, one.more.en, "; "))) if one.is_good else one
            )


def _why_unused(roots: tuple[str, ...], file: str, kind: DocumentKind | None, form: Format, codes: tuple[str, ...] | None) -> Words | None:
    """Why no document would be made from a file in a customer's folder."""
    name, code = template_of(file)[0], code_of(template_of(file)[0])
    if file not in customers_own(roots):
        return Words("是指向模板文件夹之外的链接，不会使用", "is a link that leads out of the folder of templates and is not used")
    if codes is not None and code not in codes:
        guess = did_you_mean(code, codes)
        return Words(f"没有代码为 {code} 的客户{guess.zh}", f"no customer has the code {code}{guess.en}")
    if kind is None or form not in kind.formats or own_name(code, general_name(name)) != name:
        known = [file_of(own_name(code, one), each) for one, each in _all_templates()]
        guess = did_you_mean(file, filter(None, known))
        return Words(f"没有文件使用这个名称的模板{guess.zh}", f"no document uses a template of this name{guess.en}")
    return None


def _all_templates() -> Iterator[tuple[str, Format]]:
    return ((template, form) for kind in KINDS.values() for template in kind.templates for form in kind.formats)


def _both(first: str, second: str, between: str) -> str:
    return between.join(filter(None, (first, second)))


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
