"""What a build was asked to make, and which documents that means."""

import fnmatch
from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.document import Edition, Format
from auditdocs.problem import AuditdocsError


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a build was asked to make."""

    patterns: tuple[str, ...] = ()
    formats: tuple[Format, ...] = ()
    variant: str = ""
    edition: Edition = "internal"
    workers: int = 1
    is_forced: bool = False  # made even where nothing has changed

    @property
    def is_all(self) -> bool:
        return not (self.patterns or self.formats or self.variant) and self.edition == "internal"


def is_wanted(row: Mapping[str, object], wanted: Wanted) -> bool:
    """Whether a file that would be made is asked for; it is told by its row of the manifest."""
    fits_format = not wanted.formats or row["format"] in wanted.formats
    fits_variant = not wanted.variant or row.get("variant", "") == wanted.variant
    return (
        fits_format
        and fits_variant
        and _fits_edition(row, wanted)
        and is_named(str(row["path"]), (str(row["kind"]), str(row["subject"])), wanted.patterns)
    )


def row_is_wanted(row: Mapping[str, object], wanted: Wanted) -> bool:
    """The same of a row of an earlier manifest, also of a refusal, which has no file."""
    target, names = str(row.get("path", "")), (str(row.get("kind")), str(row.get("subject")))
    fits_format = not wanted.formats or row.get("format") in (*wanted.formats, None)
    fits_variant = not wanted.variant or row.get("variant", "" if target else wanted.variant) == wanted.variant
    return fits_format and fits_variant and _fits_edition(row, wanted) and is_named(target, names, wanted.patterns)


def _fits_edition(row: Mapping[str, object], wanted: Wanted) -> bool:
    return row.get("edition", "internal") == wanted.edition


def is_named(target: str, names: tuple[str, ...], patterns: tuple[str, ...]) -> bool:
    """Whether one of the patterns means this document: its kind, subject, audit or number (CS-2026-014), or a part of its path."""
    if not patterns:
        return True
    folders = target.split("/")
    parts = (*names, *folders, folders[-1].partition(" ")[0], target)
    return any(fnmatch.fnmatchcase(part, pattern) for pattern in patterns for part in parts)


def nothing_matches(wanted: Wanted) -> AuditdocsError:
    """That there is no such document, and what may be asked for."""
    asked = " ".join(
        [*wanted.patterns, *wanted.formats, *filter(None, (wanted.variant, wanted.edition if wanted.edition != "internal" else ""))]
    )
    return AuditdocsError(
        f"没有文件符合 {asked}；可写编号（AUD-2026-014）、种类（car）或带 * 的写法；`auditdocs build --plan` 列出全部",
        f"nothing matches {asked}; name a number (AUD-2026-014), a kind (car) or a pattern with *; `auditdocs build --plan` lists all",
    )
