"""Words in a CAR that stand in for a fact: 'done' without a day, 'see attachment' without a file, 'n/a' as a reason (B.10)."""

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from auditdocs.entry import Entry, Records, Violation
from auditdocs.field import walk
from auditdocs.records.car import Car
from auditdocs.records.car_analysis_rules import in_every_language
from auditdocs.records.car_reason_rules import REASONS_FOR_NONE
from auditdocs.records.words import Bilingual
from auditdocs.room import rule
from auditdocs.source import Loc

DONE = re.compile(
    r"已(经)?(完成|整改|落实|关闭|实施完)|\b(completed|already (done|implemented)|has been (done|implemented))\b", re.IGNORECASE
)
SEE_FILE = re.compile(
    r"(见|参见|详见|参照)(后附|附件|附图|附表)|\bsee (the )?(attach|annex|enclos|appendix)|\b(as|is) attached\b", re.IGNORECASE
)
NO_REASON = re.compile(r"n\s*[/.]?\s*a\.?|无|没有|不适用|不需要|不涉及|none|no|not (applicable|needed|required)|[-—/\\.。]+", re.IGNORECASE)


@rule(
    "car.done-without-date",
    "ISO 9001 10.2.2",
    catalogue="CAR-017",
    zh="文字说已完成，却没有完成日期",
    en="the words say that it is done, but there is no day of completion",
    do_zh="填写 done_on，并在 evidence 写明证据",
    do_en="write 'done_on', and what shows it in 'evidence'",
    severity="warning",
)
def done_without_date(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    for loc, text, block in _texts(entry.record):
        if "done_on" in type(block).model_fields and getattr(block, "done_on", None) is None and DONE.search(in_every_language(text)):
            yield entry.at(*loc)


@rule(
    "car.attachment-not-there",
    "ISO 9001 10.2.2",
    catalogue="CAR-017",
    zh="文字说见附件，这里却没有附件",
    en="the words point to an attachment, but none is named here",
    do_zh="用 auditdocs attach 存入附件，再在 evidence（回复轮次写 sent）写明文件",
    do_en="add it with `auditdocs attach` and name the file in 'evidence' ('sent' of a round)",
    severity="warning",
)
def attachment_not_there(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    if entry.record.attachments:
        return
    for loc, text, block in _texts(entry.record):
        if SEE_FILE.search(in_every_language(text)) and not _has_file(block):
            yield entry.at(*loc)


@rule(
    "car.reason-says-nothing",
    "ISO 9001 10.2.1",
    catalogue="CAR-005",
    zh="理由只写了“{reason}”，没有说明为什么",
    en="the reason says no more than '{reason}'",
    do_zh="写明为什么不需要或不适用",
    do_en="say why it is not needed or does not apply",
    severity="warning",
)
def reason_says_nothing(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    car = entry.record
    given: list[tuple[Loc, Bilingual | None]] = [((name,), getattr(car, name)) for name in REASONS_FOR_NONE.values()]
    given += [(("read_across", index, "reason"), one.reason) for index, one in enumerate(car.read_across)]
    for loc, reason in given:
        if reason and NO_REASON.fullmatch(in_every_language(reason).strip()):
            yield entry.at(*loc, reason=str(reason))


def _texts(car: Car) -> Iterator[tuple[Loc, Bilingual, BaseModel]]:
    """Every text with its place and the block it stands in."""
    for spot in walk(car):
        if isinstance(spot.value, Bilingual):
            yield spot.loc, spot.value, _block_of(car, spot.loc)


def _block_of(car: Car, loc: Loc) -> BaseModel:
    """The innermost group of fields that a place lies in."""
    block: BaseModel = car
    found: Any = car
    for step in loc[:-1]:
        found = getattr(found, str(step)) if isinstance(found, BaseModel) else found[step]
        block = found if isinstance(found, BaseModel) else block
    return block


def _has_file(block: BaseModel) -> bool:
    """Whether a block names a file: evidence of a measure, what was sent in a round, the customer's confirmation."""
    evidence = getattr(block, "evidence", ())
    is_file = isinstance(evidence, tuple) and any(isinstance(one, str) for one in evidence)
    return is_file or any(getattr(block, name, None) for name in ("sent", "attachment"))


WORD_RULES = (done_without_date, attachment_not_there, reason_says_nothing)
