"""`auditdocs new submission`: the package that is due now, with the CARs that are ready for it and the customer's date."""

from collections.abc import Callable, Mapping
from datetime import date

from auditdocs.commands.new_file import Asked, NewFile, file_of, known, taken
from auditdocs.entry import Entry, Records
from auditdocs.examine import Examined
from auditdocs.problem import AuditdocsError, Words
from auditdocs.records.audit.audit import is_inbound
from auditdocs.records.cars.car import Car
from auditdocs.records.cars.car_findings import is_for_customer
from auditdocs.records.cars.submission import SUBMISSION_KIND, submissions_of
from auditdocs.skeleton import next_number, yaml_list
from auditdocs.state import standing

CarEntry = Entry[Car]


def new_submission(examined: Examined, asked: Asked) -> tuple[NewFile, ...]:
    """A package of an audit's CARs."""
    audit = known(examined, "contact_sheet", asked.subject, "new submission AUD-2026-001").key
    records = examined.loaded.records
    kind, cars = _ready(records, audit)
    number = next_number(f"SUB-{examined.as_of.year}-{{:03d}}", taken(examined, "submission"))
    due = min((day for car in cars if (day := DUES[kind](car.record))), default=None)
    given = {"kind": kind, "cars": yaml_list([car.key for car in cars])} | ({"customer_due": due.isoformat()} if due else {})
    words = WHY[kind]
    said = {"cars": f"{words.zh} {words.en}", "customer_due": "取自 CAR 的期限 taken from the due dates of the CARs"}
    return (file_of(examined, "submission", number, given, said, year=audit[4:8], audit=audit, submission=number),)


def _ready(records: Records, audit: str) -> tuple[str, tuple[CarEntry, ...]]:
    """The kind of package that is due, the latest step first, and the CARs that wait for it."""
    if not is_inbound(records, audit):
        raise AuditdocsError(
            f"{audit} 是我司稽核客户：CAR 由客户答复我司，没有要提交客户的资料",
            f"{audit} is an audit of ours: the customer answers its CARs to us, and nothing is sent to the customer",
        )
    cars = tuple(car for car in records.all(Car, audit) if car.record.issued_on and is_for_customer(car.record))
    for kind, is_waiting in WAITING.items():
        found = tuple(car for car in cars if is_waiting(records, car))
        if found:
            return kind, found
    kinds = "、".join(f"{name} {words.zh}" for name, words in SUBMISSION_KIND.choices.items())
    raise AuditdocsError(
        f"{audit} 没有等待提交客户的 CAR（{kinds}）；先在 CAR 中登记围堵、回复或验证",
        f"no CAR of {audit} waits to be sent to the customer; record containment, a response or the check in the CAR first",
    )


def _is_verified(records: Records, car: CarEntry) -> bool:
    where = standing(records, car, "car")
    return where is not None and where.next is not None and where.next.name == "submitted"


def _is_answered(records: Records, car: CarEntry) -> bool:
    """Whether its newest round was not sent yet."""
    rounds, sent = (
        car.record.responses,
        [one.record.sent_to_customer_at for one in submissions_of(records, car) if one.record.kind == "plan"],
    )
    newest = rounds[-1].submitted_at if rounds else None
    return newest is not None and rounds[-1].decided_by != "customer" and not any(at is None or at >= newest for at in sent)


def _is_contained(records: Records, car: CarEntry) -> bool:
    where = standing(records, car, "car")
    return where is not None and where.state == "contained" and not submissions_of(records, car)


def _due(name: str) -> Callable[[Car], date | None]:
    def due(car: Car) -> date | None:
        found: date | None = getattr(car.due, name, None)
        return found

    return due


WAITING: Mapping[str, Callable[[Records, CarEntry], bool]] = {"final": _is_verified, "plan": _is_answered, "containment": _is_contained}
DUES: Mapping[str, Callable[[Car], date | None]] = {
    "final": _due("customer_close"),
    "plan": _due("customer_response"),
    "containment": _due("containment"),
}
WHY: Mapping[str, Words] = {
    "final": Words("已验证、尚未提交关闭资料的 CAR", "the CARs that are verified and whose closing evidence was not sent"),
    "plan": Words("回复已提交、尚未发客户的 CAR", "the CARs whose newest response was not sent yet"),
    "containment": Words("已围堵、尚未告知客户的 CAR", "the CARs whose containment was not told to the customer"),
}
