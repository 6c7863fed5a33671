"""What a record's room declares: RecordType, Rule, Milestone, SideState, Mark."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache, cached_property
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from auditdocs.entry import AnyEntry, Records, Violation
from auditdocs.problem import Sentence, Severity, Words
from auditdocs.source import Loc

R = TypeVar("R", bound=BaseModel)
DRAFT = Words("草稿", "Draft")
Check = Callable[[Any, Records], Iterator[Violation]]
Index = Callable[[Any], Iterable[str]]  # an entry → the values under which it is found


@dataclass(frozen=True, slots=True)
class Mark:
    """The recorded fact that says a milestone was reached: where it stands and when it was."""

    entry: AnyEntry
    loc: Loc
    moment: date | datetime | None = None


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step in a life. Without `mark` it is a gate: reached when nothing it requires is missing."""

    name: str
    words: Words
    who: str  # the department whose turn it is: SAL QA DEP GEN MGT ARC CUS
    todo: Words  # what to do to reach it
    mark: Callable[[Any, Records], Mark | None] | None = None
    planned: Callable[[Any, Records], date | None] | None = None
    needed: bool = True  # HYG-002: missing although a later one is recorded is an error
    actors: tuple[str, ...] = ()  # HYG-002: departments one of which the person who did it belongs to
    how: Words | None = None  # what to type to reach it; `{audit}` is the audit's number, `{file}` the first record's path
    applies: Callable[[Any, Records], bool] | None = None  # for whom it is a step at all; the others pass it by


@dataclass(frozen=True, slots=True)
class SideState:
    """A state beside the way: holds from its date until a later mark."""

    name: str
    words: Words
    mark: Callable[[Any, Records], Mark | None]
    ends: bool = False  # nothing comes after it (cancelled, void): to-dos fall silent
    back_to: Callable[[Any, Records], str] | None = None  # the milestone that has to be done anew; empty where the way goes on


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its sentence; `at` is the milestone from which it is an error (`E@m`)."""

    sentence: Sentence
    run: Check
    catalogue: str
    at: str = ""
    severity: Severity = "error"
    firm: bool = False  # ‡: cannot be waived; holds its own milestone back
    on: str = ""  # the record type it sees, where it is not its room's own
    since: str = "0.1"
    todo_only: bool = False  # severity I: a line of `todo`, never a problem
    who: str = ""  # whose to-do it is, where it is not the turn of who reaches `at`
    casts_doubt: bool = False  # while it finds something, what other records conclude from this one is not said

    @property
    def code(self) -> str:
        return self.sentence.code


def rule(
    code: str,
    source: str,
    *,
    catalogue: str,
    zh: str,
    en: str,
    do_zh: str = "",
    do_en: str = "",
    at: str = "",
    severity: Severity = "error",
    firm: bool = False,
    on: str = "",
    todo_only: bool = False,
    who: str = "",
    casts_doubt: bool = False,
) -> Callable[[Check], Rule]:
    """Make a generator function a rule."""
    sentence = Sentence(code, zh, en, do_zh, do_en, source, severity)

    def declare(run: Check) -> Rule:
        return Rule(sentence, run, catalogue, at, severity, firm, on, todo_only=todo_only, who=who, casts_doubt=casts_doubt)

    return declare


@dataclass(frozen=True)
class RecordType(Generic[R]):
    """A room of what people write."""

    name: str
    title: Words
    model: type[R]
    path: str  # below records/: `audits/{year}/{audit}/cars/{car}.yaml`
    key: str  # `{car}`
    scope: str = ""  # `{audit}`
    owner: str = "QA"  # department that keeps it, by default
    confidentiality: str = "internal"
    retention: str = ""  # class in the schedule, by default
    lives: tuple[str, ...] = ()  # where the `at` of its rules is looked up, its own life first
    rules: tuple[Rule, ...] = ()
    indexes: Mapping[str, Index] = field(default_factory=dict, hash=False)  # what `Records.where` may ask for
    starts_with: tuple[str, ...] = ()  # the ten or so fields `new` writes down, `visitors.name` below a group; none named: all its own
    front_matter: bool = False  # Markdown with YAML between two lines of ---
    signed_as: tuple[str, ...] = ()  # the roles in which it is signed; none named: any
    shown_to_customers: bool = False  # whether its words may stand in a customer's edition, but for the fields marked internal
    goes_on: tuple[str, ...] = ()  # what is recorded after it was signed: outside the digest of an approval

    def match(self, path: str) -> tuple[str, str] | None:
        """Key and scope of a path below records/, or None where it is not of this type."""
        found = path_pattern(self.path).fullmatch(path)
        if not found or not _year_fits(found.groupdict()):
            return None
        return self.key.format(**found.groupdict()), self.scope.format(**found.groupdict())

    def file_of(self, **names: str) -> str:
        """The path of a record below records/."""
        return self.path.format(**names)


PIECES: Mapping[str, str] = {
    "year": r"[0-9]{4}",
    "audit": r"AUD-[0-9]{4}-[0-9]{3}",
    "car": r"CAR-[0-9]{4}-[0-9]{4}",
    "submission": r"SUB-[0-9]{4}-[0-9]{3}",
    "person": r"P[0-9]{4}",
    "customer": r"C[0-9]{4}",
    "criterion": r"[A-Z0-9][A-Za-z0-9.-]{1,60}",
    "checklist": r"CL-[A-Z0-9][A-Za-z0-9.-]{1,60}",
    "document": r"[A-Z]{2,4}-[A-Z]{2}-[A-Z]{2,4}-[0-9]{2}",
    "revision": r"[A-Z]-[0-9]",
    "hold": r"HLD-[0-9]{4}-[0-9]{3}",
    "disposal": r"DSP-[0-9]{4}-[0-9]{3}",
    "filed": r"(?:AUD-[0-9]{4}-[0-9]{3}|C[0-9]{4}|P[0-9]{4})",  # what may be disposed of as a whole
    "translation": r"[A-Z]-[0-9]\.en",
    "request": r"DCR-[0-9]{4}-[0-9]{3}",
}


@cache
def path_pattern(path: str) -> "re.Pattern[str]":
    """The regular expression of a path with `{pieces}`; a piece that stands twice must be the same twice."""
    seen: set[str] = set()

    def piece(match: "re.Match[str]") -> str:
        name = match.group(1)
        if name in seen:
            return f"(?P={name})"
        seen.add(name)
        return f"(?P<{name}>{PIECES[name]})"

    parts = re.split(r"(\{[a-z]+\})", path)
    return re.compile("".join(re.sub(r"\{([a-z]+)\}", piece, part) if "{" in part else re.escape(part) for part in parts))


def _year_fits(pieces: Mapping[str, str]) -> bool:
    """An audit lies in the folder of its number's year."""
    return "year" not in pieces or "audit" not in pieces or pieces["audit"][4:8] == pieces["year"]


@dataclass(frozen=True)
class Life:
    """The way of something through its milestones: an audit, a contact sheet, a CAR, a policy."""

    name: str
    title: Words
    anchor: str  # the record type whose existence begins it; its key names the subject
    milestones: tuple[Milestone, ...]
    side_states: tuple[SideState, ...] = ()
    draft: Words = DRAFT
    variant: Callable[["Life", Any, Records], "Life"] | None = None  # the same milestones, where others take some of the turns

    def of(self, anchor: AnyEntry, records: Records) -> "Life":
        """The life as this subject lives it."""
        return self.variant(self, anchor, records) if self.variant else self

    def index(self, milestone: str) -> int:
        """Where a milestone stands in the order, -1 where it is none of this life."""
        return next((at for at, one in enumerate(self.milestones) if one.name == milestone), -1)


@dataclass(frozen=True)
class Rooms:
    """The table of record types and lives, and what follows from it."""

    types: Mapping[str, RecordType[Any]]
    lives: Mapping[str, Life] = field(default_factory=dict)
    rules: Mapping[str, tuple[Rule, ...]] = field(default_factory=dict)  # record type -> the rules that see it

    @classmethod
    def of(cls, types: Iterable[RecordType[Any]], lives: Iterable[Life] = (), everywhere: tuple[Rule, ...] = ()) -> "Rooms":
        """The table of these; the rules `everywhere` see records of every type."""
        by_name = {one.name: one for one in types}
        rules: dict[str, list[Rule]] = {name: list(everywhere) for name in by_name}
        for one in by_name.values():
            for declared in one.rules:
                rules[declared.on or one.name].append(declared)
        return cls(by_name, {life.name: life for life in lives}, {name: tuple(found) for name, found in rules.items()})

    def life_of(self, type_name: str, milestone: str) -> Life | None:
        """The life in which a rule on this record type finds its milestone."""
        lives = (self.lives[name] for name in self.types[type_name].lives)
        return next((life for life in lives if life.index(milestone) >= 0), None)

    @cached_property
    def holding(self) -> Mapping[tuple[str, str], Mapping[str, tuple[Rule, ...]]]:
        """Per life and milestone: the rules that must hold for it to count, by record type in the order of the table."""
        found: dict[tuple[str, str], dict[str, list[Rule]]] = {}
        for name in self.types:
            for one in self.rules[name]:
                life = self.life_of(name, one.at) if one.at and one.severity == "error" else None
                if life:
                    found.setdefault((life.name, one.at), {}).setdefault(name, []).append(one)
        return {place: {name: tuple(rules) for name, rules in by_type.items()} for place, by_type in found.items()}

    @property
    def names(self) -> dict[type[BaseModel], str]:
        return {one.model: one.name for one in self.types.values()}

    def every_rule(self) -> tuple[Rule, ...]:
        """Each rule once."""
        return tuple(dict.fromkeys(declared for found in self.rules.values() for declared in found))

    def without(self, code: str) -> "Rooms":
        """The same rooms without one rule, for the test that every rule is needed."""
        kept = {name: tuple(one for one in found if one.code != code) for name, found in self.rules.items()}
        return Rooms(self.types, self.lives, kept)
