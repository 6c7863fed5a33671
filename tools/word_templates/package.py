"""A form's page, styles and blocks → the bytes of its .docx, the same bytes from every run."""

import io
from datetime import datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part, XmlPart
from lxml import etree

from auditdocs.render.archive import pack, unpack
from tools.word_templates.numbering import numbering_xml
from tools.word_templates.page import Page, footer, header
from tools.word_templates.style import styles_xml
from tools.word_templates.styles import Scale, styles
from tools.word_templates.theme import theme_xml
from tools.word_templates.xml import Blocks, Element, w

# What python-docx's own empty document brings and no form needs.
_DROPPED = ("customXml", "stylesWithEffects", "thumbnail", "webSettings", "fontTable")


def package(page: Page, scale: Scale, blocks: Blocks) -> bytes:
    """The template as Word reads it."""
    document = Document()
    _drop_what_no_form_needs(document)
    _dress(document, scale)
    _lay_out(document, page)
    body = document.element.body
    for element in blocks:
        body.insert(len(body) - 1, element)
    _say_nothing_about_its_maker(document)
    written = io.BytesIO()
    document.save(written)
    return canonical(written.getvalue())


def canonical(content: bytes) -> bytes:
    """The same package with its parts in one order and every clock reading taken out."""
    return pack(unpack(content, "template"))


def _drop_what_no_form_needs(document: WordDocument) -> None:
    for relationships in (document.part.rels, document.part.package.rels):
        for name in [name for name, rel in relationships.items() if rel.reltype.rsplit("/")[-1] in _DROPPED]:
            del relationships[name]


def _dress(document: WordDocument, scale: Scale) -> None:
    _refill(document.styles.element, styles_xml(styles(scale)))
    _refill(_xml_part(document, RELATIONSHIP_TYPE.NUMBERING).element, numbering_xml())
    _refill(document.settings.element, _settings_xml())
    theme = _part(document, RELATIONSHIP_TYPE.THEME)
    theme._blob = theme_xml()


def _part(document: WordDocument, kind: str) -> Part:
    return document.part.part_related_by(kind)


def _xml_part(document: WordDocument, kind: str) -> XmlPart:
    part = _part(document, kind)
    assert isinstance(part, XmlPart)
    return part


def _refill(old: Element, new: Element) -> None:
    """Give a part's root other children; the root keeps its namespaces."""
    for child in list(old):
        old.remove(child)
    old.extend(new)
    etree.cleanup_namespaces(old)


def _settings_xml() -> Element:
    mode = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=420),
        w("characterSpacingControl", val="compressPunctuation"),
        w("compat", mode),
        w("themeFontLang", val="en-US", eastAsia="zh-CN"),
    )


def _lay_out(document: WordDocument, page: Page) -> None:
    section = document.sections[0]
    section.header.is_linked_to_previous = False
    section.footer.is_linked_to_previous = False
    for part, blocks in ((section.header, header(page)), (section.footer, footer(page))):
        _refill(part._element, w("hdr", *blocks))
    page.set_on(section._sectPr)


def _say_nothing_about_its_maker(document: WordDocument) -> None:
    properties = document.core_properties
    for name in ("author", "comments", "last_modified_by", "title", "subject", "keywords", "category"):
        setattr(properties, name, "")
    properties.revision = 1
    properties.created = properties.modified = datetime(2000, 1, 1)  # noqa: DTZ001  (python-docx takes naive UTC)
