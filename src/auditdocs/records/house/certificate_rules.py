"""A customer's certificates: told before they run out, and once they have (CUS-005; 001h 3.2)."""

from collections.abc import Iterator
from datetime import date, timedelta

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Free
from auditdocs.records.house.customer import Customer
from auditdocs.room import rule

NOTICE = timedelta(days=60)  # CUS-005


def _running_out(customer: Customer) -> Iterator[tuple[int, str, date]]:
    """Of each kind the certificate that lasts longest: its place, what it is, its last day."""
    kinds = {one.kind.casefold() for one in customer.certificates} if customer.status in (None, "active") else ()
    for kind in sorted(kinds):
        same = [(index, one) for index, one in enumerate(customer.certificates) if one.kind.casefold() == kind]
        sound = [(one.valid_to, index) for index, one in same if one.valid_to and not (one.valid_from and one.valid_to < one.valid_from)]
        if len(sound) == len(same):
            last, index = max(sound)
            yield index, customer.certificates[index].kind, last


@rule(
    "customer.certificate-expired",
    "001h 3.2",
    catalogue="CUS-005",
    zh="{kind} 已于 {day} 到期",
    en="{kind} has run out on {day}",
    do_zh="向客户索取新证，另写一行；不再需要就删除这一行",
    do_en="ask the customer for the new one and add a line; delete this one where it is not needed any more",
    severity="warning",
)
def certificate_expired(entry: Entry[Customer], records: Records) -> Iterator[Violation]:
    for index, kind, last in _running_out(entry.record):
        if records.has_passed(last):
            yield entry.at("certificates", index, "valid_to", kind=Free(kind), day=last)


@rule(
    "customer.certificate-expiring",
    "001h 3.2",
    catalogue="CUS-005",
    zh="{kind} 将于 {day} 到期",
    en="{kind} runs out on {day}",
    do_zh="向客户索取新证，另写一行",
    do_en="ask the customer for the new one and add a line",
    todo_only=True,
    who="SAL",
)
def certificate_expiring(entry: Entry[Customer], records: Records) -> Iterator[Violation]:
    for index, kind, last in _running_out(entry.record):
        if records.has_come(last - NOTICE) and not records.has_passed(last):
            yield entry.at("certificates", index, "valid_to", kind=Free(kind), day=last)


CERTIFICATE_RULES = (certificate_expired, certificate_expiring)
