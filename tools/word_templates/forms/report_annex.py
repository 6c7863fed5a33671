"""The report's section 12 and its annexes: distribution, signatures, attendance, documents, evidence, attachments."""

from tools.word_templates.data_table import Column, data_table
from tools.word_templates.forms.parts import attachments, pictures
from tools.word_templates.page import Page
from tools.word_templates.signatures import signatures
from tools.word_templates.text import heading, when
from tools.word_templates.xml import Blocks

_PAGE = Page()


def distribution_and_signatures() -> Blocks:
    """12."""
    return [
        *heading("{{ t.distribution_and_signatures }}", number="12"),
        *when(
            "audit_report.distribution",
            heading("{{ t.distribution }}", 2),
            data_table(
                _PAGE,
                "row in audit_report.distribution",
                Column("t.department", "row.department", 28),
                Column("t.recipient", "row.recipient", 28),
                Column("t.form", "row.form", 22),
                Column("t.date", "row.date", 22, "center"),
            ),
        ),
        *heading("{{ t.signatures }}", 2),
        *signatures(_PAGE, "audit_report.signatures"),
    ]


def annex() -> Blocks:
    """What the report rests on; each list only where it has something."""
    some = "attendance", "sessions", "related", "evidence", "evidence_items", "pictures", "attachments"
    condition = " or ".join(f"audit_report.{name}" for name in some)
    return [
        *when(condition, heading("{{ t.annex }}")),
        *_attendance(),
        *_sessions(),
        *_related(),
        *_evidence(),
        *_evidence_items(),
        *pictures(_PAGE, "audit_report"),
        *attachments(_PAGE, "audit_report", 2),
    ]


def _attendance() -> Blocks:
    listed = data_table(
        _PAGE,
        "row in audit_report.attendance",
        Column("t.name", "row.name", 22),
        Column("t.person_title", "row.title", 22),
        Column("t.organization", "row.organization", 30),
        Column("t.opening", "row.opening", 13, "center"),
        Column("t.closing", "row.closing", 13, "center"),
        height=5.5,
    )
    return when("audit_report.attendance", heading("{{ t.attendance }}", 2), listed)


def _related() -> Blocks:
    number, title = Column("t.record_number", "row.number", 24), Column("t.document_title", "row.title", 76)
    listed = data_table(_PAGE, "row in audit_report.related", number, title, height=5.5)
    return when("audit_report.related", heading("{{ t.related }}", 2), listed)


def _sessions() -> Blocks:
    listed = data_table(
        _PAGE,
        "row in audit_report.sessions",
        Column("t.session", "row.number", 9, "center"),
        Column("t.time", "row.time", 11.5, "center"),
        Column("t.stage", "row.stage", 12),
        Column("t.place", "row.place", 13.5),
        Column("t.auditor", "row.auditors", 9.5),
        Column("t.audited", "row.departments", 12.4),
        Column("t.escorts", "row.escorts", 9),
        Column("t.guides", "row.guides", 9),
        Column("t.remarks", "row.remark", 14.6),
    )
    return when("audit_report.sessions", heading("{{ t.sessions }}", 2), listed)


def _evidence() -> Blocks:
    listed = data_table(
        _PAGE,
        "row in audit_report.evidence",
        Column("t.checklist_items", "row.item", 14),
        Column("t.item_evidence", "row.evidence", 40, inside=True),
        Column("t.provided_by", "row.provided_by", 13),
        Column("t.session", "row.session", 8, "center"),
        Column("t.result", "row.result", 15),
        Column("t.finding_numbers", "row.findings", 10, "center"),
    )
    return when("audit_report.evidence", heading("{{ t.evidence_list }}", 2), listed)


def _evidence_items() -> Blocks:
    listed = data_table(
        _PAGE,
        "row in audit_report.evidence_items",
        Column("t.number", "row.number", 7, "center"),
        Column("t.evidence_when", "row.when", 13, "center"),
        Column("t.evidence_what", "row.what", 28),
        Column("t.evidence_sample", "row.sample", 9, "center"),
        Column("t.evidence_people", "row.people", 14),
        Column("t.finding_numbers", "row.findings", 9, "center"),
        Column("t.evidence_file", "row.file", 20),
    )
    return when("audit_report.evidence_items", heading("{{ t.evidence_seen }}", 2), listed)
