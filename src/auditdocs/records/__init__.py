"""Rooms of what people write: one record type a module; here is the table of all."""

from auditdocs.records.person import PERSON
from auditdocs.room import Rooms

ROOMS = Rooms.of(
    (
        PERSON,
    ),
    (),
)
