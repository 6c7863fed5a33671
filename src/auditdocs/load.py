"""Sources → Records, and a problem for everything that does not fit, at its own line."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import ValidationError

from auditdocs.entry import AnyEntry, Entry, Lost, Records
from auditdocs.field import Reading
from auditdocs.front_matter import read_front_matter
from auditdocs.inputs import File, Settings
from auditdocs.problem import Place, Problem, Sentence, nearest
from auditdocs.room import RecordType, Rooms
from auditdocs.schema_errors import empty_names, schema_problems
from auditdocs.sha256sums import recorded_digests
from auditdocs.source import Source, parse

UNKNOWN_PATH = Sentence(
    "file.unknown-path",
    "程序不认识放在这里的文件",
    "no record is known by this path",
    "最接近的写法：{pattern}",
    "the nearest known path: {pattern}",
    "002 三.1",
)
SAME_NUMBER = Sentence(
    "file.number-taken",
    "编号 {key} 已被 {other} 占用",
    "the number {key} is taken by {other}",
    "请改用下一个编号",
    "take the next number for one of them",
    "003 四(二)3",
)
SAME_NAME = Sentence(
    "file.same-name",
    "文件名与 {other} 只差大小写或全半角",
    "this file's name differs from {other} only by case or width",
    "请改名，否则在 Windows 上会互相覆盖",
    "rename one: on Windows they would overwrite each other",
    "003 四(二)3",
)
OUTSIDE_LINK = Sentence(
    "file.link",
    "这不是文件，或是指向工作区以外的链接",
    "this is no file, or a link that leads out of the workspace",
    "请放入文件本身",
    "put the file itself here",
)
SENTENCES = (UNKNOWN_PATH, SAME_NUMBER, SAME_NAME, OUTSIDE_LINK)


@dataclass(frozen=True, slots=True)
class Loaded:
    """All records, and what is the matter with those that are not among them."""

    records: Records
    problems: tuple[Problem, ...]
    hashes: Mapping[str, str]  # sha256 of every record file
    count: int


def load(
    files: Iterable[File],
    rooms: Rooms,
    as_of: date,
    settings: Settings | None = None,
    attachments: Mapping[str, str] | None = None,
    sums: Mapping[str, str] | None = None,
    root: str = "records/",
) -> Loaded:
    """Read every file as what its path says it is; `sums` are the texts of the lists of digests by path."""
    settings = settings or Settings()
    entries: dict[tuple[str, str], AnyEntry] = {}
    lost: list[Lost] = []
    problems: list[Problem] = []
    hashes: dict[str, str] = {}
    names: dict[str, str] = {}
    numbers: dict[tuple[str, str], Lost] = {}
    count = 0
    for file in sorted(files, key=lambda one: one.path):
        count += 1
        found = _room_of(file, rooms, names, root)
        if isinstance(found, Problem):
            problems.append(found)
            lost.extend(_meant_by(file.path, rooms, root))
            continue
        room, key, scope = found
        taken = numbers.setdefault((room.name, key), Lost(room.name, key, scope, file.path))
        if taken.path != file.path:  # neither is believed: nobody knows which of them is meant
            problems.append(Problem(Place(file.path), SAME_NUMBER, {"key": key, "other": taken.path}))
            lost.extend((taken, Lost(room.name, key, scope, file.path)))
            entries.pop((room.name, key), None)
            continue
        made = read_entry(file, room, key, scope, settings)
        if isinstance(made, Entry):
            entries[(room.name, key)] = made
            hashes[file.path] = made.source.sha256
        else:
            problems.extend(made)
            lost.append(Lost(room.name, key, scope, file.path))
    records = Records.of(entries.values(), rooms.names, as_of, lost, settings, attachments, rooms, recorded_digests(sums or {}))
    return Loaded(records, tuple(problems), hashes, count)


def read_entry(file: File, room: RecordType[Any], key: str, scope: str, settings: Settings) -> AnyEntry | tuple[Problem, ...]:
    """One file → a believed record, or everything that is the matter with it."""
    source = read_front_matter(file.path, file.content) if room.front_matter else parse(file.path, file.content)
    if not isinstance(source, Source):
        return source
    broken = tuple(empty_names(source, room.model))
    try:
        record = room.model.model_validate(source.data, context=Reading(settings.zone))
    except ValidationError as error:
        return (*broken, *schema_problems(source, room.model, error))
    if broken:
        return broken
    return Entry(room.name, key, scope, file.path, record, source)


def _room_of(file: File, rooms: Rooms, names: dict[str, str], root: str) -> tuple[RecordType[Any], str, str] | Problem:
    if file.leads_outside:
        return Problem(Place(file.path), OUTSIDE_LINK)
    folded = _folded(file.path)
    if folded in names:
        return Problem(Place(file.path), SAME_NAME, {"other": names[folded]})
    names[folded] = file.path
    below = file.path.removeprefix(root)
    for room in rooms.types.values():
        match = room.match(below)
        if match:
            return room, *match
    meant = _mended(below, rooms)
    return Problem(Place(file.path), UNKNOWN_PATH, {"pattern": root + (meant or _nearest_path(below, rooms))})


def _mended(below: str, rooms: Rooms) -> str:
    """The path that was meant by one with the usual slips: `p5.yml`, `ISO 9001.yaml`, a CAR beside its folder."""
    narrow = unicodedata.normalize("NFKC", below).replace(" ", "").replace("_", "-")
    folder, _, name = re.sub(r"\.yml$", ".yaml", narrow).rpartition("/")
    stem, dot, ending = name.partition(".yaml") if name.endswith(".yaml") else name.partition(".md")
    year = re.search(r"AUD-([0-9]{4})-", folder.upper())
    folders = (folder, f"{folder}/cars", re.sub(r"(?<=audits/)[0-9]{4}", year[1], folder) if year else folder)
    candidates = [f"{one}/{word}{dot}{ending}" for one in folders for word in (stem, stem.upper(), stem.lower(), stem.replace("-", "_"))]
    return next((one for one in candidates if any(room.match(one) for room in rooms.types.values())), "")


def _meant_by(path: str, rooms: Rooms, root: str) -> Iterator[Lost]:
    """The record that a file with a mistyped name is, so that nobody says it is missing."""
    meant = _mended(path.removeprefix(root), rooms)
    for room in rooms.types.values():
        found = room.match(meant)
        if found:
            yield Lost(room.name, *found, path)


def _folded(path: str) -> str:
    return unicodedata.normalize("NFKC", path).casefold()


def _nearest_path(below: str, rooms: Rooms) -> str:
    """The pattern most like a path, written as an example."""
    examples = [_example(room.path) for room in rooms.types.values()]
    folder = [one for one in examples if one.split("/")[0] == below.split("/", maxsplit=1)[0]]
    shapes_by_path = {_digits_away(one): one for one in folder or examples}
    return shapes_by_path.get(nearest(_digits_away(below), shapes_by_path) or next(iter(shapes_by_path)), examples[0])


_EXAMPLES = {
    "year": "2026", "audit": "AUD-2026-014", "car": "CAR-2026-0031", "person": "P0102", "customer": "C0007",
    "criterion": "ISO9001-2015", "checklist": "CL-ISO9001-2015", "document": "XY-QP-CA-01", "revision": "A-1",
    "translation": "A-1.en",
}  # fmt: skip


def _example(path: str) -> str:
    return path.format(**_EXAMPLES)


def _digits_away(path: str) -> str:
    return "".join("0" if sign.isdigit() else sign for sign in path)
