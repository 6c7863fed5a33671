"""An audit's number → its name, its customer and its dates, as all its forms print them."""

from auditdocs.documents.words import Writing, period
from auditdocs.records.audit.audit import Audit
from auditdocs.records.audit.audit_life import planned_end, planned_start
from auditdocs.records.preparation.contact_sheet import ContactSheet


def audit_name(write: Writing, audit_id: str) -> str:
    """An audit's number, and what people call it."""
    audit = write.records.get(Audit, audit_id)
    return " ".join(filter(None, (audit_id, audit.record.label if audit else "")))


def customer_of(write: Writing, audit_id: str) -> str:
    """Whose audit it is."""
    sheet = write.records.get(ContactSheet, audit_id)
    return write.customer(sheet.record.customer) if sheet else ""


def dates_of(write: Writing, audit_id: str) -> str:
    """From when to when it is planned, as far as it was agreed or moved."""
    sheet = write.records.get(ContactSheet, audit_id)
    return period(write, planned_start(sheet, write.records), planned_end(sheet, write.records)) if sheet else ""
