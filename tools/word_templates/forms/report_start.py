"""The report's cover and sections 1 to 3: overview, customer and team, course of the audit."""

from tools.word_templates.contents import contents_of_sections
from tools.word_templates.data_table import Column, Said, data_table
from tools.word_templates.fields import Field, field_table
from tools.word_templates.forms.parts import events
from tools.word_templates.page import Page
from tools.word_templates.text import heading, page_break, text, when
from tools.word_templates.xml import Blocks

_PAGE = Page()
SECTIONS = (
    ("1", "overview"),
    ("2", "customer_and_team"),
    ("3", "course"),
    ("4", "results"),
    ("5", "findings"),
    ("6", "good_practices"),
    ("7", "positions"),
    ("8", "comparison"),
    ("9", "plan"),
    ("10", "improvement"),
    ("11", "conclusion"),
    ("12", "distribution_and_signatures"),
)


def cover() -> Blocks:
    """Whose audit it was, when, by whom; then the list of contents."""
    return [
        *text("{{ audit_report.customer }}", "CoverLine"),
        *text("{{ audit_report.title }}", "Title"),
        *text("{{ audit_report.dates }}", "Subtitle"),
        *field_table(
            _PAGE,
            Field("t.audit", "audit_report.audit", height=9),
            Field("t.state", "audit_report.state", height=9),
            Field("t.customer", "audit_report.customer", height=9),
            Field("t.customer_code", "audit_report.customer_code", height=9),
            Field("t.auditing_party", "audit_report.auditing_party", height=9),
            Field("t.coordinator", "audit_report.coordinator", height=9),
        ),
        *contents_of_sections(SECTIONS),
        *page_break(),
    ]


def overview() -> Blocks:
    """1: purpose, scope, criteria, method, dates, people."""
    return [
        *heading("{{ t.overview }}", number="1"),
        *field_table(
            _PAGE,
            Field("t.background", "audit_report.background", wide=True),
            Field("t.purpose", "audit_report.purpose", wide=True),
            Field("t.audit_type", "audit_report.audit_type"),
            Field("t.direction", "audit_report.direction"),
            Field("t.management_systems", "audit_report.management_systems"),
            Field("t.method", "audit_report.method"),
            Field("t.criteria", "audit_report.criteria", wide=True),
            Field("t.grading_scheme", "audit_report.grading_scheme", wide=True),
            Field("t.sites", "audit_report.sites"),
            Field("t.products", "audit_report.products"),
            Field("t.processes", "audit_report.processes"),
            Field("t.shifts", "audit_report.shifts"),
            Field("t.period_of_records", "audit_report.period_of_records"),
            Field("t.dates", "audit_report.dates"),
            Field("t.coordinator", "audit_report.coordinator"),
            Field("t.management_contact", "audit_report.management_contact"),
        ),
        *when(
            "audit_report.objectives",
            heading("{{ t.objectives }}", 2),
            data_table(
                _PAGE,
                "row in audit_report.objectives",
                Column("t.objective", "row.objective", 40),
                Column("t.measure", "row.measure", 25),
                Column("t.target", "row.target", 17),
                Column("t.result", "row.result", 18),
            ),
        ),
    ]


def customer_and_team() -> Blocks:
    """2: who audited whom."""
    return [
        *heading("{{ t.customer_and_team }}", number="2"),
        *when("t.customer_profile", field_table(_PAGE, Field("t.customer_profile", "audit_report.customer_profile", wide=True))),
        *heading("{{ t.audit_team }}", 2),
        *_people("audit_report.audit_team"),
        *heading("{{ t.participants }}", 2),
        *_people("audit_report.participants"),
    ]


def _people(rows: str) -> Blocks:
    return data_table(
        _PAGE,
        f"row in {rows}",
        Column("t.name", "row.name", 22),
        Column("t.person_title", "row.title", 26),
        Column("t.organization", "row.organization", 32),
        Column("t.role", "row.role", 20),
        blank=Said("t.none"),
        height=5.5,
    )


def course() -> Blocks:
    """3: what was planned, and what happened."""
    return [
        *heading("{{ t.course }}", number="3"),
        *when("audit_report.process", text("{{ audit_report.process }}")),
        *heading("{{ t.planned_actual }}", 2),
        *data_table(
            _PAGE,
            "row in audit_report.planned_actual",
            Column("t.item", "row.item", 24),
            Column("t.planned", "row.planned", 38),
            Column("t.actual", "row.actual", 38),
            blank=Said("t.none"),
        ),
        *heading("{{ t.meetings }}", 2),
        *data_table(
            _PAGE,
            "row in audit_report.meetings",
            Column("t.meeting", "row.meeting", 12),
            Column("t.start", "row.start", 12.5, "center"),
            Column("t.end", "row.end", 12.5, "center"),
            Column("t.chair", "row.chair", 11),
            Column("t.attendance_count", "row.attendance", 14),
            Column("t.meeting_notes", "row.notes", 38),
            blank=Said("t.none"),
        ),
        *events(_PAGE, "audit_report"),
    ]
