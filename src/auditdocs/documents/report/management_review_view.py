"""A year's audits and CARs → the input to the management review."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from auditdocs.document import INSIDE, Document, DocumentKind, Listed, Request, Subject, no_subjects
from auditdocs.documents.chart import bar_chart
from auditdocs.documents.register import covered, our_writing, register
from auditdocs.documents.report.audit_facts import AUDIT_FACTS, all_audits, facts_of_audit
from auditdocs.documents.report.management_review import WORDS, ManagementReviewView
from auditdocs.documents.report.review_charts import trend_chart
from auditdocs.documents.report.review_facts import AUDIT_REVIEW, CAR_REVIEW, review_of_audit, review_of_car
from auditdocs.documents.report.review_rows import (
    age_rows,
    audit_rows,
    department_rows,
    figure_rows,
    kind_bars,
    month_rows,
    overdue_rows,
    paretos,
    repeat_rows,
    series,
    share_rows,
    suggestion_rows,
    trend,
)
from auditdocs.documents.report.review_year import FIGURES, PERFORMANCE, Reviewed, ReviewedYear, all_cars, review_of_year
from auditdocs.documents.row_names import in_our_languages, its_own, of_each
from auditdocs.documents.rows_view import lines_to_sign
from auditdocs.documents.words import Writing
from auditdocs.entry import Records
from auditdocs.problem import Words
from auditdocs.records.cars.car import Car
from auditdocs.records.house.programme import Programme
from auditdocs.records.preparation.contact_sheet import ContactSheet

TITLE = Words("管理评审输入", "Input to the Management Review")
AUDITS, CARS = Words("审核", "Audits"), Words("CAR", "CARs")


def subjects(records: Records, request: Request) -> Iterator[Subject]:
    """Every year that has begun with an audit, a CAR or a programme."""
    languages = records.settings.languages
    years = {one.year for one in all_audits(records, languages)} | {one.year for one in all_cars(records, languages)}
    yield from (Subject(year) for year in sorted(years | {*records.keys(Programme)}) if records.has_come(date(int(year), 1, 1)))


def make(records: Records, subject: Subject, request: Request) -> Document | None:
    """The input of one year."""
    write, languages = our_writing(records), records.settings.languages
    whole = Reviewed.of(records, languages)
    year = review_of_year(records, whole, subject.key, languages, request.as_of)
    counts = f"{write.words(AUDITS)}: {len(year.audits)}　{write.words(CARS)}: {len(year.cars)}"
    scope = covered(write, counts, ContactSheet, Car, Programme)
    document = register(MANAGEMENT_REVIEW, write, subject.key, view(write, whole, year, subject.key, scope), scope, subject.key)
    return replace(document, folder="programme", name=f"{subject.key} {document.name}", formats=MANAGEMENT_REVIEW.formats)


def view(write: Writing, whole: Reviewed, year: ReviewedYear, key: str, scope: str) -> ManagementReviewView:
    """What the year says to the management."""
    records, languages = write.records, write.languages
    last = review_of_year(records, whole, str(int(key) - 1), languages, year.as_of)
    programme = records.get(Programme, key)
    kinds, ages = kind_bars(year), tuple(age_rows(year))
    counts = trend(key, year, [(one.issued, one.closed) for one in whole.cars if not one.is_void])
    return ManagementReviewView(
        year=key,
        period=f"{key}-01-01 ~ {min(date(int(key), 12, 31), max(date(int(key), 1, 1), year.as_of)).isoformat()}",
        scope=scope,
        objectives=write.texts(programme.record.objectives) if programme else "",
        figures=tuple(figure_rows(write, FIGURES, year, last)),
        audits=tuple(audit_rows(year)),
        kinds=tuple(share_rows(kinds)),
        kinds_chart=bar_chart(kinds),
        paretos=tuple(paretos(write, year)),
        trend=tuple(month_rows(key, counts)),
        trend_chart=trend_chart(series(write, WORDS, counts)),
        performance=tuple(figure_rows(write, PERFORMANCE, year, last)),
        departments=tuple(department_rows(year)),
        ages=ages,
        ages_chart=bar_chart([(one.age, int(one.open) + int(one.closed)) for one in ages] if any(one.issued for one in year.cars) else ()),
        overdue=tuple(overdue_rows(write, year)),
        repeats=tuple(repeat_rows(year)),
        suggestions=tuple(suggestion_rows(write, year, key, programme.record.evaluation if programme else None)),
        signatures=lines_to_sign(write, "prepared", "reviewed", "approved"),
    )


MANAGEMENT_REVIEW = DocumentKind(
    name="management_review",
    title=TITLE,
    templates={"management_review/management_review": (ManagementReviewView,)},
    formats=("docx", "pdf"),
    subjects=no_subjects,
    later=subjects,
    make=make,
    words=WORDS,
    editions=INSIDE,
    dated=True,
    rows={
        AUDIT_FACTS: Listed(facts_of_audit, in_our_languages(its_own)),
        AUDIT_REVIEW: Listed(review_of_audit, in_our_languages(its_own)),
        CAR_REVIEW: Listed(review_of_car, in_our_languages(of_each(Car))),
    },
)
