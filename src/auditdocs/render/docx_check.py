"""A Word template's bytes → what makes it unsafe to use: code, links to outside, foreign text that a reader does not see."""

import re
from collections.abc import Iterator

from lxml import etree

from auditdocs.document import Refusal
from auditdocs.problem import Words
from auditdocs.render.archive import BAD_PACKAGE, unpack
from auditdocs.render.press import RefusedError
from auditdocs.render.template_faults import UNSAFE
from auditdocs.render.word_places import paragraphs, part_kind
from auditdocs.render.wordml import MAIN, RUNNING, W, content_types, parsed

_ALLOWED_FIELDS = frozenset(("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "TOC", "PAGEREF", "NOTEREF", "REF", "SEQ", "STYLEREF"))
_FORBIDDEN_PARTS = re.compile(r"vbaProject|vbaData|/embeddings/|/activeX/|\.bin$|/attachedToolbars|afchunk|/ctrlProps/", re.I)
_FORBIDDEN_RELATIONS = re.compile(
    r"/(attachedTemplate|aFChunk|oleObject|package|frame|subDocument|vbaProject|control|externalLink\w*|mailMerge\w*)$", re.I
)
_COMMENTS = re.compile(r"(^|/)(comments\w*|people)\.xml$", re.I)
_RAW_TAG = re.compile(r"\{[{%]r\s")
_TRACKED = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"))


def inspect_docx(content: bytes, name: str) -> tuple[Refusal, ...]:
    """Everything that stands against this template; empty where it may be used."""
    try:
        parts = unpack(content, name)
    except RefusedError as refused:
        return (refused.refusal,)
    try:
        return tuple(Refusal(UNSAFE, {"template": name, "reason": reason}) for reason in _reasons(parts))
    except (etree.XMLSyntaxError, KeyError) as fault:
        reason = Words(f"XML 部件有误：{fault}", f"an XML part is broken: {fault}")
        return (Refusal(BAD_PACKAGE, {"template": name, "reason": reason}),)


def _reasons(parts: dict[str, bytes]) -> Iterator[Words]:
    if any(_has_doctype(content) for name, content in parts.items() if name.endswith((".xml", ".rels"))):
        yield Words("XML 部件含有 DTD", "an XML part has a DTD")
        return
    kinds = content_types(parts)
    if MAIN not in kinds.values():
        yield Words("不是 .docx 文件（含宏的 .docm 或其他格式）", "it is not a .docx file (but .docm with macros, or something else)")
    for name in sorted(parts):
        yield from _reasons_by_name(name)
        if name.endswith(".rels"):
            yield from _reasons_in_relations(name, parts[name])
    for name in sorted(name for name in parts if kinds.get(name) in RUNNING):
        yield from _reasons_in_text(name, parsed(parts[name]), part_kind(kinds[name]))
    yield from _reasons_in_settings(parts)


def _has_doctype(content: bytes) -> bool:
    return any("<!DOCTYPE".encode(code) in content for code in ("utf-8", "utf-16-le", "utf-16-be"))


def _reasons_by_name(name: str) -> Iterator[Words]:
    if _FORBIDDEN_PARTS.search(name):
        yield Words(f"宏、嵌入对象或控件：{name}", f"macro, embedded object or control: {name}")
    if _COMMENTS.search(name):
        yield Words(f"批注：{name}", f"comments: {name}")


def _reasons_in_relations(name: str, content: bytes) -> Iterator[Words]:
    for relation in parsed(content):
        kind, target = str(relation.get("Type", "")), str(relation.get("Target", ""))
        if relation.get("TargetMode") == "External":
            yield Words(f"指向外部的链接：{target}（{name}）", f"a link to outside: {target} ({name})")
        elif _FORBIDDEN_RELATIONS.search(kind):
            yield Words(f"不允许的关系：{kind.rsplit('/', 1)[-1]}（{name}）", f"relation {kind.rsplit('/', 1)[-1]} ({name})")


def _reasons_in_text(name: str, root: etree._Element, kind: str) -> Iterator[Words]:
    for code in _field_codes(root):
        word = (code.split() or [""])[0].upper()
        if word not in _ALLOWED_FIELDS:
            yield Words(f"域 {word}（{name}）", f"field {word} ({name})")
    if any(_is_on(mark) for run in root.iter(f"{W}r") for mark in run.iterfind(f"{W}rPr/{W}vanish")):
        yield Words(f"隐藏文字（{name}）", f"hidden text ({name})")
    if next(root.iter(*_TRACKED), None) is not None:
        yield Words(f"修订记录（{name}）", f"tracked changes ({name})")
    for paragraph in paragraphs(root, kind):
        if _RAW_TAG.search(paragraph.text):
            text, at = paragraph.text[:60], paragraph.where
            yield Words(f"{at.zh}：{{{{r …}}}} 会丢失文字，请去掉 r：{text}", f"{at.en}: {{{{r …}}}} loses text, take the r out: {text}")


def _field_codes(root: etree._Element) -> Iterator[str]:
    """The code of every field, also where Word has cut it into several runs."""
    for simple in root.iter(f"{W}fldSimple"):
        yield str(simple.get(f"{W}instr", ""))
    code: list[str] | None = None
    for element in root.iter(f"{W}fldChar", f"{W}instrText"):
        if element.tag == f"{W}instrText":
            code = [*(code or ()), element.text or ""]
        elif code is not None and element.get(f"{W}fldCharType") in ("separate", "end", "begin"):
            yield "".join(code)
            code = None
    if code is not None:
        yield "".join(code)


def _is_on(mark: etree._Element) -> bool:
    return mark.get(f"{W}val", "true") not in ("0", "false", "off")


def _reasons_in_settings(parts: dict[str, bytes]) -> Iterator[Words]:
    if "word/settings.xml" not in parts:
        return
    settings = parsed(parts["word/settings.xml"])
    for name, zh in (("updateFields", "打开时更新域"), ("mailMerge", "邮件合并"), ("attachedTemplate", "附加模板")):
        if settings.find(f"{W}{name}") is not None:
            yield Words(f"设置：{zh}", f"setting {name}")
