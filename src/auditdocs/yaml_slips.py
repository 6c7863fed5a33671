"""What is wrong with a text that YAML cannot read, in an auditor's words and where its cause stands."""

import re
from dataclasses import dataclass

import yaml

from auditdocs import yaml_sentences as say
from auditdocs.problem import Fact, Place, Problem, Sentence, Words
from auditdocs.source_text import BLANKS

_QUOTE, _BRACKET, _BRACE = Words("引号", "quotation mark"), Words("括号", "bracket"), Words("花括号", "brace")
_DASH, _COLON, _COMMA = Words("横线", "dash"), Words("冒号", "colon"), Words("逗号", "comma")
FULL_WIDTH_SIGNS = {
    "：": (_COLON, ":"), "，": (_COMMA, ","), "、": (_COMMA, ","), "【": (_BRACKET, "["), "】": (_BRACKET, "]"),
    "［": (_BRACKET, "["), "］": (_BRACKET, "]"), "｛": (_BRACE, "{"), "｝": (_BRACE, "}"), "“": (_QUOTE, '"'),
    "”": (_QUOTE, '"'), "‘": (_QUOTE, "'"), "’": (_QUOTE, "'"), "－": (_DASH, "-"), "—": (_DASH, "-"),
    "–": (_DASH, "-"), "＃": (Words("井号", "number sign"), "#"),
}  # fmt: skip
_CLOSERS = {"】": "【[", "］": "［[", "｝": "｛{"}
_KEY = r"\s*(?:- +)*['\"]?[\w .-]{1,40}?['\"]?"
_BULLET = re.compile(r"\s*([•·●○▪■◆∙*＊]|[0-9]{1,3}[.、)）])\s*\S")
_LEADING = re.compile(r"\s*(?:- +)*(?:[\w-]+: +)?([*&!|>@`%?\[{\"']|- )")


@dataclass(frozen=True, slots=True)
class _Fault:
    """YAML's own error: the lines, where it gave up (from 0), why, and what it was reading since when."""

    path: str
    lines: list[str]
    line: int
    column: int
    reason: str
    context: str
    since: tuple[int, int] | None

    @property
    def text(self) -> str:
        return self.lines[self.line]

    @property
    def sign(self) -> str:
        return self.text[self.column : self.column + 1]

    def at(self, sentence: Sentence, line: int, column: int, length: int = 1, **facts: Fact) -> Problem:
        return Problem(Place(self.path, line + 1, column + 1, line + 1, column + 1 + length), sentence, facts)


def syntax_problem(path: str, text: str, error: yaml.YAMLError) -> Problem:
    """Say what YAML's own error means, at the line where its cause stands."""
    fault = _fault(path, text.split("\n"), error)
    return (
        _escape(fault) or _quote(fault) or _in_flow(fault) or _slip(fault) or _directive(fault) or _no_colon(fault)
        or _leading(fault) or _stray(fault) or _known(fault)
    )  # fmt: skip


def not_a_mapping(path: str, lines: list[str], span: tuple[int, int, int, int]) -> Problem:
    """A file that YAML reads as one text: most often a full-width colon or a missing blank."""
    for number in range(span[0] - 1, min(span[2], len(lines))):
        named = _full_width_key(path, lines[number], number) or _no_blank(path, lines[number], number)
        if named:
            return named
    return Problem(Place(path, *span), say.NOT_MAPPING)


def full_width(path: str, line: int, column: int, sign: str) -> Problem:
    """A full-width sign where YAML needs the plain one; line and column from 0."""
    name, plain = FULL_WIDTH_SIGNS[sign]
    place = Place(path, line + 1, column + 1, line + 1, column + 2)
    return Problem(place, say.FULL_WIDTH, {"name": name, "character": sign, "ascii": f"“{plain}”"})


def _fault(path: str, lines: list[str], error: yaml.YAMLError) -> _Fault:
    mark, since = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    mark = mark or since
    line = min(mark.line if mark else 0, len(lines) - 1)
    reason, context = str(getattr(error, "problem", "") or error), str(getattr(error, "context", "") or "")
    return _Fault(
        path, lines, line, mark.column if mark else 0, reason, context, _within(lines, since.line, since.column) if since else None
    )


def _within(lines: list[str], line: int, column: int) -> tuple[int, int]:
    """A place in the text; YAML may name the line after the last, where a bracket at the very end was left open."""
    return (line, column) if line < len(lines) else (len(lines) - 1, max(len(lines[-1]) - 1, 0))


def _escape(fault: _Fault) -> Problem | None:
    """A backslash between double quotes is the beginning of something else."""
    if "escape" not in fault.reason and "hexdecimal" not in fault.reason:
        return None
    start = fault.text.rfind("\\", 0, fault.column + 1)
    number = re.match(r"\\u([dD][89a-fA-F][0-9a-fA-F]{2})", fault.text[start:])
    if number:
        return fault.at(say.ESCAPED, fault.line, start, 6, character=f"U+{number[1].upper()}")
    return fault.at(say.BAD_ESCAPE, fault.line, max(start, 0), 2)


def _quote(fault: _Fault) -> Problem | None:
    if "quoted scalar" not in fault.context or fault.since is None:
        return None
    line, column = fault.since
    text = fault.lines[line]
    for opened, closed in ("“”", "‘’"):
        if text.rstrip(" ,]}").endswith(closed) and text.count(opened, column) < text.count(closed, column):
            return full_width(fault.path, line, text.rfind(closed), closed)
    return fault.at(say.QUOTE, line, column)


def _in_flow(fault: _Fault) -> Problem | None:
    """Between `[ ]` or `{ }`: a full-width bracket, quote or comma, nothing between two commas, else a bracket too few."""
    if "flow" not in fault.context or fault.since is None:
        return None
    if "node content" in fault.reason and fault.sign == ",":
        return fault.at(say.EMPTY_ITEM, fault.line, fault.column)
    line, column = fault.since
    for place, sign in enumerate(fault.lines[line][column:], start=column):
        if sign in _CLOSERS and not any(one in fault.lines[line][column + 1 : place] for one in _CLOSERS[sign]):
            return full_width(fault.path, line, place, sign)
    for opened, closed in ("“”", "‘’"):
        if fault.lines[line].count(closed) > fault.lines[line].count(opened):
            return full_width(fault.path, line, fault.lines[line].index(closed), closed)
    before = fault.text[: fault.column]
    comma = max(before.rfind("，"), before.rfind("、"))
    if fault.sign == ":" and comma > max(before.rfind(","), before.rfind("{"), before.rfind("[")):
        return full_width(fault.path, fault.line, comma, before[comma])
    return fault.at(say.BRACKET, line, column)


def _slip(fault: _Fault) -> Problem | None:
    """The usual slips of the hand in the line where YAML gave up, else in the line above it."""
    for number in (fault.line, fault.line - 1):
        if number >= 0 and (named := _named(fault.path, fault.lines[number], number)):
            return named
    return None


def _named(path: str, line: str, number: int) -> Problem | None:
    indent = len(line) - len(line.lstrip())
    for column, sign in enumerate(line[:indent]):
        if sign in BLANKS:
            return Problem(Place(path, number + 1, column + 1, number + 1, column + 2), say.BLANK, {"name": BLANKS[sign]})
    return (
        _full_width_key(path, line, number) or _full_width_start(path, line, number)
        or _no_dash(path, line, number) or _no_blank(path, line, number)
    )  # fmt: skip


def _full_width_key(path: str, line: str, number: int) -> Problem | None:
    """`姓名：张三`: a full-width colon (or a non-breaking blank after the colon) right behind a field name."""
    match = re.match(rf"{_KEY}\s*(：)", line)
    if match and ": " not in line[: match.end()] and not line.lstrip().startswith("#"):
        return full_width(path, number, match.start(1), "：")
    odd = re.match(r"\s*(?:- )?[\w-]{1,40}:([\u00a0\u3000\u2002\u2003\u202f])", line)
    if odd:
        place = Place(path, number + 1, odd.start(1) + 1, number + 1, odd.start(1) + 2)
        return Problem(place, say.BLANK, {"name": BLANKS[odd.group(1)]})
    return None


def _full_width_start(path: str, line: str, number: int) -> Problem | None:
    match = re.search(r"(?:^\s*|: +|- +)([【［｛“‘－—–＃])", line)
    return full_width(path, number, match.start(1), match.group(1)) if match else None


def _no_dash(path: str, line: str, number: int) -> Problem | None:
    """A row that begins with another sign than `- `."""
    bullet = _BULLET.match(line)
    if bullet:
        start, end = bullet.span(1)
        return Problem(Place(path, number + 1, start + 1, number + 1, end + 1), say.BULLET, {"sign": bullet.group(1)})
    match = re.match(r"\s*(-)(?:[{\[\"']|[\w ]+: )", line)
    if match:
        column = match.start(1) + 1
        return Problem(Place(path, number + 1, column, number + 1, column + 1), say.NO_BLANK_DASH)
    return None


def _no_blank(path: str, line: str, number: int) -> Problem | None:
    match = re.match(r"\s*(?:- )?\w+(:)[^\s/:]", line)
    if not match:
        return None
    column = match.start(1) + 1
    return Problem(Place(path, number + 1, column, number + 1, column + 1), say.NO_BLANK)


def _leading(fault: _Fault) -> Problem | None:
    """Text that begins with a sign of YAML's own: `*重要*`, `>90%`, `[重要] ACME`."""
    match = _LEADING.match(fault.text)
    if match is None or fault.column < match.start(1):
        return None
    start, sign = match.start(1), match.group(1).strip()
    rest = fault.text[fault.column :]
    if sign in "[{" and ("]" in rest or "}" in rest):
        return None
    if sign in "[{\"'" and fault.column <= start:
        return None
    if sign == "-" and "block sequence" in fault.reason:
        return fault.at(say.DASH_ON_LINE, fault.line, start)
    return fault.at(say.LEADING, fault.line, start, sign=sign)


def _stray(fault: _Fault) -> Problem | None:
    """A closing bracket too many, also one further left that closed too early; a name that is nothing."""
    if fault.sign and fault.sign in "]}":
        return fault.at(say.BRACKET, fault.line, fault.column)
    closed = re.search(r"([\]}])\s*$", fault.text[: fault.column])
    if fault.sign == "," and closed:
        return fault.at(say.BRACKET, fault.line, closed.start(1))
    if fault.text.lstrip().startswith(":"):
        return fault.at(say.BAD_KEY, fault.line, len(fault.text) - len(fault.text.lstrip()))
    return None


def _directive(fault: _Fault) -> Problem | None:
    line = fault.since[0] if fault.since and "directive" in fault.context else fault.line
    return fault.at(say.DIRECTIVE, line, 0, len(fault.lines[line])) if fault.lines[line].startswith("%") else None


def _no_colon(fault: _Fault) -> Problem | None:
    if "could not find expected ':'" not in fault.reason or fault.since is None:
        return None
    line, column = fault.since
    return fault.at(say.NO_COLON, line, column, max(1, len(fault.lines[line].rstrip()) - column))


def _known(fault: _Fault) -> Problem:
    indented = re.match(r"\s+(?:- )?\w+$", fault.text[: fault.column])
    if "mapping values are not allowed" in fault.reason and not (fault.line and indented and fault.sign == ":"):
        return fault.at(say.COLON, fault.line, fault.column)
    if "cannot start any token" in fault.reason:
        return fault.at(say.LEADING, fault.line, fault.column, sign=fault.sign)
    words = ("mapping values are not allowed", "did not find expected key", "did not find expected '-'")
    if "block" in fault.context or any(one in fault.reason for one in words):
        return _misaligned(fault)
    return fault.at(say.SYNTAX, fault.line, fault.column, reason=fault.reason)


def _misaligned(fault: _Fault) -> Problem:
    """The whole word that stands too far left or right."""
    text = fault.text
    start = len(text) - len(text.lstrip()) if fault.sign == ":" else fault.column
    word = re.match(r"[\w-]+", text[start:])
    return fault.at(say.INDENT, fault.line, start, len(word.group()) if word else 1)
