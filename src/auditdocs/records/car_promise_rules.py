"""What a CAR's measures promise, held against the CAR's own dates (CAR-004)."""

from collections.abc import Iterator
from datetime import date

from auditdocs.entry import Entry, Records, Violation
from auditdocs.records.car import Car
from auditdocs.records.car_answers import DUE
from auditdocs.room import rule

PROMISED = (
    ("containment", "containment"),
    ("correction", "implementation"),
    ("corrective_actions", "implementation"),
    ("preventive_actions", "implementation"),
)


@rule(
    "car.measure-due-after-its-step",
    "ISO 9001 10.2.1",
    catalogue="CAR-004",
    severity="warning",
    zh="这项措施的期限 {due} 晚于{step}期限 {latest}",
    en="this measure is due on {due}, after the CAR's date for '{step}', {latest}",
    do_zh="提前这项措施，或在 extensions 登记延期并更正 due",
    do_en="bring it forward, or record an extension in 'extensions' and move the CAR's 'due'",
)
def measure_due_after_its_step(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    for name, step in PROMISED:
        latest: date | None = getattr(entry.record.due, step, None)
        for index, measure in enumerate(getattr(entry.record, name)):
            if latest and measure.due and measure.due > latest and not measure.done_on:
                yield entry.at(name, index, "due", due=measure.due, step=DUE.label(step), latest=latest)


PROMISE_RULES = (measure_due_after_its_step,)
