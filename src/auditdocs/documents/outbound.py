"""What the forms of an audit call things where we are the auditors: the team is ours, and so is the conclusion (records.md D.4.3)."""

from collections.abc import Mapping

from auditdocs.documents.words import Writing
from auditdocs.entry import AnyEntry, Records
from auditdocs.problem import Words
from auditdocs.records.audit.audit import is_inbound
from auditdocs.records.cars.car import PARTY, Car, is_external

NOTICE = Words("稽核通知", "Notice of the Audit")
_POSITION = Words("客户意见", "The customer's position")
_CONCLUSION = Words("稽核结论", "Conclusion of the audit")
_STATED = Words("结论给出", "Stated in the conclusion")
OUTBOUND: Mapping[str, Mapping[str, Words]] = {
    "contact_sheet": {
        "sheet_number": Words("通知编号", "Notice no."),
        "visitors": Words("稽核组", "Audit team"),
        "visitor_count": Words("稽核组人数", "Size of the team"),
        "customer_documents": Words("请客户提供的资料", "Documents asked of the customer"),
        "requests": Words("对客户的要求与行程需求", "What is asked of the customer, and needs of the journey"),
        "logistics_needs": Words("行程需求", "Needs of the journey"),
        "revisions": Words("客户确认后变更", "Changes after the customer's confirmation"),
    },
    "meeting_sheet": {"position": _POSITION},
    "record_sheet": {"conclusion": _CONCLUSION, "our_score": Words("复算", "Reckoned anew")},
    "notification": {
        "score": Words("得分与等级", "Score and grade"),
        "response_due": Words("客户回复期限", "The customer's response due"),
        "departments": Words("责任方", "To be answered by whom"),
    },
    "audit_report": {
        "figures": Words("结论给出与复算", "As the conclusion states, and reckoned anew"),
        "stated": _STATED,
        "computed": Words("复算", "Reckoned anew"),
        "downgrade_reasons": Words("结论给出的降级理由", "Reasons for downgrading, as the conclusion states them"),
        "position": _POSITION,
        "positions": Words("异议与处理", "Disputes and the customer's position"),
        "no_positions": Words("客户对发现项均无异议", "The customer disputes no finding"),
        "previous_audits": Words("同一客户的审核与稽核", "Audits of and by the same customer"),
        "customer_due": Words("客户回复期限", "Response due"),
        "roll_up": Words("按责任方汇总", "By who answers"),
    },
}
TITLES: Mapping[str, Words] = {"contact_sheet": NOTICE}


def is_of_ours(records: Records, entry: AnyEntry) -> bool:
    """Whether a record belongs to an audit of ours; only then the document rests on the record that says so."""
    if not entry.scope.startswith("AUD-"):
        return False
    beside = records.watched()
    if is_inbound(beside, entry.scope):
        records.note_aside(beside.reads)
        return False
    records.note(beside.reads)
    return True


def answering(write: Writing, car: Car) -> str:
    """Who answers a CAR: a department of ours, or the customer."""
    return write.choice(PARTY, car.responsible_party) if is_external(car) else write.department(car.owner_department)
