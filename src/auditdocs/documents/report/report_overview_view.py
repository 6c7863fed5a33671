"""Contact sheet, audit and conclusion → what the report says at the head: background, scheme, objectives, the outcome in figures."""

from collections.abc import Iterator

from auditdocs.documents.report.report_findings_view import Numbered, groups
from auditdocs.documents.report.report_rows import ObjectiveRow
from auditdocs.documents.words import Writing, labelled, lines
from auditdocs.entry import Entry
from auditdocs.problem import Words
from auditdocs.records.audit.audit import Audit
from auditdocs.records.cars.car import Car
from auditdocs.records.grading import schemes
from auditdocs.records.house.question_bank import QuestionBank
from auditdocs.records.on_site.checklist import Checklist
from auditdocs.records.on_site.finding import FINDING_TYPE
from auditdocs.records.preparation.contact_sheet import CHANNEL, PARTY_TYPE, AuditingParty, ContactSheet, InfoSource
from auditdocs.state import standing


def auditing_party(write: Writing, sheet: ContactSheet) -> str:
    """The body that audits, by its name where it is not the customer itself."""
    party = sheet.auditing_party or AuditingParty()
    return lines(party.name or write.choice(PARTY_TYPE, party.type), write.choice(PARTY_TYPE, party.type) if party.name else "")


def background(write: Writing, sheet: ContactSheet) -> str:
    """How we heard of the audit, which one came before, what that one left open."""
    source = sheet.info_source or InfoSource()
    told = " ".join(filter(None, (write.moment(source.received_at), write.choice(CHANNEL, source.channel))))
    received = labelled(write, source, ("received_at", told))
    return lines(received, labelled(write, sheet, "previous_audit", "open_items"))


def grading_scheme(write: Writing, name: str | None) -> str:
    """The scheme quality chose, by its title."""
    scheme = schemes(write.records).get(name) if name else None
    return (scheme and write.name(scheme.title)) or name or ""


def element_titles(write: Writing, checklist: Checklist) -> dict[str, str]:
    """What the elements of the question bank are about."""
    bank = write.records.get(QuestionBank, checklist.template) if checklist.template else None
    return {code: write.name(section.title) for code, section in bank.record.sections.items()} if bank else {}


def objectives(write: Writing, audit: Audit) -> Iterator[ObjectiveRow]:
    """What the audit shall show, and what it showed."""
    for one in audit.objectives:
        words = (write.text(text) for text in (one.text, one.measure, one.target, one.result))
        yield ObjectiveRow(**dict(zip(("objective", "measure", "target", "result"), words, strict=True)))


def outcome(write: Writing, audit_id: str, findings: Numbered, cars: tuple[Entry[Car], ...]) -> str:
    """The outcome in one sentence of figures."""
    counts: dict[str, int] = {}
    for (kind, _), numbers in groups(write, audit_id, findings).items():
        counts[kind] = counts.get(kind, 0) + len(numbers)
    parts = [f"{write.choice(FINDING_TYPE, kind)} {count}" for kind, count in counts.items()]
    closed = sum(bool(found and found.has_reached("closed")) for found in (standing(write.records, car, "car") for car in cars))
    issued = write.words(Words(f"开具 CAR {len(cars)} 张，已关闭 {closed} 张", f"CARs issued: {len(cars)}, closed: {closed}"))
    between = Words("；", "; ").in_(write.languages[0])
    return between.join((write.listed(parts) or write.words(Words("无发现项", "no findings")), issued))
