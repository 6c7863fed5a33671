"""Every file operation of a build fails in turn, or is its last: outputs stay whole, the next build is right."""

import errno
import os
import random
from collections.abc import Iterator
from functools import partial

import pytest

from tests.faults.faulty import ERRORS, Fault, announce
from tests.faults.ground import build, outputs
from tests.faults.scene import Scene, is_told, read, written
from tests.faults.tally import Tally

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes are forked")


def faults(error: int, operations: int, is_long: bool) -> Iterator[Fault]:
    """An error at each operation, once and from then on; a sample of them where it must be quick."""
    every = [Fault(number, error, lasts) for number in range(1, operations + 1) for lasts in (False, True)]
    yield from random.Random(error).sample(every, len(every) if is_long else 4)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: errno.errorcode[error])
def test_operations_fail(scene: Scene, tally: Tally, is_long: bool, error: int) -> None:
    """A file operation of a build fails (disk full, I/O error, no permission, read-only, too many files), once or from then on"""
    for number, fault in enumerate(tally.within(faults(error, len(scene.operations), is_long))):
        place = scene.again()
        ended = scene.build(place, partial(announce, written(place), fault), lang=("zh", "en")[number % 2])
        doing = f"{scene.operations[fault.number - 1]}{' and all from then on' * fault.lasts}"
        tally.judge(doing, scene.complaints(place, ended))


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: errno.errorcode[error])
def test_reads_fail(scene: Scene, tally: Tally, is_long: bool, error: int) -> None:
    """A record, template, attachment or the configuration cannot be read, once or from then on"""
    for number, fault in enumerate(tally.within(faults(error, len(scene.looks), is_long))):
        place = scene.again()
        ended = scene.build(place, partial(announce, read(place), fault), lang=("zh", "en")[number % 2])
        doing = f"{scene.looks[fault.number - 1]}{' and all from then on' * fault.lasts}"
        told = [] if ended.code == 3 else [f"{errno.errorcode[error]} and yet exit {ended.code}: {ended.said[-600:]}"]
        tally.judge(doing, told + scene.complaints(place, ended))


def test_killed_at_an_operation(scene: Scene, tally: Tally, is_long: bool) -> None:
    """A build is killed (kill -9) at one of its file operations"""
    numbers = range(1, len(scene.operations) + 1)
    drafts = [
        number
        for number in numbers
        if scene.operations[number - 1].startswith("write") and "/.auditdocs/.auditdocs-" in scene.operations[number - 1]
    ]
    for number in tally.within([*drafts, *random.Random(6).sample(numbers, len(numbers) if is_long else 8)]):
        place = scene.again()
        ended = scene.build(place, partial(announce, written(place), Fault(number)))
        tally.judge(scene.operations[number - 1], scene.complaints(place, ended))


def test_killed_in_a_workspace_without_outputs(scene: Scene, tally: Tally, is_long: bool) -> None:
    """The first build is killed; then its records are gone: nothing of it stays"""
    for number in tally.within(random.Random(9).sample(range(20, 100), 80) if is_long else range(44, 100, 18)):
        place = scene.again()
        for folder in written(place):
            os.rename(folder, place.parent / f"{folder.name}-{number}")
        scene.build(place, partial(announce, written(place), Fault(number)))
        gone = place / "records/audits/2026/AUD-2026-004"
        os.rename(gone, place.parent / f"{gone.name}-{number}")
        build(place, known=scene.root.parent)
        tally.judge(f"operation {number}", [name for name in outputs(place) if "AUD-2026-004" in name] + _empty(place))


def _empty(place: os.PathLike[str]) -> list[str]:
    """Folders without anything in them."""
    return [f"empty: {folder}" for folder, *inside in os.walk(os.path.join(place, "build")) if not any(inside)]


def test_files_cannot_grow(scene: Scene, tally: Tally, is_long: bool) -> None:
    """The system itself refuses to let any file grow beyond a size, also the memory"""
    import resource
    import signal

    def limited(size: int) -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    for size in tally.within(range(2_000, 60_000, 1_000 if is_long else 20_000)):
        place = scene.again()
        ended = scene.build(place, partial(limited, size))
        tally.judge(f"{size} bytes", scene.complaints(place, ended))


def test_nothing_can_be_said(scene: Scene, tally: Tally) -> None:
    """What a build says cannot be written: the disk of its log is full"""

    def full() -> None:
        os.dup2(os.open("/dev/full", os.O_WRONLY), 1)

    place = scene.again()
    ended = scene.build(place, full)
    tally.judge("/dev/full", [] if ended.code == 3 and is_told(ended.said) else [f"exit {ended.code}: {ended.said}"])
    tally.judge("the next build", scene.after_next(place))
