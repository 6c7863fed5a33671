"""What goes to the customer of an audit's CARs: the plan by its day, and at the end what closes them."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from bench.company import House


def submission_records(audit: str, cars: Sequence[str], issued: date, house: House, lead: str) -> dict[str, Any]:
    """The two packages by their file names."""
    first = int(audit[9:]) * 2 - 1
    packages = (_package("plan", cars, issued + timedelta(days=14), issued + timedelta(days=16), house, lead),
                _package("final", cars, issued + timedelta(days=56), issued + timedelta(days=58), house, lead))  # fmt: skip
    packages[0]["customer_due"] = str(issued + timedelta(days=18))
    return {f"submissions/SUB-{audit[4:8]}-{first + place:03d}.yaml": one for place, one in enumerate(packages)}


def _package(kind: str, cars: Sequence[str], sent: date, answered: date, house: House, lead: str) -> dict[str, Any]:
    sales, quality = house.people["SAL"][1], house.people["QA"][1]
    return {
        "kind": kind,
        "cars": list(cars),
        "aggregated_at": f"{sent}T13:30",
        "aggregated_by": quality,
        "handed_to_sales_at": f"{sent}T14:00",
        "handed_to_sales_to": sales,
        "sent_to_customer_at": f"{sent}T15:00",
        "sent_to_customer_by": sales,
        "channel": "email",
        "addressed_to": lead,
        **({"content": ["cars/records.txt"]} if kind == "final" else {}),
        "customer_response": {"at": f"{answered}T10:00", "by": lead, "results": {car: {"result": "accepted"} for car in cars}},
        "relayed_to_quality_at": f"{answered}T11:00",
        "relayed_to_quality_by": sales,
    }
