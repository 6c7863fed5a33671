"""What a contact sheet must say, and by when (CS-001 to CS-009)."""

from auditdocs.problem import Words
from auditdocs.records.contact_sheet import ContactSheet
from auditdocs.room import RecordType

CONTACT_SHEET = RecordType(
    name="contact_sheet",
    title=Words("客户审核联络单", "Customer audit contact sheet"),
    model=ContactSheet,
    path="audits/{year}/{audit}/contact_sheet.yaml",
    key="{audit}",
    scope="{audit}",
    owner="SAL",
    confidentiality="internal",
    retention="CA-3Y",
    lives=("contact_sheet", "audit"),
)
