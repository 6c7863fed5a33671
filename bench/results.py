"""Figures that were found, kept on the ground, so that a run that was broken off goes on where it stopped."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.figures import Row


def keep(file: Path, name: str, of: str, rows: Sequence[Row]) -> None:
    """Write down one part; `of` says what was measured (commit and sizes)."""
    known = _read(file)
    known[name] = {"of": of, "rows": [asdict(row) for row in rows]}
    draft = file.with_suffix(".draft")
    draft.write_text(json.dumps(known, ensure_ascii=False, indent=1), "utf-8")
    draft.replace(file)


def recall(file: Path, name: str, of: str) -> list[Row] | None:
    """The rows of one part, if they were measured of just this."""
    part = _read(file).get(name)
    return [Row(**row) for row in part["rows"]] if part and part["of"] == of else None


def _read(file: Path) -> dict[str, dict[str, Any]]:
    try:
        known: dict[str, dict[str, Any]] = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return known
