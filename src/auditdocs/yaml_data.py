"""Text → plain data, where nothing in it is unusual; what is, the slower tree judges, which knows lines and explains."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

from auditdocs.source_text import first_refused
from auditdocs.yaml_tree import MAX_DEPTH, NULLS, Scalar

_USUAL_NAME = re.compile(r"[\w./+-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Data:
    """Plain dicts, lists and Scalars; what was left empty is not there."""

    root: Mapping[str, Any]
    is_complete: bool  # no name was left empty


def read_data(text: str) -> Data | None:
    """The data of a text that the tree would have nothing against; None where it has to look."""
    reader = _Reader(text)
    try:
        return Data(reader.read(), reader.is_complete)
    except (_Unusual, yaml.YAMLError):
        return None


class _Unusual(Exception):
    """Something that may be refused, or is read otherwise than it looks."""


class _Reader:
    """Takes YAML's events one after the other, without their places: most records are never asked for one."""

    def __init__(self, text: str) -> None:
        self._next = yaml.CSafeLoader(text).get_event
        self._lines = text.split("\n") if "#" in text else ()
        self.is_complete = True

    def read(self) -> dict[str, Any]:
        _, document, start = self._next(), self._next(), self._next()
        if not isinstance(document, yaml.DocumentStartEvent) or document.tags or not isinstance(start, yaml.MappingStartEvent):
            raise _Unusual
        root = self._mapping(start, 1)
        if not isinstance(self._next(), yaml.DocumentEndEvent) or not isinstance(self._next(), yaml.StreamEndEvent):
            raise _Unusual
        return root

    def _mapping(self, start: Any, depth: int) -> dict[str, Any]:
        _expect_no_marks(start, depth)
        found: dict[str, Any] = {}
        while type(event := self._next()) is yaml.ScalarEvent:
            name = event.value
            if name in found or not _is_usual(name) or event.anchor or event.tag:
                raise _Unusual
            found[name] = self._value(self._next(), depth)
        if type(event) is not yaml.MappingEndEvent:
            raise _Unusual
        if None in found.values():
            self.is_complete = False
            return {name: value for name, value in found.items() if value is not None}
        return found

    def _list(self, start: Any, depth: int) -> list[Any]:
        _expect_no_marks(start, depth)
        found: list[Any] = []
        while type(event := self._next()) is not yaml.SequenceEndEvent:
            found.append(self._value(event, depth))
        if None in found:
            raise _Unusual
        return found

    def _value(self, event: Any, depth: int) -> Any:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self._scalar(event)
        if kind is yaml.MappingStartEvent:
            return self._mapping(event, depth + 1)
        if kind is yaml.SequenceStartEvent:
            return self._list(event, depth + 1)
        raise _Unusual

    def _scalar(self, event: Any) -> Scalar | None:
        text, style = event.value, event.style
        if event.anchor or event.tag or (style == '"' and first_refused(text)):
            raise _Unusual
        value = Scalar(text)
        if style:
            value.plain = False
            return value
        end = event.end_mark
        if text in NULLS or event.start_mark.line < end.line:
            raise _Unusual
        if self._lines and self._lines[end.line][end.column :].lstrip().startswith("#"):
            value.comment = True
        return value or None


@lru_cache(maxsize=4096)  # records have few names, and have them again and again
def _is_usual(name: str) -> bool:
    return name not in NULLS and _USUAL_NAME.fullmatch(name) is not None


def _expect_no_marks(start: Any, depth: int) -> None:
    if start.anchor or start.tag or depth > MAX_DEPTH:
        raise _Unusual
