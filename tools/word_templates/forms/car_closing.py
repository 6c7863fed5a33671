"""The CAR's sections G to L: review, verification, the customer's word, closure, history."""

from tools.word_templates.data_table import Blank, Column, data_table
from tools.word_templates.fields import Field, field_table
from tools.word_templates.forms.car_parts import confirmation
from tools.word_templates.forms.parts import events
from tools.word_templates.page import Page
from tools.word_templates.signatures import signatures
from tools.word_templates.text import each, gap, heading, when
from tools.word_templates.xml import Blocks

_PAGE = Page()


def to_close(rows: int) -> Blank:
    """Rows for a pen where nothing is recorded, until the CAR is at its end."""
    return Blank(rows, over="car.ended", ended="car.ended")


def review() -> Blocks:
    """G: what quality decided, round by round."""
    return [
        *heading("{{ t.review }}", number="G"),
        *data_table(
            _PAGE,
            "row in car.reviews",
            Column("t.round", "row.round", 9, "center"),
            Column("t.decision", "row.decision", 22, ticked=True),
            Column("t.comment", "row.comment", 40),
            Column("t.decided_by", "row.by", 15),
            Column("t.decided_on", "row.date", 14, "center"),
            blank=to_close(2),
        ),
    ]


def verification() -> Blocks:
    """H and I: was it done, and did it help."""
    return [
        *heading("{{ t.implementation }}", number="H"),
        *field_table(
            _PAGE,
            Field("t.result", "car.implementation_result", wide=True),
            Field("t.evidence", "car.implementation_evidence", wide=True, optional=True, once="car.ended"),
            Field("t.verifier", "car.implementation_by"),
            Field("t.verified_on", "car.implementation_date"),
        ),
        *heading("{{ t.effectiveness }}", number="I"),
        *field_table(
            _PAGE,
            Field("t.effectiveness_criterion", "car.effectiveness_criterion", wide=True),
            Field("t.effectiveness_method", "car.effectiveness_method", wide=True, optional=True, once="car.ended"),
            Field("t.effectiveness_period", "car.effectiveness_period", wide=True),
            Field("t.effectiveness_data", "car.effectiveness_data", wide=True, optional=True, once="car.ended"),
            Field("t.result", "car.effectiveness_result", wide=True, ticked=True),
            Field("t.verifier", "car.effectiveness_by"),
            Field("t.verified_on", "car.effectiveness_date"),
        ),
    ]


def submission() -> Blocks:
    """J: what went to the customer and what came back."""
    return [
        *heading("{{ t.submission }}", number="J"),
        *heading("{{ t.submissions }}", 2),
        *data_table(
            _PAGE,
            "row in car.submissions",
            Column("t.submission_number", "row.number", 16),
            Column("t.submission_kind", "row.kind", 15),
            Column("t.customer_due", "row.customer_due", 14, "center"),
            Column("t.sent_on", "row.sent_on", 17, "center"),
            Column("t.sent_by", "row.sent_by", 13),
            Column("t.response", "row.response", 25),
            blank=to_close(2),
        ),
        *heading("{{ t.confirmation }}", 2),
        *confirmation("car"),
    ]


def closure() -> Blocks:
    """K: lessons, cost, signatures."""
    return [
        *heading("{{ t.closure }}", number="K"),
        *field_table(
            _PAGE,
            Field("t.lessons", "car.lessons", wide=True, optional=True, once="car.ended", inside=True),
            Field("t.recognition", "car.recognition", wide=True, optional=True),
            Field("t.cost", "car.cost", wide=True, optional=True, once="car.ended", inside=True),
            Field("t.closed_by", "car.closed_by"),
            Field("t.closed_on", "car.closed_on"),
        ),
        *heading("{{ t.signatures }}", 2),
        *signatures(_PAGE, "car.signatures"),
    ]


def history() -> Blocks:
    """L: rounds, extensions, turns."""
    response = field_table(
        _PAGE,
        Field("t.round", "row.round"),
        Field("t.sent_file", "row.sent"),
        Field("t.submitted_on", "row.submitted_on"),
        Field("t.submitted_by", "row.by"),
        Field("t.sent_cause", "row.cause", wide=True),
        Field("t.sent_actions", "row.actions", wide=True),
        Field("t.decision", "row.decision", wide=True),
        Field("t.decided_by", "row.decided_by"),
        Field("t.decided_on", "row.decided_on"),
        Field("t.comment", "row.comment", wide=True, optional=True),
    )
    extensions = data_table(
        _PAGE,
        "row in car.extensions",
        Column("t.step", "row.step", 16),
        Column("t.from_date", "row.from_date", 13, "center"),
        Column("t.to_date", "row.to_date", 13, "center"),
        Column("t.reason", "row.reason", 32),
        Column("t.approved_by", "row.approved_by", 13),
        Column("t.customer_approved", "row.customer_approved", 13, "center"),
        blank=to_close(1),
    )
    return [
        *heading("{{ t.history }}", number="L"),
        *when("car.responses", heading("{{ t.responses }}", 2)),
        *each("row in car.responses", response, gap()),
        *when("car.extensions or not car.ended", heading("{{ t.extensions }}", 2), extensions),
        *events(_PAGE, "car"),
    ]
