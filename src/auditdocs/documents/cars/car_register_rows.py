"""A CAR, a package for the customer → what the register keeps of it: plain data that does not depend on today."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from auditdocs.documents.cars.car_answer_view import responsible_for
from auditdocs.documents.outbound import answering
from auditdocs.documents.register import our_writing
from auditdocs.documents.words import Writing, lines
from auditdocs.entry import Entry, Records
from auditdocs.field import label
from auditdocs.records.audit.audit_grading import grade_in
from auditdocs.records.cars.car import SOURCE, Car
from auditdocs.records.cars.car_answers import ANSWER, EFFECT
from auditdocs.records.cars.car_due_rules import open_dues
from auditdocs.records.cars.car_findings import findings_of_car, grade_of, type_of
from auditdocs.records.cars.submission import SUBMISSION_KIND, CarResult, CustomerResponse, Submission
from auditdocs.records.on_site.finding import FINDING_TYPE
from auditdocs.records.preparation.contact_sheet import CHANNEL, ContactSheet
from auditdocs.state import day_of, standing

CAR_ROW, SUBMISSION_ROW = "car_register", "submission_register"

Row = dict[str, Any]  # words, ISO days, and what is counted with


def car_row(records: Records, key: str) -> Row | None:
    """What the register says of a CAR; none where it cannot be read."""
    entry = records.get(Car, key)
    if entry is None:
        return None
    write, car = our_writing(records), entry.record
    sheet, where = records.get(ContactSheet, entry.scope), standing(records, entry, "car")
    submitted = where.mark("submitted") if where else None
    return {
        "number": key,
        "customer_number": car.customer_car_no or "",
        "audit": entry.scope,
        "customer_id": sheet.record.customer if sheet else "",
        "customer": write.customer(sheet.record.customer if sheet else None),
        "source": write.choice(SOURCE, car.source),
        **_finding(write, entry),
        "department": answering(write, car),
        "owner": responsible_for(write, car),
        "measures": write.texts(one.action for one in (*car.corrective_actions, *car.preventive_actions)),
        "evidence": lines(*_evidence(car)),
        "issued_on": _iso(car.issued_on),
        "dues": [[name, due.isoformat()] for name, due in open_dues(entry, records)],
        "rounds": len(car.responses),
        "accepted_at_once": _is_accepted_at_once(car),
        "submitted_on": _iso(day_of(submitted.moment) if submitted else None),
        "effectiveness": write.choice(EFFECT, car.effectiveness.result if car.effectiveness else None),
        "closed_on": _iso(car.closed_on if where and where.has_reached("closed") else None),
        "is_open": where is not None and not where.has_reached("closed") and not (where.side and where.side.ends),
        "state": write.words(where.words if where else None),
    }


def _finding(write: Writing, entry: Entry[Car]) -> Row:
    findings = findings_of_car(write.records, entry)
    grade = grade_of(write.records, entry)
    graded = grade_in(write.records, entry.scope, grade)
    stated = entry.record.problem.statement if entry.record.problem else None
    clauses = (one.criterion.clause or "" for one in findings.values() if one.criterion)
    return {
        "findings": write.listed(entry.record.findings),
        "clauses": write.listed(clauses),
        "statement": write.text(stated) or write.texts(one.statement for one in findings.values()),
        "type": write.choice(FINDING_TYPE, type_of(write.records, entry)),
        "grade": (graded and write.name(graded.name)) or grade or "",
        "is_repeat": any(one.repeat for one in findings.values()),
    }


def _evidence(car: Car) -> tuple[str, ...]:
    of_actions = (file for one in (*car.corrective_actions, *car.preventive_actions) for file in one.evidence)
    return tuple(dict.fromkeys((*(file for one in car.correction for file in one.evidence), *of_actions)))


def _is_accepted_at_once(car: Car) -> bool | None:
    """Whether the first round was accepted; none where nobody has decided on it yet."""
    first = car.responses[0].decision if car.responses else None
    return None if first is None else first == "accepted"


def sent_in_time(packages: Iterable[Row], day: date) -> list[bool]:
    """Of each package that was sent or whose date is over: whether it went out by the customer's date (SUB-002)."""
    due = [row for row in packages if row["customer_due"] and (row["sent_on"] or row["customer_due"] < day.isoformat())]
    return [bool(row["sent_on"]) and row["sent_on"] <= row["customer_due"] for row in due]


def submission_row(records: Records, key: str) -> Row | None:
    """What the register says of a package: its five steps and the answer."""
    entry = records.get(Submission, key)
    if entry is None:
        return None
    write, one, answer = our_writing(records), entry.record, entry.record.customer_response
    sheet = records.get(ContactSheet, entry.scope)
    return {
        "number": key,
        "audit": entry.scope,
        "customer_id": sheet.record.customer if sheet else "",
        "customer": write.customer(sheet.record.customer if sheet else None),
        "kind": write.choice(SUBMISSION_KIND, one.kind),
        "cars": "\n".join(one.cars),
        "customer_due": _iso(one.customer_due),
        "aggregated": lines(write.moment(one.aggregated_at), write.person(one.aggregated_by)),
        "handed_over": lines(write.moment(one.handed_to_sales_at), write.person(one.handed_to_sales_to)),
        "sent": lines(write.moment(one.sent_to_customer_at), write.person(one.sent_to_customer_by), write.choice(CHANNEL, one.channel)),
        "sent_on": _iso(one.sent_to_customer_at.date() if one.sent_to_customer_at else None),
        "answered": lines(write.moment(answer.at), answer.by or "", *_results(write, answer)) if answer else "",
        "relayed": lines(write.moment(one.relayed_to_quality_at), write.person(one.relayed_to_quality_by)),
    }


def _results(write: Writing, answer: CustomerResponse) -> Iterator[str]:
    """The answer, CAR by CAR, and the file it came in."""
    for car, one in answer.results.items():
        closes = write.words(label(CarResult, "closes")) if one.closes else ""
        yield " ".join(filter(None, (car, write.choice(ANSWER, one.result), closes, write.text(one.comment))))
    yield write.text(answer.comment)
    yield answer.attachment or ""


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
