"""templates/preaudit_report/preaudit_report.docx: the internal pre-audit report, sections 1 to 7, on a page that lies on its side."""

from tools.word_templates.data_table import Column, Said, data_table
from tools.word_templates.fields import Field, box, field_table
from tools.word_templates.forms.parts import attachments
from tools.word_templates.page import Page
from tools.word_templates.signatures import signatures
from tools.word_templates.text import heading, note
from tools.word_templates.xml import Blocks, flattened

_PAGE = Page(landscape=True)
_SIX_S = ("sort", "set_in_order", "shine", "standardize", "sustain", "safety")


def preaudit_report() -> Blocks:
    """The whole form."""
    return flattened(
        [
            note("{{ t.internal_only }}"),
            _plan(),
            _six_s(),
            _results(),
            _open_gaps(),
            _earlier_cars(),
            heading("{{ t.conclusion }}", number="6"),
            box(_PAGE, "preaudit_report.conclusion"),
            heading("{{ t.signatures }}", number="7"),
            signatures(_PAGE, "preaudit_report.signatures"),
            attachments(_PAGE, "preaudit_report"),
        ]
    )


def _plan() -> Blocks:
    return [
        *heading("{{ t.plan }}", number="1"),
        *field_table(
            _PAGE,
            Field("t.audit", "preaudit_report.audit"),
            Field("t.customer", "preaudit_report.customer"),
            Field("t.audit_date", "preaudit_report.audit_date"),
            Field("t.title", "preaudit_report.title", wide=True, optional=True),
            Field("t.method", "preaudit_report.method"),
            Field("t.held", "preaudit_report.held"),
            Field("t.team", "preaudit_report.team"),
            Field("t.scope", "preaudit_report.scope", wide=True),
            pairs=3,
        ),
    ]


def _six_s() -> Blocks:
    return [
        *heading("{{ t.six_s_checks }}", number="2"),
        *data_table(
            _PAGE,
            "row in preaudit_report.six_s_checks",
            Column("t.area", "row.area", 13),
            Column("t.department", "row.department", 9),
            Column("t.checked_on", "row.checked_on", 8, "center"),
            Column("t.checker", "row.checker", 7, "center"),
            *(Column(f"t.{name}", f"row.{name}", 6.5, "center") for name in _SIX_S),
            Column("t.notes", "row.notes", 16),
            Column("t.closed_on", "row.closed_on", 8, "center"),
            blank=4,
        ),
    ]


def _results() -> Blocks:
    return [
        *heading("{{ t.results }}", number="3"),
        *data_table(
            _PAGE,
            "row in preaudit_report.results",
            Column("t.number", "row.number", 4, "center"),
            Column("t.type", "row.type", 6),
            Column("t.department", "row.department", 8.6),
            Column("t.checker", "row.checker", 8),
            Column("t.checked_on", "row.checked_on", 8, "center"),
            Column("t.item_ref", "row.question", 6, "center"),
            Column("t.gap", "row.gap", 15.2),
            Column("t.severity", "row.severity", 5.5, "center"),
            Column("t.action", "row.action", 15.2),
            Column("t.owner", "row.owner", 8),
            Column("t.due", "row.due", 8, "center"),
            Column("t.done_on", "row.done_on", 8, "center"),
            Column("t.verified_by", "row.verified_by", 8),
            blank=6,
        ),
    ]


def _open_gaps() -> Blocks:
    return [
        *heading("{{ t.open_gaps }}", number="4"),
        *data_table(
            _PAGE,
            "row in preaudit_report.open_gaps",
            Column("t.row_number", "row.number", 6, "center"),
            Column("t.department", "row.department", 10),
            Column("t.gap", "row.gap", 32),
            Column("t.state", "row.state", 10),
            Column("t.waived_by", "row.waived_by", 10),
            Column("t.reason", "row.reason", 32),
            blank=Said("t.none"),
        ),
    ]


def _earlier_cars() -> Blocks:
    return [
        *heading("{{ t.earlier_cars }}", number="5"),
        *data_table(
            _PAGE,
            "row in preaudit_report.earlier_cars",
            Column("t.car", "row.car", 14, "center"),
            Column("t.progress", "row.progress", 86),
            blank=Said("t.none"),
        ),
    ]
