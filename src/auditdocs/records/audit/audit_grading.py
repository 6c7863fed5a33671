"""The grading scheme an audit is judged by, and what it says of a grade (B-14)."""

from auditdocs.entry import Records
from auditdocs.records.audit.audit import Audit
from auditdocs.records.grading import FindingGrade, GradingScheme, schemes


def scheme_of_audit(records: Records, audit_id: str) -> GradingScheme | None:
    """The scheme quality chose for an audit; None before it did."""
    audit = records.get(Audit, audit_id)
    name = audit.record.grading_scheme if audit else None
    return schemes(records).get(name) if name else None


def grade_in(records: Records, audit_id: str, grade: str | None) -> FindingGrade | None:
    """What the audit's scheme says of a grade."""
    scheme = scheme_of_audit(records, audit_id)
    return scheme.finding_grades.get(grade) if scheme and grade else None
