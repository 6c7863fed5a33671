"""The paragraphs of a Word template → its marks, each with its place; what docxtpl would lose or misread is noted."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from auditdocs.problem import Words
from auditdocs.render.word_places import Paragraph
from auditdocs.render.wordml import W

_MARK = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_PREFIX = re.compile(r"(\{[{%#])(tr|tc|p|r)\s(.*)", re.DOTALL)
_SPACED_PREFIX = re.compile(r"\{[{%]-?\s+(?:tr|tc|p)\s+\S")
_CELL = re.compile(r"\{%\s*(?:colspan|cellbg)\s+(.*?)\s*%\}", re.DOTALL)
_MERGE = re.compile(r"\{%\s*[hv]m\s*%\}")
_HALF = re.compile(r"[{｛]\s?[{｛%％]|[}｝%％]\s?[}｝]|[{｛]\s*[a-z]\w*(?:\.\w+)+\s*(?:\|[^{}]*)?[}｝]")  # the last: { car.number }
_CURLY = re.compile("[“”‘’„‟«»]")
_WIDE = re.compile("[｛｝％（）［］．，｜＝＂＇]")
_STRING = re.compile(r""""[^"]*"|'[^']*'""")
_WORD = re.compile(r"\{%-?\s*(\w+)")
_OPENERS = frozenset(("for", "if", "with", "macro", "call", "filter", "block"))
_BETWEEN = frozenset(("else", "elif"))


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """One mark: as jinja reads it, what docxtpl lifts it out of, and its paragraph."""

    text: str
    jinja: str
    lifted: str  # tr, tc, p or nothing
    paragraph: Paragraph

    @property
    def word(self) -> str:
        found = _WORD.match(self.jinja)
        return found[1] if found else ""

    @property
    def is_paragraphs(self) -> bool:
        return self.lifted == "p" and self.text.startswith("{{")


Noted = tuple[Paragraph, Words]


def marks_of(paragraph: Paragraph) -> tuple[Mark, ...]:
    """The marks of a paragraph in order."""
    return tuple(_mark(found, paragraph) for found in _MARK.findall(paragraph.text))


def _mark(text: str, paragraph: Paragraph) -> Mark:
    found = _PREFIX.match(text)
    jinja = f"{found[1]} {found[3]}" if found else text
    jinja = _MERGE.sub("{# #}", _CELL.sub(r"{{ \1 }}", jinja)).replace("\n", " ")
    return Mark(text, jinja, found[2] if found else "", paragraph)


def misread(paragraph: Paragraph) -> Iterator[Words]:
    """What stands in a paragraph that looks like a mark and is none, or not the one that is meant."""
    for text in _MARK.findall(paragraph.text):
        if _CURLY.search(text):
            yield Words(f"{text} 中有弯引号，请改用直引号 \" 或 '", f"{text} has curly quotes; use straight ones, \" or '")
        elif _WIDE.search(_STRING.sub("", text)) and not text.startswith("{#"):
            yield Words(f"{text} 中有全角符号，请改用半角", f"{text} has full-width signs; use half-width ones")
        if _SPACED_PREFIX.match(text):
            yield Words(f"{text}：tr、tc、p 须紧跟在 {{% 之后", f"{text} — tr, tc and p stand right behind {{%, without a blank")
    rest = _MARK.sub("", paragraph.text)
    half = _HALF.search(rest)
    if half:
        near = rest[max(half.start() - 20, 0) : half.end() + 20].strip()
        yield Words(
            f"标记不完整（须在同一段内写全，用半角 {{{{ }}}}）：{near}",
            f"half a mark, all of it must stand in one paragraph as {{{{ }}}}: {near}",
        )


def lost(marks: Sequence[Mark]) -> Iterator[Noted]:
    """Text that vanishes because its row, cell or paragraph is lifted out with a mark."""
    for mark in marks:
        around = _around(mark)
        if mark.lifted and around is None:
            zh, en = f"{mark.text} 只能用在表格里", f"{mark.text} works in a table only"
            yield mark.paragraph, Words(zh, en)
        elif mark.lifted and around is not None:
            rest = "".join(one.text or "" for one in around.iter(f"{W}t")).replace(mark.text, "", 1).strip()
            if rest:
                zh = f"{mark.text} 所在的{_UNITS[mark.lifted].zh}会整个消失，其中的“{rest[:40]}”不会印出"
                en = f"{mark.text} makes its whole {_UNITS[mark.lifted].en} vanish, and with it: {rest[:40]}"
                yield mark.paragraph, Words(zh, en)


_UNITS = {"tr": Words("表格行", "table row"), "tc": Words("单元格", "cell"), "p": Words("段落", "paragraph"), "r": Words("文字", "run")}


def _around(mark: Mark) -> etree._Element | None:
    """The row, cell or paragraph that is lifted out."""
    element = mark.paragraph.element
    return element if mark.lifted in ("p", "r", "") else next(element.iterancestors(f"{W}{mark.lifted}"), None)


def torn(marks: Iterable[Mark]) -> Iterator[Noted]:
    """Loops and conditions that begin in one cell or table and end in another: Word could not open what they make."""
    opened: list[Mark] = []
    for mark in marks:
        if mark.word in _OPENERS:
            opened.append(mark)
        elif opened and (mark.word in _BETWEEN or mark.word.startswith("end")):
            if _home(mark) is not _home(opened[-1]):
                first, where = opened[-1].text, opened[-1].paragraph.where
                zh = f"{first}（{where.zh}）与 {mark.text} 不在同一个表格或单元格内；整行用 {{%tr … %}}，整段用 {{%p … %}}"
                en = f"{mark.text} stands in another table or cell than {first} ({where.en}); "
                en += "use {%tr … %} for whole rows, {%p … %} for whole paragraphs"
                yield mark.paragraph, Words(zh, en)
            if mark.word.startswith("end"):
                opened.pop()


def _home(mark: Mark) -> etree._Element | None:
    """What holds the things that a loop repeats: the table of its rows, the row of its cells, the cell of its paragraphs."""
    element = mark.paragraph.element
    if mark.lifted == "tr":
        return next(element.iterancestors(f"{W}tbl"), None)
    if mark.lifted == "tc":
        return next(element.iterancestors(f"{W}tr"), None)
    return element.getparent()
