"""What the customer sent along with the announcement: every document asked for is there, or why it is not (CS-008)."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.records.audit.audit import where_we_are_audited
from auditdocs.records.preparation.contact_sheet import CUSTOMER_DOCUMENT, DOCUMENT_STATE, ContactSheet
from auditdocs.room import rule

Sheet = Entry[ContactSheet]
ASKED_FOR = ("audit_list", "onsite_evaluation_form", "agenda")


@rule(
    "contact-sheet.customer-document-missing",
    "001i 6.1.1",
    catalogue="CS-008",
    zh="没有写明{document}是已收、待提供还是不需要",
    en="it is not said whether the document '{document}' was received, is requested or is not required",
    do_zh="在 customer_documents 下写 {example}",
    do_en="write below customer_documents: {example}",
    at="contacted",
)
@where_we_are_audited
def customer_document_missing(entry: Sheet, records: Records) -> Iterator[Violation]:
    rows = {one.kind: (index, one) for index, one in enumerate(entry.record.customer_documents)}
    for kind in ASKED_FOR:
        index, row = rows.get(kind, (-1, None))
        if row is None or row.state is None:
            loc = ("customer_documents",) if row is None else ("customer_documents", index)
            yield entry.at(*loc, document=CUSTOMER_DOCUMENT.label(kind), example=f"{{kind: {kind}, state: requested}}")


@rule(
    "contact-sheet.not-required-without-reason",
    "001i 6.1.1",
    catalogue="CS-008",
    zh="{document}不需要，但没有写原因",
    en="the document '{document}' is not required, but no reason is given",
    do_zh="请填写 reason",
    do_en="fill in 'reason'",
    at="contacted",
)
def not_required_without_reason(entry: Sheet, records: Records) -> Iterator[Violation]:
    for index, row in enumerate(entry.record.customer_documents):
        if row.state == "not_required" and not row.reason:
            yield entry.at("customer_documents", index, "state", document=CUSTOMER_DOCUMENT.label(row.kind))


@rule(
    "contact-sheet.document-contradicts-itself",
    "001i 6.1.1",
    catalogue="CS-008",
    zh="{document}列了两次：一处不需要，另一处{state}",
    en="the document '{document}' is listed twice: once as not required, once as '{state}'",
    do_zh="请只保留一处",
    do_en="keep one of them",
)
def document_contradicts_itself(entry: Sheet, records: Records) -> Iterator[Violation]:
    first: dict[str, str] = {}
    for index, row in enumerate(entry.record.customer_documents):
        states = {first.setdefault(row.kind, row.state or ""), row.state or ""}
        other = next(iter(states - {"not_required", ""}), "")
        if "not_required" in states and other:
            yield entry.at(
                "customer_documents", index, "state", document=CUSTOMER_DOCUMENT.label(row.kind), state=DOCUMENT_STATE.label(other)
            )


DOCUMENT_RULES = (customer_document_missing, not_required_without_reason, document_contradicts_itself)
