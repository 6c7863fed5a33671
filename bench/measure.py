"""A command → what it cost: seconds on the wall, seconds of CPU and peak memory of all its processes together."""

import os
import resource
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

PAUSE = 0.05  # seconds between two looks at the processes
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took; `said` is what it printed."""

    wall: float
    cpu: float
    memory: int  # bytes
    code: int
    said: str


class FailedError(Exception):
    """A command that is measured has to do its work."""


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None, codes: Sequence[int] = (0,)) -> Cost:
    """Run a command to its end; it must end with one of these exit codes."""
    with TemporaryFile() as out, TemporaryFile() as err:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=out, stderr=err,
            env={**os.environ, **(environment or {})}, start_new_session=True,
        )  # fmt: skip
        watch = _Watch(process.pid)
        status, usage = _await(process.pid, watch)
        wall = time.perf_counter() - begun
        said, complained = _text(out), _text(err)
    process.returncode = os.waitstatus_to_exitcode(status)
    cost = Cost(
        wall=wall,
        cpu=max(usage.ru_utime + usage.ru_stime, watch.cpu),
        memory=max(usage.ru_maxrss * 1024, watch.peak),
        code=process.returncode,
        said=said,
    )
    if cost.code not in codes:
        raise FailedError(f"{' '.join(command)}: exit {cost.code}\n{said[-2000:]}{complained[-2000:]}")
    return cost


def _text(stream: IO[bytes]) -> str:
    stream.seek(0)
    return stream.read().decode("utf-8", "replace")


def best(costs: Sequence[Cost]) -> Cost:
    """The best of several runs, each figure for itself."""
    least = {name: min(getattr(cost, name) for cost in costs) for name in ("wall", "cpu", "memory")}
    return replace(costs[0], **least)


def _await(pid: int, watch: "_Watch") -> "tuple[int, resource.struct_rusage]":
    """Look at the processes until the first of them has ended."""
    while True:
        ended, status, usage = os.wait4(pid, os.WNOHANG)
        if ended:
            return status, usage
        watch.look()
        time.sleep(PAUSE)


class _Watch:
    """What all processes of one session, and all their children, have taken so far."""

    def __init__(self, session: int) -> None:
        self.session = session
        self.peak = 0
        self._ticks: dict[int, int] = {}

    @property
    def cpu(self) -> float:
        """Also of processes that nobody waits for, as those of a browser."""
        return sum(self._ticks.values()) / TICKS

    def look(self) -> None:
        """One look; where there is no /proc the exit of the command tells what it can."""
        ours = self._ours()
        self._ticks.update(ours)
        self.peak = max(self.peak, sum(_memory(pid) for pid in ours))

    def _ours(self) -> dict[int, int]:
        """The processes and their ticks."""
        found: dict[int, tuple[int, int, int]] = {}
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                words = (folder / "stat").read_text().rpartition(") ")[2].split()
            except OSError:
                continue  # it has ended meanwhile
            found[int(folder.name)] = (int(words[1]), int(words[3]), int(words[11]) + int(words[12]))
        ours = {pid for pid, (_, session, _) in found.items() if session == self.session}
        for pid in sorted(found):  # a child has its own session where the program gave it one
            if found[pid][0] in ours:
                ours.add(pid)
        return {pid: found[pid][2] for pid in ours}


def _memory(pid: int) -> int:
    """The process's share of memory: what it has with others counts in parts."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
