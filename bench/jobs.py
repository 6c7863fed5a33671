"""A workspace → every document it would make, with its view: the one place here that reaches into the program."""

from collections.abc import Mapping
from pathlib import Path

from auditdocs.document import Job
from auditdocs.examine import examine
from auditdocs.preparation import prepare_build, press_for
from auditdocs.render import Press
from auditdocs.render.templates import context
from auditdocs.selection import Wanted


def jobs_of(folder: Path) -> tuple[tuple[Job, ...], Press]:
    """All jobs of a workspace, and the fonts and templates that would print them."""
    examined = examine(folder)
    jobs, _, press = press_for(examined, prepare_build(examined, Wanted()).jobs)
    return jobs, press


def values_of(job: Job) -> Mapping[str, object]:
    """What a template may ask for."""
    return context(job.document, job.frame)
