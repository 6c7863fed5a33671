"""Counts → charts on pages: a Pareto with its cumulative line, columns by month; in squares or totals where nothing can be drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import escape

from auditdocs.documents.chart import FACES, LABEL, LABEL_LINE, WIDTH, Bar, bar_chart, label_lines, text_width, wrapped
from auditdocs.view_parts import Picture

SIZE, RIGHT = 12, 90  # pixels: of letters, the figures' room
FILLS = ("#333", "#999", "#fff")
HEIGHT, BASE, MONTHS = 170, 140, 12


@dataclass(frozen=True, slots=True)
class Series:
    """A figure by month."""

    name: str
    counts: tuple[int, ...]


def pareto_chart(bars: Sequence[Bar]) -> Picture:
    """A bar for each count, the greatest first; the line adds them up to 100 %."""
    words = bar_chart(bars).words
    return Picture(_drawn(bars) if bars else "", words)


def _drawn(bars: Sequence[Bar]) -> str:
    total, most, room = sum(count for _, count in bars), max(count for _, count in bars), WIDTH - LABEL - RIGHT
    shapes: list[str] = []
    points, top, so_far = [], 0, 0
    for label, count in bars:
        lines = wrapped(label, LABEL - 10, SIZE)
        height = len(lines) * LABEL_LINE + 6
        so_far += count
        middle = top + height / 2
        points.append(f"{LABEL + room * so_far / total:.1f},{middle:.1f}")
        shapes.extend(label_lines(lines, middle))
        shapes.append(f'<rect x="{LABEL}" y="{top + 3}" width="{room * count / most * 0.999:.1f}" height="{height - 6}" fill="#bbb"/>')
        shapes.append(f'<text x="{LABEL + room + 8}" y="{middle + 4:.1f}">{count}</text>')
        shapes.append(f'<text x="{WIDTH}" y="{middle + 4:.1f}" text-anchor="end">{100 * so_far / total:.0f} %</text>')
        top += height
    shapes.append(f'<line x1="{LABEL}" y1="0" x2="{LABEL}" y2="{top}" stroke="#000"/>')
    shapes.append(f'<polyline points="{" ".join(points)}" fill="none" stroke="#000" stroke-width="1.5"/>')
    shapes.extend(f'<circle cx="{one.split(",")[0]}" cy="{one.split(",")[1]}" r="3"/>' for one in points)
    return _svg("".join(shapes), top)


def trend_chart(series: Sequence[Series]) -> Picture:
    """Columns side by side for each month; in words the totals."""
    legend = [f"{one.name} {sum(one.counts)}" for one in series]
    most = max((count for one in series for count in one.counts), default=0)
    return Picture(_months(series, legend, most) if most else "", "\n".join(legend) if most else "")


def _months(series: Sequence[Series], legend: Sequence[str], most: int) -> str:
    shapes = [*_legend(legend), f'<line x1="0" y1="{BASE}" x2="{WIDTH}" y2="{BASE}" stroke="#000"/>']
    slot, unit = WIDTH / MONTHS, (BASE - 45) / most
    width = slot * 0.8 / len(series)
    for month in range(MONTHS):
        shapes.append(f'<text x="{slot * (month + 0.5):.1f}" y="{BASE + 18}" text-anchor="middle">{month + 1}</text>')
        for number, one in enumerate(series):
            left, count = slot * (month + 0.1) + width * number, one.counts[month]
            shapes.extend(_column(left, width, unit * count, FILLS[number], count) if count else ())
    return _svg("".join(shapes), HEIGHT)


def _column(left: float, width: float, height: float, fill: str, count: int) -> Iterator[str]:
    top = BASE - height
    yield f'<rect x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{fill}" stroke="#000" stroke-width="0.75"/>'
    yield f'<text x="{left + width / 2:.1f}" y="{top - 4:.1f}" text-anchor="middle">{count}</text>'


def _legend(names: Sequence[str]) -> Iterator[str]:
    left = 0.0
    for fill, name in zip(FILLS, names, strict=False):
        yield f'<rect x="{left:.1f}" y="2" width="11" height="11" fill="{fill}" stroke="#000" stroke-width="0.75"/>'
        yield f'<text x="{left + 16:.1f}" y="12">{escape(name)}</text>'
        left += text_width(name, SIZE) + 44


def _svg(shapes: str, height: float) -> str:
    size = f'viewBox="0 0 {WIDTH} {height:.0f}" width="170mm" height="{170 * height / WIDTH:.1f}mm"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><g font-family="{FACES}" font-size="{SIZE}">{shapes}</g></svg>'
