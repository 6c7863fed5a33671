"""Everything made from nothing: CPU for each document against the plain loop, and two workers against one."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bench.documents_text import pages_of, signs_of
from bench.figures import Row, megabytes, milliseconds, seconds
from bench.ground import Ground, auditdocs, forget, python
from bench.measure import Cost, best

FORMATS = (".docx", ".pdf")


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether two folders hold the same documents."""

    compared: int
    missing: tuple[str, ...]
    other_text: tuple[str, ...]
    other_pages: tuple[str, ...]


def build_cold(ground: Ground) -> list[Row]:
    """In turns, so that a machine that is busy for a while is so for all."""
    workspace, out = ground.workspace(ground.sample, "cold"), ground.folder / "plain"
    plain: list[Cost] = []
    single: list[Cost] = []
    several: list[Cost] = []
    for _ in range(ground.rounds):
        plain.append(python("bench.plain", (workspace, ground.fresh(out.name))))
        single.append(_build(workspace, 1))
        several.append(_build(workspace, ground.cores))
    same = compare(workspace / "build", out)
    loop, ours, shared = best(plain), best(several), best(single)
    making = min(json.loads(cost.said)["making"] for cost in plain)
    size = f"{ground.sample:,} audits"
    share, speed = shared.cpu / loop.cpu, shared.wall / ours.wall  # one worker, as the loop is one process
    each = f"{milliseconds(shared.cpu / same.compared)} : {milliseconds(loop.cpu / same.compared)}"
    strict = f"{each}; without the loop's reading 不计其读取 {shared.cpu / making:.2f}; {ground.cores} workers {ours.cpu / loop.cpu:.2f}"
    wall = f"{seconds(shared.wall)} : {seconds(ours.wall)}, {megabytes(ours.memory)}"
    return [
        Row(f"cold build, {size}, CPU per document against the plain loop 单份 CPU", f"{share:.2f}", "≤ 0.5", share <= 0.5, strict),
        Row(f"cold build, {size}, {ground.cores} workers against 1 并行", f"{speed:.2f}×", "≥ 1.8×", speed >= 1.8, wall),
        _sameness(same),
    ]


def compare(ours: Path, plain: Path) -> Comparison:
    """Every Word and PDF file of both."""
    left, right = _files(ours), _files(plain)
    both = sorted(left & right)
    return Comparison(
        len(both),
        tuple(sorted(left ^ right)),
        tuple(name for name in both if signs_of(ours / name) != signs_of(plain / name)),
        tuple(name for name in both if pages_of(ours / name) != pages_of(plain / name)),
    )


def _sameness(same: Comparison) -> Row:
    wrong = sorted({*same.missing, *same.other_text, *same.other_pages})
    return Row(
        "the loop's documents with the same text and pages 文字和页数相同",
        f"{same.compared - len(wrong)} of {same.compared}",
        "all",
        not wrong,
        ", ".join(wrong[:3]),
    )


def _files(folder: Path) -> set[str]:
    files: Iterable[Path] = (file for file in folder.rglob("*") if file.suffix in FORMATS)
    return {file.relative_to(folder).as_posix() for file in files}


def _build(workspace: Path, workers: int) -> Cost:
    forget(workspace)
    return auditdocs(workspace, "build", "-j", str(workers))
