"""The languages of a record's documents, and texts that lack one of them."""

from collections.abc import Iterator

from auditdocs.entry import AnyEntry, Records, Violation
from auditdocs.labels import Languages
from auditdocs.records.base import Record
from auditdocs.records.house.customer import Customer
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.records.words import LANGUAGE, Bilingual
from auditdocs.room import rule
from auditdocs.shape import walk


def languages_of(records: Records, record: Record, customer: str | None = None) -> Languages:
    """The languages of a record's documents: its own, else its customer's, else the workspace's."""
    found = records.get(Customer, customer) if customer and not record.languages else None
    chosen = record.languages or (found.record.languages if found else ()) or records.settings.languages
    return tuple(lang for one in chosen for lang in ("zh", "en") if lang == one)


def languages_about(records: Records, entry: AnyEntry) -> Languages:
    """The languages of the documents about a record: its customer is that of its audit."""
    sheet = records.get(ContactSheet, entry.scope)
    return languages_of(records, entry.record, sheet.record.customer if sheet else None)


@rule(
    "text.language-missing",
    "ISO 9001 7.5.2",
    catalogue="RPT-003",
    zh="这段文字没有{language}，文件却要用{language}",
    en="this text has no {language}, although its documents are in {language}",
    do_zh="补上 {key}: …；没有时按已有的语言打印",
    do_en="add {key}: …; until then it is printed in the language it has",
    todo_only=True,
)
def language_missing(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    if not isinstance(entry.record, Record):
        return
    languages = languages_about(records, entry)
    for spot in walk(entry.record):
        for lang in languages if isinstance(spot.value, Bilingual) else ():
            if spot.value.lacks(lang):
                yield entry.at(*spot.loc, language=LANGUAGE.label(lang), key=lang)


LANGUAGE_RULES = (language_missing,)
