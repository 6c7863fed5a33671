"""Other programs at the same CARs: one document from the command line, and each further one in a batch."""

import importlib.util
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from bench.chromium import OPTIONS, program
from bench.figures import Row, milliseconds
from bench.ground import Ground, auditdocs, python
from bench.measure import Cost, best, run

Print = Callable[[int], Cost]  # so many documents in one go


@dataclass(frozen=True, slots=True)
class Rival:
    """A program that makes documents, and how."""

    name: str
    batch: Print
    ours: str  # the figure of this program it stands beside: pdf, docx


def race(ground: Ground) -> list[Row]:
    """One, and as many as the sample has CARs in two audits; the difference is what a further one takes."""
    count, inputs = ground.sample * 2, ground.fresh("rival-inputs")
    workspace = ground.workspace(ground.sample)
    python("bench.rival_inputs", (workspace, count, inputs))
    found = {rival: _measured(rival.batch, count, ground.rounds) for rival in _rivals(ground, workspace, inputs)}
    ours = {rival.ours: cost for rival, cost in found.items() if rival.name.startswith("auditdocs")}
    return [_single(ground, workspace), *(_row(rival, cost, ours[rival.ours]) for rival, cost in found.items())]


def _rivals(ground: Ground, workspace: Path, inputs: Path) -> Iterator[Rival]:
    out = ground.fresh("rival-outputs")
    yield Rival("auditdocs, warm worker → PDF", lambda n: python("bench.sample", (workspace, "pdf", n, "--kind", "car")), "pdf")
    yield Rival("plain WeasyPrint loop → PDF", lambda n: python("bench.plain", (workspace, out, "car.pdf", n)), "pdf")
    browser, office = program(), shutil.which("soffice")
    if browser:
        yield Rival("Chromium headless, a process each → PDF", lambda n: _chromium_each(browser, inputs, out, n), "pdf")
        yield Rival("Chromium headless, warm batch → PDF", lambda n: python("bench.chromium", (inputs, n)), "pdf")
    if office:
        yield Rival("LibreOffice, batch, DOCX → PDF", lambda n: _office(office, ground, inputs, out, n), "pdf")
    if importlib.util.find_spec("typst"):
        yield Rival("Typst, batch → PDF", lambda n: python("bench.typst_cars", (inputs, n)), "pdf")
    yield Rival("auditdocs → DOCX", lambda n: python("bench.sample", (workspace, "docx", n, "--kind", "car")), "docx")
    yield Rival("plain docxtpl loop → DOCX", lambda n: python("bench.plain", (workspace, out, "car.docx", n)), "docx")


def _measured(batch: Print, count: int, rounds: int) -> Cost:
    """What one further document takes, on the wall and of CPU."""
    one = best([batch(1) for _ in range(rounds)])
    many = best([batch(count) for _ in range(rounds)])
    further = count - 1
    return Cost((many.wall - one.wall) / further, (many.cpu - one.cpu) / further, many.memory, 0, "")


def _row(rival: Rival, cost: Cost, ours: Cost) -> Row:
    note = f"wall {milliseconds(cost.wall)}, CPU {milliseconds(cost.cpu)}"
    return Row(f"{rival.name}", f"{cost.wall / ours.wall:.2f}× wall, {cost.cpu / ours.cpu:.2f}× CPU", note=note)


def _single(ground: Ground, workspace: Path) -> Row:
    """From the command line to one PDF, with everything that comes before it."""
    words = ("build", "CAR-*-0001", "--only", "pdf", "--force")
    cost = best([auditdocs(workspace, *words) for _ in range(ground.rounds)])
    return Row(
        "auditdocs, from the command line 命令行单次",
        f"{milliseconds(cost.wall)} wall",
        note=f"CPU {milliseconds(cost.cpu)}, all records read",
    )


def _chromium_each(browser: str, inputs: Path, out: Path, count: int) -> Cost:
    files = sorted(inputs.glob("*.html"))[:count]
    lines = (f'"$0" "$@" --print-to-pdf="{out / file.stem}.pdf" --no-pdf-header-footer "{file}"' for file in files)
    return run(["sh", "-c", "\n".join(lines), browser, *OPTIONS], out)


def _office(office: str, ground: Ground, inputs: Path, out: Path, count: int) -> Cost:
    profile = f"-env:UserInstallation={(ground.folder / 'office-profile').as_uri()}"
    files = sorted(inputs.glob("*.docx"))[:count]
    return run([office, "--headless", profile, "--convert-to", "pdf", "--outdir", str(out), *map(str, files)], out)


def versions() -> str:
    """Which programs stand in this race."""
    told = [f"{name} {version(name)}" for name in ("weasyprint", "docxtpl", "typst") if importlib.util.find_spec(name)]
    for command in (program(), shutil.which("soffice")):
        if command:
            told.append(" ".join(run([command, "--version"], Path.cwd()).said.split()[:2]))
    return ", ".join(told)
