"""What documents rest on beside records (templates, commits, errors, rows of registers) → which are to be planned anew."""

from collections.abc import Iterator, Mapping
from typing import Any

from auditdocs.documents import KINDS
from auditdocs.examine import Examined
from auditdocs.history import History, LastChanges
from auditdocs.plan import Sources
from auditdocs.shelf import Read
from auditdocs.template_names import template_of

Standing = Mapping[str, Any]


def settle(examined: Examined, sources: Sources) -> Standing:
    """Set aside the documents whose templates, commits, errors or rows have changed; what there is of these now."""
    now, before, steps = standing(examined, sources), examined.known.standing, examined.steps
    if before is None:
        before = {}
        steps.forget("document")
    steps.changed("document", _changed_templates(before, now))
    steps.changed("document", (("errors", path) for path in set(before.get("errors", ())) ^ set(now["errors"])))
    flipped, recommitted = _flipped(examined, before, now), _recommitted(examined.known.last_changes, examined.history)
    steps.changed("document", _changed_origins(examined, before, now, flipped | recommitted))
    steps.changed("document", (_row(name) for name in steps.touched("row", _entries_of(examined, flipped))))  # they print no commit
    steps.changed("document", tuple(_changed_rows(examined)))
    return now


def standing(examined: Examined, sources: Sources) -> Standing:
    """What documents rest on beside records, as plain data."""
    errors = {problem.place.path for problem in examined.checked.problems if problem.severity == "error"}
    used = [(template, form) for kind in KINDS.values() for template in kind.templates for form in kind.formats]
    used += [template_of(file) for file in sorted(sources.own_templates)]
    templates = {f"{name} {form}": [sources.template_digest(name, form), *sources.template_paths(name, form)] for name, form in used}
    paths = {path for told in templates.values() for path in told[1:]}
    return {
        "kind": examined.history.kind,
        "errors": sorted(errors),
        "dirty": examined.history.uncommitted((*examined.survey.files, *paths)),
        "templates": templates,
    }


def _changed_templates(before: Standing, now: Standing) -> Iterator[Read]:
    old, new = before.get("templates", {}), now["templates"]
    for name in old.keys() | new.keys():
        if list(old.get(name, ())) != list(new.get(name, ())):
            yield ("template", *name.rsplit(" ", 1))


def _flipped(examined: Examined, before: Standing, now: Standing) -> set[str]:
    """The files that are committed now and were not at the last build, or the other way."""
    flipped = set(before.get("dirty", ())) ^ set(now["dirty"])
    return flipped if before.get("kind") == now["kind"] else flipped | set(examined.survey.files)


def _entries_of(examined: Examined, paths: set[str]) -> tuple[Read, ...]:
    return tuple(("entry", one.type, one.key) for one in examined.loaded.records.filed() if one.path in paths) if paths else ()


def _changed_origins(examined: Examined, before: Standing, now: Standing, changed: set[str]) -> Iterator[Read]:
    """The records and templates among these files, which have another commit than at the last build or are committed otherwise."""
    yield from _entries_of(examined, changed)
    for name, told in now["templates"].items():
        if not changed.isdisjoint(told[1:]) or before.get("kind") != now["kind"]:
            yield ("template", *name.rsplit(" ", 1))


def _recommitted(before: LastChanges | None, history: History) -> set[str]:
    now = history.last_changes
    if before is not None and before.head == now.head:
        return set()
    old = before.commits if before else {}
    return {path for path in old.keys() | now.commits.keys() if old.get(path) != now.commits.get(path)}


def _changed_rows(examined: Examined) -> Iterator[Read]:
    """The rows of registers that say something else now."""
    records, steps = examined.loaded.records, examined.steps
    for name, before in steps.stale("row").items():
        row, _, key = name.partition(" ")
        records.watched().row(row, key)
        if steps.text("row", name) != before:
            yield ("row", row, key)


def _row(name: str) -> Read:
    row, _, key = name.partition(" ")
    return ("row", row, key)
