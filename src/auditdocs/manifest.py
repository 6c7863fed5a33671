"""What a build made → the manifest, for people and for `verify`: sorted, no time of day, no path of the machine."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from auditdocs import __version__
from auditdocs.document import Job
from auditdocs.plan import Refused
from auditdocs.render import Press


@dataclass(frozen=True, slots=True)
class Origin:
    """What a build was made from."""

    commit: str | None  # HEAD
    dirty: bool
    as_of: date
    templates: Mapping[str, str]  # path -> sha256


Row = Mapping[str, Any]


def manifest(origin: Origin, rows: Iterable[Row], refused: Iterable[Refused], press: Press, hashes: Mapping[str, str]) -> dict[str, Any]:
    """The manifest of a whole build; each row says what `job_row` says, and the digest of the bytes."""
    made = list(rows)
    read = sorted({path for row in made for path in row.get("sources", ())})
    return {
        "tool": f"auditdocs {__version__}",
        "commit": origin.commit,
        "dirty": origin.dirty,
        "as_of": origin.as_of.isoformat(),
        "fonts": _fonts(press),
        "sources": {path: hashes[path] for path in read},
        "templates": dict(origin.templates),
        "artefacts": made,
        "refused": [_refused(one) for one in refused],
    }


def job_row(job: Job, template: str) -> dict[str, Any]:
    """What the manifest says of a job before it is made."""
    document = job.document
    row: dict[str, Any] = {
        "path": job.target,
        "kind": document.kind,
        "format": job.format,
        "subject": document.subject,
        "languages": list(document.languages),
        "status": job.status,
        "commit": job.commit or None,
        "digest": job.digest,
        "template": template or None,
    }
    if document.variant:
        row["variant"] = document.variant
    if document.edition != "internal":
        row["edition"] = document.edition
    return row | ({"scope": document.scope} if document.scope else {"sources": list(job.sources)})


def _fonts(press: Press) -> dict[str, str]:
    faces = press.fonts.faces if press.fonts else ()
    return {f"{face.family} {'Bold' if face.bold else 'Regular'}": face.digest for face in faces}


def _refused(refused: Refused) -> dict[str, Any]:
    rows = [{"path": one.place.path, "line": one.place.line, "column": one.place.column, "code": one.code} for one in refused.problems]
    edition = {} if refused.edition == "internal" else {"edition": refused.edition}
    return {"kind": refused.kind, "subject": refused.subject, **edition, "problems": rows}
