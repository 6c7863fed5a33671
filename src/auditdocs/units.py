"""What is planned together, audit by audit: all its documents while its records are open, then the rows it brings to registers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from auditdocs.document import DocumentKind, Request, Subject
from auditdocs.entry import Records
from auditdocs.records.preparation.contact_sheet import ContactSheet


@dataclass(frozen=True, slots=True)
class Unit:
    """One subject of one kind, as it was asked for."""

    kind: DocumentKind
    subject: Subject
    request: Request

    @property
    def name(self) -> str:
        return "\0".join((self.kind.name, self.subject.key, self.subject.variant, self.request.variant, self.request.edition))


def by_audit(
    records: Records, subjects: Iterable[tuple[DocumentKind, Iterable[Subject]]], request: Request
) -> Iterator[tuple[str, list[Unit]]]:
    """The units of each audit (customer, policy) in order of the kinds; first those of none."""
    scopes = {one.key: one.scope for one in records.filed()}
    found: dict[str, list[Unit]] = {}
    for kind, several in subjects:
        for subject in several:
            found.setdefault(scopes.get(subject.key, ""), []).append(Unit(kind, subject, request))
    return ((scope, found[scope]) for scope in sorted(found))


def ask_rows(records: Records, kinds: Iterable[DocumentKind], audit: str) -> None:
    """Have the rows of registers worked out that an audit brings."""
    if not records.is_absent(ContactSheet, audit):
        for name, listed in {name: listed for kind in kinds for name, listed in kind.rows.items()}.items():
            for key in listed.of_audit(records, audit):
                records.row(name, key)
