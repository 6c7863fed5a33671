"""WordprocessingML elements as values: blocks are lists of them, a form is a list of blocks."""

from collections.abc import Iterable

from lxml import etree

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Element = etree._Element
Blocks = list[Element]


def w(tag: str, *children: Element, **attributes: str | int) -> Element:
    """An element of the namespace w, its attributes in the same namespace."""
    element = etree.Element(f"{{{NAMESPACE}}}{tag}", nsmap={"w": NAMESPACE})
    for name, value in attributes.items():
        element.set(f"{{{NAMESPACE}}}{name}", str(value))
    element.extend(children)
    return element


def run(text: str, style: str = "") -> Element:
    """A run of text, blanks kept."""
    words = w("t")
    words.text = text
    words.set(_XML_SPACE, "preserve")
    return w("r", *([w("rPr", w("rStyle", val=style))] if style else []), words)


def field(instruction: str, shown: str) -> Element:
    """A field Word computes itself (PAGE, NUMPAGES), with what stands there until it has."""
    return w("fldSimple", run(shown), instr=f" {instruction} ")


def paragraph(*content: Element, style: str = "TableText", align: str = "", keep_next: bool = False) -> Element:
    """A paragraph of runs in a style."""
    properties = [w("pStyle", val=style)]
    if keep_next:
        properties.append(w("keepNext"))
    if align:
        properties.append(w("jc", val=align))
    return w("p", w("pPr", *properties), *content)


def flattened(blocks: Iterable[Blocks]) -> Blocks:
    """The elements of several blocks in one list."""
    return [element for block in blocks for element in block]
