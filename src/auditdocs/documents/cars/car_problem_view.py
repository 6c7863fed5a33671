"""What a CAR is about (its team, the findings it answers) → rows of its form and of its 8D report."""

from collections.abc import Iterator

from auditdocs.documents.cars.car_rows import Nonconformity, TeamRow
from auditdocs.documents.words import Writing
from auditdocs.entry import Entry
from auditdocs.records.audit.audit_grading import grade_in
from auditdocs.records.cars.car import Car
from auditdocs.records.cars.car_findings import grade_of, own_findings_of_car
from auditdocs.records.on_site.finding import Finding


def team_rows(write: Writing, car: Car) -> Iterator[TeamRow]:
    """The team, each with the department of the day of issue (D1)."""
    for one in car.team:
        yield TeamRow(name=write.person(one.person), role=one.role or "", department=write.department_of(one.person, car.issued_on))


def grade_name(write: Writing, entry: Entry[Car]) -> str:
    """The grade of its findings as the audit's scheme calls it."""
    grade = grade_of(write.records, entry)
    graded = grade_in(write.records, entry.scope, grade)
    return write.name(graded.name) if graded else grade or ""


def nonconformities(write: Writing, entry: Entry[Car]) -> Iterator[Nonconformity]:
    """The findings it answers; of one that is not there or is another audit's, its number."""
    findings = own_findings_of_car(write.records, entry)
    for reference in entry.record.findings:
        yield _nonconformity(write, reference, findings.get(reference))


def _nonconformity(write: Writing, reference: str, finding: Finding | None) -> Nonconformity:
    against = finding.criterion if finding else None
    return Nonconformity(
        number=reference,
        customer_number=(finding and finding.customer_finding_no) or "",
        criterion=write.clause(against.criterion, against.clause) if against else "",
        location=(finding and finding.location) or "",
        requirement=write.text(finding.requirement) if finding else "",
        evidence=write.texts(finding.evidence) if finding else "",
        statement=write.text(finding.statement) if finding else "",
    )
