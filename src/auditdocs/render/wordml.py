"""Names of WordprocessingML, and the one strict way its parts are read and written."""

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TEXT_TAGS = frozenset(f"{W}{name}" for name in ("t", "delText", "instrText", "delInstrText", "fldData"))
RUNNING = {  # content types of the parts that a template speaks in
    f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
    for kind in ("document.main", "header", "footer", "footnotes", "endnotes")
}
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def parsed(content: bytes) -> etree._Element:
    """An XML part as a tree: nothing repaired, no entity resolved, nothing fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=False)
    return etree.fromstring(content, parser)


def written(root: etree._Element) -> bytes:
    """A tree as an XML part."""
    content: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return content


def content_types(parts: dict[str, bytes]) -> dict[str, str]:
    """The content type of every part that has one of its own, by part name."""
    root = parsed(parts["[Content_Types].xml"])
    overrides = (each for each in root if isinstance(each.tag, str) and each.tag.endswith("}Override"))
    return {str(each.get("PartName", "")).removeprefix("/"): str(each.get("ContentType", "")) for each in overrides}
