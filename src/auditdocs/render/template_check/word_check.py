"""A Word template → its faults by paragraph, table, row and cell: what is unsafe, misread, lost, not well formed, asked for in vain."""

from collections.abc import Iterator, Sequence

from jinja2 import TemplateSyntaxError

from auditdocs.document import Refusal
from auditdocs.problem import Sentence, Words
from auditdocs.render.archive import unpack
from auditdocs.render.docx_check import inspect_docx
from auditdocs.render.docx_template import word_environment, word_template
from auditdocs.render.jinja_messages import in_both
from auditdocs.render.press import RefusedError
from auditdocs.render.template_check.following import faults_along
from auditdocs.render.template_check.values import Scope
from auditdocs.render.template_check.word_look import half_set_fonts, half_set_styles, lacks_chinese_font, style_ids, unknown_styles
from auditdocs.render.template_check.word_marks import Mark, lost, marks_of, misread, torn
from auditdocs.render.template_faults import LOOK, MARK, SYNTAX, UNDEFINED
from auditdocs.render.templates import read
from auditdocs.render.word_places import Paragraph, paragraphs, part_kind
from auditdocs.render.wordml import RUNNING, content_types, parsed

SHOWN = 60  # characters of a paragraph that a fault quotes
STYLES = Words("样式", "styles")


def faults_in_word(roots: tuple[str, ...], name: str, scope: Scope) -> Iterator[Refusal]:
    """Everything that is wrong with a Word template."""
    content = read(roots, name)
    unsafe = inspect_docx(content, name)
    yield from unsafe
    if unsafe:
        return
    parts = unpack(content, name)
    found = [*_faults(parts, name, scope)]
    yield from found
    if not found:
        yield from _last_look(content, name)


def _faults(parts: dict[str, bytes], name: str, scope: Scope) -> Iterator[Refusal]:
    kinds, known = content_types(parts), style_ids(parts)
    for part in sorted((one for one in parts if kinds.get(one) in RUNNING), key=lambda one: (one != "word/document.xml", one)):
        yield from _faults_in_part(tuple(paragraphs(parsed(parts[part]), part_kind(kinds[part]))), known, name, scope)
    for reason in half_set_styles(parts):
        yield _refusal(LOOK, name, STYLES, reason)
    if lacks_chinese_font(parts):
        zh = "没有为中文指定字体（w:eastAsia），每台电脑会用不同的字体；请在“正文”样式中设中文字体"
        en = "no font is named for Chinese (w:eastAsia), so every computer takes another; set one for Asian text in the style Normal"
        yield _refusal(LOOK, name, STYLES, Words(zh, en))


def _faults_in_part(shown: Sequence[Paragraph], known: frozenset[str], name: str, scope: Scope) -> Iterator[Refusal]:
    marks = [mark for paragraph in shown for mark in marks_of(paragraph)]
    noted = [(paragraph, reason) for paragraph in shown for reason in misread(paragraph)]
    noted += [*lost(marks), *torn(marks)]
    yield from (_refusal(MARK, name, paragraph.where, reason) for paragraph, reason in noted)
    if not noted:
        yield from _faults_in_marks(marks, name, scope)
    for paragraph in shown:
        for reason in (*unknown_styles(known, paragraph), *half_set_fonts(paragraph.element)):
            yield _refusal(LOOK, name, paragraph.where, reason)


def _faults_in_marks(marks: Sequence[Mark], name: str, scope: Scope) -> Iterator[Refusal]:
    """The marks alone, one a line, are a template too: a line leads back to its paragraph."""
    source = "\n".join(mark.jinja for mark in marks)
    environment, solo = word_environment(), frozenset(number for number, mark in enumerate(marks, 1) if mark.is_paragraphs)
    try:
        tree = environment.parse(source, name)
        faults = faults_along(environment, lambda _: tree, name, dict(scope), solo)
    except TemplateSyntaxError as fault:
        mark = marks[min(fault.lineno, len(marks)) - 1]
        yield _refusal(SYNTAX, name, mark.paragraph.where, _quoting(in_both(fault.message or ""), mark))
        return
    for one in faults:
        mark = marks[one.line - 1]
        yield _refusal(UNDEFINED, name, mark.paragraph.where, _quoting(one.reason, mark))


def _quoting(reason: Words, mark: Mark) -> Words:
    """The reason, and the merged text around the mark where there is more than the mark."""
    text = " ".join(mark.paragraph.text.split())
    shown = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
    return Words(f"{reason.zh}（该处文字：{shown}）", f"{reason.en} (the text there: {shown})")


def _refusal(sentence: Sentence, name: str, where: Words, reason: Words) -> Refusal:
    return Refusal(sentence, {"template": name, "where": where, "reason": reason})


def _last_look(content: bytes, name: str) -> Iterator[Refusal]:
    """Compile it as the press does: what docxtpl makes of it must be well formed too."""
    try:
        word_template(content, name)
    except RefusedError as refused:
        yield refused.refusal
