"""What somebody probably meant by a date, a number or an id written otherwise: text → the text a record takes, and how that is told."""

import re
import unicodedata
from datetime import date

from auditdocs.problem import Words

_DASHES = str.maketrans({"–": "-", "—": "-", "―": "-", "‐": "-", "−": "-"})
_LOOK_ALIKE = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})
_YES = frozenset(("是", "对", "真", "有", "√", "yes", "y", "true", "on", "1"))
_NO = frozenset(("否", "不", "假", "无", "没有", "×", "no", "n", "false", "off", "0"))


def meant_day(text: str) -> str:
    """`2026/3/10`, `2026年3月10日`, `20260310`, `10.03.2026` → `2026-03-10`."""
    narrow = _narrow(text)
    found = re.match(r"(\d{4})\s*[-/.年 ]\s*(\d{1,2})\s*[-/.月 ]\s*(\d{1,2})\s*日?(?:[T ].*)?$", _digits(narrow))
    found = found or re.fullmatch(r"(\d{4})(\d{2})(\d{2})", narrow)
    if found:
        return _day(*found.groups())
    day_first = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", narrow)
    return _day(*reversed(day_first.groups())) if day_first else ""


def meant_moment(text: str) -> str:
    """`2026/2/3 9:05`, `2026-02-03T15：00 +0800` → `2026-02-03T09:05`, `2026-02-03T15:00+08:00`."""
    form = r"(.+?)[Tt ]\s*(\d{1,2})[:.](\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?"
    found = re.fullmatch(form, _narrow(text))
    day = meant_day(found[1]) if found else ""
    if found is None or not day or int(found[2]) > 23 or int(found[3]) > 59:
        return ""
    offset = found[5] or ""
    offset = f"{offset[:3]}:{offset[-2:]}" if len(offset) > 1 else offset
    return f"{day}T{found[2]:0>2}:{found[3]}{offset}"


def meant_whole(text: str) -> str:
    """`3人`, `03`, `３`, `3.0`, `1,000` → digits only."""
    narrow = _narrow(text)
    if re.fullmatch(r"\d{1,3}(,\d{3})+", narrow):
        return narrow.replace(",", "")
    found = re.fullmatch(r"[^\d.,+-]*?0*(\d{1,9})(?:\.0+)?[^\d.,x_]{0,6}", narrow)
    return found[1] if found and not re.search(r"\d[a-zA-Z]\d", narrow) else ""


def meant_amount(text: str) -> str:
    """`92.5%`, `1,200.50 元` → `92.5`, `1200.50`."""
    found = re.fullmatch(r"(-?\d{1,3}(?:,\d{3})+(?:\.\d{1,10})?|-?\d{1,15}(?:\.\d{1,10})?)\s*[^\d.,\w]?[^\d.,]{0,3}", _narrow(text))
    return found[1].replace(",", "") if found else ""


def meant_yes_no(text: str) -> str:
    """`是`, `Yes`, `TRUE` → `true`."""
    word = _narrow(text).lower()
    return "true" if word in _YES else "false" if word in _NO else ""


def meant_id(text: str, form: "re.Pattern[str]", example: str) -> str:
    """`p5`, `P-0005`, `P0005 杨`, `“P0005”`, `a\\b.jpg` → the id as its form wants it."""
    narrow = _narrow(text)
    candidates = (narrow, narrow.upper(), "".join(narrow.split()), _as_in(example, narrow), narrow.replace("\\", "/"))
    found = next((one for one in candidates if one != text and form.fullmatch(one)), "")
    inside = {one for one in re.findall(r"[A-Za-z0-9/-]+", narrow) if any(sign.isdigit() for sign in one) and form.fullmatch(one)}
    return found or (inside.pop() if len(inside) == 1 and text not in inside else "")


def _as_in(example: str, text: str) -> str:
    """Letters and digits of a text put between the signs of an example, digits filled up with zeros."""
    given, shape = re.findall(r"[A-Za-z]+|\d+", text), re.findall(r"[A-Za-z]+|\d+|[^A-Za-z\d]+", example)
    if len(given) != sum(part.isalnum() for part in shape) or re.search(r"[^A-Za-z\d\s_./:-]", text):
        return ""
    rest = iter(given)
    return "".join(_fitted(next(rest), part) if part.isalnum() else part for part in shape)


def _fitted(word: str, like: str) -> str:
    return word.rjust(len(like), "0") if like.isdigit() else word.upper()


def _narrow(text: str) -> str:
    """Half-width, without blanks and quotation marks around it."""
    return unicodedata.normalize("NFKC", text).translate(_DASHES).strip(" “”‘’\"'「」")


def _digits(text: str) -> str:
    """Letters that look like digits, in what else is a date."""
    return text.translate(_LOOK_ALIKE) if re.match(r"[\dOolI]{4}[-/.]", text) else text


def _day(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def instead(meant: str, otherwise: Words) -> Words:
    """What to type instead."""
    return Words(f"应写 {meant}", f"write {meant}") if meant else otherwise
