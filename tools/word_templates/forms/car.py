"""templates/car/car.docx: the corrective action request, sections A to L."""

from tools.word_templates.data_table import Column, data_table
from tools.word_templates.fields import Field, field_table
from tools.word_templates.forms.car_closing import closure, history, review, submission, verification
from tools.word_templates.forms.car_parts import cause, containment, measures, prevention, problem, reason, team, to_answer
from tools.word_templates.forms.parts import attachments, pictures
from tools.word_templates.page import Page
from tools.word_templates.text import heading, when
from tools.word_templates.xml import Blocks, flattened

_PAGE = Page()


def car() -> Blocks:
    """The whole form."""
    return flattened(
        [
            _basic(),
            [*heading("{{ t.nonconformity }}", number="B"), *problem("car")],
            [*heading("{{ t.containment_and_correction }}", number="C"), *containment("car")],
            [*heading("{{ t.root_cause }}", number="D"), *cause("car")],
            _corrective_actions(),
            [*heading("{{ t.prevention }}", number="F"), *prevention("car")],
            when("t.review", review()),
            verification(),
            submission(),
            closure(),
            history(),
            attachments(_PAGE, "car"),
            pictures(_PAGE, "car"),
        ]
    )


def _basic() -> Blocks:
    return [
        *heading("{{ t.basic }}", number="A"),
        *field_table(
            _PAGE,
            Field("t.car_number", "car.number"),
            Field("t.customer_car_number", "car.customer_car_number"),
            Field("t.title", "car.title", wide=True, optional=True),
            Field("t.audit", "car.audit"),
            Field("t.customer", "car.customer"),
            Field("t.source", "car.source", wide=True, ticked=True),
            Field("t.type", "car.type"),
            Field("t.grade", "car.grade"),
            Field("t.customer_form", "car.customer_form"),
            Field("t.state", "car.state"),
            Field("t.issued_by", "car.issued_by"),
            Field("t.issued_on", "car.issued_on"),
            Field("t.department", "car.department"),
            Field("t.owner", "car.owner"),
            Field("t.co_departments", "car.co_departments"),
            Field("t.received_on", "car.received_on"),
        ),
        *heading("{{ t.dues }}", 2),
        *data_table(
            _PAGE,
            "row in car.dues",
            Column("t.step", "row.step", 40),
            Column("t.due", "row.due", 20, "center"),
            Column("t.extended_to", "row.extended_to", 20, "center"),
            Column("t.reached_on", "row.reached_on", 20, "center"),
            blank=to_answer("car", 6, 6.5),
            height=5.5,
        ),
        *when("car.team or not car.ended", heading("{{ t.team }}", 2), team("car")),
    ]


def _corrective_actions() -> Blocks:
    return [
        *heading("{{ t.corrective_actions }}", number="E"),
        *measures("car", "corrective_actions"),
        *reason("car", "no_action_justification"),
    ]
