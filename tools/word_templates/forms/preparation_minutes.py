"""templates/preparation_minutes/preparation_minutes.docx: minutes of the preparation meeting, sections 1 to 9."""

from tools.word_templates.data_table import Column, data_table
from tools.word_templates.fields import Field, field_table
from tools.word_templates.forms.parts import attachments
from tools.word_templates.page import Page
from tools.word_templates.signatures import signatures
from tools.word_templates.text import heading
from tools.word_templates.xml import Blocks, flattened

_PAGE = Page()


def preparation_minutes() -> Blocks:
    """The whole form."""
    return flattened(
        [
            _meeting(),
            _attendees(),
            _allocation(),
            _preaudit(),
            _document_requests(),
            _escorts(),
            _decisions(),
            _tasks(),
            heading("{{ t.signatures }}", number="9"),
            signatures(_PAGE, "preparation_minutes.signatures"),
            attachments(_PAGE, "preparation_minutes"),
        ]
    )


def _meeting() -> Blocks:
    return [
        *heading("{{ t.meeting }}", number="1"),
        *field_table(
            _PAGE,
            Field("t.audit", "preparation_minutes.audit", wide=True),
            Field("t.title", "preparation_minutes.title", wide=True, optional=True),
            Field("t.customer", "preparation_minutes.customer", wide=True),
            Field("t.audit_date", "preparation_minutes.audit_date"),
            Field("t.preparation_due", "preparation_minutes.preparation_due"),
            Field("t.at", "preparation_minutes.at"),
            Field("t.chair", "preparation_minutes.chair"),
            Field("t.place", "preparation_minutes.place", wide=True),
        ),
    ]


def _attendees() -> Blocks:
    return [
        *heading("{{ t.attendees }}", number="2"),
        *data_table(
            _PAGE,
            "row in preparation_minutes.attendees",
            Column("t.number", "row.number", 6.5, "center"),
            Column("t.name", "row.name", 16),
            Column("t.department", "row.department", 15),
            Column("t.job_title", "row.job_title", 24),
            Column("t.present", "row.present", 8.5, "center"),
            Column("t.excuse", "row.excuse", 15),
            Column("t.signature", "row.sign", 15, "center"),
            blank=8,
        ),
    ]


def _allocation() -> Blocks:
    return [
        *heading("{{ t.allocation }}", number="3"),
        *data_table(
            _PAGE,
            "row in preparation_minutes.allocation",
            Column("t.section", "row.section", 9),
            Column("t.clause_refs", "row.clauses", 20),
            Column("t.questions", "row.questions", 18),
            Column("t.owner_department", "row.department", 14),
            Column("t.owner", "row.owner", 12),
            Column("t.co_departments", "row.co_departments", 15),
            Column("t.due", "row.due", 12, "center"),
            blank=5,
        ),
    ]


def _preaudit() -> Blocks:
    return [
        *heading("{{ t.preaudit }}", number="4"),
        *field_table(
            _PAGE,
            Field("t.method", "preparation_minutes.method"),
            Field("t.held", "preparation_minutes.held"),
            Field("t.team", "preparation_minutes.team", wide=True),
            Field("t.scope", "preparation_minutes.scope", wide=True),
        ),
    ]


def _document_requests() -> Blocks:
    return [
        *heading("{{ t.document_requests }}", number="5"),
        *data_table(
            _PAGE,
            "row in preparation_minutes.document_requests",
            Column("t.number", "row.number", 7, "center"),
            Column("t.document", "row.document", 24),
            Column("t.department", "row.department", 13),
            Column("t.owner", "row.owner", 11),
            Column("t.due", "row.due", 12, "center"),
            Column("t.status", "row.status", 11, "center"),
            Column("t.request_evidence", "row.evidence", 22),
            blank=4,
        ),
    ]


def _escorts() -> Blocks:
    return [
        *heading("{{ t.sessions }}", number="6"),
        *data_table(
            _PAGE,
            "row in preparation_minutes.sessions",
            Column("t.session", "row.session", 9, "center"),
            Column("t.date", "row.date", 13, "center"),
            Column("t.time", "row.time", 14, "center"),
            Column("t.stage", "row.stage", 15),
            Column("t.auditee_departments", "row.departments", 19),
            Column("t.escorts", "row.escorts", 15),
            Column("t.guides", "row.guides", 15),
            blank=4,
        ),
    ]


def _decisions() -> Blocks:
    return [
        *heading("{{ t.decisions }}", number="7"),
        *data_table(
            _PAGE,
            "row in preparation_minutes.decisions",
            Column("t.number", "row.number", 7, "center"),
            Column("t.decision", "row.decision", 93),
            blank=3,
        ),
    ]


def _tasks() -> Blocks:
    return [
        *heading("{{ t.tasks }}", number="8"),
        *data_table(
            _PAGE,
            "row in preparation_minutes.tasks",
            Column("t.number", "row.number", 7, "center"),
            Column("t.what", "row.what", 28),
            Column("t.department", "row.department", 13),
            Column("t.owner", "row.owner", 11),
            Column("t.due", "row.due", 12, "center"),
            Column("t.done_on", "row.done_on", 12, "center"),
            Column("t.result", "row.result", 17),
            blank=4,
        ),
    ]
