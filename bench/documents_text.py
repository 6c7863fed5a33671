"""A document → its text without blanks, and its pages: to tell whether two documents say the same."""

import re
import subprocess
import zipfile
from collections import Counter
from pathlib import Path

_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<t(?: [^>]*)?>([^<]*)</t>|<v>([^<]*)</v>")
_PARTS = re.compile(r"word/(document|header\d*|footer\d*)\.xml|xl/(sharedStrings|worksheets/sheet\d+)\.xml")
_BLANKS = re.compile(r"\s+")


def text_of(file: Path) -> str:
    """All that a Word, Excel or PDF file says."""
    if file.suffix == ".pdf":
        return _BLANKS.sub("", _told("pdftotext", "-raw", str(file), "-"))
    with zipfile.ZipFile(file) as package:
        parts = sorted(name for name in package.namelist() if _PARTS.fullmatch(name))
        said = (match for name in parts for match in _TEXT.findall(package.read(name).decode("utf-8")))
        return _BLANKS.sub("", "".join(piece for match in said for piece in match))


def signs_of(file: Path) -> Counter[str]:
    """How often each sign stands in it: two cuts of one face may break a line, or a page, at another word."""
    return Counter(text_of(file))


def pages_of(file: Path) -> int:
    """How many pages a PDF has; a Word file has as many as the program that opens it makes of it."""
    if file.suffix != ".pdf":
        return 0
    told = _told("pdfinfo", str(file))
    return int(next(line.split()[1] for line in told.splitlines() if line.startswith("Pages:")))


def _told(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
