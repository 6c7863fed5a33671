"""Lists of contents: a field that opens without a question; its lines lead to the headings, F9 adds page numbers."""

from collections.abc import Sequence

from tools.word_templates.text import anchor, text
from tools.word_templates.xml import Blocks, Element, paragraph, run, w


def contents_of_markdown(name: str) -> Blocks:
    """The headings of a Markdown value: the press sets them (`render/word_markdown.py`)."""
    return [*_title(), *text(f"{{{{p {name}|contents }}}}")]


def contents_of_sections(sections: Sequence[tuple[str, str]]) -> Blocks:
    """The numbered sections of a template: number and label."""
    last = len(sections) - 1
    lines = (_line(number, label, place == 0, place == last) for place, (number, label) in enumerate(sections))
    return [*_title(), *lines]


def _title() -> Blocks:
    return text("{{ t.contents }}", "TOCHeading")


def _line(number: str, label: str, first: bool, last: bool) -> Element:
    link = w("hyperlink", run(f"{number} {{{{ t.{label} }}}}"), anchor=anchor(number))
    begin = _begin() if first else ()
    end = (w("r", w("fldChar", fldCharType="end")),) if last else ()
    return paragraph(*begin, link, *end, style="TOC1")


def _begin() -> tuple[Element, ...]:
    instruction = w("instrText")
    instruction.text = r' TOC \o "1-2" \h \z \u '
    return (
        w("r", w("fldChar", fldCharType="begin")),
        w("r", instruction),
        w("r", w("fldChar", fldCharType="separate")),
    )
