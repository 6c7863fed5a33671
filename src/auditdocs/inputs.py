"""What a run reads, as values that cost nothing to import: a file of the workspace, and its settings."""

from dataclasses import dataclass
from datetime import timedelta, timezone

from auditdocs.labels import Languages


@dataclass(frozen=True, slots=True)
class Settings:
    """What `auditdocs.toml` says that records and documents depend on."""

    languages: Languages = ("zh",)
    zone: timezone = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class File:
    """A file of the workspace as it lies there: path relative to it, with / on every system."""

    path: str
    content: bytes
    leads_outside: bool = False
