"""All records of an audit → its sheet of one page: long words are cut, long lists say how many more there are."""

from collections.abc import Iterator
from dataclasses import replace

from auditdocs.document import INSIDE, Document, DocumentKind, Request, Subject
from auditdocs.documents.keeping.retention_rows import file_row
from auditdocs.documents.outbound import answering
from auditdocs.documents.record_form import document_about, each, writing_about
from auditdocs.documents.report.audit_words import audit_name
from auditdocs.documents.report.record_sheet import WORDS, CountRow, NodeRow, RecordSheetView, SheetCarRow, SheetSubmissionRow
from auditdocs.documents.report.scores import percent
from auditdocs.documents.rows_view import lines_to_sign
from auditdocs.documents.words import Writing, period, retention_label
from auditdocs.entry import Entry, Records
from auditdocs.labels import FRAME
from auditdocs.problem import Words
from auditdocs.records.audit.audit import Audit
from auditdocs.records.audit.audit_grading import scheme_of_audit
from auditdocs.records.audit.audit_life import planned_end, planned_start
from auditdocs.records.audit.audit_score import score_of
from auditdocs.records.audit.conclusion import CUSTOMER_DECISION, Conclusion
from auditdocs.records.cars.car import Car
from auditdocs.records.cars.car_answers import ANSWER
from auditdocs.records.cars.submission import SUBMISSION_KIND, Submission
from auditdocs.records.keeping.archive import Archive
from auditdocs.records.marks import actor
from auditdocs.records.on_site.finding import FINDING_TYPE, findings_of
from auditdocs.records.on_site.meetings import Meetings
from auditdocs.records.preparation.contact_sheet import AUDIT_TYPE, ContactSheet
from auditdocs.room import Mark, Rooms
from auditdocs.state import day_of, standing

TITLE = Words("客户审核记录单", "Customer Audit Record Sheet")
ROLES = ("prepared", "reviewed", "approved")
CARS, SUBMISSIONS, GRADES = 6, 3, 6  # what one page holds
LONG, SHORT = 44, 14  # letters of a line; a Chinese one counts twice
NAME, HEAD, PLACE = 20, 40, 32  # letters of a narrow cell on two or three lines
MORE_CARS = Words("张 CAR 未列出，见 CAR 跟踪表", "more, see the CAR register")
MORE_SUBMISSIONS = Words("次较早的提交未列出，见 CAR 跟踪表", "earlier ones, see the CAR register")
REST = Words("其他", "Others")


def make(records: Records, subject: Subject, request: Request) -> Document | None:
    """The sheet of one audit that quality has taken over."""
    audit, sheet = records.get(Audit, subject.key), records.get(ContactSheet, subject.key)
    if audit is None or sheet is None:
        return None
    write = writing_about(records, sheet)
    document = document_about(RECORD_SHEET, write, audit, _view(write, sheet, audit))
    return replace(document, retention=retention_label(write, sheet), about=(audit.path, sheet.path))


def _view(write: Writing, sheet: Entry[ContactSheet], audit: Entry[Audit]) -> RecordSheetView:
    records, key = write.records, audit.key
    conclusion, archive = records.get(Conclusion, key), records.get(Archive, key)
    said, where, score = conclusion.record if conclusion else Conclusion(), standing(records, sheet, "audit"), score_of(records, key)
    cars, packages = records.all(Car, key), records.all(Submission, key)
    auditors = (one.name or "" for one in sheet.record.visitors if one.role in ("lead", "auditor"))
    return RecordSheetView(
        audit=cut(audit_name(write, key), LONG * len(write.languages)),
        customer=cut(write.customer(sheet.record.customer), LONG * len(write.languages)),
        audit_type=write.choice(AUDIT_TYPE, sheet.record.audit_type),
        dates=_dates(write, sheet),
        auditors=cut(write.listed(auditors), LONG),
        coordinator=cut(write.person(audit.record.coordinator), LONG),
        state=write.words(where.words if where else None),
        nodes=tuple(_nodes(write, sheet)),
        counts=tuple(_counts(write, key)),
        score=write.number(said.score),
        grade=cut(said.grade or "", SHORT),
        decision=write.choice(CUSTOMER_DECISION, said.decision),
        our_score=" ".join(filter(None, (percent(score.overall.percent), score.grade or ""))) if score else "",
        cars=tuple(_car_row(write, car) for car in cars[:CARS]),
        more_cars=f"+ {len(cars) - CARS} {write.words(MORE_CARS)}" if len(cars) > CARS else "",
        submissions=tuple(_submission_row(write, one) for one in packages[-SUBMISSIONS:]),
        more_submissions=f"+ {len(packages) - SUBMISSIONS} {write.words(MORE_SUBMISSIONS)}" if len(packages) > SUBMISSIONS else "",
        archive_number=(archive and archive.record.archive_number) or "",
        retention=cut(retention_label(write, sheet), LONG),
        keep_until=cut(file_row(write, key, is_dated=False).words.keep_until, LONG),
        signatures=lines_to_sign(write, *ROLES),
    )


def cut(text: str, letters: int) -> str:
    """A text on one line of so many letters; a Chinese one takes the room of two."""
    line, taken = " ".join(text.split()), 0
    for index, letter in enumerate(line):
        taken += 1 if letter < "\u2e80" else 2
        if taken > letters:
            return f"{line[: index - 1]}…"
    return line


def _dates(write: Writing, sheet: Entry[ContactSheet]) -> str:
    """When it was held; until then, when it is planned."""
    meetings = write.records.get(Meetings, sheet.key)
    opening = meetings.record.opening.start if meetings and meetings.record.opening else None
    closing = meetings.record.closing.end if meetings and meetings.record.closing else None
    return period(write, opening or planned_start(sheet, write.records), closing or planned_end(sheet, write.records))


def _nodes(write: Writing, sheet: Entry[ContactSheet]) -> Iterator[NodeRow]:
    """Every step that a recorded fact marks, reached or not."""
    found = standing(write.records, sheet, "audit")
    assert found is not None
    for index, (step, mark) in enumerate(zip(found.life.milestones, found.marks, strict=True)):
        if step.mark and index not in found.passed_by:
            yield NodeRow(
                node=write.words(step.words),
                date=write.day(day_of(mark.moment)) if mark else "",
                by=cut(write.person(actor(mark) or None), NAME) if mark else "",
                record=_record(write, mark) if mark else "",
            )


def _record(write: Writing, mark: Mark) -> str:
    """The kind of record that says so, in the first language: the sheet has no room for two."""
    rooms = write.records.rooms
    assert isinstance(rooms, Rooms)
    return cut(rooms.types[mark.entry.type].title.in_(write.languages[0]), PLACE)


def _counts(write: Writing, audit: str) -> Iterator[CountRow]:
    """The findings by grade in the order of the scheme, then those without a grade by type; many grades are summed up."""
    findings, scheme = findings_of(write.records, audit).values(), scheme_of_audit(write.records, audit)
    grades = {code: write.name(one.name) or code for code, one in scheme.finding_grades.items()} if scheme else {}
    counts = [(words, sum(one.grade == code for one in findings)) for code, words in grades.items()]
    counts += [
        (write.choice(FINDING_TYPE, kind), count)
        for kind in FINDING_TYPE.choices
        if (count := sum(one.type == kind and one.grade not in grades for one in findings))
    ]
    if len(counts) > GRADES:
        counts[GRADES - 1 :] = [(write.words(REST), sum(count for _, count in counts[GRADES - 1 :]))]
    for words, count in (*counts, (write.words(FRAME["total"]), len(findings))):
        yield CountRow(grade=cut(words, HEAD), count=str(count))


def _car_row(write: Writing, entry: Entry[Car]) -> SheetCarRow:
    car, found = entry.record, standing(write.records, entry, "car")
    return SheetCarRow(
        number=entry.key,
        department=cut(answering(write, car), 2 * SHORT),
        due=write.day(car.due.implementation if car.due else None),
        state=write.words(found.words if found else None),
        closed_on=write.day(car.closed_on),
    )


def _submission_row(write: Writing, entry: Entry[Submission]) -> SheetSubmissionRow:
    one, answer = entry.record, entry.record.customer_response
    results = [told.result for told in answer.results.values() if told.result] if answer else []
    counted = (f"{write.choice(ANSWER, word)} {results.count(word)}" for word in ANSWER.choices if word in results)
    return SheetSubmissionRow(
        number=entry.key,
        kind=write.choice(SUBMISSION_KIND, one.kind),
        sent_on=write.day(one.sent_to_customer_at),
        answered_on=write.day(answer.at if answer else None),
        result=write.listed(counted),
    )


RECORD_SHEET = DocumentKind(
    name="record_sheet",
    title=TITLE,
    templates={"record_sheet/record_sheet": (RecordSheetView,)},
    formats=("docx", "pdf"),
    subjects=each(Audit),
    make=make,
    words=WORDS,
    editions=INSIDE,
)
