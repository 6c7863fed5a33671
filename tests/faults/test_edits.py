"""Random sequences of changes: after each, what is made and said equals a clean build; a build of what is made writes nothing."""

import os
import random
from datetime import timedelta
from pathlib import Path

import pytest

from tests.faults.edits import judge, sequence
from tests.faults.place import settle
from tests.faults.record_edits import comment
from tests.faults.tally import Tally

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes are forked")


@pytest.mark.parametrize("seed", range(4))
def test_changes(tmp_path: Path, tally: Tally, is_long: bool, seed: int) -> None:
    """A step of a random sequence of changes (records, attachments, templates, fonts, options, days, commits, outputs, memory)"""
    for number in tally.within(range(6 if is_long else 1)):
        folder = tmp_path / str(number)
        folder.mkdir()
        for step in tally.within(sequence(folder, seed + 4 * number, 20 if is_long else 3)):
            tally.judge(f"seed {seed + 4 * number}, step {step.number}, {' / '.join(step.done)}", list(step.wrong))


def test_tomorrow(tmp_path: Path, tally: Tally) -> None:
    """Nothing changes but the day, which nobody tells: what is made and said is that of a clean build on that day"""
    chance = random.Random(0)
    place = settle(tmp_path / "tomorrow" / "工作区", chance)
    place.is_told, place.only = False, ""
    comment(place, chance)  # uncommitted: then the day is today's, not the commit's
    place.run("build")
    for days in (1, 30, 1):
        place.run("build")
        place.run("check")
        place.day += timedelta(days=days)
        wrong, _ = judge(place, tmp_path / "tomorrow" / "copy", chance)
        tally.judge(f"it is {place.day}", wrong)


@pytest.mark.pdf
def test_changes_with_real_pages(tmp_path: Path, tally: Tally, is_long: bool) -> None:
    """The same with pages that are really set"""
    if not is_long:
        tally.leave_out("only with --long: each step sets all pages twice")
    for seed in tally.within(range(1000, 1004)):
        for step in tally.within(sequence(tmp_path / str(seed), seed, 8, is_real=True)):
            tally.judge(f"seed {seed}, step {step.number}, {' / '.join(step.done)}", list(step.wrong))
