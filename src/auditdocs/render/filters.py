"""The few filters that templates have besides jinja2's own: lengths, links, numbers, rows of a grid."""

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

LONG = 800  # characters in one cell
_LENGTH = re.compile(r"\d{1,3}(\.\d{1,3})?(mm|pt|em|%)")
_LINK = re.compile(r"(https?://[^/\s]|mailto:[^\s]|#)[^\s]*", re.IGNORECASE)
_HAN = "\u3400-\u9fff"
_TURN = re.compile(f"(?<=[{_HAN}）]) (?=[^{_HAN}]+$)")
_NUMBER = re.compile(r"(-?\d{1,9}(\.\d{1,9})?)\s?%?")


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


def number(value: object) -> float:
    """The number in a finished word, for the length of a bar: `87.50 %` → 87.5; nothing written → 0."""
    text = str(value).strip()
    if text in ("", "—"):
        return 0.0
    matched = _NUMBER.fullmatch(text)
    if matched is None:
        raise refuse(UNSAFE_VALUE, {"wanted": Words("数字", "number"), "value": text})
    return float(matched[1])


def stacked(words: str) -> str:
    """A label in two languages on two lines: the Chinese above, the English below."""
    return _TURN.sub("\n", words, count=1)


def in_rows(fields: Sequence[Sequence[Any]], columns: int) -> list[list[tuple[Any, Any, int]]]:
    """Label and value pairs as rows of a grid: (label, value, columns it spans); `wide` pairs take a whole row."""
    rows: list[list[tuple[Any, Any, int]]] = []
    open_row: list[tuple[Any, Any, int]] = []
    for label, value, *wide in fields:
        if wide and wide[0]:
            _close(rows, open_row, columns)
            rows.append([(label, value, columns)])
            open_row = []
            continue
        open_row = [*open_row, (label, value, 1)]
        if len(open_row) == columns:
            rows.append(open_row)
            open_row = []
    _close(rows, open_row, columns)
    return rows


def is_long(cells: Iterable[object]) -> bool:
    """Whether a row holds so much text that it must be able to go on over the page."""
    return any(isinstance(cell, str) and len(cell) > LONG for cell in cells)


def _close(rows: list[list[tuple[Any, Any, int]]], row: list[tuple[Any, Any, int]], columns: int) -> None:
    """The last pair of a row that is not full takes the rest of it."""
    if row:
        label, value, _ = row[-1]
        rows.append([*row[:-1], (label, value, columns - len(row) + 1)])


FILTERS = {"css_length": css_length, "link": link, "number": number, "in_rows": in_rows, "stacked": stacked, "is_long": is_long}
