"""Boxes in lanes, one below the other, → SVG with an arrow from each to the next; the same boxes give the same bytes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import escape

from auditdocs.documents.chart import FACES, text_width

WIDTH, EDGE, GAP, PAD = 700, 12, 14, 5  # in pixels of the drawing
SIZES = (12, 10)  # of letters: the first language, the second
LEADING = 1.25
PAGE = (170.0, 212.0)  # millimetres there are for a drawing
INK, PALE = "#222", "#f2f4f7"


@dataclass(frozen=True, slots=True)
class Box:
    """A step: its words in each language, its lane, how its edge is drawn, whether it stands in the inner frame."""

    lines: tuple[str, ...]
    lane: int
    is_round: bool = False
    is_dashed: bool = False
    is_inner: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """All that is drawn: heads of the lanes, boxes, words of the inner frame, what dashed and round edges mean, lines of text below."""

    lanes: tuple[tuple[str, ...], ...]
    boxes: tuple[Box, ...]
    inner: str
    edges: tuple[str, str]
    below: tuple[str, ...]

    @property
    def lane_width(self) -> float:
        return WIDTH / len(self.lanes)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A box where it stands."""

    box: Box
    words: tuple[tuple[str, int], ...]  # lines with the size of their letters
    left: float
    top: float
    width: float

    @property
    def height(self) -> float:
        return 2 * PAD + sum(size * LEADING for _, size in self.words)

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def middle(self) -> float:
        return self.left + self.width / 2


def draw(chart: Chart) -> str:
    """The drawing as large as the page lets it be."""
    head = max(len(_set(lines, chart.lane_width - 2 * EDGE)) for lines in chart.lanes) * SIZES[0] * LEADING + 2 * PAD
    placed = tuple(_place(chart, head + GAP))
    foot = placed[-1].bottom + GAP
    height = foot + (1 + len(chart.below)) * 16 + 4
    scale = min(PAGE[0] / WIDTH, PAGE[1] / height)
    shapes = "".join((*_lanes(chart, head, foot), *_inner(chart, placed), *_arrows(placed), *map(_drawn, placed), *_below(chart, foot)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" '
        f'width="{WIDTH * scale:.1f}mm" height="{height * scale:.1f}mm"><g font-family="{FACES}" fill="{INK}">{shapes}</g></svg>'
    )


def _place(chart: Chart, top: float) -> Iterator[_Placed]:
    """One box below the other, each in its lane; the inner frame takes some room before and after."""
    before = False
    width = chart.lane_width - 2 * EDGE
    for box in chart.boxes:
        top += (GAP + SIZES[1]) * (box.is_inner is not before)
        one = _Placed(box, _set(box.lines, width - 8), chart.lane_width * box.lane + EDGE, top, width)
        yield one
        top, before = one.bottom + GAP, box.is_inner


def _set(lines: Sequence[str], width: float) -> tuple[tuple[str, int], ...]:
    """Words broken into lines that fit; the first language in larger letters."""
    sizes = (SIZES[min(place, 1)] for place in range(len(lines)))
    return tuple((part, size) for line, size in zip(lines, sizes, strict=True) for part in _broken(line, size, width))


def _broken(line: str, size: int, width: float) -> Iterator[str]:
    """The line, broken between words where it is too long."""
    part = ""
    for word in line.split(" "):
        longer = f"{part} {word}".strip()
        if part and text_width(longer, size) > width:
            yield part
            longer = word
        part = longer
    yield part


def _lanes(chart: Chart, head: float, foot: float) -> Iterator[str]:
    yield f'<rect x="0.5" y="0.5" width="{WIDTH - 1}" height="{foot:.1f}" fill="none" stroke="{INK}"/>'
    yield f'<rect x="0.5" y="0.5" width="{WIDTH - 1}" height="{head:.1f}" fill="#e4e9ef" stroke="{INK}"/>'
    for place, lines in enumerate(chart.lanes):
        left = place * chart.lane_width
        if place:
            yield f'<line x1="{left:.1f}" y1="0.5" x2="{left:.1f}" y2="{foot:.1f}" stroke="{INK}" stroke-width="0.5"/>'
        words = _set(lines, chart.lane_width - 2 * EDGE)
        yield from _words(words, left + chart.lane_width / 2, PAD, bold=True)


def _inner(chart: Chart, placed: Sequence[_Placed]) -> Iterator[str]:
    """The frame around the boxes of the inner life, with its words."""
    inside = [one for one in placed if one.box.is_inner]
    if inside:
        top, bottom = inside[0].top - GAP, inside[-1].bottom + GAP / 2
        place = f'x="4" y="{top:.1f}" width="{WIDTH - 8}" height="{bottom - top:.1f}"'
        yield f'<rect {place} fill="none" stroke="#777" stroke-dasharray="6 4"/>'
        yield f'<text x="10" y="{top + SIZES[1] + 3:.1f}" font-size="{SIZES[1]}">{escape(chart.inner)}</text>'


def _arrows(placed: Sequence[_Placed]) -> Iterator[str]:
    for above, below in pairwise(placed):
        turn = below.top - GAP / 2 - 1
        points = ((above.middle, above.bottom), (above.middle, turn), (below.middle, turn), (below.middle, below.top - 4))
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        x, y = below.middle, below.top
        yield f'<polyline points="{path}" fill="none" stroke="{INK}"/>'
        yield f'<polygon points="{x:.1f},{y:.1f} {x - 3.5:.1f},{y - 6:.1f} {x + 3.5:.1f},{y - 6:.1f}"/>'


def _drawn(one: _Placed) -> str:
    dashes = ' stroke-dasharray="4 3"' if one.box.is_dashed else ""
    corner = one.height / 2 if one.box.is_round else 2
    frame = (
        f'<rect x="{one.left:.1f}" y="{one.top:.1f}" width="{one.width:.1f}" height="{one.height:.1f}" rx="{corner:.1f}" '
        f'fill="{PALE}" stroke="{INK}"{dashes}/>'
    )
    return frame + "".join(_words(one.words, one.middle, one.top + PAD))


def _words(words: Sequence[tuple[str, int]], middle: float, top: float, bold: bool = False) -> Iterator[str]:
    weight = ' font-weight="bold"' if bold else ""
    for line, size in words:
        top += size * LEADING
        yield f'<text x="{middle:.1f}" y="{top - size * 0.3:.1f}" font-size="{size}" text-anchor="middle"{weight}>{escape(line)}</text>'


def _below(chart: Chart, foot: float) -> Iterator[str]:
    for place, (look, words) in enumerate(zip(('stroke-dasharray="4 3"', 'rx="5"'), chart.edges, strict=True)):
        left = 2 + place * WIDTH / 2
        yield f'<rect x="{left:.1f}" y="{foot + 6:.1f}" width="24" height="10" fill="{PALE}" stroke="{INK}" {look}/>'
        yield f'<text x="{left + 30:.1f}" y="{foot + 15:.1f}" font-size="{SIZES[1]}">{escape(words)}</text>'
    for place, line in enumerate(chart.below, 2):
        yield f'<text x="2" y="{foot + 16 * place:.1f}" font-size="{SIZES[1]}">{escape(line)}</text>'
