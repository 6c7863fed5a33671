"""templates/management_review/management_review.docx: the input to the management review; charts in squares, each above its figures."""

from tools.word_templates.data_table import Column, Said, data_table
from tools.word_templates.fields import Field, field_table
from tools.word_templates.page import Page
from tools.word_templates.signatures import signatures
from tools.word_templates.text import each, heading, text, when
from tools.word_templates.xml import Blocks

_PAGE = Page()
_VIEW = "management_review"


def management_review() -> Blocks:
    """The whole report."""
    return [
        *_about(),
        *heading("{{ t.statistics }}", number="1"),
        *_figures("figures"),
        *_audits(),
        *_kinds(),
        *heading("{{ t.pareto }}", number="2"),
        *_paretos(),
        *heading("{{ t.trend }}", number="3"),
        *_trend(),
        *heading("{{ t.performance }}", number="4"),
        *_figures("performance"),
        *_cars(),
        *heading("{{ t.repeats }}", number="5"),
        *_repeats(),
        *heading("{{ t.suggestions }}", number="6"),
        *_table("suggestions", Column("t.source", "row.source", 24, "center"), Column("t.suggestion", "row.suggestion", 76)),
        *heading("{{ t.signatures }}"),
        *signatures(_PAGE, f"{_VIEW}.signatures"),
    ]


def _table(rows: str, *columns: Column) -> Blocks:
    return data_table(_PAGE, f"row in {rows if '.' in rows else f'{_VIEW}.{rows}'}", *columns, blank=Said("t.none"), height=5.5)


def _about() -> Blocks:
    return field_table(
        _PAGE,
        Field("t.year", f"{_VIEW}.year"),
        Field("t.period", f"{_VIEW}.period"),
        Field("t.scope", f"{_VIEW}.scope", wide=True),
        Field("t.objectives", f"{_VIEW}.objectives", wide=True, optional=True),
    )


def _figures(rows: str) -> Blocks:
    columns = (Column("t.this_year", "row.this_year", 25, "right"), Column("t.last_year", "row.last_year", 25, "right"))
    return _table(rows, Column("t.figure", "row.figure", 50), *columns)


def _audits() -> Blocks:
    return [
        *heading("{{ t.audits }}", 2),
        *_table(
            "audits",
            Column("t.audit", "row.audit", 15, "center"),
            Column("t.customer", "row.customer", 18),
            Column("t.audit_type", "row.type", 11),
            Column("t.dates", "row.dates", 13, "center"),
            Column("t.result", "row.result", 13),
            Column("t.findings", "row.findings", 8.5, "right"),
            Column("t.state", "row.state", 10.5),
            Column("t.review_period", "row.period", 11),
        ),
    ]


def _shares(head: str, rows: str) -> Blocks:
    return _table(
        rows,
        Column(head, "row.what", 58),
        Column("t.count", "row.count", 12, "right"),
        Column("t.share", "row.share", 15, "right"),
        Column("t.cumulative", "row.cumulative", 15, "right"),
    )


def _kinds() -> Blocks:
    chart = when(f"{_VIEW}.kinds_chart.words", text(f"{{{{ {_VIEW}.kinds_chart }}}}"))
    return [*heading("{{ t.kinds }}", 2), *chart, *_shares("t.kind", "kinds")]


def _paretos() -> Blocks:
    return each(
        f"each in {_VIEW}.paretos",
        heading("{{ each.title }}", 2),
        text("{{ each.chart }}"),
        _shares("t.what", "each.rows"),
        otherwise=text("{{ t.none }}"),
    )


def _trend() -> Blocks:
    months = _table(
        "trend",
        Column("t.month", "row.month", 20, "center"),
        Column("t.audits_held", "row.audits", 20, "right"),
        Column("t.findings", "row.findings", 20, "right"),
        Column("t.issued", "row.issued", 20, "right"),
        Column("t.closed", "row.closed", 20, "right"),
    )
    return [*when(f"{_VIEW}.trend_chart.words", text(f"{{{{ {_VIEW}.trend_chart }}}}")), *months]


def _cars() -> Blocks:
    return [
        *heading("{{ t.by_department }}", 2),
        *_table(
            "departments",
            Column("t.department", "row.department", 40),
            Column("t.issued", "row.issued", 15, "right"),
            Column("t.closed", "row.closed", 15, "right"),
            Column("t.open", "row.open", 15, "right"),
            Column("t.overdue_count", "row.overdue", 15, "right"),
        ),
        *heading("{{ t.ageing }}", 2),
        *when(f"{_VIEW}.ages_chart.words", text(f"{{{{ {_VIEW}.ages_chart }}}}")),
        *_table(
            "ages",
            Column("t.age", "row.age", 40, "center"),
            Column("t.open", "row.open", 30, "right"),
            Column("t.closed", "row.closed", 30, "right"),
        ),
        *heading("{{ t.overdue }}", 2),
        *_table(
            "overdue",
            Column("t.car", "row.car", 20, "center"),
            Column("t.department", "row.department", 20),
            Column("t.step", "row.step", 18),
            Column("t.due", "row.due", 15, "center"),
            Column("t.report_to", "row.report_to", 17),
            Column("t.state", "row.state", 15),
        ),
    ]


def _repeats() -> Blocks:
    return _table(
        "repeats",
        Column("t.finding", "row.finding", 20, "center"),
        Column("t.customer", "row.customer", 23),
        Column("t.clause", "row.clause", 23),
        Column("t.departments", "row.departments", 15),
        Column("t.similar_to", "row.similar_to", 19, "center"),
    )
