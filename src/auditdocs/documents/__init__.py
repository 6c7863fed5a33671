"""Rooms of what people read: one document kind a module; here is the table of all."""

from collections.abc import Mapping

from auditdocs.document import DocumentKind
from auditdocs.documents.cars.car_register_view import CAR_REGISTER
from auditdocs.documents.cars.car_view import CAR_FORM
from auditdocs.documents.cars.eight_d_view import EIGHT_D_REPORT
from auditdocs.documents.cars.submission_view import SUBMISSION_COVER
from auditdocs.documents.control.change_request_view import CHANGE_REQUEST_FORM
from auditdocs.documents.control.controlled_documents_view import CONTROLLED_DOCUMENTS
from auditdocs.documents.control.distribution_list import DISTRIBUTION_LIST
from auditdocs.documents.control.external_documents_view import EXTERNAL_DOCUMENTS
from auditdocs.documents.control.obsolete_documents_view import OBSOLETE_DOCUMENTS
from auditdocs.documents.control.policy_view import POLICY_DOCUMENT
from auditdocs.documents.index import ABOUT, about_audit
from auditdocs.documents.keeping.access_log import ACCESS_LOG_FORM
from auditdocs.documents.keeping.disposal_view import DISPOSAL_APPRAISAL, DISPOSAL_CERTIFICATE, DISPOSAL_LIST
from auditdocs.documents.keeping.retention_index_view import RETENTION_INDEX
from auditdocs.documents.on_site.checklist_view import CHECKLIST_FORM
from auditdocs.documents.on_site.meeting_sheet_view import MEETING_SHEET
from auditdocs.documents.preparation.agenda_view import AGENDA
from auditdocs.documents.preparation.contact_sheet_view import CONTACT_SHEET_FORM
from auditdocs.documents.preparation.preaudit_report_view import PREAUDIT_REPORT
from auditdocs.documents.preparation.preparation_minutes_view import PREPARATION_MINUTES
from auditdocs.documents.preparation.programme_view import PROGRAMME
from auditdocs.documents.preparation.reception_sheet import RECEPTION_SHEET
from auditdocs.documents.report.audit_report_view import AUDIT_REPORT
from auditdocs.documents.report.management_review_view import MANAGEMENT_REVIEW
from auditdocs.documents.report.notification_view import NOTIFICATION_FORM
from auditdocs.documents.report.record_sheet_view import RECORD_SHEET
from auditdocs.entry import RowOf
from auditdocs.other_customers import NAMES, customer_names

_KINDS = (
    CONTACT_SHEET_FORM,
    PREPARATION_MINUTES,
    CHECKLIST_FORM,
    AGENDA,
    RECEPTION_SHEET,
    PREAUDIT_REPORT,
    MEETING_SHEET,
    RECORD_SHEET,
    CAR_FORM,
    EIGHT_D_REPORT,
    SUBMISSION_COVER,
    CAR_REGISTER,
    AUDIT_REPORT,
    NOTIFICATION_FORM,
    RETENTION_INDEX,
    POLICY_DOCUMENT,
    DISPOSAL_APPRAISAL,
    DISPOSAL_LIST,
    DISPOSAL_CERTIFICATE,
    ACCESS_LOG_FORM,
    CONTROLLED_DOCUMENTS,
    DISTRIBUTION_LIST,
    CHANGE_REQUEST_FORM,
    EXTERNAL_DOCUMENTS,
    OBSOLETE_DOCUMENTS,
    PROGRAMME,
    MANAGEMENT_REVIEW,
)
KINDS: Mapping[str, DocumentKind] = {kind.name: kind for kind in _KINDS}
_LISTED = {name: listed.row for kind in _KINDS for name, listed in kind.rows.items()}
ROWS: Mapping[str, RowOf] = {ABOUT: about_audit, NAMES: customer_names} | _LISTED
