"""What the text of a policy must have: its chapters, laws that somebody looked up, an end of its own (DOC-003, DOC-012, DOC-013)."""

import re
from collections.abc import Iterator, Mapping

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Free, Words
from auditdocs.records.base import approval
from auditdocs.records.control.policy import LEGAL_STATUS, Policy, in_force
from auditdocs.room import rule

_HEADING = re.compile(r"^(#{1,6})[ \t]+(.*?)[ \t#]*$", re.MULTILINE)
_FENCE = re.compile(r"^(```|~~~).*?^\1[ \t]*$", re.MULTILINE | re.DOTALL)
_CLOSING = "closing"
# words that promise a time and say none (B.10), the sentence they stand in, and a number that makes up for them
_NO_TIME = re.compile(r"及时|尽快|尽早|适时|promptly|as soon as possible|in good time", re.I)
_SENTENCE = re.compile(r"[^。；;.!？?!\n]+")
_NUMBER = re.compile(r"[0-9一二两三四五六七八九十]+ ?(个|天|日|小时|周|月|年|工作日|working|days?|hours?|weeks?|months?)", re.I)
# the nine chapters of a policy (001i 1 to 8, and the closing chapter of 001a 五), and the words by which each is known
CHAPTERS: Mapping[str, tuple[Words, "re.Pattern[str]"]] = {
    "purpose": (Words("目的", "Purpose"), re.compile("目的|purpose", re.I)),
    "scope": (Words("适用范围", "Scope"), re.compile("范围|scope", re.I)),
    "definitions": (Words("定义", "Definitions"), re.compile("定义|术语|definition|terms", re.I)),
    "duties": (Words("职责", "Responsibilities"), re.compile("职责|责任|responsib|duties", re.I)),
    "flow": (Words("流程图", "Flow chart"), re.compile("流程图|工作流程|flow", re.I)),
    "procedure": (Words("工作程序", "Procedure"), re.compile("程序|要求|procedure", re.I)),
    "related": (Words("相关文件", "Related documents"), re.compile("相关文件|引用文件|related|reference", re.I)),
    "records": (Words("记录", "Records"), re.compile("记录|records", re.I)),
    _CLOSING: (Words("附则", "Closing provisions"), re.compile("附则|closing|final|supplementary", re.I)),
}
LEVEL_OF_POLICIES = 2


@rule(
    "policy.chapter-missing",
    "001a 四",
    catalogue="DOC-003",
    at="approved",
    zh="正文缺少章节：{chapters}",
    en="the text lacks chapters: {chapters}",
    do_zh="请补上标题；没有内容就在标题下写“无”",
    do_en="add the headings; where there is nothing to say write 'None' below",
)
def chapter_missing(entry: Entry[Policy], records: Records) -> Iterator[Violation]:
    if entry.record.level != LEVEL_OF_POLICIES or entry.record.body is None:
        return
    missing = tuple(_missing(_body(entry)))
    if missing:
        yield entry.at(chapters=missing)


@rule(
    "policy.chapter-empty",
    "001a 四",
    catalogue="DOC-003",
    at="approved",
    zh="标题“{heading}”下面没有内容",
    en="there is nothing below the heading {heading}",
    do_zh="请写内容；确实没有就写“无”",
    do_en="write what belongs there, or 'None'",
)
def chapter_empty(entry: Entry[Policy], records: Records) -> Iterator[Violation]:
    text = _body(entry)
    found = list(_HEADING.finditer(text))
    for number, heading in enumerate(found):
        after = found[number + 1] if number + 1 < len(found) else None
        is_parent = after is not None and len(after.group(1)) > len(heading.group(1))
        if not is_parent and not text[heading.end() : after.start() if after else len(text)].strip():
            yield entry.at_words(heading.group(), "body", heading=Free(heading.group(2)))


@rule(
    "policy.law-not-verified",
    "001a 三",
    catalogue="DOC-012",
    severity="warning",
    zh="法规 {number} {what}",
    en="the law {number} {what}",
    do_zh="请在官方文本中核对，写 status 和 checked_on；不再有效的请换成现行法规",
    do_en="look it up in the official text and write 'status' and 'checked_on'; replace what is not in force by what is",
)
def law_not_verified(entry: Entry[Policy], records: Records) -> Iterator[Violation]:
    if not in_force(records, entry):
        return
    for index, one in enumerate(entry.record.legal_refs):
        if one.status is None or one.checked_on is None:
            what = Words("没有核对过效力", "was not checked for being in force")
        elif one.status != "in_force":
            said = LEGAL_STATUS.label(one.status)
            what = Words(f"经核对为“{said.zh}”", f"was found to be: {said.en}")
        else:
            continue
        yield entry.at("legal_refs", index, number=Free(one.number), what=what)


@rule(
    "policy.ends-with-its-source",
    "003 八 · 004 六",
    catalogue="DOC-013",
    severity="warning",
    zh="来源文件不完整，而正文没有自己的{chapter}",
    en="the source document is incomplete, and the text has no {chapter} of its own",
    do_zh="请写附则（解释、生效、修订），并注明是本公司补充",
    do_en="write the closing chapter (interpretation, entry into force, amendment) and mark it as ours",
)
def ends_with_its_source(entry: Entry[Policy], records: Records) -> Iterator[Violation]:
    source, (chapter, _) = entry.record.source, CHAPTERS[_CLOSING]
    is_told_already = entry.record.level == LEVEL_OF_POLICIES and approval(entry.record, "approved")
    if source and source.truncated and not is_told_already and chapter in _missing(_body(entry)):
        yield entry.at("source", "truncated", chapter=chapter)


def heading_of(chapter: str, text: str) -> str:
    """The heading of a chapter as it stands in a text, without its signs; empty where there is none."""
    _, known = CHAPTERS[chapter]
    headings = (found.group(2) for found in _HEADING.finditer(_FENCE.sub("", text)))
    return next((heading for heading in headings if known.search(heading)), "")


def _body(entry: Entry[Policy]) -> str:
    """The Markdown, without what stands in it as it is."""
    return _FENCE.sub("", str(entry.record.body or ""))


def _missing(text: str) -> Iterator[Words]:
    headings = [found.group(2) for found in _HEADING.finditer(text)]
    for words, known in CHAPTERS.values():
        if not any(known.search(heading) for heading in headings):
            yield words


@rule(
    "policy.no-time-said",
    "ISO 9001 7.5.3",
    catalogue="DOC-009",
    severity="warning",
    zh="“{word}”没有说多久，无法检查是否做到",
    en="'{word}' does not say by when: nobody can check whether it was kept",
    do_zh="在同一句写明时限，如 3 个工作日内",
    do_en="say it in the same sentence, like within 3 working days",
)
def no_time_said(entry: Entry[Policy], records: Records) -> Iterator[Violation]:
    """Each of the words once: the next reader looks for the others."""
    told: set[str] = set()
    for sentence in _SENTENCE.findall(_body(entry)):
        found = _NO_TIME.search(sentence)
        if found and not _NUMBER.search(sentence) and found.group().casefold() not in told:
            told.add(found.group().casefold())
            yield entry.at_words(sentence.strip(), "body", word=found.group())


TEXT_OF_POLICY_RULES = (chapter_missing, chapter_empty, law_not_verified, ends_with_its_source, no_time_said)
