"""Editor and program agree: what the one takes the other takes."""

import io
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from auditdocs.commands.schema import files
from auditdocs.inputs import File
from auditdocs.records import ROOMS
from auditdocs.room import RecordType
from auditdocs.schemas import schema_of
from tests.test_cases import ALL, Case, base, changed

ROOT = Path(__file__).parents[1]

# What no JSON Schema can see, because YAML or its own words have lost it before.
BEYOND_A_SCHEMA = {
    "schema.comment-after-text": "the comment is gone when the schema looks",
    "schema.word-too-long": "a blank anywhere in a text cannot be demanded by a pattern that an editor explains",
}


def room_of(path: str) -> RecordType[Any] | None:
    rooms = (room for room in ROOMS.types.values() if not room.front_matter and room.match(path.removeprefix("records/")))
    return next(rooms, None)


def as_an_editor_reads(text: str) -> Any:
    """YAML 1.2: the core schema, without the time stamps of 1.1."""
    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 2)
    resolvers = yaml.resolver.versioned_resolver
    for first, pairs in resolvers.items():
        resolvers[first] = [pair for pair in pairs if "timestamp" not in str(pair[0])]
    return yaml.load(io.StringIO(text))


@cache
def validator(name: str) -> Any:
    return jsonschema.Draft7Validator(schema_of(ROOMS.types[name]), format_checker=jsonschema.FormatChecker())


def objections(file: File) -> list[str]:
    room = room_of(file.path)
    assert room is not None
    return [error.message for error in validator(room.name).iter_errors(as_an_editor_reads(file.content.decode("utf-8-sig")))]


def demonstration() -> list[Path]:
    return sorted((ROOT / "records").rglob("*.yaml"))


@pytest.mark.parametrize("path", demonstration(), ids=lambda path: path.relative_to(ROOT / "records").as_posix())
def test_an_editor_has_no_objection_to_the_demonstration(path: Path) -> None:
    assert objections(File(path.relative_to(ROOT).as_posix(), path.read_bytes())) == []


def test_an_editor_has_no_objection_to_a_good_workspace() -> None:
    for file in base("complete")[1].files:
        if room_of(file.path):
            assert objections(file) == [], file.path


def is_seen_by_an_editor(case: Case) -> bool:
    """Whether the problem lies in a YAML record that can be read."""
    return not case.code.startswith(("yaml.", "file.")) and room_of(case.expect.partition(":")[0]) is not None


@pytest.mark.parametrize("case", [case for case in ALL if is_seen_by_an_editor(case)], ids=lambda case: case.name)
def test_an_editor_objects_to_what_does_not_fit_and_to_nothing_else(case: Case) -> None:
    """A wrong case of the schema has an objection; a record that only breaks a rule has none."""
    contents = changed(changed(base(case.base)[1], case.both, True), case.changes, True)
    [file] = [one for one in contents.files if one.path == case.expect.partition(":")[0]]
    wrong = case.code.startswith("schema.") and case.code not in BEYOND_A_SCHEMA
    assert bool(objections(file)) == wrong


@pytest.mark.parametrize("name", sorted(files()))
def test_a_generated_file_is_current(name: str) -> None:
    assert (ROOT / name).read_bytes() == files()[name], "run: auditdocs schema"


@pytest.mark.parametrize("name", sorted(ROOMS.types))
def test_a_schema_is_valid_and_speaks_both_languages(name: str) -> None:
    schema = schema_of(ROOMS.types[name])
    jsonschema.Draft7Validator.check_schema(schema)
    assert any("\u4e00" <= sign <= "\u9fff" for sign in schema["title"])
    assert any(sign.isascii() and sign.isalpha() for sign in schema["title"])
