"""Rooms of what people write: one record type a module; here is the table of all."""

from auditdocs.records.approval_rules import APPROVAL_RULES
from auditdocs.records.attachments import ATTACHMENT_RULES
from auditdocs.records.audit.audit_life import AUDIT_LIFE
from auditdocs.records.audit.audit_report import AUDIT_REPORT
from auditdocs.records.audit.audit_rules import AUDIT
from auditdocs.records.audit.conclusion_rules import CONCLUSION
from auditdocs.records.audit.notification_rules import NOTIFICATION
from auditdocs.records.cars.car_life import CAR_LIFE
from auditdocs.records.cars.car_rules import CAR
from auditdocs.records.cars.submission_life import SUBMISSION_LIFE
from auditdocs.records.cars.submission_rules import SUBMISSION
from auditdocs.records.control.change_request import CHANGE_REQUEST_LIFE
from auditdocs.records.control.change_request_rules import CHANGE_REQUEST
from auditdocs.records.control.external_documents import EXTERNAL_DOCUMENTS
from auditdocs.records.control.policy import POLICY_LIFE
from auditdocs.records.control.policy_rules import POLICY, POLICY_TRANSLATION
from auditdocs.records.deadlines import DEADLINES
from auditdocs.records.fact_days import FACT_RULES
from auditdocs.records.grading import GRADING
from auditdocs.records.house.access_log_rules import ACCESS_LOG
from auditdocs.records.house.access_rights import ACCESS_RIGHTS
from auditdocs.records.house.criterion import CRITERION
from auditdocs.records.house.customer_rules import CUSTOMER
from auditdocs.records.house.department_rules import DEPARTMENTS
from auditdocs.records.house.forms import FORMS
from auditdocs.records.house.organization import ORGANIZATION, PARAMETERS
from auditdocs.records.house.person import PERSON
from auditdocs.records.house.programme import PROGRAMME_LIFE
from auditdocs.records.house.programme_rules import PROGRAMME
from auditdocs.records.house.question_bank import QUESTION_BANK
from auditdocs.records.house.retention_schedule_rules import RETENTION_SCHEDULE
from auditdocs.records.keeping.archive_rules import ARCHIVE
from auditdocs.records.keeping.disposal_life import DISPOSAL_LIFE
from auditdocs.records.keeping.disposal_rules import DISPOSAL
from auditdocs.records.keeping.hold_rules import HOLD
from auditdocs.records.keeping.retention_rules import RETENTION_RULES
from auditdocs.records.keeping.tombstone import TOMBSTONE
from auditdocs.records.languages import LANGUAGE_RULES
from auditdocs.records.on_site.checklist_rules import CHECKLIST
from auditdocs.records.on_site.dispute_rules import DISPUTES
from auditdocs.records.on_site.evidence_rules import EVIDENCE
from auditdocs.records.on_site.finding_rules import FINDINGS
from auditdocs.records.on_site.meetings_rules import MEETINGS
from auditdocs.records.preparation.audit_plan_rules import AUDIT_PLAN
from auditdocs.records.preparation.contact_sheet_life import CONTACT_SHEET_LIFE
from auditdocs.records.preparation.contact_sheet_rules import CONTACT_SHEET
from auditdocs.records.preparation.logistics_rules import LOGISTICS
from auditdocs.records.preparation.preaudit_rules import PREAUDIT
from auditdocs.records.preparation.prep_meeting_rules import PREP_MEETING
from auditdocs.records.privacy_rules import EVERYWHERE as PRIVACY_RULES
from auditdocs.records.references import REFERENCE_RULES
from auditdocs.records.secret_rules import SECRET_RULES
from auditdocs.records.texts import TEXT_RULES
from auditdocs.records.waivers import WAIVERS
from auditdocs.room import Rooms

ROOMS = Rooms.of(
    (
        ORGANIZATION,
        DEPARTMENTS,
        PARAMETERS,
        FORMS,
        DEADLINES,
        GRADING,
        RETENTION_SCHEDULE,
        WAIVERS,
        ACCESS_RIGHTS,
        PERSON,
        CUSTOMER,
        CRITERION,
        QUESTION_BANK,
        CONTACT_SHEET,
        AUDIT,
        PREP_MEETING,
        PREAUDIT,
        AUDIT_PLAN,
        LOGISTICS,
        CHECKLIST,
        MEETINGS,
        EVIDENCE,
        FINDINGS,
        DISPUTES,
        CONCLUSION,
        NOTIFICATION,
        AUDIT_REPORT,
        CAR,
        SUBMISSION,
        ARCHIVE,
        POLICY,
        POLICY_TRANSLATION,
        HOLD,
        DISPOSAL,
        TOMBSTONE,
        ACCESS_LOG,
        CHANGE_REQUEST,
        EXTERNAL_DOCUMENTS,
        PROGRAMME,
    ),
    (
        CONTACT_SHEET_LIFE,
        AUDIT_LIFE,
        POLICY_LIFE,
        CHANGE_REQUEST_LIFE,
        CAR_LIFE,
        DISPOSAL_LIFE,
        SUBMISSION_LIFE,
        PROGRAMME_LIFE,
    ),
    everywhere=(
        *REFERENCE_RULES,
        *FACT_RULES,
        *APPROVAL_RULES,
        *ATTACHMENT_RULES,
        *RETENTION_RULES,
        *TEXT_RULES,
        *LANGUAGE_RULES,
        *PRIVACY_RULES,
        *SECRET_RULES,
    ),
)
