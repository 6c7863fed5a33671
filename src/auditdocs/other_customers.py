"""A document for one customer → the first place where it names another, so that it is not made."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from auditdocs.document import Document, Markdown, Picture
from auditdocs.entry import Records
from auditdocs.records.customer import Customer

NAMES, ALL = "customer-names", "all"  # the row that keeps the names of all customers
SHORTEST = 3  # signs of a code that is looked for: two letters are in many a word


Names = dict[str, list[list[str]]]  # by number: what is written in capitals, and what in any way


def customer_names(records: Records, key: str) -> Names:
    """What each customer is known by: its number and code, its name in both languages."""
    return {entry.key: [_codes(entry.key, entry.record), _names(entry.record)] for entry in records.all(Customer)}


def _codes(number: str, customer: Customer) -> list[str]:
    return [one for one in (number, customer.code) if one and len(one) >= SHORTEST]


def _names(customer: Customer) -> list[str]:
    name = customer.name
    return [one for one in (name.plain, name.zh, name.en) if one]


def other_customer_in(records: Records, document: Document, customer: str) -> str:
    """A name of another customer that the document says; empty where it names none."""
    known: Names = records.row(NAMES, ALL)
    text = "\n".join((*_texts(document.view), document.name, document.folder))
    return _first(known, customer, 0, unicodedata.normalize("NFKC", text), _as_typed) or _first(known, customer, 1, text, _folded)


def _first(known: Names, customer: str, which: int, text: str, fold: Callable[[str], str]) -> str:
    own = {fold(name) for name in (known[customer][which] if customer in known else ())}
    others = {fold(name): name for number, names in known.items() if number != customer for name in names[which]}
    wanted = [name for name in others if name not in own]
    found = _any_of(wanted).search(_without(fold(text), own)) if wanted else None
    return others[found[0]] if found else ""


def _without(text: str, own: Iterable[str]) -> str:
    """The text without the customer's own names, which may hold another's."""
    for name in sorted(own, key=len, reverse=True):
        text = text.replace(name, "\0")
    return text


def _any_of(names: Iterable[str]) -> "re.Pattern[str]":
    """Any of the names; one in Latin letters as a word of its own."""
    return re.compile("|".join(_word(name) for name in sorted(names, key=len, reverse=True)))


def _word(name: str) -> str:
    before = r"(?<![A-Za-z0-9])" if name[0].isascii() else ""
    after = r"(?![A-Za-z0-9])" if name[-1].isascii() else ""
    return f"{before}{re.escape(name)}{after}"


def _as_typed(text: str) -> str:
    return text


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _texts(view: Any) -> Iterator[str]:
    match view:
        case str():
            yield view
        case Markdown():
            yield view.text
        case Picture():
            yield view.words
            yield view.svg
        case tuple():
            for one in view:
                yield from _texts(one)
        case _ if is_dataclass(view):
            for each in fields(view):
                yield from _texts(getattr(view, each.name))
