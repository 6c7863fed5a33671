"""What is wrong, where, in two languages: Place, Sentence, Problem; and the one exception."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

Lang = Literal["zh", "en"]
Severity = Literal["error", "warning"]
_NAME = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of a file; lines and columns count from 1 in code points, the end is exclusive."""

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in both languages: a label, a state, a word of a list."""

    zh: str
    en: str

    def in_(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Free:
    """Free text of a record: shown on a terminal, hidden in logs."""

    text: str


Fact = str | int | Decimal | date | datetime | Words | Free | tuple["Fact", ...]
Facts = Mapping[str, Fact]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stable code with its sentence and its advice in both languages and the clause it comes from."""

    code: str
    zh: str
    en: str
    do_zh: str = ""
    do_en: str = ""
    source: str = ""
    severity: Severity = "error"
    catalogue: str = ""  # the number of the rule that it says, where no rule of a record type does


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is the matter, at one place."""

    place: Place
    sentence: Sentence
    facts: Facts = field(default_factory=dict)
    severity: Severity = "error"

    @property
    def code(self) -> str:
        return self.sentence.code

    def what(self, lang: Lang, show_values: bool = False) -> str:
        """Say what is the matter."""
        return fill(self.sentence.zh if lang == "zh" else self.sentence.en, self.facts, lang, show_values)

    def advice(self, lang: Lang, show_values: bool = False) -> str:
        """Say what to do; empty where the sentence says it already."""
        return fill(self.sentence.do_zh if lang == "zh" else self.sentence.do_en, self.facts, lang, show_values)

    def message(self, lang: Lang, show_values: bool = False) -> str:
        """Say what is the matter and what to do, in one line."""
        parts = [self.what(lang, show_values), self.advice(lang, show_values)]
        return ("；" if lang == "zh" else "; ").join(part for part in parts if part)


def by_place(problem: Problem) -> tuple[Place, str, str]:
    """Sort key: file, line, column, code; then the facts, so that equal runs print equal lists."""
    return (problem.place, problem.code, problem.message("en", show_values=True))


def fill(template: str, facts: Facts, lang: Lang, show_values: bool) -> str:
    """Put the facts into a sentence's `{names}`."""
    return _NAME.sub(lambda match: said(facts[match.group(1)], lang, show_values), template)


def said(fact: Fact, lang: Lang, show_values: bool = False) -> str:
    """Write one fact as a reader of this language expects it."""
    match fact:
        case Words():
            return fact.in_(lang)
        case Free():
            return f"“{shortened(fact.text)}”" if show_values else "“…”"
        case datetime():
            return fact.strftime("%Y-%m-%d %H:%M")
        case tuple():
            return ("、" if lang == "zh" else ", ").join(said(part, lang, show_values) for part in fact)
        case _:
            return str(fact)


def counted(number: int, one: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


def shortened(text: str, limit: int = 60) -> str:
    """A record's own words on one line, cut where they would fill the screen."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


class AuditdocsError(Exception):
    """We cannot go on: said in both languages, with the exit code."""

    def __init__(self, zh: str, en: str, exit: int = 2) -> None:
        super().__init__(en)
        self.zh, self.en, self.exit = zh, en, exit

    def message(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like this one, or '' (for "did you mean")."""
    from difflib import get_close_matches  # only needed once something is wrong

    matches = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return matches[0] if matches else ""


def did_you_mean(word: str, known: Iterable[str], otherwise: Words | None = None) -> Words:
    """The end of a sentence about an unknown word: the nearest known one, else what is said otherwise."""
    guess = nearest(word, known)
    if guess:
        return Words(f"；是否想写 {guess}？", f"; did you mean {guess}?")
    return otherwise or Words("", "")
