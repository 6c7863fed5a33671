"""A workspace → every document it would make, with its view: the one place here that reaches into the program."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from auditdocs.document import Job, Refusal
from auditdocs.documents import ROWS
from auditdocs.examine import examine
from auditdocs.origins import sources_of
from auditdocs.pictures import pictures_in
from auditdocs.preparation import due_of, prepare_build, press_for
from auditdocs.render import Asset, Press
from auditdocs.render.templates import context
from auditdocs.selection import Wanted


def jobs_of(folder: Path) -> tuple[tuple[Job, ...], Press]:
    """All jobs of a workspace, and the fonts and templates that would print them."""
    examined = examine(folder, rows=ROWS, is_fresh=True)
    sources = sources_of(examined)
    files, _, press = press_for(examined, prepare_build(examined, Wanted(), sources).files)
    jobs, pictures = tuple(due.job() for due in due_of(examined, files, sources)), pictures_in(examined.workspace)
    return jobs, replace(press, assets=tuple({asset for job in jobs for asset in _whole(pictures(job))}))


def _whole(found: tuple[Asset, ...] | Refusal) -> tuple[Asset, ...]:
    return () if isinstance(found, Refusal) else found


def values_of(job: Job) -> Mapping[str, object]:
    """What a template may ask for."""
    return context(job.document, job.frame)
