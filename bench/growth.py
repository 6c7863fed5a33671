"""Ten times as many audits: `check` and `build --plan`, without rendering."""

from pathlib import Path

from bench.figures import Row, megabytes, seconds
from bench.ground import Ground, auditdocs, forget
from bench.measure import Cost

LIMIT = 1_500_000_000
LEEWAY = 1.05  # of one run: two runs of the same differ as much


def grow(ground: Ground) -> list[Row]:
    """Each once: the larger one takes minutes."""
    few, many = ground.workspace(ground.audits, "check"), ground.workspace(ground.many)
    times = ground.many / ground.audits
    return [row for words in (("check",), ("build", "--plan")) for row in _compared(words, few, many, times, ground)]


def _compared(words: tuple[str, ...], few: Path, many: Path, times: float, ground: Ground) -> list[Row]:
    small, large = _cold(few, words), _cold(many, words)
    ratio, name = large.wall / small.wall, f"`{' '.join(words)}`, {ground.audits:,} → {ground.many:,} audits"
    return [
        Row(
            f"{name}: time 时间",
            f"{ratio:.1f}×",
            f"≤ {times:.0f}×",
            ratio <= times * LEEWAY,
            f"{seconds(small.wall)} → {seconds(large.wall)}",
        ),
        Row(f"{name}: memory 内存", megabytes(large.memory), "≤ 1.5 GB", large.memory <= LIMIT, f"from {megabytes(small.memory)}"),
    ]


def _cold(workspace: Path, words: tuple[str, ...]) -> Cost:
    forget(workspace)
    return auditdocs(workspace, *words)
