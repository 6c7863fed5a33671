"""Things that happen to what was made and to what is remembered between two builds, chosen at random."""

import random
import shutil
from pathlib import Path

from tests.faults.place import Place


def build_a_part(place: Place, chance: random.Random) -> str:
    """Some documents only, some formats only, by force, or only told."""
    parts = (("contact_sheet",), ("--variant", "blank"), ("AUD-2026-003",), ("--plan",), ("--force",))
    formats = ("--only", chance.choice(("docx", place.only or "pdf")))
    options = (*chance.choice(parts), *(formats if place.only or chance.random() < 0.4 else ()))
    place.run("build", *options)
    return f"build {' '.join(options)}"


def ask(place: Place, chance: random.Random) -> str:
    """A command that reads everything and may remember what it read."""
    command = chance.choice(
        (("check",), ("check", str(place.root / "records/audits")), ("todo",), ("status",), ("cache", "prune"), ("cache", "info"))
    )
    place.run(*command)
    return command[0]


def spoil_output(place: Place, chance: random.Random) -> str:
    """Half of a file overwritten, a file gone, a file older than it is, a letter more."""
    files = _made(place)
    if not files:
        return "nothing made yet"
    file, content = (chosen := chance.choice(files)), chosen.read_bytes()
    what = chance.choice(("spoil", "lose", "grow"))
    match what:
        case "spoil":
            file.write_bytes(content[: len(content) // 2] + b"\0" * (len(content) - len(content) // 2))
        case "lose":
            file.unlink()
        case "grow":
            file.write_bytes(content + b" ")
    return f"{file.relative_to(place.root).as_posix()}: {what}"


def forget(place: Place, chance: random.Random) -> str:
    """All that is remembered goes."""
    shutil.rmtree(place.root / ".auditdocs", ignore_errors=True)
    return "memory deleted"


def set_aside(place: Place, chance: random.Random) -> str:
    """A copy of the memory is made, as backups do; or an old copy comes back: then it remembers what is no longer so."""
    return _set_aside(place.root / ".auditdocs", place.root / "memory-aside", chance)


def set_outputs_aside(place: Place, chance: random.Random) -> str:
    """The same of what was made."""
    return _set_aside(place.root / place.build, place.root / "build-aside", chance)


def _set_aside(folder: Path, aside: Path, chance: random.Random) -> str:
    if aside.exists() and chance.random() < 0.7:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(aside, folder)  # another file at another time: what a backup gives back
        return f"{folder.name}: an old one came back"
    if folder.exists():
        shutil.rmtree(aside, ignore_errors=True)
        shutil.copytree(folder, aside)
    return f"{folder.name}: a copy was made"


def _made(place: Place) -> list[Path]:
    return sorted(path for path in (place.root / place.build).rglob("*") if path.is_file() and path.name != "manifest.json")
