"""The auditors that findings and disputes name are those of the contact sheet (REF-003)."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Free
from auditdocs.records.on_site.dispute import Disputes
from auditdocs.records.on_site.finding import Findings
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.room import rule


def _visitors(records: Records, audit: str) -> tuple[str, ...]:
    """The names of all who came; none where they are not settled."""
    sheet = records.get(ContactSheet, audit)
    return tuple(one.name for one in sheet.record.visitors) if sheet and not sheet.record.names_pending else ()


@rule(
    "finding.auditor-not-a-visitor",
    "ISO 19011 6.4.7",
    catalogue="REF-003",
    zh="{number} 的审核员 {name} 不在联络单的来访人员中",
    en="the auditor {name} of {number} is none of the visitors of the contact sheet",
    do_zh="姓名照联络单写（{visitors}），或在联络单补上此人",
    do_en="write the name as on the contact sheet ({visitors}), or add the visitor there",
    severity="warning",
)
def finding_auditor_not_a_visitor(entry: Entry[Findings], records: Records) -> Iterator[Violation]:
    yield from _strangers(entry, records)


@rule(
    "dispute.auditor-not-a-visitor",
    "001i 6.3.4",
    catalogue="REF-003",
    zh="异议 {number} 由 {name} 决定，此人不在联络单的来访人员中",
    en="the dispute {number} was decided by {name}, who is none of the visitors of the contact sheet",
    do_zh="姓名照联络单写（{visitors}），或在联络单补上此人",
    do_en="write the name as on the contact sheet ({visitors}), or add the visitor there",
    severity="warning",
    on="disputes",
)
def dispute_auditor_not_a_visitor(entry: Entry[Disputes], records: Records) -> Iterator[Violation]:
    yield from _strangers(entry, records)


def _strangers(entry: Entry[Findings] | Entry[Disputes], records: Records) -> Iterator[Violation]:
    names = _visitors(records, entry.key)
    for number, one in entry.record.items.items():
        if names and one.auditor and one.auditor not in names:
            yield entry.at("items", number, "auditor", number=number, name=Free(one.auditor), visitors=tuple(map(Free, names)))


AUDITOR_RULES = (finding_auditor_not_a_visitor, dispute_auditor_not_a_visitor)
