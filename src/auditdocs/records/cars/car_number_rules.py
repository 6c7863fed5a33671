"""Which CAR is which: its number's year, and one CAR for a finding and a department (REF-001; `records.md` D.5)."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.records.cars.car import Car
from auditdocs.records.cars.car_findings import cars_of
from auditdocs.room import rule


@rule(
    "car.number-of-another-year",
    "ISO 9001 7.5.2",
    catalogue="REF-001",
    zh="编号 {number} 是 {year} 年的，而开具日期是 {issued_on}",
    en="the number {number} is one of {year}, but the CAR was issued on {issued_on}",
    do_zh="请更正开具日期，或用 auditdocs renumber 换成当年的编号",
    do_en="correct the day of issue, or give it a number of that year with `auditdocs renumber`",
)
def number_of_another_year(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    issued_on, year = entry.record.issued_on, int(entry.key[4:8])
    # a number taken in December may be issued in January
    if issued_on and year not in (issued_on.year, issued_on.year - (issued_on.month == 1)):
        yield entry.at("issued_on", number=entry.key, year=str(year), issued_on=issued_on)


@rule(
    "car.second-for-a-department",
    "001i 6.4.1",
    catalogue="FND-006",
    severity="warning",
    zh="{department} 对发现项 {finding} 已有 {other}",
    en="{department} has {other} for finding {finding} already",
    do_zh="一个部门对一个发现项只开一张：重复的请作废（void），或更正 findings、owner_department",
    do_en="one CAR for a finding and a department: void the double one, or correct 'findings' or 'owner_department'",
)
def second_for_a_department(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    car = entry.record
    for index, reference in enumerate(() if car.void else car.findings):
        for other in cars_of(records, entry.scope, reference.rpartition("/")[2]):
            if other.key < entry.key and other.record.owner_department == car.owner_department:
                yield entry.at("findings", index, department=car.owner_department, other=other.key, finding=reference)


NUMBER_RULES = (number_of_another_year, second_for_a_department)
