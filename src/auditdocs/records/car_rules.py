"""The room of CARs: where they lie, how long they are kept, and every rule about them (CAR-001 to CAR-022)."""

from auditdocs.problem import Words
from auditdocs.records.car import Car
from auditdocs.room import RecordType

CAR = RecordType(
    name="car",
    title=Words("纠正措施要求单", "Corrective action request"),
    model=Car,
    path="audits/{year}/{audit}/cars/{car}.yaml",
    key="{car}",
    scope="{audit}",
    owner="QA",
    confidentiality="confidential",
    retention="CA-3Y",
    lives=("car", "audit"),
    rules=(),
)
