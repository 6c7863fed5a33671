"""Text → the characters in it that no document can print as they were typed."""

import re
import unicodedata
from collections.abc import Iterable

from auditdocs.problem import Free, Sentence
from auditdocs.render.press import refuse

ILLEGAL_CHARACTER = Sentence(
    "document.illegal-character",
    zh="文字 {text} 中有不能打印的字符 {characters}",
    en="the text {text} contains characters that cannot be printed: {characters}",
    do_zh="请在记录中删除该字符并重新输入其前后的文字",
    do_en="delete it in the record and type the words around it again",
    source="XML 1.0 2.2",
)
SENTENCES = (ILLEGAL_CHARACTER,)

# Control characters but for tab and newline, surrogates and non-characters (forbidden or dropped by XML), private use
# (no meaning outside one font), and whatever is invisible or turns the order of reading (a reader cannot see it).
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc"
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
    + "".join(chr(plane + last) for plane in range(0x10000, 0xF0000, 0x10000) for last in (0xFFFE, 0xFFFF))
    + "]"
)


def unprintable(text: str) -> tuple[str, ...]:
    """The characters of this text that cannot be printed as they stand, each once, in order."""
    return tuple(dict.fromkeys(_UNPRINTABLE.findall(text)))


def demand_printable(text: str) -> str:
    """The same text, or a refusal that names the characters it must not contain."""
    found = unprintable(text)
    if found:
        raise refuse(ILLEGAL_CHARACTER, {"text": Free(_without(text)), "characters": named(found)}, needle=found[0])
    return text


def named(characters: Iterable[str]) -> str:
    """Characters as a reader can look them up: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    return ", ".join(f"U+{ord(one):04X} {unicodedata.name(one, '')}".rstrip() for one in characters)


def _without(text: str) -> str:
    return _UNPRINTABLE.sub("\ufffd", text)
