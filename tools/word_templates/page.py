"""The frame on every page: head with company, title, numbers and mark; foot with sources."""

from dataclasses import dataclass

from tools.word_templates.table import LABEL_SHADE, cell, row, table, widths
from tools.word_templates.xml import Blocks, Element, field, paragraph, run, w

_SHORT, _LONG = 11906, 16838  # A4 in twips
_TOP, _BOTTOM, _HEAD, _FOOT = 1900, 1000, 500, 450


@dataclass(frozen=True, slots=True)
class Page:
    """A4, upright or on its side."""

    landscape: bool = False

    @property
    def text_width(self) -> int:
        """Between the margins, in twips: what every table fills."""
        return (_LONG if self.landscape else _SHORT) - sum(self._sides)

    @property
    def _sides(self) -> tuple[int, int]:
        """Upright there is room on the left to punch: 20 and 15 mm."""
        return (680, 680) if self.landscape else (1134, 850)

    def set_on(self, section: Element) -> None:
        """Give a section's properties this size and these margins, after its header and footer."""
        wide, high = (_LONG, _SHORT) if self.landscape else (_SHORT, _LONG)
        size = w("pgSz", w=wide, h=high, **({"orient": "landscape"} if self.landscape else {}))
        left, right = self._sides
        edges = {"top": _TOP, "right": right, "bottom": _BOTTOM, "left": left}
        margins = w("pgMar", **edges, header=_HEAD, footer=_FOOT, gutter=0)
        for child in [child for child in section if not child.tag.endswith("Reference")]:
            section.remove(child)
        section.extend([size, margins])


def header(page: Page) -> Blocks:
    """Company and mark, title, and what a form is filed by."""
    twips = widths((24, 42, 17, 17) if not page.landscape else (24, 46, 13, 17), page.text_width)
    pairs = (
        ("form_number", (run("{{ frame.form_number }}"),)),
        ("revision", (run("{{ frame.revision }}"),)),
        ("record_number", (run("{{ frame.number }}"),)),
        ("confidentiality", (run("{{ frame.confidentiality }}"),)),
        ("page", (field("PAGE", "1"), run(" / "), field("NUMPAGES", "1"))),
    )
    rows = (
        row(*(_name(twips) if place == 0 else _below_name(twips)), *_pair(label, value, twips), height=4)
        for place, (label, value) in enumerate(pairs)
    )
    return [table(twips, *rows), paragraph(style="Gap")]


def _name(twips: tuple[int, ...]) -> tuple[Element, Element]:
    company = paragraph(run("{{ frame.company|stacked }}"), style="HeaderCompany")
    mark = [paragraph(run(tag), style="Mark") for tag in ("{%p if frame.mark %}", "{{ frame.mark }}", "{%p endif %}")]
    title = paragraph(run("{{ frame.title|stacked }}"), style="HeaderTitle")
    return cell(company, *mark, width=twips[0], merge="restart"), cell(title, width=twips[1], merge="restart")


def _below_name(twips: tuple[int, ...]) -> tuple[Element, Element]:
    return cell(width=twips[0], merge="continue"), cell(width=twips[1], merge="continue")


def _pair(label: str, value: tuple[Element, ...], twips: tuple[int, ...]) -> tuple[Element, Element]:
    name = paragraph(run(f"{{{{ t.{label} }}}}"), style="Header")
    return (
        cell(name, width=twips[2], shade=LABEL_SHADE),
        cell(paragraph(*value, style="Header"), width=twips[3]),
    )


def footer(page: Page) -> Blocks:
    """Sources, the day it speaks of, how long to keep it, and what a print is worth."""
    as_of = "{% if frame.as_of %}　{{ t.as_of }}: {{ frame.as_of }}{% endif %}"
    retention = "{% if frame.retention %}{{ t.retention }}: {{ frame.retention }}{% endif %}"
    tab = w("tabs", w("tab", val="right", pos=page.text_width))
    rule = w("pBdr", w("top", val="single", sz=4, space=3, color="404040"))
    return [
        _foot_line(rule, run("{{ t.sources }}: {{ frame.sources or '—' }}" + as_of)),
        _foot_line(tab, run(retention), w("r", w("tab")), run("{{ frame.note }}")),
    ]


def _foot_line(property: Element, *content: Element) -> Element:
    return w("p", w("pPr", w("pStyle", val="Footer"), property), *content)
