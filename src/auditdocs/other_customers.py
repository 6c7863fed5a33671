"""A document for one customer → the first place where it names another, or a number of another's, so that it is not made."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from auditdocs.document import Document
from auditdocs.entry import Records
from auditdocs.records.house.customer import Customer
from auditdocs.room import PIECES

NAMES, ALL = "customer-names", "all"  # the row that keeps the names of all customers
SHORTEST = 3  # signs of a code that is looked for: two letters are in many a word
SHORTEST_CORE = 4  # signs of a Chinese name without its legal form; of one in Latin letters two words
_NUMBER = re.compile(rf"(?<![A-Za-z0-9])(?:{PIECES['audit']}|{PIECES['car']}|{PIECES['submission']})(?![A-Za-z0-9])")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_WITHIN_CHINESE = re.compile(r"(?<=[\u2e80-\u9fff]) (?=[\u2e80-\u9fff])")  # where a text was wrapped
_REGION = re.compile(r"\([^()]*\)")
_LEGAL_FORM = re.compile(
    r"((股份|责任)?有限)?(责任)?(集团)?公司$|集团$|[ ,]+(co\.?,? ?ltd|ltd|limited|inc|corp|corporation|company|gmbh|ag|llc|plc|s\.a)\.?$",
    re.I,
)
_CHINESE = re.compile(r"[\u2e80-\u9fff]")

Names = dict[str, list[list[str]]]  # by number: what is looked for as it is typed, and what in any way


def customer_names(records: Records, key: str) -> Names:
    """What each customer is known by: its number and code, its name in both languages, with and without the legal form."""
    return {entry.key: _known_by(entry.key, entry.record) for entry in records.all(Customer)}


def _known_by(number: str, customer: Customer) -> list[list[str]]:
    names = [one for one in (customer.name.plain, customer.name.zh, customer.name.en) if one]
    cores = [core for name in names if (core := _core(name)) not in ("", name)]
    codes = [one for one in (number, customer.code) if one and len(one) >= SHORTEST]
    chinese = [one for one in cores if _CHINESE.search(one)]
    return [[*codes, *(one for one in cores if one not in chinese)], [*names, *chinese]]


def _core(name: str) -> str:
    """The name as people write it: `示例电气（无锡）有限公司` → `示例电气`; empty where that is a word like others."""
    bare = _REGION.sub("", unicodedata.normalize("NFKC", name)).strip()
    core = _LEGAL_FORM.sub("", bare).strip(" ,.")
    is_distinct = len(core) >= SHORTEST_CORE if _CHINESE.search(core) else " " in core
    return core if is_distinct else ""


def said_in(document: Document) -> str:
    """Every text that a document shows, its name and its place among them, each on a line of its own."""
    return "\n\0".join((*_texts(document.view), document.name, document.folder, document.number))


def other_customer_in(records: Records, text: str, customer: str) -> str:
    """A name of another customer in a text, empty where there is none; a profile that nobody can read might hold one."""
    records.note(("entry", "customer", one.key) for one in records.lost_in(Customer))
    known: Names = records.row(NAMES, ALL)
    return _first(known, customer, 0, text, _as_typed) or _first(known, customer, 1, text, _folded)


def numbers_in(text: str) -> tuple[str, ...]:
    """The numbers of audits, CARs and submissions within what a document says.

    A number that is all of a line is a field's own: a customer may count its CARs as we do.
    """
    lines = _as_typed(text).splitlines()
    found = (number for line in lines for number in _NUMBER.findall(line) if number != line.strip(" \0"))
    return tuple(dict.fromkeys(found))


def _first(known: Names, customer: str, which: int, text: str, fold: Callable[[str], str]) -> str:
    """The first name of another; the longest is meant where one begins like the other."""
    own = {fold(name): "" for name in (known[customer][which] if customer in known else ())}
    others = {fold(name): name for number, names in known.items() if number != customer for name in names[which]}
    said = fold(text)
    names = {form: name for form, name in {**others, **own}.items() if form in said}  # of a thousand customers' a few
    found = (names[match[0]] for match in _any_of(names).finditer(said)) if names else iter(())
    return next(filter(None, found), "")


def _any_of(names: Iterable[str]) -> "re.Pattern[str]":
    """Any of the names; one in Latin letters as a word of its own."""
    return re.compile("|".join(_word(name) for name in sorted(names, key=len, reverse=True)))


def _word(name: str) -> str:
    before = r"(?<![A-Za-z0-9])" if name[0].isascii() else ""
    after = r"(?![A-Za-z0-9])" if name[-1].isascii() else ""
    return f"{before}{re.escape(name)}{after}"


def _as_typed(text: str) -> str:
    return unicodedata.normalize("NFKC", _UNSEEN.sub("", text))


def _folded(text: str) -> str:
    return _WITHIN_CHINESE.sub("", " ".join(_as_typed(text).casefold().split()))


def _texts(view: Any) -> Iterator[str]:
    match view:
        case str():
            yield view
        case tuple():
            for one in view:
                yield from _texts(one)
        case _ if is_dataclass(view):
            for each in fields(view):
                yield from _texts(getattr(view, each.name))
