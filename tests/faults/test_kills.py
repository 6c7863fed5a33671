"""kill -9 and Ctrl-C at random times, of whole builds and of single workers, with real pages in real processes."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.ground import DAY, Outputs, differences, leftovers, outputs
from tests.faults.scene import Scene, small
from tests.faults.tally import Tally

pytestmark = [pytest.mark.pdf, pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="children are looked for in /proc")]

PATIENCE = 2.0  # seconds until a build has ended after Ctrl-C, and its children after their parent

PROGRAM = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # who runs the tests in the background has it ignored
from auditdocs.__main__ import main
main()
"""


@dataclass(frozen=True, slots=True)
class Paper:
    """A workspace whose pages are set, the outputs it should have, and how long that takes."""

    root: Path
    wanted: Outputs
    seconds: float


def start(root: Path, *options: str) -> "subprocess.Popen[str]":
    """A real `auditdocs build`, in a session of its own as a terminal gives it."""
    command = [sys.executable, "-c", PROGRAM, "-C", str(root), "build", *DAY, "-j", "2", *options]
    out = subprocess.PIPE
    return subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, text=True, start_new_session=True)


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    root = small(tmp_path_factory.mktemp("paper") / "工作区")
    began = time.monotonic()
    with start(root) as running:
        assert running.wait() == 0
    return Paper(root, outputs(root), time.monotonic() - began)


def again(paper: Paper) -> Path:
    """The workspace as if nothing had been made in it."""
    for name in ("build", ".auditdocs"):
        shutil.rmtree(paper.root / name, ignore_errors=True)
    return paper.root


def members(session: int) -> list[int]:
    """The processes of a session that still run."""
    return [pid for pid, state, its_session in _processes() if its_session == session and state != "Z"]


def _processes() -> Iterator[tuple[int, str, int]]:
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state, _parent, _group, session, *_ = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            yield int(entry.name), state, int(session)


def orphans(session: int) -> list[str]:
    """The processes that outlive their build."""
    deadline = time.monotonic() + 10 * PATIENCE  # they are gone at once; a busy machine may need longer to say so
    while (found := members(session)) and time.monotonic() < deadline:
        time.sleep(0.02)
    return [f"orphan {pid}" for pid in found]


def torn(paper: Paper) -> list[str]:
    """Files under a final name that are not what they should be; the manifest and the index come last."""
    found = {name: content for name, content in outputs(paper.root).items() if not Path(name).name.startswith(".auditdocs-")}
    return [f"torn: {name}" for name, content in found.items() if content != paper.wanted.get(name)]


def next_build(paper: Paper) -> list[str]:
    """What is wrong after a build that nobody disturbs."""
    with start(paper.root) as running:
        said, _ = running.communicate()
    wrong = [f"the next build: {running.returncode} {said[-600:]}"] if running.returncode else []
    wrong += [f"differs: {name}" for name in differences(outputs(paper.root), paper.wanted)]
    return wrong + [f"left behind: {name}" for name in leftovers(paper.root)]


def moments(paper: Paper, number: int, seed: int) -> Iterator[float]:
    """Random times within a build, spread evenly."""
    chance = random.Random(seed)
    for part in range(number):
        yield paper.seconds * (part + chance.random()) / number


@pytest.mark.parametrize("whole", [True, False], ids=["group", "parent"])
def test_killed(paper: Paper, tally: Tally, is_long: bool, whole: bool) -> None:
    """A build with its workers, or only the build, is killed (kill -9) at a random time, again and again, then built"""
    again(paper)
    for moment in tally.within(moments(paper, 20 if is_long else 3, 1)):
        with start(paper.root) as running:
            time.sleep(moment)
            (os.killpg if whole else os.kill)(running.pid, signal.SIGKILL)
        tally.judge(f"after {moment:.2f} s", torn(paper) + orphans(running.pid))
    tally.judge("the next build", next_build(paper))


def test_workers_killed(paper: Paper, tally: Tally, is_long: bool) -> None:
    """Single workers are killed (kill -9) at random times: only a document whose worker died twice may be missing"""
    for seed in tally.within(range(12 if is_long else 1)):
        root, chance = again(paper), random.Random(seed)
        with start(root) as running:
            for moment in sorted(moments(paper, 2, seed)):
                time.sleep(moment / 2)
                children = [pid for pid in members(running.pid) if pid != running.pid]
                if children:
                    os.kill(chance.choice(children), signal.SIGKILL)
            said, _ = running.communicate()
        wrong = torn(paper) if running.returncode == 0 else [] if "document.worker-lost" in said else [said[-800:]]
        missing = [name for name in differences(outputs(root), paper.wanted) if Path(name).suffix == ".pdf"]
        wrong += [f"missing: {missing}"] if len(missing) > said.count("document.worker-lost") else []
        tally.judge(f"seed {seed}", wrong + orphans(running.pid) + (next_build(paper) if missing else []))


def test_interrupted(paper: Paper, tally: Tally, is_long: bool) -> None:
    """Ctrl-C at a random time: exit 130 within 2 s, no orphans, then the next build is right"""
    again(paper)
    for moment in tally.within(moments(paper, 40 if is_long else 4, 3)):
        with start(paper.root) as running:
            time.sleep(0.15 + moment)
            os.killpg(running.pid, signal.SIGINT)
            pressed = time.monotonic()
            said, _ = running.communicate()
        seconds, code = time.monotonic() - pressed, running.returncode
        wrong = [f"{seconds:.1f} s, exit {code}: {said[-800:]}"] if is_long and seconds > PATIENCE else []  # a shared machine may be slow
        wrong += [f"exit {code}: {said[-800:]}"] if code not in (130, -signal.SIGINT, 0) else []  # shells say 130 of both
        tally.judge(f"after {moment:.2f} s", wrong + torn(paper) + orphans(running.pid))
    tally.judge("the next build", next_build(paper))


def test_killed_at_a_random_time(scene: Scene, tally: Tally, is_long: bool) -> None:
    """A build of a workspace that has changed is killed (kill -9) at a random time"""
    chance = random.Random(4)
    for _ in tally.within(range(150 if is_long else 6)):
        place, moment = scene.again(), chance.random() * 0.4
        running = scene.begin(place)
        time.sleep(moment)
        tally.judge(f"after {moment:.3f} s", scene.complaints(place, running.kill()))
