"""What was found, as rows of the page: a figure, its goal, and whether it was reached."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One figure."""

    measure: str
    found: str
    goal: str = ""
    is_met: bool | None = None  # nothing was promised
    note: str = ""


def seconds(value: float) -> str:
    """1.23 s, 0.085 s, 4 min 10 s."""
    if value >= 120:
        return f"{int(value // 60)} min {value % 60:.0f} s"
    return f"{value:.2f} s" if value >= 0.1 else f"{value:.3f} s"


def megabytes(size: float) -> str:
    """Memory as people say it."""
    return f"{size / 1_000_000:.0f} MB"


def milliseconds(value: float) -> str:
    """Of one document."""
    return f"{value * 1000:.0f} ms"
