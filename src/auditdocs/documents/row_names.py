"""Which rows of registers an audit brings: one of its own, one for each of its records, each written in the house's languages."""

from collections.abc import Iterable

from auditdocs.document import RowNames
from auditdocs.documents.words import Writing
from auditdocs.entry import Records
from auditdocs.labels import Languages
from auditdocs.records.base import Record

LANGUAGES: Languages = ("zh", "en")


def row_key(key: str, languages: Languages) -> str:
    """The name of a row about something, in these languages."""
    return f"{key}/{'+'.join(languages)}"


def key_of(row: str, records: Records) -> tuple[str, Writing]:
    """What a row is about, and how it is written."""
    key, _, told = row.partition("/")
    return key, Writing(records, tuple(lang for one in told.split("+") for lang in LANGUAGES if lang == one))


def its_own(records: Records, audit: str) -> tuple[str, ...]:
    """One row: the audit's."""
    return (audit,)


def of_each(model: type[Record]) -> RowNames:
    """A row for each of the audit's records of a type."""
    return lambda records, audit: records.keys(model, audit)


def in_our_languages(names: RowNames) -> RowNames:
    """The same rows, as the house writes them."""

    def written(records: Records, audit: str) -> Iterable[str]:
        return (row_key(name, records.settings.languages) for name in names(records, audit))

    return written
