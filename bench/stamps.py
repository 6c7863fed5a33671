"""A folder → which files of it are no longer those they were."""

from pathlib import Path

Stamps = dict[str, tuple[int, int]]


def stamps(folder: Path) -> Stamps:
    """When each file was written, and as which file of the disk."""
    files = ((file, file.stat()) for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): (stat.st_mtime_ns, stat.st_ino) for file, stat in files}


def written_since(before: Stamps, after: Stamps) -> tuple[str, ...]:
    """The files that were written anew."""
    return tuple(sorted(name for name, stamp in after.items() if before.get(name) != stamp))
