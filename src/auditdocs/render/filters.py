"""The few filters that templates have besides jinja2's own: lengths, links, labels, rows of a grid."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from auditdocs.problem import Sentence, Words
from auditdocs.render.press import refuse

UNSAFE_VALUE = Sentence(
    "document.unsafe-value",
    zh="模板在需要{wanted}的地方得到了 {value}",
    en="the template needs a {wanted} where it got {value}",
    do_zh="请修改模板，或在视图中给出正确的值",
    do_en="mend the template, or give it a proper value in the view",
)
SENTENCES = (UNSAFE_VALUE,)

NO_BREAK = "\u00a0"
LONG = 800  # characters in one cell
_LENGTH = re.compile(r"\d{1,3}(\.\d{1,3})?(mm|pt|em|%)")
_LINK = re.compile(r"(https?://[^/\s]|mailto:[^\s]|#)[^\s]*", re.IGNORECASE)
_HAN = "\u3400-\u9fff"
_TURN = re.compile(f"(?<=[{_HAN}）]) (?=[^{_HAN}]+$)")


def css_length(value: object) -> str:
    """A length that may stand in a style attribute: `12mm`, `30%`."""
    text = str(value)
    if not _LENGTH.fullmatch(text):
        raise refuse(UNSAFE_VALUE, {"wanted": Words("CSS 长度", "CSS length"), "value": text})
    return text


def link(value: object) -> str:
    """An address that may stand in href: http, https, mailto, or a place in this document."""
    text = str(value)
    if not is_link(text):
        raise refuse(UNSAFE_VALUE, {"wanted": Words("网址或邮件地址", "http, https or mailto link"), "value": text})
    return text


def is_link(text: str) -> bool:
    """Whether this is an address that a document may lead to."""
    return _LINK.fullmatch(text) is not None


def stacked(words: str) -> str:
    """A label in two languages on two lines: the Chinese above, the English below."""
    return _TURN.sub("\n", words, count=1)


def in_two(words: str, room: int) -> str:
    """A label in two languages that breaks between them: the English stays together where so many letters have room."""
    first, turn, second = stacked(words).partition("\n")
    return f"{first} {second.replace(' ', NO_BREAK)}" if turn and len(second) <= room else words


def in_rows(fields: Sequence[Sequence[Any]], columns: int) -> list[list[tuple[Any, Any, int]]]:
    """Label and value pairs as rows of a grid: (label, value, columns it spans); `wide` pairs take a whole row, and a row
    of `optional` pairs without a value is left out, as is a pair without a label: a field that the edition does not have."""
    rows: list[list[Sequence[Any]]] = []
    for one in with_title(fields):
        if not rows or _is_wide(one) or _is_wide(rows[-1][-1]) or len(rows[-1]) == columns:
            rows.append([])
        rows[-1].append(one)
    return [_spread(row, columns) for row in rows if not all(map(_is_left_out, row))]


def with_title(columns: Iterable[Sequence[Any]]) -> list[Sequence[Any]]:
    """The columns (pairs) that have a title; a field that the edition does not have has none."""
    return [one for one in columns if one[0]]


def is_long(cells: Iterable[object]) -> bool:
    """Whether a row holds so much text that it must be able to go on over the page."""
    return any(isinstance(cell, str) and len(cell) > LONG for cell in cells)


def _is_wide(field: Sequence[Any]) -> bool:
    return len(field) > 2 and bool(field[2])


def _is_left_out(field: Sequence[Any]) -> bool:
    return len(field) > 3 and field[3] == "optional" and not field[1]


def _spread(row: Sequence[Sequence[Any]], columns: int) -> list[tuple[Any, Any, int]]:
    """The last pair of a row that is not full takes the rest of it."""
    spans = [1] * (len(row) - 1) + [columns - len(row) + 1]
    return [(one[0], one[1], span) for one, span in zip(row, spans, strict=True)]


FILTERS = {
    "css_length": css_length,
    "link": link,
    "in_rows": in_rows,
    "in_two": in_two,
    "with_title": with_title,
    "stacked": stacked,
    "is_long": is_long,
}
