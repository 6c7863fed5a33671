"""templates/eight_d/eight_d.docx: the 8D report, D0 to D8."""

from tools.word_templates.data_table import Column, data_table
from tools.word_templates.fields import Field, field_table
from tools.word_templates.forms.car_parts import cause, confirmation, containment, prevention, problem, reason, team, to_answer
from tools.word_templates.forms.parts import pictures
from tools.word_templates.page import Page
from tools.word_templates.signatures import signatures
from tools.word_templates.text import gap, heading, when
from tools.word_templates.xml import Blocks, flattened

_PAGE = Page()


def eight_d() -> Blocks:
    """The whole report."""
    return flattened(
        [
            _preparation(),
            _team(),
            [*heading("{{ t.problem_described }}", number="D2"), *heading("{{ t.nonconformity }}", 2), *problem("eight_d")],
            [*heading("{{ t.contained }}", number="D3"), *containment("eight_d")],
            [*heading("{{ t.cause_found }}", number="D4"), *cause("eight_d")],
            _chosen(),
            _proved(),
            _prevented(),
            _closed(),
            pictures(_PAGE, "eight_d"),
        ]
    )


def _preparation() -> Blocks:
    return [
        *heading("{{ t.preparation }}", number="D0"),
        *field_table(
            _PAGE,
            Field("t.car_number", "eight_d.number"),
            Field("t.customer_car_number", "eight_d.customer_car_number"),
            Field("t.title", "eight_d.title", wide=True, optional=True),
            Field("t.customer", "eight_d.customer"),
            Field("t.audit", "eight_d.audit"),
            Field("t.type", "eight_d.type"),
            Field("t.grade", "eight_d.grade"),
            Field("t.issued_on", "eight_d.issued_on"),
            Field("t.received_on", "eight_d.received_on"),
            Field("t.customer_due", "eight_d.customer_due"),
            Field("t.customer_close", "eight_d.customer_close"),
            Field("t.round", "eight_d.round"),
            Field("t.submitted_on", "eight_d.submitted_on"),
            Field("t.state", "eight_d.state", wide=True),
        ),
    ]


def _team() -> Blocks:
    return [
        *heading("{{ t.team_formed }}", number="D1"),
        *field_table(
            _PAGE,
            Field("t.leader", "eight_d.leader"),
            Field("t.department", "eight_d.department"),
            Field("t.co_departments", "eight_d.co_departments", wide=True, optional=True),
        ),
        *when("eight_d.team or not eight_d.ended", heading("{{ t.team }}", 2), team("eight_d")),
    ]


def _chosen() -> Blocks:
    """D5: the actions, and by what they will be judged."""
    return [
        *heading("{{ t.actions_chosen }}", number="D5"),
        *data_table(
            _PAGE,
            "row in eight_d.corrective_actions",
            Column("t.number", "row.number", 6, "center"),
            Column("t.action", "row.action", 40),
            Column("t.action_type", "row.type", 14),
            Column("t.addresses", "row.addresses", 14),
            Column("t.owner", "row.owner", 13),
            Column("t.due", "row.due", 13, "center"),
            blank=to_answer("eight_d", 3),
        ),
        *reason("eight_d", "no_action_justification"),
        *heading("{{ t.judged }}", 2),
        *field_table(
            _PAGE,
            Field("t.effectiveness_criterion", "eight_d.effectiveness_criterion", wide=True),
            Field("t.effectiveness_method", "eight_d.effectiveness_method", wide=True, optional=True, once="eight_d.ended"),
            Field("t.accepted_by", "eight_d.accepted_by"),
            Field("t.accepted_on", "eight_d.accepted_on"),
        ),
    ]


def _proved() -> Blocks:
    """D6: were they done, and did they help."""
    return [
        *heading("{{ t.actions_proved }}", number="D6"),
        *heading("{{ t.implementation }}", 2),
        *data_table(
            _PAGE,
            "row in eight_d.corrective_actions",
            Column("t.number", "row.number", 6, "center"),
            Column("t.action", "row.action", 45),
            Column("t.done_on", "row.done_on", 14, "center"),
            Column("t.evidence", "row.evidence", 35),
            blank=to_answer("eight_d", 3),
        ),
        *gap(),
        *field_table(
            _PAGE,
            Field("t.result", "eight_d.implementation_result", wide=True),
            Field("t.evidence", "eight_d.implementation_evidence", wide=True, optional=True, once="eight_d.ended"),
            Field("t.verifier", "eight_d.implementation_by"),
            Field("t.verified_on", "eight_d.implementation_date"),
        ),
        *heading("{{ t.effectiveness }}", 2),
        *field_table(
            _PAGE,
            Field("t.effectiveness_period", "eight_d.effectiveness_period", wide=True),
            Field("t.effectiveness_data", "eight_d.effectiveness_data", wide=True, optional=True, once="eight_d.ended"),
            Field("t.result", "eight_d.effectiveness_result", wide=True, ticked=True),
            Field("t.verifier", "eight_d.effectiveness_by"),
            Field("t.verified_on", "eight_d.effectiveness_date"),
        ),
    ]


def _prevented() -> Blocks:
    lessons = field_table(_PAGE, Field("t.lessons", "eight_d.lessons", wide=True, height=9))
    return [
        *heading("{{ t.recurrence_prevented }}", number="D7"),
        *prevention("eight_d"),
        *gap(),
        *when("t.lessons and (eight_d.lessons or not eight_d.ended)", lessons),
    ]


def _closed() -> Blocks:
    return [
        *heading("{{ t.team_recognized }}", number="D8"),
        *heading("{{ t.confirmation }}", 2),
        *confirmation("eight_d"),
        *heading("{{ t.closure }}", 2),
        *field_table(
            _PAGE,
            Field("t.recognition", "eight_d.recognition", wide=True, optional=True, once="eight_d.ended"),
            Field("t.closed_by", "eight_d.closed_by"),
            Field("t.closed_on", "eight_d.closed_on"),
        ),
        *heading("{{ t.signatures }}", 2),
        *signatures(_PAGE, "eight_d.signatures"),
    ]
