"""Tables that the CAR and its 8D report print alike; `one` is the view, which gives these fields the same names."""

from tools.word_templates.data_table import Blank, Column, data_table
from tools.word_templates.fields import Field, field_table
from tools.word_templates.page import Page
from tools.word_templates.text import each, gap, heading, when
from tools.word_templates.xml import Blocks

_PAGE = Page()


def to_answer(one: str, rows: int, height: float = 8.5) -> Blank:
    """Rows for a pen where nothing is recorded, until there are corrective actions."""
    return Blank(rows, height, over=f"{one}.answered", ended=f"{one}.ended")


def team(one: str) -> Blocks:
    """Who works on it."""
    return data_table(
        _PAGE,
        f"row in {one}.team",
        Column("t.name", "row.name", 30),
        Column("t.role", "row.role", 35),
        Column("t.member_department", "row.department", 35),
        blank=to_answer(one, 3, 6.5),
        height=5.5,
    )


def problem(one: str) -> Blocks:
    """The findings it answers, and the problem told by 5W2H."""
    once = f"{one}.answered"
    finding = (
        Field("t.finding_number", "row.number"),
        Field("t.customer_finding_number", "row.customer_number"),
        Field("t.criterion", "row.criterion", wide=True),
        Field("t.location", "row.location", wide=True, optional=True, once=once),
        Field("t.requirement", "row.requirement", wide=True, optional=True, once=once),
        Field("t.evidence", "row.evidence", wide=True),
        Field("t.statement", "row.statement", wide=True),
    )
    return [
        *each(
            f"row in {one}.nonconformities",
            field_table(_PAGE, *finding),
            gap(),
            otherwise=field_table(_PAGE, *(field.emptied() for field in finding)),
        ),
        *heading("{{ t.problem }}", 2),
        *field_table(
            _PAGE,
            Field("t.statement", f"{one}.statement", wide=True),
            Field("t.evidence", f"{one}.evidence", wide=True, optional=True, once=once),
            Field("t.what", f"{one}.what", wide=True, optional=True, once=once),
            Field("t.where", f"{one}.where", wide=True, optional=True, once=once),
            Field("t.when", f"{one}.when", optional=True, once=once),
            Field("t.who", f"{one}.who", optional=True, once=once),
            Field("t.which", f"{one}.which", optional=True, once=once),
            Field("t.how_many", f"{one}.how_many", optional=True, once=once),
            Field("t.how", f"{one}.how", wide=True, optional=True, once=once),
        ),
    ]


def containment(one: str) -> Blocks:
    """What was stopped, sorted and put right."""
    return [
        *heading("{{ t.containment }}", 2),
        *data_table(
            _PAGE,
            f"row in {one}.containment",
            Column("t.number", "row.number", 7, "center"),
            Column("t.action", "row.action", 33),
            Column("t.owner", "row.owner", 11),
            Column("t.due", "row.due", 12.5, "center"),
            Column("t.done_on", "row.done_on", 12.5, "center"),
            Column("t.effective_check", "row.effective_check", 14),
            Column("t.clean_point", "row.clean_point", 15),
            blank=to_answer(one, 2),
        ),
        *heading("{{ t.stock }}", 2),
        *data_table(
            _PAGE,
            f"row in {one}.stock",
            Column("t.for_action", "row.containment", 14, "center"),
            Column("t.stock_location", "row.location", 41),
            Column("t.quantity", "row.quantity", 15, "right"),
            Column("t.sorted", "row.sorted", 15, "right"),
            Column("t.rejected", "row.rejected", 15, "right"),
            blank=to_answer(one, 3),
        ),
        *reason(one, "containment_not_needed"),
        *heading("{{ t.correction }}", 2),
        *data_table(
            _PAGE,
            f"row in {one}.correction",
            Column("t.number", "row.number", 7, "center"),
            Column("t.action", "row.action", 39),
            Column("t.owner", "row.owner", 11),
            Column("t.due", "row.due", 12.5, "center"),
            Column("t.done_on", "row.done_on", 12.5, "center"),
            Column("t.evidence", "row.evidence", 18),
            blank=to_answer(one, 2),
        ),
        *reason(one, "correction_not_needed"),
    ]


def reason(one: str, name: str) -> Blocks:
    """Why a list is empty, where the record says so."""
    told = Field(f"t.{name}", f"{one}.{name}", wide=True)
    return when(f"{one}.{name}", gap(), field_table(_PAGE, told))


def cause(one: str) -> Blocks:
    """How it was found: 5-why chains, fishbone, root causes."""
    whys = (
        Column("t.number", "row.number", 7, "center"),
        Column("t.why", "row.why", 32),
        Column("t.because", "row.because", 37),
        Column("t.evidence", "row.evidence", 24),
    )
    empty = [*heading("{{ t.chain }}", 2), *data_table(_PAGE, "row in ()", *whys, blank=to_answer(one, 5))]
    return [
        *field_table(
            _PAGE,
            Field("t.method", f"{one}.method", wide=True, ticked=True),
            Field("t.analysis_completed_on", f"{one}.analysis_completed_on", wide=True),
        ),
        *each(
            f"chain in {one}.chains",
            heading("{{ t.chain }}　{{ chain.type }}", 2),
            data_table(_PAGE, "row in chain.steps", *whys, blank=to_answer(one, 5)),
            otherwise=empty,
        ),
        *when(
            f"{one}.ishikawa",
            heading("{{ t.ishikawa }}", 2),
            data_table(
                _PAGE,
                f"row in {one}.ishikawa",
                Column("t.category", "row.category", 20),
                Column("t.causes", "row.causes", 80),
            ),
        ),
        *heading("{{ t.root_causes }}", 2),
        *data_table(
            _PAGE,
            f"row in {one}.root_causes",
            Column("t.cause_type", "row.type", 16),
            Column("t.cause", "row.statement", 52),
            Column("t.verified_by", "row.verified_by", 32),
            blank=to_answer(one, 3),
        ),
    ]


def measures(one: str, name: str) -> Blocks:
    """Corrective or preventive actions."""
    return data_table(
        _PAGE,
        f"row in {one}.{name}",
        Column("t.number", "row.number", 6, "center"),
        Column("t.action", "row.action", 29, more=(("t.addresses", "row.addresses"),)),
        Column("t.action_type", "row.type", 11),
        Column("t.owner", "row.owner", 10),
        Column("t.due", "row.due", 12.5, "center"),
        Column("t.done_on", "row.done_on", 12.5, "center"),
        Column("t.evidence", "row.evidence", 19),
        blank=to_answer(one, 3),
    )


def prevention(one: str) -> Blocks:
    """What keeps it from happening elsewhere."""
    risks = field_table(_PAGE, Field("t.risk_update", f"{one}.risk_update", wide=True, height=9))
    return [
        *heading("{{ t.preventive_actions }}", 2),
        *measures(one, "preventive_actions"),
        *reason(one, "preventive_not_needed"),
        *heading("{{ t.read_across }}", 2),
        *data_table(
            _PAGE,
            f"row in {one}.read_across",
            Column("t.object", "row.object", 24),
            Column("t.applies", "row.applies", 13, "center"),
            Column("t.action", "row.action", 27),
            Column("t.owner", "row.owner", 11),
            Column("t.due", "row.due", 12.5, "center"),
            Column("t.done_on", "row.done_on", 12.5, "center"),
            blank=to_answer(one, 2),
        ),
        *heading("{{ t.documents_updated }}", 2),
        *data_table(
            _PAGE,
            f"row in {one}.documents_updated",
            Column("t.document_kind", "row.kind", 18),
            Column("t.document_number", "row.number", 34),
            Column("t.from_revision", "row.from_revision", 16, "center"),
            Column("t.to_revision", "row.to_revision", 16, "center"),
            Column("t.date", "row.date", 16, "center"),
            blank=to_answer(one, 2),
        ),
        *gap(),
        *when(f"t.risk_update and ({one}.risk_update or not {one}.ended)", risks),
    ]


def confirmation(one: str) -> Blocks:
    """The customer's word."""
    return field_table(
        _PAGE,
        Field("t.result", f"{one}.confirmation_result", wide=True, ticked=True),
        Field("t.confirmation_by", f"{one}.confirmation_by"),
        Field("t.confirmation_date", f"{one}.confirmation_date"),
        Field("t.channel", f"{one}.confirmation_channel"),
        Field("t.reference", f"{one}.confirmation_reference"),
    )
