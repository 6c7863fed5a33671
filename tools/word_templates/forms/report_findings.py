"""The report's sections 5 to 7: each finding in full, good practices, disputes."""

from tools.word_templates.data_table import Column, data_table
from tools.word_templates.fields import Field, field_table
from tools.word_templates.page import Page
from tools.word_templates.text import each, heading, text, when
from tools.word_templates.xml import Blocks

_PAGE = Page()


def findings() -> Blocks:
    """5: requirement, evidence, statement, place, departments, position, one block a finding."""
    return [
        *heading("{{ t.findings }}", number="5"),
        *each(
            "row in audit_report.findings",
            heading("{{ row.number }}　{{ row.type }}　{{ row.grade }}", 2),
            _finding(),
            _answer(),
            otherwise=text("{{ t.none }}"),
        ),
    ]


def _finding() -> Blocks:
    return field_table(
        _PAGE,
        Field("t.customer_finding_number", "row.customer_number", optional=True),
        Field("t.checklist_items", "row.items", optional=True),
        Field("t.criterion", "row.criterion", wide=True),
        Field("t.requirement", "row.requirement", wide=True),
        Field("t.evidence", "row.evidence", wide=True),
        Field("t.statement", "row.statement", wide=True),
        Field("t.finding_process", "row.process"),
        Field("t.location", "row.location"),
        Field("t.departments", "row.departments"),
        Field("t.position", "row.position"),
        Field("t.auditor", "row.auditor"),
        Field("t.raised_at", "row.raised_at"),
        Field("t.confirmed_at_closing", "row.confirmed_at_closing", optional=True),
        Field("t.repeat", "row.repeat", optional=True),
        Field("t.risk", "row.risk", optional=True, inside=True),
        Field("t.cars", "row.cars", optional=True),
    )


def _answer() -> Blocks:
    fields = field_table(
        _PAGE,
        Field("t.response", "row.response", wide=True),
        Field("t.response_owner", "row.response_owner"),
        Field("t.response_due", "row.response_due"),
        Field("t.response_done", "row.response_done", wide=True),
    )
    return when("row.response", text("", "Gap"), fields)


def good_practices() -> Blocks:
    """6."""
    return [
        *heading("{{ t.good_practices }}", number="6"),
        *when(
            "audit_report.good_practices",
            data_table(
                _PAGE,
                "row in audit_report.good_practices",
                Column("t.number", "row.number", 8, "center"),
                Column("t.criterion", "row.criterion", 20),
                Column("t.statement", "row.statement", 31),
                Column("t.location", "row.location", 13),
                Column("t.departments", "row.departments", 15),
                Column("t.auditor", "row.auditor", 13),
            ),
        ),
        *when("not audit_report.good_practices", text("{{ t.none }}")),
    ]


def positions() -> Blocks:
    """7: where we do not agree, and what the closing meeting left open."""
    return [
        *heading("{{ t.positions }}", number="7"),
        *when(
            "audit_report.positions",
            data_table(
                _PAGE,
                "row in audit_report.positions",
                Column("t.finding", "row.finding", 10, "center"),
                Column("t.position", "row.position", 14),
                Column("t.departments", "row.departments", 18),
                Column("t.statement", "row.statement", 58),
            ),
        ),
        *when("not audit_report.positions and not audit_report.disputes", text("{{ t.no_positions }}")),
        *when("audit_report.disputes", heading("{{ t.disputes }}", 2), _disputes()),
        *when(
            "audit_report.disputes_left",
            text("", "Gap"),
            field_table(_PAGE, Field("t.disputes_left", "audit_report.disputes_left", wide=True)),
        ),
    ]


def _disputes() -> Blocks:
    return data_table(
        _PAGE,
        "row in audit_report.disputes",
        Column("t.number", "row.number", 7, "center"),
        Column("t.dispute_about", "row.about", 9, "center"),
        Column("t.dispute_raised", "row.raised", 15),
        Column("t.dispute_grounds", "row.grounds", 31),
        Column("t.dispute_outcome", "row.outcome", 24),
        Column("t.dispute_decided", "row.decided", 14),
    )
