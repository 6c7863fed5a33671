"""Every code the program can print → what it means: for `explain` and `docs/rules.md`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from auditdocs import (
    edition,
    filing,
    front_matter,
    origins,
    pictures,
    plan,
    schema_sentences,
    text_sentences,
    waiving,
    word,
    workers,
    yaml_sentences,
)
from auditdocs.problem import Severity, Words
from auditdocs.records import ROOMS, word_sentences
from auditdocs.render import sentences as render_sentences
from auditdocs.room import Rule

NOTHING = Words("", "")
_SPEAKERS = (
    text_sentences,
    yaml_sentences,
    filing,
    front_matter,
    schema_sentences,
    word,
    word_sentences,
    waiving,
    edition,
    plan,
    origins,
    pictures,
    render_sentences,
    workers,
)


@dataclass(frozen=True, slots=True)
class Explained:
    """A code with all that can be said about it."""

    code: str
    severity: Severity
    what: Words
    advice: Words
    source: str
    catalogue: str = ""
    at: Words = NOTHING
    firm: bool = False


def catalogue() -> Mapping[str, Explained]:
    """All codes in order."""
    found = {one.code: one for one in (*_of_rules(), *_of_sentences())}
    return {code: found[code] for code in sorted(found)}


def _of_sentences() -> Iterator[Explained]:
    for where in _SPEAKERS:
        for one in where.SENTENCES:
            yield Explained(one.code, one.severity, Words(one.zh, one.en), Words(one.do_zh, one.do_en), one.source, one.catalogue)


def _of_rules() -> Iterator[Explained]:
    for type_name, rules in ROOMS.rules.items():
        for rule in rules:
            said = rule.sentence
            yield Explained(
                rule.code, rule.severity, Words(said.zh, said.en), Words(said.do_zh, said.do_en), said.source, rule.catalogue,
                _when(type_name, rule), rule.firm,
            )  # fmt: skip


def _when(type_name: str, rule: Rule) -> Words:
    """From which milestone on a missing thing is an error."""
    life = ROOMS.life_of(type_name, rule.at) if rule.at else None
    if life is None:
        return NOTHING
    step = life.milestones[life.index(rule.at)]
    return Words(
        f"{life.title.zh}到达“{step.words.zh}”之后；之前只是待办",
        f"once the {life.title.en.lower()} has reached '{step.words.en}'; before that it is a to-do",
    )
