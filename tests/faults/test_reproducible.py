"""The same records elsewhere, by somebody else, at another time, give the same bytes: real pages, workbooks, Word files."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.ground import DAY, differences, outputs
from tests.faults.scene import small
from tests.faults.tally import Tally

pytestmark = [pytest.mark.pdf, pytest.mark.skipif(os.name != "posix", reason="users, modes and locales of POSIX")]

NOBODY = 65534

# What runs before auditdocs: listings in another order, another moment, another mode of new files.
BEFORE = """
import datetime, os, random, time
chance, real = random.Random({seed}), os.scandir
class Shuffled(list):
    def __enter__(self): return self
    def __exit__(self, *_): return None
    def close(self): return None
def scandir(*where):
    with real(*where) as found: listed = Shuffled(found)
    chance.shuffle(listed)
    return listed
def listdir(*where):
    names = [entry.name for entry in real(*where)]
    chance.shuffle(names)
    return names
if {shuffled}:
    os.scandir, os.listdir = scandir, listdir
now, tick = time.time, time.time_ns
time.time, time.time_ns = lambda: now() + {later}, lambda: tick() + {later} * 10**9
os.umask({umask})
"""


@dataclass(frozen=True, slots=True)
class Variation:
    """What is otherwise in a build than in the first."""

    name: str
    environment: Mapping[str, str]
    folder: str = "again"
    umask: int = 0o022
    later: int = 0  # seconds
    is_nobody: bool = False
    is_shuffled: bool = False
    workers: int = 2


VARIATIONS = (
    Variation("another path", {}, folder="别处/a much longer path with spaces/w"),
    Variation("hash seed, locale, time zone", {"PYTHONHASHSEED": "77", "LC_ALL": "C", "LANG": "C", "TZ": "Pacific/Kiritimati"}),
    Variation("another user, umask, home", {"HOME": "/", "USER": "nobody"}, umask=0o077, is_nobody=True),
    Variation("files listed and written in another order, one worker", {"PYTHONHASHSEED": "3"}, is_shuffled=True, workers=1),
    Variation("half a year and some hours later", {"TZ": "America/New_York", "LC_ALL": "zh_CN.UTF-8"}, later=17_000_000),
)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """A workspace and what was made of it."""
    root = small(tmp_path_factory.mktemp("first") / "工作区")
    made = _made(root, Variation("first", {}))
    assert {Path(name).suffix for name in made} == {".docx", ".pdf", ".xlsx", ".html", ".json"}
    return root, made


@pytest.mark.parametrize("variation", VARIATIONS, ids=lambda one: one.name)
def test_same_bytes(first: tuple[Path, dict[str, bytes]], tmp_path: Path, tally: Tally, is_long: bool, variation: Variation) -> None:
    """A file made at another path, by another user, in another locale, time zone, order, at another time of day is the same"""
    if not is_long and variation.later == 0 and not variation.is_shuffled:
        tally.leave_out("only with --long; the short form varies what has most to say")
    root, wanted = first
    again = tmp_path / variation.folder
    _copy_in_another_order(root, again, random.Random(variation.name))
    found = _made(again, variation)
    for name in sorted({*found, *wanted}):
        tally.judge(f"{variation.name}: {name}", [f"{name} differs"] if name in differences(found, wanted) else [])


def _made(root: Path, variation: Variation) -> dict[str, bytes]:
    """All files of a real build in a process of its own."""
    before = BEFORE.format(seed=5, shuffled=variation.is_shuffled, later=variation.later, umask=variation.umask)
    program = f"{before}\nfrom auditdocs.__main__ import main; main()"
    command = [sys.executable, "-c", program, "-C", str(root), "build", *DAY, "-j", str(variation.workers)]
    environment = {**os.environ, "XDG_CACHE_HOME": str(_cache(root, variation)), **variation.environment}
    changed = _as_nobody(root) if variation.is_nobody else []
    ended = subprocess.run([*changed, *command], env=environment, cwd=root, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return outputs(root)


def _as_nobody(root: Path) -> list[str]:
    """What makes a command run as nobody, to whom this workspace is given; only root can ask that, others stay themselves."""
    setpriv = shutil.which("setpriv")
    if os.geteuid() != 0 or setpriv is None:
        return []
    for path in (root, *root.rglob("*")):
        os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
    for folder in root.parents:
        if "pytest-" in str(folder):  # ours, and closed to others
            folder.chmod(0o755)
    reads = "+dac_read_search"  # the interpreter may lie in a home that is closed to others
    return [setpriv, f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", f"--inh-caps={reads}", f"--ambient-caps={reads}"]


def _cache(root: Path, variation: Variation) -> Path:
    """The cut fonts of this user, or a copy of them for another one: cutting them again takes half a minute."""
    own = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    if not variation.is_nobody:
        return own
    shutil.copytree(own / "auditdocs" / "fonts", root / "cache" / "auditdocs" / "fonts")
    return root / "cache"


def _copy_in_another_order(root: Path, again: Path, chance: random.Random) -> None:
    """The same files, written in another order: a folder lists them otherwise."""
    inputs = [path for path in root.rglob("*") if path.is_file() and not {"build", ".auditdocs"} & set(path.relative_to(root).parts)]
    chance.shuffle(inputs)
    for path in inputs:
        copied = again / path.relative_to(root)
        copied.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copied)
