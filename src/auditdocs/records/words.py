"""The words all records share: text, days, times, numbers, choices."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

from auditdocs.labels import Languages
from auditdocs.problem import Free, Words, nearest
from auditdocs.records.meant import instead, meant_amount, meant_whole, meant_yes_no
from auditdocs.records.time_words import DAY, MOMENT
from auditdocs.records.word_sentences import (
    COMMENT_AFTER_TEXT,
    MANY_LINES,
    NOT_A_CHOICE,
    NOT_AMOUNT,
    NOT_WHOLE,
    NOT_YES_NO,
    OUT_OF_RANGE,
    TEXT_GROUP,
    TEXT_TOO_LONG,
    WORD_TOO_LONG,
)
from auditdocs.word import EMPTY_TEXT, Reading, Word, Wrong, is_plain_with_comment

MAX_TEXT = 20_000
MAX_LINE = 500
MAX_TOKEN = 2_000  # characters without a blank: more cannot be set on a page


@dataclass(frozen=True, slots=True)
class Bilingual:
    """Text as typed: plain (in the workspace's first language), or by language."""

    plain: str = ""
    zh: str = ""
    en: str = ""

    def __reduce__(self) -> tuple[object, ...]:
        """Most values of a record are such: dataclasses' own way of being folded takes three times as long."""
        return Bilingual, (self.plain, self.zh, self.en)

    def in_(self, languages: Languages) -> str:
        """What is printed: every language asked for that is there, one below the other; else what is there."""
        if self.plain:
            return self.plain
        there = [words for words in (self._of(lang) for lang in languages) if words]
        return "\n".join(there) or self.zh or self.en

    def lacks(self, lang: str) -> bool:
        """Whether a document in this language would print it in another."""
        return not self.plain and not self._of(lang)

    def __str__(self) -> str:
        return self.plain or self.zh or self.en

    def _of(self, lang: str) -> str:
        return self.zh if lang == "zh" else self.en


def all_said(value: object) -> str:
    """A value as text, a line for each language."""
    return f"{value.plain}\n{value.zh}\n{value.en}" if isinstance(value, Bilingual) else str(value)


def _text(value: str, limit: int) -> str:
    if is_plain_with_comment(value):
        raise Wrong(COMMENT_AFTER_TEXT)
    text = str(value).rstrip("\n")
    if not text.strip():
        raise Wrong(EMPTY_TEXT)
    if len(text) > limit:
        raise Wrong(TEXT_TOO_LONG, count=len(text), limit=limit)
    if len(text) > MAX_TOKEN:
        _refuse_long_words(text)
    return text


def _refuse_long_words(text: str) -> None:
    longest = max(map(len, text.split()))
    if longest > MAX_TOKEN and not _is_breakable(text):
        raise Wrong(WORD_TOO_LONG, count=longest, limit=MAX_TOKEN)


def _is_breakable(text: str) -> bool:
    """Chinese breaks between any two characters; a long run of others does not."""
    return all(len(run) <= MAX_TOKEN for run in re.split(r"[\s\u3000-\u9fff\uff00-\uffef]", text))


def _read_text(value: str, reading: Reading) -> Bilingual:
    return Bilingual(plain=_text(value, MAX_TEXT))


def _read_languages(value: dict[str, Any], reading: Reading) -> Bilingual:
    for key, words in value.items():
        if key not in ("zh", "en") or not isinstance(words, str):
            raise Wrong(TEXT_GROUP, key=key, example="{zh: …, en: …}")
    if not value:
        raise Wrong(EMPTY_TEXT)
    return Bilingual(**{key: _text(words, MAX_TEXT) for key, words in value.items()})


def _read_line(value: str, reading: Reading) -> str:
    text = _text(value, MAX_LINE)
    if "\n" in text:
        raise Wrong(MANY_LINES)
    return text


SCALAR: Mapping[str, Any] = {"type": ["string", "number", "boolean"], "minLength": 1, "maxLength": MAX_TEXT}
ONE_LINE: Mapping[str, Any] = {"type": ["string", "number", "boolean"], "minLength": 1, "maxLength": MAX_LINE, "pattern": r"^[^\n]*\n?$"}
TEXT_SCHEMA: Mapping[str, Any] = {
    "anyOf": [
        SCALAR,
        {
            "type": "object",
            "properties": {"zh": SCALAR, "en": SCALAR},
            "additionalProperties": False,
            "minProperties": 1,
        },
    ]
}

TEXT = Word("text", _read_text, TEXT_SCHEMA, "文字 text", free=True, group=_read_languages)
LINE = Word("line", _read_line, ONE_LINE, "一行文字 one line", free=True)
MARKDOWN = Word("markdown", _read_text, TEXT_SCHEMA, "Markdown", free=True, group=_read_languages)


def whole(least: int = 0, most: int = 1_000_000) -> Word:
    """A whole number between two limits, as digits."""

    def read(value: str, reading: Reading) -> int:
        text = str(value)
        if not re.fullmatch(r"0|[1-9][0-9]{0,8}", text):
            raise Wrong(NOT_WHOLE, value=Free(text), hint=instead(meant_whole(text[:80]), Words("示例：12", "for example: 12")))
        if not least <= int(text) <= most:
            raise Wrong(OUT_OF_RANGE, value=int(text), least=least, most=most)
        return int(text)

    return Word("whole number", read, {"type": "integer", "minimum": least, "maximum": most}, str(max(least, 1)))


def _read_amount(value: str, reading: Reading) -> Decimal:
    text = str(value)
    if not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,10})?", text):
        hint = instead(meant_amount(text[:80]), Words("示例：12 或 92.50", "for example: 12 or 92.50"))
        raise Wrong(NOT_AMOUNT, value=Free(text), hint=hint)
    return Decimal(text)


def _read_yes_no(value: str, reading: Reading) -> bool:
    if str(value) not in ("true", "false"):
        example = Words("是写 true，否写 false", "write true for yes, false for no")
        raise Wrong(NOT_YES_NO, value=Free(str(value)), hint=instead(meant_yes_no(str(value)[:20]), example))
    return str(value) == "true"


WHOLE = whole()
AMOUNT = Word(
    "number",
    _read_amount,
    {"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^-?[0-9]{1,15}(\.[0-9]{1,10})?$"}]},
    "92.50",
)
YES_NO = Word("true or false", _read_yes_no, {"type": "boolean"}, "true")


def choice(**words: tuple[str, str]) -> Word:
    """One of a few words, each with its Chinese and English."""
    choices = {name: Words(*pair) for name, pair in words.items()}

    def read(value: str, reading: Reading) -> str:
        text = str(value)
        if text not in choices:
            raise Wrong(NOT_A_CHOICE, value=Free(text), choices=tuple(choices), **_guess(text, choices))
        return text

    return Word("choice", read, {"type": "string", "enum": list(choices)}, next(iter(choices)), choices=choices)


def _guess(text: str, choices: Mapping[str, Words]) -> dict[str, str]:
    """`did you mean`, also from the Chinese and English labels of the choices."""
    by_label = {label.casefold(): name for name, words in choices.items() for label in (words.zh, words.en, name)}
    found = by_label.get(nearest(text[:80].casefold(), by_label), "")
    return {
        "guess_zh": f"；是否想写 {found}？" if found else "",
        "guess_en": f"; did you mean {found}?" if found else "",
    }


LANGUAGE = choice(zh=("中文", "Chinese"), en=("英文", "English"))

Text = Annotated[Bilingual, TEXT]
Line = Annotated[str, LINE]
Prose = Annotated[Bilingual, MARKDOWN]
Day = Annotated[date, DAY]
Moment = Annotated[datetime, MOMENT]
Whole = Annotated[int, WHOLE]
Amount = Annotated[Decimal, AMOUNT]
YesNo = Annotated[bool, YES_NO]
Language = Annotated[str, LANGUAGE]
