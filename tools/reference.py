"""Rules and fields as the program knows them, and what they meet → pages of docs/; `--check` says whether they are current."""

import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from pydantic import BaseModel, RootModel

from auditdocs.catalogue import Explained, catalogue
from auditdocs.documents.control.flow_chart import flow_svg
from auditdocs.field import about, is_internal, is_personal, label
from auditdocs.records import ROOMS
from auditdocs.room import RecordType
from auditdocs.shape import Group, Leaf, Many, Numbered, Shape, shapes
from tools import fields, traceability

DOCS = Path(__file__).parents[1] / "docs"
SEVERITY = {"error": "错误 error", "warning": "警告 warning"}


def main(arguments: list[str]) -> int:
    """Write the pages, or with --check name those that are out of date."""
    stale = {name: text for name, text in pages().items() if _current(name) != text}
    for name, text in stale.items():
        print(f"docs/{name}")  # noqa: T201  (this is a tool)
        if "--check" not in arguments:
            (DOCS / name).parent.mkdir(exist_ok=True)
            (DOCS / name).write_text(text, "utf-8")
    return 1 if stale and "--check" in arguments else 0


@cache
def pages() -> Mapping[str, str]:
    """The text of every generated page by its name in docs/."""
    made = {
        "rules.md": _rules(),
        "records.md": _records(),
        "fields.md": fields.page(),
        **fields.kind_pages(),
        "traceability.md": traceability.page(),
        "flow.svg": (flow_svg(ROOMS.lives, "audit", ("zh", "en")),),
    }
    return {name: "\n".join(lines) + "\n" for name, lines in made.items()}


def _current(name: str) -> str:
    path = DOCS / name
    return path.read_text("utf-8") if path.is_file() else ""


def _rules() -> Iterator[str]:
    known = catalogue()
    yield "# 规则和提示 Rules and messages"
    yield ""
    yield "由 `python -m tools.reference` 生成，请勿手改。Generated; do not edit. `{…}` 处填入事实 stands for a fact of the record."
    rooms = dict.fromkeys(code.partition(".")[0] for code in known)
    for room in rooms:
        yield ""
        yield f"## {room}"
        for one in (found for code, found in known.items() if code.partition(".")[0] == room):
            yield from _rule(one)


def _rule(one: Explained) -> Iterator[str]:
    yield ""
    marks = " ‡" if one.firm else ""
    origin = f" · {one.source}" if one.source else ""
    number = f" · {one.catalogue}" if one.catalogue else ""
    yield f"### `{one.code}`{marks}"
    yield ""
    yield f"{SEVERITY[one.severity]}{origin}{number}"
    yield ""
    yield f"- {one.what.zh}" + (f"；{one.advice.zh}" if one.advice.zh else "")
    yield f"- {one.what.en}" + (f"; {one.advice.en}" if one.advice.en else "")
    if one.at.zh:
        yield f"- 何时算错 when: {one.at.zh} · {one.at.en}"


def _records() -> Iterator[str]:
    yield "# 记录的字段 Fields of the records"
    yield ""
    yield "由 `python -m tools.reference` 生成，请勿手改。Generated; do not edit."
    for room in ROOMS.types.values():
        yield from _record(room)


def _record(room: RecordType[BaseModel]) -> Iterator[str]:
    yield ""
    yield f"## {room.title.zh} {room.title.en}"
    yield ""
    yield f"`records/{room.path}`"
    yield ""
    yield "| 字段 field | 中文 | English | 内容 content |"
    yield "|---|---|---|---|"
    model: type[BaseModel] = room.model
    if issubclass(model, RootModel):
        yield from _rows("", shapes(model)["root"])
    else:
        yield from _fields("", model)


def _fields(above: str, model: type[BaseModel]) -> Iterator[str]:
    for name, shape in shapes(model).items():
        words, more = label(model, name), about(model, name)
        explained = " ".join(part for part in (more.zh, more.en) if part)
        content = "；".join(part for part in (_content(shape), explained, _kept_back(model, name)) if part)
        yield f"| `{above}{name}` | {_cell(words.zh)} | {_cell(words.en)} | {_cell(content)} |"
        yield from _rows(f"{above}{name}", shape)


def _kept_back(model: type[BaseModel], name: str) -> str:
    """Why no customer reads a field."""
    if is_internal(model, name):
        return "不入客户版 not in a customer's edition"
    return "个人信息，不入客户版 personal data, not in a customer's edition" if is_personal(model, name) else ""


def _rows(above: str, shape: Shape) -> Iterator[str]:
    match shape:
        case Leaf():
            return
        case Many(inner):
            yield from _rows(f"{above}[]", inner)
        case Numbered(key, inner):
            yield from _rows(f"{above}.{key.example}" if above else key.example, inner)
        case Group(model):
            yield from _fields(f"{above}." if above else "", model)


def _content(shape: Shape) -> str:
    match shape:
        case Leaf(word) if word.choices:
            return " · ".join(f"`{name}` {words.zh} {words.en}" for name, words in word.choices.items())
        case Leaf(word):
            return f"{word.name}, `{word.example}`"
        case Many(Leaf() as leaf):
            return f"[{_content(leaf)}]"
        case _:
            return ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
