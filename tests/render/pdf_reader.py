"""PDF bytes → their text, found again by tests."""

import subprocess
from pathlib import Path


def text_of(content: bytes, folder: Path) -> str:
    """The text in reading order, as poppler finds it."""
    file = folder / "read.pdf"
    file.write_bytes(content)
    return subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", str(file), "-"], capture_output=True, check=True).stdout.decode()


def page_count(content: bytes, folder: Path) -> int:
    """How many pages poppler finds."""
    file = folder / "read.pdf"
    file.write_bytes(content)
    said = subprocess.run(["pdfinfo", str(file)], capture_output=True, check=True).stdout.decode()
    return int(next(line.split()[1] for line in said.splitlines() if line.startswith("Pages:")))


def squeezed(text: str) -> str:
    """The text without blanks and line ends: where a line is broken is not what it says."""
    return "".join(text.split())
