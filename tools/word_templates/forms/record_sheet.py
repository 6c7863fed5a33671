"""templates/record_sheet/record_sheet.docx: the course of an audit on one page."""

from tools.word_templates.data_table import Column, Said, data_table, head_row
from tools.word_templates.fields import Field, field_table
from tools.word_templates.page import Page
from tools.word_templates.signatures import signatures
from tools.word_templates.table import LABEL_SHADE, cell, row, table, tag_row, widths
from tools.word_templates.text import heading, text, when
from tools.word_templates.xml import Blocks, Element, flattened, paragraph, run

_PAGE = Page()
_LINE = 4.4  # millimetres: everything has to find room on one page
_NODE = (
    Column("t.node", "node", 15),
    Column("t.date", "date", 12.5, "center"),
    Column("t.by", "by", 9.5),
    Column("t.record", "record", 13),
)


def record_sheet() -> Blocks:
    """The whole sheet."""
    return flattened(
        [
            _basic(),
            heading("{{ t.course }}", 2),
            _nodes(),
            heading("{{ t.findings }} / {{ t.conclusion }}", 2),
            _counts(),
            _conclusion(),
            heading("{{ t.cars }}", 2),
            _cars(),
            when("record_sheet.more_cars", text("{{ record_sheet.more_cars }}", "TableText")),
            heading("{{ t.submissions }}", 2),
            _submissions(),
            when("record_sheet.more_submissions", text("{{ record_sheet.more_submissions }}", "TableText")),
            heading("{{ t.archive }} / {{ t.signatures }}", 2),
            _archive(),
            signatures(_PAGE, "record_sheet.signatures"),
        ]
    )


def _field(name: str, wide: bool = False) -> Field:
    return Field(f"t.{name}", f"record_sheet.{name}", wide=wide, height=_LINE)


def _basic() -> Blocks:
    names = ("audit", "customer", "audit_type", "dates", "auditors", "coordinator")
    return field_table(_PAGE, *map(_field, names), _field("state", wide=True))


def _nodes() -> Blocks:
    """Two steps side by side."""
    twips = widths([column.share for column in (*_NODE, *_NODE)], _PAGE.text_width)
    cells = [_node(column, f"group[{place}]", twips[4 * place + index]) for place in (0, 1) for index, column in enumerate(_NODE)]
    loop = tag_row("for group in record_sheet.nodes|batch(2, '')", twips)
    return [table(twips, head_row((*_NODE, *_NODE), twips), loop, row(*cells, height=_LINE), tag_row("endfor", twips))]


def _node(column: Column, one: str, width: int) -> Element:
    words = run(f"{{{{ {one}.{column.value} if {one} else '' }}}}")
    return cell(paragraph(words, align=column.align), width=width, shade=LABEL_SHADE if column.value == "node" else "")


def _counts() -> Blocks:
    """All grades in one line: a table cannot have as many columns as there are grades."""
    words = run("{% for each in record_sheet.counts %}{{ each.grade }} {{ each.count }}{{ '　' if not loop.last }}{% endfor %}")
    return [table((_PAGE.text_width,), row(cell(paragraph(words), width=_PAGE.text_width), height=_LINE))]


def _conclusion() -> Blocks:
    return [*text("", "Gap"), *field_table(_PAGE, *map(_field, ("decision", "score", "grade", "our_score")))]


def _cars() -> Blocks:
    return data_table(
        _PAGE,
        "row in record_sheet.cars",
        Column("t.car", "row.number", 22),
        Column("t.department", "row.department", 26),
        Column("t.due", "row.due", 16, "center"),
        Column("t.state", "row.state", 22, "center"),
        Column("t.closed_on", "row.closed_on", 14, "center"),
        blank=Said("t.none"),
        height=_LINE,
    )


def _submissions() -> Blocks:
    return data_table(
        _PAGE,
        "row in record_sheet.submissions",
        Column("t.submission", "row.number", 22),
        Column("t.kind", "row.kind", 24),
        Column("t.sent_on", "row.sent_on", 15, "center"),
        Column("t.answered_on", "row.answered_on", 15, "center"),
        Column("t.result", "row.result", 24),
        blank=Said("t.none"),
        height=_LINE,
    )


def _archive() -> Blocks:
    return [*field_table(_PAGE, *map(_field, ("archive_number", "keep_until")), _field("retention", wide=True)), *text("", "Gap")]
