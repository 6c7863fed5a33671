"""A CAR's record → the form's view; what the 8D report says too is made in `car_answer_view`."""

from collections.abc import Iterator
from datetime import date

from auditdocs.document import EVERYWHERE
from auditdocs.documents.cars.car import WORDS, CarView
from auditdocs.documents.cars.car_answer_view import responsible_for, said_of
from auditdocs.documents.cars.car_course_view import event_rows, extension_row, response_row, review_row, submission_rows
from auditdocs.documents.cars.car_rows import DueRow
from auditdocs.documents.not_printed import kept_back
from auditdocs.documents.record_form import record_form
from auditdocs.documents.rows_view import attachment_rows
from auditdocs.documents.words import Writing
from auditdocs.entry import Entry, Records
from auditdocs.problem import Words
from auditdocs.records.cars.car import SOURCE, Car, is_external
from auditdocs.records.cars.car_answers import (
    DUE,
)
from auditdocs.records.cars.submission import submissions_of
from auditdocs.state import Standing, day_of, standing

TITLE = Words("纠正措施要求单", "Corrective Action Request")
TO_CUSTOMER = ("customer_response", "customer_close")  # not where it is the customer who answers to us
REACHED = {
    "containment": "contained",
    "root_cause": "analysed",
    "plan": "planned",
    "implementation": "implemented",
    "verification": "verified",
    "customer_close": "closed",
}
NOT_PRINTED = kept_back("car")


def view(write: Writing, entry: Entry[Car]) -> CarView:
    """What the form says of a CAR."""
    car = entry.record
    return CarView(
        **said_of(write, entry),
        customer_form=car.customer_form or "",
        source=write.boxes(SOURCE, car.source),
        issued_by=write.person(car.issued_by),
        owner=responsible_for(write, car),
        dues=tuple(_dues(write, entry)),
        reviews=tuple(review_row(write, one) for one in car.responses if one.decided_by != "customer"),
        submissions=tuple(submission_rows(write, entry)),
        cost=car.cost or "",
        responses=tuple(response_row(write, one) for one in car.responses),
        extensions=tuple(extension_row(write, one) for one in car.extensions),
        events=tuple(event_rows(write, car)),
        attachments=attachment_rows(write, car),
    )


def _dues(write: Writing, entry: Entry[Car]) -> Iterator[DueRow]:
    """Every promised date as it was first promised, as it was moved, and when it was reached."""
    car, found = entry.record, standing(write.records, entry, "car")
    for name in DUE.choices:
        promised: date | None = getattr(car.due, name, None)
        if promised is None and is_external(car) and name in TO_CUSTOMER:
            continue
        moved = [one for one in car.extensions if one.which == name]
        first = moved[0].from_ if moved and moved[0].from_ else promised
        extended = promised if promised != first else moved[-1].to if moved else None
        yield DueRow(
            step=write.choice(DUE, name),
            due=write.day(first),
            extended_to=write.day(extended),
            reached_on=write.day(_reached(write.records, entry, found, name)),
        )


def _reached(records: Records, entry: Entry[Car], found: Standing | None, name: str) -> date | None:
    """The day a promise was kept; what was promised to the customer, when the newest plan was sent."""
    if name == "customer_response":
        plans = (one.record for one in submissions_of(records, entry) if one.record.kind == "plan")
        return max((one.sent_to_customer_at.date() for one in plans if one.sent_to_customer_at), default=None)
    mark = found.mark(REACHED[name]) if found else None
    return day_of(mark.moment) if mark else None


CAR_FORM = record_form(
    Car,
    view,
    name="car",
    title=TITLE,
    shows=CarView,
    words=WORDS,
    editions=EVERYWHERE,
    inside={"risk_update": "risk_update", "reviews": "review", "lessons": "lessons", "cost": "cost"},
    not_printed=NOT_PRINTED,
)
