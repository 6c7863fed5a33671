"""A job → Word bytes from `<template>.docx`: filled through docxtpl's tags, parsed strictly, tidied, packed canonically."""

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape

from jinja2 import Template
from lxml import etree

from auditdocs.document import Frame, Job
from auditdocs.problem import Sentence, Words
from auditdocs.render.archive import pack
from auditdocs.render.characters import demand_printable
from auditdocs.render.docx_template import CORE, WordTemplate, word_template
from auditdocs.render.press import Asset, Press, refuse
from auditdocs.render.template_faults import FAULT
from auditdocs.render.templates import context, read, rendered
from auditdocs.render.word_markdown import STYLE_MARK
from auditdocs.render.word_pages import keep_together
from auditdocs.render.word_pictures import drawn, with_media
from auditdocs.render.wordml import TEXT_TAGS, WP, XML_SPACE, W, parsed, written

LONG_PROPERTY = Sentence(
    "document.long-property",
    zh="文件属性“{name}”有 {length} 个字符，上限为 255",
    en="the file property {name} has {length} characters, the limit is 255",
    do_zh="请缩短文件标题或公司名称",
    do_en="shorten the title of the file or the company's name",
)
SENTENCES = (LONG_PROPERTY,)

_MOMENT = "2000-01-01T00:00:00Z"  # a clock reading would make equal inputs give other bytes


def render_docx(job: Job, press: Press) -> bytes:
    """The job as a Word document."""
    name = f"{job.document.template}.docx"
    template = word_template(read(press.template_roots, name), name)
    values = context(job.document, job.frame)
    parts = dict(template.fixed)
    shown: dict[str, dict[str, Asset]] = {}
    for part, speaking in template.speaking.items():
        root = _filled(speaking, template, part, values)
        shown[part] = drawn(root, press.assets, template.name)
        _tidy(root, template.styles)
        parts[part] = written(root)
    parts[CORE] = core_properties(job.frame)
    return pack(with_media(parts, shown))


def core_properties(frame: Frame) -> bytes:
    """Title and company, a fixed date, and nothing of those who wrote the template."""
    title = frame.subject or f"{frame.number} {frame.title}"
    for name, value in (("title", title), ("author", frame.company)):
        if len(value) > 255:
            raise refuse(LONG_PROPERTY, {"name": name, "length": len(value)})
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_property(title)}</dc:title><dc:creator>{_property(frame.company)}</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_MOMENT}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_MOMENT}</dcterms:modified></cp:coreProperties>'
    ).encode()


def _property(text: str) -> str:
    return escape(demand_printable(text))


def _filled(speaking: Template, template: WordTemplate, part: str, values: Mapping[str, object]) -> etree._Element:
    text = rendered(speaking, template.name, values)
    try:
        root = parsed(text.encode())
    except etree.XMLSyntaxError as fault:
        reason = Words(f"{part} 不再是 XML：{fault}", f"{part} is no longer XML: {fault}")
        raise refuse(FAULT, {"template": template.name, "reason": reason}) from fault
    _demand_text_in_runs(root, template.name)
    return root


def _demand_text_in_runs(root: etree._Element, name: str) -> None:
    """Word drops text outside a run without a word: `{{r x}}`, or `{{p x}}` with plain text."""
    for lost in _text_outside_runs(root):
        reason = Words(f"文字不在段落中，Word 不会显示：{lost[:60]}", f"text outside a run, which Word does not show: {lost[:60]}")
        raise refuse(FAULT, {"template": name, "reason": reason})


def _text_outside_runs(root: etree._Element) -> Iterator[str]:
    for element in root.iter(etree.Element):
        if not str(element.tag).startswith(W):
            continue
        holds_text = element.tag in TEXT_TAGS
        if holds_text and len(element):
            yield "".join(str(piece) for piece in element.itertext())
        if not holds_text and element.text and element.text.strip():
            yield element.text.strip()
        if element.tail and element.tail.strip():
            yield element.tail.strip()


def _tidy(root: etree._Element, styles: Mapping[str, str]) -> None:
    """What loops leave behind and Word trips over: tables without rows, cells without paragraphs, one id twice."""
    for table in list(root.iter(f"{W}tbl")):
        if table.find(f"{W}tr") is None:
            _remove(table)
    for cell in root.iter(f"{W}tc", f"{W}hdr", f"{W}ftr"):
        if not len(cell) or cell[-1].tag not in (f"{W}p", f"{W}sdt"):
            etree.SubElement(cell, f"{W}p")
    keep_together(root)
    for text in root.iter(f"{W}t"):
        text.set(XML_SPACE, "preserve")
    for number, drawing in enumerate(root.iter(f"{WP}docPr"), 1):
        drawing.set("id", str(number))
    _name_styles(root, styles)


def _name_styles(root: etree._Element, styles: Mapping[str, str]) -> None:
    """Put the template's own style ids where Markdown asked for a style by name; plain where it has none."""
    for asked in list(root.iter(f"{W}pStyle", f"{W}tblStyle")):
        name = str(asked.get(f"{W}val", ""))
        if not name.startswith(STYLE_MARK):
            continue
        if name.removeprefix(STYLE_MARK) in styles:
            asked.set(f"{W}val", styles[name.removeprefix(STYLE_MARK)])
        else:
            _remove(asked)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
