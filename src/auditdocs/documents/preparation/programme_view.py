"""A programme and what came of it → the year on paper, as a workbook, as a calendar."""

from dataclasses import replace
from datetime import date

from auditdocs.document import INSIDE, Document, DocumentKind, Format, Listed, Request, Subject, no_subjects
from auditdocs.documents.not_printed import kept_for_ever, left_to_its_keeper
from auditdocs.documents.preparation.programme import WORDS, ProgrammeView
from auditdocs.documents.preparation.programme_calendar import calendar_of
from auditdocs.documents.preparation.programme_rows import due_rows, month_rows, planned_rows, total_rows, unplanned_rows
from auditdocs.documents.preparation.programme_sheets import sheets
from auditdocs.documents.preparation.programme_year import Year, year_of
from auditdocs.documents.record_form import document_about, each, writing_about
from auditdocs.documents.register import covered, heading
from auditdocs.documents.report.audit_facts import AUDIT_FACTS, REVIEW_DUE, facts_of_audit, review_of_customer
from auditdocs.documents.row_names import in_our_languages, its_own
from auditdocs.documents.rows_view import attachment_rows, signatures
from auditdocs.documents.words import Writing
from auditdocs.entry import Entry, Records
from auditdocs.problem import Words
from auditdocs.records.house.programme import Evaluation, Programme, Resources
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.state import standing

TITLE = Words("年度客户审核方案", "Annual Programme of Customer Audits")
AUDITS = Words("本年审核", "Audits of the year")
ROLES = ("prepared", "reviewed", "approved")
PAPER, WORKBOOK, CALENDAR = "", "workbook", "calendar"
FORMATS: dict[str, tuple[Format, ...]] = {PAPER: ("pdf",), WORKBOOK: ("xlsx",), CALENDAR: ("ics",)}


def make(records: Records, subject: Subject, request: Request) -> Document | None:
    """The programme of a year in one of its forms."""
    entry = records.get(Programme, subject.key)
    if entry is None:
        return None
    write = writing_about(records, entry)
    year = year_of(records, entry.key, entry.record, write.languages)
    scope = covered(write, f"{write.words(AUDITS)}: {len(year.audits)}", ContactSheet)
    shown = _said(write, entry, year, scope, subject.variant, request.as_of)
    document = document_about(PROGRAMME, write, entry, shown, folder="programme")
    return replace(
        document,
        formats=FORMATS[subject.variant],
        template=document.template if subject.variant == PAPER else "",
        dated=True,
        scope=scope,
    )


def _said(write: Writing, entry: Entry[Programme], year: Year, scope: str, form: str, as_of: date) -> object:
    if form == CALENDAR:
        return calendar_of(write, entry.key, write.words(TITLE), year)
    if form == WORKBOOK:
        return sheets(write, entry.key, year, heading(write, PROGRAMME, scope, as_of, f"{write.words(TITLE)} {entry.key}"))
    return view(write, entry, year, scope)


def view(write: Writing, entry: Entry[Programme], year: Year, scope: str) -> ProgrammeView:
    """What the programme says on paper."""
    said, found = entry.record, standing(write.records, entry, "programme")
    needs, looked_back = said.resources or Resources(), said.evaluation or Evaluation()
    standings = [one.standing for one in year.planned]
    return ProgrammeView(
        year=entry.key,
        title=write.text(said.title),
        state=write.words(found.words) if found else "",
        responsible=write.person(said.responsible),
        scope=scope,
        objectives=write.texts(said.objectives),
        basis=write.text(said.basis),
        methods=write.texts(said.methods),
        tools=write.texts(said.tools),
        people=write.text(needs.people),
        budget=write.text(needs.budget),
        material=write.text(needs.material),
        planned_count=str(len(standings)),
        held_count=str(standings.count("held")),
        cancelled_count=str(standings.count("cancelled")),
        open_count=str(standings.count("planned")),
        unplanned_count=str(len(year.unplanned)),
        months=tuple(month_rows(write, entry.key, year)),
        totals=tuple(total_rows(write, entry.key, year)),
        planned=tuple(planned_rows(write, year)),
        unplanned=tuple(unplanned_rows(year)),
        due=tuple(due_rows(write, year)),
        evaluated_on=write.day(looked_back.date),
        evaluated_by=write.person(looked_back.by),
        summary=write.text(looked_back.summary),
        lessons=write.texts(looked_back.lessons),
        improvements=write.texts(looked_back.improvements),
        attachments=attachment_rows(write, said),
        signatures=signatures(write, said, ROLES),
    )


PROGRAMME = DocumentKind(
    name="programme",
    title=TITLE,
    templates={"programme/programme": (ProgrammeView,)},
    formats=("pdf", "xlsx", "ics"),
    subjects=no_subjects,
    later=each(Programme, variants=FORMATS),
    make=make,
    words=WORDS,
    editions=INSIDE,
    dated=True,
    rows={AUDIT_FACTS: Listed(facts_of_audit, in_our_languages(its_own)), REVIEW_DUE: Listed(review_of_customer)},
    not_printed={**left_to_its_keeper("programme"), **kept_for_ever("programme")},
)
