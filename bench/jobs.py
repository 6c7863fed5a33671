"""A workspace → every document it would make, with its view: the one place here that reaches into the program."""

from collections.abc import Mapping
from pathlib import Path

from auditdocs.document import Job
from auditdocs.documents import ROWS
from auditdocs.examine import examine
from auditdocs.origins import sources_of
from auditdocs.preparation import due_of, prepare_build, press_for
from auditdocs.render import Press
from auditdocs.render.templates import context
from auditdocs.selection import Wanted


def jobs_of(folder: Path) -> tuple[tuple[Job, ...], Press]:
    """All jobs of a workspace, and the fonts and templates that would print them."""
    examined = examine(folder, rows=ROWS, is_fresh=True)
    sources = sources_of(examined)
    files, _, press = press_for(examined, prepare_build(examined, Wanted(), sources).files)
    return tuple(due.job() for due in due_of(examined, files, sources)), press


def values_of(job: Job) -> Mapping[str, object]:
    """What a template may ask for."""
    return context(job.document, job.frame)
