"""A Word template's bytes → its parts, those that speak compiled once, those that carry foreign words left out."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from docxtpl import DocxTemplate
from jinja2 import Template
from lxml import etree
from markupsafe import Markup

from auditdocs.render.archive import unpack
from auditdocs.render.docx_check import inspect_docx
from auditdocs.render.press import RefusedError
from auditdocs.render.sandbox import Sandbox
from auditdocs.render.template_faults import named_faults
from auditdocs.render.templates import environment
from auditdocs.render.word_markdown import contents
from auditdocs.render.word_values import written
from auditdocs.render.wordml import RUNNING, W, content_types, parsed
from auditdocs.render.wordml import written as as_part
from auditdocs.view_parts import Markdown

CORE = "docProps/core.xml"
TYPES = "[Content_Types].xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
# What a template carries about those who wrote it, and what older programs keep beside it.
_FOREIGN = re.compile(r"docProps/|customXml/|word/stylesWithEffects\.xml")
_TRACES = re.compile(r"\}(rsid\w*|paraId|textId)$")


@dataclass(frozen=True, slots=True)
class WordTemplate:
    """A template ready to be filled: parts as they are, parts that speak, and style ids by name."""

    name: str
    fixed: Mapping[str, bytes]
    speaking: Mapping[str, Template]
    styles: Mapping[str, str]


@lru_cache(maxsize=64)
def word_template(content: bytes, name: str) -> WordTemplate:
    """The template of these bytes, prepared once per process; refused where it is not safe."""
    found = inspect_docx(content, name)
    if found:
        raise RefusedError(found[0])
    parts = without_foreign(unpack(content, name))
    kinds = content_types(parts)
    speaking = {part: _compiled(parts[part], f"{name}: {part}") for part in parts if kinds.get(part) in RUNNING}
    fixed = {part: body for part, body in parts.items() if part not in speaking}
    return WordTemplate(name, fixed, speaking, _style_ids(parts))


def without_foreign(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts without properties, thumbnails and custom XML; the place of our own core properties is kept."""
    kept = {name: body for name, body in parts.items() if not _FOREIGN.match(name)}
    gone = set(parts) - set(kept)
    for name in [name for name in kept if name.endswith(".rels")]:
        kept[name] = _relations_without(name, kept[name], gone)
    types = parsed(kept[TYPES])
    for each in list(types):
        if str(each.get("PartName", "")).removeprefix("/") in gone:
            types.remove(each)
    types.append(etree.Element(_OVERRIDE, {"PartName": f"/{CORE}", "ContentType": _CORE_TYPE}))
    kept[TYPES] = as_part(types)
    return kept


def _relations_without(name: str, content: bytes, gone: set[str]) -> bytes:
    root = parsed(content)
    folder = posixpath.dirname(posixpath.dirname(name))
    for relation in list(root):
        target = str(relation.get("Target", ""))
        if posixpath.normpath(posixpath.join("/", folder, target)).removeprefix("/") in gone:
            root.remove(relation)
    if name == "_rels/.rels":
        root.append(etree.Element(_RELATION, {"Id": "rIdCore", "Type": _CORE_RELATION, "Target": CORE}))
    return as_part(root)


def _compiled(content: bytes, name: str) -> Template:
    """docxtpl joins what Word has cut into runs and lifts row and paragraph tags; the rest is a jinja template."""
    root = parsed(content)
    for element in root.iter():
        for key in [key for key in element.attrib if _TRACES.search(str(key))]:
            del element.attrib[key]
    source: str = DocxTemplate(BytesIO()).patch_xml(etree.tostring(root, encoding="unicode"))
    with named_faults(name):
        return word_environment().from_string(source)


@lru_cache(maxsize=1)
def word_environment() -> Sandbox:
    """The environment of the Word world; Word templates include nothing, so it has no folders."""
    made = environment((), written)
    made.filters["contents"] = contents_of
    return made


def contents_of(text: Markdown) -> Markup:
    """`{{p policy.body|contents }}`: a list of contents of a Markdown value."""
    return Markup(contents(text.text))


def _style_ids(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Style ids by the names Word knows them under in every language: `heading 1` → `1`."""
    if "word/styles.xml" not in parts:
        return {}
    return dict(_named_styles(parsed(parts["word/styles.xml"])))


def _named_styles(root: etree._Element) -> Iterator[tuple[str, str]]:
    for style in root.iter(f"{W}style"):
        name = style.find(f"{W}name")
        if name is not None:
            yield str(name.get(f"{W}val", "")).lower(), str(style.get(f"{W}styleId", ""))
