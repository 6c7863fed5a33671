"""templates/contact_sheet/contact_sheet.docx: the customer audit contact sheet, sections 1 to 8."""

from tools.word_templates.data_table import Column, data_table
from tools.word_templates.fields import Field, box, field_table, pair_table
from tools.word_templates.forms.parts import attachments, events
from tools.word_templates.page import Page
from tools.word_templates.signatures import signatures
from tools.word_templates.text import gap, heading, when
from tools.word_templates.xml import Blocks, flattened

_PAGE = Page()


def contact_sheet() -> Blocks:
    """The whole form."""
    return flattened(
        [
            _basic(),
            when("t.customer_profile", heading("{{ t.customer_profile }}", number="2"), box(_PAGE, "contact_sheet.customer_profile")),
            _audit(),
            _visitors(),
            _documents(),
            _requests(),
            _previous(),
            heading("{{ t.signatures }}", number="8"),
            signatures(_PAGE, "contact_sheet.signatures"),
            _revisions(),
            events(_PAGE, "contact_sheet"),
            attachments(_PAGE, "contact_sheet"),
        ]
    )


def _basic() -> Blocks:
    return [
        *heading("{{ t.basic }}", number="1"),
        *field_table(
            _PAGE,
            Field("t.sheet_number", "contact_sheet.number"),
            Field("t.audit", "contact_sheet.audit"),
            Field("t.title", "contact_sheet.title", wide=True, optional=True),
            Field("t.customer", "contact_sheet.customer", wide=True),
            Field("t.customer_code", "contact_sheet.customer_code"),
            Field("t.customer_class", "contact_sheet.customer_class", inside=True),
            Field("t.auditing_party", "contact_sheet.auditing_party", wide=True, ticked=True, inside=True),
            Field("t.auditing_party_name", "contact_sheet.auditing_party_name", optional=True),
            Field("t.commissioned_by", "contact_sheet.commissioned_by", optional=True),
            Field("t.channel", "contact_sheet.channel", wide=True, ticked=True, inside=True),
            Field("t.received_at", "contact_sheet.received_at", inside=True),
            Field("t.received_by", "contact_sheet.received_by", inside=True),
            Field("t.source_document", "contact_sheet.source_document", wide=True, optional=True),
            Field("t.initiator", "contact_sheet.initiator"),
            Field("t.initiating_department", "contact_sheet.initiating_department"),
            Field("t.initiated_on", "contact_sheet.initiated_on", wide=True),
        ),
    ]


def _audit() -> Blocks:
    return [
        *heading("{{ t.audit_information }}", number="3"),
        *field_table(
            _PAGE,
            Field("t.audit_type", "contact_sheet.audit_type", wide=True, ticked=True),
            Field("t.audit_purpose", "contact_sheet.audit_purpose", wide=True, ticked=True),
            Field("t.audit_purpose_note", "contact_sheet.audit_purpose_note", wide=True, optional=True),
            Field("t.management_systems", "contact_sheet.management_systems", wide=True, ticked=True),
            Field("t.criteria", "contact_sheet.criteria", wide=True),
            Field("t.mode", "contact_sheet.mode", wide=True, ticked=True),
        ),
        *heading("{{ t.scope }}", 2),
        *field_table(
            _PAGE,
            Field("t.sites", "contact_sheet.sites"),
            Field("t.products", "contact_sheet.products"),
            Field("t.processes", "contact_sheet.processes"),
            Field("t.shifts", "contact_sheet.shifts"),
            Field("t.period_of_records", "contact_sheet.period_of_records", wide=True, optional=True),
        ),
        *heading("{{ t.audit_date }}", 2),
        *field_table(
            _PAGE,
            Field("t.planned_start", "contact_sheet.planned_start"),
            Field("t.planned_end", "contact_sheet.planned_end"),
            Field("t.confirmed_with", "contact_sheet.confirmed_with", inside=True),
            Field("t.confirmed_at", "contact_sheet.confirmed_at", inside=True),
            Field("t.confirmed_by", "contact_sheet.confirmed_by", wide=True, inside=True),
        ),
    ]


def _visitors() -> Blocks:
    return [
        *heading("{{ t.visitors }}", number="4"),
        *field_table(
            _PAGE,
            Field("t.visitor_count", "contact_sheet.visitor_count"),
            Field("t.auditor_count", "contact_sheet.auditor_count"),
        ),
        *gap(),
        *data_table(
            _PAGE,
            "row in contact_sheet.visitors",
            Column("t.number", "row.number", 7, "center"),
            Column("t.name", "row.name", 16),
            Column("t.visitor_title", "row.title", 18),
            Column("t.organization", "row.organization", 22),
            Column("t.role", "row.role", 12),
            Column("t.language", "row.language", 11),
            Column("t.remarks", "row.remark", 14, inside=True),
            blank=5,
        ),
    ]


def _documents() -> Blocks:
    return [
        *heading("{{ t.customer_documents }}", number="5"),
        *data_table(
            _PAGE,
            "row in contact_sheet.customer_documents",
            Column("t.document", "row.document", 21),
            Column("t.document_state", "row.state", 54, ticked=True),
            Column("t.attachment ~ ' / ' ~ t.reason", "row.attachment", 25, more=(("", "row.reason"),)),
            blank=4,
        ),
    ]


def _requests() -> Blocks:
    return [
        *heading("{{ t.requests }}", number="6"),
        *heading("{{ t.special_requests }}", 2),
        *_request_table("contact_sheet.special_requests"),
        *heading("{{ t.logistics_needs }}", 2),
        *_request_table("contact_sheet.logistics_needs"),
    ]


def _request_table(rows: str) -> Blocks:
    return pair_table(_PAGE, rows, "subject", "request")


def _previous() -> Blocks:
    return [
        *heading("{{ t.previous }}", number="7"),
        *field_table(_PAGE, Field("t.previous_audit", "contact_sheet.previous_audit", wide=True)),
        *gap(),
        *data_table(
            _PAGE,
            "row in contact_sheet.open_items",
            Column("t.number", "row.number", 12, "center"),
            Column("t.open_item", "row.item", 66),
            Column("t.item_state", "row.state", 22),
            blank=1,
        ),
    ]


def _revisions() -> Blocks:
    listed = data_table(
        _PAGE,
        "row in contact_sheet.revisions",
        Column("t.date", "row.date", 14, "center"),
        Column("t.changed", "row.changed", 36),
        Column("t.reason", "row.reason", 34),
        Column("t.changed_by", "row.by", 16),
    )
    return when("contact_sheet.revisions", heading("{{ t.revisions }}", 2), listed)
