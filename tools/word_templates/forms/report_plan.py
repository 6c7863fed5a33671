"""The report's sections 8 to 11: comparison, rectification plan, improvement, conclusion."""

from tools.word_templates.data_table import Column, Said, data_table
from tools.word_templates.fields import Field, field_table
from tools.word_templates.page import Page
from tools.word_templates.text import each, heading, text, when
from tools.word_templates.xml import Blocks

_PAGE = Page()


def comparison() -> Blocks:
    """8: earlier audits of the same customer, and what repeats."""
    return [
        *heading("{{ t.comparison }}", number="8"),
        *heading("{{ t.previous_audits }}", 2),
        *data_table(
            _PAGE,
            "row in audit_report.comparison",
            Column("t.audit", "row.audit", 18),
            Column("t.audit_type", "row.type", 16),
            Column("t.date", "row.date", 14, "center"),
            Column("t.score", "row.score", 10, "right"),
            Column("t.grade", "row.grade", 8, "center"),
            Column("t.major", "row.major", 8, "right"),
            Column("t.minor", "row.minor", 8, "right"),
            Column("t.other", "row.other", 9, "right"),
            Column("t.repeat_count", "row.repeats", 9, "right"),
            blank=Said("t.none"),
            height=5.5,
        ),
        *when(
            "audit_report.repeats",
            heading("{{ t.repeats }}", 2),
            data_table(
                _PAGE,
                "row in audit_report.repeats",
                Column("t.finding", "row.finding", 12, "center"),
                Column("t.previous_finding", "row.previous", 25),
                Column("t.clause", "row.clause", 19),
                Column("t.statement", "row.statement", 44),
            ),
        ),
        *when("audit_report.analysis", heading("{{ t.analysis }}", 2), _analysis()),
    ]


def _analysis() -> Blocks:
    return data_table(
        _PAGE,
        "row in audit_report.analysis",
        Column("t.analysis_by", "row.by", 14),
        Column("t.analysis_what", "row.what", 48),
        Column("t.count", "row.count", 10, "right"),
        Column("t.finding_numbers", "row.numbers", 28),
        height=5.5,
    )


def plan() -> Blocks:
    """9: every action with its date and owner; how far each department is."""
    return [
        *heading("{{ t.plan }}", number="9"),
        *data_table(
            _PAGE,
            "row in audit_report.plan",
            Column("t.cars", "row.car", 15),
            Column("t.department", "row.department", 14),
            Column("t.action", "row.action", 26),
            Column("t.owner", "row.owner", 10),
            Column("t.due", "row.due", 11.5, "center"),
            Column("t.done_on", "row.done_on", 11.5, "center"),
            Column("t.state", "row.state", 12),
            blank=Said("t.none"),
        ),
        *when(
            "audit_report.roll_up",
            heading("{{ t.roll_up }}", 2),
            data_table(
                _PAGE,
                "row in audit_report.roll_up",
                Column("t.department", "row.department", 40),
                Column("t.car_count", "row.cars", 15, "right"),
                Column("t.action_count", "row.actions", 15, "right"),
                Column("t.done_count", "row.done", 15, "right"),
                Column("t.open_count", "row.open", 15, "right"),
                height=5.5,
            ),
        ),
    ]


def improvement() -> Blocks:
    """10: what to do better."""
    return [
        *heading("{{ t.improvement }}", number="10"),
        *when("audit_report.improvement", _improvements()),
        *when("not audit_report.improvement and not audit_report.improvement_comment", text("{{ t.none }}")),
        *when("audit_report.improvement_comment", text("{{ audit_report.improvement_comment }}")),
        *when("audit_report.lessons", heading("{{ t.lessons }}", 2), _lessons()),
    ]


def _improvements() -> Blocks:
    return data_table(
        _PAGE,
        "row in audit_report.improvement",
        Column("t.number", "row.number", 8, "center"),
        Column("t.type", "row.type", 12),
        Column("t.statement", "row.statement", 24),
        Column("t.action", "row.action", 22),
        Column("t.owner", "row.owner", 10),
        Column("t.due", "row.due", 12, "center"),
        Column("t.done_on", "row.done_on", 12, "center"),
    )


def _lessons() -> Blocks:
    return each("lesson in audit_report.lessons", text("{{ lesson }}", "ListBullet"))


def conclusion() -> Blocks:
    """11: what the customer decided, and until when he wants an answer."""
    return [
        *heading("{{ t.conclusion }}", number="11"),
        *field_table(
            _PAGE,
            Field("t.decision", "audit_report.decision", wide=True),
            Field("t.summary", "audit_report.summary", wide=True),
            Field("t.conclusion_source", "audit_report.conclusion_source"),
            Field("t.conclusion_received", "audit_report.conclusion_received"),
            Field("t.customer_due", "audit_report.customer_due"),
            Field("t.response_format", "audit_report.response_format"),
            Field("t.conclusion_document", "audit_report.conclusion_document", wide=True, optional=True),
            Field("t.next_audit_due", "audit_report.next_audit_due"),
            Field("t.management_review_period", "audit_report.management_review_period", inside=True),
            Field("t.closed", "audit_report.closed", wide=True, optional=True),
        ),
    ]
