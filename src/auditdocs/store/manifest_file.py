"""A manifest as values and as the lines of its file; a damaged one says nothing."""

import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

Row = Mapping[str, Any]
Manifest = Mapping[str, Any]
MANIFEST = "manifest.json"
EDITION = b'"edition"'


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the last build; a damaged one makes no file ours, so nothing is removed."""
    return _taken_apart(_bytes(folder / MANIFEST))


def rows_of_editions(folder: Path) -> tuple[Row, ...]:
    """What was made or refused for others than the house; a manifest that never names an edition is not taken apart for it."""
    content = _bytes(folder / MANIFEST)
    manifest = _taken_apart(content) if EDITION in (content or b"") else {}
    return tuple(row for key in ("artefacts", "refused") for row in rows_of(manifest, key) if row.get("edition"))


def is_sound(manifest: Manifest) -> bool:
    """Whether rows and maps are where they belong."""
    lists = [manifest.get(key, []) for key in ("artefacts", "refused")]
    return (
        all(isinstance(rows, list) and all(isinstance(row, dict) for row in rows) for rows in lists)
        and all(isinstance(manifest.get(key, {}), dict) for key in ("sources", "templates"))
        and all(isinstance(row.get("path"), str) for row in manifest.get("artefacts", []))
        and all(isinstance(row.get("sources", []), list) for row in manifest.get("artefacts", []))
    )


def read_json(path: Path) -> object:
    """What a JSON file says; None where it is not there or is none."""
    return _said(_bytes(path))


def _taken_apart(content: bytes | None) -> Manifest:
    manifest = _said(content)
    return manifest if isinstance(manifest, dict) and is_sound(manifest) else {}


def _said(content: bytes | None) -> object:
    try:
        read: object = None if content is None else json.loads(content)
    except (ValueError, RecursionError):
        return None
    return read


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def rows_of(manifest: Manifest, key: str) -> tuple[Row, ...]:
    """Its artefacts, or what was refused."""
    return tuple(manifest.get(key, ()))


def paths_of(manifest: Manifest) -> frozenset[str]:
    """The files it names."""
    return frozenset(row["path"] for row in rows_of(manifest, "artefacts"))


def subject_of(row: Row) -> tuple[str, str, str]:
    """What a row is about."""
    return str(row.get("kind")), str(row.get("subject")), str(row.get("edition", ""))


def as_lines(manifest: Manifest) -> bytes:
    """The manifest as JSON with a file a line, in order: to be read, compared and searched by line."""
    by_path = sorted(rows_of(manifest, "artefacts"), key=lambda row: str(row["path"]))
    ordered = {**manifest, "artefacts": by_path, "refused": sorted(rows_of(manifest, "refused"), key=subject_of)}
    parts = (b" %s: %s" % (_line(key), _listed(ordered[key])) for key in sorted(ordered))
    return b"{\n" + b",\n".join(parts) + b"\n}\n"


def _listed(value: object) -> bytes:
    match value:
        case list() if value:
            return b"[\n  " + b",\n  ".join(map(_line, value)) + b"\n ]"
        case dict() if value:
            return b"{\n  " + b",\n  ".join(b"%s: %s" % (_line(key), _line(value[key])) for key in sorted(value)) + b"\n }"
        case _:
            return _line(value)


def _line(value: object) -> bytes:
    return _one_line(value).encode()


_one_line = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode


def is_plain(path: str) -> bool:
    """Whether this is a path with slashes to something inside a folder, and not to the manifest."""
    pure = PurePosixPath(path)
    plain = pure.parts and not pure.is_absolute() and ".." not in pure.parts and not set(path) & set("\\:\0")
    return bool(plain) and pure.as_posix().casefold() != MANIFEST
