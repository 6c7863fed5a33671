"""Files on disk → a Git history with the commits they would have come in, written in one stream."""

import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

ZONE = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class Step:
    """One commit: what it says, its day, and the folders and files it brings."""

    message: str
    day: date
    brings: tuple[str, ...]


def write_history(folder: Path, steps: Iterable[Step]) -> None:
    """A repository in this folder whose files are all committed."""
    _git(folder, "init", "-q")
    # one stream instead of `git add` and `git commit` for each step: those look at every file every time
    stream = subprocess.Popen(["git", "fast-import", "--quiet"], cwd=folder, stdin=subprocess.PIPE)
    assert stream.stdin is not None
    for step in steps:
        for piece in _commit(folder, step):
            stream.stdin.write(piece)
    stream.stdin.close()
    if stream.wait():
        raise RuntimeError("git fast-import failed")
    _git(folder, "symbolic-ref", "HEAD", "refs/heads/main")
    _git(folder, "reset", "-q")


def _commit(folder: Path, step: Step) -> Iterator[bytes]:
    seconds = int(datetime.combine(step.day, time(18), ZONE).timestamp())
    message = step.message.encode()
    yield b"commit refs/heads/main\n"
    yield f"committer Sample <sample@example.org> {seconds} +0800\ndata {len(message)}\n".encode() + message + b"\n"
    for path in _files(folder, step.brings):
        content = path.read_bytes()
        yield f"M 100644 inline {path.relative_to(folder).as_posix()}\ndata {len(content)}\n".encode() + content + b"\n"
    yield b"\n"


def _files(folder: Path, brings: tuple[str, ...]) -> Iterator[Path]:
    for name in brings:
        place = folder / name
        yield from sorted(path for path in place.rglob("*") if path.is_file()) if place.is_dir() else (place,)


def _git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=folder, check=True)
