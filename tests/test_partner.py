"""Two processes find in a large workspace what one finds, also where the second dies on the way."""

import os
from collections.abc import Callable, Iterator
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from auditdocs import partner
from auditdocs.check import Checked
from auditdocs.examine import examine
from bench.workspace import make

DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("large") / "own"
    make(16, place)
    for sheet in sorted(place.glob("records/audits/*/*/logistics.yaml")):
        sheet.write_text(sheet.read_text("utf-8").replace("owner: P0", "owner: P9"), "utf-8")
    return place


@pytest.fixture
def alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Checked:
    with monkeypatch.context() as patch:
        patch.setattr(partner, "WORTH_IT", 1_000_000)
        return examine(folder, DAY).checked


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """How many files the second process was given, each time."""
    found, find = list[int](), partner.find_partner

    def noted(*given: Any) -> partner.Partner:
        one = find(*given)
        found.append(len(one.share))
        return one

    monkeypatch.setattr("auditdocs.examine.find_partner", noted)
    monkeypatch.setattr("multiprocessing.cpu_count", lambda: 2)
    yield found
    assert found
    assert found[0] > 100


def test_two_find_what_one_finds(folder: Path, alone: Checked, started: list[int]) -> None:
    assert len(alone.problems) >= 16
    assert examine(folder, DAY).checked == alone


@pytest.mark.parametrize("sent", [0, 1, 2, 4], ids=["at once", "after its share is read", "after a unit", "after three units"])
def test_where_the_second_dies_its_half_is_done_here(
    folder: Path, alone: Checked, started: list[int], sent: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    work: Callable[..., None] = partner._work

    def dying(connection: Connection, *given: Any) -> None:
        class Counted:
            count = 0

            def send(self, message: object) -> None:
                if self.count == sent:
                    os._exit(9)
                self.count += 1
                connection.send(message)

            def recv(self) -> Any:
                return connection.recv()

        work(Counted(), *given)

    monkeypatch.setattr(partner, "_work", dying)
    assert examine(folder, DAY).checked == alone
