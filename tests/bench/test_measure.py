"""What a command costs: also what its children take, and never silently nothing."""

import sys
from pathlib import Path

import pytest

from bench.measure import Cost, FailedError, best, run

SPIN = "import sys; sum(range(20_000_000)); print('done')"
HOLD = "import time; block = bytearray(200_000_000); block[::4096] = b'x' * len(block[::4096]); time.sleep(0.5)"


def test_it_tells_what_the_command_said_and_took(tmp_path: Path) -> None:
    cost = run([sys.executable, "-c", SPIN], tmp_path)
    assert cost.said == "done\n"
    assert 0 < cost.cpu <= cost.wall * 1.5
    assert not list(tmp_path.iterdir())


def test_the_cpu_of_a_child_counts(tmp_path: Path) -> None:
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {SPIN!r}])"
    assert run([sys.executable, "-c", child], tmp_path).cpu > run([sys.executable, "-c", "pass"], tmp_path).cpu * 2


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what several processes hold together")
def test_the_memory_of_two_children_counts_together(tmp_path: Path) -> None:
    children = f"import subprocess, sys; [one.wait() for one in [subprocess.Popen([sys.executable, '-c', {HOLD!r}]) for _ in range(2)]]"
    assert run([sys.executable, "-c", children], tmp_path).memory > 400_000_000


def test_a_command_that_fails_is_no_figure(tmp_path: Path) -> None:
    with pytest.raises(FailedError, match="exit 3"):
        run([sys.executable, "-c", "raise SystemExit(3)"], tmp_path)


def test_the_best_of_several_runs_is_taken_figure_by_figure() -> None:
    assert best([Cost(2.0, 5.0, 100, 0, "a"), Cost(3.0, 4.0, 90, 0, "b")]) == Cost(2.0, 4.0, 90, 0, "a")
