"""A CAR's record → its 8D report, where its `customer_form` asks for one, or else its audit's conclusion does."""

import re
from collections.abc import Iterator

from auditdocs.document import EVERYWHERE, Document, DocumentKind, Request, Subject
from auditdocs.documents.cars.car_answer_view import responsible_for, said_of
from auditdocs.documents.cars.eight_d import WORDS, EightDView
from auditdocs.documents.record_form import document_about, writing_about
from auditdocs.documents.words import Writing
from auditdocs.entry import Entry, Records
from auditdocs.problem import Words
from auditdocs.records.audit.conclusion import Conclusion
from auditdocs.records.cars.car import Car, Dues
from auditdocs.records.cars.car_answers import (
    DECIDER,
)
from auditdocs.records.cars.car_findings import is_for_customer

TITLE = Words("8D 报告", "8D Report")
# 8D, 8-D, G8D, "8D/5Why", "eight disciplines"; not the 8D in a number such as 18D or 8D04
_EIGHT_D = re.compile(r"(?<![0-9a-z])g?8\s*[-‐–]?\s*d(isciplines?)?(?![0-9a-z])|eight disciplines", re.IGNORECASE)


def subjects(records: Records, request: Request) -> Iterator[Subject]:
    """Every CAR that can be read: whether its customer asks for an 8D report is read when it is made."""
    for key in sorted(records.keys(Car)):
        yield Subject(key)


def make(records: Records, subject: Subject, request: Request) -> Document | None:
    """The report of one CAR; none where nobody asks for it."""
    entry = records.get(Car, subject.key)
    if entry is None or not is_asked_for(records, entry):
        return None
    write = writing_about(records, entry)
    return document_about(EIGHT_D_REPORT, write, entry, view(write, entry))


def is_asked_for(records: Records, entry: Entry[Car]) -> bool:
    """Whether this CAR is answered by an 8D report: its own form says so, else the customer's conclusion."""
    car = entry.record
    if car.customer_form:
        return bool(_EIGHT_D.search(car.customer_form))
    if not is_for_customer(car):
        return False
    conclusion = records.get(Conclusion, entry.scope)
    asked = conclusion.record.response_format if conclusion else None
    return asked is not None and any(_EIGHT_D.search(words) for words in (asked.plain, asked.zh, asked.en) if words)


def view(write: Writing, entry: Entry[Car]) -> EightDView:
    """What the report says, from D0 to D8."""
    car, due = entry.record, entry.record.due or Dues()
    newest = car.responses[-1] if car.responses else None
    accepted = newest if newest and newest.decision == "accepted" else None
    return EightDView(
        **said_of(write, entry),
        customer_due=write.day(due.customer_response),
        customer_close=write.day(due.customer_close),
        round=f"R{newest.round}" if newest else "",
        submitted_on=write.moment(newest.submitted_at) if newest else "",
        leader=responsible_for(write, car),
        accepted_by=write.choice(DECIDER, accepted.decided_by) if accepted else "",
        accepted_on=write.moment(accepted.decided_at) if accepted else "",
    )


EIGHT_D_REPORT = DocumentKind(
    name="eight_d",
    title=TITLE,
    templates={"eight_d/eight_d": (EightDView,)},
    formats=("docx", "pdf"),
    subjects=subjects,
    make=make,
    words=WORDS,
    editions=EVERYWHERE,
    inside={"risk_update": "risk_update", "lessons": "lessons"},
)
