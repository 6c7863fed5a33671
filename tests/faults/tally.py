"""Tests that count: each tells how much was tried and what failed; the sums stand at the end, with --long in docs/faults.md."""

import platform
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn, TypeVar

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "faults.md"
HEAD = """# Faults tried · 试过的故障

Written by `make prove`; {machine}; {extent}. Zero failed is the promise · 由 `make prove` 生成；失败数应为零。

| what was done · 做了什么 | tried · 次数 | failed · 失败 |
| --- | ---: | ---: |
"""
Trial = TypeVar("Trial")


@dataclass(slots=True)
class Tally:
    """What one test tried, and what failed of it."""

    what: str = ""
    tried: int = 0
    failed: list[str] = field(default_factory=list)
    is_left_out: bool = False
    until: float = float("inf")  # of the clock; then no further trial begins

    def leave_out(self, why: str) -> NoReturn:
        """Try nothing: this belongs to the long form only."""
        self.is_left_out = True
        pytest.skip(why)

    def within(self, trials: Iterable[Trial]) -> Iterator[Trial]:
        """These trials, as many as there is time for."""
        for trial in trials:
            if self.tried and time.monotonic() > self.until:
                return
            yield trial

    def judge(self, trial: str, complaints: list[str]) -> None:
        """Count one trial; complaints are what was wrong with it."""
        self.tried += 1
        self.failed.extend(f"{trial}: {complaint}" for complaint in complaints[:1])


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--long`: every fault instead of a sample."""
    parser.addoption("--long", action="store_true", help="try every fault, and write docs/faults.md")
    parser.addoption("--minutes", type=float, default=float("inf"), help="with --long: how long one test goes on trying, in a random order")


@pytest.fixture
def is_long(request: pytest.FixtureRequest) -> bool:
    """Whether all is to be tried, and not a sample."""
    return bool(request.config.getoption("--long"))


@pytest.fixture
def tally(request: pytest.FixtureRequest) -> Iterator[Tally]:
    """Counts the trials of a test, which fails at its end if any did, after all were made."""
    until = time.monotonic() + 60 * request.config.getoption("--minutes")
    counted = Tally((request.function.__doc__ or request.node.name).strip(), until=until)
    yield counted
    request.node.user_properties.append(("trials", (counted.what, counted.tried, len(counted.failed))))
    if counted.failed or not (counted.tried or counted.is_left_out):
        shown = "\n".join(counted.failed[:20])
        pytest.fail(f"{len(counted.failed)} of {counted.tried} trials failed:\n{shown}", pytrace=False)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, exitstatus: int, config: pytest.Config) -> None:
    """The numbers of all that was tried."""
    sums = _sums(terminalreporter)
    if not sums:
        return
    terminalreporter.section("faults tried")
    for what, (tried, failed) in sorted(sums.items()):
        terminalreporter.line(f"{tried:6} tried {failed:4} failed  {what}")
    if config.getoption("--long") and exitstatus in (0, 1) and not config.getoption("keyword"):  # the whole of it
        machine = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
        rows = (f"| {what} | {tried} | {failed} |\n" for what, (tried, failed) in sorted(sums.items()))
        PAGE.write_text(HEAD.format(machine=machine, extent=_extent(config.getoption("--minutes"))) + "".join(rows), "utf-8")


def _extent(minutes: float) -> str:
    if minutes == float("inf"):
        return "every trial · 全部"
    return f"a random choice, {minutes:g} minutes for each of the tests · 随机抽取，每项测试 {minutes:g} 分钟"


def _sums(reporter: pytest.TerminalReporter) -> dict[str, tuple[int, int]]:
    tried: Counter[str] = Counter()
    failed: Counter[str] = Counter()
    for outcome in ("", "error"):  # how the ends of tests are kept
        for report in reporter.getreports(outcome):
            for name, value in getattr(report, "user_properties", ()):
                if name == "trials" and report.when == "teardown":
                    tried[value[0]] += value[1]
                    failed[value[0]] += value[2]
    return {what: (tried[what], failed[what]) for what in tried}
