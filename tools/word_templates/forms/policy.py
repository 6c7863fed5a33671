"""templates/policy/policy.docx: cover, revision history, contents, the policy's own text, annexes."""

from tools.word_templates.contents import contents_of_markdown
from tools.word_templates.data_table import Column, data_table
from tools.word_templates.fields import Field, field_table
from tools.word_templates.forms.parts import attachments
from tools.word_templates.page import Page
from tools.word_templates.signatures import signatures
from tools.word_templates.text import heading, markdown, page_break, text, when
from tools.word_templates.xml import Blocks, flattened

_PAGE = Page()


def policy() -> Blocks:
    """The whole document."""
    body = markdown("policy.body")
    return flattened([_cover(), _revisions(), contents_of_markdown("policy.body"), page_break(), body, _lists(), _annexes()])


def _cover() -> Blocks:
    return [
        *text("{{ frame.company|stacked }}", "CoverLine"),
        *text("{{ policy.title }}", "Title"),
        *when("policy.subtitle", text("{{ policy.subtitle }}", "Subtitle")),
        *field_table(
            _PAGE,
            Field("t.document_number", "policy.number", height=9),
            Field("t.document_revision", "policy.revision", height=9),
            Field("t.level", "policy.level", height=9),
            Field("t.status", "policy.status", height=9),
            Field("t.department", "policy.department", height=9),
            Field("t.effective_on", "policy.effective_on", height=9),
            Field("t.supersedes", "policy.supersedes", height=9),
            Field("t.next_review", "policy.next_review", height=9),
            Field("t.interpreting_department", "policy.interpreting_department", height=9),
            Field("t.amendment_approver", "policy.amendment_approver", height=9),
        ),
        *when("policy.obsolete_on", field_table(_PAGE, Field("t.obsolete_on", "policy.obsolete_on", wide=True))),
        *heading("{{ t.signatures }}", 2),
        *signatures(_PAGE, "policy.signatures"),
        *page_break(),
    ]


def _revisions() -> Blocks:
    return [
        *text("{{ t.revision_history }}", "TOCHeading"),
        *data_table(
            _PAGE,
            "row in policy.revisions",
            Column("t.document_revision", "row.revision", 14, "center"),
            Column("t.revised_on", "row.date", 18, "center"),
            Column("t.description", "row.description", 50),
            Column("t.revised_by", "row.by", 18),
            blank=3,
        ),
    ]


def _lists() -> Blocks:
    named = [when(f"policy.{name}", heading(f"{{{{ t.annex }}}} {{{{ t.{name} }}}}"), _references(name)) for name in ("related", "records")]
    laws = when("policy.legal_references", heading("{{ t.annex }} {{ t.legal_references }}"), _laws())
    return flattened([*named, laws])


def _laws() -> Blocks:
    return data_table(
        _PAGE,
        "row in policy.legal_references",
        Column("t.reference_number", "row.number", 26),
        Column("t.reference_title", "row.title", 44),
        Column("t.law_status", "row.status", 14, "center"),
        Column("t.checked_on", "row.checked_on", 16, "center"),
    )


def _references(name: str) -> Blocks:
    number, title = Column("t.reference_number", "row.number", 32), Column("t.reference_title", "row.title", 68)
    return data_table(_PAGE, f"row in policy.{name}", number, title)


def _annexes() -> Blocks:
    return [
        *when("policy.consultation", heading("{{ t.annex }} {{ t.consultation }}"), _consultation()),
        *when("policy.sources", heading("{{ t.annex }} {{ t.provenance }}"), _sources()),
        *when("policy.distribution", heading("{{ t.annex }} {{ t.distribution }}"), _distribution()),
        *attachments(_PAGE, "policy"),
    ]


def _consultation() -> Blocks:
    return data_table(
        _PAGE,
        "row in policy.consultation",
        Column("t.date", "row.date", 14, "center"),
        Column("t.consulted_department", "row.department", 18),
        Column("t.opinion", "row.opinion", 40),
        Column("t.handling", "row.handling", 28),
    )


def _sources() -> Blocks:
    return data_table(
        _PAGE,
        "row in policy.sources",
        Column("t.source_file", "row.file", 40),
        Column("t.source_clause", "row.clause", 20),
        Column("t.remarks", "row.remark", 40),
    )


def _distribution() -> Blocks:
    return data_table(
        _PAGE,
        "row in policy.distribution",
        Column("t.copy_number", "row.copy_number", 16, "center"),
        Column("t.consulted_department", "row.department", 30),
        Column("t.form", "row.form", 18),
        Column("t.issued_on", "row.issued_on", 18, "center"),
        Column("t.returned_on", "row.returned_on", 18, "center"),
    )
