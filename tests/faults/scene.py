"""A workspace that was built and has changed since, small enough to be built a thousand times."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.faults.faulty import Record, announce
from tests.faults.ground import BASE, Ended, Outputs, Running, begin, build, clean, differences, edit, ground, leftovers, nothing, outputs

SHEET = "records/audits/2026/AUD-2026-002/contact_sheet.yaml"


@dataclass(frozen=True, slots=True)
class Scene:
    """What lies there, and what should."""

    root: Path
    old: Outputs
    new: Outputs
    code: int  # of a build that nothing disturbs
    operations: tuple[str, ...] = ()  # what such a build does where it writes
    looks: tuple[str, ...] = ()  # and where it reads

    def again(self) -> Path:
        """The scene, set up anew."""
        place = self.root.parent / "place"
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self.root, place, symlinks=True)
        return place

    def begin(self, place: Path, before: Callable[[], None] = nothing, lang: str = "en") -> Running:
        """Start a build that need not make again what any build before it made."""
        return begin(place, before=before, lang=lang, known=self.root.parent)

    def build(self, place: Path, before: Callable[[], None] = nothing, lang: str = "en") -> Ended:
        return self.begin(place, before, lang).wait()

    def complaints(self, place: Path, ended: Ended) -> list[str]:
        """What is wrong after a build that was disturbed, and after the one that follows."""
        return [*self._now(place, ended), *self.after_next(place)]

    def after_next(self, place: Path) -> list[str]:
        """What is wrong after one more build."""
        ended = self.build(place)
        wrong = [f"the next build ended with {ended.code}: {ended.said[-600:]}"] if ended.code != self.code else []
        wrong += [f"after the next build: {name}" for name in differences(outputs(place), self.new)]
        return wrong + [f"left behind: {name}" for name in leftovers(place)]

    def _now(self, place: Path, ended: Ended) -> list[str]:
        found, wrong = outputs(place), []
        if ended.code == self.code and (different := differences(found, self.new)):
            wrong.append(f"it ended well, but these are wrong: {different}")
        if ended.code not in (self.code, 3, -9, 130):
            wrong.append(f"exit {ended.code}: {ended.said[-600:]}")
        if ended.code == 3 and not is_told(ended.said):
            wrong.append(f"exit 3 without a sentence: {ended.said}")
        wrong += [f"torn: {name}" for name, content in found.items() if self.is_torn(name, content)]
        return wrong + [f"lost: {name}" for name in self.old.keys() & self.new.keys() if name not in found]

    def is_torn(self, name: str, content: bytes) -> bool:
        """Whether a file is neither what it was nor what it becomes."""
        return not Path(name).name.startswith(".auditdocs-") and content not in (self.old.get(name), self.new.get(name))


def make_scene(root: Path) -> Scene:
    """Built; then one record was edited, some were added, one was deleted."""
    small(root)
    build(root, known=root.parent)
    old = outputs(root)
    edit(root, SHEET, "480 万元", "510 万元")
    (root / "records/policies/XY-QP-CA-01/A-1.en.md").unlink()
    shutil.copytree(BASE / "records/audits/2026/AUD-2026-004", root / "records/audits/2026/AUD-2026-004")
    ended, new = clean(root)
    scene = Scene(root, old, new, ended.code)
    return Scene(root, old, new, ended.code, _operations(scene, written), _operations(scene, read))


def _operations(scene: Scene, where: Callable[[Path], tuple[Path, ...]]) -> tuple[str, ...]:
    """What an undisturbed build does with the files of some folders, in order."""
    place, listed = scene.again(), scene.root.parent / f"operations-{where.__name__}"
    scene.build(place, partial(announce, where(place), Record(listed)))
    return tuple(listed.read_text("utf-8").splitlines())


def small(root: Path) -> Path:
    """One audit and the policies: a build of a quarter of a second."""
    ground(root)
    for name in ("audits/2026/AUD-2026-001", "audits/2026/AUD-2026-003", "audits/2026/AUD-2026-004", "checklists", "archive", "programme"):
        shutil.rmtree(root / "records" / name)
    return root


def written(root: Path) -> tuple[Path, ...]:
    """Where builds write."""
    return root / "build", root / ".auditdocs"


def read(place: Path) -> tuple[Path, ...]:
    """What builds read that people write."""
    return tuple(place / name for name in ("records", "templates", "auditdocs.toml"))


def is_told(said: str) -> bool:
    """Whether the last words are a sentence of ours that says what the matter is."""
    told = said.rpartition("auditdocs: ")[2]
    return any(word in told for word in ("cannot ", "无法", "another build"))
