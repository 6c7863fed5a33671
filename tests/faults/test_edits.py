"""Random sequences of edits: after each, outputs equal those of a clean build; a build of what is made writes nothing."""

import os
import random
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.faults.edits import EDITS, GIT, commit
from tests.faults.ground import build, clean, differences, ground, leftovers, outputs
from tests.faults.tally import Tally

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes are forked")

LENGTH = 5


@pytest.mark.parametrize("seed", range(2))
def test_edits(tmp_path: Path, tally: Tally, is_long: bool, seed: int) -> None:
    """An edit of a random sequence (edit, add, delete, rename, revert, commit, template, option, outputs spoilt), then a build"""
    for sequence in range(8 if is_long else 1):
        root = committed(tmp_path / f"{sequence}" / "工作区")
        build(root)
        chance, done = random.Random(f"{seed} {sequence}"), []
        for _ in range(LENGTH * (2 if is_long else 1)):
            done.append(chance.choice(EDITS)(root, chance))
            tally.judge(f"sequence {seed}.{sequence}, {' / '.join(done)}", after_build(root))
        shutil.rmtree(root.parent)


def committed(root: Path) -> Path:
    """Two audits and the policies, under Git."""
    root.parent.mkdir()
    ground(root)
    for name in ("AUD-2026-003", "AUD-2026-004"):
        shutil.rmtree(root / "records/audits/2026" / name)
    subprocess.run([*GIT, "init", "-q"], cwd=root, check=True)
    commit(root, random.Random())
    return root


def after_build(root: Path) -> list[str]:
    """What a build makes otherwise than a clean one; and a second build writes nothing."""
    ended = build(root)
    wanted, expected = clean(root)
    wrong = [f"exit {ended.code}, not {wanted.code}: {ended.said[-600:]}"] if ended.code != wanted.code else []
    wrong += [f"exit {ended.code}: {ended.said[-600:]}"] if ended.code not in (0, 1) else []
    wrong += [f"differs: {name}" for name in differences(outputs(root), expected)]
    wrong += [f"left behind: {name}" for name in leftovers(root)]
    before = _written_at(root)
    again = build(root)
    wrong += ["the build after it wrote files"] if _written_at(root) != before or again.code != ended.code else []
    return wrong


def _written_at(root: Path) -> dict[str, int]:
    return {name: (root / "build" / name).stat().st_mtime_ns for name in outputs(root)}
