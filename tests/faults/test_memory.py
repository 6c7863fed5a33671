"""The memory cut and its bits flipped: outputs equal a clean build, and the memory comes back."""

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from auditdocs.store.memory import FILE, FOLDER, open_memory
from tests.faults.ground import outputs
from tests.faults.scene import Scene
from tests.faults.tally import Tally

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes are forked")


def damages(whole: bytes, number: int) -> Iterator[tuple[str, bytes]]:
    """The file cut, and with one bit flipped or many."""
    chance = random.Random(8)
    for _ in range(number):
        length = chance.randrange(len(whole))
        yield f"cut at {length}", whole[:length]
        for times in (1, 40):
            damaged = bytearray(whole)
            for _ in range(times):
                damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
            yield f"{times} bits flipped", bytes(damaged)
        page = chance.randrange(len(whole) // 4096) * 4096
        yield f"page at {page} empty", whole[:page] + bytes(4096) + whole[page + 4096 :]


def test_a_damaged_memory_changes_nothing(scene: Scene, tally: Tally, is_long: bool) -> None:
    """The memory is cut, its bits are flipped, its pages emptied; then a changed workspace is built"""
    whole = (scene.root / FOLDER / FILE).read_bytes()
    for what, damaged in damages(whole, 60 if is_long else 3):
        place = scene.again()
        (place / FOLDER / FILE).write_bytes(damaged)
        tally.judge(what, scene.after_next(place))


def test_a_damaged_memory_comes_back(scene: Scene, tally: Tally, is_long: bool) -> None:
    """The memory is damaged in a workspace that has not changed: nothing is written, and the build after remembers again"""
    for number in range(30 if is_long else 2):
        place = scene.again()
        scene.build(place)
        file = place / FOLDER / FILE
        whole = file.read_bytes()
        chosen = list(damages(whole, number + 1))[-4:]
        before = stamps(place)
        for what, damaged in chosen:
            file.write_bytes(damaged)
            first, second = scene.build(place), scene.build(place)
            wrong = [] if first.code == second.code == scene.code else [first.said, second.said]
            wrong += [] if " 0 made" in second.said else [f"not remembered: {second.said}"]
            wrong += [] if stamps(place) == before else ["outputs were written"]
            tally.judge(what, wrong)


def test_any_cut_and_any_flip_is_a_miss(tmp_path: Path, tally: Tally, is_long: bool) -> None:
    """The memory cut at every length, and flipped bit by bit: a value comes back as it was or not at all"""
    with open_memory(tmp_path, "1") as memory:
        memory.put("made", {str(number): ["值", number] for number in range(60)})
    file = tmp_path / FOLDER / FILE
    whole = file.read_bytes()
    step = 7 if is_long else 101
    cuts = [whole[:length] for length in range(0, len(whole), step)]
    flips = [whole[:place] + bytes([whole[place] ^ 1 << place % 8]) + whole[place + 1 :] for place in range(0, len(whole), step)]
    for number, damaged in enumerate(cuts + flips):
        file.write_bytes(damaged)
        with open_memory(tmp_path, "1") as memory:
            found = memory.all("made")
            memory.put("made", {"again": number})
        with open_memory(tmp_path, "1") as memory:
            again = memory.get("made", "again")
        wrong = [f"{name}: {value}" for name, value in found.items() if value != ["值", int(name)]]
        tally.judge(f"damage {number}", wrong + ([] if again == number else ["it does not remember any more"]))


def stamps(place: Path) -> dict[str, tuple[int, int]]:
    """When each output was written, and where it lies on the disk."""
    stats = {name: (place / "build" / name).stat() for name in outputs(place)}
    return {name: (stat.st_mtime_ns, stat.st_ino) for name, stat in stats.items()}
