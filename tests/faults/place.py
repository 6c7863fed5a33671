"""A workspace that people change day by day: where it lies, which day it is there, and what its commands say."""

import json
import os
import random
import re
import shutil
import subprocess
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from tests.faults.ground import Ended, Running, begin_command, ground
from tests.faults.stand_ins import shift_today, stand_in, write_font

GIT = ("git", "-c", "user.name=Sample", "-c", "user.email=sample@example.org", "-c", "commit.gpgsign=false", "-c", "gc.auto=0")
TRACKED = ("records", "templates", "fonts", "auditdocs.toml", ".gitignore")
KEPT_ASIDE = ("memory-aside", "build-aside")
_TOLD = re.compile(r":\d+:\d+  |^      → |^  (refused|不能制作) |^\d+ error|^auditdocs: ")


@dataclass(slots=True)
class Place:
    """A workspace, the day it stands at, and whether that day is told to each command or is simply today."""

    root: Path
    day: date = date(2026, 11, 20)
    is_told: bool = True
    only: str = ""  # formats that builds are asked for
    is_real: bool = False  # pages are set, in the machine's fonts

    @property
    def build(self) -> str:
        """The name of the folder that holds what is made."""
        try:
            found = tomllib.loads((self.root / "auditdocs.toml").read_text("utf-8"))
        except (OSError, ValueError):
            return "build"
        return str(found.get("build", "build"))

    def begin(self, *arguments: str, at: Path | None = None) -> Running:
        """Start a command here, or in a copy that lies elsewhere."""
        told = ("--as-of", self.day.isoformat()) if self.is_told and arguments[0] != "cache" else ()
        return begin_command(at or self.root, ["--lang", "en", *arguments, *told], partial(self._prepare))

    def run(self, *arguments: str, at: Path | None = None) -> Ended:
        """A command from beginning to end; the workspace's own path is not told."""
        return without(at or self.root, self.begin(*arguments, at=at).wait())

    def build_options(self) -> tuple[str, ...]:
        """What a whole build is asked for."""
        return ("build", "--only", self.only) if self.only else ("build",)

    def git(self, *arguments: str) -> str:
        """What Git says here; it writes the day of this place into its commits."""
        moment = f"{self.day.isoformat()}T09:00:00+08:00"
        dated = {**os.environ, "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
        answer = subprocess.run([*GIT, *arguments], cwd=self.root, env=dated, capture_output=True, text=True, check=True)
        return answer.stdout

    def commit(self) -> None:
        """Everything that is tracked, as it is."""
        self.git("add", "-A", "--", *(name for name in TRACKED if (self.root / name).exists() or self.git("ls-files", name)))
        self.git("commit", "-q", "--allow-empty", "-m", "records")

    def copy(self, elsewhere: Path) -> Path:
        """The same inputs somewhere else, without outputs and without a memory."""
        made = frozenset((".auditdocs", "build", "out", *KEPT_ASIDE))
        shutil.copytree(
            self.root, elsewhere, symlinks=True, ignore=lambda folder, names: made & set(names) if Path(folder) == self.root else ()
        )
        return elsewhere

    def _prepare(self) -> None:
        if not self.is_real:
            stand_in(self.known)
        if not self.is_told:
            shift_today(self.day)

    @property
    def known(self) -> Path:
        """Where documents of equal ingredients are kept, for all sequences of a run, so that they are made once."""
        return self.root.parents[1] / "known"


def without(root: Path, ended: Ended) -> Ended:
    """What was said, without where."""
    return Ended(ended.code, ended.said.replace(str(root.resolve()), "."))


def settle(root: Path, chance: random.Random, is_real: bool = False) -> Place:
    """Four audits, the policies, small fonts and templates of its own, under Git, everything committed."""
    root.parent.mkdir(parents=True, exist_ok=True)
    place = Place(ground(root), is_told=chance.random() < 0.7, only=chance.choice(("", "", "", "docx,xlsx")), is_real=is_real)
    place.known.mkdir(parents=True, exist_ok=True)
    for name in ("AUD-2026-002", "AUD-2026-004") if is_real else ():
        shutil.rmtree(root / "records/audits/2026" / name)
    for number, name in enumerate(("regular", "bold", "other-regular", "other-bold")):
        write_font(root / "fonts" / f"{name}.ttf", "bold" in name, number)
    write_options(place)
    (root / ".gitignore").write_text("build/\nout/\n", "utf-8")
    (root / "schemas").mkdir()
    place.git("init", "-q", "-b", "main")
    place.commit()
    place.git("tag", "good")
    return place


def write_options(place: Place, languages: str = '["zh"]', zone: str = "+08:00", fonts: str = "", build: str = "build") -> None:
    """The workspace's configuration."""
    named = f'fonts = {{regular = "fonts/{fonts}regular.ttf", bold = "fonts/{fonts}bold.ttf"}}'
    lines = ("format = 1", f"languages = {languages}", f'timezone = "{zone}"', f'build = "{build}"', *(() if place.is_real else (named,)))
    (place.root / "auditdocs.toml").write_text("\n".join(lines) + "\n", "utf-8")


def told_problems(ended: Ended) -> list[str]:
    """The lines of what a build said that speak of problems."""
    return [line for line in ended.said.splitlines() if _TOLD.search(line)]


def listed_problems(ended: Ended) -> list[str]:
    """What `check --format json` found, a problem a line; what it said, where it could not look."""
    try:
        found = json.loads(ended.said)
    except ValueError:
        return ended.said.splitlines()
    return [json.dumps(one, ensure_ascii=False, sort_keys=True) for one in found]
