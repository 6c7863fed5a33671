"""Lists of digests as `sha256sum` writes them → the digest recorded for each file."""

import re
from collections.abc import Mapping

NAME = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64})[ ][ *](.+)")


def recorded_digests(texts: Mapping[str, str]) -> dict[str, str]:
    """From the texts of lists by path to digests by the path of the file; what is not such a line counts as missing."""
    return {
        f"{path.removesuffix(NAME)}{name}": digest
        for path, text in texts.items()
        for digest, name in map(_parts, text.splitlines())
        if name
    }


def with_digests(text: str, digests: Mapping[str, str]) -> str:
    """A list with these digests by name in it, sorted by name as `sha256sum *` would write it."""
    found = {name: digest for digest, name in map(_parts, text.splitlines()) if name} | dict(digests)
    return "".join(f"{found[name]}  {name}\n" for name in sorted(found))


def _parts(line: str) -> tuple[str, str]:
    found = _LINE.fullmatch(line.rstrip("\r"))
    return (found[1], found[2].removeprefix("./")) if found else ("", "")
