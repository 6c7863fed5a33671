"""The words for days and times: `2026-09-08`, `2026-09-08T09:00`, and nothing that looks like them."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

from auditdocs.problem import Free, Words
from auditdocs.records.meant import instead, meant_day, meant_moment
from auditdocs.records.word_sentences import BAD_DAY, BAD_MOMENT, DAY_FORM, DAY_RANGE, MOMENT_FORM
from auditdocs.word import Reading, Word, Wrong


def _said(text: str) -> str | Free:
    """Digits and signs are shown everywhere, words are people's own."""
    return text[:40] if re.fullmatch(r"[\d\s./:：年月日时分TZ+－-]*", text) and not re.search(r"\d{9}", text) else Free(text)


def _read_day(value: str, reading: Reading) -> date:
    text = str(value)
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        example = Words("示例：2026-09-08", "for example: 2026-09-08")
        raise Wrong(DAY_FORM, value=_said(text), hint=instead(meant_day(text[:80]), example))
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
        raise Wrong(MOMENT_FORM, value=_said(str(value)), hint=instead(meant_moment(str(value)[:80]), example))
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
