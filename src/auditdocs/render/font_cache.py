"""The user's font cache → what it holds, and what in it no build of this program reads any more."""

import re
import time
from pathlib import Path
from xml.sax.saxutils import unescape

from auditdocs.render.fonts import CUT

DAY_SECONDS = 86_400  # a draft this old belongs to nobody who is still writing


def held(cache: Path) -> tuple[int, int]:
    """How many faces stand in the cache, and the bytes of all its files."""
    files = [path for path in cache.rglob("*") if path.is_file() and not path.is_symlink()]
    return sum(path.suffix == ".otf" for path in files), sum(path.stat().st_size for path in files)


def outdated(cache: Path) -> tuple[Path, ...]:
    """Faces cut by other versions, drafts of processes that died, and configurations that name what is gone.

    Faces of this version stay, also of fonts that this workspace does not use: another one of the same user may.
    """
    old = {path for path in cache.glob("fonts/*/*.otf") if not path.parent.name.endswith(f"-{CUT}")}
    drafts = {path for path in cache.rglob(".draft-*") if time.time() - path.stat().st_mtime > DAY_SECONDS}
    stale = {path for path in cache.glob("fonts-*.conf") if not _is_needed(path, old)}
    return tuple(sorted(old | drafts | stale))


def _is_needed(configuration: Path, old: set[Path]) -> bool:
    folders = [Path(unescape(name)) for name in re.findall(r"<dir>(.*?)</dir>", configuration.read_text("utf-8"))]
    return all(folder.is_dir() and not any(path.parent == folder for path in old) for folder in folders)
