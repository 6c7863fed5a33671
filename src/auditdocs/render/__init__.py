"""The presses: one format a module; a job in, bytes out."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from auditdocs.document import Format, Job, Refusal
from auditdocs.render.press import Asset, Face, Fonts, Order, Press, RefusedError

__all__ = ["FORMATS", "Asset", "Face", "Fonts", "Order", "Press", "fill", "render"]


def _pdf(job: Job, press: Press) -> bytes:
    from auditdocs.render.pdf import render_pdf

    return render_pdf(job, press)


def _docx(job: Job, press: Press) -> bytes:
    from auditdocs.render.docx import render_docx

    return render_docx(job, press)


def _xlsx(job: Job, press: Press) -> bytes:
    from auditdocs.render.xlsx import render_xlsx

    return render_xlsx(job, press)


def _ics(job: Job, press: Press) -> bytes:
    from auditdocs.render.ics import render_ics

    return render_ics(job, press)


FORMATS: Mapping[Format, Callable[[Job, Press], bytes]] = {"docx": _docx, "pdf": _pdf, "xlsx": _xlsx, "ics": _ics}


def render(job: Job, press: Press) -> bytes | Refusal:
    """The job's bytes, or why there are none."""
    try:
        return FORMATS[job.format](job, press)
    except RefusedError as refused:
        return refused.refusal


def fill(order: Order, press: Press) -> bytes | Refusal:
    """The bytes of a job with its pictures, or why there are none."""
    return render(order.job, replace(press, assets=(*press.assets, *order.assets)))
