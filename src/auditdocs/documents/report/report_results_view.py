"""Conclusion, checklist and earlier audits → figures stated and reckoned, and the comparison: sections 4 and 8 of the report."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from auditdocs.documents.report.report_course_view import held_from, held_to
from auditdocs.documents.report.report_findings_view import Numbered, grade_words
from auditdocs.documents.report.report_rows import ComparisonRow, EvidenceRow, RepeatRow, ResultRow
from auditdocs.documents.report.scores import grade, percent
from auditdocs.documents.words import Writing, lines, period
from auditdocs.entry import Entry, Records
from auditdocs.field import label
from auditdocs.problem import Words
from auditdocs.records.audit.audit_score import score_of
from auditdocs.records.audit.conclusion import Conclusion
from auditdocs.records.on_site.checklist import RESULT, Checklist, Item
from auditdocs.records.on_site.finding import FINDING_TYPE, finding_at, findings_of
from auditdocs.records.on_site.meetings import Meetings
from auditdocs.records.preparation.contact_sheet import AUDIT_TYPE, ContactSheet
from auditdocs.records.words import Bilingual
from auditdocs.scoring import Score

AGREES = Words("一致", "Agrees")
DIFFERS = Words("不一致", "Differs")
COUNT = Words("项数", "Number")
FIRST_YEAR = 2000  # no date of a record is earlier


def compared(write: Writing, audit_id: str, conclusion: Conclusion, score: Score | None, findings: Numbered) -> Iterator[ResultRow]:
    """Score, grade and numbers of findings as the customer states them, beside our own."""
    ours = score.overall.percent if score else None
    if conclusion.score is not None or ours is not None:
        agreement = _difference(write, conclusion.score, ours)
        yield _row(write, write.words(label(Conclusion, "score")), write.number(conclusion.score), percent(ours), agreement)
    graded = grade(write, score) if score else ""
    if conclusion.grade or graded:
        agreement = _same(write, conclusion.grade == graded) if conclusion.grade and graded else ""
        yield _row(write, write.words(label(Conclusion, "grade")), conclusion.grade or "", graded, agreement)
    for name, stated in conclusion.counts.items():
        counted = sum(name in (one.type, one.grade) for one in findings.values())
        what = f"{write.words(COUNT)}: {_counted(write, audit_id, name)}"
        yield _row(write, what, str(stated), str(counted), _same(write, stated == counted))


def _row(write: Writing, item: str, stated: str, ours: str, agreement: str) -> ResultRow:
    return ResultRow(item=item, stated=stated, computed=ours, agreement=agreement)


def _difference(write: Writing, stated: Decimal | None, ours: Decimal | None) -> str:
    if stated is None or ours is None:
        return ""
    return write.words(AGREES) if stated == ours else f"{write.words(DIFFERS)} {ours - stated:+}"


def _same(write: Writing, agrees: bool) -> str:
    return write.words(AGREES if agrees else DIFFERS)


def _counted(write: Writing, audit_id: str, name: str) -> str:
    known = FINDING_TYPE.choices.get(name)
    return write.words(known) if known else grade_words(write, audit_id, name)


def earlier_audits(records: Records, sheet: Entry[ContactSheet]) -> tuple[Entry[ContactSheet], ...]:
    """The audits of the same customer that were held before this one, oldest first."""
    own = _held_on(records, sheet.key)
    dated = [(held, one) for one in _planned_before(records, sheet) if (held := _held_on(records, one.key))]
    return tuple(one for held, one in sorted(dated, key=lambda pair: (pair[0], pair[1].key)) if own and held < own)


def _planned_before(records: Records, sheet: Entry[ContactSheet]) -> Iterator[Entry[ContactSheet]]:
    """Looked up year by year: a later year's audit must not become a source of this report."""
    start = sheet.record.planned_start or date.max
    for year in range(FIRST_YEAR, int(sheet.key[4:8]) + 1):
        for one in records.where(ContactSheet, "customer and year", f"{sheet.record.customer} {year}"):
            if one.key != sheet.key and (one.record.planned_start or date.min) <= start:
                yield one


def _held_on(records: Records, audit_id: str) -> date | None:
    """The day of the closing meeting; none while it was not held."""
    meetings = records.get(Meetings, audit_id)
    return held_to(meetings.record) if meetings and meetings.record.closing and meetings.record.closing.end else None


def comparison(write: Writing, sheets: tuple[Entry[ContactSheet], ...]) -> Iterator[ComparisonRow]:
    """One line for each audit of the customer."""
    for sheet in sheets:
        findings = findings_of(write.records, sheet.key).values()
        conclusion = write.records.get(Conclusion, sheet.key)
        stated = conclusion.record if conclusion else Conclusion()
        reckoned = score_of(write.records, sheet.key)
        grades = [one.grade for one in findings]
        yield ComparisonRow(
            audit=sheet.key,
            type=write.choice(AUDIT_TYPE, sheet.record.audit_type),
            date=_held(write, sheet.key),
            score=write.number(stated.score) or (percent(reckoned.overall.percent) if reckoned else ""),
            grade=stated.grade or (grade(write, reckoned) if reckoned else ""),
            major=str(sum(one in ("critical", "major") for one in grades)),
            minor=str(grades.count("minor")),
            other=str(sum(one.type in ("observation", "improvement") for one in findings)),
            repeats=str(sum(one.repeat is True for one in findings)),
        )


def _held(write: Writing, audit_id: str) -> str:
    meetings = write.records.get(Meetings, audit_id)
    if meetings is None:
        return ""
    begin, until = held_from(meetings.record), held_to(meetings.record)
    return write.day(begin) if begin == until else period(write, begin, until)


def repeats(write: Writing, audit_id: str, findings: Numbered) -> Iterator[RepeatRow]:
    """The findings that were there before, with the earlier ones in their own words."""
    for number, one in findings.items():
        if one.repeat or one.similar_to:
            against = one.criterion
            yield RepeatRow(
                finding=number,
                previous=lines(*(_previous(write, audit_id, reference) for reference in one.similar_to)),
                clause=write.clause(against.criterion, against.clause) if against else "",
                statement=write.text(one.statement),
            )


def _previous(write: Writing, audit_id: str, reference: str) -> str:
    found = finding_at(write.records, audit_id, reference)
    return " ".join(filter(None, (reference, write.text(found.statement) if found else "")))


def evidence_rows(write: Writing, checklist: Checklist, findings: Numbered) -> Iterator[EvidenceRow]:
    """What was ready for each question, and what became of it."""
    for number, item in checklist.items.items():
        yield _evidence(write, number, item, [name for name, one in findings.items() if number in one.item_refs])


def _evidence(write: Writing, number: str, item: Item, findings: Iterable[str]) -> EvidenceRow:
    shown: tuple[Bilingual, ...] = item.prep.evidence if item.prep else ()
    result = item.audit
    points = write.number(result.points) if result else ""
    return EvidenceRow(
        item=" ".join(filter(None, (number, write.listed(item.clause_refs)))),
        evidence=write.texts(shown),
        provided_by=write.person(item.owner) or write.department(item.owner_department),
        session=(result and result.session) or "",
        result=" ".join(filter(None, (write.choice(RESULT, result.result) if result else "", points))),
        findings=write.listed((*(result.findings if result else ()), *findings)),
    )
