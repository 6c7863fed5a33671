"""What authors type and no document prints, each with its reason; rooms of documents add what they alone leave out.

A name covers the fields below it. A test holds this list against all records and all documents.
"""

from collections.abc import Iterable, Mapping

KEPT_BACK: Mapping[str, str] = {
    "remarks_internal": "内部备注按约定不打印 internal remarks are printed nowhere",
    "approvals.content_sha256": "用于核对签署 checks an approval and says nothing to a reader",
}
_MASTER_DATA = "主数据：只打印名称，记录本身不成文件 master data: its names are printed, it is no document itself"
_RECKONED = "程序据此计算，打印的是结果 the program reckons with it; what comes of it is printed"
_FILE_FORM = "属于客户档案表 FM-CM-01 belongs to the customer's file FM-CM-01, not to an audit's forms"
_TOMBSTONE = "注销登记的内容印在销毁清册上 what a tombstone says stands in the destruction list"
_LENGTHS = ("period", "authorities.min_period", "personal_data_period")
_RECORD = ("owner_department", "confidentiality", "approvals", "attachments", "retention", "languages", "remarks_internal")


def kept_back(*kinds: str) -> dict[str, str]:
    """What a form leaves out of any record."""
    return {f"{kind}.{name}": reason for kind in kinds for name, reason in KEPT_BACK.items()}


def left_to_its_keeper(*kinds: str) -> dict[str, str]:
    """What a form leaves out of any record, and who keeps it."""
    return kept_back(*kinds) | {f"{kind}.owner_department": "谁保管这份记录 says who keeps the record" for kind in kinds}


def kept_for_ever(*kinds: str) -> dict[str, str]:
    """What says nothing of records that stay for ever."""
    names = ("retention.override_until", "retention.reason")
    return {f"{kind}.{name}": "永久保存，不会更晚 kept for ever: there is no later day" for kind in kinds for name in names}


def _fields(kind: str, names: Iterable[str], reason: str) -> dict[str, str]:
    return {f"{kind}.{name}": reason for name in names}


def _all_but(*printed: str) -> tuple[str, ...]:
    return tuple(name for name in _RECORD if name not in printed)


NOT_PRINTED: Mapping[str, str] = {
    **_fields("organization", _all_but(), _MASTER_DATA),
    **_fields("organization", ("short_code", "uscc", "fonds_code", "sites.address"), _MASTER_DATA),
    **_fields("organization", ("sites.timezone", "default_language", "calendar"), _RECKONED),
    **_fields("departments", ("parent",), _MASTER_DATA),
    **_fields("parameters", _all_but(), _MASTER_DATA),
    **_fields("parameters", ("todo_days", "contact_sheet_receipt_wd", "audit_date_tolerance_cd", "repeat_months"), _RECKONED),
    **_fields("parameters", ("audit_training", "audit_nda", "escalate_department_cd", "escalate_quality_cd", "escalate_gm_cd"), _RECKONED),
    **_fields("parameters", ("car_issue_wd", "notification_wd", "retention_due_soon_days", "external_check_months"), _RECKONED),
    "forms.template_sha256": "用于核对表单 checks the form; number and revision are printed",
    **_fields("deadlines", ("title", "items", "extension", "customer", "grades"), _RECKONED),
    **_fields("deadlines", ("customer_approves_plan", "close_before_effectiveness"), _RECKONED),
    **_fields("grading", ("finding_grades.type", "finding_grades.requires_car", "finding_grades.deadline_profile", "scoring"), _RECKONED),
    **_fields("waivers", (*_all_but(), "waivers"), "印在索引页 the index page lists what is waived; forms do not"),
    **_fields("person", (*_all_but(), "nda_ref"), _MASTER_DATA),
    **_fields("person", ("posts.head", "posts.from", "posts.to", "left_on", "git_emails", "nda_until", "training", "absences"), _RECKONED),
    **_fields("customer", _all_but("languages"), _MASTER_DATA),
    **_fields("customer", ("file_no", "established", "uscc", "foreign_registration", "legal_representative", "address"), _FILE_FORM),
    **_fields("customer", ("business_scope", "industry", "relationship", "reason", "classification", "region", "status"), _FILE_FORM),
    **_fields("customer", ("regional_manager", "contact_person_ours", "contacts", "qualification_ref"), _FILE_FORM),
    **_fields("customer", ("review_cycle_months", "last_review_on", "certificates", "contracts", "csr", "file_items"), _FILE_FORM),
    **_fields("customer", ("updates", "key_facts", "cross_border_ok"), _FILE_FORM),
    **_fields("criterion", (*_all_but(), "publisher", "published", "copyright_note"), _MASTER_DATA),
    **_fields("criterion", ("valid_from", "withdrawn_on", "transition_until"), _RECKONED),
    **_fields("retention_schedule", (f"{one}.event_plus" for one in _LENGTHS), "由起算事件可见 the trigger says it"),
    **_fields("tombstone", _all_but("title", "confidentiality"), _TOMBSTONE),
    "tombstone.disposal": "清册本身就是该处置 the list is that disposal",
    "archive.items.document_kind": "用于核对归档是否齐全 tells whether the file is complete; the title is printed",
    "criterion.clauses": "只打印被引用的条款 only the clauses that records name are printed",
}
