"""The memory cut and its bits flipped: outputs equal a clean build, and the memory comes back."""

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from auditdocs.store.memory import FILE, FOLDER, open_memory
from tests.faults.ground import differences, outputs
from tests.faults.scene import Scene, is_told
from tests.faults.tally import Tally

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes are forked")


def remembered(place: Path) -> list[Path]:
    """Every file that builds have left to remember by."""
    return sorted(path for path in (place / FOLDER).rglob("*") if path.is_file() and path.name != ".gitignore" and path.suffix != ".lock")


def damages(whole: bytes, number: int, chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """A file cut, and with one bit flipped or many."""
    for _ in range(number):
        length = chance.randrange(len(whole))
        yield f"cut at {length}", whole[:length]
        for times in (1, 40):
            damaged = bytearray(whole)
            for _ in range(times):
                damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
            yield f"{times} bits flipped", bytes(damaged)
        page = chance.randrange(max(1, len(whole) // 4096)) * 4096
        yield f"page at {page} empty", whole[:page] + bytes(4096) + whole[page + 4096 :]


def test_a_damaged_memory_changes_nothing(scene: Scene, tally: Tally, is_long: bool) -> None:
    """A file of the memory is cut, its bits are flipped, its pages emptied; then a changed workspace is built"""
    assert remembered(scene.root)
    for file in remembered(scene.root):
        for what, damaged in tally.within(damages(file.read_bytes(), 60 if is_long else 2, random.Random(8))):
            place = scene.again()
            (place / file.relative_to(scene.root)).write_bytes(damaged)
            tally.judge(f"{file.name}: {what}", scene.after_next(place))


def test_a_damaged_memory_comes_back(scene: Scene, tally: Tally, is_long: bool) -> None:
    """A file of the memory is damaged in a workspace that has not changed: nothing is written, and the build after remembers again"""
    place = scene.again()
    scene.build(place)
    before, chance = stamps(place), random.Random(9)
    for name in [file.relative_to(place) for file in remembered(place)]:
        for what, damaged in tally.within(damages((place / name).read_bytes(), 12 if is_long else 1, chance)):
            (place / name).write_bytes(damaged)
            first, second = scene.build(place), scene.build(place)
            wrong = [] if first.code == second.code == scene.code else [first.said, second.said]
            wrong += [] if " 0 made" in second.said else [f"not remembered: {second.said}"]
            wrong += [] if stamps(place) == before else ["outputs were written"]
            tally.judge(f"{name.name}: {what}", wrong)


def test_something_else_stands_where_the_memory_was(scene: Scene, tally: Tally) -> None:
    """In place of a file of the memory stands a folder, a link to nowhere, a link to itself, somebody else's text"""
    for file in remembered(scene.root):
        for what in ("folder", "link to nowhere", "link to itself", "text", "nothing"):
            place = scene.again()
            instead = place / file.relative_to(scene.root)
            instead.unlink()
            match what:
                case "folder":
                    instead.mkdir()
                case "link to nowhere":
                    instead.symlink_to("not-there/at-all")
                case "link to itself":
                    instead.symlink_to(instead.name)
                case "text":
                    instead.write_text("{}\n" * 1000, "utf-8")
            ended, found = scene.build(place), outputs(place)
            wrong = [f"exit {ended.code}: {ended.said[-600:]}"] if ended.code not in (scene.code, 3) else []
            wrong += [f"told nothing: {ended.said}"] if ended.code == 3 and not is_told(ended.said) else []
            wrong += [f"{name} is wrong" for name in differences(found, scene.new if ended.code == scene.code else scene.old)]
            tally.judge(f"{file.name}: {what}", wrong)


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
        forgot = [] if again == number or number >= len(cuts) else ["it does not remember any more"]  # a flipped bit may hide a row
        tally.judge(f"damage {number}", wrong + forgot)


def stamps(place: Path) -> dict[str, tuple[int, int]]:
    """When each output was written, and where it lies on the disk."""
    stats = {name: (place / "build" / name).stat() for name in outputs(place)}
    return {name: (stat.st_mtime_ns, stat.st_ino) for name, stat in stats.items()}
