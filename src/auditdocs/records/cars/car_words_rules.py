"""Words in a CAR that stand in for a fact: 'done' without a day, 'see attachment' without a file, 'n/a' as a reason (B.10)."""

from collections.abc import Iterator

from pydantic import BaseModel

from auditdocs.entry import Entry, Records, Violation
from auditdocs.records.cars.car import Car
from auditdocs.records.cars.car_reason_rules import REASONS_FOR_NONE
from auditdocs.records.weak_words import claims_to_be_done, points_to_a_file, says_nothing
from auditdocs.records.words import Bilingual
from auditdocs.room import rule
from auditdocs.shape import block_at, walk
from auditdocs.source import Loc


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
        if "done_on" in type(block).model_fields and getattr(block, "done_on", None) is None and claims_to_be_done(text):
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
        if points_to_a_file(text) and not _has_file(block):
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
        if reason and says_nothing(reason):
            yield entry.at(*loc, reason=str(reason))


def _texts(car: Car) -> Iterator[tuple[Loc, Bilingual, BaseModel]]:
    """Every text with its place and the block it stands in."""
    for spot in walk(car):
        if isinstance(spot.value, Bilingual):
            yield spot.loc, spot.value, block_at(car, spot.loc)


def _has_file(block: BaseModel) -> bool:
    """Whether a block names a file: evidence of a measure, what was sent in a round, the customer's confirmation."""
    evidence = getattr(block, "evidence", ())
    is_file = isinstance(evidence, tuple) and any(isinstance(one, str) for one in evidence)
    return is_file or any(getattr(block, name, None) for name in ("sent", "attachment"))


WORD_RULES = (done_without_date, attachment_not_there, reason_says_nothing)
