"""Counts with their labels → a bar chart: drawn on pages, in squares where nothing can be drawn."""

from collections.abc import Iterable, Iterator, Sequence
from unicodedata import east_asian_width

from markupsafe import escape

from auditdocs.view_parts import Picture

FACES = "Auditdocs Sans, Auditdocs Sans Whole, Noto Sans CJK SC, sans-serif"
WIDTH, LINE, SIZE = 700, 24, 13  # in pixels of the drawing
LABEL, LABEL_LINE, MOST_LINES = 270, 17, 4  # of a label: its room, a line of it, and how many; the table below has the rest
WIDEST = 15  # squares; more counts share them

Bar = tuple[str, int]


def bar_chart(bars: Sequence[Bar]) -> Picture:
    """One bar for each count, the greatest as long as there is room."""
    return Picture(_drawn(bars) if any(count for _, count in bars) else "", "\n".join(_squares(bars)))


def _drawn(bars: Sequence[Bar]) -> str:
    labels = [wrapped(label, LABEL, SIZE) for label, _ in bars]
    left = max(text_width(line, SIZE) for lines in labels for line in lines) + 14
    unit = (WIDTH - left - 40) / max(count for _, count in bars)
    shapes: list[str] = []
    top = 0
    for lines, (_, count) in zip(labels, bars, strict=True):
        height = LINE + (len(lines) - 1) * LABEL_LINE
        shapes.extend(label_lines(lines, top + height / 2))
        shapes.extend(_bar(top, height, left, unit * count, count))
        top += height
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top}" width="170mm" height="{170 * top / WIDTH:.1f}mm">'
        f'<g font-family="{FACES}" font-size="{SIZE}">{"".join(shapes)}</g></svg>'
    )


def _bar(top: int, height: int, left: float, length: float, count: int) -> Iterator[str]:
    middle = top + height / 2
    yield f'<rect x="{left:.1f}" y="{middle - 8:.1f}" width="{length:.1f}" height="{LINE - 8}" fill="#555"/>'
    yield f'<line x1="{left:.1f}" y1="{top}" x2="{left:.1f}" y2="{top + height}" stroke="#000" stroke-width="1"/>'
    yield f'<text x="{left + length + 6:.1f}" y="{middle + 4:.1f}">{count}</text>'


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


def label_lines(lines: Sequence[str], middle: float) -> Iterator[str]:
    """A label's lines at the left edge, about the middle of its bar."""
    first = middle - (len(lines) - 1) * LABEL_LINE / 2 + 4
    for number, line in enumerate(lines):
        yield f'<text x="0" y="{first + number * LABEL_LINE:.1f}">{escape(line)}</text>'


def wrapped(label: str, room: float, size: float) -> list[str]:
    """A label in lines that its room holds, broken at blanks where there are some; too long, it keeps its end: a clause's number."""
    lines, line = [], ""
    for piece in _pieces(label, room, size):
        if line.strip() and text_width(line + piece, size) > room:
            lines.append(line.strip())
            line = piece
        else:
            line += piece
    lines.append(line.strip())
    return lines if len(lines) <= MOST_LINES else [*lines[: MOST_LINES - 1], f"…{lines[-1]}"]


def _pieces(label: str, room: float, size: float) -> Iterator[str]:
    """Words with the blank before them; of Chinese, and of words too long for a line, single characters."""
    for word in label.replace("\n", " ").split(" "):
        is_whole = word.isascii() and text_width(word, size) < room
        yield from (f" {word}",) if is_whole else (f" {word[:1]}", *word[1:])
