"""The views of document kinds → docs/fields.md and docs/fields/: what a template of each kind may ask for, with an example each."""

import re
import types
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Union, get_args, get_origin, get_type_hints

from auditdocs.document import DocumentKind, Frame
from auditdocs.documents import KINDS
from auditdocs.labels import FRAME
from auditdocs.problem import Words
from auditdocs.view_parts import Box, Markdown, Photograph, Picture, Signature
from tools.field_examples import Field, examples

CONTENT: Mapping[type, str] = {
    str: "文字 text",
    bool: "是否 yes or no",
    Box: "方框 box",
    Signature: "签署行 signature",
    Markdown: "Markdown",
    Picture: "图 drawing",
    Photograph: "照片 photograph",
}
_ORIGIN = re.compile(r" \(`\w+\.md`[^)]*\)")


def page() -> Iterator[str]:
    """The lines of the page."""
    yield "# 模板可用的字段 Fields for templates"
    yield ""
    yield "由 `python -m tools.reference` 生成，请勿手改。Generated; do not edit."
    yield ""
    yield "用法见 [templates.zh.md](templates.zh.md)。How to use them: [templates.md](templates.md)."
    yield ""
    yield "| 文件种类 kind | 模板 templates | 字段 fields |"
    yield "|---|---|---|"
    for kind in _printed_kinds():
        templates = ", ".join(f"`{template}`" for template in kind.templates)
        yield f"| {kind.title.zh} {kind.title.en} | {templates} | [fields/{kind.name}.md](fields/{kind.name}.md) |"
    yield ""
    yield "## 每页的框架 The frame of every page"
    yield from _table("frame", Frame, FRAME, {})
    yield from _labels(FRAME)


def kind_pages() -> Mapping[str, Iterator[str]]:
    """The lines of each kind's own page, by its name in docs/."""
    return {f"fields/{kind.name}.md": _kind(kind) for kind in _printed_kinds()}


def _printed_kinds() -> Iterator[DocumentKind]:
    return (kind for kind in KINDS.values() if kind.templates)


def _kind(kind: DocumentKind) -> Iterator[str]:
    yield f"# {kind.title.zh} {kind.title.en} `{kind.name}`"
    yield ""
    yield "由 `python -m tools.reference` 生成，请勿手改。Generated; do not edit. [fields.md](../fields.md)"
    yield ""
    yield "示例取自示范工作区；空的表示其中没有。Examples are from the demonstration workspace; none where it has none."
    yield "标签写作 `{{ t.名称 }}`，按文件的语言印出。A label is written `{{ t.name }}` and printed in the document's languages."
    yield from _editions(kind)
    shown: set[type] = set()
    said = examples(kind)
    for view in dict.fromkeys(settled[0] for settled in kind.templates.values()):
        yield from _table(kind.name, view, kind.words, said)
        yield from _inner(view, kind.words, said, shown)
    yield from _labels(kind.words)


def _editions(kind: DocumentKind) -> Iterator[str]:
    """Whether it goes to customers, and what it then goes without."""
    yield ""
    if "customer" not in kind.editions:
        yield "只供公司内部，没有客户版。It stays in the house: there is no customer's edition of it."
        return
    yield "有客户版 There is a customer's edition."
    labels = ", ".join(f"`t.{name}`" for name in kind.inside.values() if name)
    if labels:
        yield f"其中没有这些标签和它们的字段：It goes without these labels and their fields: {labels}"
        yield "（`{% if t.名称 %}` 连同位置省去 `{% if t.name %}` takes their place away）"


def _inner(view: type, words: Mapping[str, Words], said: Mapping[Field, str], shown: set[type]) -> Iterator[str]:
    """The rows of a view and the rows of its rows, each once."""
    for hint in get_type_hints(view).values():
        for row in _rows_of(hint):
            if row not in shown:
                shown.add(row)
                yield from _table("row", row, words, said)
                yield from _inner(row, words, said, shown)


def _table(name: str, shape: type, words: Mapping[str, Words], said: Mapping[Field, str]) -> Iterator[str]:
    hints = get_type_hints(shape)
    yield ""
    yield f"**{shape.__name__}** {_first_line(shape)}"
    yield ""
    yield "| 字段 field | 内容 content | 同名标签 label of that name | 示例 example |"
    yield "|---|---|---|---|"
    for field in fields(shape):
        same = words.get(field.name)
        example = _cell(said.get((shape, field.name), ""))
        yield f"| `{name}.{field.name}` | {_content(hints[field.name])} | {_said(same) if same else ''} | {example} |"


def _labels(words: Mapping[str, Words]) -> Iterator[str]:
    yield ""
    yield "<details><summary>标签 labels</summary>"
    yield ""
    yield "| 标签 label | 中文 | English |"
    yield "|---|---|---|"
    for name, said in words.items():
        yield f"| `t.{name}` | {_cell(said.zh)} | {_cell(said.en)} |"
    yield ""
    yield "</details>"


def _content(hint: object) -> str:
    if get_origin(hint) is tuple:
        return "若干 several: " + _content(get_args(hint)[0])
    if get_origin(hint) in (Union, types.UnionType):
        return " / ".join(_content(one) for one in get_args(hint) if one is not types.NoneType)
    if isinstance(hint, type):
        return CONTENT.get(hint, f"行 **{hint.__name__}**" if is_dataclass(hint) else hint.__name__)
    return str(hint)


def _rows_of(hint: object) -> Iterator[type]:
    if isinstance(hint, type) and is_dataclass(hint) and hint not in CONTENT:
        yield hint
    for inner in get_args(hint):
        yield from _rows_of(inner)


def _first_line(shape: type) -> str:
    """What it is; without the place in the design it comes from."""
    return _ORIGIN.sub("", (shape.__doc__ or "").strip().split("\n")[0])


def _said(words: Words) -> str:
    return _cell(f"{words.zh} {words.en}")


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")
