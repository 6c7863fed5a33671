"""The machine's Noto Sans CJK SC → faces cut once into the user's cache, and a fontconfig file that names only these."""

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from xml.sax.saxutils import escape

from auditdocs.problem import AuditdocsError
from auditdocs.render.pango import demand_pango
from auditdocs.render.press import Face, Fonts

CUT = "2"  # raise it when what is cut changes: the old cut is then left alone and a new one made
FAMILY = "Auditdocs Sans"  # cut: small and quick, holds what forms are written in
WHOLE_FAMILY = "Auditdocs Sans Whole"  # the full face behind it
FOLDERS = (
    "/usr/share/fonts/opentype/noto",
    "/usr/share/fonts/noto-cjk",
    "/usr/share/fonts/google-noto-cjk",
    "/usr/share/fonts/google-noto-sans-cjk-fonts",
    "/usr/local/share/fonts",
    "/opt/homebrew/share/fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
    "~/.local/share/fonts",
    "~/AppData/Local/Microsoft/Windows/Fonts",
    "C:/Windows/Fonts",
)
_NAMES = {
    False: ("NotoSansCJK-Regular.ttc", "NotoSansCJKsc-Regular.otf"),
    True: ("NotoSansCJK-Bold.ttc", "NotoSansCJKsc-Bold.otf"),
}


def prepare(named: Iterable[str] = (), environ: Mapping[str, str] = os.environ, folders: Iterable[str] = FOLDERS) -> Fonts:
    """The faces that pages are set in, cut now if this machine has not cut them yet (some 20 seconds, once)."""
    demand_pango()
    sources = find_sources(tuple(named), folders)
    cache = cache_folder(environ)
    faces = tuple(face for bold, source in sources for face in _faces(source, bold, cache))
    return Fonts(faces, str(_write_configuration(cache, faces)))


def are_cut(named: Iterable[str] = (), environ: Mapping[str, str] = os.environ, folders: Iterable[str] = FOLDERS) -> bool:
    """Whether this machine has cut them already, so that nobody has to wait for it."""
    return all(file.is_file() for _, source in find_sources(tuple(named), folders) for file in _files(source, cache_folder(environ)))


def find_sources(named: tuple[str, ...], folders: Iterable[str] = FOLDERS) -> tuple[tuple[bool, Path], ...]:
    """Regular and bold: the files named in auditdocs.toml, else the machine's Noto Sans CJK."""
    if named:
        weights = {_is_bold(Path(name)): Path(name) for name in named if Path(name).is_file()}
        regular, bold = weights.get(False), weights.get(True)
    else:
        homes = tuple(Path(folder).expanduser() for folder in folders)
        regular, bold = (_first(homes, _NAMES[is_bold]) for is_bold in (False, True))
    if regular is None or bold is None:
        raise missing(named)
    return ((False, regular), (True, bold))


def missing(named: tuple[str, ...]) -> AuditdocsError:
    """Say what to install, or which named file is not there."""
    if named:
        listed = ", ".join(named)
        return AuditdocsError(
            f"auditdocs.toml 的 `fonts` 须写明存在的字体文件，常规体和粗体各一，现为：{listed}",
            f"`fonts` in auditdocs.toml must name existing font files, one regular and one bold; it says: {listed}",
            exit=3,
        )
    return AuditdocsError(
        "没有找到字体 Noto Sans CJK SC：请运行 `apt-get install fonts-noto-cjk`，或在 auditdocs.toml 的 `fonts` 中写明字体文件",
        "the font Noto Sans CJK SC is missing: run `apt-get install fonts-noto-cjk`, or name its files in auditdocs.toml as `fonts`",
        exit=3,
    )


def cache_folder(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Where this machine's user keeps what can be made again."""
    if environ.get("XDG_CACHE_HOME"):
        return Path(environ["XDG_CACHE_HOME"]) / "auditdocs"
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA", str(Path.home()))) / "auditdocs" / "cache"
    if platform == "darwin":
        return Path.home() / "Library" / "Caches" / "auditdocs"
    return Path.home() / ".cache" / "auditdocs"


def covers(text: str, fonts: Fonts) -> str:
    """The characters of this text that no face has, each once, in order."""
    return "".join(dict.fromkeys(sign for sign in text if sign not in "\n\t" and ord(sign) not in _reach(fonts)))


@lru_cache(maxsize=2)
def _reach(fonts: Fonts) -> frozenset[int]:
    from fontTools.ttLib import TTFont  # only needed where a text is asked about

    held: list[frozenset[int]] = []
    for face in fonts.faces:
        if face.family == WHOLE_FAMILY:
            with TTFont(face.path, lazy=True) as font:
                held.append(frozenset(font.getBestCmap()))
    return frozenset.intersection(*held)


def _is_bold(file: Path) -> bool:
    from fontTools.ttLib import TTFont  # only needed where files are named

    with TTFont(file, fontNumber=0, lazy=True) as font:
        heaviness: int = font["OS/2"].usWeightClass
    return heaviness >= 600


def _first(folders: Iterable[Path], names: Iterable[str]) -> Path | None:
    files = (folder / name for folder in folders for name in names)
    return next((file for file in files if file.is_file()), None)


def _faces(source: Path, bold: bool, cache: Path) -> tuple[Face, Face]:
    """The cut face and the whole one, made if they are not in the cache."""
    origin, (whole, cut) = _digest(source), _files(source, cache)
    if not (whole.is_file() and cut.is_file()):
        from auditdocs.render.font_cut import write_faces  # fontTools is slow to import and needed once per machine

        write_faces(source, whole.parent, bold)
    return (
        Face(FAMILY, bold, str(cut), _digest(cut), origin),
        Face(WHOLE_FAMILY, bold, str(whole), _digest(whole), origin),
    )


def _files(source: Path, cache: Path) -> tuple[Path, Path]:
    folder = cache / "fonts" / f"{_digest(source)[:16]}-{CUT}"
    return folder / "whole.otf", folder / "cut.otf"


def _digest(file: Path) -> str:
    stat = file.stat()
    return _digest_of(file, stat.st_size, stat.st_mtime_ns)


@lru_cache(maxsize=16)
def _digest_of(file: Path, _size: int, _changed: int) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _write_configuration(cache: Path, faces: tuple[Face, ...]) -> Path:
    folders = dict.fromkeys(str(Path(face.path).parent) for face in faces)
    listed = "".join(f"<dir>{escape(folder)}</dir>" for folder in folders)
    text = (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
        f"<fontconfig>{listed}<cachedir>{escape(str(cache / 'fontconfig'))}</cachedir></fontconfig>\n"
    )
    file = cache / f"fonts-{hashlib.sha256(text.encode()).hexdigest()[:16]}.conf"
    if not file.is_file():
        write_whole(file, text.encode())
    return file


def write_whole(file: Path, content: bytes) -> None:
    """Write a file of the cache whole or not at all, while others may be writing the same."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=file.parent, prefix=".draft-")
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        Path(draft).replace(file)
    finally:
        Path(draft).unlink(missing_ok=True)  # still there only if something went wrong
