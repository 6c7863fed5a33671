"""templates/car/car.docx: the corrective action request, sections A to L."""

from tools.word_templates.data_table import Column, data_table
from tools.word_templates.fields import Field, field_table
from tools.word_templates.forms.parts import attachments, events
from tools.word_templates.page import Page
from tools.word_templates.signatures import signatures
from tools.word_templates.text import each, gap, heading, when
from tools.word_templates.xml import Blocks, flattened

_PAGE = Page()


def car() -> Blocks:
    """The whole form."""
    return flattened(
        [
            _basic(),
            _nonconformity(),
            _containment(),
            _root_cause(),
            _corrective_actions(),
            _prevention(),
            _review(),
            _verification(),
            _submission(),
            _closure(),
            _history(),
            attachments(_PAGE, "car"),
        ]
    )


def _basic() -> Blocks:
    return [
        *heading("{{ t.basic }}", number="A"),
        *field_table(
            _PAGE,
            Field("t.car_number", "car.number"),
            Field("t.customer_car_number", "car.customer_car_number"),
            Field("t.title", "car.title", wide=True),
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
            blank=6,
            height=5.5,
            blank_height=6.5,
        ),
        *heading("{{ t.team }}", 2),
        *data_table(
            _PAGE,
            "row in car.team",
            Column("t.name", "row.name", 30),
            Column("t.role", "row.role", 35),
            Column("t.member_department", "row.department", 35),
            blank=3,
            height=5.5,
            blank_height=6.5,
        ),
    ]


def _nonconformity() -> Blocks:
    finding = (
        Field("t.finding_number", "row.number"),
        Field("t.customer_finding_number", "row.customer_number"),
        Field("t.criterion", "row.criterion", wide=True),
        Field("t.location", "row.location", wide=True),
        Field("t.requirement", "row.requirement", wide=True, height=12),
        Field("t.evidence", "row.evidence", wide=True, height=12),
        Field("t.statement", "row.statement", wide=True, height=12),
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
            Field("t.statement", "car.statement", wide=True, height=14),
            Field("t.evidence", "car.evidence", wide=True, height=12),
            Field("t.what", "car.what", wide=True),
            Field("t.where", "car.where", wide=True),
            Field("t.when", "car.when"),
            Field("t.who", "car.who"),
            Field("t.which", "car.which"),
            Field("t.how_many", "car.how_many"),
            Field("t.how", "car.how", wide=True),
        ),
    ]


def _containment() -> Blocks:
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
            blank=2,
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
            blank=3,
        ),
        *when(
            "car.containment_not_needed",
            gap(),
            field_table(_PAGE, Field("t.containment_not_needed", "car.containment_not_needed", wide=True)),
        ),
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
            blank=2,
        ),
    ]


def _root_cause() -> Blocks:
    whys = (
        Column("t.number", "row.number", 7, "center"),
        Column("t.why", "row.why", 32),
        Column("t.because", "row.because", 37),
        Column("t.evidence", "row.evidence", 24),
    )
    empty = [*heading("{{ t.chain }}", 2), *data_table(_PAGE, "row in car.chains", *whys, blank=5)]
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
            data_table(_PAGE, "row in chain.steps", *whys, blank=5),
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
            blank=3,
        ),
    ]


def _actions(name: str) -> Blocks:
    return data_table(
        _PAGE,
        f"row in {name}",
        Column("t.number", "row.number", 6, "center"),
        Column("t.action", "row.action", 33, more=(("t.addresses", "row.addresses"),)),
        Column("t.action_type", "row.type", 11),
        Column("t.owner", "row.owner", 10),
        Column("t.due", "row.due", 12.5, "center"),
        Column("t.done_on", "row.done_on", 12.5, "center"),
        Column("t.evidence", "row.evidence", 15),
        blank=3,
    )


def _corrective_actions() -> Blocks:
    reason = Field("t.no_action_justification", "car.no_action_justification", wide=True)
    return [
        *heading("{{ t.corrective_actions }}", number="E"),
        *_actions("car.corrective_actions"),
        *when("car.no_action_justification", gap(), field_table(_PAGE, reason)),
    ]


def _prevention() -> Blocks:
    return [
        *heading("{{ t.prevention }}", number="F"),
        *heading("{{ t.preventive_actions }}", 2),
        *_actions("car.preventive_actions"),
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
            blank=2,
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
            blank=2,
        ),
        *gap(),
        *field_table(_PAGE, Field("t.risk_update", "car.risk_update", wide=True, height=9)),
    ]


def _review() -> Blocks:
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
            blank=2,
        ),
    ]


def _verification() -> Blocks:
    return [
        *heading("{{ t.implementation }}", number="H"),
        *field_table(
            _PAGE,
            Field("t.result", "car.implementation_result", wide=True, height=10),
            Field("t.evidence", "car.implementation_evidence", wide=True, height=10),
            Field("t.verifier", "car.implementation_by"),
            Field("t.verified_on", "car.implementation_date"),
        ),
        *heading("{{ t.effectiveness }}", number="I"),
        *field_table(
            _PAGE,
            Field("t.effectiveness_criterion", "car.effectiveness_criterion", wide=True, height=9),
            Field("t.effectiveness_method", "car.effectiveness_method", wide=True, height=9),
            Field("t.effectiveness_period", "car.effectiveness_period", wide=True),
            Field("t.effectiveness_data", "car.effectiveness_data", wide=True, height=12),
            Field("t.result", "car.effectiveness_result", wide=True, ticked=True),
            Field("t.verifier", "car.effectiveness_by"),
            Field("t.verified_on", "car.effectiveness_date"),
        ),
    ]


def _submission() -> Blocks:
    return [
        *heading("{{ t.submission }}", number="J"),
        *heading("{{ t.submissions }}", 2),
        *data_table(
            _PAGE,
            "row in car.submissions",
            Column("t.submission_number", "row.number", 16),
            Column("t.submission_kind", "row.kind", 15),
            Column("t.customer_due", "row.customer_due", 13, "center"),
            Column("t.sent_on", "row.sent_on", 13, "center"),
            Column("t.sent_by", "row.sent_by", 11),
            Column("t.channel", "row.channel", 11),
            Column("t.response", "row.response", 24),
            blank=2,
        ),
        *heading("{{ t.confirmation }}", 2),
        *field_table(
            _PAGE,
            Field("t.result", "car.confirmation_result", wide=True, ticked=True),
            Field("t.confirmation_by", "car.confirmation_by"),
            Field("t.confirmation_date", "car.confirmation_date"),
            Field("t.channel", "car.confirmation_channel"),
            Field("t.reference", "car.confirmation_reference"),
        ),
    ]


def _closure() -> Blocks:
    return [
        *heading("{{ t.closure }}", number="K"),
        *field_table(
            _PAGE,
            Field("t.lessons", "car.lessons", wide=True, height=10),
            Field("t.cost", "car.cost", wide=True),
            Field("t.closed_by", "car.closed_by"),
            Field("t.closed_on", "car.closed_on"),
        ),
        *heading("{{ t.signatures }}", 2),
        *signatures(_PAGE, "car.signatures"),
    ]


def _history() -> Blocks:
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
        Field("t.comment", "row.comment", wide=True),
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
        blank=2,
    )
    return [
        *heading("{{ t.history }}", number="L"),
        *when("car.responses", heading("{{ t.responses }}", 2)),
        *each("row in car.responses", response, gap()),
        *heading("{{ t.extensions }}", 2),
        *extensions,
        *events(_PAGE, "car"),
    ]
