"""docs/traceability.yaml, what each requirement of the source documents is met by → docs/traceability.md; `tools.reference` writes it."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from tools import pointers

DOCS = Path(__file__).parents[1] / "docs"
CORE = tuple(f"i-{number:02}" for number in range(1, 41))  # 001i, clause by clause
SYSTEMS = ("000", "001a", "001b", "001c", "001d", "001e", "001f", "001g", "001h", "001i", "002", "003", "004")
BUILT, PARTLY, OPEN = "已实现 built", "部分 partly", "未开始 open"


class _Typed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Said(_Typed):
    """The same in both languages."""

    zh: str
    en: str


class Row(_Typed):
    """A requirement or a whole system: what it asks for, what meets it, what is not there yet."""

    zh: str
    en: str
    clause: str = ""
    by: Mapping[str, tuple[str, ...]] = {}  # kind of pointer → what it points to
    open: Said | None = None

    @property
    def state(self) -> str:
        if self.open is None:
            return BUILT
        return PARTLY if self.by else OPEN


class Traceability(_Typed):
    """The whole file."""

    requirements: Mapping[str, Row]
    systems: Mapping[str, Row]

    def pointers(self) -> Iterator[tuple[str, str, str]]:
        """Every pointer: the row it stands in, its kind, what it points to."""
        for number, row in (*self.requirements.items(), *self.systems.items()):
            yield from ((number, kind, name) for kind, names in row.by.items() for name in names)


def load() -> Traceability:
    """The file as values; what it may say is said by the types."""
    return Traceability.model_validate(yaml.safe_load((DOCS / "traceability.yaml").read_text("utf-8")))


def page() -> Iterator[str]:
    """The lines of the page."""
    told = load()
    yield "# 要求与实现 Requirements and what meets them"
    yield ""
    yield "由 `python -m tools.reference` 从 `docs/traceability.yaml` 生成，请勿手改。Generated from `docs/traceability.yaml`; do not edit."
    yield ""
    yield "字段见 [records.md](records.md)，规则见 [rules.md](rules.md)。Fields: [records.md](records.md); rules: [rules.md](rules.md)."
    yield from _table("001i《客户审核管理制度》逐条 001i clause by clause", "编号 No.", told.requirements)
    yield from _table("来源制度 Source systems", "制度 System", told.systems)


def _table(title: str, first: str, rows: Mapping[str, Row]) -> Iterator[str]:
    counted = " · ".join(f"{state} {sum(row.state == state for row in rows.values())}" for state in (BUILT, PARTLY, OPEN))
    yield from ("", f"## {title}", "", counted, "")
    yield f"| {first} | 要求 Requirement | 实现 Met by | 状态 State |"
    yield "|---|---|---|---|"
    for number, row in rows.items():
        yield f"| {_lines(f'**{number}**', row.clause)} | {_lines(row.zh, row.en)} | {_met(row)} | {_state(row)} |"


def _met(row: Row) -> str:
    return _lines(*(f"{pointers.KINDS[kind].title}: {_listed(kind, names)}" for kind, names in row.by.items()))


def _listed(kind: str, names: tuple[str, ...]) -> str:
    return "; ".join(_named(kind, name) for name in names)


def _named(kind: str, name: str) -> str:
    """A pointer with its words; a rule leads to its sentence."""
    words = pointers.KINDS[kind].words(name)
    shown = f"[`{name}`](rules.md#{_anchor(name)})" if kind == "rule" else f"`{name}`"
    return f"{shown} {words}".strip()


def _anchor(code: str) -> str:
    """The address that a page gives to the heading of a rule."""
    return re.sub(r"[^\w -]", "", pointers.heading(code)).replace(" ", "-").lower()


def _state(row: Row) -> str:
    return _lines(row.state, *((row.open.zh, row.open.en) if row.open else ()))


def _lines(*parts: str) -> str:
    return "<br>".join(part.replace("|", "\\|") for part in parts if part)
