"""Counts with their labels → a bar chart: drawn on pages, in squares where nothing can be drawn."""

from collections.abc import Iterable, Iterator, Sequence
from unicodedata import east_asian_width

from markupsafe import escape

from auditdocs.view_parts import Picture

FACES = "Auditdocs Sans, Auditdocs Sans Whole, Noto Sans CJK SC, sans-serif"
WIDTH, LINE, SIZE = 700, 24, 13  # in pixels of the drawing
WIDEST = 15  # squares; more counts share them

Bar = tuple[str, int]


def bar_chart(bars: Sequence[Bar]) -> Picture:
    """One bar for each count, the greatest as long as there is room."""
    return Picture(_drawn(bars) if any(count for _, count in bars) else "", "\n".join(_squares(bars)))


def _drawn(bars: Sequence[Bar]) -> str:
    height = LINE * len(bars)
    left = max(text_width(label, SIZE) for label, _ in bars) + 14
    unit = (WIDTH - left - 40) / max(count for _, count in bars)
    shapes = "".join(shape for row, bar in enumerate(bars) for shape in _bar(row * LINE, left, unit, bar))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="170mm" height="{170 * height / WIDTH:.1f}mm">'
        f'<g font-family="{FACES}" font-size="{SIZE}">{shapes}</g></svg>'
    )


def _bar(top: int, left: float, unit: float, bar: Bar) -> Iterator[str]:
    label, count = bar
    base, end = top + LINE - 8, left + unit * count
    yield f'<text x="0" y="{base}">{escape(label)}</text>'
    yield f'<rect x="{left:.1f}" y="{top + 4}" width="{unit * count:.1f}" height="{LINE - 8}" fill="#555"/>'
    yield f'<line x1="{left:.1f}" y1="{top}" x2="{left:.1f}" y2="{top + LINE}" stroke="#000" stroke-width="1"/>'
    yield f'<text x="{end + 6:.1f}" y="{base}">{count}</text>'


def _squares(bars: Sequence[Bar]) -> Iterable[str]:
    """`■■■ 3 一般不符合`: the bars begin at one edge, whatever the labels."""
    most = max((count for _, count in bars), default=0)
    for label, count in bars:
        yield f"{'■' * _shared(count, most)} {count}　{label}"


def _shared(count: int, most: int) -> int:
    """How many squares stand for a count; never none for something."""
    return count if most <= WIDEST else -(-count * WIDEST // most)


def text_width(label: str, size: float) -> float:
    """How wide a label is, near enough: a Chinese character is as wide as it is high."""
    return sum(size if east_asian_width(sign) in "WF" else size * 0.58 for sign in label)
