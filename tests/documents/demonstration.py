"""The demonstration workspace → its documents, each with a frame that no commit changes."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from auditdocs.document import Document, DocumentKind, Edition, Format, Job, Refusal, Request
from auditdocs.documents import KINDS, ROWS
from auditdocs.entry import Records
from auditdocs.framing import Provenance
from auditdocs.load import load
from auditdocs.pictures import pictures_in
from auditdocs.plan import Sources, plan
from auditdocs.records import ROOMS
from auditdocs.render import Asset
from auditdocs.workspace import find_workspace, read_contents

CHECKOUT = Path(__file__).parents[2]
DAY = date(2026, 11, 20)
ROOTS = (str(CHECKOUT / "templates"),)


@cache
def records() -> Records:
    """The demonstration's records."""
    workspace = find_workspace(CHECKOUT)
    contents = read_contents(workspace)
    return load(contents.files, ROOMS, DAY, workspace.settings, contents.attachments, contents.sums, rows=ROWS).records


@cache
def jobs(kind: str, variant: str = "") -> tuple[Job, ...]:
    """All jobs of a kind, in the variant asked for."""
    return planned(records(), KINDS[kind], variant)


def planned(found: Records, kind: DocumentKind, variant: str = "", edition: Edition = "internal") -> tuple[Job, ...]:
    """All jobs of a kind, with frames that no commit changes."""
    hashes = {entry.path: "" for entry in found.everything()}
    whole = plan(found, (kind,), (), Request(DAY, variant, edition), no_sources(hashes))
    return tuple(replace(job, frame=replace(job.frame, sources="0123456789")) for job in whole.jobs)


def no_sources(hashes: Mapping[str, str]) -> Sources:
    """Templates without a digest, records without a commit."""
    nothing = Provenance("none")
    return Sources(hashes, frozenset(), lambda *_: "", lambda *_: (), lambda *_: "", lambda *_: "", lambda _: nothing, lambda _: "", named)


def named(made: Job) -> dict[str, Any]:
    """What a plan needs of the manifest's row."""
    return {"path": made.target, "format": made.format}


def job(kind: str, subject: str, form: Format, variant: str = "") -> Job:
    """One document of the demonstration."""
    return next(one for one in jobs(kind, variant) if one.document.subject == subject and one.format == form)


def fullest(kind: str, template: str) -> Document:
    """The document of the demonstration that says most on a template."""
    variants = KINDS[kind].variants or ("",)
    found = [one.document for variant in variants for one in jobs(kind, variant) if one.document.template == template]
    assert found, f"the demonstration has no {template}"
    return max(found, key=lambda document: len(repr(document.view)))


def photographs_of(job: Job) -> tuple[Asset, ...]:
    """The photographs of the demonstration that a document shows."""
    found = pictures_in(find_workspace(CHECKOUT))(job)
    assert not isinstance(found, Refusal), found
    return found
