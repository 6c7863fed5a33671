"""What the customer's conclusion must say, and where its figures differ from ours (CON-001 to CON-004)."""

from auditdocs.problem import Words
from auditdocs.records.conclusion import Conclusion
from auditdocs.room import RecordType

CONCLUSION = RecordType(
    name="conclusion",
    title=Words("客户审核结论", "Customer's conclusion"),
    model=Conclusion,
    path="audits/{year}/{audit}/conclusion.yaml",
    key="{audit}",
    scope="{audit}",
    owner="QA",
    confidentiality="confidential",
    retention="CA-3Y",
    lives=("audit",),
)
