"""templates/checklist/*.docx: one head, one table by sections, four sets of columns: blank, preparation, on site, result."""

from collections.abc import Sequence

from tools.word_templates.data_table import Blank, Column, Said, data_table, head_row
from tools.word_templates.fields import Field, field_table
from tools.word_templates.forms.parts import attachments
from tools.word_templates.page import Page
from tools.word_templates.signatures import signatures
from tools.word_templates.table import LABEL_SHADE, cell, kept_with_next, row, tag_row, wide_table, widths
from tools.word_templates.text import each, gap, heading, text, when
from tools.word_templates.xml import Blocks, Element, flattened, paragraph, run

_PAGE = Page(landscape=True)
_QUESTION = (
    Column("t.item_number", "item.number", 5, "center"),
    Column("t.customer_number", "item.customer_number", 6.5, "center"),
    Column("t.key", "item.key", 3, "center"),
    Column("t.clause", "item.clause", 7, "center"),
)


def blank() -> Blocks:
    """To print and to fill in by hand."""
    return _checklist(
        14,
        *_QUESTION,
        Column("t.text", "item.text", 32, more=(("", "item.guidance"),)),
        Column("t.responsible", "item.responsible", 10),
        Column("t.result_and_points", "", 8),
        Column("t.note", "", 22),
        Column("t.finding", "", 7),
    )


def preparation() -> Blocks:
    """What each department answers before the audit."""
    return _checklist(
        9,
        *_QUESTION,
        Column("t.text", "item.text", 20),
        Column("t.responsible", "item.responsible", 11.5),
        Column("t.status", "item.status", 7, "center"),
        Column("t.preparation", "item.answer", 16),
        Column("t.evidence", "item.evidence", 11),
        Column("t.self_score", "item.self_score", 5, "center"),
        Column("t.gap", "item.gap", 10),
        Column("t.changed_by", "item.changed_by", 6.5),
    )


def on_site() -> Blocks:
    """What the escorts carry: the prepared answer, and room for what the auditor says."""
    return _checklist(
        14,
        *_QUESTION,
        Column("t.text", "item.text", 22),
        Column("t.responsible", "item.responsible", 9),
        Column("t.session", "item.session", 6, "center"),
        Column("t.preparation_evidence", "item.answer", 18, more=(("t.evidence", "item.evidence"),)),
        Column("t.result_and_points", "", 7),
        Column("t.note", "", 16),
        Column("t.finding", "", 6),
    )


def result() -> Blocks:
    """What the auditor decided, with points and subtotals."""
    return _checklist(
        7,
        *_QUESTION,
        Column("t.text", "item.text", 22),
        Column("t.responsible", "item.responsible", 14.5),
        Column("t.session", "item.session", 6, "center"),
        Column("t.result", "item.result", 9, "center"),
        Column("t.points", "item.points", 7, "center", more=(("", "item.points_per_step"),)),
        Column("t.note", "item.note", 19, more=(("", "item.reason"),)),
        Column("t.finding", "item.findings", 6, "center"),
        none=Said("t.none"),
    )


def _checklist(height: float, *columns: Column, none: Blank | Said | None = None) -> Blocks:
    empty = none or Blank(8, height)
    return flattened([_head(), _questions(columns, height, empty), _scores(), _legend(), _signed(), attachments(_PAGE, "checklist")])


def _head() -> Blocks:
    return [
        *heading("{{ t.head }}"),
        *field_table(
            _PAGE,
            Field("t.audit", "checklist.audit"),
            Field("t.customer", "checklist.customer"),
            Field("t.audit_type", "checklist.audit_type"),
            Field("t.audit_date", "checklist.audit_date"),
            Field("t.site", "checklist.site"),
            Field("t.auditors", "checklist.auditors"),
            Field("t.criteria", "checklist.criteria"),
            Field("t.edition", "checklist.edition"),
            Field("t.source", "checklist.source"),
            Field("t.title", "checklist.title", wide=True),
            Field("t.scoring_rule", "checklist.scoring_rule", wide=True),
            pairs=3,
        ),
    ]


def _questions(columns: Sequence[Column], height: float, empty: Blank | Said) -> Blocks:
    twips = widths([column.share for column in columns], _PAGE.text_width)
    return [
        *heading("{{ t.questions }}"),
        wide_table(
            twips,
            head_row(columns, twips),
            tag_row("for section in checklist.sections", twips),
            _across("{{ section.number }} {{ section.title }}", "TableSection", twips),
            tag_row("for item in section.items", twips),
            tag_row("if loop.last and section.subtotal", twips),
            kept_with_next(row(*_cells(columns, twips), height=height)),
            tag_row("else", twips),
            row(*_cells(columns, twips), height=height),
            tag_row("endif", twips),
            tag_row("endfor", twips),
            tag_row("if section.subtotal", twips),
            _across("{{ t.subtotal }}　{{ section.subtotal }}　{{ section.percent }}", "TableLabel", twips, "right"),
            tag_row("endif", twips),
            *empty.drawn(twips),
            tag_row("endfor", twips),
        ),
    ]


def _cells(columns: Sequence[Column], twips: Sequence[int]) -> list[Element]:
    return [cell(*column.content(), width=width, top=True) for column, width in zip(columns, twips, strict=True)]


def _across(words: str, style: str, twips: Sequence[int], align: str = "") -> Element:
    content = paragraph(run(words), style=style, align=align)
    return row(cell(content, width=sum(twips), span=len(twips), shade=LABEL_SHADE))


def _scores() -> Blocks:
    listed = data_table(
        _PAGE,
        "row in checklist.scores",
        Column("t.element", "row.element", 36),
        Column("t.evaluated", "row.evaluated", 13, "center"),
        Column("t.points", "row.points", 11, "right"),
        Column("t.possible", "row.possible", 11, "right"),
        Column("t.percent", "row.percent", 12, "right"),
        Column("t.degree", "row.bar", 17, "center"),
        height=5.5,
    )
    totals = field_table(
        _PAGE,
        Field("t.total", "checklist.total"),
        Field("t.percent", "checklist.total_percent"),
        Field("t.grade", "checklist.grade"),
        pairs=3,
    )
    reason = text("{{ reason }}", "ListBullet")
    return [
        *when("checklist.scores", heading("{{ t.scores }}"), listed, gap()),
        *when("checklist.total", totals),
        *when(
            "checklist.downgrade_reasons",
            heading("{{ t.downgrade_reasons }}", 2),
            each("reason in checklist.downgrade_reasons", reason),
        ),
    ]


def _legend() -> Blocks:
    sign, meaning = Column("t.sign", "row.sign", 15, "center"), Column("t.meaning", "row.meaning", 85)
    listed = data_table(_PAGE, "row in checklist.legend", sign, meaning, height=5)
    return when("checklist.legend", heading("{{ t.legend }}"), listed)


def _signed() -> Blocks:
    return [*heading("{{ t.signatures }}"), *signatures(_PAGE, "checklist.signatures")]
