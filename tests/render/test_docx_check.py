import re
from collections.abc import Callable, Mapping

import pytest
from docx.document import Document as Word
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from auditdocs.problem import Words, said
from auditdocs.render.archive import pack, unpack
from auditdocs.render.docx_check import inspect_docx
from tests.render import word_template
from tests.render.conftest import CHECKOUT


def reasons(content: bytes) -> str:
    found = inspect_docx(content, "car/car.docx")
    return "; ".join(f"{one.sentence.code} {said(one.facts['reason'], 'en')}" for one in found)


def changed(**bodies: Callable[[bytes], bytes] | bytes) -> bytes:
    """The template with parts replaced or added; `__` in a name stands for a slash, `_dot_` for a dot."""
    parts = unpack(word_template.saved(word_template.made()), "x")
    for key, body in bodies.items():
        name = key.replace("__", "/").replace("_dot_", ".")
        name = {"types": "[Content_Types].xml", "rels": "word/_rels/document.xml.rels"}.get(name, name)
        parts[name] = body if isinstance(body, bytes) else body(parts[name])
    return pack(parts)


def with_paragraph(xml: str) -> bytes:
    return changed(word__document_dot_xml=lambda body: body.replace(b"<w:sectPr", f"{xml}<w:sectPr".encode(), 1))


def with_relation(kind: str, target: str, external: bool) -> bytes:
    mode = ' TargetMode="External"' if external else ""
    kind = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
    relation = f'<Relationship Id="rId99" Type="{kind}" Target="{target}"{mode}/></Relationships>'.encode()
    return changed(rels=lambda body: body.replace(b"</Relationships>", relation))


FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r><w:r><w:instrText>{}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
UNSAFE: Mapping[str, tuple[bytes, str]] = {
    "macro": (changed(word__vbaProject_dot_bin=b"x"), "vbaProject"),
    "ole": (changed(word__embeddings__oleObject1_dot_bin=b"x"), "oleObject1"),
    "macro type": (changed(types=lambda body: body.replace(b"wordprocessingml.document.main", b"x.macroEnabled.main")), "docm"),
    "comments": (changed(word__comments_dot_xml=b"<x/>"), "comments"),
    "template on the web": (with_relation("attachedTemplate", "http://a.example/t.dotm", True), "a.example"),
    "picture on the web": (with_relation("image", "http://a.example/i.png", True), "a.example"),
    "link": (with_relation("hyperlink", "https://a.example", True), "a.example"),
    "chunk": (with_relation("aFChunk", "x.html", False), "aFChunk"),
    "DTD": (
        changed(
            word__document_dot_xml=lambda body: re.sub(rb"\?>", b'?><!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>', body, count=1)
        ),
        "DTD",
    ),
    "DTD in UTF-16": (changed(word__webSettings_dot_xml='<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e "x">]><a/>'.encode("utf-16")), "DTD"),
    "DDE cut in two": (with_paragraph(FIELD.format(" DDE", "AUTO c:\\x cmd ")), "DDEAUTO"),
    "INCLUDETEXT": (with_paragraph(FIELD.format(' INCLUDETEXT "c:\\x.docx"', "")), "INCLUDETEXT"),
    "simple field": (with_paragraph('<w:p><w:fldSimple w:instr=" INCLUDEPICTURE x "/></w:p>'), "INCLUDEPICTURE"),
    "hidden": (with_paragraph("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>customer A</w:t></w:r></w:p>"), "hidden text"),
    "tracked": (with_paragraph('<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>x</w:t></w:r></w:ins></w:p>'), "tracked"),
    "raw": (with_paragraph("<w:p><w:r><w:t>{{r demo.customer }}</w:t></w:r></w:p>"), "{{r"),
    "update": (
        changed(word__settings_dot_xml=lambda body: body.replace(b"</w:settings>", b'<w:updateFields w:val="true"/></w:settings>')),
        "updateFields",
    ),
    "broken": (changed(word__document_dot_xml=b"<w:document"), "broken"),
}


@pytest.mark.parametrize(("content", "word"), UNSAFE.values(), ids=UNSAFE.keys())
def test_what_a_template_must_not_carry_is_found(content: bytes, word: str) -> None:
    assert word in reasons(content)


def test_the_shipped_templates_are_safe() -> None:
    shipped = sorted((CHECKOUT / "templates").rglob("*.docx"))
    assert shipped
    assert {file.name: reasons(file.read_bytes()) for file in shipped} == {file.name: "" for file in shipped}


def test_a_plain_template_is_safe() -> None:
    assert reasons(word_template.saved(word_template.made())) == ""


@pytest.mark.parametrize("code", ["PAGE", "NUMPAGES  \\* MERGEFORMAT", 'TOC \\o "1-3" \\h \\z', "STYLEREF 1"])
def test_the_fields_of_a_frame_are_allowed(code: str) -> None:
    assert reasons(with_paragraph(FIELD.format(f" {code} ", ""))) == ""


def test_a_hidden_paragraph_mark_hides_no_text() -> None:
    word: Word = word_template.made()
    mark = OxmlElement("w:rPr")
    mark.append(OxmlElement("w:vanish"))
    word.paragraphs[0].paragraph_format.element.get_or_add_pPr().append(mark)
    assert word.paragraphs[0]._p.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:vanish')}") is not None
    assert reasons(word_template.saved(word)) == ""


def test_every_fault_is_told_not_only_the_first() -> None:
    two = changed(word__comments_dot_xml=b"<x/>", word__vbaProject_dot_bin=b"x")
    found = inspect_docx(two, "car/car.docx")
    assert len(found) == 2
    assert all(isinstance(one.facts["reason"], Words) for one in found)
