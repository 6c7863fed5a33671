"""What a judgement asked for is what it rests on, whether a rule found something or not."""

from collections.abc import Iterator
from dataclasses import replace

from auditdocs.check import judge
from auditdocs.entry import AnyEntry, Records, Violation
from auditdocs.records import ROOMS
from auditdocs.room import Rooms, rule
from tests.records.small import SHEET, records_of

AUDIT = "AUD-2026-001"


@rule("sample.finds-twice", "ISO 9001 7.5.3", catalogue="SMP-001", zh="样例 {number}", en="sample {number}")
def finds_twice(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    for number in (1, 2):
        if not records.has_file(f"{entry.path}.{number}"):
            yield entry.at(number=number)


@rule("sample.finds-nothing", "ISO 9001 7.5.3", catalogue="SMP-002", zh="样例", en="sample")
def finds_nothing(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    if records.has_file(f"{entry.path}.3"):
        yield entry.at()


def test_all_that_a_rule_asked_for_is_noted_also_behind_the_first_thing_it_found() -> None:
    records, rooms = records_of(SHEET), Rooms(ROOMS.types, ROOMS.lives, dict.fromkeys(ROOMS.types, ()))
    rooms = replace(rooms, rules={**rooms.rules, "contact_sheet": (finds_twice, finds_nothing)})
    watched = records.watched()
    members = [one for one in records.filed() if one.scope == AUDIT]
    told = judge(watched, rooms, AUDIT, members)
    assert told is not None
    assert len(told[0]) == 2
    sheet = next(one.path for one in members if one.type == "contact_sheet")
    assert {("file", f"{sheet}.{number}") for number in (1, 2, 3)} <= watched.reads
