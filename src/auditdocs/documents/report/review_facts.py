"""An audit's findings, a CAR → what the review of a year keeps of them, as plain data in a document's languages."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from auditdocs.calendar import working_days_between
from auditdocs.documents.report.report_findings_view import grade_words
from auditdocs.documents.row_names import key_of
from auditdocs.documents.words import Writing
from auditdocs.entry import Entry, Records
from auditdocs.records.audit.audit import Audit
from auditdocs.records.audit.conclusion import CUSTOMER_DECISION, Conclusion
from auditdocs.records.base import approval
from auditdocs.records.cars.car import Car
from auditdocs.records.cars.car_answers import DUE
from auditdocs.records.cars.car_due_rules import open_dues
from auditdocs.records.cars.car_measures import CAUSE_TYPE
from auditdocs.records.house.organization import parameters
from auditdocs.records.on_site.finding import FINDING_TYPE, Finding, findings_of
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.state import Standing, day_of, standing

AUDIT_REVIEW, CAR_REVIEW = "review-of-audit", "review-of-car"


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingFacts:
    """One finding, as a year counts it."""

    number: str  # AUD-2026-014/F01
    type: str
    kind: str  # its type and grade in words
    clause: str
    process: str
    departments: tuple[str, ...]
    is_repeat: bool
    similar_to: str
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditReview:
    """What an audit gives to the review: its result, its findings, what was learned."""

    result: str
    period: str
    receipt: str  # of the contact sheet: on_time, late; empty where nobody signed yet
    findings: tuple[FindingFacts, ...]
    lessons: tuple[str, ...]

    @classmethod
    def of(cls, told: dict[str, Any]) -> "AuditReview":
        """The same again from plain data."""
        found = tuple(FindingFacts(**{**one, "departments": tuple(one["departments"])}) for one in told["findings"])
        return cls(**{**told, "findings": found, "lessons": tuple(told["lessons"])})


@dataclass(frozen=True, slots=True, kw_only=True)
class CarReview:
    """How one CAR went; days are written as everywhere, empty where it has not come so far."""

    car: str
    audit: str
    department: str
    state_words: str
    is_void: bool
    was_reopened: bool
    issued: str
    contained: str
    analysed: str
    implemented: str
    closed: str
    first_answer: str
    effect: str
    causes: tuple[str, ...]
    open_dues: tuple[tuple[str, str], ...]  # what is promised and not reached: step, day
    lessons: str

    @property
    def year(self) -> str:
        """The year in which it was issued, else that of its number."""
        return self.issued[:4] or self.car[4:8]

    @classmethod
    def of(cls, told: dict[str, Any]) -> "CarReview":
        """The same again from plain data."""
        return cls(**{**told, "causes": tuple(told["causes"]), "open_dues": tuple((step, day) for step, day in told["open_dues"])})


def review_of_audit(records: Records, row: str) -> dict[str, Any] | None:
    """What is kept of one audit."""
    key, write = key_of(row, records)
    sheet, audit, conclusion = records.get(ContactSheet, key), records.get(Audit, key), records.get(Conclusion, key)
    if sheet is None:
        return None
    told = AuditReview(
        result=_result(write, conclusion.record) if conclusion else "",
        period=(audit.record.management_review_period if audit else "") or "",
        receipt=_receipt(records, sheet.record),
        findings=tuple(_finding(write, key, number, one) for number, one in findings_of(records, key).items()),
        lessons=tuple(map(write.name, audit.record.lessons_learned)) if audit else (),
    )
    return asdict(told)


def _result(write: Writing, said: Conclusion) -> str:
    """Score, grade and decision, as the customer states them."""
    return " · ".join(filter(None, (write.number(said.score), said.grade, write.choice(CUSTOMER_DECISION, said.decision))))


def _receipt(records: Records, sheet: ContactSheet) -> str:
    """Whether quality had the contact sheet in time (001i 4.2.1)."""
    source, received = sheet.info_source, approval(sheet, "received")
    if source is None or source.received_at is None or received is None or sheet.audit_type == "unannounced":
        return ""
    days = working_days_between(source.received_at.date(), received.at.date()).count
    return "on_time" if days <= parameters(records).contact_sheet_receipt_wd else "late"


def _finding(write: Writing, audit: str, number: str, one: Finding) -> FindingFacts:
    type_words, grade = write.choice(FINDING_TYPE, one.type), grade_words(write, audit, one.grade)
    criterion = one.criterion
    named = (write.criterion(criterion.criterion) if criterion.criterion else "", criterion.clause) if criterion else ()
    return FindingFacts(
        number=f"{audit}/{number}",
        type=one.type,
        kind=type_words if grade in ("", type_words) else f"{type_words} · {grade}",
        clause=" ".join(filter(None, named)),
        process=one.process or "",
        departments=tuple(map(write.department, one.departments)),
        is_repeat=bool(one.repeat),
        similar_to=write.listed(one.similar_to),
        statement=write.text(one.statement),
    )


def review_of_car(records: Records, row: str) -> dict[str, Any] | None:
    """What is kept of one CAR."""
    key, write = key_of(row, records)
    entry = records.get(Car, key)
    found = standing(records, entry, "car") if entry else None
    return asdict(_car(write, entry, found)) if entry and found else None


def _car(write: Writing, entry: Entry[Car], found: Standing) -> CarReview:
    car = entry.record
    answers = [one.decision for one in sorted(car.responses, key=lambda one: one.round) if one.decision]
    return CarReview(
        car=entry.key,
        audit=entry.scope,
        department=write.department(car.owner_department),
        state_words=write.words(found.words),
        is_void=car.void is not None,
        was_reopened=car.reopened is not None,
        issued=write.day(car.issued_on),
        contained=write.day(_reached(found, "contained")),
        analysed=write.day(_reached(found, "analysed")),
        implemented=write.day(_reached(found, "implemented")),
        closed=write.day(_reached(found, "closed")),
        first_answer=answers[0] if answers else "",
        effect=(car.effectiveness.result if car.effectiveness else "") or "",
        causes=tuple(write.choice(CAUSE_TYPE, one) for one in _causes(car)),
        open_dues=tuple((write.choice(DUE, name), write.day(due)) for name, due in open_dues(entry, write.records)),
        lessons=write.text(car.lessons),
    )


def _reached(found: Standing, milestone: str) -> date | None:
    """The day of a milestone that counts."""
    mark = found.mark(milestone)
    return day_of(mark.moment) if mark and found.life.index(milestone) not in found.held else None


def _causes(car: Car) -> tuple[str, ...]:
    """The kinds of causes that were found."""
    root = car.root_cause
    stated = [kind for kind in CAUSE_TYPE.choices if root and root.statement and getattr(root.statement, kind)]
    return tuple(dict.fromkeys((*(chain.type for chain in (root.chains if root else ())), *stated)))
