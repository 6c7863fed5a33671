"""Rows of CARs and packages, and the day → the register: all as a workbook, a year of issue, a customer."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from pydantic import BaseModel

from auditdocs.document import INSIDE, Document, DocumentKind, Listed, Request, Subject, no_subjects
from auditdocs.documents.cars.car_register import (
    COLUMNS,
    FIGURES,
    PACKAGE_COLUMNS,
    WORDS,
    CarRegisterView,
    Figure,
    PackageRow,
    RegisterRow,
)
from auditdocs.documents.cars.car_register_rows import CAR_ROW, SUBMISSION_ROW, Row, car_row, sent_in_time, submission_row
from auditdocs.documents.register import as_workbook, covered, heading, our_writing, register
from auditdocs.documents.row_names import of_each
from auditdocs.documents.words import YES, Writing
from auditdocs.entry import Records
from auditdocs.problem import Words
from auditdocs.records.cars.car import Car
from auditdocs.records.cars.car_answers import DUE
from auditdocs.records.cars.escalation import RUNG, rung_after
from auditdocs.records.cars.submission import Submission
from auditdocs.records.house.customer import Customer
from auditdocs.records.house.organization import parameters
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.view_parts import Sheet

TITLE = Words("CAR 跟踪表", "CAR Register")
ALL, ALL_CARS = "all", Words("全部 CAR", "All CARs")
CARS, PACKAGES = Words("CAR 跟踪表", "CAR register"), Words("提交记录", "Submissions")
BUCKETS = (7, 14, 30, 60, 90)  # days since issue (D.8)


def subjects(records: Records, request: Request) -> Iterator[Subject]:
    """Everything, once there are CARs; each year in which some were issued; each customer that has some."""
    rows = _rows(records, CAR_ROW, Car)
    yield from (Subject(ALL),) if rows or records.lost_in(Car) else ()
    yield from (Subject(year) for year in sorted({_year(row) for row in rows}))
    yield from (Subject(customer) for customer in sorted({row["customer_id"] for row in rows if row["customer_id"]}))


def make(records: Records, subject: Subject, request: Request) -> Document | None:
    """The register in the cut asked for."""
    write = our_writing(records)
    is_customers = subject.key.startswith("C")
    audits = records.keys_where(ContactSheet, "customer", subject.key) if is_customers else None
    cars, packages = _rows(records, CAR_ROW, Car, audits), _rows(records, SUBMISSION_ROW, Submission, audits)
    if subject.key == ALL:
        return as_workbook(_register(write, ALL, ALL_CARS, _workbook(write, cars, packages, request.as_of), cars))
    if is_customers:
        words, kept = Words(write.customer(subject.key), write.customer(subject.key)), cars
    else:
        words = Words(f"{subject.key} 年开具", f"Issued in {subject.key}")
        kept = tuple(row for row in cars if _year(row) == subject.key)
    numbers = {row["number"] for row in kept}
    sent = tuple(row for row in packages if not numbers.isdisjoint(row["cars"].split("\n")))
    return _register(write, subject.key, words, _view(write, kept, sent, words, request.as_of), kept)


def _rows(records: Records, name: str, model: type[BaseModel], audits: tuple[str, ...] | None = None) -> tuple[Row, ...]:
    """The rows of the CARs or submissions of some audits, or of all, in the order of their numbers."""
    keys = records.keys(model) if audits is None else sorted(key for audit in audits for key in records.keys(model, audit))
    return tuple(row for row in (records.row(name, key) for key in keys) if row)


def _year(row: Row) -> str:
    """The year of issue; of a draft that of its number."""
    return str(row["issued_on"][:4] or row["number"][4:8])


def _register(write: Writing, subject: str, words: Words, view: object, rows: tuple[Row, ...]) -> Document:
    record = write.records.get(Customer, subject) if subject.startswith("C") else None
    code = (record.record.code or "") if record else ""
    number, name = (write.words(ALL_CARS), "") if subject == ALL else (subject, f"{subject} {code}".strip())
    document = register(CAR_REGISTER, write, subject, view, _scope(write, words, len(rows)), number, name)
    return replace(document, confidentiality="confidential")


def _scope(write: Writing, words: Words, count: int) -> str:
    return covered(write, f"{write.words(words)}: {count}", Car, Submission)


def _view(write: Writing, cars: tuple[Row, ...], packages: tuple[Row, ...], words: Words, day: date) -> CarRegisterView:
    return CarRegisterView(
        scope=_scope(write, words, len(cars)),
        figures=tuple(Figure(label=write.words(FIGURES[name]), value=value) for name, value in _figures(cars, packages, day).items()),
        ageing=tuple(_ageing(write, cars, day)),
        rows=tuple(_register_row(write, row, day) for row in cars),
        packages=tuple(_package_row(row, day) for row in packages),
    )


def _figures(cars: tuple[Row, ...], packages: tuple[Row, ...], day: date) -> Mapping[str, str]:
    """How many there are of each sort; rates of those that are decided."""
    decided = [row["accepted_at_once"] for row in cars if row["accepted_at_once"] is not None]
    is_of: Mapping[str, Callable[[Row], bool]] = {
        "total": lambda row: True,
        "open": lambda row: bool(row["is_open"]),
        "overdue": lambda row: bool(_overdue(row, day)),
        "closed": lambda row: bool(row["closed_on"]),
        "void": lambda row: not row["is_open"] and not row["closed_on"],
        "repeat": lambda row: bool(row["is_repeat"]),
    }
    counts = {name: str(sum(map(holds, cars))) for name, holds in is_of.items()}
    return {**counts, "first_pass": _rate(decided), "on_time": _rate(sent_in_time(packages, day))}


def _rate(held: list[bool]) -> str:
    """`3 / 4 (75 %)`, half up; a dash where nothing was decided."""
    return f"{sum(held)} / {len(held)} ({(200 * sum(held) + len(held)) // (2 * len(held))} %)" if held else "—"


def _ageing(write: Writing, cars: tuple[Row, ...], day: date) -> Iterator[Figure]:
    """The open CARs by the days since their issue."""
    ages = [age for row in cars if row["is_open"] and (age := _age(row, day)) is not None]
    unit = write.words(Words("天", "days"))
    for low, high in zip((0, *(one + 1 for one in BUCKETS)), (*BUCKETS, None), strict=True):
        label = f"{low}–{high} {unit}" if high is not None else f"> {low - 1} {unit}"
        yield Figure(label=label, value=str(sum(low <= age and (high is None or age <= high) for age in ages)))


def _age(row: Row, day: date) -> int | None:
    """Days since issue, of a closed one until it was closed."""
    issued, closed = _day(row["issued_on"]), _day(row["closed_on"])
    return ((closed or day) - issued).days if issued else None


def _next(row: Row) -> tuple[str, date | None]:
    """The open promise that comes first."""
    dues = [(date.fromisoformat(day), name) for name, day in row["dues"]]
    return (min(dues)[1], min(dues)[0]) if dues else ("", None)


def _overdue(row: Row, day: date) -> int | None:
    due = _next(row)[1]
    return (day - due).days if due and due < day else None


def _escalated(write: Writing, row: Row, day: date) -> str:
    return write.choice(RUNG, rung_after(parameters(write.records), _overdue(row, day)))


def _late(row: Row, day: date) -> int | None:
    """Days a package was sent, or is not sent, after the customer's date."""
    due, sent = _day(row["customer_due"]), _day(row["sent_on"]) or day
    return (sent - due).days if due and sent > due else None


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


def _register_row(write: Writing, row: Row, day: date) -> RegisterRow:
    step, due = _next(row)
    return RegisterRow(
        **{name: row[name] for name in ("number", "customer_number", "audit", "customer", "statement", "department", "owner")},
        **{name: row[name] for name in ("measures", "evidence", "issued_on", "state", "closed_on")},
        finding=" ".join(filter(None, (row["findings"], row["clauses"], row["grade"] or row["type"]))),
        due=write.day(due),
        step=write.choice(DUE, step or None),
        overdue=_written(_overdue(row, day)),
        escalated=_escalated(write, row, day),
        age=_written(_age(row, day)),
    )


def _package_row(row: Row, day: date) -> PackageRow:
    names = ("number", "audit", "customer", "kind", "cars", "customer_due", "aggregated", "handed_over", "sent", "answered", "relayed")
    return PackageRow(**{name: row[name] for name in names}, late=_written(_late(row, day)))


def _written(number: int | None) -> str:
    return "" if number is None else str(number)


def _workbook(write: Writing, cars: tuple[Row, ...], packages: tuple[Row, ...], day: date) -> tuple[Sheet, ...]:
    listed = tuple(_cells(COLUMNS, _car_cells(write, row, day)) for row in cars)
    sent = tuple(_cells(PACKAGE_COLUMNS, _package_cells(row, day)) for row in packages)
    scope = _scope(write, ALL_CARS, len(cars))
    return (_sheet(write, CARS, COLUMNS, listed, scope, day), _sheet(write, PACKAGES, PACKAGE_COLUMNS, sent, scope, day))


def _sheet(
    write: Writing, name: Words, columns: Mapping[str, tuple[Words, int]], rows: tuple[tuple[Any, ...], ...], scope: str, day: date
) -> Sheet:
    titles = tuple((write.words(words), width) for words, width in columns.values())
    return Sheet(name.in_(write.languages[0]), heading(write, CAR_REGISTER, scope, day), titles, rows)


def _cells(columns: Iterable[str], row: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in columns)


def _car_cells(write: Writing, row: Row, day: date) -> Row:
    """The cells of a CAR, days as days and figures as figures."""
    step, due = _next(row)
    days = {name: _day(row[name]) for name in ("issued_on", "submitted_on", "closed_on")}
    reckoned = {"due": due, "step": write.choice(DUE, step or None), "overdue": _overdue(row, day), "age": _age(row, day)}
    reckoned["escalated"] = _escalated(write, row, day)
    return {**row, **days, **reckoned, "repeat": write.words(YES) if row["is_repeat"] else ""}


def _package_cells(row: Row, day: date) -> Row:
    return {**row, "package": row["number"], "customer_due": _day(row["customer_due"]), "late": _late(row, day)}


CAR_REGISTER = DocumentKind(
    name="car_register",
    title=TITLE,
    templates={"car_register/car_register": (CarRegisterView,)},
    formats=("pdf", "xlsx"),
    subjects=no_subjects,
    later=subjects,
    make=make,
    words=WORDS,
    editions=INSIDE,
    dated=True,
    rows={CAR_ROW: Listed(car_row, of_each(Car)), SUBMISSION_ROW: Listed(submission_row, of_each(Submission))},
)
