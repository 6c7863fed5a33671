"""Which findings of an audit stand: those the auditor did not take back, at the closing meeting or in a dispute (001i 6.3.4)."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records
from auditdocs.records.on_site.dispute import is_withdrawn
from auditdocs.records.on_site.finding import Finding, Findings, findings_of


def confirmed(entry: Entry[Findings], records: Records, *types: str) -> Iterator[tuple[str, Finding]]:
    """The findings of these types (of any, where none is named) that stand."""
    for number, finding in entry.record.items.items():
        if (not types or finding.type in types) and _stands(records, entry.key, number, finding):
            yield number, finding


def is_confirmed(records: Records, audit_id: str, number: str) -> bool:
    """Whether a finding is there and stands."""
    finding = findings_of(records, audit_id).get(number)
    return finding is not None and _stands(records, audit_id, number, finding)


def _stands(records: Records, audit_id: str, number: str, finding: Finding) -> bool:
    return finding.confirmed_at_closing is not False and not is_withdrawn(records, audit_id, number)
