"""Bytes → text a record may hold; and what is wrong with a text that YAML cannot read, in an auditor's words."""

import re
import unicodedata

import yaml

from auditdocs.problem import Place, Problem, Words
from auditdocs.yaml_sentences import (
    BLANK,
    BRACKET,
    CHARACTER,
    COLON,
    CONFLICT,
    ENCODING,
    FULL_WIDTH,
    INDENT,
    LOST,
    NO_BLANK,
    NOT_MAPPING,
    QUOTE,
    SYNTAX,
    TAB,
)

# What no record may hold: controls (C0 without tab and line feed, C1), lone surrogates, non-characters, private use,
# and what is invisible or turns the direction of reading (`threats.md` Y7, Y8, P16).
REFUSED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ufffd\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\u00ad\u115f\u1160"
    "\u3164\uffa0\u061c\u180e\ue000-\uf8ff\ud800-\udfff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_QUOTE, _BRACKET, _BRACE = Words("引号", "quotation mark"), Words("括号", "bracket"), Words("花括号", "brace")
_DASH, _COLON, _COMMA = Words("横线", "dash"), Words("冒号", "colon"), Words("逗号", "comma")
FULL_WIDTH_SIGNS = {
    "：": (_COLON, ":"), "，": (_COMMA, ","), "、": (_COMMA, ","), "【": (_BRACKET, "["), "】": (_BRACKET, "]"),
    "［": (_BRACKET, "["), "］": (_BRACKET, "]"), "｛": (_BRACE, "{"), "｝": (_BRACE, "}"), "“": (_QUOTE, '"'),
    "”": (_QUOTE, '"'), "‘": (_QUOTE, "'"), "’": (_QUOTE, "'"), "－": (_DASH, "-"), "—": (_DASH, "-"),
    "–": (_DASH, "-"), "＃": (Words("井号", "number sign"), "#"),
}  # fmt: skip
BLANKS = {
    "\u00a0": Words("不间断空格", "a non-breaking blank"),
    "\u3000": Words("全角空格", "a full-width blank"),
    "\u2003": Words("宽空格", "an em space"),
    "\u2002": Words("半宽空格", "an en space"),
    "\u202f": Words("窄空格", "a narrow blank"),
}
_CONFLICT = re.compile(r"^(<{7}( |$)|={7}$|>{7}( |$)|\|{7}( |$))", re.MULTILINE)


def decode(path: str, raw: bytes) -> str | Problem:
    """The text of a file: UTF-8, a BOM at the start and CRLF accepted."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Problem(Place(path), ENCODING, {"encoding": "UTF-16"})
    try:
        text = raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        head = raw[: error.start].decode("utf-8", "replace")
        line, column = head.count("\n") + 1, len(head) - head.rfind("\n")
        return Problem(Place(path, line, column, line, column + 1), ENCODING, {"encoding": _guess(raw)})
    return text.replace("\r\n", "\n")


def complaint(path: str, text: str) -> tuple[Problem, ...]:
    """Characters and merge conflicts that keep a text from being a record; the first of a kind speaks for all."""
    conflict = _CONFLICT.search(text)
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
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X}" + (f" {name}" if name else "")


def place(path: str, text: str, start: int, end: int) -> Place:
    """The place of a stretch of text given by code points."""
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    return Place(path, line, column, line, column + max(1, end - start))


def not_a_mapping(path: str, lines: list[str], span: tuple[int, int, int, int]) -> Problem:
    """A file that YAML reads as one text: most often a full-width colon or a missing blank."""
    for number in range(span[0], min(span[2], len(lines)) + 1):
        named = _full_width_key(path, lines[number - 1], number) or _no_blank(path, lines[number - 1], number)
        if named:
            return named
    return Problem(Place(path, *span), NOT_MAPPING)


def syntax_problem(path: str, text: str, error: yaml.YAMLError) -> Problem:
    """Say what YAML's own error means, at the line where its cause stands."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    lines = text.split("\n")
    last = min(mark.line if mark else 0, len(lines) - 1)
    for number in (last, last - 1):
        if number >= 0 and (named := _named(path, lines[number], number + 1)):
            return named
    column = mark.column if mark else 0
    if last and re.match(r"\s+(- )?\w+$", lines[last][:column]) and lines[last][column : column + 1] == ":":
        start = len(lines[last]) - len(lines[last].lstrip()) + 1
        return Problem(Place(path, last + 1, start, last + 1, column + 1), INDENT)
    here = Place(path, last + 1, column + 1, last + 1, column + 2)
    reason = str(getattr(error, "problem", "") or error)
    context_mark = getattr(error, "context_mark", None)
    return _known(here, reason, str(getattr(error, "context", "")), context_mark, path)


def _known(here: Place, reason: str, context: str, context_mark: yaml.Mark | None, path: str) -> Problem:
    if "escape" in reason:
        return Problem(here, CHARACTER, {"character": "\\"})
    if "quoted scalar" in context and context_mark:
        return Problem(
            Place(path, context_mark.line + 1, context_mark.column + 1, context_mark.line + 1, context_mark.column + 2),
            QUOTE,
        )
    if "flow" in context and context_mark:
        return Problem(
            Place(path, context_mark.line + 1, context_mark.column + 1, context_mark.line + 1, context_mark.column + 2),
            BRACKET,
        )
    if "mapping values are not allowed" in reason or "cannot start any token" in reason:
        return Problem(here, COLON)
    if "could not find expected ':'" in reason and context_mark:
        line = context_mark.line + 1
        return Problem(Place(path, line, context_mark.column + 1, line, context_mark.column + 2), NO_BLANK)
    if "did not find expected key" in reason or "block" in context or "did not find expected '-'" in reason:
        return Problem(here, INDENT)
    return Problem(here, SYNTAX, {"reason": reason})


def _named(path: str, line: str, number: int) -> Problem | None:
    """The usual slips of the hand in one line: full-width signs, odd blanks."""
    indent = len(line) - len(line.lstrip())
    for column, sign in enumerate(line[:indent], start=1):
        if sign in BLANKS:
            return Problem(Place(path, number, column, number, column + 1), BLANK, {"name": BLANKS[sign]})
    return _full_width_key(path, line, number) or _full_width_start(path, line, number, indent) or _no_blank(path, line, number)


def _full_width_key(path: str, line: str, number: int) -> Problem | None:
    """`姓名：张三`: a full-width colon (or a non-breaking blank after the colon) right behind a field name."""
    match = re.match(r"\s*(?:- )?['\"]?[\w\u4e00-\u9fff .-]{1,40}?['\"]?\s*(：)", line)
    if match and ": " not in line[: match.end()] and not line.lstrip().startswith("#"):
        return _sign(path, number, match.start(1) + 1, "：")
    odd = re.match(r"\s*(?:- )?[\w\u4e00-\u9fff-]{1,40}:([\u00a0\u3000\u2002\u2003\u202f])", line)
    if odd:
        column = odd.start(1) + 1
        return Problem(Place(path, number, column, number, column + 1), BLANK, {"name": BLANKS[odd.group(1)]})
    return None


def _full_width_start(path: str, line: str, number: int, indent: int) -> Problem | None:
    match = re.search(r"(?:^\s*|: +|- +)([【［｛“‘－—–＃])", line)
    if match:
        return _sign(path, number, match.start(1) + 1, match.group(1))
    inside = re.search(r"[\[{][^\]}]*([，、：】］｝”])", line)
    return _sign(path, number, inside.start(1) + 1, inside.group(1)) if inside else None


def _sign(path: str, number: int, column: int, sign: str) -> Problem:
    name, ascii_sign = FULL_WIDTH_SIGNS[sign]
    return Problem(
        Place(path, number, column, number, column + 1),
        FULL_WIDTH,
        {"name": name, "character": sign, "ascii": f"“{ascii_sign}”"},
    )


def _no_blank(path: str, line: str, number: int) -> Problem | None:
    match = re.match(r"\s*(?:- )?[a-z_]+(:)[^\s/]", line)
    if not match:
        return None
    column = match.start(1) + 1
    return Problem(Place(path, number, column, number, column + 1), NO_BLANK)


def _guess(raw: bytes) -> str:
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return "Latin-1"
    return "GB18030/GBK"
