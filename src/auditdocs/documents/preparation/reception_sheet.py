"""Reception sheet 接待安排单 (FM-CA-05): what general affairs arranges for the visitors, who does it, how far it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from auditdocs.document import INSIDE
from auditdocs.documents.not_printed import left_to_its_keeper
from auditdocs.documents.record_form import record_form
from auditdocs.documents.report.audit_words import audit_name, customer_of, dates_of
from auditdocs.documents.rows import ATTACHMENT_WORDS, AttachmentRow
from auditdocs.documents.rows_view import attachment_rows, signatures
from auditdocs.documents.words import Writing, labelled, lines
from auditdocs.entry import Entry
from auditdocs.field import labels
from auditdocs.problem import Words
from auditdocs.records.preparation.contact_sheet import LANGUAGE, VISITOR_ROLE, ContactSheet
from auditdocs.records.preparation.logistics import LOGISTICS_KIND, LOGISTICS_STATUS, Logistics, LogisticsItem
from auditdocs.view_parts import Signature

TITLE = Words("接待安排单", "Reception Sheet")
ROLES: Mapping[str, Words] = {
    "prepared": Words("编制（综合部）", "Prepared by general affairs"),
    "confirmed": Words("质量部确认", "Confirmed by quality"),
}
WORDS: Mapping[str, Words] = {
    **ATTACHMENT_WORDS,
    **labels(Logistics, "title", "contact", "welcome_text", "items"),
    **{f"item_{name}": words for name, words in labels(LogisticsItem, "kind", "detail", "for_date", "owner", "status", "note").items()},
    "visit": Words("来访信息", "The visit"),
    "audit": Words("审核编号", "Audit no."),
    "customer": Words("客户", "Customer"),
    "audit_date": Words("审核日期", "Audit dates"),
    "visitor_count": Words("来访人数", "Number of visitors"),
    "visitors": Words("来访人员", "Visitors"),
    "visitor_title": Words("职务", "Title"),
    "organization": Words("单位", "Organization"),
    "language": Words("语言", "Language"),
    "gifts": Words(
        "礼品和招待按公司反商业贿赂规定执行，不超过限额，不送现金和有价证券。",
        "Gifts and hospitality keep to the anti-bribery rules and their limit; no cash and no securities.",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceptionItemRow:
    """One thing to be arranged; empty where nobody has mentioned it."""

    item: str
    detail: str
    for_date: str
    owner: str
    status: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestRow:
    """One who comes."""

    name: str
    title: str
    organization: str
    role: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceptionSheetView:
    """What the sheet says."""

    audit: str
    title: str
    customer: str
    audit_date: str
    visitor_count: str
    contact: str
    welcome_text: str
    guests: tuple[GuestRow, ...]
    items: tuple[ReceptionItemRow, ...]
    signatures: tuple[Signature, ...]
    attachments: tuple[AttachmentRow, ...]


def view(write: Writing, entry: Entry[Logistics]) -> ReceptionSheetView:
    """The visit, its guests, and all that may be arranged."""
    reception, sheet = entry.record, write.records.get(ContactSheet, entry.key)
    return ReceptionSheetView(
        audit=audit_name(write, entry.key),
        title=write.text(reception.title),
        customer=customer_of(write, entry.key),
        audit_date=dates_of(write, entry.key),
        visitor_count=write.number(sheet.record.visitor_count) if sheet else "",
        contact=write.person(reception.contact),
        welcome_text=write.text(reception.welcome_text),
        guests=tuple(_guests(write, sheet.record)) if sheet else (),
        items=tuple(_items(write, reception)),
        signatures=signatures(write, reception, tuple(ROLES), ROLES),
        attachments=attachment_rows(write, reception),
    )


def _guests(write: Writing, sheet: ContactSheet) -> Iterator[GuestRow]:
    for one in sheet.visitors:
        role, language = write.choice(VISITOR_ROLE, one.role), write.choice(LANGUAGE, one.language)
        yield GuestRow(name=one.name, title=one.title or "", organization=one.org or "", role=role, language=language)


def _items(write: Writing, reception: Logistics) -> Iterator[ReceptionItemRow]:
    """What is recorded, and a line to fill in for what nobody mentioned."""
    mentioned = {one.kind for one in reception.items}
    for one in reception.items:
        yield _item(write, one, one.status)
    for name in LOGISTICS_KIND.choices:
        if name not in mentioned:
            yield _item(write, LogisticsItem(kind=name), "")


def _item(write: Writing, one: LogisticsItem, status: str) -> ReceptionItemRow:
    return ReceptionItemRow(
        item=write.choice(LOGISTICS_KIND, one.kind),
        detail=lines(write.text(one.detail), labelled(write, one, "limit")),
        for_date=write.day(one.for_date),
        owner=write.person(one.owner),
        status=write.choice(LOGISTICS_STATUS, status),
        note=write.text(one.note),
    )


RECEPTION_SHEET = record_form(
    Logistics,
    view,
    name="reception_sheet",
    title=TITLE,
    shows=ReceptionSheetView,
    words=WORDS,
    editions=INSIDE,
    not_printed=left_to_its_keeper("logistics"),
)
