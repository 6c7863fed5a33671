"""A small workspace and builds of it that may be killed: each runs in a forked process, so nothing is imported twice.

Pages are not set here: a PDF is stood in for by the HTML it would be set from, because the printer is not what is tested.
"""

import importlib
import os
import pkgutil
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NoReturn

import auditdocs
from auditdocs.cli import run
from auditdocs.program import program_digest
from auditdocs.render.templates import family
from tests.faults.stand_ins import stand_in

BASE = Path(__file__).parents[1] / "cases" / "bases" / "complete"
TEMPLATES = Path(__file__).parents[2] / "templates"
DAY = ("--as-of", "2026-11-20")
KEPT = (".gitignore", "memory.sqlite")  # what may lie in .auditdocs after a build, beside locks

Outputs = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Ended:
    """How a build ended and what it said; the code of a killed one is negative."""

    code: int
    said: str


@dataclass(frozen=True, slots=True)
class Running:
    """A build that is under way, the leader of a session of its own."""

    pid: int
    said: Path

    def wait(self) -> Ended:
        _, status = os.waitpid(self.pid, 0)
        said = self.said.read_text("utf-8", errors="replace")
        self.said.unlink()
        return Ended(os.waitstatus_to_exitcode(status), said)

    def kill(self) -> Ended:
        os.kill(self.pid, signal.SIGKILL)
        return self.wait()


def ground(root: Path, templates: bool = True) -> Path:
    """The good workspace of the cases, with templates of its own that nobody else edits meanwhile."""
    shutil.copytree(BASE, root, ignore=shutil.ignore_patterns(".auditdocs", "build"))
    if templates:
        shutil.copytree(TEMPLATES, root / "templates")
    return root


def nothing() -> None:
    """What most builds do before they begin."""


def begin(root: Path, *options: str, before: Callable[[], None] = nothing, lang: str = "en", known: Path | None = None) -> Running:
    """Start a build. `known` is a folder of documents made earlier, where it is not the making that is tested."""

    def prepared() -> None:
        stand_in(known)
        before()

    return begin_command(root, ["--lang", lang, "build", *DAY, *options], prepared)


def begin_command(root: Path, arguments: Sequence[str], before: Callable[[], None] = nothing) -> Running:
    """Start a command in a forked process."""
    _warm()
    handle, said = tempfile.mkstemp(dir=root.parent, prefix="said-", suffix=".log")
    pid = os.fork()
    if pid == 0:
        _run(["-C", str(root), *arguments], handle, root.parent, before)
    os.close(handle)
    return Running(pid, Path(said))


def build(root: Path, *options: str, before: Callable[[], None] = nothing, lang: str = "en", known: Path | None = None) -> Ended:
    """A build from beginning to end."""
    return begin(root, *options, before=before, lang=lang, known=known).wait()


@cache
def _warm() -> None:
    """What every build would read anew: this program, and what its templates include."""
    for module in pkgutil.walk_packages(auditdocs.__path__, "auditdocs."):
        importlib.import_module(module.name)
    program_digest()
    for file in TEMPLATES.rglob("*.html"):
        family((str(TEMPLATES),), file.relative_to(TEMPLATES).as_posix())


def _run(arguments: list[str], said: int, temporary: Path, before: Callable[[], None]) -> NoReturn:
    code = 99
    try:
        os.setsid()
        os.dup2(said, 1)
        os.dup2(said, 2)
        sys.stdout, sys.stderr = (open(number, "w", 1, "utf-8", closefd=False) for number in (1, 2))  # noqa: SIM115  # until the process ends
        signal.signal(signal.SIGINT, signal.default_int_handler)
        tempfile.tempdir = str(temporary)
        before()
        code = run(arguments)
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def outputs(root: Path, folder: str = "build") -> dict[str, bytes]:
    """Every file that a reader of the build folder sees."""
    found = (path for path in (root / folder).rglob("*") if path.is_file())
    return {path.relative_to(root / folder).as_posix(): path.read_bytes() for path in found}


def leftovers(root: Path, folder: str = "build") -> list[str]:
    """What should not be there after a build that ended well."""
    beside = [path.name for path in (root / ".auditdocs").iterdir() if path.name not in KEPT and path.suffix != ".lock"]
    empty = [str(path) for path in (root / folder).rglob("*") if path.is_dir() and not any(path.iterdir())]
    drafts = [str(path) for path in (root / folder).rglob(".*")]
    return beside + empty + drafts


def clean(root: Path, *options: str, folder: str = "build", known: Path | None = None) -> tuple[Ended, dict[str, bytes]]:
    """What a build without any memory makes of the same inputs somewhere else."""
    with tempfile.TemporaryDirectory(dir=root.parent) as elsewhere:
        copy = Path(elsewhere) / "copy"
        shutil.copytree(root, copy, ignore=shutil.ignore_patterns(".auditdocs", "build", "out"), symlinks=True)
        return build(copy, *options, known=known), outputs(copy, folder)


def edit(root: Path, path: str, old: str, new: str) -> None:
    """Change every occurrence of a text in a record."""
    file = root / path
    text = file.read_text("utf-8")
    if old not in text:
        raise LookupError(f"{path} does not say {old}")
    file.write_text(text.replace(old, new), "utf-8")


def differences(found: Outputs, wanted: Outputs) -> list[str]:
    """The names of files that are not what they should be."""
    return sorted(name for name in {*found, *wanted} if found.get(name) != wanted.get(name))
