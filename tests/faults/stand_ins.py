"""What stands in for slow or shifting things in a forked build: pages are their HTML, fonts are small, another day is today.

Each takes hold of this process for good: it is for a child that ends soon.
"""

import hashlib
import os
import pickle
import sys
import tempfile
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib.tables._g_l_y_f import Glyph

from auditdocs import ahead, workers
from auditdocs.document import Due, Job, Refusal
from auditdocs.render import Press, font_cut, fonts, pango, render
from auditdocs.render.html import page
from auditdocs.render.press import RefusedError
from auditdocs.workers import Pictures, Result

SHIPPED = Path(__file__).parents[2] / "templates"


def stand_in(known: Path | None) -> None:
    """Make no page, and nothing twice of the same ingredients: what was made lies in the folder `known`.

    Faces are copied instead of cut, so they must not come into the user's cache.
    """
    os.environ["XDG_CACHE_HOME"] = str((known or Path(tempfile.gettempdir())) / "cache")
    _everywhere(workers.render_all, partial(_render_all, known))
    _everywhere(ahead.child_ahead, lambda folder, has_pages: nullcontext(deque()))
    _everywhere(font_cut.write_faces, _copied_faces)
    _everywhere(pango.demand_pango, lambda: None)


def shift_today(day: date) -> None:
    """Let another day be today wherever auditdocs asks for it."""
    shift = datetime.combine(day, datetime.min.time()) - datetime.combine(date.today(), datetime.min.time())  # noqa: DTZ011  # the machine's own day
    _everywhere(datetime, _shifted(shift))


def _everywhere(real: object, other: object) -> None:
    """Put one thing into the place of another in every module of auditdocs."""
    for name, module in list(sys.modules.items()):
        if name.startswith("auditdocs"):
            for attribute in [key for key, value in vars(module).items() if value is real]:
                vars(module)[attribute] = other


def _shifted(shift: timedelta) -> type:
    class Shifting(type):
        """A class that is `datetime` to all that ask, except for what time it is."""

        def __instancecheck__(cls, one: object) -> bool:
            return isinstance(one, datetime)

        def __call__(cls, *arguments: Any, **named: Any) -> Any:
            return datetime(*arguments, **named)  # noqa: DTZ001  # as it was asked for

        def __getattr__(cls, name: str) -> Any:
            return getattr(datetime, name)

    class Shifted(metaclass=Shifting):
        @staticmethod
        def now(zone: Any = None) -> datetime:
            return datetime.now(zone) + shift

    return Shifted


def _render_all(
    known: Path | None, due: Sequence[Due], press: Press, *_: object, pictures: Pictures, **__: object
) -> Iterator[tuple[Job, Result]]:
    for one in due:
        job = one.job()
        shown = pictures(job)
        if isinstance(shown, Refusal):
            yield job, shown
        else:
            with_them = replace(press, assets=shown)
            yield job, _known(known, job, with_them) if known else _rendered(job, with_them)


def _known(folder: Path, job: Job, press: Press) -> Result:
    """What was made of the same ingredients, else what is made now."""
    faces = [face.digest for face in press.fonts.faces] if press.fonts else []
    told = (job.target, job.format, job.frame, job.document, faces, [_templates(root) for root in press.template_roots])
    file = folder / hashlib.sha256(repr(told).encode()).hexdigest()
    if not file.is_file():
        made = file.with_name(f"{file.name}.{os.getpid()}")
        made.write_bytes(pickle.dumps(_rendered(job, press)))
        made.replace(file)
    result: Result = pickle.loads(file.read_bytes())  # ours, of this run
    return result


@cache
def _templates(root: str) -> str:
    told = hashlib.sha256()
    for path in sorted(Path(folder, name) for folder, _, names in os.walk(root, onerror=_raised) for name in names):
        told.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    return told.hexdigest()


def _raised(error: OSError) -> None:
    raise error


def _rendered(job: Job, press: Press) -> Result:
    if job.format != "pdf":
        return render(job, press)
    try:
        faces = " ".join(face.digest for face in press.fonts.faces) if press.fonts else ""
        return f"{page(job, press)}<!-- {faces} -->".encode()
    except RefusedError as refused:
        return refused.refusal


def _copied_faces(source: Path, folder: Path, bold: bool) -> None:
    for name in ("whole.otf", "cut.otf"):
        fonts.write_whole(folder / name, source.read_bytes())


def write_font(file: Path, bold: bool, version: int) -> None:
    """A font file with one glyph, as small as can be."""
    made = FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder([".notdef"])
    made.setupCharacterMap({})
    made.setupGlyf({".notdef": Glyph()})
    made.setupHorizontalMetrics({".notdef": (500 + version, 0)})
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.setupNameTable({"familyName": "Sample", "styleName": "Bold" if bold else "Regular"})
    made.setupOS2(usWeightClass=700 if bold else 400)
    made.setupPost()
    file.parent.mkdir(parents=True, exist_ok=True)
    made.save(file)
