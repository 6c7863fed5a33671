"""A measure of a CAR, or the reason why none is needed: one of the two (`records.md` D.6)."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.field import label
from auditdocs.records.cars.car import Car
from auditdocs.room import rule

REASONS_FOR_NONE = {
    "containment": "containment_not_needed",
    "correction": "correction_not_needed",
    "corrective_actions": "no_action_justification",
    "preventive_actions": "preventive_not_needed",
}


@rule(
    "car.measure-and-reason-for-none",
    "ISO 9001 10.2.1",
    catalogue="CAR-005",
    zh="写了{measure}，又写了不需要的理由",
    en="there is '{measure}', and also a reason why none is needed",
    do_zh="删除其中一个",
    do_en="delete one of them",
)
def measure_and_reason_for_none(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    for name, reason in REASONS_FOR_NONE.items():
        if getattr(entry.record, name) and getattr(entry.record, reason):
            yield entry.at_name(reason, measure=label(Car, name))


REASON_RULES = (measure_and_reason_for_none,)
