"""The words all records share: text, days, times, numbers, choices."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Annotated, Any

from auditdocs.field import EMPTY_TEXT, Reading, Word, Wrong, is_plain_with_comment
from auditdocs.labels import Languages
from auditdocs.problem import Free, Words, nearest
from auditdocs.records.meant import meant_amount, meant_day, meant_moment, meant_whole, meant_yes_no
from auditdocs.records.word_sentences import (
    BAD_DAY,
    BAD_MOMENT,
    COMMENT_AFTER_TEXT,
    DAY_FORM,
    DAY_RANGE,
    MANY_LINES,
    MOMENT_FORM,
    NOT_A_CHOICE,
    NOT_AMOUNT,
    NOT_WHOLE,
    NOT_YES_NO,
    OUT_OF_RANGE,
    TEXT_GROUP,
    TEXT_TOO_LONG,
    WORD_TOO_LONG,
)

MAX_TEXT = 20_000
MAX_LINE = 500
MAX_TOKEN = 2_000  # characters without a blank: more cannot be set on a page


@dataclass(frozen=True, slots=True)
class Bilingual:
    """Text as typed: plain (in the workspace's first language), or by language."""

    plain: str = ""
    zh: str = ""
    en: str = ""

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


def _write(meant: str, otherwise: Words) -> Words:
    """What to type instead."""
    return Words(f"应写 {meant}", f"write {meant}") if meant else otherwise


def _said(text: str) -> str | Free:
    """Digits and signs are shown everywhere, words are people's own."""
    return text[:40] if re.fullmatch(r"[\d\s./:：年月日时分TZ+－-]*", text) and not re.search(r"\d{9}", text) else Free(text)


def _read_day(value: str, reading: Reading) -> date:
    text = str(value)
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        example = Words("示例：2026-09-08", "for example: 2026-09-08")
        raise Wrong(DAY_FORM, value=_said(text), hint=_write(meant_day(text[:80]), example))
    return _day(text)


def _day(text: str) -> date:
    year, month, day = map(int, text.split("-"))
    try:
        found = date(year, month, day)
    except ValueError:
        raise Wrong(BAD_DAY, value=text, last=_last_day(year, month)) from None
    if not 2000 <= year <= 2100:
        raise Wrong(DAY_RANGE, value=text)
    return found


def _last_day(year: int, month: int) -> Words:
    if not 1 <= month <= 12 or not 1 <= year <= 9998:
        return Words("月份是 01 到 12", "months run from 01 to 12")
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).isoformat()
    return Words(f"该月最后一天是 {last}", f"the last day of that month is {last}")


def _read_moment(value: str, reading: Reading) -> datetime:
    match = re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(Z|[+-][0-9]{2}:[0-9]{2})?", str(value))
    if not match:
        example = Words("示例：2026-09-08T09:00", "for example: 2026-09-08T09:00")
        raise Wrong(MOMENT_FORM, value=_said(str(value)), hint=_write(meant_moment(str(value)[:80]), example))
    day, hour, minute, second, offset = match.groups()
    if int(hour) > 23 or int(minute) > 59 or int(second or 0) > 59:
        raise Wrong(BAD_MOMENT, value=str(value))
    zone = _zone(offset, str(value)) if offset else reading.zone
    found = _day(day)
    return datetime(found.year, found.month, found.day, int(hour), int(minute), int(second or 0), tzinfo=zone)


def _zone(offset: str, value: str) -> timezone:
    if offset == "Z":
        return UTC
    hours, minutes = int(offset[1:3]), int(offset[4:6])
    if hours > 14 or minutes > 59:
        raise Wrong(BAD_MOMENT, value=value)
    delta = timedelta(hours=hours, minutes=minutes)
    return timezone(-delta if offset[0] == "-" else delta)


DAY = Word(
    "day",
    _read_day,
    {"type": "string", "format": "date", "pattern": r"^(20[0-9]{2}|2100)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"},
    "2026-09-08",
)
MOMENT = Word(
    "moment",
    _read_moment,
    {
        "type": "string",
        "pattern": r"^(20[0-9]{2}|2100)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?"
        r"(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])?$",
    },
    "2026-09-08T09:00",
)


def whole(least: int = 0, most: int = 1_000_000) -> Word:
    """A whole number between two limits, as digits."""

    def read(value: str, reading: Reading) -> int:
        text = str(value)
        if not re.fullmatch(r"0|[1-9][0-9]{0,8}", text):
            raise Wrong(NOT_WHOLE, value=Free(text), hint=_write(meant_whole(text[:80]), Words("示例：12", "for example: 12")))
        if not least <= int(text) <= most:
            raise Wrong(OUT_OF_RANGE, value=int(text), least=least, most=most)
        return int(text)

    return Word("whole number", read, {"type": "integer", "minimum": least, "maximum": most}, str(max(least, 1)))


def _read_amount(value: str, reading: Reading) -> Decimal:
    text = str(value)
    if not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,10})?", text):
        hint = _write(meant_amount(text[:80]), Words("示例：12 或 92.50", "for example: 12 or 92.50"))
        raise Wrong(NOT_AMOUNT, value=Free(text), hint=hint)
    return Decimal(text)


def _read_yes_no(value: str, reading: Reading) -> bool:
    if str(value) not in ("true", "false"):
        example = Words("是写 true，否写 false", "write true for yes, false for no")
        raise Wrong(NOT_YES_NO, value=Free(str(value)), hint=_write(meant_yes_no(str(value)[:20]), example))
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
