"""The room of CARs: where they lie, how long they are kept, and every rule about them (CAR-001 to CAR-022)."""

from auditdocs.problem import Words
from auditdocs.records.audit.audit_folder import FOLDER_RULES
from auditdocs.records.cars.car import Car
from auditdocs.records.cars.car_action_rules import ACTION_RULES
from auditdocs.records.cars.car_analysis_rules import ANALYSIS_RULES
from auditdocs.records.cars.car_closing_rules import CLOSING_RULES
from auditdocs.records.cars.car_course_rules import COURSE_RULES
from auditdocs.records.cars.car_due_rules import DUE_RULES
from auditdocs.records.cars.car_extension_rules import EXTENSION_RULES
from auditdocs.records.cars.car_issue_rules import ISSUE_RULES
from auditdocs.records.cars.car_number_rules import NUMBER_RULES
from auditdocs.records.cars.car_party_rules import PARTY_RULES
from auditdocs.records.cars.car_reason_rules import REASON_RULES
from auditdocs.records.cars.car_separation_rules import SEPARATION_RULES
from auditdocs.records.cars.car_stock_rules import STOCK_RULES
from auditdocs.records.cars.car_submission_rules import SUBMISSION_RULES
from auditdocs.records.cars.car_words_rules import WORD_RULES
from auditdocs.records.cars.escalation import ESCALATION_RULES
from auditdocs.records.cars.unsettled import UNSETTLED_IN, unsettled_in
from auditdocs.records.life_rules import LIFE_RULES
from auditdocs.room import RecordType

CAR = RecordType(
    name="car",
    title=Words("纠正措施要求单", "Corrective action request"),
    model=Car,
    path="audits/{year}/{audit}/cars/{car}.yaml",
    key="{car}",
    scope="{audit}",
    owner="QA",
    confidentiality="confidential",
    retention="CA-3Y",
    lives=("car", "audit"),
    goes_on=("void", "reopened"),
    indexes={UNSETTLED_IN: unsettled_in},
    rules=(
        *FOLDER_RULES,
        *LIFE_RULES,
        *NUMBER_RULES,
        *ISSUE_RULES,
        *PARTY_RULES,
        *DUE_RULES,
        *EXTENSION_RULES,
        *ESCALATION_RULES,
        *ANALYSIS_RULES,
        *REASON_RULES,
        *STOCK_RULES,
        *ACTION_RULES,
        *CLOSING_RULES,
        *SUBMISSION_RULES,
        *COURSE_RULES,
        *SEPARATION_RULES,
        *WORD_RULES,
    ),
    starts_with=(
        "findings",
        "source",
        "owner_department",
        "owner",
        "issued_on",
        "issued_by",
        "problem.statement",
        "problem.what",
        "problem.where",
        "problem.when",
        "problem.how_many",
        "due",
        "containment.action",
        "containment.owner",
        "containment.due",
        "correction.action",
        "correction.owner",
        "correction.due",
    ),
    shown_to_customers=True,
)
