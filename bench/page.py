"""Figures → docs/performance.md: the part between the marks is written anew, what stands behind them was written by people."""

import os
import platform
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.figures import Row
from bench.ground import ROOT

PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- figures: written by `make bench` -->", "<!-- end of the figures -->"
VERDICTS = {True: "met 达到", False: "**missed 未达到**", None: ""}


def write_page(parts: Mapping[str, Sequence[Row]], titles: Mapping[str, str], about: Sequence[str], page: Path = PAGE) -> None:
    """All figures that are known, in the order of the titles."""
    told = [BEGIN, "", *(f"- {line}" for line in about), ""]
    for name, title in titles.items():
        if parts.get(name):
            told.extend((f"## {title}", "", *_table(parts[name]), ""))
    before, _, rest = page.read_text("utf-8").partition(BEGIN)
    behind = rest.partition(END)[2]
    page.write_text(f"{before}{chr(10).join(told)}{END}{behind}", "utf-8")


def machine() -> str:
    """What kind of machine this is, without its name."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    return f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GiB, {system}"


def commit() -> str:
    """What was measured: the last commit of the program and its templates, and whether the files differ from it."""
    head = _git("log", "-1", "--abbrev=10", "--format=%h", "--", "src", "templates") or "not in Git"
    return f"{head} and changes" if _git("status", "--porcelain", "--", "src", "templates") else head


def _table(rows: Sequence[Row]) -> list[str]:
    head = ["| measure 项目 | found 结果 | goal 目标 | | details 说明 |", "| --- | ---: | ---: | --- | --- |"]
    return [*head, *(f"| {row.measure} | {row.found} | {row.goal} | {VERDICTS[row.is_met]} | {row.note} |" for row in rows)]


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or "unknown processor"
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown processor")


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
