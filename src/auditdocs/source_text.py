"""Bytes → text a record may hold, or what keeps it from being one: its encoding, its characters, a merge conflict."""

import re
import unicodedata

from auditdocs.problem import Place, Problem, Words
from auditdocs.text_sentences import CHARACTER, CONFLICT, ENCODING, LOST, TAB

# What no record may hold: controls (C0 without tab and line feed, C1), lone surrogates, non-characters, private use,
# and what is invisible or turns the direction of reading.
REFUSED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ufffd\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\u00ad\u115f\u1160"
    "\u3164\uffa0\u061c\u180e\ue000-\uf8ff\ud800-\udfff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
BLANKS = {
    "\u00a0": Words("不间断空格", "a non-breaking blank"),
    "\u3000": Words("全角空格", "a full-width blank"),
    "\u2003": Words("宽空格", "an em space"),
    "\u2002": Words("半宽空格", "an en space"),
    "\u202f": Words("窄空格", "a narrow blank"),
}
_CONTROLS = {0: "NULL", 8: "BACKSPACE", 11: "VERTICAL TAB", 12: "FORM FEED", 13: "CARRIAGE RETURN", 27: "ESCAPE", 0x85: "NEXT LINE"}
_CONFLICT = re.compile(r"^(<{7}( |$)|={7}$|>{7}( |$)|\|{7}( |$))", re.MULTILINE)


def decode(path: str, raw: bytes) -> str | Problem:
    """The text of a file: UTF-8, a BOM at the start and CRLF accepted."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or _has_every_other_byte_empty(raw):
        return Problem(Place(path), ENCODING, {"encoding": "UTF-16"})
    try:
        text = raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        head = raw[: error.start].decode("utf-8", "replace")
        line, column = head.count("\n") + 1, len(head) - head.rfind("\n")
        return Problem(Place(path, line, column, line, column + 1), ENCODING, {"encoding": _guess(raw, error)})
    return text.replace("\r\n", "\n")


def encoded_as(before: bytes, text: str) -> bytes:
    """A changed text as the bytes it was read from were written: with their BOM, with their ends of lines."""
    bom = b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b""
    return bom + (text.replace("\n", "\r\n") if b"\r\n" in before else text).encode()


def complaint(path: str, text: str, headings: bool = False) -> tuple[Problem, ...]:
    """Characters and merge conflicts that keep a text from being a record; the first of a kind speaks for all."""
    conflict = _CONFLICT.search(text)
    if conflict and headings and not re.search("^[<>]{7}", text, re.MULTILINE):  # ======= below a heading
        conflict = None
    if conflict:
        return (Problem(place(path, text, conflict.start(), conflict.end()), CONFLICT),)
    bad = REFUSED.search(text)
    if bad:
        sentence = LOST if bad.group() == "\ufffd" else CHARACTER
        facts = {} if sentence is LOST else {"character": spell(bad.group())}
        return (Problem(place(path, text, bad.start(), bad.end()), sentence, facts),)
    tab = text.find("\t")
    return (Problem(place(path, text, tab, tab + 1), TAB),) if tab >= 0 else ()


def first_refused(value: str) -> str:
    """The first character of a value that no record may hold, also one written as an escape."""
    bad = REFUSED.search(value) or re.search("\t", value)
    return bad.group() if bad else ""


def spell(character: str) -> str:
    """`U+000B` and its name where it has one."""
    name = unicodedata.name(character, "") or _CONTROLS.get(ord(character), "")
    return f"U+{ord(character):04X}" + (f" {name}" if name else "")


def place(path: str, text: str, start: int, end: int) -> Place:
    """The place of a stretch of text given by code points."""
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    return Place(path, line, column, line, column + max(1, end - start))


def _has_every_other_byte_empty(raw: bytes) -> bool:
    """UTF-16 without its mark: in Latin letters every other byte is zero."""
    head = raw[:2000]
    return len(head) > 40 and max(head[0::2].count(0), head[1::2].count(0)) * 4 > len(head)


def _guess(raw: bytes, error: UnicodeDecodeError) -> Words:
    if error.reason == "unexpected end of data":
        return Words("UTF-8，但末尾被截断", "UTF-8, cut off at the end")
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return Words("Latin-1", "Latin-1")
    return Words("GB18030/GBK", "GB18030/GBK")
