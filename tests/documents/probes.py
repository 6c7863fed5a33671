"""A record type → a record with a different word in every field that an author may type."""

import json
import string
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from pydantic import BaseModel, RootModel

from auditdocs.inputs import File
from auditdocs.room import RecordType
from auditdocs.shape import Group, Leaf, Many, Numbered, Shape, shapes
from auditdocs.word import Reading, Word, Wrong

NAMES: Mapping[str, str] = {
    "year": "2026", "audit": "AUD-2026-001", "car": "CAR-2026-0001", "submission": "SUB-2026-001", "person": "P0001", "customer": "C0001",
    "criterion": "ISO9001-2015", "checklist": "CL-ISO9001-2015", "document": "XY-QP-CA-01", "revision": "A-0", "translation": "A-0.en",
    "hold": "HLD-2026-001", "disposal": "DSP-2026-001", "filed": "AUD-2026-009",
    "request": "DCR-2026-001",
}  # fmt: skip
ABSENT = "absent"
OTHER = "other"
PRESENT = ""


@dataclass(frozen=True)
class Spot:
    """A field of a record type (`car.containment.stock.qty`), and what kind of word it takes."""

    path: str
    word: Word

    @property
    def is_choice(self) -> bool:
        """Whether it is one of a few words."""
        return bool(self.word.choices) or self.word.name == "true or false"

    @property
    def is_common(self) -> bool:
        """Whether its word may stand in a document by chance: then it is seen by what another word changes."""
        return self.is_choice or len(_word(self.word, 100)) < 6

    @property
    def change(self) -> str:
        """What is changed to see it."""
        return ABSENT if len(self.word.choices) == 1 else OTHER


def spots(room: RecordType[BaseModel]) -> list[Spot]:
    """Every field of a record type; the numbers of numbered things are known by their path."""
    found: list[Spot] = []
    _made(room.name, Group(room.model), lambda spot: found.append(spot) or "")  # type: ignore[func-returns-value]  # a note taken on the way
    return found


def probe(room: RecordType[BaseModel], changed: Mapping[str, str] | None = None) -> tuple[File, dict[str, str]]:
    """The record, and the word in each of its fields; a changed field is absent, or has another word, or this one."""
    said: dict[str, str] = {}

    def say(spot: Spot) -> str | None:
        change = (changed or {}).get(spot.path, PRESENT)
        number = 100 + len(said) + (change == OTHER)
        if change not in (PRESENT, ABSENT, OTHER):
            said[spot.path] = change
            return change
        said[spot.path] = _choice(spot.word, change) if spot.is_choice else _word(spot.word, number)
        return None if change == ABSENT else said[spot.path]

    path = f"records/{room.file_of(**_needed(room))}"
    return File(path, written(path, _made(room.name, Group(room.model), say)).encode()), said


def written(path: str, record: object) -> str:
    """A record as its file holds it; JSON is YAML, and Markdown stands below its facts."""
    if not path.endswith(".md"):
        return json.dumps(record, ensure_ascii=False)
    assert isinstance(record, dict)
    facts = {name: value for name, value in record.items() if name != "body"}
    return f"---\n{json.dumps(facts, ensure_ascii=False)}\n---\n{record.get('body', '')}\n"


def _made(path: str, shape: Shape, say: Callable[[Spot], str | None]) -> object:
    match shape:
        case Leaf(word):
            return say(Spot(path, word))
        case Many(inner):
            return [_made(path, inner, say)]
        case Numbered(key, inner):
            return {_key(key): _made(path, inner, say)}
        case Group(model) if issubclass(model, RootModel):
            return _made(path, shapes(model)["root"], say)
        case Group(model):
            made = {name: _made(f"{path}.{name}", inner, say) for name, inner in shapes(model).items()}
            return {name: value for name, value in made.items() if value is not None and value != [None]}
    raise AssertionError(shape)


def _key(word: Word) -> str:
    """The number of a numbered thing: the one in the kind's example, where it is one."""
    return word.example if _reads(word, word.example) else _word(word, 1)


def _word(word: Word, number: int) -> str:
    return next(one for one in _candidates(number) if _reads(word, one))


def _candidates(number: int) -> Iterator[str]:
    """Different words for different numbers, from the freest to the strictest."""
    yield from (f"w{number:04d}w", f"P{number:04d}", f"C{number:04d}", f"AUD-2031-{number:03d}/F01", f"AUD-2031-{number:03d}")
    yield from (f"CAR-2031-{number:04d}", f"CL-W{number}", f"W{number}", f"Q{number:03d}", *(f"{one}{number % 100:02d}" for one in "FSD"))
    yield from (str(date(2001, 1, 1) + timedelta(days=number)), f"{date(2001, 1, 1) + timedelta(days=number)}T08:00")
    yield f"{2001 + number // 12 % 90}-{1 + number % 12:02d}"
    yield from (f"{number}777", str(number), str(number % 97), str(1 + number % 4), "1/2", "+07:00", f"{number:04x}" * 16)
    letters = string.ascii_uppercase[number // 26 % 26] + string.ascii_uppercase[number % 26]
    yield from (f"ZZ{letters}", f"{letters[1]}/{number % 10}", f"DSP-2031-{number:03d}", f"ZZ-QP-{letters}-01", f"CF-A-202603-{number:04d}")
    yield from (f"Q001-KS·2026-D3-QA-{number:04d}", f"z{letters.lower()}")


def _reads(word: Word, value: str) -> bool:
    try:
        word.read(value, Reading())
    except Wrong:
        return False
    return True


def _choice(word: Word, change: str) -> str:
    first, *others = [*word.choices] or ["true", "false"]
    return others[-1] if change == OTHER and others else first


def _needed(room: RecordType[BaseModel]) -> dict[str, str]:
    return {name: value for name, value in NAMES.items() if f"{{{name}}}" in room.path}
