"""A change of files that was worked out → shown as a diff, agreed to, written whole."""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from auditdocs.commands.telling import texts_of
from auditdocs.console import Console
from auditdocs.problem import Problem, Words
from auditdocs.store import remove_file, write_file
from auditdocs.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Change:
    """A file as it is and as it will be; None where it is not there, or will not be."""

    path: str
    before: bytes | None
    after: bytes | None

    @property
    def is_real(self) -> bool:
        return self.before != self.after


def carry_out(root: Path, console: Console, changes: Iterable[Change], is_agreed: bool) -> bool:
    """Show what would change, ask, and write; False where nothing was written."""
    real = [change for change in changes if change.is_real]
    if not real:
        console.say(Words("没有需要改动的", "there is nothing to change"))
        return False
    for change in real:
        for line in _shown(change):
            console.result(line)
    if not (is_agreed or console.agrees(Words("写入？", "Write this?"))):
        console.say(Words("未改动；加 --yes 则不再询问", "nothing was changed; with --yes it is written without a question"))
        return False
    for change in sorted(real, key=lambda one: one.after is None):  # what is new stands before what is old goes
        if change.after is None:
            remove_file(root / change.path)
        else:
            write_file(root / change.path, change.after)
    return True


def texts_after(console: Console, workspace: Workspace, problems: Iterable[Problem], changes: Iterable[Change]) -> dict[str, str]:
    """The text of each file a problem stands in, as it would be after these changes."""
    after = {one.path: one.after.decode() for one in changes if one.after is not None and _text(one.after) is not None}
    return {**texts_of(console, workspace, problems), **after}


def _shown(change: Change) -> Iterator[str]:
    """The change as a diff; of what is no text only how large it is."""
    before, after = _text(change.before), _text(change.after)
    if before is None or after is None:
        size = len(change.after if change.after is not None else change.before or b"")
        yield f"{'-' if change.after is None else '+'} {change.path} ({size:,} bytes)"
        return
    names = change.path if change.before is not None else "/dev/null", change.path if change.after is not None else "/dev/null"
    yield from difflib.unified_diff(before, after, *names, lineterm="", n=2)


def _text(content: bytes | None) -> list[str] | None:
    if content is None:
        return []
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text.splitlines()
