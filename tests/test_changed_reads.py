"""Which questions have other answers: worked out from the files that differ, the same as from all files."""

from random import Random

import pytest

from auditdocs import survey
from auditdocs.filing import Reading
from auditdocs.shelf import Lost, Read
from auditdocs.survey import Row, Rows, changed_reads

PATHS = ("records/a/CAR-1.yaml", "records/a/car-1.yaml", "records/a/ＣＡＲ-1.yaml", "records/b/CAR-1.yaml", "records/b/CAR-2.yaml")


def row(path: str, chance: Random) -> Row:
    """A record that may claim a number another has, may be mistyped, may be found under something."""
    sha256, key = chance.choice("12"), chance.choice(("CAR-1", "CAR-2"))
    meant = (Lost("car", key, "", path),) if chance.random() < 0.3 else ()
    name = "" if meant else "car"
    return Row("", Reading(path, sha256, name, key, chance.choice(("", "AUD-1")), {"finding": (chance.choice("xy"),)}, meant=meant))


def workspace(chance: Random) -> dict[str, Row]:
    """Some records, and beside them an attachment and two lists that may name it."""
    rows = {path: row(path, chance) for path in PATHS if chance.random() < 0.7}
    if chance.random() < 0.7:
        rows["records/a/photo.jpg"] = Row("", digest=chance.choice("34"))
    for name, line in (("records/a/SHA256SUMS", "photo.jpg"), ("records/SHA256SUMS", "a/photo.jpg")):
        if chance.random() < 0.5:
            rows[name] = Row("", text=f"{chance.choice('34') * 64}  {line}\n")
    return rows


def from_all(before: Rows, after: Rows, patch: pytest.MonkeyPatch) -> set[Read]:
    """The same, where no file is left out."""
    with patch.context() as patched:
        patched.setattr(survey, "_concerned", lambda differing, old, new: {*old, *new})
        return set(changed_reads(before, after))


def test_from_the_files_that_differ_as_from_all(monkeypatch: pytest.MonkeyPatch) -> None:
    found, chance = 0, Random(7)
    for _ in range(2_000):
        before = workspace(chance)
        after = {name: one for name, one in before.items() if chance.random() < 0.8}
        after |= {name: one for name, one in workspace(chance).items() if chance.random() < 0.3}
        asked = set(changed_reads(before, after))
        assert asked == from_all(before, after, monkeypatch)
        found += bool(asked)
    assert found > 1_000


def test_who_takes_a_number_concerns_the_one_that_had_it() -> None:
    had, takes = "records/a/CAR-1.yaml", "records/b/CAR-1.yaml"
    before = {had: Row("", Reading(had, "1", "car", "CAR-1", "AUD-1"))}
    after = {**before, takes: Row("", Reading(takes, "2", "car", "CAR-1", "AUD-2"))}
    assert {("entry", "car", "CAR-1"), ("lost", "car"), ("unit", "AUD-1"), ("unit", "AUD-2")} <= set(changed_reads(before, after))
    assert not set(changed_reads(after, after))
