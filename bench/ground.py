"""Where measuring happens: workspaces of any size below one folder, made once and kept for the next run."""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.measure import Cost, run
from bench.stand_in import FROM
from bench.workspace import make

ROOT = Path(__file__).parents[1]
PROGRAM = (sys.executable, "-m", "auditdocs")
MAKERS = ("workspace", "submission", "preparation", "audit", "car", "company", "phrases", "days", "yaml_files", "git_history")


@dataclass(frozen=True, slots=True)
class Ground:
    """One folder, and how much is measured on it."""

    folder: Path
    audits: int  # for what must be quick however many there are
    sample: int  # audits of the cold builds
    many: int  # audits without rendering
    rounds: int
    cores: int = 2

    def workspace(self, count: int, purpose: str = "") -> Path:
        """A workspace with so many audits; with a purpose it is one of its own."""
        place = self.folder / f"{count}-{_digest()}"
        if not place.is_dir():
            draft = place.with_name(f".{place.name}")
            shutil.rmtree(draft, ignore_errors=True)
            make(count, draft)
            draft.rename(place)
        return self._clone(place, f"{place.name}-{purpose}") if purpose else place

    def fresh(self, name: str) -> Path:
        """An empty folder."""
        place = self.folder / name
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        return place

    def _clone(self, place: Path, name: str) -> Path:
        target = self.folder / name
        if not target.is_dir():
            draft = target.with_name(f".{name}")
            shutil.rmtree(draft, ignore_errors=True)
            subprocess.run(["git", "clone", "-q", str(place), str(draft)], check=True)
            draft.rename(target)
        return target


def auditdocs(workspace: Path, *words: str) -> Cost:
    """One command of the program."""
    return run([*PROGRAM, *words], workspace)


def python(module: str, words: Sequence[object], folder: Path = ROOT) -> Cost:
    """One module of this package, in a process of its own."""
    return run([sys.executable, "-m", module, *map(str, words)], folder, {"PYTHONPATH": _path()})


def chosen_cars(ground: Ground, workspace: Path) -> list[Path]:
    """A CAR of another audit for each round."""
    cars = sorted((workspace / "records" / "audits").glob("*/*/cars/CAR-*.yaml"))
    return [cars[(place * 2 + 1) * len(cars) // (ground.rounds * 2)] for place in range(ground.rounds)]


def build_first(ground: Ground, workspace: Path) -> Cost:
    """All documents stand afterwards; in a large workspace most of them are stand-ins."""
    if ground.audits < FROM:
        return auditdocs(workspace, "build", "-j", str(ground.cores))
    real = [car.parents[1].name for car in chosen_cars(ground, workspace)]
    return run([sys.executable, "-m", "bench.stand_in", *real], workspace, {"PYTHONPATH": _path()}, codes=(0, 1))


def forget(workspace: Path) -> None:
    """Take away all that was made or remembered."""
    for name in ("build", ".auditdocs"):
        shutil.rmtree(workspace / name, ignore_errors=True)


def _path() -> str:
    return ":".join(path for path in (*sys.path, str(ROOT)) if path)


def _digest() -> str:
    """Of all that a workspace is made from."""
    told = hashlib.sha256()
    records = (file for name in ("org", "criteria") for file in sorted((ROOT / "records" / name).rglob("*.yaml")))
    templates = sorted(file for file in (ROOT / "templates").rglob("*") if file.is_file())
    for file in (*(ROOT / "bench" / f"{name}.py" for name in MAKERS), *records, *templates):
        told.update(file.read_bytes())
    return told.hexdigest()[:10]
