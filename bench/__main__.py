"""`python -m bench`: measures everything docs/performance.md speaks of, and writes its figures."""

import argparse
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bench.cold import build_cold
from bench.figures import Row
from bench.ground import Ground
from bench.growth import grow
from bench.levers import pull_levers
from bench.one_change import change_one
from bench.page import PAGE, commit, machine, write_page
from bench.results import keep, recall
from bench.rivals import race, versions
from bench.unchanged import build_unchanged, check

PARTS: Mapping[str, tuple[str, Callable[[Ground], list[Row]]]] = {
    "cold": ("Made from nothing · 从头制作", build_cold),
    "check": ("Checked · 检查", check),
    "unchanged": ("Nothing has changed · 没有变化", build_unchanged),
    "change": ("One CAR has changed · 改了一份 CAR", change_one),
    "growth": ("Ten times as many · 十倍的审核", grow),
    "rivals": ("Others at the same CARs · 其他程序做同样的 CAR", race),
    "levers": ("What each lever brings · 各项措施的作用（单份 CPU）", pull_levers),
}


def main(arguments: Sequence[str], page: Path = PAGE) -> None:
    """Measure what was asked for; figures found before for the same commit and sizes stand."""
    given = _options().parse_args(arguments)
    ground = _ground(given)
    ground.folder.mkdir(parents=True, exist_ok=True)
    results, measured = ground.folder / "results.json", commit()
    of = f"{measured}, {ground.audits}/{ground.sample}/{ground.many} × {ground.rounds}"
    found: dict[str, list[Row]] = {}
    for name, (_, measure) in PARTS.items():
        rows = None if name in given.only else recall(results, name, of)
        if rows is None and (not given.only or name in given.only):
            print(f"bench: {name} …", file=sys.stderr, flush=True)  # noqa: T201
            rows = measure(ground)
            keep(results, name, of, rows)
        found[name] = rows or []
    if given.quick:
        print("\n".join(f"{row.measure}: {row.found} {row.note}" for rows in found.values() for row in rows))  # noqa: T201
    else:
        write_page(found, {name: title for name, (title, _) in PARTS.items()}, _about(measured, ground), page)


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="python -m bench")
    options.add_argument("--audits", type=int, default=1_000, help="of the workspace in which nothing or one CAR changes")
    options.add_argument("--sample", type=int, default=20, help="audits that are built from nothing")
    options.add_argument("--many", type=int, default=10_000, help="audits that are checked and planned only")
    options.add_argument("--rounds", type=int, default=3, help="of which the best counts")
    options.add_argument("--ground", type=Path, default=Path(tempfile.gettempdir()) / "auditdocs-bench", help="where workspaces are kept")
    options.add_argument("--only", action="append", choices=tuple(PARTS), default=[], help="measure this again, leave the rest")
    options.add_argument("--quick", action="store_true", help="a few audits, once, printed instead of written")
    return options


def _ground(given: argparse.Namespace) -> Ground:
    if given.quick:
        return Ground(given.ground, audits=5, sample=2, many=10, rounds=1)
    return Ground(given.ground, given.audits, given.sample, given.many, given.rounds)


def _about(measured: str, ground: Ground) -> tuple[str, ...]:
    return (
        f"commit 提交: {measured}",
        f"machine 机器: {machine()}",
        f"beside it 对照: {versions()}",
        f"best of {ground.rounds} 取 {ground.rounds} 次中的最好值; CPU is user + system of all processes 为所有进程的用户态与内核态之和",
    )


if __name__ == "__main__":
    main(sys.argv[1:])
