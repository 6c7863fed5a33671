"""templates/disposal_*/: the appraisal, the destruction list and the certificate."""

from tools.word_templates.data_table import Column, data_table
from tools.word_templates.fields import Field, box, field_table
from tools.word_templates.forms.parts import attachments, events
from tools.word_templates.page import Page
from tools.word_templates.signatures import signatures
from tools.word_templates.text import heading
from tools.word_templates.xml import Blocks, flattened

_UPRIGHT, _LYING = Page(), Page(landscape=True)


def appraisal() -> Blocks:
    """What is to be judged, what was found, who approves."""
    return flattened(
        [
            heading("{{ t.basics }}", number="1"),
            field_table(
                _LYING,
                Field("t.batch_title", "disposal_appraisal.title", wide=True, optional=True),
                Field("t.state", "disposal_appraisal.state", wide=True),
            ),
            heading("{{ t.items }}", number="2"),
            data_table(
                _LYING,
                "row in disposal_appraisal.items",
                Column("t.number", "row.number", 5, "center"),
                Column("t.archive_number", "row.archive_number", 20),
                Column("t.record_title", "row.title", 22),
                Column("t.retention_class", "row.retention_class", 11),
                Column("t.keep_until", "row.keep_until", 9, "center"),
                Column("t.destroy_not_before", "row.destroy_not_before", 9, "center"),
                Column("t.barred", "row.barred", 11),
                Column("t.reason", "row.reason", 17),
                blank=3,
            ),
            heading("{{ t.appraisal }}", number="3"),
            field_table(
                _LYING,
                Field("t.appraised_on", "disposal_appraisal.appraised_on"),
                Field("t.appraisers", "disposal_appraisal.appraisers"),
                Field("t.decision", "disposal_appraisal.decision", ticked=True),
                Field("t.extended_until", "disposal_appraisal.extended_until"),
            ),
            heading("{{ t.opinion }}", 2),
            box(_LYING, "disposal_appraisal.opinion"),
            heading("{{ t.signatures }}", number="4"),
            signatures(_LYING, "disposal_appraisal.signatures", abreast=4),
            events(_LYING, "disposal_appraisal"),
            attachments(_LYING, "disposal_appraisal", 2),
        ]
    )


def destruction_list() -> Blocks:
    """Every item, with who proposed, approved, did and saw it."""
    return flattened(
        [
            heading("{{ t.basics }}", number="1"),
            field_table(
                _LYING,
                Field("t.batch_title", "disposal_list.title", wide=True, optional=True),
                Field("t.executed_on", "disposal_list.executed_on"),
                Field("t.place", "disposal_list.place"),
                Field("t.pieces", "disposal_list.pieces"),
                pairs=3,
            ),
            heading("{{ t.items }}", number="2"),
            data_table(
                _LYING,
                "row in disposal_list.items",
                Column("t.number", "row.number", 4, "center"),
                Column("t.archive_number", "row.archive_number", 18),
                Column("t.record_title", "row.title", 20),
                Column("t.form", "row.form", 8, "center"),
                Column("t.quantity", "row.quantity", 6, "center"),
                Column("t.copies", "row.copies", 6, "center"),
                Column("t.pages", "row.pages", 6, "center"),
                Column("t.item_class", "row.confidentiality", 7, "center"),
                Column("t.period", "row.period", 10),
                Column("t.reason", "row.reason", 12),
                Column("t.method", "row.method", 8, "center"),
            ),
            heading("{{ t.signatures }}", number="3"),
            signatures(_LYING, "disposal_list.signatures", abreast=2),
            heading("{{ t.witnessing }}", number="4"),
            signatures(_LYING, "disposal_list.witnesses"),
        ]
    )


def certificate() -> Blocks:
    """That it was done, and what Git still keeps."""
    return flattened(
        [
            heading("{{ t.basics }}", number="1"),
            field_table(
                _UPRIGHT,
                Field("t.certificate_number", "disposal_certificate.certificate_number"),
                Field("t.certified_on", "disposal_certificate.certified_on"),
                Field("t.list_number", "disposal_certificate.list_number"),
                Field("t.pieces", "disposal_certificate.pieces"),
                Field("t.things", "disposal_certificate.things", wide=True),
            ),
            heading("{{ t.destruction }}", number="2"),
            field_table(
                _UPRIGHT,
                Field("t.method", "disposal_certificate.method", wide=True, ticked=True),
                Field("t.executed_on", "disposal_certificate.executed_on"),
                Field("t.place", "disposal_certificate.place"),
            ),
            heading("{{ t.git }}", number="3"),
            field_table(
                _UPRIGHT,
                Field("t.git_scope", "disposal_certificate.git", wide=True, ticked=True),
                Field("t.git_statement", "disposal_certificate.git_statement", wide=True),
                Field("t.git_done_on", "disposal_certificate.git_done_on"),
                Field("t.git_by", "disposal_certificate.git_by"),
                Field("t.git_evidence", "disposal_certificate.git_evidence", wide=True),
            ),
            heading("{{ t.signatures }}", number="4"),
            signatures(_UPRIGHT, "disposal_certificate.signatures"),
        ]
    )
