"""`python -m bench.plain WORKSPACE OUT [KIND.FORMAT COUNT]`: the loop anybody would write first, over the same views and templates.

One process; for each document `DocxTemplate(path).render(view)` and `.save()`, or `HTML(string).write_pdf()` with the
system's fonts. It is written as a competent person would: the jinja environments are made once and keep compiled templates
as jinja does by itself, they escape (docxtpl's own default loses text), and what a value looks like (a box, a line break)
is asked of the same functions as in the build. What it leaves out are this program's levers, not its text.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from weasyprint import HTML

from auditdocs.document import Job
from auditdocs.render.docx_template import contents_of
from auditdocs.render.filters import FILTERS
from auditdocs.render.html import headings_of
from auditdocs.render.html import written as written_in_html
from auditdocs.render.word_values import written as written_in_word
from bench.jobs import jobs_of, values_of

FORMATS = ("docx", "pdf")


def main(arguments: list[str]) -> None:
    """Make every Word and PDF file of a workspace; the last line tells the CPU seconds of reading and of making."""
    workspace, out = map(Path, arguments[:2])
    wanted, count = arguments[2:4] or ("", "1000000")  # `car.docx` 10: only so many of these
    jobs, press = jobs_of(workspace)
    read = time.process_time()
    chosen = [job for job in jobs if job.format in FORMATS and f"{job.document.kind}.{job.format}".startswith(wanted or job.document.kind)]
    made = print_plainly(chosen[: int(count)], press.template_roots, out)
    print(json.dumps({"files": made, "reading": read, "making": time.process_time() - read}))  # noqa: T201


def print_plainly(jobs: list[Job], roots: tuple[str, ...], out: Path) -> int:
    """One document after the other."""
    word = _environment(roots, written_in_word, {"contents": contents_of})
    page = _environment(roots, written_in_html, {"headings": headings_of})
    for job in jobs:
        target = out / job.target
        target.parent.mkdir(parents=True, exist_ok=True)
        if job.format == "docx":
            template = DocxTemplate(next(file for root in roots if (file := Path(root, f"{job.document.template}.docx")).is_file()))
            template.render(dict(values_of(job)), jinja_env=word)
            template.save(target)
        else:
            text = page.get_template(f"{job.document.template}.html").render({**values_of(job), "inline": True})
            HTML(string=text).write_pdf(target)
    return len(jobs)


def _environment(roots: tuple[str, ...], written: Callable[[object], object], more: dict[str, Callable[..., object]]) -> Environment:
    made = Environment(
        loader=FileSystemLoader(roots), autoescape=True, undefined=StrictUndefined, finalize=written, keep_trailing_newline=True
    )
    made.filters.update({**FILTERS, **more})
    return made


if __name__ == "__main__":
    main(sys.argv[1:])
