"""A name in docs/traceability.yaml → the thing of the program it points to, in its own words, or the message that there is none."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, RootModel

from auditdocs.catalogue import catalogue
from auditdocs.command_line import app
from auditdocs.documents import KINDS as DOCUMENTS
from auditdocs.field import label
from auditdocs.problem import Words
from auditdocs.records import ROOMS
from auditdocs.shape import Group, Leaf, Many, Numbered, Shape, shapes

T = TypeVar("T")
RECORDS = Path(__file__).parents[1] / "records"


class Dangling(LookupError):
    """A pointer that leads nowhere."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of pointer: its title on the page, and the words of what it points to; raises Dangling."""

    title: str
    words: Callable[[str], str]


def heading(code: str) -> str:
    """How the page of rules heads a rule."""
    return f"{code}{' ‡' if catalogue()[code].firm else ''}"


def _field(path: str) -> str:
    """`contact_sheet.visitors.name`: the numbers and places of lists are passed by."""
    record, *names = path.split(".")
    if record not in ROOMS.types or not names:
        raise Dangling(f"no record type and field {path!r}")
    model, said = _opened(ROOMS.types[record].model), Words("", "")
    for name in names:
        if model is None or name not in shapes(model):
            raise Dangling(f"no field {name!r} in {path!r}")
        said, model = label(model, name), _inside(shapes(model)[name])
    return _both(said)


def _opened(model: type[BaseModel]) -> type[BaseModel] | None:
    """The model of the rows where a file is one table."""
    return _inside(shapes(model)["root"]) if issubclass(model, RootModel) else model


def _inside(shape: Shape) -> type[BaseModel] | None:
    match shape:
        case Leaf():
            return None
        case Group(model):
            return model
        case Many(inner) | Numbered(_, inner):
            return _inside(inner)


def _record(name: str) -> str:
    return _both(_one_of({key: one.title for key, one in ROOMS.types.items()}, name))


def _rule(code: str) -> str:
    _one_of(catalogue(), code)
    return ""


def _document(kind: str) -> str:
    return _both(_one_of(DOCUMENTS, kind).title)


def _number(path: str) -> str:
    """`car_register.on_time`: a figure that a document prints."""
    kind, _, name = path.partition(".")
    found = _one_of(DOCUMENTS, kind)
    rooms = (import_module(view.__module__) for views in found.templates.values() for view in views)
    figures = (getattr(room, "FIGURES", {}) for room in rooms)
    return _both(_one_of({**found.words, **{one: words for each in figures for one, words in each.items()}}, name))


def _milestone(path: str) -> str:
    life, _, name = path.partition(".")
    steps = _one_of(ROOMS.lives, life)
    words = {one.name: one.words for one in steps.milestones} | {one.name: one.words for one in steps.side_states}
    return _both(_one_of(words, name))


def _command(name: str) -> str:
    _one_of(app.commands, name)
    return ""


def _clause(path: str) -> str:
    """`XY-QP-CA-01 6.2.1`: stands in the newest revision of the policy."""
    document, _, number = path.partition(" ")
    files = sorted(one for one in (RECORDS / "policies" / document).glob("*.md") if not one.name.endswith(".en.md"))
    if not files or not re.search(rf"^(#+ )?{re.escape(number)} ", files[-1].read_text("utf-8"), re.MULTILINE):
        raise Dangling(f"no clause {number!r} in the policy {document!r}")
    return ""


def _retention_class(name: str) -> str:
    rows = yaml.safe_load((RECORDS / "org" / "retention.yaml").read_text("utf-8"))
    title = _one_of(rows, name)["title"]
    return _both(Words(title["zh"], title["en"]))


def _page(path: str) -> str:
    if not (RECORDS.parent / path).is_file():
        raise Dangling(f"no file {path!r}")
    return ""


def _one_of(found: Mapping[str, T], name: str) -> T:
    if name not in found:
        raise Dangling(f"{name!r} is none of {', '.join(sorted(found))}")
    return found[name]


def _both(words: Words) -> str:
    return words.zh if words.zh == words.en else f"{words.zh} {words.en}"


KINDS: Mapping[str, Kind] = {
    "record": Kind("记录 records", _record),
    "field": Kind("字段 fields", _field),
    "rule": Kind("规则 rules", _rule),
    "milestone": Kind("节点 milestones", _milestone),
    "document": Kind("文件 documents", _document),
    "number": Kind("数字 numbers", _number),
    "command": Kind("命令 commands", _command),
    "clause": Kind("制度条款 clauses of our policy", _clause),
    "retention": Kind("存档期限 retention", _retention_class),
    "page": Kind("说明 pages", _page),
}
