"""A build and a check where nothing has changed, and a check that knows nothing: what people wait for every day."""

from pathlib import Path

from bench.figures import Row, megabytes, seconds
from bench.ground import Ground, auditdocs, build_first, forget
from bench.measure import Cost, best
from bench.stamps import stamps, written_since
from bench.stand_in import FROM

STAND_INS = "; most of them stand-ins, not printed 多数为占位文件"


def build_unchanged(ground: Ground) -> list[Row]:
    """All documents stand; build again."""
    workspace, size = ground.workspace(ground.audits), f"{ground.audits:,}"
    first = build_first(ground, workspace)
    before, stand_ins = stamps(workspace / "build"), STAND_INS if ground.audits >= FROM else ""
    cost = best([auditdocs(workspace, "build") for _ in range(ground.rounds)])
    written = written_since(before, stamps(workspace / "build"))
    return [
        Row(
            f"the build before it, {size} audits 此前的构建",
            seconds(first.wall),
            note=f"{len(before):,} files, {megabytes(first.memory)}{stand_ins}",
        ),
        Row(f"no-op build, {size} audits: wall 无变化时的构建", seconds(cost.wall), "≤ 1.0 s", cost.wall <= 1.0),
        Row(f"no-op build, {size} audits: memory 内存", megabytes(cost.memory), "≤ 150 MB", cost.memory <= 150_000_000),
        Row("no-op build: files written 写入的文件", str(len(written)), "0", not written, ", ".join(written[:3])),
    ]


def check(ground: Ground) -> list[Row]:
    """All records are read and judged; then again."""
    workspace, size = ground.workspace(ground.audits, "check"), f"{ground.audits:,}"
    cold = best([_check_cold(workspace) for _ in range(ground.rounds)])
    warm = best([auditdocs(workspace, "check") for _ in range(ground.rounds)])
    rate = ground.audits / cold.wall
    note = f"{seconds(cold.wall)}, {megabytes(cold.memory)}"
    return [
        Row(f"`check`, cold, {size} audits 首次检查", f"{rate:.0f} audits/s", "≥ 100 audits/s", rate >= 100, note),
        Row(f"`check`, nothing changed, {size} audits 无变化", seconds(warm.wall), "≤ 1.0 s", warm.wall <= 1.0, megabytes(warm.memory)),
    ]


def _check_cold(workspace: Path) -> Cost:
    forget(workspace)
    return auditdocs(workspace, "check")
