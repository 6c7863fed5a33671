"""templates/meeting_sheet/*.docx: the sheets of the opening and the closing meeting, with their sign-in."""

from tools.word_templates.data_table import Blank, Column, data_table
from tools.word_templates.fields import Field, field_table
from tools.word_templates.forms.parts import attachments
from tools.word_templates.page import Page
from tools.word_templates.signatures import signatures
from tools.word_templates.text import heading
from tools.word_templates.xml import Blocks, flattened

_PAGE = Page()


def opening() -> Blocks:
    """The opening meeting's sheet, sections 1 to 3."""
    return flattened(
        [
            _meeting(Field("t.agenda", "meeting_sheet.agenda", wide=True, ticked=True)),
            _sign_in(),
            heading("{{ t.both_sides }}", number="3"),
            signatures(_PAGE, "meeting_sheet.signatures"),
        ]
    )


def closing() -> Blocks:
    """The closing meeting's sheet, sections 1 to 6."""
    return flattened(
        [
            _meeting(),
            _sign_in(),
            _findings(),
            _disputes(),
            _outcome(),
            heading("{{ t.both_sides }}", number="6"),
            signatures(_PAGE, "meeting_sheet.signatures"),
            attachments(_PAGE, "meeting_sheet"),
        ]
    )


def _meeting(*more: Field) -> Blocks:
    return [
        *heading("{{ t.meeting }}", number="1"),
        *field_table(
            _PAGE,
            Field("t.audit", "meeting_sheet.meeting.audit", wide=True),
            Field("t.audit_title", "meeting_sheet.meeting.title", wide=True, optional=True),
            Field("t.customer_name", "meeting_sheet.meeting.customer"),
            Field("t.audit_date", "meeting_sheet.meeting.audit_date"),
            Field("t.start", "meeting_sheet.meeting.start"),
            Field("t.end", "meeting_sheet.meeting.end"),
            Field("t.place", "meeting_sheet.meeting.place"),
            Field("t.chair", "meeting_sheet.meeting.chair"),
            *more,
        ),
    ]


def _sign_in() -> Blocks:
    return [
        *heading("{{ t.sign_in }}", number="2"),
        *heading("{{ t.ours }}", level=2),
        *_people("meeting_sheet.ours", "t.department", 8),
        *heading("{{ t.customer }}", level=2),
        *_people("meeting_sheet.visitors", "t.organization", 5),
    ]


def _people(rows: str, organization: str, blank: int) -> Blocks:
    return data_table(
        _PAGE,
        f"row in {rows}",
        Column("t.number", "row.number", 6.5, "center"),
        Column("t.name", "row.name", 21),
        Column("t.person_title", "row.title", 29),
        Column(organization, "row.organization", 23),
        Column("t.signature", "row.signature", 20.5),
        blank=blank,
        height=8,
    )


def _findings() -> Blocks:
    return [
        *heading("{{ t.findings }}", number="3"),
        *data_table(
            _PAGE,
            "row in meeting_sheet.findings",
            Column("t.finding", "row.number", 13.5, "center"),
            Column("t.type", "row.type", 14),
            Column("t.clause", "row.clause", 18),
            Column("t.statement", "row.statement", 21.5),
            Column("t.departments", "row.departments", 12),
            Column("t.position", "row.position", 9.5, "center"),
            Column("t.confirmed_at_closing", "row.confirmed", 11.5, "center"),
            blank=Blank(6, ended="meeting_sheet.held"),
        ),
    ]


def _disputes() -> Blocks:
    return [
        *heading("{{ t.disputes }}", number="4"),
        *data_table(
            _PAGE,
            "row in meeting_sheet.disputes",
            Column("t.dispute", "row.number", 7, "center"),
            Column("t.dispute_about", "row.about", 9, "center"),
            Column("t.dispute_raised", "row.raised", 17),
            Column("t.dispute_grounds", "row.grounds", 28),
            Column("t.dispute_outcome", "row.outcome", 22),
            Column("t.dispute_decided", "row.decided", 17),
            blank=Blank(2, ended="meeting_sheet.held"),
        ),
    ]


def _outcome() -> Blocks:
    return [
        *heading("{{ t.outcome }}", number="5"),
        *field_table(
            _PAGE,
            Field("t.findings_presented", "meeting_sheet.findings_presented"),
            Field("t.response_deadline", "meeting_sheet.response_deadline"),
            Field("t.disputes_left", "meeting_sheet.disputes_left", wide=True, height=8.5),
            Field("t.next_steps", "meeting_sheet.next_steps", wide=True, height=8.5),
        ),
    ]
