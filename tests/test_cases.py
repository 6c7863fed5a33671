"""Every rule has its case: a wrong record as a file, with the mended lines."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from auditdocs.check import check
from auditdocs.inputs import File
from auditdocs.load import load
from auditdocs.problem import Problem
from auditdocs.records import ROOMS
from auditdocs.room import Rooms
from auditdocs.workspace import Contents, Workspace, find_workspace, read_contents

CASES = Path(__file__).parent / "cases"
BASES = CASES / "bases"
DEFAULT_DAY = date(2026, 11, 20)


@dataclass(frozen=True)
class Case:
    """A good workspace, what makes it wrong, and the one problem that must be found."""

    name: str
    base: str
    expect: str
    as_of: date
    both: tuple[Mapping[str, Any], ...]
    changes: tuple[Mapping[str, Any], ...]

    @property
    def code(self) -> str:
        return self.expect.rpartition(" ")[2]


def read_case(path: Path) -> Case:
    told = yaml.safe_load(path.read_text("utf-8"))
    unknown = set(told) - {"expect", "base", "as_of", "both", "changes"}
    assert not unknown, f"{path.name}: {unknown}"
    return Case(
        path.relative_to(CASES).as_posix(),
        told["base"],
        told["expect"],
        told.get("as_of", DEFAULT_DAY),
        tuple(told.get("both", ())),
        tuple(told["changes"]),
    )


ALL = tuple(read_case(path) for path in sorted(CASES.glob("*/*.yaml")))
by_name = pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)


@cache
def base(name: str) -> tuple[Workspace, Contents]:
    workspace = find_workspace(BASES / name)
    assert workspace.root == BASES / name
    return workspace, read_contents(workspace)


def changed(contents: Contents, changes: tuple[Mapping[str, Any], ...], wrong: bool) -> Contents:
    """The workspace with the changes of a case (their wrong or their right side)."""
    files = {file.path: file.content for file in contents.files}
    attachments, sums = dict(contents.attachments), dict(contents.sums)
    for change in changes:
        _apply(change, files, attachments, sums, wrong)
    return replace(contents, files=tuple(File(path, content) for path, content in files.items()), attachments=attachments, sums=sums)


def _apply(change: Mapping[str, Any], files: dict[str, bytes], attachments: dict[str, str], sums: dict[str, str], wrong: bool) -> None:
    path = change["file"]
    if "attachment" in change:  # a digest, `link` for a link, or nothing to take it away
        if wrong:
            attachments.pop(path, None)
            if change["attachment"]:
                attachments[path] = "" if change["attachment"] == "link" else change["attachment"]
        return
    if path.endswith("SHA256SUMS"):
        assert sums[path].count(change["right"]) == 1, f"{path}: {change['right']!r} does not stand there once"
        sums[path] = sums[path].replace(change["right"], change["wrong"]) if wrong else sums[path]
        return
    if "add" in change:
        if wrong:
            files[path] = change["add"].encode()
        return
    if change.get("remove"):
        if wrong:
            del files[path]
        return
    if "bytes" in change:
        files[path] = bytes.fromhex(change["bytes"]) if wrong else files[path]
        return
    text = files[path].decode()
    right, put = (change["right"], change["wrong"]) if "right" in change else (change["find"], change["put"])
    assert text.count(right) == 1, f"{path}: {right!r} stands there {text.count(right)} times"
    files[path] = (text.replace(right, put) if wrong else text).encode()


def problems_of(case: Case, wrong: bool, rooms: Rooms = ROOMS) -> tuple[Problem, ...]:
    workspace, contents = base(case.base)
    contents = changed(changed(contents, case.both, True), case.changes, wrong)
    loaded = load(contents.files, rooms, case.as_of, workspace.settings, contents.attachments, contents.sums)
    return check(loaded.records, rooms, loaded.problems).problems


def told(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{one.place.path}:{one.place.line}:{one.place.column} {one.code}" for one in problems]


@by_name
def test_a_wrong_record_has_exactly_its_problem(case: Case) -> None:
    assert told(problems_of(case, wrong=True)) == [case.expect]


@by_name
def test_the_mended_record_has_no_problem(case: Case) -> None:
    assert told(problems_of(case, wrong=False)) == []


def _cases_of_rules() -> Iterator[Case]:
    codes = {rule.code for rule in ROOMS.every_rule()}
    return (case for case in ALL if case.code in codes)


@pytest.mark.parametrize("case", tuple(_cases_of_rules()), ids=lambda case: case.name)
def test_without_its_rule_a_case_fails(case: Case) -> None:
    assert case.expect not in told(problems_of(case, wrong=True, rooms=ROOMS.without(case.code)))


def test_every_rule_has_a_case() -> None:
    codes = {case.code for case in ALL}
    missing = sorted({rule.code for rule in ROOMS.every_rule() if not rule.todo_only} - codes)
    assert not missing


def test_every_base_is_good() -> None:
    for folder in sorted(BASES.iterdir()):
        case = Case(folder.name, folder.name, "", DEFAULT_DAY, (), ())
        assert told(problems_of(case, wrong=False)) == []
