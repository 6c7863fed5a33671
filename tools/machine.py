"""This machine → the names of what it lacks for PDFs and for the tests, in one line; nothing where all is there."""

import ctypes
import shutil
import sys

from auditdocs.problem import AuditdocsError
from auditdocs.render.fonts import find_sources

# What WeasyPrint loads by itself; without harfbuzz-subset it would put whole fonts into every PDF.
LIBRARIES = {"Pango": "pango-1.0", "PangoFT2": "pangoft2-1.0", "HarfBuzz-subset": "harfbuzz-subset"}
HOMEBREW = ("", "/opt/homebrew/lib/", "/usr/local/lib/")


def missing() -> tuple[str, ...]:
    """All that is not there, in the words of those who have to install it."""
    libraries = [title for title, name in LIBRARIES.items() if not has_library(name)]
    fonts = [] if has_font() else ["Noto Sans CJK"]
    poppler = [] if shutil.which("pdftotext") else ["pdftotext (poppler)"]
    return (*libraries, *fonts, *poppler)


def has_library(name: str) -> bool:
    """Whether a shared library can be loaded."""
    files = [f"{folder}lib{name}.0.dylib" for folder in HOMEBREW] if sys.platform == "darwin" else [f"lib{name}.so.0"]
    return any(_loads(file) for file in files)


def has_font() -> bool:
    """Whether the font is where the program looks for it."""
    try:
        find_sources(())
    except AuditdocsError:
        return False
    return True


def _loads(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    sys.stdout.write(", ".join(missing()))
