"""What the text of any record should not hold: decomposed characters, pinyin in brackets, markup of another program, a placeholder."""

import re
import unicodedata
from collections.abc import Iterator

from auditdocs.entry import AnyEntry, Records, Violation
from auditdocs.problem import Free
from auditdocs.records.words import MARKDOWN, Bilingual
from auditdocs.room import rule
from auditdocs.shape import walk
from auditdocs.source import Loc

# A toned syllable in brackets right behind a Chinese character: what some web pages leave in a copied text.
_PINYIN = re.compile(r"[\u4e00-\u9fff][(（][a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]*[)）]")
_PLACEHOLDER = re.compile(
    r"待定|待补充?|待填写?|暂缺|占位|同上|tb[ad]|t\.b\.d\.?|to be (determined|defined|done)|todo"
    r"|x{2,}|\?{2,}|？{2,}|\.{3,}|…+|\[.{0,20}\]",
    re.IGNORECASE,
)
_MARKUP_BEGINS = re.compile(r"\{[{%]|<[/a-zA-Z]")  # it may end on another line
_MARKUP = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|</?[a-zA-Z][^<>\n]{0,80}>")


@rule(
    "text.not-composed",
    "003 四(三)3",
    catalogue="YML-005",
    severity="warning",
    zh="文字里有拆开的字符（如 {characters}），搜索时会找不到",
    en="the text has decomposed characters (like {characters}), which a search does not find",
    do_zh="请重新输入这些字符",
    do_en="type these characters again",
)
def not_composed(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    if entry.source.is_composed:
        return
    for loc, text in _texts(entry):
        if not unicodedata.is_normalized("NFC", text):
            signs = (sign for sign in text if unicodedata.combining(sign))
            yield entry.at(*loc, characters=f"U+{ord(next(signs, text[0])):04X}")


@rule(
    "text.pinyin",
    "004",
    catalogue="YML-005",
    severity="warning",
    zh="汉字后面的括号里有拼音 {pinyin}",
    en="there is pinyin in brackets behind a Chinese character: {pinyin}",
    do_zh="多半来自网页复制，请删除",
    do_en="it comes from a copied web page; delete it",
)
def pinyin(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    if not entry.source.may_say(_PINYIN):
        return
    for loc, text in _texts(entry):
        found = _PINYIN.search(text)
        if found:
            yield entry.at_words(found.group(), *loc, pinyin=Free(found.group()[1:]))


@rule(
    "text.markup",
    "ISO 9001 7.5.3",
    catalogue="YML-007",
    severity="warning",
    zh="文字里有模板或网页的标记 {markup}，会原样打印",
    en="the text holds markup of a template or a web page, {markup}, which is printed as it is",
    do_zh="若不是要打印的内容，请删除",
    do_en="delete it unless it is meant to be printed",
)
def markup(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    if not entry.source.may_say(_MARKUP_BEGINS):
        return
    for loc, text in _texts(entry, with_markdown=False):
        found = _MARKUP.search(text)
        if found:
            yield entry.at_words(found.group(), *loc, markup=Free(found.group()))


@rule(
    "text.placeholder",
    "002 四",
    catalogue="HYG-001",
    severity="warning",
    zh="这里只写了占位文字 {text}",
    en="here stands a placeholder only: {text}",
    do_zh="写上内容；还不知道就把值留空",
    do_en="write what is meant; leave the value empty while it is not known",
)
def placeholder(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    for loc, text in _texts(entry, with_markdown=False):
        if _PLACEHOLDER.fullmatch(text.strip()):
            yield entry.at(*loc, text=Free(text.strip()))


def _texts(entry: AnyEntry, with_markdown: bool = True) -> Iterator[tuple[Loc, str]]:
    """Every text in people's own words, with its place."""
    for spot in walk(entry.record):
        if not spot.word.free or (spot.word is MARKDOWN and not with_markdown):
            continue
        if not isinstance(spot.value, Bilingual):
            yield spot.loc, str(spot.value)
        elif spot.value.plain:
            yield spot.loc, spot.value.plain
        else:
            yield from (((*spot.loc, lang), text) for lang, text in (("zh", spot.value.zh), ("en", spot.value.en)) if text)


TEXT_RULES = (not_composed, pinyin, markup, placeholder)
