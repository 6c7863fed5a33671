"""Template names → templates: where they lie, the one environment both worlds run in, what they may ask for, their digest."""

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, meta
from jinja2.nodes import EvalContextModifier
from jinja2.utils import missing

from auditdocs.document import Document, Frame
from auditdocs.labels import FRAME, Languages, table
from auditdocs.problem import nearest
from auditdocs.render.filters import FILTERS
from auditdocs.render.press import refuse
from auditdocs.render.sandbox import Sandbox
from auditdocs.render.template_faults import MISSING, UNSAFE, named_faults
from auditdocs.template_names import FOLDER

LANGUAGE_TAGS = {"zh": "zh-CN", "en": "en"}


def default_roots(workspace: Path) -> tuple[str, ...]:
    """Where templates are looked for: in the workspace (first, even where it has none), the checkout this runs from, the package."""
    package = Path(__file__).resolve().parents[1]
    shipped = [package / "_templates"]
    if package.parent.name == "src":
        shipped.insert(0, package.parents[1] / "templates")
    folders = (workspace / "templates", *(folder for folder in shipped if folder.is_dir()))
    return tuple(dict.fromkeys(str(folder.resolve()) for folder in folders))


def is_shipped(roots: tuple[str, ...], name: str) -> bool:
    """Whether this template and all that it needs came with the program, and nothing of them is the workspace's own."""
    return all(find(roots[:1], each) is None for each in family(roots, name))


def find(roots: tuple[str, ...], name: str) -> Path | None:
    """The file of this template (`car/car.html`) in the first root that has it."""
    files = (Path(root, *name.split("/")) for root in roots)
    return next((file for file in files if file.is_file()), None)


def read(roots: tuple[str, ...], name: str) -> bytes:
    """The bytes of this template, or a refusal."""
    file = find(roots, name)
    if file is None:
        raise refuse(MISSING, {"template": name})
    return file.read_bytes()


def customers_own(roots: tuple[str, ...]) -> frozenset[str]:
    """The templates that customers have for themselves, by name; a link that leads out of the folder is none."""
    return frozenset(name for name in customers_files(roots) for file in (find(roots, name),) if file and _is_within(roots, file))


def customers_files(roots: tuple[str, ...]) -> tuple[str, ...]:
    """All templates in the folder of the customers, by name, also those that nobody can use."""
    walks = ((root, os.walk(Path(root, FOLDER), onerror=_unless_there_is_none)) for root in roots)
    found = ((root, Path(folder, name)) for root, walk in walks for folder, _, names in walk for name in names)
    names = {file.relative_to(root).as_posix() for root, file in found if file.suffix in (".docx", ".html")}
    return tuple(sorted(one for one in names if not Path(one).name.startswith("~$")))  # Word's own mark of an open file


def _unless_there_is_none(error: OSError) -> None:
    """A folder that cannot be read is not one without templates: a customer's document would be made from ours."""
    if not isinstance(error, FileNotFoundError | NotADirectoryError):
        raise error


def _is_within(roots: tuple[str, ...], file: Path) -> bool:
    return any(file.resolve().is_relative_to(root) for root in roots)


class Missing(StrictUndefined):
    """A name that is not there: raises with the name and, behind a NUL, the known one most like it."""

    @property
    def _undefined_message(self) -> str:
        name = str(self._undefined_name)
        known = () if self._undefined_obj is missing else _names(self._undefined_obj)
        return f"{name}\0{nearest(name, known)}"


def _names(of: object) -> tuple[str, ...]:
    """The fields of a view, a row or the labels."""
    return tuple(name for name in dir(of) if not name.startswith("_"))


def environment(roots: tuple[str, ...], written: Callable[[object], object]) -> Sandbox:
    """The one way templates run: sandboxed, strict, escaping always; `written` puts each value into its world."""
    made = Sandbox(
        loader=FileSystemLoader(roots),
        autoescape=True,
        undefined=Missing,
        finalize=written,
        keep_trailing_newline=True,
    )
    made.filters.update(FILTERS)
    return made


class Labels:
    """Labels a template asks for by name (`t.owner`); no method of a dict stands in the way of a label `items`."""

    __slots__ = ("_words",)

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = dict(words)

    def __dir__(self) -> Iterable[str]:
        return self._words

    def __getattr__(self, name: str) -> str:
        try:
            return self._words[name]
        except KeyError:
            raise AttributeError(name) from None

    def __getitem__(self, name: str) -> str:
        return self._words[name]


def context(document: Document, frame: Frame) -> dict[str, object]:
    """What a template may ask for: its view by the kind's name, labels, frame, languages."""
    return {
        document.kind: document.view,
        "t": Labels(table(document.languages, FRAME, document.words)),
        "frame": frame,
        "languages": document.languages,
        "lang": language_tag(document.languages),
    }


def language_tag(languages: Languages) -> str:
    """The language of a page as HTML writes it: `zh-CN` picks Chinese shapes of characters."""
    return LANGUAGE_TAGS[languages[0]] if languages else "zh-CN"


def digest(roots: tuple[str, ...], name: str) -> str:
    """sha256 over a template and everything that it includes, extends or imports."""
    taken = hashlib.sha256()
    for each in family(roots, name):
        content = read(roots, each)
        taken.update(f"{each}\0{len(content)}\0".encode())
        taken.update(content)
    return taken.hexdigest()


def family(roots: tuple[str, ...], name: str) -> tuple[str, ...]:
    """This template and all that it needs, each once, in the order they are met."""
    met: dict[str, None] = {}
    waiting = [name]
    while waiting:
        each = waiting.pop(0)
        if each not in met:
            met[each] = None
            waiting.extend(() if each.endswith(".docx") else _needed(each, read(roots, each)))
    return tuple(met)


@lru_cache(maxsize=1)
def _parser() -> Sandbox:
    return environment((), str)


@lru_cache(maxsize=256)
def _needed(name: str, source: bytes) -> tuple[str, ...]:
    with named_faults(name):
        tree = _parser().parse(source.decode("utf-8"), name)
    if any(_changes_escaping(node) for node in tree.find_all(EvalContextModifier)):
        raise refuse(UNSAFE, {"template": name, "reason": "{% autoescape %}"})
    needed: list[str] = []
    for each in meta.find_referenced_templates(tree):
        if each is None:
            raise refuse(UNSAFE, {"template": name, "reason": "include/import/extends: {{ … }}"})
        needed.append(each)
    return tuple(needed)


def _changes_escaping(node: EvalContextModifier) -> bool:
    return any(option.key == "autoescape" for option in node.options)


def rendered(template: Any, name: str, values: Mapping[str, object]) -> str:
    """Run one template; whatever it raises becomes a refusal."""
    with named_faults(name):
        text: str = template.render(values)
    return text
