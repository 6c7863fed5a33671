"""This program as an input: one digest of its own files and of the versions of what it rests on."""

import hashlib
import sys
from functools import cache
from pathlib import Path


@cache
def program_digest() -> str:
    """Changes when anything changes that could make other documents of the same records."""
    told = hashlib.sha256(f"{sys.version} {sys.platform}".encode())
    package = Path(__file__).parent
    for path in sorted(package.rglob("*.py")):
        told.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    for folder in sorted({path for path in sys.path if path.endswith("-packages")}):
        told.update("\n".join(sorted(path.name for path in Path(folder).glob("*.dist-info"))).encode())
    return told.hexdigest()
