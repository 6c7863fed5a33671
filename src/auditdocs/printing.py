"""Jobs → bytes or refusals: those of a template that is wrong are refused at once, the others go to the presses."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from auditdocs.document import Job, Refusal
from auditdocs.documents import KINDS
from auditdocs.problem import Words, said
from auditdocs.render import Press
from auditdocs.render.template_check import check_template, handed
from auditdocs.template_names import file_of, general_name
from auditdocs.workers import Result, render_all


def print_all(jobs: Sequence[Job], press: Press, workers: int, temporary: Path | None = None) -> Iterator[tuple[Job, Result]]:
    """Every job with its bytes or its refusal, as they come; each template is checked once."""
    good: list[Job] = []
    for job in jobs:
        refusal = _against(job, press)
        if refusal:
            yield job, refusal
        else:
            good.append(job)
    yield from render_all(good, press, workers, temporary=temporary)


def _against(job: Job, press: Press) -> Refusal | None:
    """Why this job's template cannot be used: its first fault, and how many more there are."""
    name, kind = file_of(job.document.template, job.format), KINDS.get(job.document.kind)
    if not name or kind is None:
        return None
    found = check_template(press.template_roots, name, handed(kind, general_name(job.document.template)))
    return _with_others(found) if found else None


def _with_others(found: tuple[Refusal, ...]) -> Refusal:
    first, more = found[0], len(found) - 1
    if not more:
        return first
    told = first.facts.get("reason", "")
    zh = f"{said(told, 'zh')}；另有 {more} 处，见 auditdocs doctor"
    en = f"{said(told, 'en')}; and {more} more, which `auditdocs doctor` lists"
    return Refusal(first.sentence, {**first.facts, "reason": Words(zh, en)}, first.needle)
