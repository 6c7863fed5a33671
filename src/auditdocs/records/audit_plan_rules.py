"""What the plan of an audit must provide for (PLN-001 to PLN-008)."""

from auditdocs.problem import Words
from auditdocs.records.audit_plan import AuditPlan
from auditdocs.room import RecordType

AUDIT_PLAN = RecordType(
    name="audit_plan",
    title=Words("审核日程", "Audit plan"),
    model=AuditPlan,
    path="audits/{year}/{audit}/plan.yaml",
    key="{audit}",
    scope="{audit}",
    owner="QA",
    confidentiality="internal",
    retention="CA-3Y",
    lives=("audit",),
)
