"""What quality's record of an audit must say (AUD-001 to AUD-013)."""

from auditdocs.problem import Words
from auditdocs.records.audit import Audit
from auditdocs.room import RecordType

AUDIT = RecordType(
    name="audit",
    title=Words("审核", "Audit"),
    model=Audit,
    path="audits/{year}/{audit}/audit.yaml",
    key="{audit}",
    scope="{audit}",
    owner="QA",
    confidentiality="internal",
    retention="CA-3Y",
    lives=("audit",),
)
