"""templates/car/car.docx: the corrective action request, sections A to L."""

from tools.word_templates.data_table import Column, data_table
from tools.word_templates.fields import Field, field_table
from tools.word_templates.forms.car_actions import containment, corrective_actions, prevention, root_cause
from tools.word_templates.forms.car_blanks import to_answer
from tools.word_templates.forms.car_closing import closure, history, review, submission, verification
from tools.word_templates.forms.parts import attachments, pictures
from tools.word_templates.page import Page
from tools.word_templates.text import each, gap, heading, when
from tools.word_templates.xml import Blocks, flattened

_PAGE = Page()


def car() -> Blocks:
    """The whole form."""
    return flattened(
        [
            _basic(),
            _nonconformity(),
            containment(),
            root_cause(),
            corrective_actions(),
            prevention(),
            review(),
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
            blank=to_answer(6, 6.5),
            height=5.5,
        ),
        *when("car.team or not car.ended", heading("{{ t.team }}", 2), _team()),
    ]


def _team() -> Blocks:
    return data_table(
        _PAGE,
        "row in car.team",
        Column("t.name", "row.name", 30),
        Column("t.role", "row.role", 35),
        Column("t.member_department", "row.department", 35),
        blank=to_answer(3, 6.5),
        height=5.5,
    )


def _nonconformity() -> Blocks:
    finding = (
        Field("t.finding_number", "row.number"),
        Field("t.customer_finding_number", "row.customer_number"),
        Field("t.criterion", "row.criterion", wide=True),
        Field("t.location", "row.location", wide=True, optional=True, once="car.answered"),
        Field("t.requirement", "row.requirement", wide=True, optional=True, once="car.answered"),
        Field("t.evidence", "row.evidence", wide=True),
        Field("t.statement", "row.statement", wide=True),
    )
    return [
        *heading("{{ t.nonconformity }}", number="B"),
        *each(
            "row in car.nonconformities",
            field_table(_PAGE, *finding),
            gap(),
            otherwise=field_table(_PAGE, *(one.emptied() for one in finding)),
        ),
        *heading("{{ t.problem }}", 2),
        *field_table(
            _PAGE,
            Field("t.statement", "car.statement", wide=True),
            Field("t.evidence", "car.evidence", wide=True, optional=True, once="car.answered"),
            Field("t.what", "car.what", wide=True, optional=True, once="car.answered"),
            Field("t.where", "car.where", wide=True, optional=True, once="car.answered"),
            Field("t.when", "car.when", optional=True, once="car.answered"),
            Field("t.who", "car.who", optional=True, once="car.answered"),
            Field("t.which", "car.which", optional=True, once="car.answered"),
            Field("t.how_many", "car.how_many", optional=True, once="car.answered"),
            Field("t.how", "car.how", wide=True, optional=True, once="car.answered"),
        ),
    ]
