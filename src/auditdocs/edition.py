"""A kind and a subject → the document as its edition has it: from which records, for whom, where it goes, and what forbids it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from auditdocs.customer_edition import NOBODY, CustomersRecords, owner_of_subject
from auditdocs.document import Document, DocumentKind, Edition, Request, Subject
from auditdocs.entry import AnyEntry, Records
from auditdocs.other_customers import numbers_in, other_customer_in, said_in
from auditdocs.problem import Free, Place, Problem, Sentence, Words

FOLDER = "editions"
EDITIONS: dict[Edition, Words] = {
    "internal": Words("内部版", "Internal edition"),
    "customer": Words("客户版", "Customer's edition"),
    "archive": Words("归档版", "Archive edition"),
}
NO_LABEL = Words("", "")  # of a field that an edition does not have: templates leave its place out
RESTRICTED_RECORD = Sentence(
    "edition.restricted",
    "记录的密级是“机密”，不能进入客户版 {document}",
    "the record is restricted and cannot go into the customer's edition {document}",
    "不给客户就无需处理；可以给客户的，请把 confidentiality 改为 confidential",
    "leave it so if the customer is not to have it; else let 'confidentiality' be confidential",
    "001g 一.5",
    catalogue="ACC-003",
)
OTHER_CUSTOMER = Sentence(
    "edition.other-customer",
    "客户版 {document} 中出现了另一客户的名称或编号：{name}",
    "the customer's edition {document} names another customer, or a number of its: {name}",
    "请从文字中去掉，或把这段话移到内部备注 remarks_internal",
    "take it out of the text, or move the text to 'remarks_internal'",
    "001g 一.5",
    catalogue="ACC-003",
)
OTHERS_TEMPLATE = Sentence(
    "edition.template-of-another",
    "客户版 {document} 所用的模板中有另一客户的名称：{name}",
    "the template of the customer's edition {document} names another customer: {name}",
    "请从模板中去掉该名称；只用于该客户的模板放在 templates/customers/<客户代码>/",
    "take the name out of the template; one that is for that customer only lies in templates/customers/<its code>/",
    "001g 一.5",
    catalogue="ACC-003",
)
SENTENCES = (RESTRICTED_RECORD, OTHER_CUSTOMER, OTHERS_TEMPLATE)


@dataclass(frozen=True, slots=True)
class Edited:
    """A document as its edition has it, the records it was made from, and why it may not be made."""

    document: Document | None
    records: Records
    problems: tuple[Problem, ...] = ()
    customer: str = ""  # whose edition it is


def edited(records: Records, kind: DocumentKind, subject: Subject, request: Request) -> Edited:
    """Make the document of a subject in the edition that was asked for."""
    if request.edition not in kind.editions:
        return Edited(None, records)
    if request.edition == "customer":
        return _for_customer(records, kind, subject, request)
    document = kind.make(records, subject, request)
    if request.edition == "archive" and document:
        document = _archived(document)
    return Edited(document, records)


def _archived(document: Document) -> Document | None:
    """The PDF that its sources are put into; a register has no sources of its own."""
    if document.scope or "pdf" not in document.formats:
        return None
    return replace(document, formats=("pdf",), folder=f"{FOLDER}/archive/{document.folder}", edition="archive")


def _for_customer(records: Records, kind: DocumentKind, subject: Subject, request: Request) -> Edited:
    customer = owner_of_subject(records, subject.key)
    if customer == NOBODY:
        return Edited(None, records)
    shown = CustomersRecords(records, customer)
    document = kind.make(shown, subject, request)
    if document is None:
        return Edited(None, shown)
    folder, words = f"{FOLDER}/customer/{customer}/{document.folder}", dict(document.words)
    words |= dict.fromkeys(filter(None, kind.inside.values()), NO_LABEL)
    placed = replace(document, folder=folder, words=words, edition="customer")
    return Edited(placed, shown, tuple(_forbidden(records, shown, document, customer)), customer)


def _forbidden(records: Records, shown: CustomersRecords, document: Document, customer: str) -> Iterator[Problem]:
    """What keeps a document from its customer."""
    facts = {"document": f"{document.number} {document.name}"}
    for path in shown.restricted():
        entry = records.at_path(path)
        if entry:
            yield Problem(entry.source.place(("confidentiality",)), RESTRICTED_RECORD, facts)
    said = said_in(document)
    for name in filter(None, (other_customer_in(records, said, customer), _others_number(records, said, customer))):
        place = next(_places(records, (*document.about, *shown.sources()), name), Place(document.about[0]))
        yield Problem(place, OTHER_CUSTOMER, {**facts, "name": Free(name)})


def others_in_template(records: Records, document: Document, customer: str, template: str, words: str) -> Iterator[Problem]:
    """What keeps a document from its customer: what its template says by itself."""
    name = other_customer_in(records, words, customer)
    if name:
        yield Problem(Place(template), OTHERS_TEMPLATE, {"document": f"{document.number} {document.name}", "name": Free(name)})


def _others_number(records: Records, said: str, customer: str) -> str:
    """The number of an audit, a CAR or a submission of another customer that a document says."""
    beside = records.watched()
    owners = ((number, owner_of_subject(beside, number)) for number in numbers_in(said))
    found = next((number for number, owner in owners if owner not in (NOBODY, customer)), "")
    records.note_aside(beside.reads)  # nothing printed rests on whose a number is
    return found


def _places(records: Records, paths: tuple[str, ...], name: str) -> Iterator[Place]:
    """Where records say a name."""
    entries: Iterator[AnyEntry] = (entry for path in paths if (entry := records.at_path(path)))
    for entry in entries:
        loc = entry.source.find(name)
        if loc is not None:
            yield entry.source.place(loc)
