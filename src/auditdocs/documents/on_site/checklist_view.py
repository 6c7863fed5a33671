"""A checklist's record (or a question bank) → the form's view, in the variant that is due."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from auditdocs.document import INSIDE, Document, DocumentKind, Listed, Request, Subject
from auditdocs.documents.not_printed import kept_for_ever, left_to_its_keeper
from auditdocs.documents.on_site.checklist import ITEM_OF, WORDS, ChecklistItem, ChecklistView, LegendRow, Section
from auditdocs.documents.on_site.checklist_items import ITEMS, STAR, Asked, bank_item
from auditdocs.documents.record_form import document_about, known_keys, writing_about
from auditdocs.documents.report.audit_words import audit_name, customer_of, dates_of
from auditdocs.documents.report.scores import fraction, grade, percent, reasons, score_rows
from auditdocs.documents.row_names import its_own
from auditdocs.documents.rows_view import attachment_rows, signatures
from auditdocs.documents.words import Writing, labelled, lines
from auditdocs.entry import AnyEntry, Entry, Records
from auditdocs.field import label
from auditdocs.problem import Words
from auditdocs.records.audit.audit import Audit
from auditdocs.records.audit.audit_score import questions, score_of, scoring_of
from auditdocs.records.grading import schemes
from auditdocs.records.house.question_bank import BankSection, QuestionBank
from auditdocs.records.on_site.checklist import RESULT, UNANSWERED, Checklist, Item, ItemResult
from auditdocs.records.on_site.finding import findings_of
from auditdocs.records.preparation.audit_plan import AuditPlan
from auditdocs.records.preparation.contact_sheet import AUDIT_TYPE, LANGUAGE, ContactSheet
from auditdocs.scheme import Question, Scheme
from auditdocs.scoring import score
from auditdocs.state import standing

TITLE = Words("检查表", "Checklist")
VARIANTS: Mapping[str, Words] = {
    "blank": Words("空白", "blank"),
    "preparation": Words("准备", "preparation"),
    "on_site": Words("现场", "on site"),
    "result": Words("结果", "result"),
}
DUE_VARIANT = "checklist-due-variant"
ROLES = ("prepared", "reviewed", "approved")
AUDITORS = ("lead", "auditor", "expert")
REASON_NEEDED = Words("须写明原因", "with its reason")
NOT_PRINTED = {
    **left_to_its_keeper("checklist", "question_bank"),
    **kept_for_ever("question_bank"),
}


def banks(records: Records, request: Request) -> Iterator[Subject]:
    """Every question bank, blank."""
    if request.variant in ("", "blank"):
        yield from (Subject(key, "blank") for key in known_keys(records, QuestionBank))


def checklists(records: Records, request: Request) -> Iterator[Subject]:
    """Every audit's checklist in the variant that is due, or in the one asked for."""
    for key in known_keys(records, Checklist):
        yield Subject(key, request.variant if request.variant in VARIANTS else str(records.row(DUE_VARIANT, key)))


def due_variant(records: Records, audit_id: str) -> str:
    """What the audit needs now: to prepare until it is ready, then to take along, after the closing meeting the result.

    A row, because it rests on all records of the audit, which are not sources of the checklist for that.
    """
    sheet = records.get(ContactSheet, audit_id)
    found = standing(records, sheet, "audit") if sheet else None
    if found and found.has_reached("onsite_done"):
        return "result"
    return "on_site" if found and found.has_reached("ready") else "preparation"


def make(records: Records, subject: Subject, request: Request) -> Document | None:
    """One checklist in one variant."""
    bank = records.get(QuestionBank, subject.key) if subject.key.startswith("CL-") else None
    if bank:
        write = writing_about(records, bank)
        return _document(write, bank, subject.variant, bank_view(write, bank), "checklists")
    checklist = records.get(Checklist, subject.key)
    if checklist is None:
        return None
    write = writing_about(records, checklist)
    return _document(write, checklist, subject.variant, view(write, checklist, subject.variant))


def _document(write: Writing, entry: AnyEntry, variant: str, shown: ChecklistView, folder: str = "") -> Document:
    title = Words(f"{TITLE.zh}（{VARIANTS[variant].zh}）", f"{TITLE.en} ({VARIANTS[variant].en})")
    document = document_about(CHECKLIST_FORM, write, entry, shown, title, folder=folder)
    return replace(document, template=f"checklist/{variant}", variant=variant)


def bank_view(write: Writing, entry: Entry[QuestionBank]) -> ChecklistView:
    """The questions of the library, to be answered by hand."""
    bank = entry.record
    scheme = schemes(write.records).get(bank.scheme) if bank.scheme else None
    return ChecklistView(
        audit="",
        title=write.text(bank.title),
        customer="",
        audit_type="",
        audit_date="",
        site="",
        auditors="",
        criteria=write.criterion(bank.criterion) if bank.criterion else "",
        edition=bank.edition or "",
        source=lines(write.text(bank.source), labelled(write, bank, "license", ("language", write.choice(LANGUAGE, bank.language)))),
        scoring_rule=(scheme and write.name(scheme.title)) or bank.scheme or "",
        sections=tuple(_bank_section(write, code, section) for code, section in bank.sections.items()),
        scores=(),
        total="",
        total_percent="",
        grade="",
        downgrade_reasons=(),
        legend=_legend(write, None),
        signatures=signatures(write, bank, ROLES),
        attachments=attachment_rows(write, bank),
    )


def _bank_section(write: Writing, code: str, section: BankSection) -> Section:
    weight = f"{write.words(label(BankSection, 'weight'))} {section.weight}" if section.weight is not None else ""
    return Section(
        number=code,
        title=" ".join(filter(None, (write.name(section.title), weight))),
        items=tuple(bank_item(write, number, question) for number, question in section.items.items()),
        subtotal="",
        percent="",
    )


def view(write: Writing, entry: Entry[Checklist], variant: str) -> ChecklistView:
    """What one variant of an audit's checklist says."""
    records, checklist = write.records, entry.record
    sheet = records.get(ContactSheet, entry.key)
    known = sheet.record if sheet else None
    bank = records.get(QuestionBank, checklist.template) if checklist.template else None
    titles = {code: write.name(section.title) for code, section in bank.record.sections.items()} if bank else {}
    reached = score_of(records, entry.key) if variant == "result" else None
    return ChecklistView(
        audit=audit_name(write, entry.key),
        title=write.text(checklist.title) or (write.text(bank.record.title) if bank else ""),
        customer=customer_of(write, entry.key),
        audit_type=write.choice(AUDIT_TYPE, known.audit_type) if known else "",
        audit_date=dates_of(write, entry.key),
        site=lines(*map(write.site, known.scope.sites)) if known and known.scope else "",
        auditors=write.listed(one.name for one in known.visitors if one.role in AUDITORS) if known else "",
        criteria=lines(*map(write.criterion, known.criteria)) if known else "",
        edition=(bank.record.edition if bank else "") or "",
        source=lines(write.text(checklist.source), labelled(write, checklist, "template")),
        scoring_rule=_scoring_rule(write, entry.key),
        sections=tuple(_sections(write, entry, variant, titles)),
        scores=score_rows(write, reached, titles) if reached else (),
        total=fraction(reached.overall) if reached else "",
        total_percent=percent(reached.overall.percent) if reached else "",
        grade=grade(write, reached) if reached else "",
        downgrade_reasons=reasons(write, reached) if reached else (),
        legend=_legend(write, scoring_of(records, entry.key)),
        signatures=signatures(write, checklist, ROLES),
        attachments=attachment_rows(write, checklist),
    )


def _scoring_rule(write: Writing, audit_id: str) -> str:
    audit = write.records.get(Audit, audit_id)
    name = audit.record.grading_scheme if audit else None
    scheme = schemes(write.records).get(name) if name else None
    return (scheme and write.name(scheme.title)) or name or ""


def _sections(write: Writing, entry: Entry[Checklist], variant: str, titles: Mapping[str, str]) -> Iterator[Section]:
    """The questions by section, in the order written."""
    records, items = write.records, entry.record.items
    scheme = scoring_of(records, entry.key) if variant == "result" else None
    answered = dict(zip(items, questions(entry, scheme), strict=True)) if scheme else {}
    plan = records.get(AuditPlan, entry.key) if variant == "on_site" else None
    sessions = plan.record.sessions if plan else {}
    findings = findings_of(records, entry.key) if variant == "result" else {}
    for code in dict.fromkeys(item.section or "" for item in items.values()):
        numbers = [number for number, item in items.items() if (item.section or "") == code]
        asked = (Asked(one, items[one], answered.get(one), scheme, sessions, findings) for one in numbers)
        shown = tuple(ITEMS[variant](write, one) for one in asked)
        yield _section(code, titles.get(code, ""), shown, scheme, [answered[one] for one in numbers if one in answered])


def _section(code: str, title: str, shown: tuple[ChecklistItem, ...], scheme: Scheme | None, answers: Iterable[Question]) -> Section:
    share = score(replace(scheme, section_weights=(), key_zeroes=False), answers).overall if scheme else None
    return Section(
        number=code,
        title=title,
        items=shown,
        subtotal=fraction(share) if share else "",
        percent=percent(share.percent) if share else "",
    )


def _legend(write: Writing, scheme: Scheme | None) -> tuple[LegendRow, ...]:
    """What the signs mean, and which words and points a result may have."""
    rows = [(STAR, write.words(label(Item, "key"))), (write.words(label(ItemResult, "result")), write.choices(RESULT, RESULT.choices))]
    if scheme and scheme.allowed:
        rows.append((write.words(label(ItemResult, "points")), write.listed(map(str, scheme.allowed))))
    rows += [(write.choice(RESULT, name), write.words(REASON_NEEDED)) for name in RESULT.choices if name in UNANSWERED]
    return tuple(LegendRow(sign=sign, meaning=meaning) for sign, meaning in rows)


CHECKLIST_FORM = DocumentKind(
    name="checklist",
    title=TITLE,
    templates={f"checklist/{variant}": (ChecklistView, ITEM_OF[variant]) for variant in VARIANTS},
    formats=("docx", "pdf"),
    subjects=banks,
    later=checklists,
    make=make,
    words=WORDS,
    editions=INSIDE,
    variants=tuple(VARIANTS),
    rows={DUE_VARIANT: Listed(due_variant, its_own)},
    not_printed=NOT_PRINTED,
)
