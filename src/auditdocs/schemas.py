"""Record types → JSON Schema for editors, so that mistakes show while typing (generated into schemas/, checked in CI).

Editors read YAML by the rules of 1.2: a text field allows string, number and boolean (`8.10` is a number there).
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel, RootModel

from auditdocs.entry import Records
from auditdocs.field import about, label
from auditdocs.problem import Words
from auditdocs.records.house.organization import Departments
from auditdocs.room import PIECES, RecordType
from auditdocs.shape import Group, Leaf, Many, Numbered, Shape, shapes
from auditdocs.word import Word

DIALECT = "http://json-schema.org/draft-07/schema#"
IDS = "ids.schema.json"  # the ids that exist today, ignored by Git, refreshed by `check`


def schema_files(types: Iterable[RecordType[Any]]) -> dict[str, bytes]:
    """File name → content of every schema in `schemas/`."""
    return {f"{room.name}.schema.json": _bytes(schema_of(room)) for room in types if not room.front_matter}


def schema_of(room: RecordType[Any]) -> dict[str, Any]:
    """The schema of one record type."""
    definitions: dict[str, Any] = {}
    body = _model(room.model, definitions)
    head = {"$schema": DIALECT, "$id": f"{room.name}.schema.json", "title": f"{room.title.zh} {room.title.en}"}
    return head | body | ({"definitions": dict(sorted(definitions.items()))} if definitions else {})


def editor_settings(types: Iterable[RecordType[Any]]) -> dict[str, Any]:
    """`.vscode/settings.json`: which schema goes with which path."""
    found = {f"./schemas/{room.name}.schema.json": [f"records/{_glob(room.path)}"] for room in types if not room.front_matter}
    found[f"./schemas/{IDS}"] = ["records/**/*.yaml"]
    return {
        "yaml.schemas": found,
        "yaml.validate": True,
        "yaml.completion": True,
        "yaml.hover": True,
        "yaml.format.enable": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.autoIndent": "keep"},
    }


def ids_file(records: Records, types: Iterable[RecordType[Any]]) -> bytes:
    """The ids that exist today, offered wherever a field of that name stands; it never objects."""
    fields = {name: _offer(records, word, is_list) for name, (word, is_list) in sorted(_id_fields(types).items())}
    anything = {"properties": fields, "additionalProperties": {"$ref": "#/definitions/any"}, "items": {"$ref": "#/definitions/any"}}
    return _bytes({"$schema": DIALECT, "$id": IDS, "$ref": "#/definitions/any", "definitions": {"any": anything}})


def _id_fields(types: Iterable[RecordType[Any]]) -> dict[str, tuple[Word, bool]]:
    """Field name → the word of the id it takes, where all fields of that name take the same."""
    found: dict[str, set[tuple[Word, bool]]] = {}
    models: list[type[BaseModel]] = [room.model for room in types]
    for model in models:  # grows while it is walked
        for name, shape in shapes(model).items():
            inner = _innermost(shape)
            if isinstance(inner, Group) and inner.model not in models:
                models.append(inner.model)
            elif isinstance(inner, Leaf) and inner.word.refers:
                found.setdefault(name, set()).add((inner.word, isinstance(shape, Many)))
    return {name: next(iter(words)) for name, words in found.items() if len(words) == 1}


def _innermost(shape: Shape) -> Shape:
    while isinstance(shape, Many | Numbered):
        shape = shape.inner
    return shape


def _offer(records: Records, word: Word, is_list: bool) -> dict[str, Any]:
    offered = [{"const": key, "description": words} for key, words in _known(records, word.refers)]
    one: dict[str, Any] = {"anyOf": [*offered, {}]}
    return {"items": one} if is_list else one


def _known(records: Records, refers: str) -> tuple[tuple[str, str], ...]:
    if refers == "department":
        entry = records.get(Departments, "departments")
        return tuple((code, str(row.name)) for code, row in entry.record.rows.items()) if entry else ()
    return tuple((key, _described(records, refers, key)) for key in records.keys_of(refers))


def _described(records: Records, name: str, key: str) -> str:
    entry = records.get_of(name, key)
    named = getattr(entry.record, "name", None) or getattr(entry.record, "title", None) if entry else None
    return str(named) if named else key


def _model(model: type[BaseModel], definitions: dict[str, Any]) -> dict[str, Any]:
    if issubclass(model, RootModel):
        return _shape(shapes(model)["root"], definitions)
    properties = {}
    for name, shape in shapes(model).items():
        properties[name] = _titled(_shape(shape, definitions), label(model, name), about(model, name))
    required = [name for name, info in model.model_fields.items() if info.is_required()]
    body: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
    return body | ({"required": required} if required else {})


def _titled(schema: dict[str, Any], title: Words, explanation: Words) -> dict[str, Any]:
    description = "\n".join(part for part in (explanation.zh, explanation.en) if part) or f"{title.zh} {title.en}"
    return {"title": f"{title.zh} {title.en}", "description": description} | _or_empty(schema)


def _or_empty(schema: dict[str, Any]) -> dict[str, Any]:
    """An empty value means "not given": editors read it as null."""
    return {"anyOf": [schema, {"type": "null"}]}


def _shape(shape: Shape, definitions: dict[str, Any]) -> dict[str, Any]:
    match shape:
        case Leaf(word) if word.free:
            definitions.setdefault(word.name, dict(word.schema))
            return {"$ref": f"#/definitions/{word.name}"}
        case Leaf(word):
            told = dict(word.schema)
            if word.choices:
                told["description"] = "；".join(f"{name} {words.zh} {words.en}" for name, words in word.choices.items())
            elif word.name:
                told.setdefault("examples", [word.example])
            return told
        case Many(inner):
            return {"type": "array", "items": _shape(inner, definitions)}
        case Numbered(key, inner):
            pattern = key.schema.get("pattern")
            row = _shape(inner, definitions)
            if pattern:
                return {"type": "object", "patternProperties": {pattern: row}, "additionalProperties": False}
            return {"type": "object", "additionalProperties": row}
        case Group(model):
            name = model.__name__
            if name not in definitions:
                definitions[name] = {}  # stands while its own fields are looked at
                definitions[name] = _model(model, definitions)
            return {"$ref": f"#/definitions/{name}"}


def _glob(path: str) -> str:
    """`audits/{year}/{audit}/plan.yaml` → `audits/*/*/plan.yaml`."""
    for piece in PIECES:
        path = path.replace("{" + piece + "}", "*")
    return path


def _bytes(value: Mapping[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
