"""`auditdocs schema`: writes the schemas editors use, or says which are out of date."""

import json
from collections.abc import Mapping
from pathlib import Path

from auditdocs.console import Console
from auditdocs.entry import Records
from auditdocs.examine import Examined, examine
from auditdocs.problem import Words
from auditdocs.records import ROOMS
from auditdocs.schemas import IDS, editor_settings, ids_file, schema_files
from auditdocs.store import write_file

SETTINGS = ".vscode/settings.json"


def run_schema(folder: Path, console: Console, check_only: bool) -> int:
    """Write what differs; with --check only name it, and exit 1."""
    examined = examine(folder)
    root = examined.workspace.root
    stale = [name for name, content in files().items() if not _is_same(root / name, content)]
    for name in stale:
        console.result(name)
        if not check_only:
            write_file(root / name, files()[name])
    if not check_only:
        refresh_ids(examined)
    said = (
        Words(f"{len(stale)} 个文件不是最新：auditdocs schema", f"{len(stale)} files are out of date: auditdocs schema")
        if check_only and stale
        else Words("schema 已是最新", "the schemas are current")
    )
    console.say(said)
    return 1 if check_only and stale else 0


def files() -> Mapping[str, bytes]:
    """All generated files, by their path in the workspace."""
    types = tuple(ROOMS.types.values())
    settings = json.dumps(editor_settings(types), ensure_ascii=False, indent=2) + "\n"
    return {f"schemas/{name}": content for name, content in schema_files(types).items()} | {SETTINGS: settings.encode()}


def refresh_ids(examined: Examined) -> None:
    """Keep the completions in step, where the workspace has schemas at all."""
    folder = examined.workspace.root / "schemas"
    if folder.is_dir():
        write_file(folder / IDS, ids(examined.loaded.records))


def ids(records: Records) -> bytes:
    """The file of the numbers there are, which editors offer."""
    return ids_file(records, ROOMS.types.values())


def _is_same(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content
