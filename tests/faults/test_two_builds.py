"""Two builds of one workspace at once, while somebody reads: one is told to wait, no reader sees a torn file."""

import os
import random
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from tests.faults.faulty import announce
from tests.faults.ground import outputs
from tests.faults.scene import Scene, is_told, written
from tests.faults.tally import Tally

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes are forked")


class Waiting:
    """Stop at the n-th file operation, say so, and go on when told."""

    def __init__(self, number: int, reached: int, go_on: int) -> None:
        self.number, self.reached, self.go_on, self.met = number, reached, go_on, 0

    def __call__(self, operation: str, path: str) -> None:
        self.met += 1
        if self.met == self.number:
            os.write(self.reached, b".")
            os.read(self.go_on, 1)


def test_a_second_build_is_told_to_wait(scene: Scene, tally: Tally, is_long: bool) -> None:
    """A second build starts while the first stands at a file operation: exit 3, and the first ends well"""
    numbers = _while_it_is_locked(scene.operations)
    for number in tally.within(random.Random(7).sample(numbers, len(numbers) if is_long else 5)):
        place = scene.again()
        reached, tell_reached = os.pipe()
        go_on, tell_go_on = os.pipe()
        first = scene.begin(place, partial(announce, written(place), Waiting(number, tell_reached, go_on)))
        os.close(tell_reached)  # only the first build has it now: if it ends before that operation, nobody waits for ever
        if not os.read(reached, 1):
            for descriptor in (reached, go_on, tell_go_on):
                os.close(descriptor)
            tally.judge(f"operation {number} did not come", scene.complaints(place, first.wait()))
            continue
        second = scene.build(place)
        torn = [f"torn: {name}" for name, content in outputs(place).items() if scene.is_torn(name, content)]
        os.write(tell_go_on, b".")
        ended = first.wait()
        for descriptor in (reached, go_on, tell_go_on):
            os.close(descriptor)
        held = [] if second.code == 3 and is_told(second.said) else [f"the second: {second.code} {second.said}"]
        tally.judge(scene.operations[number - 1], torn + held + scene.complaints(place, ended))


def _while_it_is_locked(operations: Sequence[str]) -> range:
    """The numbers of the operations from the taking of the lock to the last before it is let go; what is remembered comes after it."""
    names = [one.partition("\t")[::2] for one in operations]
    taken = next(number for number, (name, path) in enumerate(names, 1) if name == "write" and path.endswith(".lock"))
    last = max(number for number, (name, path) in enumerate(names, 1) if name == "rmdir" and path.endswith(".tmp"))
    return range(taken, last + 1)


def test_builds_race_and_a_reader_looks_on(scene: Scene, tally: Tally, is_long: bool) -> None:
    """Three builds race while a reader reads every output again and again"""
    for number in tally.within(range(40 if is_long else 3)):
        place = scene.again()
        running = [scene.begin(place) for _ in range(3)]
        torn: set[str] = set()
        while _is_running(running[0].pid):
            torn |= {name for name, content in read(place).items() if scene.is_torn(name, content)}
        ended = [one.wait() for one in running]
        wrong = [f"torn: {name}" for name in torn]
        wrong += [f"{one.code}: {one.said}" for one in ended if one.code not in (scene.code, 3)]
        wrong += [] if any(one.code == scene.code for one in ended) else ["nobody built"]
        tally.judge(f"race {number}", wrong + scene.after_next(place))


def read(place: Path) -> dict[str, bytes]:
    """What a reader gets of the files that are there when it looks."""
    found: dict[str, bytes] = {}
    for path in (place / "build").rglob("*"):
        try:
            found[path.relative_to(place / "build").as_posix()] = path.read_bytes()
        except (FileNotFoundError, IsADirectoryError):
            continue
    return found


def _is_running(pid: int) -> bool:
    return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None
