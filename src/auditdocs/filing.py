"""A file → what its path and its text say it is (Reading); all readings → what is filed, what is lost, and the problems of files."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel, RootModel, ValidationError

from auditdocs.entry import AnyEntry, Entry
from auditdocs.front_matter import read_front_matter
from auditdocs.inputs import File, Settings
from auditdocs.problem import Place, Problem, Sentence, nearest
from auditdocs.room import RecordType, Rooms
from auditdocs.schema_errors import empty_names, schema_problems
from auditdocs.shape import groups, shapes
from auditdocs.shelf import Filed, Groups, Lost
from auditdocs.source import Source, parse
from auditdocs.unknown_fields import NOWHERE, Elsewhere
from auditdocs.word import Reading as Readers

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
class Reading:
    """What one file is, without the record itself: plain enough to be remembered."""

    path: str
    sha256: str = ""
    type: str = ""  # empty where the path says nothing
    key: str = ""
    scope: str = ""
    indexes: Groups = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()  # why it could not be read
    meant: tuple[Lost, ...] = ()  # what a file with a mistyped name was meant to be


@dataclass(frozen=True, slots=True)
class Filing:
    """All files put where they belong."""

    filed: tuple[Filed, ...]
    lost: tuple[Lost, ...]
    problems: tuple[Problem, ...]


def read_file(file: File, rooms: Rooms, settings: Settings, root: str = "records/") -> tuple[Reading, AnyEntry | None]:
    """One file as what its path says it is, and the record where it can be believed."""
    sha256 = hashlib.sha256(file.content).hexdigest()
    below = file.path.removeprefix(root)
    if file.leads_outside:
        return Reading(file.path, sha256, problems=(Problem(Place(file.path), OUTSIDE_LINK),), meant=_meant(below, rooms, file.path)), None
    room, key, scope = _room_of(below, rooms)
    if room is None:
        meant = _mended(below, rooms)
        problem = Problem(Place(file.path), UNKNOWN_PATH, {"pattern": root + (meant or _nearest_path(below, rooms))})
        return Reading(file.path, sha256, problems=(problem,), meant=_meant(below, rooms, file.path)), None
    made = read_entry(file, room, key, scope, settings, rooms)
    if not isinstance(made, Entry):
        return Reading(file.path, sha256, room.name, key, scope, problems=made), None
    indexes = {name: tuple(dict.fromkeys(index(made))) for name, index in room.indexes.items()}
    return Reading(file.path, sha256, room.name, key, scope, indexes), made


def fields_beside(rooms: Rooms, room: RecordType[Any]) -> Elsewhere:
    """The fields of the records that lie in the same folder, each with the file it belongs into, where there is but one."""
    files: dict[str, set[str]] = {}
    folder = PurePosixPath(room.path).parent
    for one in rooms.types.values():
        if one is not room and "{" in one.path and PurePosixPath(one.path).parent == folder and not issubclass(one.model, RootModel):
            model: type[BaseModel] = one.model
            for name in shapes(model):
                files.setdefault(name, set()).add(PurePosixPath(one.path).name)
    return {name: found.pop() for name, found in files.items() if len(found) == 1 and not any("{" in one for one in found)}


def read_entry(
    file: File, room: RecordType[Any], key: str, scope: str, settings: Settings, rooms: Rooms | None = None
) -> AnyEntry | tuple[Problem, ...]:
    """One file → a believed record, or everything that is the matter with it."""
    source = read_front_matter(file.path, file.content) if room.front_matter else parse(file.path, file.content)
    if not isinstance(source, Source):
        return source
    broken = tuple(empty_names(source, room.model)) if source.has_empty else ()
    try:
        record = room.model.model_validate(source.data, context=Readers(settings.zone))
    except ValidationError as error:
        return (*broken, *schema_problems(source, room.model, error, fields_beside(rooms, room) if rooms else NOWHERE))
    if broken:
        return broken
    for group in groups(record):
        _hold_once(group)
    return Entry(room.name, key, scope, file.path, record, source.without_data())


_FIELDS_SET: dict[frozenset[str], set[str]] = {}


def _hold_once(group: BaseModel) -> None:
    """Which fields were typed takes a quarter of a record's memory, and is the same in most groups of a kind."""
    typed = group.model_fields_set
    object.__setattr__(group, "__pydantic_fields_set__", _FIELDS_SET.setdefault(frozenset(typed), typed))


def file_all(readings: Iterable[Reading]) -> Filing:
    """Put every file where it belongs; of two that claim one number neither is believed."""
    filed: dict[tuple[str, str], Filed] = {}
    lost: list[Lost] = []
    problems: list[Problem] = []
    names: dict[str, str] = {}
    numbers: dict[tuple[str, str], Lost] = {}
    for one in sorted(readings, key=lambda each: each.path):
        same = names.setdefault(folded(one.path), one.path)
        if same != one.path:
            problems.append(Problem(Place(one.path), SAME_NAME, {"other": same}))
            lost.extend(one.meant)
            continue
        if not one.type:
            problems.extend(one.problems)
            lost.extend(one.meant)
            continue
        here = Lost(one.type, one.key, one.scope, one.path)
        taken = numbers.setdefault((one.type, one.key), here)
        if taken is not here:
            problems.append(Problem(Place(one.path), SAME_NUMBER, {"key": one.key, "other": taken.path}))
            lost.extend((taken, here))
            filed.pop((one.type, one.key), None)
        elif one.problems:
            problems.extend(one.problems)
            lost.append(here)
        else:
            filed[one.type, one.key] = Filed(one.type, one.key, one.scope, one.path, one.indexes)
    return Filing(tuple(filed.values()), tuple(lost), tuple(problems))


def _room_of(below: str, rooms: Rooms) -> tuple[RecordType[Any] | None, str, str]:
    for room in rooms.types.values():
        match = room.match(below)
        if match:
            return room, *match
    return None, "", ""


def _meant(below: str, rooms: Rooms, path: str) -> tuple[Lost, ...]:
    """The record that a file with a mistyped name is, so that nobody says it is missing."""
    room, key, scope = _room_of(_mended(below, rooms), rooms)
    return (Lost(room.name, key, scope, path),) if room else ()


def _mended(below: str, rooms: Rooms) -> str:
    """The path that was meant by one with the usual slips: `p5.yml`, `ISO 9001.yaml`, a CAR beside its folder."""
    narrow = unicodedata.normalize("NFKC", below).replace(" ", "").replace("_", "-")
    folder, _, name = re.sub(r"\.yml$", ".yaml", narrow).rpartition("/")
    stem, dot, ending = name.partition(".yaml") if name.endswith(".yaml") else name.partition(".md")
    year = re.search(r"AUD-([0-9]{4})-", folder.upper())
    folders = (folder, f"{folder}/cars", re.sub(r"(?<=audits/)[0-9]{4}", year[1], folder) if year else folder)
    candidates = [f"{one}/{word}{dot}{ending}" for one in folders for word in (stem, stem.upper(), stem.lower(), stem.replace("-", "_"))]
    return next((one for one in candidates if any(room.match(one) for room in rooms.types.values())), "")


def folded(path: str) -> str:
    """A path but for case and width: two such are one file on some disks."""
    return path.lower() if path.isascii() else unicodedata.normalize("NFKC", path).casefold()


def _nearest_path(below: str, rooms: Rooms) -> str:
    """The pattern most like a path, written as an example."""
    examples = [_example(room.path) for room in rooms.types.values()]
    folder = [one for one in examples if one.split("/")[0] == below.split("/", maxsplit=1)[0]]
    shapes_by_path = {_digits_away(one): one for one in folder or examples}
    return shapes_by_path.get(nearest(_digits_away(below), shapes_by_path) or next(iter(shapes_by_path)), examples[0])


_EXAMPLES = {
    "year": "2026", "audit": "AUD-2026-014", "car": "CAR-2026-0031", "submission": "SUB-2026-009", "person": "P0102", "customer": "C0007",
    "criterion": "ISO9001-2015", "checklist": "CL-ISO9001-2015", "document": "XY-QP-CA-01", "revision": "A-1",
    "translation": "A-1.en", "hold": "HLD-2026-001", "disposal": "DSP-2026-001", "filed": "AUD-2026-014",
    "request": "DCR-2026-001",
}  # fmt: skip


def _example(path: str) -> str:
    return path.format(**_EXAMPLES)


def _digits_away(path: str) -> str:
    return "".join("0" if sign.isdigit() else sign for sign in path)
