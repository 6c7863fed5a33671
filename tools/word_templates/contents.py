"""The list of contents: a field that Word fills, closed so that opening asks no question."""

from tools.word_templates.xml import Blocks, Element, paragraph, run, w


def contents(title: str) -> Blocks:
    """A title and the field; Word fills it from the headings when its reader asks for it (F9)."""
    return [paragraph(run(title), style="TOCHeading"), _toc()]


def _toc() -> Element:
    instruction = w("instrText")
    instruction.text = r' TOC \o "1-3" \h \z \u '
    return paragraph(
        w("r", w("fldChar", fldCharType="begin")),
        w("r", instruction),
        w("r", w("fldChar", fldCharType="separate")),
        run("F9"),
        w("r", w("fldChar", fldCharType="end")),
        style="TOC1",
    )
