"""The course of a CAR (rounds, decisions, extensions, void and reopened) → rows of its form, sections G, J and L."""

from collections.abc import Iterator

from auditdocs.documents.cars.car_rows import ExtensionRow, ResponseRow, ReviewRow, SubmissionRow
from auditdocs.documents.rows import EventRow
from auditdocs.documents.rows_view import event_row
from auditdocs.documents.words import Writing, labelled, lines
from auditdocs.entry import Entry
from auditdocs.field import label
from auditdocs.records.cars.car import Car
from auditdocs.records.cars.car_answers import ANSWER, DECIDER, DUE, Extension, Response
from auditdocs.records.cars.submission import SUBMISSION_KIND, CarResult, result_of, submissions_of


def review_row(write: Writing, one: Response) -> ReviewRow:
    """What quality decided about a round."""
    return ReviewRow(
        round=f"R{one.round}",
        decision=write.boxes(ANSWER, one.decision),
        by=lines(write.choice(DECIDER, one.decided_by), write.person(one.reviewer)),
        date=write.moment(one.decided_at),
        comment=write.text(one.comment),
    )


def submission_rows(write: Writing, entry: Entry[Car]) -> Iterator[SubmissionRow]:
    """The packages that took a CAR to the customer, and what the customer said of it."""
    for package in submissions_of(write.records, entry):
        one, result = package.record, result_of(package.record, entry.key)
        closes = write.words(label(CarResult, "closes")) if result and result.closes else ""
        answer = one.customer_response
        said = (
            (write.choice(ANSWER, result.result), closes, write.moment(answer.at), write.text(result.comment)) if answer and result else ()
        )
        yield SubmissionRow(
            number=package.key,
            kind=write.choice(SUBMISSION_KIND, one.kind),
            customer_due=write.day(one.customer_due),
            sent_on=write.moment(one.sent_to_customer_at),
            sent_by=write.person(one.sent_to_customer_by),
            response=lines(*said),
        )


def response_row(write: Writing, one: Response) -> ResponseRow:
    """A round in the words that were sent."""
    return ResponseRow(
        round=f"R{one.round}",
        submitted_on=write.moment(one.submitted_at),
        by=write.person(one.by),
        cause=write.text(one.cause),
        actions=write.text(one.actions),
        sent=one.sent or "",
        decision=write.choice(ANSWER, one.decision),
        decided_by=lines(write.choice(DECIDER, one.decided_by), write.person(one.reviewer)),
        decided_on=write.moment(one.decided_at),
        comment=write.text(one.comment),
    )


def extension_row(write: Writing, one: Extension) -> ExtensionRow:
    """A promised date moved to another."""
    return ExtensionRow(
        step=write.choice(DUE, one.which),
        from_date=write.day(one.from_),
        to_date=write.day(one.to),
        reason=write.text(one.reason),
        approved_by=write.person(one.approved_by),
        customer_approved=write.yes_no(one.customer_approved),
    )


def event_rows(write: Writing, car: Car) -> Iterator[EventRow]:
    """What took the CAR off its way, in the order of the record."""
    if car.reopened:
        yield event_row(write, label(Car, "reopened"), car.reopened)
    if car.void:
        by = labelled(write, car.void, ("approved_by", write.person(car.void.approved_by)))
        yield event_row(write, label(Car, "void"), car.void, by, labelled(write, car.void, "duplicate_of", "dispute"))
