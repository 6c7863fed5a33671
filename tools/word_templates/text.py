"""Headings, paragraphs of text, Markdown's placeholder, and the tags that repeat or leave out blocks."""

from tools.word_templates.xml import Blocks, Element, flattened, paragraph, run, w

_MARGINS, _LETTER = 170, 100  # twips: of a cell, left and right; of a Latin letter at 9 points, on the wide side


def heading(tag: str, level: int = 1, number: str = "") -> Blocks:
    """A heading that stays with what follows; a numbered one has a bookmark the list of contents leads to."""
    if not number:
        return [paragraph(run(tag), style=f"Heading{level}")]
    start = w("bookmarkStart", id=sum(map(ord, number)), name=anchor(number))
    end = w("bookmarkEnd", id=sum(map(ord, number)))
    return [paragraph(start, run(f"{number} {tag}"), end, style=f"Heading{level}")]


def anchor(number: str) -> str:
    """The bookmark of the section with this number."""
    return f"_section_{number}"


def text(tag: str, style: str = "BodyText") -> Blocks:
    """A paragraph of text."""
    return [paragraph(run(tag), style=style)]


def note(tag: str) -> Blocks:
    """A line as small as what stands in tables; it stays with what follows."""
    return [paragraph(run(tag), style="TableText", keep_next=True)]


def markdown(name: str) -> Blocks:
    """The paragraph whose place Markdown takes: it holds one tag and nothing else."""
    return [paragraph(run(f"{{{{p {name} }}}}"), style="BodyText")]


def when(condition: str, *blocks: Blocks) -> Blocks:
    """Blocks that are left out, with their headings, where the condition does not hold."""
    return [_tag(f"if {condition}"), *flattened(blocks), _tag("endif")]


def each(loop: str, *blocks: Blocks, otherwise: Blocks | None = None) -> Blocks:
    """Blocks once for each; `otherwise` is for a form printed empty."""
    empty = [_tag("else"), *otherwise] if otherwise else []
    return [_tag(f"for {loop}"), *flattened(blocks), *empty, _tag("endfor")]


def label_tag(name: str, width: int, given: str = "") -> str:
    """The tag of a label (`t.owner`, only where there is `given`), told how many letters a line of so many twips holds."""
    room = (width - _MARGINS) // _LETTER
    words = f"({name})|in_two({room})" if " " in name else f"{name}|in_two({room})"
    return f"{{{{ {words} if {given} else '' }}}}" if given else f"{{{{ {words} }}}}"


def gap() -> Blocks:
    """A little room: without a paragraph between them Word joins two tables."""
    return [paragraph(style="Gap")]


def page_break() -> Blocks:
    """What follows starts a page."""
    return [w("p", w("pPr", w("pStyle", val="Gap")), w("r", w("br", type="page")))]


def _tag(words: str) -> Element:
    return paragraph(run(f"{{%p {words} %}}"), style="Gap")
