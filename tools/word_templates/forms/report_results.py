"""The report's section 4: score, grade, why it was downgraded, findings counted."""

from tools.word_templates.data_table import Column, Said, data_table
from tools.word_templates.page import Page
from tools.word_templates.text import each, heading, text, when
from tools.word_templates.xml import Blocks

_PAGE = Page()


def results() -> Blocks:
    """As the customer states them, and as the scoring rule computes them."""
    return [
        *heading("{{ t.results }}", number="4"),
        *when("audit_report.results", text("{{ audit_report.results }}")),
        *when("audit_report.results_comment", text("{{ audit_report.results_comment }}")),
        *_figures(),
        *_bullets("downgrade_reasons", "reason"),
        *_bullets("computed_reasons", "reason"),
        *_scores(),
        *_counts(),
        *_bullets("strengths", "strength"),
    ]


def _figures() -> Blocks:
    listed = data_table(
        _PAGE,
        "row in audit_report.comparisons",
        Column("t.item", "row.item", 31),
        Column("t.stated", "row.stated", 23, "center"),
        Column("t.computed", "row.computed", 23, "center"),
        Column("t.agreement", "row.agreement", 23, "center"),
        height=5.5,
    )
    return when("audit_report.comparisons", heading("{{ t.figures }}", 2), listed)


def _bullets(name: str, one: str) -> Blocks:
    listed = each(f"{one} in audit_report.{name}", text(f"{{{{ {one} }}}}", "ListBullet"))
    return when(f"audit_report.{name}", heading(f"{{{{ t.{name} }}}}", 2), listed)


def _scores() -> Blocks:
    listed = data_table(
        _PAGE,
        "row in audit_report.scores",
        Column("t.element", "row.element", 34),
        Column("t.evaluated", "row.evaluated", 14, "center"),
        Column("t.points", "row.points", 10, "right"),
        Column("t.possible", "row.possible", 10, "right"),
        Column("t.percent", "row.percent", 12, "right"),
        Column("t.degree", "row.bar", 20, "center"),
        height=5.5,
    )
    return when("audit_report.scores", heading("{{ t.scores }}", 2), listed)


def _counts() -> Blocks:
    return [
        *heading("{{ t.counts }}", 2),
        *text("{{ audit_report.chart }}"),
        *data_table(
            _PAGE,
            "row in audit_report.counts",
            Column("t.type", "row.type", 24),
            Column("t.grade", "row.grade", 24),
            Column("t.count", "row.count", 12, "right"),
            Column("t.finding_numbers", "row.numbers", 40),
            blank=Said("t.none"),
            height=5.5,
        ),
    ]
