"""Random sequences of changes: after each, what is made and said equals a clean build; a build of what is made writes nothing."""

import os
from pathlib import Path

import pytest

from tests.faults.edits import sequence
from tests.faults.tally import Tally

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes are forked")


@pytest.mark.parametrize("seed", range(4))
def test_changes(tmp_path: Path, tally: Tally, is_long: bool, seed: int) -> None:
    """A step of a random sequence of changes (records, attachments, templates, fonts, options, days, commits, outputs, memory)"""
    for number in range(25 if is_long else 1):
        folder = tmp_path / str(number)
        folder.mkdir()
        for step in sequence(folder, seed + 4 * number, 30 if is_long else 3):
            tally.judge(f"seed {seed + 4 * number}, step {step.number}, {' / '.join(step.done)}", list(step.wrong))


@pytest.mark.pdf
def test_changes_with_real_pages(tmp_path: Path, tally: Tally, is_long: bool) -> None:
    """The same with pages that are really set"""
    if not is_long:
        pytest.skip("only with --long: each step sets all pages twice")
    for seed in range(1000, 1004):
        for step in sequence(tmp_path / str(seed), seed, 8, is_real=True):
            tally.judge(f"seed {seed}, step {step.number}, {' / '.join(step.done)}", list(step.wrong))
