"""templates/agenda/agenda.docx: agenda and escort plan, sections 1 to 5, on a page that lies on its side."""

from tools.word_templates.data_table import Blank, Column, data_table
from tools.word_templates.fields import Field, field_table
from tools.word_templates.forms.parts import attachments
from tools.word_templates.page import Page
from tools.word_templates.signatures import signatures
from tools.word_templates.text import heading, when
from tools.word_templates.xml import Blocks, flattened

_PAGE = Page(landscape=True)
_TO_COME = Blank(2, ended="agenda.ended")


def agenda() -> Blocks:
    """The whole form."""
    return flattened(
        [
            _audit(),
            _sessions(),
            _revisions(),
            when("t.escort_changes", _escort_changes()),
            heading("{{ t.signatures }}", number="5"),
            signatures(_PAGE, "agenda.signatures"),
            attachments(_PAGE, "agenda"),
        ]
    )


def _audit() -> Blocks:
    return [
        *heading("{{ t.audit_information }}", number="1"),
        *field_table(
            _PAGE,
            Field("t.audit", "agenda.audit"),
            Field("t.customer", "agenda.customer"),
            Field("t.audit_type", "agenda.audit_type"),
            Field("t.title", "agenda.title", wide=True, optional=True),
            Field("t.direction", "agenda.direction", wide=True, optional=True),
            Field("t.audit_date", "agenda.audit_date"),
            Field("t.mode", "agenda.mode"),
            Field("t.coordinator", "agenda.coordinator"),
            Field("t.team", "agenda.team", wide=True),
            Field("t.agenda_source", "agenda.agenda_source"),
            Field("t.agenda_revision", "agenda.agenda_revision"),
            Field("t.sites", "agenda.sites"),
            Field("t.platform", "agenda.platform", optional=True),
            Field("t.recording", "agenda.recording", optional=True),
            Field("t.consent", "agenda.consent", wide=True, optional=True),
            pairs=3,
        ),
    ]


def _sessions() -> Blocks:
    return [
        *heading("{{ t.sessions }}", number="2"),
        *data_table(
            _PAGE,
            "row in agenda.sessions",
            Column("t.session", "row.session", 6, "center"),
            Column("t.date", "row.date", 8, "center"),
            Column("t.time", "row.time", 10, "center"),
            Column("t.stage", "row.stage", 8),
            Column("t.place", "row.place", 19),
            Column("t.auditors", "row.auditors", 10),
            Column("t.auditee_departments", "row.departments", 10),
            Column("t.escorts", "row.escorts", 9),
            Column("t.guides", "row.guides", 9),
            Column("t.remarks", "row.remark", 12),
            blank=8,
        ),
    ]


def _revisions() -> Blocks:
    return [
        *heading("{{ t.revisions }}", number="3"),
        *data_table(
            _PAGE,
            "row in agenda.revisions",
            Column("t.number", "row.number", 5, "center"),
            Column("t.changed", "row.changed", 30),
            Column("t.reason", "row.reason", 22),
            Column("t.when", "row.when", 9, "center"),
            Column("t.confirmed_with", "row.confirmed_with", 17),
            Column("t.confirmed_at", "row.confirmed_at", 13, "center"),
            blank=_TO_COME,
        ),
    ]


def _escort_changes() -> Blocks:
    return [
        *heading("{{ t.escort_changes }}", number="4"),
        *data_table(
            _PAGE,
            "row in agenda.escort_changes",
            Column("t.session", "row.session", 6, "center"),
            Column("t.from_", "row.replaced", 14),
            Column("t.to", "row.substitute", 14),
            Column("t.reason", "row.reason", 42),
            Column("t.notified_at", "row.notified_at", 11, "center"),
            Column("t.notified_to", "row.notified_to", 14),
            blank=_TO_COME,
        ),
    ]
