"""A contact sheet's record → the form's view."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from pydantic import BaseModel

from auditdocs.document import EVERYWHERE, Document, DocumentKind, Request, Subject
from auditdocs.documents.not_printed import KEPT_BACK, kept_back
from auditdocs.documents.outbound import is_of_ours
from auditdocs.documents.preparation.contact_sheet import (
    WORDS,
    ContactSheetView,
    CustomerDocumentRow,
    OpenItemRow,
    RequestRow,
    RevisionRow,
    VisitorRow,
)
from auditdocs.documents.record_form import document_about, each, writing_about
from auditdocs.documents.rows_view import attachment_rows, event_row, signatures
from auditdocs.documents.words import Writing, customer_code, labelled, lines
from auditdocs.entry import Entry, Records
from auditdocs.field import label
from auditdocs.problem import Words
from auditdocs.records.base import approval
from auditdocs.records.house.customer import ABC_CLASS, TIER, Customer
from auditdocs.records.preparation.contact_sheet import (
    AUDIT_PURPOSE,
    AUDIT_TYPE,
    CHANNEL,
    CUSTOMER_DOCUMENT,
    DOCUMENT_STATE,
    LANGUAGE,
    MANAGEMENT_SYSTEM,
    MODE,
    PARTY_TYPE,
    PRIVACY,
    SHIFT,
    VISITOR_ROLE,
    AuditingParty,
    ContactSheet,
    CustomerDocument,
    DatesConfirmed,
    InfoSource,
    LogisticsNeeds,
    Scope,
    SpecialRequests,
    Visitor,
)
from auditdocs.records.words import Bilingual
from auditdocs.state import day_of

TITLE = Words("客户审核联络单", "Customer Audit Contact Sheet")
ROLES: Mapping[str, Words] = {
    "prepared": Words("发起（销售部）", "Prepared by sales"),
    "confirmed": Words("部门负责人确认", "Confirmed by the head of department"),
    "received": Words("质量部签收", "Received by quality"),
}
NO_LABEL = Words("", "")
ROLES_OF_OURS: Mapping[str, Words] = {
    "prepared": Words("发出（质量部）", "Issued by quality"),
    "confirmed": Words("客户确认", "Confirmed by the customer"),
}
NOT_PRINTED = kept_back("contact_sheet") | {"contact_sheet.revisions.content_sha256": KEPT_BACK["approvals.content_sha256"]}


def make(records: Records, subject: Subject, request: Request) -> Document | None:
    """The form of one contact sheet."""
    entry = records.get(ContactSheet, subject.key)
    if entry is None:
        return None
    write = writing_about(records, entry)
    document = document_about(CONTACT_SHEET_FORM, write, entry, view(write, entry), number=sheet_number(entry.key))
    return replace(document, words={**document.words, **_left_out(entry.record)}) if is_of_ours(records, entry) else document


def _left_out(sheet: ContactSheet) -> dict[str, Words]:
    """What only the announcement of a customer has, where the notice of an audit of ours says nothing of it: fields without a label."""
    source, agreed = sheet.info_source or InfoSource(), sheet.dates_confirmed or DatesConfirmed()
    said = {
        "auditing_party": sheet.auditing_party,
        "channel": source.channel,
        "received_at": source.received_at,
        "received_by": source.received_by,
        "confirmed_with": agreed.with_,
        "confirmed_at": agreed.at,
        "confirmed_by": agreed.by,
    }
    return {name: NO_LABEL for name, value in said.items() if not value}


def sheet_number(audit_id: str) -> str:
    """The number of an audit's contact sheet: the audit's own (D.2)."""
    return audit_id.replace("AUD-", "CS-")


def view(write: Writing, entry: Entry[ContactSheet]) -> ContactSheetView:
    """What the form says of an audit to come."""
    sheet, prepared = entry.record, approval(entry.record, "prepared")
    party, source = sheet.auditing_party or AuditingParty(), sheet.info_source or InfoSource()
    scope, agreed = sheet.scope or Scope(), sheet.dates_confirmed or DatesConfirmed()
    day = day_of(prepared.at) if prepared else None
    department = sheet.owner_department
    roles = ROLES_OF_OURS if is_of_ours(write.records, entry) else ROLES
    return ContactSheetView(
        number=sheet_number(entry.key),
        audit=entry.key,
        title=write.text(sheet.title),
        customer=write.customer(sheet.customer),
        customer_code=customer_code(write, sheet.customer),
        customer_class=_customer_class(write, sheet.customer),
        auditing_party=write.boxes(PARTY_TYPE, party.type),
        auditing_party_name=party.name or "",
        commissioned_by=write.customer(party.commissioned_by),
        received_at=write.moment(source.received_at),
        received_by=write.person(source.received_by),
        channel=write.boxes(CHANNEL, source.channel),
        source_document=source.document or "",
        initiator=write.person(prepared.person) if prepared else "",
        initiating_department=write.department(department) or write.department_of(prepared.person if prepared else None, day),
        initiated_on=write.day(day),
        customer_profile=write.text(sheet.customer_profile),
        audit_type=write.boxes(AUDIT_TYPE, sheet.audit_type),
        audit_purpose=write.boxes(AUDIT_PURPOSE, *sheet.audit_purpose),
        audit_purpose_note=write.text(sheet.audit_purpose_note),
        management_systems=write.boxes(MANAGEMENT_SYSTEM, *sheet.management_systems),
        criteria=lines(*map(write.criterion, sheet.criteria)),
        sites=lines(*map(write.site, scope.sites)),
        products=write.listed(map(write.name, scope.products)),
        processes=write.listed(map(write.name, scope.processes)),
        shifts=write.choices(SHIFT, scope.shifts),
        period_of_records=write.text(scope.period_of_records),
        mode=write.boxes(MODE, sheet.mode),
        planned_start=write.day(sheet.planned_start),
        planned_end=write.day(sheet.planned_end),
        confirmed_with=agreed.with_ or "",
        confirmed_at=write.moment(agreed.at),
        confirmed_by=write.person(agreed.by),
        visitor_count=lines(write.number(sheet.visitor_count), _pending(write, sheet)),
        auditor_count=write.number(sheet.auditor_count),
        visitors=tuple(_visitor(write, number, one, day) for number, one in enumerate(sheet.visitors, start=1)),
        customer_documents=tuple(_documents(write, sheet)),
        special_requests=_requests(write, SpecialRequests, sheet.special_requests),
        logistics_needs=_requests(write, LogisticsNeeds, sheet.logistics_needs),
        previous_audit=sheet.previous_audit or "",
        open_items=(OpenItemRow(number="1", item=write.text(sheet.open_items), state=""),) if sheet.open_items else (),
        signatures=signatures(write, sheet, tuple(roles), roles),
        revisions=tuple(
            RevisionRow(date=write.day(one.date), by=write.person(one.by), changed=write.text(one.changed), reason=write.text(one.reason))
            for one in sheet.revisions
        ),
        events=(event_row(write, label(ContactSheet, "withdrawn"), sheet.withdrawn),) if sheet.withdrawn else (),
        attachments=attachment_rows(write, sheet),
    )


def _customer_class(write: Writing, number: str) -> str:
    customer = write.records.get(Customer, number)
    if customer is None:
        return ""
    return write.listed((write.choice(ABC_CLASS, customer.record.abc_class), write.choice(TIER, customer.record.tier)))


def _pending(write: Writing, sheet: ContactSheet) -> str:
    """That the visitors are not named yet, and when they will be."""
    pending = write.words(label(ContactSheet, "names_pending")) if sheet.names_pending else ""
    return lines(pending, labelled(write, sheet, "names_due"))


def _visitor(write: Writing, number: int, one: Visitor, day: date | None) -> VisitorRow:
    risk = write.words(label(Visitor, "is_competitor_risk")) if one.is_competitor_risk else ""
    return VisitorRow(
        number=str(number),
        name=one.name,
        title=one.title or "",
        organization=one.org or write.department_of(one.person, day),
        role=write.choice(VISITOR_ROLE, one.role),
        language=write.choice(LANGUAGE, one.language),
        remark=lines(risk, write.choice(PRIVACY, one.privacy), one.person or ""),
    )


def _documents(write: Writing, sheet: ContactSheet) -> Iterator[CustomerDocumentRow]:
    """What is recorded of each document, and a line to tick for those that nobody mentioned."""
    unmentioned = (name for name in CUSTOMER_DOCUMENT.choices if name not in {one.kind for one in sheet.customer_documents})
    for one in (*sheet.customer_documents, *(CustomerDocument(kind=name) for name in unmentioned)):
        yield CustomerDocumentRow(
            document=write.choice(CUSTOMER_DOCUMENT, one.kind),
            state=write.boxes(DOCUMENT_STATE, one.state),
            attachment=one.attachment or "",
            reason=write.text(one.reason),
        )


def _requests(write: Writing, model: type[BaseModel], given: BaseModel | None) -> tuple[RequestRow, ...]:
    """A line for everything that may be asked for, empty where nobody asked."""
    answers = {name: getattr(given, name, None) for name in model.model_fields}
    return tuple(RequestRow(subject=write.words(label(model, name)), request=_answer(write, value)) for name, value in answers.items())


def _answer(write: Writing, value: Bilingual | bool | None) -> str:
    return write.yes_no(value) if isinstance(value, bool) else write.text(value)


CONTACT_SHEET_FORM = DocumentKind(
    name="contact_sheet",
    title=TITLE,
    templates={"contact_sheet/contact_sheet": (ContactSheetView,)},
    formats=("docx", "pdf"),
    subjects=each(ContactSheet),
    make=make,
    words=WORDS,
    editions=EVERYWHERE,
    inside={"customer_class": "customer_class", "customer_profile": "customer_profile", "visitors.remark": "remarks"},
    not_printed=NOT_PRINTED,
)
