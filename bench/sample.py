"""`python -m bench.sample WORKSPACE FORMAT COUNT [--without LEVER]`: documents made as a rendering child makes them.

With a lever switched off, the same documents are made without it: that is what the lever brings. Nothing here is part of
the program, which knows no such switches.
"""

import argparse
import gc
import json
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from auditdocs.document import Job
from auditdocs.render import Press, pdf, render
from auditdocs.render.docx_template import word_template
from auditdocs.render.frame_room import with_room
from bench.jobs import jobs_of

LEVERS = ("cut-face", "frozen-collector", "fixed-tables", "parsed-once", "prepared-word", "frame-room")
SYSTEM_FONTS = "/etc/fonts/fonts.conf"


def main() -> None:
    """Make them, and tell what starting and making took."""
    options = argparse.ArgumentParser()
    options.add_argument("workspace", type=Path)
    options.add_argument("format")
    options.add_argument("count", type=int)
    options.add_argument("--kind", default="")
    options.add_argument("--without", choices=LEVERS, default="")
    options.add_argument("--out", type=Path)
    given = options.parse_args()
    jobs, press = jobs_of(given.workspace)
    chosen = [job for job in jobs if job.format == given.format and job.document.kind.startswith(given.kind)][: given.count]
    begun = time.process_time()
    press = _press(press, given.without, given.workspace)
    pdf.warm(press)
    if given.without != "frozen-collector":
        gc.collect()
        gc.freeze()
        gc.disable()
    started = time.process_time()
    loop = _make if given.without == "frame-room" else with_room(_make)
    size = loop(chosen, press, given.without, given.out)
    told = {"files": len(chosen), "starting": started - begun, "making": time.process_time() - started, "bytes": size}
    print(json.dumps(told))  # noqa: T201


def _make(jobs: Sequence[Job], press: Press, without: str, out: Path | None) -> int:
    size = 0
    forget = FORGET.get(without, lambda: None)
    for job in jobs:
        forget()
        content = render(job, press)
        if not isinstance(content, bytes):
            raise TypeError(f"{job.target}: {content.sentence.code}")
        if without != "frozen-collector":
            gc.collect()
        if out is not None:
            (out / f"{job.document.number}.{job.format}").write_bytes(content)
        size += len(content)
    return size


def _press(press: Press, without: str, workspace: Path) -> Press:
    if without == "cut-face" and press.fonts is not None:
        return replace(press, fonts=replace(press.fonts, configuration=SYSTEM_FONTS))
    if without == "fixed-tables":
        return replace(press, template_roots=(str(_loose_templates(workspace)),))
    return press


def _loose_templates(workspace: Path) -> Path:
    """The templates, with tables whose columns are as wide as their words want."""
    copy = workspace.parent / "loose-templates"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(workspace / "templates", copy)
    style = copy / "shared" / "print.css"
    style.write_text(style.read_text("utf-8").replace("table-layout: fixed;", ""), "utf-8")
    return copy


def _parse_again() -> None:
    pdf._font_configuration.cache_clear()
    pdf._stylesheet.cache_clear()


FORGET: dict[str, Callable[[], None]] = {"parsed-once": _parse_again, "prepared-word": word_template.cache_clear}

if __name__ == "__main__":
    main()
