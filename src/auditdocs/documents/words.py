"""Facts of records → finished words, as all forms write them: days, times, people, departments, choices, boxes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from auditdocs.entry import AnyEntry, Records
from auditdocs.field import label, own_name
from auditdocs.labels import Languages, joined, listed
from auditdocs.problem import Words
from auditdocs.records.base import CONFIDENTIALITY
from auditdocs.records.house.criterion import Criterion, clause_title
from auditdocs.records.house.customer import Customer
from auditdocs.records.house.organization import department, organization
from auditdocs.records.house.person import Person, post_on
from auditdocs.records.house.retention_schedule import Length, schedule
from auditdocs.records.words import Bilingual
from auditdocs.retention import Period
from auditdocs.room import RecordType, Rooms
from auditdocs.view_parts import Box
from auditdocs.word import Word

YES = Words("是", "Yes")
NO = Words("否", "No")


@dataclass(frozen=True, slots=True)
class Writing:
    """How one document writes: in its languages, with the names that the records give to people and departments."""

    records: Records
    languages: Languages

    def words(self, words: Words | None) -> str:
        """Words of our own."""
        return joined(words, self.languages) if words else ""

    def text(self, text: Bilingual | str | None) -> str:
        """A record's text; two languages one below the other."""
        return text.in_(self.languages) if isinstance(text, Bilingual) else text or ""

    def name(self, text: Bilingual | str | None) -> str:
        """A record's text on one line: a name."""
        return self.text(text).replace("\n", " ")

    def texts(self, texts: Iterable[Bilingual | str]) -> str:
        """Several texts, one below the other."""
        return "\n".join(map(self.text, texts))

    def day(self, day: date | None) -> str:
        """A day; of a time its day."""
        return day.strftime("%Y-%m-%d") if day else ""

    def moment(self, moment: datetime | None) -> str:
        """A time; with its offset where that is not the workspace's."""
        if moment is None:
            return ""
        written = moment.strftime("%Y-%m-%d %H:%M:%S" if moment.second else "%Y-%m-%d %H:%M")
        is_ours = moment.utcoffset() == self.records.settings.zone.utcoffset(None)
        return written if is_ours else f"{written} {moment.isoformat()[-6:]}"

    def number(self, number: int | Decimal | None) -> str:
        """A number as it was typed."""
        return "" if number is None else str(number)

    def yes_no(self, value: bool | None) -> str:
        """Yes or no; nothing where nobody said."""
        return "" if value is None else self.words(YES if value else NO)

    def choice(self, word: Word, value: str | None) -> str:
        """A word of a list by its label."""
        return self.words(word.label(value)) if value else ""

    def choices(self, word: Word, values: Iterable[str]) -> str:
        """Words of a list in one cell."""
        return self.listed(self.choice(word, value) for value in values)

    def boxes(self, word: Word, *ticked: str | None) -> tuple[Box, ...]:
        """A box for every word of a list."""
        return tuple(Box(name in ticked, self.words(words)) for name, words in word.choices.items())

    def told(self, label: str, words: str) -> str:
        """Words after their label, with the colon of the first language; nothing where there are no words."""
        return f"{label}{'：' if self.languages[:1] == ('zh',) else ': '}{words}" if words else ""

    def listed(self, items: Iterable[str]) -> str:
        """Several short words in one cell, each once."""
        return listed(dict.fromkeys(filter(None, items)), self.languages)

    def person(self, number: str | None) -> str:
        """Somebody's name; the number where there is no such person."""
        found = self.records.get(Person, number) if number else None
        return self.name(found.record.name) if found else number or ""

    def people(self, numbers: Iterable[str]) -> str:
        """Several people in one cell."""
        return self.listed(map(self.person, numbers))

    def job_title(self, number: str | None, day: date | None) -> str:
        """What somebody was on a day, by the posts held then."""
        found = self.records.get(Person, number) if number else None
        posts = post_on(found.record, _day(day)) if found and day else ()
        return self.listed(self.name(post.title) for post in posts)

    def department(self, code: str | None) -> str:
        """A department's name; the code where there is no such department."""
        found = department(self.records, code) if code else None
        return self.name(found.name) if found else code or ""

    def departments(self, codes: Iterable[str]) -> str:
        """Several departments in one cell."""
        return self.listed(map(self.department, codes))

    def department_of(self, number: str | None, day: date | None) -> str:
        """The department somebody belonged to on a day; without a day, by the newest post."""
        found = self.records.get(Person, number) if number else None
        if found is None:
            return ""
        posts = post_on(found.record, _day(day)) if day else found.record.posts[-1:]
        return self.departments(post.department for post in posts)

    def site(self, code: str) -> str:
        """One of our sites by its name; the code where it has none."""
        ours = organization(self.records)
        found = ours.sites.get(code) if ours else None
        return (found and self.name(found.name)) or code

    def criterion(self, name: str) -> str:
        """A criterion by its title and edition; its file's name where it has no title."""
        found = self.records.get(Criterion, name)
        title = self.name(found.record.title) if found else ""
        edition = found.record.edition if found else ""
        return " ".join(filter(None, (title, edition))) if title else name

    def clause(self, criterion: str | None, clause: str | None) -> str:
        """A clause with its criterion and what it is about."""
        listed = clause_title(self.records, criterion, clause) if criterion and clause else None
        title = self.name(listed.title) if listed else ""
        return " ".join(filter(None, (self.criterion(criterion) if criterion else "", clause, title)))

    def customer(self, number: str | None) -> str:
        """A customer's name; the number where there is no such customer."""
        found = self.records.get(Customer, number) if number else None
        return self.name(found.record.name) if found else number or ""


def room_of(records: Records, entry: AnyEntry) -> RecordType[Any]:
    """The room of a record, for what its kind says where the record does not."""
    assert isinstance(records.rooms, Rooms)
    return records.rooms.types[entry.type]


def confidentiality_of(records: Records, *entries: AnyEntry) -> str:
    """How confidential a document is: as its records say, else their kinds; of several the strictest."""
    levels = (entry.record.confidentiality or room_of(records, entry).confidentiality for entry in entries)
    return max(levels, key=tuple(CONFIDENTIALITY.choices).index)


def retention_label(write: Writing, entry: AnyEntry) -> str:
    """The retention class in a form's footer (the record's own, else its kind's) and its period."""
    own = entry.record.retention
    code: str = (own and own.class_) or room_of(write.records, entry).retention
    row = schedule(write.records).get(code)
    return " ".join(filter(None, (code, length(write, row.period) if row else "")))


def customer_code(write: Writing, number: str) -> str:
    """A customer's number, and the code people call it by."""
    customer = write.records.get(Customer, number)
    return " ".join(filter(None, (number, customer.record.code if customer else "")))


def length(write: Writing, length: Length | Period) -> str:
    """How long: `3 年`, `3 years 6 months`, for ever."""
    if length.permanent:
        return write.words(label(Length, "permanent"))
    parts = ((length.years, "年", "year"), (length.months, "个月", "month"))
    zh = " ".join(f"{number} {unit}" for number, unit, _ in parts if number)
    en = " ".join(f"{number} {unit}{'s' if number > 1 else ''}" for number, _, unit in parts if number)
    return write.words(Words(zh, en))


def period(write: Writing, start: date | None, end: date | None) -> str:
    """From one day to another."""
    return f"{write.day(start)} ~ {write.day(end)}" if start or end else ""


def labelled(write: Writing, record: BaseModel, *fields: str | tuple[str, str]) -> str:
    """Fields that have no place of their own on a form, one a line with their labels; `(name, words)` is written already."""
    named = ((one, _plainly(write, getattr(record, own_name(type(record), one)))) if isinstance(one, str) else one for one in fields)
    return lines(*(write.told(write.words(label(type(record), name)), words) for name, words in named))


def _plainly(write: Writing, value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return write.yes_no(value)
        case datetime():
            return write.moment(value)
        case date():
            return write.day(value)
        case Bilingual() | str():
            return write.text(value)
        case tuple():
            return write.texts(value)
        case _:
            return str(value)


def file_name(*parts: str) -> str:
    """Words as part of a file's name: none of what a file system or a path takes for its own, and not too long."""
    kept = re.sub(r'[\x00-\x20\x7f/:*?"<>|\\]+', " ", " ".join(filter(None, parts)))
    return kept.strip(" .")[:80].strip(" .")


def lines(*parts: str) -> str:
    """What stands one below the other in a cell."""
    return "\n".join(filter(None, parts))


def _day(day: date) -> date:
    return day.date() if isinstance(day, datetime) else day
