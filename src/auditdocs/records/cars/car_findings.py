"""What ties CARs and findings together: a CAR's type and grade are its findings', a finding's CARs are looked up."""

from datetime import date

from auditdocs.entry import Entry, Records
from auditdocs.records.audit.audit_grading import grade_in, scheme_of_audit
from auditdocs.records.cars.car import INTERNAL, Car, day_of_issue, is_external
from auditdocs.records.deadlines import DeadlineProfile, profile_for, profiles
from auditdocs.records.on_site.finding import FINDING_TYPE, Finding, finding_at
from auditdocs.records.preparation.contact_sheet import ContactSheet

CarEntry = Entry[Car]

SEVERE = frozenset(("critical", "major"))


def findings_of_car(records: Records, car: CarEntry) -> dict[str, Finding]:
    """The findings a CAR answers, by the reference it names them with."""
    found = ((reference, finding_at(records, car.scope, reference)) for reference in car.record.findings)
    return {reference: finding for reference, finding in found if finding}


def own_findings_of_car(records: Records, car: CarEntry) -> dict[str, Finding]:
    """Those of its own audit: what another audit found, perhaps at another customer's, is nobody's to read here."""
    found = findings_of_car(records, car)
    return {reference: finding for reference, finding in found.items() if reference.rpartition("/")[0] in ("", car.scope)}


def type_of(records: Records, car: CarEntry) -> str | None:
    """The type of a CAR: its findings', the gravest where they differ."""
    types = {finding.type for finding in findings_of_car(records, car).values()}
    return next((one for one in FINDING_TYPE.choices if one in types), None)


def grade_of(records: Records, car: CarEntry) -> str | None:
    """The grade of a CAR: its findings', the gravest where they differ (a scheme lists its grades gravest first)."""
    grades = {finding.grade for finding in findings_of_car(records, car).values() if finding.grade}
    scheme = scheme_of_audit(records, car.scope)
    ranked = tuple(scheme.finding_grades) if scheme else ()
    return next((one for one in ranked if one in grades), next(iter(sorted(grades)), None))


def reckoned_issue(records: Records, car: CarEntry) -> date | None:
    """The day of issue that dates are reckoned from; none where it is said to be wrong."""
    issued_on = day_of_issue(car.record)
    raised = [finding.raised_at.date() for finding in findings_of_car(records, car).values() if finding.raised_at]
    return issued_on if issued_on and all(day <= issued_on for day in raised) else None


def profile_of(records: Records, car: CarEntry) -> DeadlineProfile | None:
    """The deadline profile of a CAR: its customer's own, else that of its grade."""
    name = profile_name(records, car.scope, grade_of(records, car))
    return profiles(records).get(name) if name else None


def profile_name(records: Records, audit_id: str, grade: str | None) -> str | None:
    """The profile for a grade in an audit: the customer's own, else the one its grading scheme names."""
    sheet = records.get(ContactSheet, audit_id)
    graded = grade_in(records, audit_id, grade)
    return profile_for(records, sheet.record.customer if sheet else None, grade) or (graded.deadline_profile if graded else None)


def is_fast_track(records: Records, car: CarEntry) -> bool:
    """Whether a CAR answers observations and improvements only: no containment, no analysis (D.4.2)."""
    return type_of(records, car) in ("observation", "improvement", "good_practice")


def is_severe(records: Records, car: CarEntry) -> bool:
    """Whether a CAR answers a major or critical nonconformity."""
    return grade_of(records, car) in SEVERE


def is_for_customer(car: Car) -> bool:
    """Whether the customer has a word in closing it (001i 6.4.2); what it answers to us, we close (D.4.3)."""
    return car.source not in INTERNAL and not is_external(car)


def cars_of(records: Records, audit_id: str, finding: str) -> tuple[CarEntry, ...]:
    """The CARs of an audit that answer a finding; a void one answers only where the finding itself was withdrawn."""
    return tuple(
        car
        for car in records.all(Car, audit_id)
        if not {finding, f"{audit_id}/{finding}"}.isdisjoint(car.record.findings)
        if car.record.void is None or car.record.void.dispute
    )


def departments_with_car(records: Records, audit_id: str, finding: str) -> frozenset[str]:
    """The departments that answer a finding by a CAR of their own or support one."""
    cars = cars_of(records, audit_id, finding)
    return frozenset(department for car in cars for department in (car.record.owner_department, *car.record.co_departments))
