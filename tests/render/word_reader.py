"""Word bytes → the text that Word shows, found again by tests."""

from lxml import etree

from auditdocs.render.archive import unpack
from auditdocs.render.wordml import W, parsed


def text_of(part: bytes) -> str:
    """The text of a part: a newline between paragraphs and for each break."""
    return "\n".join(paragraphs_of(part))


def paragraphs_of(part: bytes) -> list[str]:
    """The text of every paragraph of a part."""
    return ["".join(map(_piece, paragraph.iter(f"{W}t", f"{W}br", f"{W}tab"))) for paragraph in parsed(part).iter(f"{W}p")]


def body_of(content: bytes) -> str:
    """The text of the body of a document."""
    return text_of(unpack(content, "x")["word/document.xml"])


def header_of(content: bytes) -> str:
    """The text of the header of a document."""
    return text_of(unpack(content, "x")["word/header1.xml"])


def _piece(element: etree._Element) -> str:
    if element.tag == f"{W}t":
        return element.text or ""
    in_run = element.getparent() is not None and element.getparent().tag == f"{W}r"  # type: ignore[union-attr]  # checked before
    return ("\n" if element.tag == f"{W}br" else "\t") if in_run else ""
