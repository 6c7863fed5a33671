"""Whether somebody's training in customer audits counts on a day, and how one writes it down (TRN-001)."""

from datetime import date

from auditdocs.entry import Records
from auditdocs.records.house.organization import parameters
from auditdocs.records.house.person import Person, is_trained_on

TOPIC = "customer_audit"


def lacks_training(person: Person, day: date, records: Records) -> bool:
    """Whether training has run out; that somebody has none at all counts where the house asks for it."""
    was_trained = any(one.topic == TOPIC and one.date <= day for one in person.training)
    return (was_trained or parameters(records).audit_training) and not is_trained_on(person, TOPIC, day)


def example_of_training(day: date) -> str:
    """What to write in a person's file."""
    return f"{{topic: {TOPIC}, date: {day.year}-01-15}}"
