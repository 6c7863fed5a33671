"""Markdown of policies and narrative fields → tokens (for Word), and → HTML with numbered anchors and a list of contents."""

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from auditdocs.problem import Free, Sentence
from auditdocs.render.characters import demand_printable
from auditdocs.render.filters import is_link
from auditdocs.render.press import refuse

LONGEST = 64_000
DEEPEST = 16  # levels of lists and quotations

TOO_LONG = Sentence(
    "document.markdown-too-long",
    zh="Markdown 文本有 {bytes} 字节，上限为 {limit}",
    en="the Markdown text has {bytes} bytes, the limit is {limit}",
    do_zh="请将文本拆分为几个文件",
    do_en="split it into several files",
)
TOO_DEEP = Sentence(
    "document.markdown-too-deep",
    zh="Markdown 文本的列表或引用嵌套超过 {limit} 层",
    en="lists or quotations in the Markdown text are nested more than {limit} deep",
    do_zh="请减少嵌套层次",
    do_en="nest them less deeply",
)
LOST_CELL = Sentence(
    "document.markdown-lost-cell",
    zh="Markdown 表格的一行有 {cells} 个单元格，而表头只有 {columns} 个：{text}",
    en="a row of a Markdown table has {cells} cells where its heading has {columns}: {text}",
    do_zh="请使各行与表头的单元格数一致",
    do_en="give each row as many cells as the heading has",
)
NO_PICTURE = Sentence(
    "document.markdown-picture",
    zh="Markdown 文本中引用了图片 {text}；图片不从地址读取",
    en="the Markdown text shows a picture {text}; pictures are not read from addresses",
    do_zh="请删除该图片或将其列为附件",
    do_en="take it out or list it as an attachment",
)
BAD_LINK = Sentence(
    "document.markdown-link",
    zh="Markdown 文本中的链接 {address} 不是 http、https 或 mailto",
    en="the link {address} in the Markdown text is not http, https or mailto",
    do_zh="请改用完整的网址或直接写出文字",
    do_en="write the whole address, or plain words",
)
SENTENCES = (TOO_LONG, TOO_DEEP, LOST_CELL, NO_PICTURE, BAD_LINK)

_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_ROW_SPLIT = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a Markdown text: its level from 1, its anchor, its words."""

    level: int
    anchor: str
    words: str


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    # `reference` swallows lines, `strikethrough` turns `~~` into a line, `entity` makes characters nobody typed.
    return MarkdownIt("js-default", {"html": False}).disable(["reference", "strikethrough", "entity"])


@lru_cache(maxsize=32)
def tokens(text: str) -> tuple[Token, ...]:
    """The text as markdown-it's tokens: checked, with anchors on headings and addresses written out; read only."""
    size = len(demand_printable(text).encode())
    if size > LONGEST:
        raise refuse(TOO_LONG, {"bytes": size, "limit": LONGEST})
    parsed = _parser().parse(text)
    _demand_shallow(parsed)
    _demand_whole_rows(parsed, text.split("\n"))
    for token in parsed:
        if token.children:
            token.children = list(_inline(token.children))
    for number, token in enumerate((each for each in parsed if each.type == "heading_open"), 1):
        token.attrSet("id", f"m{zlib.crc32(text.encode()):08x}-{number}")
    return tuple(parsed)


def to_html(text: str) -> str:
    """The text as HTML."""
    return _set(tokens(text))


def to_html_around(text: str, after: str) -> tuple[str, str]:
    """The text as HTML in two parts: as far as the chapter with this heading goes, and the rest."""
    parsed = tokens(text)
    end = end_of_chapter(parsed, after)
    return _set(parsed[:end]), _set(parsed[end:])


def end_of_chapter(parsed: Sequence[Token], heading: str) -> int:
    """Where the chapter with this heading ends, before the next that is not below it; the end of the text where there is none."""
    opened = [(at, token) for at, token in enumerate(parsed) if token.type == "heading_open"]
    for place, (at, token) in enumerate(opened):
        if heading and _plain(parsed[at + 1].children or ()) == heading:
            return next((later for later, one in opened[place + 1 :] if one.tag <= token.tag), len(parsed))
    return len(parsed)


def _set(parsed: Sequence[Token]) -> str:
    set_text: str = _parser().renderer.render(parsed, _parser().options, {})
    return f'<div class="markdown">{set_text}</div>' if parsed else ""


def headings(text: str) -> tuple[Heading, ...]:
    """The headings of the text, for a list of contents."""
    parsed = tokens(text)
    return tuple(
        Heading(int(token.tag[1:]), str(token.attrGet("id")), _plain(parsed[index + 1].children or ()))
        for index, token in enumerate(parsed)
        if token.type == "heading_open"
    )


def _plain(children: Iterable[Token]) -> str:
    return "".join(" " if child.type in ("softbreak", "hardbreak") else child.content for child in children)


def _demand_shallow(parsed: Sequence[Token]) -> None:
    deepest = max((token.level for token in _all(parsed)), default=0)
    if deepest > 2 * DEEPEST:
        raise refuse(TOO_DEEP, {"limit": DEEPEST})


def _all(parsed: Iterable[Token]) -> Iterator[Token]:
    for token in parsed:
        yield token
        yield from token.children or ()


def _demand_whole_rows(parsed: Sequence[Token], lines: Sequence[str]) -> None:
    """markdown-it drops the cells of a row that has more of them than the heading."""
    columns = 0
    for token in parsed:
        if token.type == "thead_open":
            columns = 0
        elif token.type == "th_open":
            columns += 1
        elif token.type == "tr_open" and columns and token.map:
            typed = lines[token.map[0]].strip().lstrip("> ").strip()
            cells = len(_ROW_SPLIT.split(typed.removeprefix("|").removesuffix("|")))
            if cells > columns:
                raise refuse(LOST_CELL, {"cells": cells, "columns": columns, "text": Free(typed)}, needle=typed)


def _inline(children: Sequence[Token]) -> Iterator[Token]:
    address, title, shown = "", "", ""
    for index, child in enumerate(children):
        if child.type == "image":
            raise refuse(NO_PICTURE, {"text": Free(child.content)}, needle=child.content)
        if child.type == "softbreak":
            yield _joint(children, index)
            continue
        if child.type == "link_open":
            address, title, shown = str(child.attrGet("href")), str(child.attrGet("title") or ""), ""
            if not is_link(address) or address.startswith("#"):
                raise refuse(BAD_LINK, {"address": address}, needle=address)
        yield child
        if child.type == "link_close" and address.removeprefix("mailto:") != shown:
            yield Token("text", "", 0, content=f" ({address})", level=child.level)
        if child.type == "link_close" and title:
            yield Token("text", "", 0, content=f" “{demand_printable(title)}”", level=child.level)
        shown += child.content


def _joint(children: Sequence[Token], index: int) -> Token:
    """A line's end in the source: nothing between two Chinese characters, a blank elsewhere."""
    before = children[index - 1].content[-1:] if index else ""
    after = children[index + 1].content[:1] if index + 1 < len(children) else ""
    joined = "" if _WIDE.match(before) and _WIDE.match(after) else " "
    return Token("text", "", 0, content=joined, level=children[index].level)
