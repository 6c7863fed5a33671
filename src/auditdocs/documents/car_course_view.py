"""The course of a CAR (rounds, decisions, extensions, void and reopened) → rows of its form, sections G, J and L."""

from collections.abc import Iterator

from auditdocs.documents.car_rows import ExtensionRow, ResponseRow, ReviewRow, SubmissionRow
from auditdocs.documents.rows import EventRow
from auditdocs.documents.rows_view import event_row
from auditdocs.documents.words import Writing, labelled, lines
from auditdocs.field import label
from auditdocs.records.car import Car, Dues
from auditdocs.records.car_answers import ANSWER, DECIDER, DUE, Extension, Response


def went_out(response: Response) -> bool:
    """Whether a round was given to the customer."""
    return response.decided_by == "customer" or response.sent is not None


def review_row(write: Writing, one: Response) -> ReviewRow:
    """What quality decided about a round."""
    return ReviewRow(
        round=f"R{one.round}",
        decision=write.boxes(ANSWER, one.decision),
        by=write.choice(DECIDER, one.decided_by),
        date=write.moment(one.decided_at),
        comment=write.text(one.comment),
    )


def submission_row(write: Writing, one: Response, due: Dues | None) -> SubmissionRow:
    """A round that went to the customer, and the answer."""
    answered = one.decided_by == "customer"
    answer = (write.choice(ANSWER, one.decision), write.moment(one.decided_at), write.text(one.comment)) if answered else ()
    return SubmissionRow(
        number=f"R{one.round}",
        kind=write.choice(DUE, "plan"),
        customer_due=write.day(due.customer_response if due else None),
        sent_on=write.moment(one.submitted_at),
        sent_by=write.person(one.by),
        response=lines(*answer),
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
        decided_by=write.choice(DECIDER, one.decided_by),
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
