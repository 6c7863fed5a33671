"""The CAR's sections C to F: containment, causes, corrective actions, prevention."""

from tools.word_templates.data_table import Column, data_table
from tools.word_templates.fields import Field, field_table
from tools.word_templates.forms.car_blanks import to_answer
from tools.word_templates.page import Page
from tools.word_templates.text import each, gap, heading, when
from tools.word_templates.xml import Blocks

_PAGE = Page()


def containment() -> Blocks:
    """C: what was stopped, sorted and put right."""
    return [
        *heading("{{ t.containment_and_correction }}", number="C"),
        *heading("{{ t.containment }}", 2),
        *data_table(
            _PAGE,
            "row in car.containment",
            Column("t.number", "row.number", 7, "center"),
            Column("t.action", "row.action", 33),
            Column("t.owner", "row.owner", 11),
            Column("t.due", "row.due", 12.5, "center"),
            Column("t.done_on", "row.done_on", 12.5, "center"),
            Column("t.effective_check", "row.effective_check", 14),
            Column("t.clean_point", "row.clean_point", 15),
            blank=to_answer(2),
        ),
        *heading("{{ t.stock }}", 2),
        *data_table(
            _PAGE,
            "row in car.stock",
            Column("t.for_action", "row.containment", 14, "center"),
            Column("t.stock_location", "row.location", 41),
            Column("t.quantity", "row.quantity", 15, "right"),
            Column("t.sorted", "row.sorted", 15, "right"),
            Column("t.rejected", "row.rejected", 15, "right"),
            blank=to_answer(3),
        ),
        *_reason("containment_not_needed"),
        *heading("{{ t.correction }}", 2),
        *data_table(
            _PAGE,
            "row in car.correction",
            Column("t.number", "row.number", 7, "center"),
            Column("t.action", "row.action", 39),
            Column("t.owner", "row.owner", 11),
            Column("t.due", "row.due", 12.5, "center"),
            Column("t.done_on", "row.done_on", 12.5, "center"),
            Column("t.evidence", "row.evidence", 18),
            blank=to_answer(2),
        ),
        *_reason("correction_not_needed"),
    ]


def _reason(name: str) -> Blocks:
    """Why a list is empty, where the record says so."""
    reason = Field(f"t.{name}", f"car.{name}", wide=True)
    return when(f"car.{name}", gap(), field_table(_PAGE, reason))


def root_cause() -> Blocks:
    """D: 5-why chains, fishbone, root causes."""
    whys = (
        Column("t.number", "row.number", 7, "center"),
        Column("t.why", "row.why", 32),
        Column("t.because", "row.because", 37),
        Column("t.evidence", "row.evidence", 24),
    )
    empty = [*heading("{{ t.chain }}", 2), *data_table(_PAGE, "row in ()", *whys, blank=to_answer(5))]
    return [
        *heading("{{ t.root_cause }}", number="D"),
        *field_table(
            _PAGE,
            Field("t.method", "car.method", wide=True, ticked=True),
            Field("t.analysis_completed_on", "car.analysis_completed_on", wide=True),
        ),
        *each(
            "chain in car.chains",
            heading("{{ t.chain }}　{{ chain.type }}", 2),
            data_table(_PAGE, "row in chain.steps", *whys, blank=to_answer(5)),
            otherwise=empty,
        ),
        *when(
            "car.ishikawa",
            heading("{{ t.ishikawa }}", 2),
            data_table(
                _PAGE,
                "row in car.ishikawa",
                Column("t.category", "row.category", 20),
                Column("t.causes", "row.causes", 80),
            ),
        ),
        *heading("{{ t.root_causes }}", 2),
        *data_table(
            _PAGE,
            "row in car.root_causes",
            Column("t.cause_type", "row.type", 16),
            Column("t.cause", "row.statement", 52),
            Column("t.verified_by", "row.verified_by", 32),
            blank=to_answer(3),
        ),
    ]


def _actions(name: str) -> Blocks:
    return data_table(
        _PAGE,
        f"row in {name}",
        Column("t.number", "row.number", 6, "center"),
        Column("t.action", "row.action", 29, more=(("t.addresses", "row.addresses"),)),
        Column("t.action_type", "row.type", 11),
        Column("t.owner", "row.owner", 10),
        Column("t.due", "row.due", 12.5, "center"),
        Column("t.done_on", "row.done_on", 12.5, "center"),
        Column("t.evidence", "row.evidence", 19),
        blank=to_answer(3),
    )


def corrective_actions() -> Blocks:
    """E: what removes the causes."""
    return [
        *heading("{{ t.corrective_actions }}", number="E"),
        *_actions("car.corrective_actions"),
        *_reason("no_action_justification"),
    ]


def prevention() -> Blocks:
    """F: what keeps it from happening elsewhere."""
    return [
        *heading("{{ t.prevention }}", number="F"),
        *heading("{{ t.preventive_actions }}", 2),
        *_actions("car.preventive_actions"),
        *_reason("preventive_not_needed"),
        *heading("{{ t.read_across }}", 2),
        *data_table(
            _PAGE,
            "row in car.read_across",
            Column("t.object", "row.object", 24),
            Column("t.applies", "row.applies", 13, "center"),
            Column("t.action", "row.action", 27),
            Column("t.owner", "row.owner", 11),
            Column("t.due", "row.due", 12.5, "center"),
            Column("t.done_on", "row.done_on", 12.5, "center"),
            blank=to_answer(2),
        ),
        *heading("{{ t.documents_updated }}", 2),
        *data_table(
            _PAGE,
            "row in car.documents_updated",
            Column("t.document_kind", "row.kind", 18),
            Column("t.document_number", "row.number", 34),
            Column("t.from_revision", "row.from_revision", 16, "center"),
            Column("t.to_revision", "row.to_revision", 16, "center"),
            Column("t.date", "row.date", 16, "center"),
            blank=to_answer(2),
        ),
        *gap(),
        *when("car.risk_update or not car.ended", field_table(_PAGE, Field("t.risk_update", "car.risk_update", wide=True, height=9))),
    ]
